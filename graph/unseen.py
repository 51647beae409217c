"""Characters that nobody sees, where they make two actors look like one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from graph.errors import Problem
from graph.formats.table import Table

JOINERS = "\u200c\u200d"  # Persian names and emoji need them; ids do not


def unseen(text: str, spared: str = "") -> str:
    r"""Return the characters of a text that control it, have no width or turn its direction.

    Examples
    --------
    >>> unseen("a\u200b\u202eb") == "\u200b\u202e", unseen("Łukaszenka")
    (True, '')
    """
    if text.isprintable():  # no such character is; most texts end here
        return ""
    return "".join(
        character
        for character in dict.fromkeys(text)
        if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") and character not in spared
    )


def cells(table: Table, column: str, spared: str = "") -> Iterator[Problem]:
    """Yield each cell that holds what nobody sees, but for characters that are spared."""
    for row, cell in enumerate(table.cells(column)):
        found = unseen(cell, spared)
        if found:
            codes = " and ".join(f"U+{ord(character):04X}" for character in found)
            what = f"{cell!r} holds {codes}, which nobody sees."
            yield table.warning(
                row, column, what, "Remove it." if len(found) == 1 else "Remove them."
            )


def twins(table: Table, column: str) -> Iterator[Problem]:
    """Yield each id that differs from one before by case, or by what nobody sees, alone."""
    first: dict[str, int] = {}
    ids = table.cells(column)
    for row, cell in enumerate(ids):
        other = first.setdefault(_look(cell), row)
        if cell and ids[other] != cell:
            what = f"{cell!r} looks like {ids[other]!r} in line {table.lines[other]}."
            yield table.warning(row, column, what, "Rename one, or make them the same.")


def _look(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, unseen(text)))).casefold()
