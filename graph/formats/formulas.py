"""Guard cells that a spreadsheet would run as formulas with an apostrophe, and remove it again.

Where the decimal point is a comma, a semicolon ends a cell, so each part of a cell is checked.
"""

from __future__ import annotations

import re

from graph.data.cell_text import NUMBER
from graph.text.safe import INVISIBLE, SHAPING

# Characters that open a formula in some spreadsheet: ASCII, full width, small, and minus.
_OPENER = r"[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]"
# Blanks and marks may come first. Possessive: some are both, and would be tried twice.
_OPENING = rf"(?:\s|\ufffd|{SHAPING}|{INVISIBLE})*+{_OPENER}"
_FORMULA = re.compile(_OPENING)
GUARDED = re.compile(f"'{_OPENING}")


SIGNS = ("+", "-")  # of types; no formula


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet may run a text as a formula; a number alone is not one.

    Examples
    --------
    >>> [is_formula(text) for text in ("=1+1", "@a", "-5", "- five", "C = D")]
    [True, True, False, True, False]
    """
    return bool(_FORMULA.match(text)) and not NUMBER.fullmatch(text.strip())


def guard_formula(cell: str) -> str:
    """Put an apostrophe before each part of a cell that a spreadsheet would run.

    A plus or a minus alone is text in every spreadsheet, and the sign of a type.

    Examples
    --------
    >>> [guard_formula(cell) for cell in ("=1+1", "-5", "'t Hooft", "'=1+1", "a;=1", "+")]
    ["'=1+1", '-5', "'t Hooft", "''=1+1", "a;'=1", '+']
    """
    return ";".join(
        f"'{part}" if part not in SIGNS and _needs_guard(part) else part for part in cell.split(";")
    )


def unguard_formula(cell: str) -> str:
    """Remove the apostrophes that `guard_formula` puts into a cell.

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
    """Return whether a part is a formula, or a formula with apostrophes before it."""
    return is_formula(part.lstrip("'"))
