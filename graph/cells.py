"""What one cell may hold: each function tells what is wrong with it and what to do, or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from graph import dates
from graph.columns import GRADE
from graph.errors import cut, quoted

Complaint = tuple[str, str]

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
HEAVIEST = 1e100  # so that sums and reciprocals of weights stay finite
LIKE_THIS = "Write it like 1.5."
LONGEST = 30  # of a number that is offered
CONFIDENCE_DUE = "Write 0 to 1, or an Admiralty grade such as B2."

COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")
GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([,.' \u00a0\u202f])[0-9]{3})+(?:[.,][0-9]+)?")
UNDERSCORED = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)+(?:\.[0-9]+)?")
PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*%")
NOT_FINITE = re.compile(r"[+-]?(?:nan|inf|infinity|∞)", re.IGNORECASE)
WITH_UNIT = re.compile(rf"(?!0[xXoObB])({NUMBER.pattern})\s*[^\W\d_]\D*|[$€£]\s*({NUMBER.pattern})")
AMBIGUOUS = re.compile(r"([+-]?[0-9]{1,3}),([0-9]{3})")
LIKE_A_GRADE = re.compile(r"[A-Za-z][0-9]")


def one_of(*allowed: str) -> Callable[[str], Complaint | None]:
    """Return a function that complains of every word but those allowed.

    Examples
    --------
    >>> one_of("yes", "no")("maybe")
    ("'maybe' means nothing here.", 'Write yes or no.')
    """

    def complaint(cell: str) -> Complaint | None:
        if cell in allowed:
            return None
        return f"{quoted(cell)} means nothing here.", f"Write {' or '.join(allowed)}."

    return complaint


def date_complaint(cell: str) -> Complaint | None:
    """Complain of what is no partial date.

    Examples
    --------
    >>> date_complaint("2022-13"), date_complaint("2022")
    (("'2022-13' is no date: there is no month 13.", 'Months are 01 to 12.'), None)
    """
    flaw = dates.flaw(cell)
    return None if flaw is None else (_is_no(cell, "date", flaw[0]), flaw[1])


def weight_complaint(cell: str) -> Complaint | None:
    """Complain of what is no strength.

    Examples
    --------
    >>> weight_complaint("-1"), weight_complaint("0.5")
    (("'-1' is not above 0 and finite.", 'A weight is a strength.'), None)
    """
    number = number_in(cell)
    if number is None:
        reason, remedy = _flaw(cell)
        return _is_no(cell, "number", reason), remedy or LIKE_THIS
    if math.isinf(number):
        return f"{quoted(cell)} is not finite.", "Give 1e-100 to 1e100."
    if number <= 0:
        return f"{quoted(cell)} is not above 0 and finite.", "A weight is a strength."
    if not 1 / HEAVIEST <= number <= HEAVIEST:
        return f"{quoted(cell)} is beyond what can be added up.", "Give 1e-100 to 1e100."
    return None


def confidence_complaint(cell: str) -> Complaint | None:
    """Complain of what is neither a share nor an Admiralty grade.

    Examples
    --------
    >>> confidence_complaint("0.5"), confidence_complaint("B2"), confidence_complaint("high")
    (None, None, ("'high' is no confidence.", 'Write 0 to 1, or an Admiralty grade such as B2.'))
    >>> confidence_complaint("80%")
    ("'80%' is no confidence: it is a percentage.", 'Did you mean 0.8?')
    """
    number = number_in(cell)
    if GRADE.fullmatch(cell) or (number is not None and 0 <= number <= 1):
        return None
    reason, remedy = _share_flaw(cell, number)
    return _is_no(cell, "confidence", reason), remedy or CONFIDENCE_DUE


def number_in(cell: str) -> float | None:
    """Return a number written in ASCII digits, as only those mean the same to everybody."""
    return float(cell) if NUMBER.fullmatch(cell) else None


def _is_no(cell: str, thing: str, reason: str) -> str:
    return f"{quoted(cell)} is no {thing}{': ' if reason else ''}{reason}."


def _share_flaw(cell: str, number: float | None) -> tuple[str, str]:
    """Return why a cell is no confidence, and the one that may be meant; each may be empty."""
    percent = PERCENT.fullmatch(cell)
    if percent:
        share = float(percent[1]) / 100
        return "it is a percentage", f"Did you mean {share:g}?" if share <= 1 else ""
    if number is not None:
        share = number / 100
        meant = f"Did you mean {share:g}?" if 2 <= number <= 100 else ""  # noqa: PLR2004 - per cent
        return ("it is above 1", meant) if number > 0 else ("it is below 0", "")
    if LIKE_A_GRADE.fullmatch(cell):
        return "grades are A to F and 1 to 6", ""
    return _flaw(cell)


def _flaw(cell: str) -> tuple[str, str]:
    """Return why a cell is no number, and how it would be one; each may be empty."""
    plain = dates.in_ascii_digits(cell)
    if plain != cell:
        return "only the digits 0 to 9 are read", _write(plain)
    for pattern, reason, remedy in FLAWS:
        if found := pattern.fullmatch(cell):
            return reason, remedy(found)
    return "", ""


def _write(number: str) -> str:
    return f"Write {number}." if len(number) <= LONGEST and NUMBER.fullmatch(number) else ""


def _point(found: re.Match[str]) -> str:
    return _write(f"{found[1]}.{found[2]}")


def _either(found: re.Match[str]) -> str:
    return f"Write {found[1]}{found[2]} or {found[1]}.{found[2]}."


def _joined(found: re.Match[str]) -> str:
    return _write(found[0].replace("_", ""))


def _share(found: re.Match[str]) -> str:
    return f"Write {cut(found[1], LONGEST)}, or the share of 1, the same in every row."


def _bare(found: re.Match[str]) -> str:
    return _write(found[1] or found[2])


def _unknown(found: re.Match[str]) -> str:
    del found
    return ""


FLAWS = (
    (NOT_FINITE, "it is not finite", _unknown),
    (AMBIGUOUS, "it has a comma", _either),
    (COMMA, "it has a comma for a point", _point),
    (GROUPED, "nothing may stand between thousands", _unknown),
    (UNDERSCORED, "it has an underscore", _joined),
    (PERCENT, "it is a percentage", _share),
    (WITH_UNIT, "it has a unit", _bare),
)
