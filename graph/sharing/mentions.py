"""Find texts that still name a withheld actor."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, Columns
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.data.vocabulary import TYPES
from graph.errors import Problem, quote_value
from graph.sharing.withheld_names import WithheldNames

BUILT_IN = {*ACTOR_COLUMNS, *RELATION_COLUMNS, "private"}
"""Headers that every file may have: they name nobody."""
ENDS = ("source", "target")  # of a relation: they name actors that are not withheld
REMEDY = "Change the text."
RULE = "names-withheld"


def find_mentions(before: Columns, public: Columns) -> list[Problem]:
    """Return a warning for each cell and header that names a withheld actor.

    Parameters
    ----------
    before
        All the data.
    public
        The part of it that is published, as `graph.sharing.privacy` returns it.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> private = net.actors["id"].eq("moscow").map({True: "yes", False: "no"})
    >>> full = graph.Network.from_frames(net.actors.assign(private=private), net.relations)
    >>> mentions = find_mentions(full.columns, full.public().columns)
    >>> mentions[0].column, mentions[0].what
    ('note', "still names 'Moscow', who is withheld.")
    """
    names = WithheldNames(before, public)
    if not names:
        return []
    by_line = [
        sorted(_check_table(table, names), key=lambda problem: problem.line or 0)
        for table in (public.actors, public.relations)
    ]
    others = (*_check_sources(public, names), *_check_types(public, names))
    return [*by_line[0], *by_line[1], *others]


def find_name(names: WithheldNames, text: str) -> str:
    """Return the first withheld name in a cell, read as it is, as an address and as HTML.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> others = graph.Network.from_frames(net.actors.query("id != 'putin'"), net.relations[:0])
    >>> names = WithheldNames(net.columns, others.columns)
    >>> find_name(names, "https://example.org/Vladimir%20Putin"), find_name(names, "Vladimir")
    ('Vladimir Putin', '')
    """
    readings = [unquote(text)] if "%" in text else []
    readings += [unescape(text)] if "&" in text else []
    return next(filter(None, map(names.find_first, [*readings, text])), "")


def describe_mention(name: str) -> str:
    """Return what is wrong with a text that has a withheld name."""
    return f"still names {quote_value(' '.join(name.split()))}, who is withheld."


def _check_table(table: Table, names: WithheldNames) -> Iterator[Problem]:
    for column, cells in table.columns.items():
        if column not in BUILT_IN and (name := find_name(names, column)):
            what = describe_mention(name)
            yield Problem(table.name, table.header_line, column, what, REMEDY, "warning", rule=RULE)
        rows = find_rows(cells, lambda cell: find_name(names, cell)) if column not in ENDS else ()
        for row in rows:
            what = describe_mention(find_name(names, cells[row]))
            yield table.warning(row, column, what, REMEDY, rule=RULE)


def _check_sources(public: Columns, names: WithheldNames) -> Iterator[Problem]:
    for source in public.sources.values():
        built_in = {name: str(getattr(source, name)) for name in SOURCE_COLUMNS}
        for column, cell in {**built_in, **source.attributes}.items():
            header = "" if column in SOURCE_COLUMNS else column
            if name := find_name(names, cell) or find_name(names, header):
                what = f"{quote_value(source.id)} {describe_mention(name)}"
                yield Problem("sources.csv", None, column, what, REMEDY, "warning", rule=RULE)


def _check_types(public: Columns, names: WithheldNames) -> Iterator[Problem]:
    """Yield a warning for each text of types.csv that names a withheld actor."""
    for relation_type in public.types.values():
        if TYPES.get(relation_type.name) == relation_type:
            continue
        texts = {
            "type": relation_type.name,
            "label": relation_type.label,
            "inverse": relation_type.inverse,
            "past": relation_type.past,
        }
        for column, text in texts.items():
            if name := find_name(names, text):
                what = f"{quote_value(relation_type.name)} {describe_mention(name)}"
                yield Problem("types.csv", None, column, what, REMEDY, "warning", rule=RULE)
