"""What one cell may hold: each function tells what is wrong with it and what to do, or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection

from graph.data import dates
from graph.data.columns import GRADE
from graph.errors import quoted

Complaint = tuple[str, str]

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
DIGITS_ALONE = re.compile(r"[0-9.]*")
HEAVIEST = 1e100  # so that sums and reciprocals of weights stay finite
LIKE_THIS = "Write it like 1.5."
CONFIDENCE_DUE = "Write 0 to 1, or an Admiralty grade such as B2."


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
    if dates.is_partial_date(cell):
        return None
    from graph.rules.cell_advice import of_date  # most cells have none

    reason, remedy = of_date(cell)
    return _is_no(cell, "date", reason), remedy


def weight_complaint(cell: str) -> Complaint | None:
    """Complain of what is no strength.

    Examples
    --------
    >>> weight_complaint("-1"), weight_complaint("0.5")
    (("'-1' is not above 0.", 'A weight is a strength.'), None)
    """
    number = number_in(cell)
    if number is None:
        from graph.rules.cell_advice import of_number

        reason, remedy = of_number(cell)
        return _is_no(cell, "number", reason), remedy or LIKE_THIS
    if math.isinf(number):
        return f"{quoted(cell)} is not finite.", "Give 1e-100 to 1e100."
    if number <= 0:
        return f"{quoted(cell)} is not above 0.", "A weight is a strength."
    if not 1 / HEAVIEST <= number <= HEAVIEST:
        return f"{quoted(cell)} is beyond what can be added up.", "Give 1e-100 to 1e100."
    return None


def are_weights(cells: Collection[str]) -> bool:
    """Tell at once, of most columns, that no cell gives cause for complaint.

    Examples
    --------
    >>> are_weights(["2", "0.5", ""]), are_weights(["2", "0"])
    (True, False)
    """
    if not DIGITS_ALONE.fullmatch("".join(cells)):
        return False
    try:
        numbers = list(map(float, filter(None, cells)))
    except ValueError:
        return False
    return not numbers or 1 / HEAVIEST <= min(numbers) <= max(numbers) <= HEAVIEST


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
    from graph.rules.cell_advice import of_share

    reason, remedy = of_share(cell, number)
    return _is_no(cell, "confidence", reason), remedy or CONFIDENCE_DUE


def number_in(cell: str) -> float | None:
    """Return a number written in ASCII digits, as only those mean the same to everybody."""
    return float(cell) if NUMBER.fullmatch(cell) else None


def _is_no(cell: str, thing: str, reason: str) -> str:
    return f"{quoted(cell)} is no {thing}{': ' if reason else ''}{reason}."
