"""What one cell may hold: each function tells what is wrong with it and what to do, or nothing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from graph.columns import GRADE

Complaint = tuple[str, str]

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
HEAVIEST = 1e100  # so that sums and reciprocals of weights stay finite


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
        return f"{cell!r} means nothing here.", f"Write {' or '.join(allowed)}."

    return complaint


def weight_complaint(cell: str) -> Complaint | None:
    """Complain of what is no strength.

    Examples
    --------
    >>> weight_complaint("-1"), weight_complaint("0.5")
    (("'-1' is not above 0 and finite.", 'A weight is a strength.'), None)
    """
    number = number_in(cell)
    if number is None:
        return f"{cell!r} is no number.", "Write it like 1.5."
    if not 0 < number < math.inf:
        return f"{cell!r} is not above 0 and finite.", "A weight is a strength."
    if not 1 / HEAVIEST <= number <= HEAVIEST:
        return f"{cell!r} is beyond what can be added up.", "Give 1e-100 to 1e100."
    return None


def confidence_complaint(cell: str) -> Complaint | None:
    """Complain of what is neither a share nor an Admiralty grade.

    Examples
    --------
    >>> confidence_complaint("0.5"), confidence_complaint("B2"), confidence_complaint("high")
    (None, None, ("'high' is no confidence.", 'Write 0 to 1, or an Admiralty grade such as B2.'))
    """
    number = number_in(cell)
    if GRADE.fullmatch(cell) or (number is not None and 0 <= number <= 1):
        return None
    return f"{cell!r} is no confidence.", "Write 0 to 1, or an Admiralty grade such as B2."


def number_in(cell: str) -> float | None:
    """Return a number written in ASCII digits, as only those mean the same to everybody."""
    return float(cell) if NUMBER.fullmatch(cell) else None
