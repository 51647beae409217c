"""What a person types, and the actor they mean.

A query goes through four stages, and is answered by the first at which an actor matches:
exact id; exact name or alias; the same after folding (case, diacritics, script, spacing, word
order); whole words of one name. When several actors match at a stage, they are all candidates
and none is chosen. A near miss is never taken: it is only ever offered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from graph.columns import parts
from graph.formats.table import Table

LONGEST_QUERY = 200
NEAR = 0.75

Spellings = Sequence[tuple[str, ...]]
"""For each actor its id, then its name, then its aliases."""

APOSTROPHES = str.maketrans("", "", "'`´’‘ʼʹ\"")
WORD = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> tuple[str, ...]:
    """Return the words of a text as plain lower-case ASCII letters and digits.

    Examples
    --------
    >>> fold("Łukaszenka, А."), fold("Лукашенко"), fold("Kalinoŭski Regiment")
    (('lukaszenka', 'a'), ('lukashenko',), ('kalinouski', 'regiment'))
    """
    normal = unicodedata.normalize("NFKC", text)
    if not normal.isascii():
        from anyascii import anyascii

        normal = anyascii(normal.translate(APOSTROPHES))
    return tuple(WORD.findall(normal.translate(APOSTROPHES).lower()))


def spellings(actors: Table) -> Spellings:
    """Return for each actor of a table its id, its name and its aliases."""
    columns = zip(actors.cells("id"), actors.cells("name"), actors.cells("aliases"), strict=True)
    return [(actor, name, *parts(aliases)) for actor, name, aliases in columns]


def matching_rows(query: str, known: Spellings) -> list[int]:
    """Return the rows of the actors that a query names: one, several alike, or none.

    Parameters
    ----------
    query
        What was typed; surrounding white space does not count.
    known
        The spellings of every actor, by row.

    Examples
    --------
    >>> known = [("ab1", "1st Guards"), ("ab11", "11th Guards"), ("luk", "A. Lukashenko")]
    >>> matching_rows("Лукашенко", known), matching_rows("guards", known), matching_rows("x", known)
    ([2], [0, 1], [])
    """
    text = query.strip()
    if not text or len(text) > LONGEST_QUERY:
        return []
    for stage in (_exact_id, _exact_name, _folded, _whole_words):
        rows = stage(text, known)
        if rows:
            return rows
    return []


def nearest_rows(query: str, known: Spellings, limit: int = 3) -> list[int]:
    """Return the rows of the actors whose names look most like a query, best first.

    Likeness is the normalised indel similarity of the folded texts (1 for equal), taken over
    every run of words of a name that is as long as the query, and over the whole name; below
    0.75 nothing is near. A word with a digit in it is near nothing but itself.

    Examples
    --------
    >>> nearest_rows("Lukashenk", [("putin", "V. Putin"), ("luk", "A. Lukashenko")])
    [1]
    >>> nearest_rows("2nd Guards", [("ab1", "1st Guards")])
    []
    """
    words = fold(query.strip()[: LONGEST_QUERY + 1])
    if not words or len(query.strip()) > LONGEST_QUERY:
        return []
    from rapidfuzz.distance import Indel

    likeness = _likeness("".join(words), Indel.normalized_similarity)
    numbered = {word for word in words if any(character.isdigit() for character in word)}
    scored = []
    for row, (_, *names) in enumerate(known):
        folded = [name for name in map(fold, names) if numbered.issubset(name)]
        score = max(
            (likeness(run) for name in folded for run in _runs(name, len(words))), default=0
        )
        if score >= NEAR:
            scored.append((-score, row))
    return [row for _, row in sorted(scored)[:limit]]


def _likeness(query: str, similarity: Callable[..., float]) -> Callable[[str], float]:
    return lambda run: similarity(query, run, score_cutoff=NEAR)


def _runs(words: tuple[str, ...], length: int) -> Iterator[str]:
    """Yield every run of `length` words, then the whole name, each as one text."""
    for first in range(len(words) - length + 1):
        yield "".join(words[first : first + length])
    yield "".join(words)


def _exact_id(text: str, known: Spellings) -> list[int]:
    return [row for row, (actor, *_) in enumerate(known) if actor == text]


def _exact_name(text: str, known: Spellings) -> list[int]:
    return [row for row, (_, *names) in enumerate(known) if text in names]


def _folded(text: str, known: Spellings) -> list[int]:
    words = fold(text)
    if not words:
        return []
    joined, ordered = "".join(words), "".join(sorted(words))
    return [
        row
        for row, (_, *names) in enumerate(known)
        if any(
            joined == "".join(name) or ordered == "".join(sorted(name)) for name in map(fold, names)
        )
    ]


def _whole_words(text: str, known: Spellings) -> list[int]:
    words = set(fold(text))
    if not words:
        return []
    return [
        row
        for row, (_, *names) in enumerate(known)
        if any(words.issubset(fold(name)) for name in names)
    ]
