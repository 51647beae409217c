"""Leave private rows and redacted columns out of a Network that is published.

What remains is data of its own, for which everything is computed again: ids, measures, positions.
A source that is cited by withheld rows and cells only is withheld with them, unless another source
that is shown reaches us through it. So are a declared relation type that only withheld relations
have, and an own column that only withheld rows fill.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graph.data.columns import PRIVATE, SOURCE_COLUMNS, Columns
from graph.data.dictionary_column import take_rows, unique_values
from graph.data.matching_rows import filter_rows
from graph.data.records import Source
from graph.data.table import Table
from graph.data.via import list_chain
from graph.data.vocabulary import TYPES, RelationType
from graph.data.withheld import Withheld
from graph.errors import QuestionError, quote_value
from graph.names import suggest
from graph.rules.headers import FILLED_COLUMNS, KNOWN_COLUMNS, REQUIRED_COLUMNS
from graph.rules.set_aside import list_set_aside
from graph.select import filters
from graph.sharing.withheld_claimants import withhold_all_claimants, withhold_claimants
from graph.sharing.withheld_sources import (
    cut_sources,
    find_cited,
    keep_voices,
    list_hidden_addresses,
    replace_references,
)

if TYPE_CHECKING:
    from graph.select.selection import Selection

    AnySelection = TypeVar("AnySelection", bound=Selection)

Rows = Sequence[int]

FAMILIES = ("actors", "relations", "sources")
LABELS = (PRIVATE, "stance", "basis", "via", "voice")
"""Columns that say how to read a row, and cannot be left out."""

Families = Mapping[str, Collection[str]]
"""Names of columns by the name of their table."""


def count_private(columns: Columns) -> Withheld:
    """Count the rows that would be withheld, with the relations of private actors."""
    actors, relations = _find_public_rows(columns)
    return Withheld(
        len(columns.actors) - len(actors),
        len(columns.relations) - len(relations),
        sum(map(_is_private, columns.sources.values())),
    )


def remove_private(network: AnySelection) -> AnySelection:
    """Return a Network without its private rows; see `Network.public`."""
    if not any(PRIVATE in names for names in _list_columns(network.columns).values()):
        return network
    sources = network.columns.sources.values()
    private_sources = {source.id for source in sources if _is_private(source)}
    marks = {family: {PRIVATE} for family in FAMILIES}
    return _withhold(network, _find_public_rows(network.columns), private_sources, marks)


def remove_columns(network: AnySelection, names: Iterable[str]) -> AnySelection:
    """Return a Network without some columns; see `Network.redact`."""
    columns = network.columns
    removed: dict[str, set[str]] = {family: set() for family in FAMILIES}
    for name in names:
        for family, column in _resolve_column(columns, name, network.withheld.columns):
            removed[family].add(column)
    every_row = range(len(columns.actors)), range(len(columns.relations))
    redacted = _withhold(network, every_row, (), removed)
    if "claimant" not in removed["relations"]:
        return redacted
    unnamed = withhold_all_claimants(redacted.columns.relations)
    return replace(redacted, columns=replace(redacted.columns, relations=unnamed))


def list_removable_columns(columns: Columns) -> list[str]:
    """Return the names of the columns that may be left out, each once.

    Examples
    --------
    >>> import graph
    >>> list_removable_columns(graph.load_example().columns)[:3]
    ['aliases', 'description', 'start']
    """
    present = dict.fromkeys(name for names in _list_columns(columns).values() for name in names)
    due = (*REQUIRED_COLUMNS.items(), *FILLED_COLUMNS.items())
    needed = {*LABELS, *(name for family, names in due if family in FAMILIES for name in names)}
    return [name for name in present if name not in needed]


def list_own_columns(columns: Columns) -> list[str]:
    """Return the columns of the author's own, each with its table, such as ``actors.phone``.

    Examples
    --------
    >>> import graph
    >>> list_own_columns(graph.load_example().columns)
    []
    """
    return [
        f"{family}.{name}"
        for family, names in _list_columns(columns).items()
        for name in names
        if name not in KNOWN_COLUMNS[family]
    ]


# Rows


def _find_public_rows(columns: Columns) -> tuple[Rows, Rows]:
    """Return the rows of the actors and of the relations that are not private."""

    def is_public(cell: str) -> bool:
        return cell != "yes"

    actors, relations = columns.actors, columns.relations
    actor_rows = filter_rows(actors.cells(PRIVATE), range(len(actors)), is_public)
    relation_rows = filter_rows(relations.cells(PRIVATE), range(len(relations)), is_public)
    return actor_rows, filters.keep_among(columns, relation_rows, actor_rows)


def _is_private(source: Source) -> bool:
    return source.attributes.get(PRIVATE) == "yes"


def _withhold(
    network: AnySelection,
    public_rows: tuple[Rows, Rows],
    private_sources: Collection[str],
    removed: Families,
) -> AnySelection:
    """Return a Network of some rows of the actors and relations, without some columns."""
    columns = network.columns
    actors = _cut_table(columns.actors, "actors", public_rows[0], removed)
    relations = _cut_table(columns.relations, "relations", public_rows[1], removed)
    relations = withhold_claimants(columns, replace(columns, actors=actors, relations=relations))
    ids = columns.source_ids
    hidden = list_hidden_addresses(columns, private_sources, removed["sources"])
    cited_before = find_cited(columns.actors, ids) | find_cited(columns.relations, ids)
    cited = find_cited(actors, ids) | find_cited(relations, ids)
    quoting = {step for source in cited for step in list_chain(columns.sources, source)}
    uncited = cited_before - cited - quoting
    withheld_sources = {*private_sources, *uncited.intersection(columns.sources)}
    public = Columns(
        replace_references(actors, withheld_sources, hidden),
        replace_references(relations, withheld_sources, hidden),
        cut_sources(columns.sources, withheld_sources, removed["sources"]),
        _remove_types(columns, relations),
    )
    public = keep_voices(columns, public)
    withheld = Withheld(
        len(columns.actors) - len(actors),
        len(columns.relations) - len(relations),
        len(withheld_sources),
        tuple(_name_withheld_columns(columns, public, removed)),
    )
    return replace(
        network,
        columns=public,
        actor_numbers=_renumber(network.actor_numbers, public_rows[0]),
        relation_numbers=_renumber(network.relation_numbers, public_rows[1]),
        warnings=list_set_aside(network.warnings)
        if withheld
        else network.warnings,  # others quote cells
        withheld=network.withheld | withheld,
        filters=(),  # they may name what is withheld
    )


def _cut_table(table: Table, family: str, rows: Rows, removed: Families) -> Table:
    """Return some rows of a table, without some columns and those of the withheld rows only."""
    cells = {
        name: (column, take_rows(column, rows))
        for name, column in table.columns.items()
        if name not in removed[family] or (family, name) == ("relations", "claimant")
    }
    return Table(
        table.name,
        {
            name: taken
            for name, (column, taken) in cells.items()
            if name in KNOWN_COLUMNS[family] or _is_filled(taken) or not _is_filled(column)
        },
        table.lines if len(rows) == len(table) else [table.lines[row] for row in rows],
        header_line=table.header_line,
    )


def _is_filled(cells: Sequence[str]) -> bool:
    return any(unique_values(cells))


def _remove_types(columns: Columns, relations: Table) -> Mapping[str, RelationType]:
    """Return the relation types without what types.csv says of those of withheld relations only."""
    before = unique_values(columns.relations.cells("type"))
    withheld = {*before}.difference(unique_values(relations.cells("type")))
    return {
        name: TYPES.get(name, kind) if name in withheld else kind
        for name, kind in columns.types.items()
        if name not in withheld or name in TYPES
    }


def _renumber(numbers: Rows, rows: Rows) -> Rows:
    """Return row numbers among some rows of the table; numbers of other rows are dropped."""
    if isinstance(rows, range):
        return numbers
    new_number = {row: number for number, row in enumerate(rows)}
    return [new_number[row] for row in numbers if row in new_number]


# Columns


def _list_columns(columns: Columns) -> Families:
    """Return the names of each table's columns."""
    sources = columns.sources.values()
    built_in = [name for name in SOURCE_COLUMNS if any(getattr(each, name) for each in sources)]
    own = (name for source in sources for name in source.attributes)
    return {
        "actors": columns.actors.columns,
        "relations": columns.relations.columns,
        "sources": list(dict.fromkeys((*built_in, *own))),
    }


