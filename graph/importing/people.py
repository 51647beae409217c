"""Match the ends of relations to actors: by id, name, alias, then spelling and order of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.importing.roles.placeholders import is_placeholder
from graph.names.folding import find_lossy_scripts, fold, is_symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"}
DIGRAPHS = str.maketrans(
    {
        **_DIGRAPHS,
        **{one.upper(): two.title() for one, two in _DIGRAPHS.items() if one != "ß"},
    }
)
NEAR = 88
MOST_COMPARED = 3_000
NEIGHBOURS = 3
LEAST_LETTERS, LEAST_PART = 4, 3
LONGEST_NAME = 200  # of those that are compared by likeness
FLOAT = re.compile(r"([0-9]+)\.0+")

Key = tuple[str, ...]


@dataclass
class Matches:
    """Who is meant by each text at the end of a relation.

    Parameters
    ----------
    ids
        By text the id of the actor that it means; texts that mean nobody are left out.
    made
        The names of the actors who are made of the ends.
    spellings
        By text, the actor's name, where the text is spelt otherwise.
    numbers
        By text, the id that it was taken for, where zeros were lost.
    near
        Pairs of names that are nearly alike, and stay two actors.
    ambiguous
        The texts that name several actors.
    """

    ids: dict[str, str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    near: list[tuple[str, str]] = field(default_factory=list)
    ambiguous: list[str] = field(default_factory=list)


def match_ends(
    ids: Sequence[str], names: Sequence[str], aliases: Sequence[str], ends: Mapping[str, int]
) -> Matches:
    """Return who is meant by each text at the end of a relation.

    Parameters
    ----------
    ids, names, aliases
        The known actors; aliases are separated by bars.
    ends
        Each text with how often it occurs.

    Examples
    --------
    >>> matches = match_ends(["a"], ["Eduardo Li"], [""], {"EDUARDO LI": 1, "Jack Warner": 2})
    >>> matches.ids, matches.made
    ({'Jack Warner': 'Jack Warner', 'EDUARDO LI': 'a'}, ['Jack Warner'])
    """
    matches = Matches()
    exact = _index_exact(ids, names, aliases)
    unmatched = {text: count for text, count in ends.items() if text and text not in exact}
    matches.ids = {text: exact[text] for text in ends if exact.get(text)}
    matches.ambiguous = [text for text in ends if exact.get(text) == ""]
    by_number = _index_numbers(ids)
    by_key: dict[Key, str | None] = {}
    name_of = dict(zip(ids, names, strict=True))
    if unmatched:
        for actor, name, others in zip(ids, names, aliases, strict=True):
            for text in (name, *filter(None, map(str.strip, others.split("|")))):
                for key in make_keys(text):
                    by_key[key] = actor if by_key.get(key, actor) == actor else None
    for text, _ in sorted(unmatched.items(), key=lambda pair: (-pair[1], not pair[0].istitle())):
        if is_placeholder(text):
            continue
        float_id = FLOAT.fullmatch(text)
        is_float = float_id is not None and float_id[1] in exact
        number = float_id[1] if float_id and is_float else by_number.get(_plain_number(text), "")
        if number:
            matches.ids[text], matches.numbers[text] = number, number
            continue
        keys = make_keys(text)
        actor = next((found for key in keys if (found := by_key.get(key))), "")
        if not actor:
            actor = text
            matches.made.append(text)
            name_of[actor] = text
            for key in keys:
                by_key.setdefault(key, actor)
        else:
            matches.spellings[text] = name_of.get(actor, actor)
        matches.ids[text] = actor
    order = {text: number for number, text in enumerate(ends)}
    matches.made.sort(key=order.__getitem__)
    matches.near = find_near(matches.made, [*names])
    return matches


def _index_exact(
    ids: Sequence[str], names: Sequence[str], aliases: Sequence[str]
) -> dict[str, str]:
    """Return the actor by id, by name, and by alias; an empty text for a name that several have."""
    index = {actor: actor for actor in ids}
    for texts in (names, aliases):
        found: dict[str, str] = {}
        for actor, text in zip(ids, texts, strict=True):
            for part in text.split("|") if texts is aliases else (text,):
                plain = part.strip()
                if plain:
                    found[plain] = actor if found.get(plain, actor) == actor else ""
        index = {**found, **index}
    return index


def _index_numbers(ids: Iterable[str]) -> dict[str, str]:
    """Return the id by its number without leading zeros, where one id alone has it."""
    found: dict[str, str] = {}
    for actor in ids:
        number = _plain_number(actor)
        if number:
            found[number] = "" if number in found else actor
    return found


def _plain_number(text: str) -> str:
    match = FLOAT.fullmatch(text)
    digits = match[1] if match else text
    return (digits.lstrip("0") or "0") if digits.isascii() and digits.isdigit() else ""


@lru_cache(maxsize=1 << 18)
def make_keys(text: str) -> tuple[Key, ...]:
    """Return what texts that mean the same name have in common; empty for what is no name.

    Case, accents and the order of words do not count; ä may be written ae. Codes such as `n7`
    are no names: for them only the exact text counts.

    Examples
    --------
    >>> make_keys("Orbán Viktor") == make_keys("viktor orban"), make_keys("n7")
    (True, ())
    >>> set(make_keys("Günther")) >= set(make_keys("Guenther"))
    True
    """
    if not is_name(text):
        return ()
    keys = [_make_key(text)]
    spelt = text.translate(DIGRAPHS)
    if spelt != text:
        keys.append(_make_key(spelt))
    return tuple(dict.fromkeys(key for key in keys if key))


def _make_key(text: str) -> Key:
    words = fold(text, find_lossy_scripts(text))
    numbered = sum(any(letter.isdigit() for letter in word) for word in words)
    if numbered > 1 or any(is_symbol(word[0]) for word in words):
        return words
    return tuple(sorted(words))


def is_name(text: str) -> bool:
    """Return whether a text is a name that may be spelt otherwise, not a code.

    Examples
    --------
    >>> [is_name(text) for text in ("Anna Lee", "FIFA", "A", "x9-Kd2", "王薇")]
    [True, True, False, False, True]
    """
    letters = sum(letter.isalpha() for letter in text)
    if " " not in text and any(letter.isdigit() for letter in text):
        return False
    return letters >= LEAST_LETTERS or (letters > 1 and not text.isascii())


def find_near(made: Sequence[str], known: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of names that are nearly alike: one of them at least was made of an end.

    Examples
    --------
    >>> find_near(["Paul Hube"], ["Paul Huber", "Peter Huber"])
    [('Paul Hube', 'Paul Huber')]
    """
    if not made:
        return []
    made_names = set(made)
    names = [
        name
        for name in dict.fromkeys([*made, *known])
        if len(name) <= LONGEST_NAME and any(map(str.isalpha, name))
    ]
    count = sum(name in made_names for name in names)
    folded = [" ".join(fold(name)) for name in names]
    pairs = (
        _compare_all(folded, count)
        if len(names) <= MOST_COMPARED
        else _compare_neighbours(folded, count)
    )
    return [
        (names[one], names[two])
        for one, two in sorted(set(pairs))
        if _are_near(folded[one], folded[two])
    ]


