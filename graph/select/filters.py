"""Which relations, and which actors, a filter keeps; all work on row numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence

from graph.data.columns import Columns
from graph.data.confidence import parse_confidence
from graph.data.dictionary_column import as_memoryview, to_row_array, unique_values
from graph.data.lazy_rows import LazyRows, get_marks, is_testable
from graph.data.matching_rows import filter_rows
from graph.data.row_marks import Marks, mark_numbers
from graph.data.spans import Span
from graph.data.via import find_falling
from graph.errors import QuestionError
from graph.names import suggest
from graph.names.sources import match_only_sources

Rows = Sequence[int]


def flatten_words(words: Iterable[str | Iterable[str]]) -> list[str]:
    """Return words given one by one or in lists as one list.

    Examples
    --------
    >>> flatten_words(["ally", ["funds", "hosts"]])
    ['ally', 'funds', 'hosts']
    """
    return [word for group in words for word in ([group] if isinstance(group, str) else group)]


def check_types(columns: Columns, question: str, names: Sequence[str]) -> set[str]:
    """Return the names as a set if each is a relation type in force, else raise.

    Raises
    ------
    QuestionError
        For the first that is none, with the nearest.
    """
    for name in names:
        if name not in columns.types:
            known = list(columns.types)
            hint = suggest.suggest_word(name, known) or f"Known: {', '.join(known)}."
            raise QuestionError(question, f"{name!r} is not a relation type. {hint}")
    return set(names)


def keep_types(columns: Columns, rows: Rows, types: Collection[str], *, keep: bool) -> Rows:
    """Return the relations whose type is (or, with `keep` false, is not) among `types`."""
    return filter_rows(columns.relations.cells("type"), rows, lambda name: (name in types) == keep)


def keep_in_span(columns: Columns, actors: Rows, relations: Rows, span: Span) -> tuple[Rows, Rows]:
    """Return the actors and relations that may hold in a span; see `Network.between`."""
    states = columns.lifetime_columns
    return states.select_actors(actors, span), states.select_relations(relations, span)


def read_minimum(minimum: float | str) -> float:
    """Return the least confidence that is asked for, 0 to 1, in any form that a cell may have.

    Raises
    ------
    QuestionError
        When it is not a confidence, or a grade that says nothing.

    Examples
    --------
    >>> read_minimum("85%"), read_minimum("high"), read_minimum("B2"), read_minimum(0.7)
    (0.85, 0.8, 0.8, 0.7)
    """
    is_number = isinstance(minimum, (int, float)) and not isinstance(minimum, bool)
    if is_number and 0 <= float(minimum) <= 1:
        return abs(minimum if isinstance(minimum, int) else float(minimum))  # -0 is 0
    from graph.rules.cells import CONFIDENCE_DUE, check_confidence

    if not (is_number or isinstance(minimum, str)):
        what = f"{minimum!r} is not a confidence. {CONFIDENCE_DUE}"
        raise QuestionError("min_confidence", what)
    text = str(minimum).strip()
    problem = check_confidence(text)
    if problem:
        what = " ".join(problem)
        raise QuestionError("min_confidence", what.replace("'", "", 2) if is_number else what)
    share = parse_confidence(text)
    if share is None:
        what = f"{text!r} says nothing: neither the source nor the claim can be judged."
        raise QuestionError("min_confidence", f"{what} {CONFIDENCE_DUE}")
    return abs(share)


def keep_confident(columns: Columns, rows: Rows, minimum: float, *, unrated: bool) -> Rows:
    """Return the relations that are confident enough; see `Network.min_confidence`."""

    def holds(confidence: float | None) -> bool:
        return unrated if confidence is None else confidence >= minimum

    return filter_rows(columns.confidences, rows, holds)


def check_kinds(columns: Columns, question: str, kinds: Sequence[str]) -> set[str]:
    """Return the kinds as a set if at least one actor is of each, else raise.

    Raises
    ------
    QuestionError
        For the first kind that no actor is of, with the nearest.
    """
    present = sorted(unique_values(columns.actors.cells("kind")))
    for kind in kinds:
        if kind not in present:
            hint = suggest.suggest_word(kind, present) or f"There are: {', '.join(present)}."
            raise QuestionError(question, f"no actor is of the kind {kind!r}. {hint}")
    return set(kinds)


def keep_kinds(columns: Columns, rows: Rows, kinds: Collection[str], *, keep: bool) -> Rows:
    """Return the actors whose kind is (or, with `keep` false, is not) among `kinds`."""
    return filter_rows(columns.actors.cells("kind"), rows, lambda kind: (kind in kinds) == keep)


def mark_kinds(columns: Columns, rows: Rows, kinds: Collection[str], *, keep: bool) -> Marks | None:
    """Return the relations whose actors are both of these kinds, as `keep_kinds` has it."""
    marks = get_marks(rows) if columns.end_kinds and is_testable(rows) else None
    if marks is None:
        return None
    passes = [(kind in kinds) == keep for kind in unique_values(columns.actors.cells("kind"))]
    source, target = (mark_numbers(numbers, passes) for numbers in columns.end_kinds)
    return marks & source & target


def mark_without(columns: Columns, rows: Rows, excluded: Collection[int]) -> Marks | None:
    """Return the relations without those of some actors."""
    marks = get_marks(rows) if columns.adjacency_indexes and is_testable(rows) else None
    if marks is None:
        return None
    marked = bytearray(marks.to_bytes(len(columns.relations), "little"))
    for index in columns.adjacency_indexes or ():
        for row in (row for actor in excluded for row in index.list_rows(actor)):
            marked[row] = 0
    return int.from_bytes(marked, "little")


def keep_among(
    columns: Columns,
    rows: Rows,
    actors: Rows,
    mark_rows: Callable[[], Marks | None] | None = None,
) -> Rows:
    """Return the relations both of whose ends are among `actors`.

    Parameters
    ----------
    mark_rows
        As in `graph.data.lazy_rows.LazyRows`.
    """
    source, target = columns.endpoints
    if not (isinstance(source, memoryview) and isinstance(target, memoryview)):
        known = set(actors)
        return [row for row in rows if source[row] in known and target[row] in known]
    if not is_testable(rows) or isinstance(actors, memoryview):
        return _list_among(columns, rows, actors)
    chosen: Container[int] = actors if is_testable(actors) else frozenset(actors)
    return LazyRows(
        lambda row: source[row] in chosen and target[row] in chosen and row in rows,
        lambda: _list_among(columns, rows, actors),
        mark_rows,
    )


def exclude_rows(rows: Rows, excluded: Collection[int]) -> Rows:
    """Return the rows without some.

    Examples
    --------
    >>> list(exclude_rows(range(4), {1}))
    [0, 2, 3]
    """

    def list_rows() -> Rows:
        return [row for row in rows if row not in excluded]

    if not is_testable(rows):
        return list_rows()
    return LazyRows(lambda row: row not in excluded and row in rows, list_rows)


def _list_among(columns: Columns, rows: Rows, actors: Rows) -> Rows:
    import numpy as np

    source, target = columns.endpoints

    chosen = np.zeros(len(columns.actors), bool)
    chosen[to_row_array(actors)] = True
    numbers = to_row_array(rows)
    both = chosen[np.asarray(source)[numbers]] & chosen[np.asarray(target)[numbers]]
    return as_memoryview(numbers[both])


def drop_sources(
    columns: Columns, actors: Rows, relations: Rows, sources: Collection[str]
) -> tuple[Rows, Rows]:
    """Return the actors and relations left if some sources are wrong.

    See `Network.without_source`.
    """
    falls = match_only_sources(find_falling(columns.sources, sources))
    left = filter_rows(
        columns.relations.cells("reference"), relations, lambda cell: not falls(cell)
    )
    doubtful = set(filter_rows(columns.actors.cells("reference"), actors, falls))
    if not doubtful:
        return actors, left
    source, target = columns.endpoints
    doubtful.difference_update(map(source.__getitem__, left), map(target.__getitem__, left))
    return [row for row in actors if row not in doubtful], left