def _name_withheld_columns(columns: Columns, public: Columns, removed: Families) -> Iterator[str]:
    """Yield the columns that are withheld, as ``actors.phone``; not the mark itself."""
    present, remaining = _list_columns(columns), _list_columns(public)
    for family, names in present.items():
        emptied = {name for name in names if name not in KNOWN_COLUMNS[family]}
        withheld = {*removed[family], *emptied.difference(remaining[family])}
        for name in sorted(withheld):
            if name in names and name != PRIVATE:
                yield f"{family}.{name}"


def _resolve_column(columns: Columns, name: str, withheld: Sequence[str]) -> list[tuple[str, str]]:
    """Return the table and the column of each column that a name such as ``note`` means.

    The columns of `withheld` were removed before; to name one again is no mistake.

    Raises
    ------
    QuestionError
        When there is no such column, or it cannot be left out.
    """
    present = _list_columns(columns)

    def has(family: str, column: str) -> bool:
        return column in present[family] or column in KNOWN_COLUMNS[family]

    resolved = [(family, name) for family in FAMILIES if has(family, name)]
    family, dot, column = name.partition(".")
    if not resolved and dot and family in FAMILIES and has(family, column):
        resolved = [(family, column)]
    if not resolved and any(name in (each, each.partition(".")[2]) for each in withheld):
        return []
    if not resolved:
        removable = list_removable_columns(columns)
        hint = suggest.suggest_word(name, removable) or f"There are: {', '.join(removable)}."
        raise QuestionError("redact", f"no file has a column {quote_value(name)}. {hint}")
    for family, column in resolved:
        _refuse_needed(family, column)
    return resolved


def _refuse_needed(family: str, column: str) -> None:
    """Refuse to remove a column without which the rest would be wrong."""
    remedy = "Mark rows as private instead."
    if column in (*REQUIRED_COLUMNS[family], *FILLED_COLUMNS.get(family, ())):
        reason = f"every row of {family}.csv needs it"
    elif (family, column) == ("relations", "stance"):
        reason = "what a row disputes would read as asserted"
    elif (family, column) == ("relations", "basis"):
        reason = "what is alleged would read as stated"
    elif family == "sources" and column in ("via", "voice"):
        reason = "sources that are one voice would read as independent"
    elif column == PRIVATE:  # without the mark, a page of the rest would show these rows
        reason, remedy = "it says which rows are withheld", "Pages have no such column."
    else:
        return
    raise QuestionError("redact", f"{quote_value(column)} cannot be left out: {reason}. {remedy}")
