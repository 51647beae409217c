"""The table by which the page folds what a person types, as `graph.names.folding` does.

It holds the alphabets people type and every letter of every name; what the page finds out by
itself is left out: lower case, the letter under a mark, digits. A letter of another script that
is in no name (Hangul or Han, mostly) stays unknown to the page, which then takes no actor, where
Python may find one by transliteration; it never takes another.
"""

import re
import unicodedata
from collections.abc import Iterable

from graph.names.folding import fold_character

# Latin with marks, Greek, Cyrillic, Armenian, Hebrew, Arabic; Devanagari; Thai; Georgian in its
# three alphabets; marks that are letters; small capitals, Vietnamese and the Greek of old.
_TYPED = (
    range(0x80, 0x700),
    range(0x900, 0x980),
    range(0xE00, 0xE80),
    range(0x10A0, 0x1100),
    range(0x1AB0, 0x1B00),
    range(0x1C90, 0x1CC0),
    range(0x1D00, 0x2000),
    range(0x2D00, 0x2D30),
)
# As in fold.js.
_COMMON_MARK = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U000e0100-\U000e01ef]"
)


def fold_table(names: Iterable[str]) -> dict[str, str]:
    """Return what letters and marks fold to, wherever the page would not find it by itself.

    Characters are as NFKC leaves them. Some fold to nothing.

    Parameters
    ----------
    names
        All actors' names and aliases; their letters are known whatever the script.

    Examples
    --------
    >>> table = fold_table(["明斯克"])
    >>> table["ł"], table["ж"], table["ß"], table["明"], "Ł" in table, "é" in table
    ('l', 'zh', 'ss', 'ming', False, False)
    """
    named = {char for name in names for char in unicodedata.normalize("NFKC", name)}
    cased = {other for char in named for other in (char, char.lower(), char.upper())}
    known = {char for block in _TYPED for char in map(chr, block)} | cased
    table: dict[str, str] = {}
    for char in sorted(filter(_is_folded, known), key=_simplest_first):
        plain = fold_character(char)
        if plain != _read(char, table):
            table[char] = plain
    return dict(sorted(table.items()))


def _is_folded(char: str) -> bool:
    """Tell whether this is one letter or mark, beyond ASCII, that NFKC leaves as it is."""
    return (
        len(char) == 1
        and not char.isascii()
        and unicodedata.category(char)[0] in "LM"
        and unicodedata.is_normalized("NFKC", char)
    )


def _simplest_first(char: str) -> tuple[bool, bool, str]:
    return char != char.lower(), not unicodedata.is_normalized("NFKD", char), char


def _read(char: str, table: dict[str, str]) -> str:
    """Return what fold.js makes of a letter or mark by a table that may lack it."""
    for known in (char, char.lower()):
        if known in table:
            return table[known]
    if _COMMON_MARK.match(char):
        return ""
    parts = unicodedata.normalize("NFKD", char)
    read = [_read_part(part, table) for part in parts]
    return char.lower() if parts == char or None in read else "".join(filter(None, read))


def _read_part(part: str, table: dict[str, str]) -> str | None:
    if _COMMON_MARK.match(part):
        return ""
    if part.isascii() and part.isalnum():
        return part.lower()
    return table.get(part, table.get(part.lower()))
