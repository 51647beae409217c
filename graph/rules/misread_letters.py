"""Warn about text that was read in a wrong encoding and saved so, and about letters that are lost.

UTF-8 that was read as windows-1252 shows two odd characters for each letter: LefÃ¨vre. Written in
that encoding again, its bytes are UTF-8, which real text never is by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from graph.data.cell_test import CellTest
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_rows
from graph.data.table import Table
from graph.errors import Problem, quote_value

LOST = "\ufffd"
LATIN_MARKS = {chr(number) for number in range(0x300, 0x370)}  # accents apart from their letters
ENCODINGS = {
    "cp1252": "windows-1252",
    "latin-1": "latin-1",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "mac_roman": "mac-roman",
    "cp850": "cp850",
    "cp437": "cp437",
}


def _list_characters(encoding: str, first: int, last: int) -> str:
    """Return what an encoding reads bytes as, for a class of characters."""
    return re.escape(bytes(range(first, last + 1)).decode(encoding, errors="ignore"))


# The first and the second byte of a letter, as each encoding reads them.
PAIRS = [
    f"[{_list_characters(name, 0xC2, 0xF4)}][{_list_characters(name, 0x80, 0xBF)}]"
    for name in ENCODINGS
]
SUSPECT = re.compile("|".join([LOST, *PAIRS]))
"""A quick first look: letters of real words are such pairs, too."""


def _list_letters(encoding: str) -> str:
    """Return a pattern of whole letters of two, three and four bytes, as an encoding reads them."""
    follow = f"[{_list_characters(encoding, 0x80, 0xBF)}]"
    heads = ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
    classes = (f"[{_list_characters(encoding, *head)}]" for head in heads)
    return "|".join(head + count * follow for count, head in enumerate(classes, 1))


MISREAD = CellTest("|".join([LOST, *map(_list_letters, ENCODINGS)]))
"""Picks the texts that may have been misread."""


def check_misread(table: Table) -> Iterator[Problem]:
    """Warn about each cell that was read in a wrong encoding, or has lost a letter."""
    for column, cells in table.columns.items():
        texts = MISREAD.pick(unique_values(cells))
        joined = "\n".join(texts)
        if joined.isascii() or not SUSPECT.search(joined):
            continue
        suspects = list(filter(SUSPECT.search, texts))
        remedies = {text: _explain(text) for text in suspects if MISREAD.fails(text)}
        wrong = {text: found for text, found in remedies.items() if found}
        for row in find_rows(cells, wrong.__contains__) if wrong else ():
            what, remedy = wrong[cells[row]]
            text = quote_value(cells[row])
            yield table.warning(row, column, f"{text} {what}", remedy, rule="misread-letters")


def _explain(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a text and what to do, or None if it is fine."""
    meant = {
        name: " ".join(_reread(word, encoding) for word in text.split(" "))
        for encoding, name in ENCODINGS.items()
    }
    name = min(meant, key=lambda each: len(meant[each]))  # two characters become one letter
    if meant[name] != text:
        what = f"looks like UTF-8 that was read as {name}."
        return what, f"Did you mean {quote_value(meant[name])}?"
    if LOST in text:
        return "has U+FFFD in place of a letter that was lost.", "Write the letter again."
    return None


def _reread(word: str, encoding: str) -> str:
    r"""Return a word read again as UTF-8, if its bytes are that.

    Examples
    --------
    >>> _reread("LefÃ¨vre", "cp1252"), _reread("Lefèvre", "cp1252")
    ('Lefèvre', 'Lefèvre')
    """
    if word.isascii():  # which every encoding reads alike
        return word
    try:
        meant = word.encode(encoding).decode("utf-8")
    except UnicodeError:
        return word
    return meant if _can_be_read(meant) else word


def _can_be_read(word: str) -> bool:
    r"""Return whether every mark has a letter that carries it.

    Examples
    --------
    >>> _can_be_read("हिन्दी"), _can_be_read("e\u0301"), _can_be_read("\u05a4igo")
    (True, True, False)
    """
    for carrier, mark in pairwise(f" {word}"):
        if category(mark).startswith("M"):
            is_latin = carrier.isascii() and carrier.isalpha() and mark in LATIN_MARKS
            if carrier.isascii() and not is_latin:
                return False
    return True
