"""Resolve a name that a person types to the rows of the actors it names.

A query goes through four stages; the first that finds an actor decides: exact id; exact name or
alias; the same words after folding (case, diacritics, script, spacing, word order); a part of one
name. When several actors match at a stage, all are candidates and none is chosen. A near miss is
only ever offered.

A part of a name is accepted only where it identifies its actor: a person's surname, or a number
with the words beside it. Austria is not the Habsburg Austria; Un, II, Jr and 2020 are nobody.

Numbers are compared as a whole (11 2 is not 112). In a name with several numbers or symbols the
order of the words counts.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence

from graph.names.folding import Words, find_lossy_scripts, find_scripts, fold, is_symbol
from graph.names.surnames import find_surname, identifies

LONGEST_QUERY = 200
NEAR = 0.75
LEAST_BEGINNING = 3  # characters of a name that are enough to suggest it
# As browsers strip it; str.strip differs.
WHITE_SPACE = (
    " \t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)

Spellings = Sequence[tuple[str, ...]]
"""For each actor its id, then its name, then its aliases."""

DIGITS = re.compile(r"[0-9]+")


def resolve_name(
    query: str, spellings: Spellings, people: Container[int] | None = None
) -> list[int]:
    """Return the rows of the actors that a query names: one, several candidates, or none.

    Parameters
    ----------
    query
        What was typed; surrounding white space does not count.
    spellings
        The spellings of every actor, by row.
    people
        The rows of persons, who can be named by their surname; by default all rows.

    Examples
    --------
    >>> spellings = [("ab1", "1st Guards"), ("ab11", "11th Guards"), ("luk", "A. Lukashenko")]
    >>> [resolve_name(query, spellings) for query in ("Лукашенко", "guards", "x")]
    [[2], [0, 1], []]
    >>> resolve_name("baltic", [("bf", "Baltic Fleet")])
    []
    """
    text = query.strip(WHITE_SPACE)
    if not text:
        return []
    rows = find_exactly(text, spellings)
    if rows or len(text) > LONGEST_QUERY:
        return rows
    return _find_same_words(text, spellings) or _find_part(text, spellings, people)


def find_exactly(text: str, spellings: Spellings) -> list[int]:
    """Return the rows of the actors with this id, else with this name or alias.

    Examples
    --------
    >>> find_exactly("P", [("p", "P"), ("q", "Quinn")]), find_exactly("P", [("q", "Quinn")])
    ([0], [])
    """
    return _find_exact_id(text, spellings) or _find_exact_name(text, spellings)


def find_candidates(query: str, spellings: Spellings) -> list[int]:
    """Return the rows that a stage of `resolve_name` may find, ascending.

    Of actors in several parts, these rows of each part give the same answer as all rows.

    Examples
    --------
    >>> spellings = [("ab1", "1st Guards"), ("ab11", "11th Guards"), ("luk", "A. Lukashenko")]
    >>> [find_candidates(query, spellings) for query in ("luk", "guards", "1st guards", "x")]
    [[2], [0, 1], [0], []]
    """
    text = query.strip(WHITE_SPACE)
    if not text:
        return []
    rows = set(_find_rows_with(text, spellings))
    if len(text) <= LONGEST_QUERY:
        rows.update(_find_same_words(text, spellings))
        rows.update(_find_rows(text, spellings, _make_all_words_test))
    return sorted(rows)


def find_nearest_rows(query: str, spellings: Spellings, limit: int = 3) -> list[int]:
    """Return the rows of the actors whose names are most similar to a query, best first.

    Likeness is the normalised indel similarity of the folded texts (1 for equal). A query is
    compared with the whole name, and with every run of as many words in it. Names below 0.75
    are left out, unless one of the two has all words of the other, or the query has at least three
    characters and each of its words begins one of the name. A word with a digit in it is similar
    only to itself. Of names as near as each other, the one that is nearer as a whole is first.

    Examples
    --------
    >>> find_nearest_rows("Lukashenk", [("putin", "V. Putin"), ("luk", "A. Lukashenko")])
    [1]
    >>> find_nearest_rows("vilnus", [("talks", "Vilnius Talks"), ("vilnius", "Vilnius")])
    [1, 0]
    >>> find_nearest_rows("Luka", [("putin", "V. Putin"), ("luk", "A. Lukashenko")])
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
    for row, (_, *names) in enumerate(spellings):
        score, whole = max(map(likeness, map(fold, names)), default=(0, 0))
        if score >= NEAR:
            scored.append((-score, -whole, row))
    return [row for _, _, row in sorted(scored)[:limit]]


