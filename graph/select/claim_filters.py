"""Filters by who says so, and by what a row rests on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import get_args

from graph.data.columns import Columns
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import filter_rows
from graph.data.records import Basis
from graph.errors import QuestionError, quote_value, shorten
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
    from graph.names.persons import PersonRows
    from graph.names.resolve import resolve_name

    claimants = list_claimants(columns)
    ids = columns.actors.cells("id")
    resolved: set[str] = set()
    for name in names:
        rows = resolve_name(name, columns.spellings, PersonRows(columns.actors))
        folded = fold(name)
        meant = {each for each in claimants if each == name or (folded and fold(each) == folded)}
        if len(rows) == 1 or (rows and not meant):
            meant |= {ids[resolve_row(name)]}.intersection(claimants)
        if not meant:
            advice = _suggest_claimants(columns, name, claimants)
            what = f"no relation is according to {name!r}. {advice}"
            raise QuestionError("according_to", what)
        resolved |= meant
    return resolved


def _suggest_claimants(columns: Columns, name: str, claimants: Sequence[str]) -> str:
    """Return a question with the nearest claimant, or the claimants that there are."""
    from graph.names.resolve import find_nearest_rows

    if not claimants:
        return "The data has no claimants: add the column to relations.csv."
    rows, names = columns.actor_row, columns.actors.cells("name")
    named = [(each, names[rows[each]] if each in rows else "") for each in claimants]
    nearest = find_nearest_rows(name, [(each, each, actor) for each, actor in named], limit=1)
    if nearest:
        return f"Did you mean {_format_claimant(*named[nearest[0]])}?"
    hidden = len(named) - SHOWN_CLAIMANTS
    more = f" and {hidden:,} more" if hidden > 0 else ""
    listed = ", ".join(_format_claimant(*each) for each in named[:SHOWN_CLAIMANTS])
    return f"There are: {listed}{more}."


def _format_claimant(claimant: str, actor: str) -> str:
    """Return a claimant as other errors show actors: the id, with the name of an actor."""
    return f"{quote_value(claimant)} ({shorten(actor)})" if actor else quote_value(claimant)


def keep_claimants(
    columns: Columns, rows: Sequence[int], claimants: Collection[str]
) -> Sequence[int]:
    """Return the relations that one of these claimants asserts or disputes."""
    return filter_rows(columns.claimants, rows, claimants.__contains__)
