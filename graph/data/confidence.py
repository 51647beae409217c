"""Confidence of a claim: a number from 0 to 1, a percentage, a word or an Admiralty grade."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

GRADE = re.compile(r"([A-Fa-f])([1-6])")
"""An Admiralty grade: a letter for the source, a digit for the claim."""


PERCENTAGE = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+) ?%")

CONFIDENCE_WORDS: Mapping[str, float] = MappingProxyType({"high": 0.8, "medium": 0.5, "low": 0.2})
"""The words that a confidence may be, in any case, and what they count."""


def parse_confidence(cell: str) -> float | None:
    """Return the confidence that a cell states from 0 to 1, None where it is blank.

    Examples
    --------
    >>> parse_confidence("0.5"), parse_confidence("B2"), parse_confidence("")
    (0.5, 0.8, None)
    >>> parse_confidence("85%"), parse_confidence("High")
    (0.85, 0.8)
    """
    if not cell:
        return None
    if GRADE.fullmatch(cell):
        return convert_grade(cell)
    if percentage := PERCENTAGE.fullmatch(cell):
        from decimal import Decimal  # so that 7% is 0.07, as if it were written so

        return float(Decimal(percentage[1]) / 100)
    return CONFIDENCE_WORDS[word] if (word := cell.casefold()) in CONFIDENCE_WORDS else float(cell)


def parse_grade(cell: str) -> str:
    """Return the Admiralty grade that a cell states, empty where it states none.

    Examples
    --------
    >>> parse_grade("b2"), parse_grade("0.5")
    ('B2', '')
    """
    return cell.upper() if GRADE.fullmatch(cell) else ""


def convert_grade(grade: str) -> float | None:
    """Convert an Admiralty grade to a confidence from 0 to 1.

    The letter rates the source (A to E: 1, 0.8, ... 0.2), the digit the claim (1 to 5, likewise);
    the lower of the two counts. F and 6 mean that it cannot be judged, so only the other one
    counts; F6 gives no confidence.

    Examples
    --------
    >>> convert_grade("B2"), convert_grade("A4"), convert_grade("F6")
    (0.8, 0.4, None)
    """
    letter, digit = grade[0].upper(), grade[1]
    ratings = [("ABCDE".find(letter), letter != "F"), ("12345".find(digit), digit != "6")]
    scores = [(5 - rank) / 5 for rank, can_be_judged in ratings if can_be_judged]
    return min(scores) if scores else None
