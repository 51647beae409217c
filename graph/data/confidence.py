"""Confidence of a claim: a number from 0 to 1, or an Admiralty grade such as B2."""

from __future__ import annotations

import re

GRADE = re.compile(r"([A-Fa-f])([1-6])")
"""An Admiralty grade: a letter for the source, a digit for the claim."""


def parse_confidence(cell: str) -> float | None:
    """Return the confidence that a cell states from 0 to 1, None where it is blank.

    Examples
    --------
    >>> parse_confidence("0.5"), parse_confidence("B2"), parse_confidence("")
    (0.5, 0.8, None)
    """
    if not cell:
        return None
    return convert_grade(cell) if GRADE.fullmatch(cell) else float(cell)


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
