"""What a person types, and the actor they mean.

A query goes through four stages, and is answered by the first at which an actor matches:
exact id; exact name or alias; the same after folding (case, diacritics, script, spacing, word
order); whole words of one name. When several actors match at a stage, they are all candidates
and none is chosen. A near miss is never taken: it is only ever offered.

Numbers keep their bounds (11 2 is not 112) and, like symbols, their places: where a name has
several of them, the order of its words says which number is whose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from graph.columns import parts
from graph.folding import Words, fold, is_symbol, lossy_scripts, shared_scripts
from graph.formats.table import Table

LONGEST_QUERY = 200
NEAR = 0.75
# Not str.strip's own, which differs from what browsers strip.
WHITE = (
    " \t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)

Spellings = Sequence[tuple[str, ...]]
"""For each actor its id, then its name, then its aliases."""

DIGITS = re.compile(r"[0-9]+")


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
    text = query.strip(WHITE)
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
    text = query.strip(WHITE)
    words = fold(text) if len(text) <= LONGEST_QUERY else ()
    if not words:
        return []
    from rapidfuzz.distance import Indel

    likeness = _likeness("".join(words), Indel.normalized_similarity)
    numbered = set(_numbered(words))
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


def _runs(words: Words, length: int) -> Iterator[str]:
    """Yield every run of `length` words, then the whole name, each as one text."""
    yield from map("".join, _windows(words, length))
    yield "".join(words)


def _exact_id(text: str, known: Spellings) -> list[int]:
    return [row for row, (actor, *_) in enumerate(known) if actor == text]


def _exact_name(text: str, known: Spellings) -> list[int]:
    return [row for row, (_, *names) in enumerate(known) if text in names]


def _folded(text: str, known: Spellings) -> list[int]:
    return _matching(text, known, _same_as)


def _whole_words(text: str, known: Spellings) -> list[int]:
    return _matching(text, known, _holding)


Test = Callable[[Words], bool]


def _matching(text: str, known: Spellings, made: Callable[[Words], Test]) -> list[int]:
    """Return the rows with a name that passes the test made for the words of a query."""
    matches, scripts = made(fold(text)), lossy_scripts(text)

    def matches_kept(name: str) -> bool:
        # Homophones of one script are not the same: transliteration is for comparing two.
        shared = shared_scripts(name, scripts)
        return made(fold(text, shared))(fold(name, shared)) if shared else matches(fold(name))

    if scripts:
        return [row for row, (_, *names) in enumerate(known) if any(map(matches_kept, names))]
    return [row for row, (_, *names) in enumerate(known) if any(map(matches, map(fold, names)))]


def _same_as(words: Words) -> Test:
    """Return a test for the same words in any order, or the same text but for spaces."""
    joined, ordered, numbers = "".join(words), sorted(words), _digit_runs(words)
    free = len(_numbered(words)) <= 1 and not _has_symbol(words)

    def same(name: Words) -> bool:
        if "".join(name) == joined:
            return bool(joined) and _digit_runs(name) == numbers
        return free and len(name) == len(ordered) and sorted(name) == ordered

    return same


def _holding(words: Words) -> Test:
    """Return a test for names that have all of these words, each as often."""
    needed, counts = set(words), Counter(words)
    symbol, number = _has_symbol(words), bool(_numbered(words))

    def holds(name: Words) -> bool:
        if not words or not needed.issubset(name) or counts - Counter(name):
            return False
        fixed = symbol or (number and len(_numbered(name)) > 1)
        return not fixed or words in _windows(name, len(words))

    return holds


def _numbered(words: Words) -> list[str]:
    return [word for word in words if DIGITS.search(word)]


def _digit_runs(words: Words) -> list[str]:
    return [digits for word in words for digits in DIGITS.findall(word)]


def _has_symbol(words: Words) -> bool:
    return any(is_symbol(word[0]) for word in words)


def _windows(words: Words, length: int) -> Iterator[Words]:
    """Yield every run of consecutive words of this length."""
    for first in range(len(words) - length + 1):
        yield words[first : first + length]
