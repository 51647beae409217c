"""Why a cell is not a date where a spreadsheet wrote it, and the date that may be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
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


MONTHS_OF_YEAR = 12
Order = Callable[[], str]
"""What finds the order of a column's dates when it is needed; see `find_order`."""


def find_order(cells: Collection[str]) -> str:
    """Return whether ``day`` or ``month`` comes first in a column; empty if no cell decides.

    Examples
    --------
    >>> find_order(["8/9/2022", "31/12/2021"]), find_order(["8/9/2022", "12/31/2021"])
    ('day', 'month')
    >>> find_order(["8/9/2022"])
    ''
    """
    orders = set()
    for match in filter(None, map(NUMBERED.fullmatch, cells)):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > MONTHS_OF_YEAR >= second:
            orders.add("day")
        elif second > MONTHS_OF_YEAR >= first:
            orders.add("month")
    return orders.pop() if len(orders) == 1 else ""


def explain_spreadsheet_date(cell: str, order: Order = str) -> Advice | None:
    """Return why a cell is not a date, if it looks like a spreadsheet's.

    Parameters
    ----------
    cell
        The cell.
    order
        What finds the order of day and month in its column.

    Examples
    --------
    >>> explain_spreadsheet_date("45000")
    ("it may be a spreadsheet's number for a day", 'Did you mean 2023-03-15?')
    >>> explain_spreadsheet_date("31.12.2021"), explain_spreadsheet_date("Aug 2022")
    (('the year comes first', 'Write 2021-12-31.'), ('a month is a number', 'Write 2022-08.'))
    >>> explain_spreadsheet_date("8/9/2022")[1]
    'Write 2022-09-08 or 2022-08-09.'
    >>> explain_spreadsheet_date("8/9/2022", lambda: "day")[1]
    'Write 2022-09-08.'
    """
    if serial := SERIAL.fullmatch(cell):
        day = BEFORE_DAY_1 + timedelta(days=int(serial[1]))
        return "it may be a spreadsheet's number for a day", f"Did you mean {day.isoformat()}?"
    if numbered := NUMBERED.fullmatch(cell):
        return _explain_numbers(numbered[1], numbered[3], numbered[4], order)
    if named := NAMED.fullmatch(cell):
        return _explain_month(named[2], named[1] or named[3] or "", named[4])
    return None


def _explain_numbers(first: str, second: str, year: str, order: Order) -> Advice | None:
    """Return both readings of two numbers, or the one that a month or the column allows."""
    readings = [
        f"{year}-{month.zfill(2)}-{day.zfill(2)}"
        for day, month in ((first, second), (second, first))
    ]
    dates = list(dict.fromkeys(filter(is_partial_date, readings)))
    if not dates:
        return None
    reason = "the year comes first"
    decided = order() if len(dates) > 1 else ""
    if decided:
        reason += f", and elsewhere in the column the {decided} comes first"
        dates = dates[:1] if decided == "day" else dates[1:]
    elif len(dates) > 1:
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
