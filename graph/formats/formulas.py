"""Cells that a spreadsheet would run, and the apostrophe that makes them text again.

A semicolon ends a cell where the decimal point is a comma, so each part of a cell is looked at.
"""

from __future__ import annotations

import re

from graph.data.cell_text import NUMBER
from graph.text.safe import INVISIBLE, SHAPING

# What opens a formula in some spreadsheet: ASCII, full width, small, and the sign for minus.
_OPENER = r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]"
# Blanks and marks may come first; possessive, as some are both and would be tried either way.
_OPENING = rf"(?:\s|\ufffd|{SHAPING}|{INVISIBLE})*+{_OPENER}"
_FORMULA = re.compile(_OPENING)
GUARDED = re.compile(f"'{_OPENING}")


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet may run a text; a number alone is none.

    Examples
    --------
    >>> [is_formula(text) for text in ("=1+1", "@a", "-5", "- five", "C = D")]
    [True, True, False, True, False]
    """
    return bool(_FORMULA.match(text)) and not NUMBER.fullmatch(text.strip())


def guard_formula(cell: str) -> str:
    """Return a cell as a spreadsheet may have it: what it would run gets an apostrophe before it.

    Examples
    --------
    >>> [guard_formula(cell) for cell in ("=1+1", "-5", "'t Hooft", "'=1+1", "a;=1")]
    ["'=1+1", '-5', "'t Hooft", "''=1+1", "a;'=1"]
    """
    return ";".join(f"'{part}" if _needs_guard(part) else part for part in cell.split(";"))


def unguard_formula(cell: str) -> str:
    """Return a cell without the apostrophes that `guard_formula` puts into it.

    Examples
    --------
    >>> [unguard_formula(cell) for cell in ("'=1+1", "'-5", "'t Hooft", "''=1+1")]
    ['=1+1', "'-5", "'t Hooft", "'=1+1"]
    """
    if "'" not in cell:
        return cell
    parts = cell.split(";")
    return ";".join(part[1:] if part[:1] == "'" and _needs_guard(part) else part for part in parts)


def _needs_guard(part: str) -> bool:
    """Tell whether a part is a formula, or one that has apostrophes before it already."""
    return is_formula(part.lstrip("'"))