def _make_likeness(
    words: Words, similarity: Callable[..., float]
) -> Callable[[Words], tuple[float, float]]:
    """Return a function from a name to its likeness to a query, 0 for none, and that as a whole."""
    joined, asked, numbered = "".join(words), set(words), set(_select_numbered(words))

    def likeness(name: Words) -> tuple[float, float]:
        if not numbered.issubset(name):
            return 0, 0
        alike = name and (asked.issubset(name) or asked.issuperset(name))
        least = NEAR if alike or _begins_words(asked, name) else 0
        runs = _join_windows(name, len(words))
        score = max(least, *(similarity(joined, run, score_cutoff=NEAR) for run in runs))
        return score, similarity(joined, "".join(name)) if score else 0

    return likeness


def _begins_words(beginnings: set[str], words: Words) -> bool:
    """Return whether every text, with enough characters in all, is the beginning of a word."""
    return sum(map(len, beginnings)) >= LEAST_BEGINNING and all(
        any(word.startswith(beginning) for word in words) for beginning in beginnings
    )


def _join_windows(words: Words, length: int) -> Iterator[str]:
    """Yield every run of `length` words, then the whole name, each as one text."""
    yield from map("".join, _slide_window(words, length))
    yield "".join(words)


class SpellingIndex(Sequence[tuple[str, ...]]):
    """Spellings with an index of exact ids and names."""

    @abstractmethod
    def find_id(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this id."""

    @abstractmethod
    def find_name(self, text: str) -> list[int]:
        """Return the rows, ascending, of the actors with this name or alias."""


def _find_exact_id(text: str, spellings: Spellings) -> list[int]:
    if isinstance(spellings, SpellingIndex):
        return spellings.find_id(text)
    return [row for row in _find_rows_with(text, spellings) if spellings[row][0] == text]


def _find_exact_name(text: str, spellings: Spellings) -> list[int]:
    if isinstance(spellings, SpellingIndex):
        return spellings.find_name(text)
    return [row for row in _find_rows_with(text, spellings) if text in spellings[row][1:]]


def _find_rows_with(text: str, spellings: Spellings) -> list[int]:
    return [row for row, texts in enumerate(spellings) if text in texts]


def _find_same_words(text: str, spellings: Spellings) -> list[int]:
    return _find_rows(text, spellings, _make_same_words_test)


def _find_part(text: str, spellings: Spellings, people: Container[int] | None) -> list[int]:
    """Return the rows with all words of a query; a single one only if the words identify it."""
    rows = _find_rows(text, spellings, _make_all_words_test)
    if len(rows) != 1:
        return rows
    is_person = people is None or rows[0] in people
    return (
        rows
        if any(_is_named(text, name, is_person=is_person) for name in spellings[rows[0]][1:])
        else []
    )


def _is_named(text: str, name: str, *, is_person: bool) -> bool:
    """Return whether a part of a name is enough for the one actor that has it."""
    scripts = find_scripts(name, find_lossy_scripts(text))
    words, whole = fold(text, scripts), fold(name, scripts)
    if not _make_all_words_test(words)(whole):
        return False
    surname = Counter(fold(find_surname(name), scripts) if is_person else ())
    return _is_numbered_part(words, whole) or (bool(surname) and surname <= Counter(words))


Test = Callable[[Words], bool]


def _find_rows(text: str, spellings: Spellings, make_test: Callable[[Words], Test]) -> list[int]:
    """Return the rows with a name that passes the test that is made for a query."""
    matches, scripts = make_test(fold(text)), find_lossy_scripts(text)

    def matches_in_script(name: str) -> bool:
        # Only texts of different scripts are transliterated: homophones of one script differ.
        shared = find_scripts(name, scripts)
        return make_test(fold(text, shared))(fold(name, shared)) if shared else matches(fold(name))

    if scripts:
        return [
            row for row, (_, *names) in enumerate(spellings) if any(map(matches_in_script, names))
        ]
    return [row for row, (_, *names) in enumerate(spellings) if any(map(matches, map(fold, names)))]


def _make_same_words_test(words: Words) -> Test:
    """Return a test for names with the same words in any order, or the same text without spaces."""
    joined, ordered, numbers = "".join(words), sorted(words), _find_digits(words)
    any_order = len(_select_numbered(words)) <= 1 and not _has_symbol(words)

    def same(name: Words) -> bool:
        if "".join(name) == joined:
            return bool(joined) and _find_digits(name) == numbers
        return any_order and len(name) == len(ordered) and sorted(name) == ordered

    return same


def _make_all_words_test(words: Words) -> Test:
    """Return a test for names that have all of these words, each at least as often."""
    needed, counts = set(words), Counter(words)
    symbol, number = _has_symbol(words), bool(_select_numbered(words))

    def holds(name: Words) -> bool:
        if not words or not needed.issubset(name) or counts - Counter(name):
            return False
        order_counts = symbol or (number and len(_select_numbered(name)) > 1)
        return not order_counts or words in _slide_window(name, len(words))

    return holds


def _is_numbered_part(words: Words, name: Words) -> bool:
    """Return whether these words stand in a row in a name: a number, and a word beside it."""
    has_number = bool(_select_numbered(words)) and any(map(identifies, words))
    return has_number and words in _slide_window(name, len(words))


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
