"""Where a text still names actors that the data was made without: texts are nobody's column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.data.columns import SOURCE_COLUMNS, Columns
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, quoted

SHORTEST = 3  # characters of a name that is looked for: shorter ones are parts of any text
ENDS = ("source", "target")  # they repeat a name that stands with its actor
REMEDY = "Change the text."
RULE = "names-withheld"

Pattern = re.Pattern[str]


def mentions(before: Columns, left: Columns) -> list[Problem]:
    """Return a warning for each cell that names an actor who is withheld.

    Parameters
    ----------
    before
        The data with everybody in it.
    left
        What is left of it, as `graph.sharing.privacy` makes it.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> hidden = net.actors["id"].eq("lukashenko").map({True: "yes", False: "no"})
    >>> full = graph.Network.from_frames(net.actors.assign(private=hidden), net.relations)
    >>> found = mentions(full.columns, full.public().columns)
    >>> found[0].column, found[0].what
    ('note', "still names 'Lukashenko', who is withheld.")
    """
    pattern = _names(before, left)
    if pattern is None:
        return []
    found = [
        problem
        for table in (left.actors, left.relations)
        for problem in sorted(_in_table(table, pattern), key=lambda each: each.line or 0)
    ]
    return [*found, *_in_sources(left, pattern)]


def in_story(before: Columns, left: Columns, file: str, text: str) -> list[Problem]:
    """Return a warning for each line of a story that names an actor who is withheld.

    Parameters
    ----------
    before, left
        As for `mentions`.
    file
        The name of the story's file, as warnings show it.
    text
        What stands in it.
    """
    pattern = _names(before, left)
    if pattern is None:
        return []
    return [
        Problem(file, number, "", _told(pattern, line), REMEDY, "warning", rule=RULE)
        for number, line in enumerate(re.split("\r\n|\r|\n", text), 1)
        if pattern.search(line)
    ]


def named_in(before: Columns, left: Columns, text: str) -> str:
    """Return the first name of an actor who is withheld as it stands in a text, or nothing."""
    pattern = _names(before, left)
    found = pattern.search(text) if pattern else None
    return found[0] if found else ""


def _names(before: Columns, left: Columns) -> Pattern | None:
    """Return a pattern of the names that nobody has who is left, as whole words."""
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for actor, *spelled in before.spellings:
        names[actor in left.actor_row].update(spelled)
    closed = sorted(name for name in names[False] - names[True] if len(name) >= SHORTEST)
    if not closed:
        return None
    longest = sorted(closed, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def _in_table(table: Table, pattern: Pattern) -> Iterator[Problem]:
    for column, cells in table.columns.items():
        for row in find_rows(cells, pattern.search) if column not in ENDS else ():
            what = _told(pattern, cells[row])
            yield table.warning(row, column, what, REMEDY, rule=RULE)


def _in_sources(left: Columns, pattern: Pattern) -> Iterator[Problem]:
    for source in left.sources.values():
        known = {name: str(getattr(source, name)) for name in SOURCE_COLUMNS}
        for column, cell in {**known, **source.attributes}.items():
            if pattern.search(cell):
                what = f"{quoted(source.id)} {_told(pattern, cell)}"
                yield Problem("sources.csv", None, column, what, REMEDY, "warning", rule=RULE)


def _told(pattern: Pattern, cell: str) -> str:
    found = pattern.search(cell)
    return f"still names {quoted(found[0] if found else '')}, who is withheld."
