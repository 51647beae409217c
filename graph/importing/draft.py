"""A network on its way in: columns of text, before words are understood and names are matched.

Every reader of a foreign format returns a `Draft`. What is the same for all formats happens to the
draft afterwards: dates, numbers and words are understood by column, names are matched, relation
types are looked up, and the files and the report are written.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS

# These names begin with a blank, which no column of a file does: headers are trimmed.
KEY = " key"
"""The column of an actor's key: what relations name it by; blank for the name itself."""

DIRECTED = " directed"
"""The column that says ``yes``, ``no`` (the relation holds both ways) or nothing."""

SIGN = " sign"
"""The column of the sign of a relation, beside its type: ``+``, ``-``, ``0`` or nothing."""

PLACE = " place"
"""The column of where a row was read: ``file:12``, or ``book.xlsx, sheet Ties:12``."""

IDENTIFYING = " identifying"
"""The column of what identifies the actor of a row beside its name, such as ``kind start``."""

COLUMN_OF_ROLE: Mapping[str, str] = {"key": KEY, "directed": DIRECTED, "sign": SIGN}
"""The columns of a draft whose name is not that of their role."""

ACTOR_FIELDS = (KEY, *ACTOR_COLUMNS[1:], PLACE, IDENTIFYING)
RELATION_FIELDS = (*RELATION_COLUMNS, DIRECTED, SIGN, PLACE)
FIELDS: Mapping[str, Sequence[str]] = {
    "actors": ACTOR_FIELDS,
    "relations": RELATION_FIELDS,
    "sources": SOURCE_COLUMNS,
    "types": TYPE_COLUMNS,
}
"""The columns of each table that have a meaning; any other column is the person's own."""

Point = tuple[float, float]

Rows = dict[str, Sequence[str]]
"""Columns of equal length by name. A long column may be a `DictionaryColumn`."""


@dataclass(frozen=True)
class SetAside:
    """A row that is not imported.

    Parameters
    ----------
    place
        Where it was read.
    reason
        Why it is not imported, as a sentence.
    cells
        The row as it was read, by the file's own column names.
    """

    place: str
    reason: str
    cells: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Note:
    """One decision about how the data was read, for the report.

    Parameters
    ----------
    topic
        What it is about: a heading of the report, such as ``columns``, ``dates`` or ``actors``.
    text
        What was decided and why, as a sentence.
    option
        The option that decides otherwise, such as ``--dates mdy``; may be empty.
    is_guess
        Whether a careful person should look at it.
    """

    topic: str
    text: str
    option: str = ""
    is_guess: bool = False


@dataclass
class Draft:
    """What was read of one or more foreign files.

    Cells hold text as the file has it, trimmed; bars separate several values. Columns that a
    format lacks are left out. An own column must not have a name of `FIELDS`.

    Parameters
    ----------
    actors, relations, sources, types
        Columns by name; see `FIELDS`. Ends of relations are keys or names of actors, and need
        not be among the actors.
    set_aside
        The rows that are not imported.
    notes
        What was decided while reading.
    separators
        By end (``source``, ``target``), what a person says separates several actors in a cell.
    positions
        By key, where an actor is drawn in the file; y grows downwards.
    is_exported
        Whether all of it was read from files that explore exported.

    Examples
    --------
    >>> draft = Draft(relations={"source": ["n1"], "target": ["n2"], DIRECTED: ["no"]})
    >>> draft.extend(Draft(relations={"source": ["n3"], "target": ["n1"], "type": ["funds"]}))
    >>> {name: list(cells) for name, cells in draft.relations.items()}["type"]
    ['', 'funds']
    """

    actors: Rows = field(default_factory=dict)
    relations: Rows = field(default_factory=dict)
    sources: Rows = field(default_factory=dict)
    types: Rows = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    separators: dict[str, str] = field(default_factory=dict)
    positions: dict[str, Point] = field(default_factory=dict)
    is_exported: bool = False

    def extend(self, other: Draft) -> None:
        """Add the rows of another draft below this one's; a column that one lacks is blank."""
        is_first = not any(getattr(self, family) for family in FIELDS)
        if any(getattr(other, family) for family in FIELDS):
            self.is_exported = other.is_exported and (is_first or self.is_exported)
        for family in FIELDS:
            setattr(self, family, _join_rows(getattr(self, family), getattr(other, family)))
        self.set_aside += other.set_aside
        self.notes += other.notes
        self.separators |= other.separators
        self.positions |= other.positions


def count_rows(rows: Rows) -> int:
    """Return how many rows a table of a draft has.

    Examples
    --------
    >>> count_rows({"name": ["A", "B"]}), count_rows({})
    (2, 0)
    """
    return len(next(iter(rows.values()), ()))


def add_working_column(rows: Rows, name: str, cells: Sequence[str], notes: list[Note]) -> None:
    """Add a column that the import makes; one of the person's own with its name gets another.

    Examples
    --------
    >>> rows, notes = {"wording": ["mine"]}, []
    >>> add_working_column(rows, "wording", ["ours"], notes)
    >>> rows, notes[0].text
    ({'original wording': ['mine'], 'wording': ['ours']}, "Your column 'wording' is kept as \
'original wording': import writes a column of that name.")
    """
    if name in rows:
        former = free_name(f"original {name}", rows)
        rows[former] = rows.pop(name)
        what = f"Your column {name!r} is kept as {former!r}: import writes a column of that name."
        notes.append(Note("columns", what))
    rows[name] = cells


def free_name(name: str, taken: Container[str]) -> str:
    """Return a name that is not taken, numbered if it has to be.

    Examples
    --------
    >>> free_name("a", ["a", "a 2"])
    'a 3'
    """
    wanted, number = name, 2
    while name in taken:
        name, number = f"{wanted} {number}", number + 1
    return name


def _join_rows(above: Rows, below: Rows) -> Rows:
    if not above or not below:
        return above or below
    counts = count_rows(above), count_rows(below)
    return {
        name: [*above.get(name, [""] * counts[0]), *below.get(name, [""] * counts[1])]
        for name in dict.fromkeys((*above, *below))
    }
