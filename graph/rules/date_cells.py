"""Why a cell is not a date where a spreadsheet wrote it, and the date that may be meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

from graph.data.cell_text import Advice
from graph.data.dates import is_partial_date

SERIAL = re.compile(r"([1-6][0-9]{4})(?:\.0+)?")
BEFORE_DAY_1 = date(1899, 12, 30)  # Excel counts a day that 1900 did not have
NUMBERED = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
NAMED = re.compile(
    r"(?:([0-9]{1,2})[. -]*)?([A-Za-z]{3,9})\.?[ ,-]+(?:([0-9]{1,2}),? +)?([0-9]{4})"
)
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def explain_spreadsheet_date(cell: str) -> Advice | None:
    """Return why a cell is not a date, if it looks like a spreadsheet's.

    Examples
    --------
    >>> explain_spreadsheet_date("45000")
    ("it may be a spreadsheet's number for a day", 'Did you mean 2023-03-15?')
    >>> explain_spreadsheet_date("31.12.2021"), explain_spreadsheet_date("Aug 2022")
    (('the year comes first', 'Write 2021-12-31.'), ('a month is a number', 'Write 2022-08.'))
    >>> explain_spreadsheet_date("8/9/2022")[1]
    'Write 2022-09-08 or 2022-08-09.'
    """
    if serial := SERIAL.fullmatch(cell):
        day = BEFORE_DAY_1 + timedelta(days=int(serial[1]))
        return "it may be a spreadsheet's number for a day", f"Did you mean {day.isoformat()}?"
    if numbered := NUMBERED.fullmatch(cell):
        return _explain_numbers(numbered[1], numbered[3], numbered[4])
    if named := NAMED.fullmatch(cell):
        return _explain_month(named[2], named[1] or named[3] or "", named[4])
    return None


def _explain_numbers(first: str, second: str, year: str) -> Advice | None:
    """Return both readings of two numbers, or the one that a month allows."""
    readings = [
        f"{year}-{month.zfill(2)}-{day.zfill(2)}"
        for day, month in ((first, second), (second, first))
    ]
    dates = list(dict.fromkeys(filter(is_partial_date, readings)))
    if not dates:
        return None
    reason = "the year comes first"
    if len(dates) > 1:
        reason += ", and which number is the month is not clear"
    return reason, f"Write {' or '.join(dates)}."


def _explain_month(name: str, day: str, year: str) -> Advice | None:
    numbers = [
        number for number, month in enumerate(MONTHS, 1) if month.startswith(name.casefold())
    ]
    if len(numbers) != 1:
        return None
    meant = f"{year}-{numbers[0]:02}" + (f"-{day.zfill(2)}" if day else "")
    return ("a month is a number", f"Write {meant}.") if is_partial_date(meant) else None
