"""Find the surname in the name of a person: the part by which alone the person may be named.

Where the surname stands first, or either end may be it, the last word is not taken for it; neither
are suffixes, numerals, titles, initials, epithets, and parts of a name that has a hyphen.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.names import name_words as words
from graph.names.folding import fold, is_symbol
from graph.names.surname_first import is_surname_first

# Nicknames and remarks: Dmitry Utkin (Wagner).
ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|[\"“„”«][^\"“”„»]*[\"“”»]|（[^）]*）")
COMMAS = re.compile("[,،，、;]")
DOTS = "·・‧•"  # between the parts of a name from abroad in Han and Katakana
BETWEEN_PARTS = re.compile(rf"[\s_{DOTS}]+")
HYPHENS = "-\u2010\u2011\u2013"
# The article of an Arabic name: Baghdadi of al-Baghdadi.
ARTICLE = re.compile(
    rf"(?:al|el|as|ad|ar|az|at|an|ash|ath|ul)[{HYPHENS}'’ʼ]([^{HYPHENS}]+)", re.IGNORECASE
)
ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# Of those in small letters only what is no surname: Xi and Li are.
ROMAN_IN_ANY_CASE = words.read_words("""
    i ii iii iv v vii viii ix x xii xiii xiv xv xvi xvii xviii
""")
GIVEN_TOO = frozenset({"ben", "um"})
INITIALS = re.compile(r"(?:\w\.[-\s]?)+")


def identifies(part: str) -> bool:
    """Return whether a folded word beside a number may identify an actor, unlike dates and `of`.

    Examples
    --------
    >>> [identifies(word) for word in ("guards", "1st", "august", "of", "ii", "ya")]
    [True, False, False, False, False, False]
    """
    if part in words.WEAK_WORDS or any(map(str.isdigit, part)) or is_symbol(part[0]):
        return False
    return part not in ROMAN_IN_ANY_CASE and not (len(part) > 1 and ROMAN.fullmatch(part.upper()))


@lru_cache(maxsize=1 << 16)
def find_surname(name: str) -> str:
    """Return the surname in a person's name; empty where none is certain.

    Examples
    --------
    >>> [find_surname(name) for name in ("William Lyles, Sr.", "King, Martin Luther", "Xi Jinping")]
    ['Lyles', 'King', 'Xi']
    >>> [find_surname(name) for name in ("Ann Smith-Jones", "Abu Bakr al-Baghdadi", "John Paul II")]
    ['Smith-Jones', 'Baghdadi', '']
    """
    parts, is_family = _split_at_comma(ASIDE.sub(" ", name))
    tokens, has_numeral = _strip_suffixes(parts)
    tokens, has_royal_title = _strip_titles(tokens)
    if not tokens or (len(tokens) == 1 and (has_numeral or has_royal_title)):
        return ""
    if is_family:
        return " ".join(tokens)
    is_fixed = len(tokens) == 1 or any(dot in name for dot in DOTS)
    stands_first = False if is_fixed else is_surname_first(tokens)
    if stands_first is None:
        return ""
    return _take_surname(tokens[:1] if stands_first else tokens)


def _split_at_comma(name: str) -> tuple[list[str], bool]:
    """Return the parts of a name, and whether they are a family name that stood before a comma."""
    head, *tails = (_split(text) for text in COMMAS.split(name))
    tails = [tail for tail in tails if not all(map(_is_suffix, tail))]
    if not tails:
        return head, False
    is_remark = any(_fold(token) in words.TITLES | words.FUNCTION_WORDS for token in tails[0])
    return head, not is_remark


def _split(text: str) -> list[str]:
    return [token for token in BETWEEN_PARTS.split(text) if fold(token)]


def _fold(token: str) -> str:
    return "".join(fold(token))


def _is_numeral(token: str) -> bool:
    """Return whether a part of a name is a number: 3rd, II, xvi.

    Examples
    --------
    >>> [_is_numeral(token) for token in ("3rd", "II", "XVI.", "Xi", "ii", "Li")]
    [True, True, True, False, True, False]
    """
    bare = token.strip(".,")
    return (
        any(map(str.isdigit, token))
        or (bool(bare) and bool(ROMAN.fullmatch(bare)))
        or _fold(token) in ROMAN_IN_ANY_CASE
    )


def _is_suffix(token: str) -> bool:
    return (
        _is_numeral(token)
        or _fold(token) in words.SUFFIXES
        or token.replace(".", "") in words.CAPITAL_SUFFIXES
    )


def _strip_suffixes(tokens: list[str]) -> tuple[list[str], bool]:
    """Return a name without suffixes, and whether one of them is a numeral: John Paul II."""
    last, has_numeral = len(tokens), False
    while last and _is_suffix(tokens[last - 1]):
        last -= 1
        has_numeral = has_numeral or _is_numeral(tokens[last])
        if tokens[last].isdigit():  # a year or a number of things, not of persons
            return [], True
    while last > 1 and INITIALS.fullmatch(tokens[last - 1]):
        last -= 1
    return tokens[:last], has_numeral


def _strip_titles(tokens: list[str]) -> tuple[list[str], bool]:
    """Return a name without titles before it, and whether one of them stands before given names."""
    first = 0
    while first < len(tokens) - 1 and _fold(tokens[first]) in words.TITLES:
        first += 1
    return tokens[first:], any(_fold(token) in words.ROYAL_TITLES for token in tokens[:first])


def _take_surname(tokens: list[str]) -> str:
    """Return the last part of a name, with what it needs; empty where it is no surname."""
    *before, last = tokens
    previous = _fold(before[-1]) if before else ""
    if last.isascii() and len(_fold(last)) == 1:
        return ""
    if _fold(last) in words.TITLES and (not before or _fold(last) not in words.SURNAMES_TOO):
        return ""
    if _fold(last) in words.FUNCTION_WORDS or previous in words.NO_SURNAME_AFTER:
        return ""
    if previous in words.JOINED_BEFORE and (len(before) > 1 or previous not in GIVEN_TOO):
        return f"{before[-1]} {last}"
    article = ARTICLE.fullmatch(last)
    return article[1] if article else last
