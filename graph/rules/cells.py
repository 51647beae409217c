"""What one cell may hold: each function tells what is wrong with it and what to do, or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection

from graph.data import dates
from graph.data.cell_text import NUMBER
from graph.data.columns import GRADE
from graph.errors import quoted

CellProblem = tuple[str, str]

DIGITS_ALONE = re.compile(r"[0-9.]*")
HEAVIEST = 1e100  # so that sums and reciprocals of weights stay finite
LIKE_THIS = "Write it like 1.5."
CONFIDENCE_DUE = "Write 0 to 1, or an Admiralty grade such as B2."


def make_word_check(*allowed: str) -> Callable[[str], CellProblem | None]:
    """Return a function that complains of every word but those allowed.

    Examples
    --------
    >>> make_word_check("yes", "no")("maybe")
    ("'maybe' means nothing here.", 'Write yes or no.')
    """

    def complaint(cell: str) -> CellProblem | None:
        if cell in allowed:
            return None
        return f"{quoted(cell)} means nothing here.", f"Write {' or '.join(allowed)}."

    return complaint


def check_date(cell: str) -> CellProblem | None:
    """Complain of what is no partial date.

    Examples
    --------
    >>> check_date("2022-13"), check_date("2022")
    (("'2022-13' is no date: there is no month 13.", 'Months are 01 to 12.'), None)
    """
    if dates.is_partial_date(cell):
        return None
    from graph.rules.cell_advice import explain_date  # most cells have none

    reason, remedy = explain_date(cell)
    return _say_what_it_is_not(cell, "date", reason), remedy


def check_weight(cell: str) -> CellProblem | None:
    """Complain of what is no strength.

    Examples
    --------
    >>> check_weight("-1"), check_weight("0.5")
    (("'-1' is not above 0.", 'A weight is a strength.'), None)
    """
    number = parse_number(cell)
    if number is None:
        from graph.rules.cell_advice import explain_number

        reason, remedy = explain_number(cell)
        return _say_what_it_is_not(cell, "number", reason), remedy or LIKE_THIS
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


def check_confidence(cell: str) -> CellProblem | None:
    """Complain of what is neither a share nor an Admiralty grade.

    Examples
    --------
    >>> check_confidence("0.5"), check_confidence("B2"), check_confidence("high")
    (None, None, ("'high' is no confidence.", 'Write 0 to 1, or an Admiralty grade such as B2.'))
    >>> check_confidence("80%")
    ("'80%' is no confidence: it is a percentage.", 'Did you mean 0.8?')
    """
    number = parse_number(cell)
    if GRADE.fullmatch(cell) or (number is not None and 0 <= number <= 1):
        return None
    from graph.rules.cell_advice import explain_confidence

    reason, remedy = explain_confidence(cell, number)
    return _say_what_it_is_not(cell, "confidence", reason), remedy or CONFIDENCE_DUE


def parse_number(cell: str) -> float | None:
    """Return a number written in ASCII digits, as only those mean the same to everybody."""
    return float(cell) if NUMBER.fullmatch(cell) else None


def _say_what_it_is_not(cell: str, thing: str, reason: str) -> str:
    return f"{quoted(cell)} is no {thing}{': ' if reason else ''}{reason}."
