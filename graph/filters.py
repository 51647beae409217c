"""Which relations, and which actors, a filter keeps; all work on row numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from graph import dates, nearest
from graph.columns import Columns
from graph.errors import QuestionError

Rows = Sequence[int]


def flat(words: Iterable[str | Iterable[str]]) -> list[str]:
    """Return words given one by one or in lists as one list.

    Examples
    --------
    >>> flat(["ally", ["funds", "hosts"]])
    ['ally', 'funds', 'hosts']
    """
    return [word for group in words for word in ([group] if isinstance(group, str) else group)]


def asked_types(columns: Columns, question: str, names: Sequence[str]) -> set[str]:
    """Return the names as a set if each is a relation type in force, else raise.

    Raises
    ------
    QuestionError
        For the first that is none, with the nearest.
    """
    for name in names:
        if name not in columns.types:
            known = list(columns.types)
            hint = nearest.hint(name, known) or f"Known: {', '.join(known)}."
            raise QuestionError(question, f"{name!r} is no relation type. {hint}")
    return set(names)


def of_types(columns: Columns, rows: Rows, types: Collection[str], *, keep: bool) -> Rows:
    """Return the relations whose type is (or, with `keep` false, is not) among `types`."""
    cells = columns.relations.cells("type")
    return [row for row in rows if (cells[row] in types) == keep]


def at(columns: Columns, rows: Rows, date: str, *, undated: bool) -> Rows:
    """Return the relations whose interval overlaps a date; see `Network.at`."""
    dates.asked_date(date)
    start, end = columns.relations.cells("start"), columns.relations.cells("end")
    return [
        row
        for row in rows
        if (dates.overlaps(start[row], end[row], date) if start[row] or end[row] else undated)
    ]


def confident(columns: Columns, rows: Rows, minimum: float, *, unrated: bool) -> Rows:
    """Return the relations that are confident enough; see `Network.confident`."""
    if not 0 <= minimum <= 1:
        raise QuestionError("confident", f"{minimum} is no confidence. Give 0 to 1.")
    confidences = columns.confidences

    def kept(row: int) -> bool:
        confidence = confidences[row]
        return unrated if confidence is None else confidence >= minimum

    return [row for row in rows if kept(row)]


def of_kinds(columns: Columns, actors: Rows, kinds: Sequence[str]) -> Rows:
    """Return the actors of some kinds; see `Network.kinds`."""
    cells = columns.actors.cells("kind")
    present = sorted(set(cells))
    for kind in kinds:
        if kind not in present:
            hint = nearest.hint(kind, present) or f"There are: {', '.join(present)}."
            raise QuestionError("kinds", f"no actor is of the kind {kind!r}. {hint}")
    return [row for row in actors if cells[row] in kinds]


def among(columns: Columns, rows: Rows, actors: Rows) -> Rows:
    """Return the relations both of whose ends are among `actors`."""
    kept = set(actors)
    source, target = columns.endpoints
    return [row for row in rows if source[row] in kept and target[row] in kept]
