"""Other spellings of one name: in circles, a year or word attached, as other languages write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations, product

from graph.names.folding import Words

MOST_TURNED = 4  # words; more have too many orders
SHORTEST_RESPELLED = 6  # letters; of shorter names too many words would be other spellings
LETTERS = {
    "s": ("s", "sh", "sch", "sz"), "c": ("c", "ch", "cz", "tch", "tsch"), "z": ("z", "zh"),
    "v": ("v", "w"),
}  # fmt: skip
SPELT_OTHERWISE = re.compile("tsch|tch|sch|sh|sz|ch|cz|zh|w")
ATTACHED_DIGITS = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
DIGITS_OR_NONE = re.compile(r"\d+|\D+")
UPPER, LOWER = (
    "".join(filter(is_case, map(chr, range(0x530)))) for is_case in (str.isupper, str.islower)
)  # of Latin, Greek and Cyrillic
ATTACHED_WORD = re.compile(rf"(?<=[^\W\d_])(?=[{UPPER}][{LOWER}]{{4}})")
"""Before a capital inside a word, of which a name may begin: FreeLukashenko."""
ENCLOSED = {
    first + number: chr(ord(letter) + number)
    for first, letter in (
        (0x249C, "a"), (0x24B6, "A"), (0x24D0, "a"),
        (0x1F110, "A"), (0x1F130, "A"), (0x1F150, "A"), (0x1F170, "A"),
    )
    for number in range(26)
}  # fmt: skip
"""Letters in circles, squares and brackets: the letter for each."""


def respell(word: str) -> str:
    """Return a folded word with one letter for sh, ch, zh and v, however a language writes them.

    Examples
    --------
    >>> {respell(word) for word in ("lukashenko", "lukaschenko", "lukasenko", "lukaszenko")}
    {'lukasenko'}
    >>> respell("petrowa")
    'petrova'
    """
    return SPELT_OTHERWISE.sub(_pick_letter, word)


def _pick_letter(found: re.Match[str]) -> str:
    spelling = found[0]
    return next(letter for letter, spelt in LETTERS.items() if spelling in spelt)


def list_beginnings(respelled: str, length: int) -> Iterator[str]:
    """Yield how words may begin that are respelled like this.

    Examples
    --------
    >>> sorted(list_beginnings("suk", 3))
    ['sch', 'shu', 'suk', 'szu']
    """
    spelt = (LETTERS.get(letter, (letter,)) for letter in respelled[:length])
    yield from dict.fromkeys("".join(letters)[:length] for letters in product(*spelt))


def join_in_any_order(words: Words) -> Iterator[str]:
    """Yield the words of a name written together, in any order unless they are many.

    Examples
    --------
    >>> list(join_in_any_order(("ann", "lee")))
    ['annlee', 'leeann']
    """
    orders = permutations(words) if len(words) <= MOST_TURNED else [words]
    yield from map("".join, orders)


def part_digits(text: str) -> str:
    """Return a text with a blank where digits are attached to letters.

    Examples
    --------
    >>> part_digits("Lee2020 in 1990s")
    'Lee 2020 in 1990 s'
    """
    if not ATTACHED_DIGITS.search(text):
        return text
    tokens = (" ".join(DIGITS_OR_NONE.findall(token)) for token in text.split(" "))
    return " ".join(tokens)


def part_words(text: str) -> str:
    """Return a text with a blank before each capital inside a word that begins a longer one.

    Examples
    --------
    >>> part_words("#FreeLukashenko, said McCoy")
    '#Free Lukashenko, said McCoy'
    """
    return ATTACHED_WORD.sub(" ", text)
