"""The nearest word to one that means nothing: what an error's last sentence offers."""

from __future__ import annotations

from collections.abc import Sequence

from graph.formats.table import Table


def hint(word: str, known: Sequence[str], question: str = "Did you mean {}?") -> str:
    """Return a question with the nearest known word, or nothing when none is near.

    Examples
    --------
    >>> hint("fund", ["ally", "funds", "borders"])
    "Did you mean 'funds'?"
    >>> hint("xyz", ["ally", "funds", "borders"])
    ''
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    match = process.extractOne(
        word.casefold(), known, scorer=Indel.normalized_similarity, score_cutoff=0.6
    )
    return question.format(repr(match[0])) if match else ""


def actor_hint(word: str, actors: Table) -> str:
    """Return a question with the nearest actor's id and name, or nothing when none is near.

    Examples
    --------
    >>> actors = Table("actors.csv", {"id": ["lukashenko"], "name": ["A. Lukashenko"]}, [2])
    >>> actor_hint("Lukashenka", actors)
    "Did you mean 'lukashenko' (A. Lukashenko)?"
    """
    from graph.names import nearest_rows, spellings

    rows = nearest_rows(word, spellings(actors), limit=1)
    if not rows:
        return ""
    return f"Did you mean {actors.cells('id')[rows[0]]!r} ({actors.cells('name')[rows[0]]})?"
