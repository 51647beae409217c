"""Filters by who says so, and by what a row rests on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import get_args

from graph.data.columns import Columns
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import filter_rows
from graph.data.records import Basis
from graph.errors import QuestionError, shorten
from graph.names import suggest

BASES: Sequence[Basis] = get_args(Basis)
SHOWN_CLAIMANTS = 5


def check_bases(question: str, words: Sequence[str]) -> set[str]:
    """Return words as a set if each is stated, inferred or alleged, else raise.

    Raises
    ------
    QuestionError
        For the first that is not, with the nearest.
    """
    for word in words:
        if word not in BASES:
            hint = suggest.suggest_word(word, BASES) or f"There are: {', '.join(BASES)}."
            raise QuestionError(question, f"{word!r} is not a basis. {hint}")
    return set(words)


def keep_bases(
    columns: Columns, rows: Sequence[int], bases: Collection[str], *, keep: bool
) -> Sequence[int]:
    """Return the relations whose basis is (or, with `keep` false, is not) among `bases`."""
    return filter_rows(columns.bases, rows, lambda basis: (basis in bases) == keep)


def list_claimants(columns: Columns) -> list[str]:
    """Return every claimant once: actors by id, others in words, in alphabetical order."""
    return sorted(filter(None, unique_values(columns.claimants)))


def resolve_claimants(
    columns: Columns, names: Iterable[str], resolve_row: Callable[[str], int]
) -> set[str]:
    """Return the claimants that names mean: ids of actors, and words as the data has them.

    Parameters
    ----------
    columns
        The data.
    names
        Actors as a person would name them, or words; these are compared folded.
    resolve_row
        Returns the row of the one actor that a name means, else raises.

    Raises
    ------
    ActorError
        When a name leads to several actors.
    QuestionError
        When nobody of that name says anything, with those who do.
    """
    from graph.names.folding import fold
    from graph.names.resolve import resolve_name
    from graph.names.suggest import suggest_word

    claimants = list_claimants(columns)
    ids = columns.actors.cells("id")
    resolved: set[str] = set()
    for name in names:
        rows = resolve_name(name, columns.spellings, columns.people)
        folded = fold(name)
        meant = {each for each in claimants if each == name or (folded and fold(each) == folded)}
        if len(rows) == 1 or (rows and not meant):
            meant |= {ids[resolve_row(name)]}.intersection(claimants)
        if not meant:
            advice = suggest_word(name, claimants) or _list_some(claimants)
            what = f"no relation is according to {name!r}. {advice}"
            raise QuestionError("according_to", what)
        resolved |= meant
    return resolved


def _list_some(claimants: Sequence[str]) -> str:
    if not claimants:
        return "The data has no claimants: add the column to relations.csv."
    hidden = len(claimants) - SHOWN_CLAIMANTS
    more = f" and {hidden:,} more" if hidden > 0 else ""
    return f"There are: {', '.join(map(shorten, claimants[:SHOWN_CLAIMANTS]))}{more}."


def keep_claimants(
    columns: Columns, rows: Sequence[int], claimants: Collection[str]
) -> Sequence[int]:
    """Return the relations that one of these claimants asserts or disputes."""
    return filter_rows(columns.claimants, rows, claimants.__contains__)