def _compare_all(folded: Sequence[str], count: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are alike, or of which one has all words of the other."""
    from rapidfuzz import fuzz, process

    for one in range(count):
        found = process.extract(folded[one], folded, scorer=fuzz.ratio, score_cutoff=NEAR, limit=6)
        yield from ((min(one, two), max(one, two)) for _, _, two in found if one != two)
    words = [frozenset(text.split()) for text in folded]
    by_word: dict[str, list[int]] = {}
    for number, each in enumerate(words):
        for word in each:
            by_word.setdefault(word, []).append(number)
    for one, its_words in enumerate(words):
        if not its_words:
            continue
        others = set.intersection(*(set(by_word[word]) for word in its_words)) - {one}
        if len(its_words) > 1 or len(others) == 1:  # a word of several names tells nothing
            pairs = ((min(one, two), max(one, two)) for two in others)
            yield from (pair for pair in pairs if pair[0] < count)
    yield from _compare_initials(folded, count)


def _compare_initials(folded: Sequence[str], count: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which one writes the first name as an initial: J. Nowak, Jan Nowak."""
    by_initial: dict[tuple[str, ...], list[int]] = {}
    for number, text in enumerate(folded):
        first, *rest = text.split() or [""]
        if rest and len(" ".join(rest)) >= LEAST_PART:
            by_initial.setdefault((first[:1], *rest), []).append(number)
    for numbers in by_initial.values():
        for position, one in enumerate(numbers):
            for two in numbers[position + 1 :]:
                if one < count and _has_initial(folded[one], folded[two]):
                    yield one, two


def _has_initial(one: str, two: str) -> bool:
    first, _, rest = one.partition(" ")
    other, _, its_rest = two.partition(" ")
    return rest == its_rest and first[:1] == other[:1] and 1 in (len(first), len(other))


def _compare_neighbours(folded: Sequence[str], count: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of names that stand near each other in one of two orders."""
    for key in (lambda n: folded[n], lambda n: folded[n][::-1]):
        order = sorted(range(len(folded)), key=key)
        for position, one in enumerate(order):
            for two in order[position + 1 : position + 1 + NEIGHBOURS]:
                if min(one, two) < count:
                    yield min(one, two), max(one, two)


def _are_near(one: str, two: str) -> bool:
    """Return whether two folded names differ by a slip, or by words that one leaves out."""
    from rapidfuzz import fuzz

    (words, digits), (its_words, its_digits) = _split_words(one), _split_words(two)
    if digits != its_digits or one == two:
        return False
    if _has_initial(one, two):
        return True
    if words <= its_words or its_words <= words:
        smaller = min(words, its_words, key=len)
        if sum(map(len, smaller)) >= LEAST_PART:
            return True
    if min(len(one), len(two)) < LEAST_LETTERS:
        return False
    return fuzz.ratio(one, two) >= NEAR


@lru_cache(maxsize=1 << 18)
def _split_words(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of a folded name, and those of them that have digits."""
    words = text.split()
    return frozenset(words), tuple(word for word in words if any(map(str.isdigit, word)))
