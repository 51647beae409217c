"""Suggest the nearest known word or actor, for the last sentence of an error message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.errors import format_actor, quote_value

if TYPE_CHECKING:
    from graph.names.resolve import Spellings


def suggest_word(
    word: str, words: Sequence[str], question: str = "Did you mean {}?", near: float = 0.6
) -> str:
    """Return a question with the most similar known word, or an empty text if none is similar.

    Likeness is the normalised indel similarity, 1 for equal; words below `near` are left out.

    Examples
    --------
    >>> suggest_word("fund", ["ally", "funds", "borders"])
    "Did you mean 'funds'?"
    >>> suggest_word("xyz", ["ally", "funds", "borders"])
    ''
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    match = process.extractOne(
        word.casefold(), words, scorer=Indel.normalized_similarity, score_cutoff=near
    )
    return question.format(quote_value(match[0])) if match else ""


def suggest_actor(word: str, spellings: Spellings) -> str:
    """Return a question with the nearest actor's id and name, or an empty text if none is similar.

    Examples
    --------
    >>> suggest_actor("Lukashenka", [("lukashenko", "A. Lukashenko", "Лукашенко")])
    "Did you mean 'lukashenko' (A. Lukashenko)?"
    """
    from graph.names.resolve import find_nearest_rows

    rows = find_nearest_rows(word, spellings, limit=1)
    return "".join(f"Did you mean {format_actor(*spellings[row][:2])}?" for row in rows)
