"""Why a cell is not a number or a confidence, and what to write instead.

Each function returns a reason and a remedy. They are called only for cells that are wrong.
"""

from __future__ import annotations

import re

from graph.data.cell_text import NUMBER, Advice, to_ascii_digits
from graph.errors import shorten

LONGEST_SUGGESTED = 30  # characters of a number that is suggested
DECIMAL_COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")
GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([,.' \u00a0\u202f])[0-9]{3})+(?:[.,][0-9]+)?")
UNDERSCORED = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)+(?:\.[0-9]+)?")
PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*%")
NOT_FINITE = re.compile(r"[+-]?(?:nan|inf|infinity|∞)", re.IGNORECASE)
WITH_UNIT = re.compile(rf"(?!0[xXoObB])({NUMBER.pattern})\s*[^\W\d_]\D*|[$€£]\s*({NUMBER.pattern})")
AMBIGUOUS = re.compile(r"([+-]?[0-9]{1,3}),([0-9]{3})")
LIKE_A_GRADE = re.compile(r"[A-Za-z][0-9]")


def explain_confidence(cell: str, number: float | None) -> Advice:
    """Return why a cell is not a confidence, and the one that may be meant.

    Examples
    --------
    >>> explain_confidence("150%", None), explain_confidence("85", 85)
    (('it is above 100%', ''), ('it is above 1', 'Did you mean 0.85?'))
    """
    if PERCENT.fullmatch(cell):
        return "it is above 100%", ""
    if number is not None:
        share = number / 100
        meant = f"Did you mean {share:g}?" if 2 <= number <= 100 else ""  # noqa: PLR2004 - per cent
        return ("it is above 1", meant) if number > 0 else ("it is below 0", "")
    if LIKE_A_GRADE.fullmatch(cell):
        return "a grade is a letter from A to F and a digit from 1 to 6", ""
    return explain_number(cell)


def explain_number(cell: str) -> Advice:
    """Return why a cell is not a number, and the number that may be meant.

    Examples
    --------
    >>> explain_number("1_000"), explain_number("heavy")
    (('it has an underscore', 'Write 1000.'), ('', ''))
    """
    plain = to_ascii_digits(cell)
    if plain != cell:
        return "only the digits 0 to 9 are read", _suggest_number(plain)
    for pattern, reason, suggest_number in NUMBER_MISTAKES:
        if match := pattern.fullmatch(cell):
            return reason, suggest_number(match)
    return "", ""


def _suggest_number(number: str) -> str:
    return (
        f"Write {number}." if len(number) <= LONGEST_SUGGESTED and NUMBER.fullmatch(number) else ""
    )


def _suggest_decimal_point(match: re.Match[str]) -> str:
    return _suggest_number(f"{match[1]}.{match[2]}")


def _suggest_both_readings(match: re.Match[str]) -> str:
    return f"Write {match[1]}{match[2]} or {match[1]}.{match[2]}."


def _suggest_without_underscores(match: re.Match[str]) -> str:
    return _suggest_number(match[0].replace("_", ""))


def _suggest_share(match: re.Match[str]) -> str:
    return (
        f"Write {shorten(match[1], LONGEST_SUGGESTED)}, or the share of 1, the same in every row."
    )


def _suggest_without_unit(match: re.Match[str]) -> str:
    return _suggest_number(match[1] or match[2])


def _suggest_nothing(match: re.Match[str]) -> str:
    del match
    return ""


NUMBER_MISTAKES = (
    (NOT_FINITE, "it is not finite", _suggest_nothing),
    (AMBIGUOUS, "it has a comma", _suggest_both_readings),
    (DECIMAL_COMMA, "it has a comma instead of a decimal point", _suggest_decimal_point),
    (GROUPED, "thousands are written without separators", _suggest_nothing),
    (UNDERSCORED, "it has an underscore", _suggest_without_underscores),
    (PERCENT, "it is a percentage", _suggest_share),
    (WITH_UNIT, "it has a unit", _suggest_without_unit),
)
