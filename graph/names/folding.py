"""Fold texts into words, so that names are compared without regard to spelling.

Case, diacritics, punctuation and script do not count. Where two texts share a script whose
transliteration loses distinctions, its characters can be preserved: 王薇 is not 王伟. Numbers and
symbols always count: 5² is not 52, and C++ is not C.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

Words = tuple[str, ...]
Scripts = frozenset[str]

NO_SCRIPT: Scripts = frozenset()
LOSSY = {
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff",
    "Devanagari": "\u0900-\u097f",
    "Bengali": "\u0980-\u09ff",
    "Gurmukhi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Oriya": "\u0b00-\u0b7f",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Kannada": "\u0c80-\u0cff",
    "Malayalam": "\u0d00-\u0d7f",
    "Sinhala": "\u0d80-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Tibetan": "\u0f00-\u0fff",
    "Myanmar": "\u1000-\u109f",
    "Hangul": "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff",
    "Ethiopic": "\u1200-\u139f",
    "Khmer": "\u1780-\u17ff",
    "Hiragana": "\u3040-\u309f",
    "Katakana": "\u30a0-\u30ff",
    "Han": "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
}
"""Scripts in which different letters have the same transliteration, or words run together."""

APOSTROPHES = "'`´’‘‛ʼʹ\"“”„‟′‵׳״"
UNWRITTEN_VOWELS = {"Hebrew", "Arabic"}
TATWEEL = "\u0640"
# Letters without a sound of their own. Other letters without a transliteration are preserved.
SILENT = "\u0627\u0640\u0787\u07d1\u0e45\u0ead\u0f68\u30fc"
TAGS = re.compile(
    "[\U000e0020-\U000e007f]"
)  # the flags of England and Scotland differ only in these
# A silent letter is marked with an apostrophe: it counts only if its word has no other letter.
SILENT_MARKED = re.compile("'.")
ASCII_WORD = re.compile(r"[a-z0-9]+|[$+<=>^|~]")

_WITHOUT_APOSTROPHES = str.maketrans("", "", APOSTROPHES)


@cache
def compile_letters(script: str) -> re.Pattern[str]:
    """Return the pattern of the letters of a script of `LOSSY`, compiled on first use.

    Examples
    --------
    >>> bool(compile_letters("Thai").match("ก"))
    True
    """
    return re.compile(f"[{LOSSY[script]}]")


@lru_cache(maxsize=1 << 16)
def fold(text: str, preserved: Scripts = NO_SCRIPT) -> Words:
    """Fold a text into words of plain lower-case letters and digits, or of one symbol.

    Parameters
    ----------
    text
        A name, or what was typed.
    preserved
        Scripts of `LOSSY` whose letters are not transliterated.

    Examples
    --------
    >>> fold("Łukaszenka, А."), fold("Лукашенко"), fold("C++ 5²")
    (('lukaszenka', 'a'), ('lukashenko',), ('c', '+', '+', '5', '2'))
    >>> fold("王薇"), fold("王薇", frozenset({"Han"}))
    (('wangwei',), ('王薇',))
    """
    bare = text.translate(_WITHOUT_APOSTROPHES)
    if bare.isascii():
        return tuple(ASCII_WORD.findall(bare.lower()))
    return tuple(
        map(_drop_silent_letters, _normalize(bare).translate(_get_folding_table(preserved)).split())
    )


def find_lossy_scripts(text: str) -> Scripts:
    """Return the scripts of `LOSSY` that a text has characters of.

    Examples
    --------
    >>> sorted(find_lossy_scripts("習近平 (シー)")), sorted(find_lossy_scripts("Лукашенко"))
    (['Han', 'Katakana'], [])
    """
    return find_scripts(text, frozenset(LOSSY))


def find_scripts(text: str, scripts: Scripts) -> Scripts:
    """Return those of some scripts that a text has characters of."""
    if not scripts or text.isascii():
        return NO_SCRIPT
    normal = _normalize(text)
    return frozenset(script for script in scripts if compile_letters(script).search(normal))


def fold_character(char: str) -> str:
    """Fold a non-ASCII letter or mark; the result may be empty."""
    return SILENT_MARKED.sub("", _get_folding_table(NO_SCRIPT)[ord(char)])


def is_symbol(char: str) -> bool:
    """Return whether a character is a word of its own: a symbol, an emoji, or unassigned.

    Examples
    --------
    >>> [is_symbol(char) for char in "+♥a-"]
    [True, True, False, False]
    """
    category = unicodedata.category(char)
    return category[0] == "S" or category in {"Cn", "Co", "Cs"} or bool(TAGS.match(char))


def _normalize(text: str) -> str:
    """Return the NFKC form, with spaces around symbols and numbers that are not digits."""
    spaced = (f" {char} " if unicodedata.category(char) in {"No", "So"} else char for char in text)
    return unicodedata.normalize("NFKC", "".join(spaced))


class _FoldingTable(dict[int, str]):
    """The folded form of each character, computed on first use; a table for `str.translate`."""

    def __init__(self, preserved: Scripts) -> None:
        self.preserved = preserved

    def __missing__(self, code: int) -> str:
        self[code] = _fold_any(chr(code), self.preserved)
        return self[code]


@lru_cache(maxsize=1 << 8)
def _get_folding_table(preserved: Scripts) -> _FoldingTable:
    return _FoldingTable(preserved)


def _fold_any(char: str, preserved: Scripts) -> str:
    if char in APOSTROPHES:
        return ""
    if is_symbol(char):
        return f" {char} "
    match unicodedata.category(char)[0]:
        case "N":
            return str(unicodedata.decimal(char, char))
        case "L" | "M":
            return _fold_letter(char, preserved)
        case _:
            return "" if unicodedata.category(char) == "Cf" else " "


def _fold_letter(char: str, preserved: Scripts) -> str:
    if char.isascii():
        return char.lower()
    for script in preserved:
        if compile_letters(script).match(char):
            dropped = char == TATWEEL or (_is_mark(char) and script in UNWRITTEN_VOWELS)
            return "" if dropped else char
    return _transliterate(char)


def _transliterate(char: str) -> str:
    from anyascii import anyascii

    plain = anyascii(char).lower()
    if any(letter.isalnum() for letter in plain):
        bare = plain.translate(_WITHOUT_APOSTROPHES)
        return "".join(letter if letter.isalnum() else " " for letter in bare)
    if _is_mark(char):
        return ""
    silent = char in SILENT or (plain and not plain.strip(APOSTROPHES))
    return f"'{char.lower()}" if silent else char.lower()


def _drop_silent_letters(word: str) -> str:
    return SILENT_MARKED.sub("", word) or word.replace("'", "")


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"
