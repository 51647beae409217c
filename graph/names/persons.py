"""Find out which actors are persons, also among those whose kind is not known, by their names."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from graph.data.table import Table
from graph.data.vocabulary import DEFAULT_KIND, PERSON
from graph.names import given_names as lists
from graph.names.folding import fold
from graph.names.surname_first import PATRONYMIC
from graph.names.surnames import ASIDE, BETWEEN_PARTS, COMMAS, INITIALS, find_surname

FEWEST_PARTS, MOST_PARTS = 2, 4
JOINED = re.compile("[&/+|]")


class PersonRows(Container[int]):
    """The rows of the persons: those of that kind, and those without a kind who are named as one.

    Parameters
    ----------
    actors
        The table of actors.

    Examples
    --------
    >>> kinds, names = ["person", "actor", "actor"], ["Bo", "Anna Schäfer", "Baltic Fleet"]
    >>> rows = PersonRows(Table("actors.csv", {"kind": kinds, "name": names}, [2, 3, 4]))
    >>> [row in rows for row in range(3)]
    [True, True, False]
    """

    def __init__(self, actors: Table) -> None:
        self._kinds, self._names = actors.cells("kind"), actors.cells("name")

    def __contains__(self, row: object) -> bool:
        if not isinstance(row, int):
            return False
        kind = self._kinds[row]
        return kind == PERSON or (kind == DEFAULT_KIND and is_name_of_person(self._names[row]))


@lru_cache(maxsize=1 << 16)
def is_name_of_person(name: str) -> bool:
    """Return whether a name tells by itself that it is a person's: two to four capitalised words.

    One of them must be a given name, an initial or a title where such stand, and none may be a
    word of firms, places and the like. A name that might be anything else is not taken for one.

    Examples
    --------
    >>> [is_name_of_person(name) for name in ("Anna Schäfer", "J. Nowak", "Dr. Li", "Orbán Viktor")]
    [True, True, True, True]
    >>> [is_name_of_person(name) for name in ("Nord Stream", "Anna Bank", "anna b", "Anna")]
    [False, False, False, False]
    """
    head, *tails = COMMAS.split(ASIDE.sub(" ", name))
    parts = [*filter(fold, map(str.strip, tails)), head] if tails else [head]
    words = [word for part in parts for word in BETWEEN_PARTS.split(part) if fold(word)]
    if len(parts) > FEWEST_PARTS or JOINED.search(name) or not all(map(_is_word_of_name, words)):
        return False
    capitalised = [word for word in words if "".join(fold(word)) not in lists.PARTICLES]
    has_number = FEWEST_PARTS <= len(capitalised) <= MOST_PARTS
    return has_number and _begins_as_person(capitalised) and bool(find_surname(name))


def _is_word_of_name(word: str) -> bool:
    """Return whether a word is capitalised or a particle, and no word of groups."""
    folded = "".join(fold(word))
    if folded in lists.GROUP_WORDS or any(map(str.isnumeric, word)):
        return False
    return folded in lists.PARTICLES or not word[0].islower()


def _begins_as_person(words: Sequence[str]) -> bool:
    """Return whether a given name, an initial or a title stands where it does for persons."""
    first, *_, last = ("".join(fold(word)) for word in words)
    if first in lists.PERSON_TITLES or lists.COMMON_GIVEN_NAMES.issuperset(fold(words[0])):
        return True
    if INITIALS.fullmatch(words[0]) and words[0].count(".") == 1:
        return True
    return last in lists.LATE_GIVEN_NAMES or PATRONYMIC.fullmatch(last) is not None
