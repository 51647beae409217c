"""Cells that a spreadsheet would run, and the apostrophe that makes them text again."""

from __future__ import annotations

import re

_SPACE = r"[\s\u200b-\u200f\u2060\ufeff\x00-\x1f]*"
_SIGN = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
FORMULA = re.compile(f"'*{_SPACE}{_SIGN}")
GUARDED = re.compile(f"'{_SPACE}{_SIGN}")
NUMBER = re.compile(r"'*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def guarded(cell: str) -> str:
    """Return a cell as a spreadsheet may have it: what it would run gets an apostrophe before it.

    Examples
    --------
    >>> guarded("=1+1"), guarded("-5"), guarded("'t Hooft"), guarded("'=1+1")
    ("'=1+1", '-5', "'t Hooft", "''=1+1")
    """
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that `guarded` puts before it.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'-5"), unguarded("'t Hooft"), unguarded("''=1+1")
    ('=1+1', "'-5", "'t Hooft", "'=1+1")
    """
    guard = cell[:1] == "'" and FORMULA.match(cell) and not NUMBER.fullmatch(cell)
    return cell[1:] if guard else cell
