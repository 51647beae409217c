"""What a person types, and the actor they mean.

A query goes through four stages, and is answered by the first at which an actor matches:
exact id; exact name or alias; the same after folding (case, diacritics, script, spacing, word
order); whole words of one name. When several actors match at a stage, they are all candidates
and none is chosen. A near miss is never taken: it is only ever offered.

A part of a name is taken only where it tells its actor from others that the data does not know:
a person's surname, or a number with the words beside it. Austria is not the Habsburg Austria.

Numbers keep their bounds (11 2 is not 112) and, like symbols, their places: where a name has
several of them, the order of its words says which number is whose.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence

from graph.names.folding import Words, find_lossy_scripts, find_scripts, fold, is_symbol

LONGEST_QUERY = 200
NEAR = 0.75
# Not str.strip's own, which differs from what browsers strip.
WHITE_SPACE = (
    " \t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)

Spellings = Sequence[tuple[str, ...]]
"""For each actor its id, then its name, then its aliases."""

DIGITS = re.compile(r"[0-9]+")


def resolve_name(query: str, known: Spellings, people: Container[int] | None = None) -> list[int]:
    """Return the rows of the actors that a query names: one, several alike, or none.

    Parameters
    ----------
    query
        What was typed; surrounding white space does not count.
    known
        The spellings of every actor, by row.
    people
        The rows of persons, who go by their surname too; by default everybody is one.

    Examples
    --------
    >>> known = [("ab1", "1st Guards"), ("ab11", "11th Guards"), ("luk", "A. Lukashenko")]
    >>> resolve_name("Лукашенко", known), resolve_name("guards", known), resolve_name("x", known)
    ([2], [0, 1], [])
    >>> resolve_name("baltic", [("bf", "Baltic Fleet")])
    []
    """
    text = query.strip(WHITE_SPACE)
    if not text or len(text) > LONGEST_QUERY:
        return []
    for stage in (_find_exact_id, _find_exact_name, _find_same_words):
        rows = stage(text, known)
        if rows:
            return rows
    return _find_part(text, known, people)


def find_nearest_rows(query: str, known: Spellings, limit: int = 3) -> list[int]:
    """Return the rows of the actors whose names look most like a query, best first.

    Likeness is the normalised indel similarity of the folded texts (1 for equal), taken over
    every run of words of a name that is as long as the query, and over the whole name; below
    0.75 nothing is near, unless one has all words of the other. A word with a digit in it is
    near nothing but itself.

    Examples
    --------
    >>> find_nearest_rows("Lukashenk", [("putin", "V. Putin"), ("luk", "A. Lukashenko")])
    [1]
    >>> find_nearest_rows("2nd Guards", [("ab1", "1st Guards")])
    []
    """
    text = query.strip(WHITE_SPACE)
    words = fold(text) if len(text) <= LONGEST_QUERY else ()
    if not words:
        return []
    from rapidfuzz.distance import Indel

    likeness = _make_likeness(words, Indel.normalized_similarity)
    scored = []
    for row, (_, *names) in enumerate(known):
        score = max(map(likeness, map(fold, names)), default=0)
        if score >= NEAR:
            scored.append((-score, row))
    return [row for _, row in sorted(scored)[:limit]]


def _make_likeness(words: Words, similarity: Callable[..., float]) -> Callable[[Words], float]:
    """Return how alike a name is to the words of a query, 0 for not at all."""
    joined, asked, numbered = "".join(words), set(words), set(_select_numbered(words))

    def likeness(name: Words) -> float:
        if not numbered.issubset(name):
            return 0
        least = NEAR if name and (asked.issubset(name) or asked.issuperset(name)) else 0
        runs = _join_windows(name, len(words))
        return max(least, *(similarity(joined, run, score_cutoff=NEAR) for run in runs))

    return likeness


def _join_windows(words: Words, length: int) -> Iterator[str]:
    """Yield every run of `length` words, then the whole name, each as one text."""
    yield from map("".join, _slide_window(words, length))
    yield "".join(words)


class SpellingIndex(Sequence[tuple[str, ...]]):
    """Spellings that know without a search who is called exactly so."""

    @abstractmethod
    def with_id(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this id."""

    @abstractmethod
    def with_name(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this name or alias."""


def _find_exact_id(text: str, known: Spellings) -> list[int]:
    if isinstance(known, SpellingIndex):
        return known.with_id(text)
    return [row for row in _find_rows_with(text, known) if known[row][0] == text]


def _find_exact_name(text: str, known: Spellings) -> list[int]:
    if isinstance(known, SpellingIndex):
        return known.with_name(text)
    return [row for row in _find_rows_with(text, known) if text in known[row][1:]]


def _find_rows_with(text: str, known: Spellings) -> list[int]:
    return [row for row, spelled in enumerate(known) if text in spelled]


def _find_same_words(text: str, known: Spellings) -> list[int]:
    return _find_rows(text, known, _make_same_words_test)


def _find_part(text: str, known: Spellings, people: Container[int] | None) -> list[int]:
    """Return the rows with all the words of a query, and a single one only where it is told."""
    rows = _find_rows(text, known, _make_all_words_test)
    if len(rows) != 1:
        return rows
    telling = _make_surname_test if people is None or rows[0] in people else _make_number_part_test
    return rows if _find_rows(text, [known[rows[0]]], telling) else []


Test = Callable[[Words], bool]


def _find_rows(text: str, known: Spellings, made: Callable[[Words], Test]) -> list[int]:
    """Return the rows with a name that passes the test made for the words of a query."""
    matches, scripts = made(fold(text)), find_lossy_scripts(text)

    def matches_kept(name: str) -> bool:
        # Homophones of one script are not the same: transliteration is for comparing two.
        shared = find_scripts(name, scripts)
        return made(fold(text, shared))(fold(name, shared)) if shared else matches(fold(name))

    if scripts:
        return [row for row, (_, *names) in enumerate(known) if any(map(matches_kept, names))]
    return [row for row, (_, *names) in enumerate(known) if any(map(matches, map(fold, names)))]


def _make_same_words_test(words: Words) -> Test:
    """Return a test for the same words in any order, or the same text but for spaces."""
    joined, ordered, numbers = "".join(words), sorted(words), _find_digits(words)
    free = len(_select_numbered(words)) <= 1 and not _has_symbol(words)

    def same(name: Words) -> bool:
        if "".join(name) == joined:
            return bool(joined) and _find_digits(name) == numbers
        return free and len(name) == len(ordered) and sorted(name) == ordered

    return same


def _make_all_words_test(words: Words) -> Test:
    """Return a test for names that have all of these words, each as often."""
    needed, counts = set(words), Counter(words)
    symbol, number = _has_symbol(words), bool(_select_numbered(words))

    def holds(name: Words) -> bool:
        if not words or not needed.issubset(name) or counts - Counter(name):
            return False
        fixed = symbol or (number and len(_select_numbered(name)) > 1)
        return not fixed or words in _slide_window(name, len(words))

    return holds


def _make_number_part_test(words: Words) -> Test:
    """Return a test for names of which these words are a run, a number and what it counts."""
    holds = _make_all_words_test(words)
    told = len(words) > 1 and bool(_select_numbered(words))
    return lambda name: told and holds(name) and words in _slide_window(name, len(words))


def _make_surname_test(words: Words) -> Test:
    """Return a test for names of which these words are such a run, or have the last: a surname."""
    holds, tells = _make_all_words_test(words), _make_number_part_test(words)
    return lambda name: tells(name) or (holds(name) and name[-1] in words)


def _select_numbered(words: Words) -> list[str]:
    return [word for word in words if DIGITS.search(word)]


def _find_digits(words: Words) -> list[str]:
    return [digits for word in words for digits in DIGITS.findall(word)]


def _has_symbol(words: Words) -> bool:
    return any(is_symbol(word[0]) for word in words)


def _slide_window(words: Words, length: int) -> Iterator[Words]:
    """Yield every run of consecutive words of this length."""
    for first in range(len(words) - length + 1):
        yield words[first : first + length]
