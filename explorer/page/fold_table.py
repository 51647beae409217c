"""Build the table by which the page folds what a person types, as `graph.names.folding` does.

It contains the alphabets that people type and every letter of every name, without what the page
can compute: lower case, the letter under a mark, digits. Of other scripts (Hangul or Han, mostly)
the page only knows the letters that are in a name. For any other letter it finds no actor, where
Python may find the right actor by transliteration; it never finds a wrong one.
"""

import re
import unicodedata
from collections.abc import Iterable

from graph.names.folding import fold_character

# Latin with marks, Greek, Cyrillic, Armenian, Hebrew, Arabic; Devanagari; Thai; Georgian in its
# three alphabets; combining marks; small capitals, Vietnamese and ancient Greek.
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


def build_fold_table(names: Iterable[str]) -> dict[str, str]:
    """Build the table of what letters and marks fold to, where the page cannot compute it.

    Characters are as NFKC leaves them. Some fold to nothing.

    Parameters
    ----------
    names
        All actors' names and aliases; their letters are included in any script.

    Examples
    --------
    >>> table = build_fold_table(["明斯克"])
    >>> table["ł"], table["ж"], table["ß"], table["明"], "Ł" in table, "é" in table
    ('l', 'zh', 'ss', 'ming', False, False)
    """
    name_characters = {char for name in names for char in unicodedata.normalize("NFKC", name)}
    cased = {variant for char in name_characters for variant in (char, char.lower(), char.upper())}
    characters = {char for block in _TYPED for char in map(chr, block)} | cased
    table: dict[str, str] = {}
    for char in sorted(filter(_is_folded, characters), key=_sort_key):
        plain = fold_character(char)
        if plain != _fold(char, table):
            table[char] = plain
    return dict(sorted(table.items()))


def _is_folded(char: str) -> bool:
    """Return whether this is a single letter or mark beyond ASCII that NFKC does not change."""
    return (
        len(char) == 1
        and not char.isascii()
        and unicodedata.category(char)[0] in "LM"
        and unicodedata.is_normalized("NFKC", char)
    )


def _sort_key(char: str) -> tuple[bool, bool, str]:
    return char != char.lower(), not unicodedata.is_normalized("NFKD", char), char


def _fold(char: str, table: dict[str, str]) -> str:
    """Fold a letter or mark as fold.js does, by a table that may lack it."""
    for variant in (char, char.lower()):
        if variant in table:
            return table[variant]
    if _COMMON_MARK.match(char):
        return ""
    parts = unicodedata.normalize("NFKD", char)
    folded = [_fold_part(part, table) for part in parts]
    return char.lower() if parts == char or None in folded else "".join(filter(None, folded))


def _fold_part(part: str, table: dict[str, str]) -> str | None:
    if _COMMON_MARK.match(part):
        return ""
    if part.isascii() and part.isalnum():
        return part.lower()
    return table.get(part, table.get(part.lower()))
