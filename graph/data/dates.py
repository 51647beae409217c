"""Partial dates (`2022`, `2022-08`, `2022-08-08`), and intervals between them.

A partial date means all its days. Days are compared as text: every date is padded to ten
characters, so that the order of the texts is the order of the days.
"""

from __future__ import annotations

import re
from datetime import date as calendar_day

from graph.errors import QuestionError

PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
AFTER_EVERY_DAY = "~"
DATE_FORMATS = "Write a year (2022), a month (2022-08) or a day (2022-08-08)."


def is_partial_date(text: str) -> bool:
    """Return whether `text` is a year, a month or a day that the calendar has.

    Examples
    --------
    >>> [is_partial_date(text) for text in ("2022", "2022-08", "2022-02-30", "spring 2022")]
    [True, True, False, False]
    """
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        calendar_day(year, month, day)
    except ValueError:
        return False
    return True


def get_first_day(date: str) -> str:
    """Return the first day of a partial date, as ten characters.

    Examples
    --------
    >>> get_first_day("2022"), get_first_day("2022-08"), get_first_day("2022-08-08")
    ('2022-01-01', '2022-08-01', '2022-08-08')
    """
    return date + "-01-01"[len(date) - 4 :]


def get_last_day(date: str) -> str:
    """Return an upper bound of a partial date's days, as ten characters.

    It need not be a day of the calendar; it only has to sort after every day of the date.

    Examples
    --------
    >>> get_last_day("2022"), get_last_day("2022-08"), get_last_day("2022-08-08")
    ('2022-12-31', '2022-08-31', '2022-08-08')
    """
    return date + "-12-31"[len(date) - 4 :]


def overlaps(start: str, end: str, date: str) -> bool:
    """Return whether the interval from `start` to `end` shares a day with `date`.

    A blank start or end is *not known* and rules nothing out; both ends are inclusive.

    Examples
    --------
    >>> overlaps("2020", "2022-03", "2022"), overlaps("2020", "2021", "2022")
    (True, False)
    >>> overlaps("2020", "", "2022"), overlaps("", "", "2022")
    (True, True)
    """
    starts_in_time = not start or get_first_day(start) <= get_last_day(date)
    ends_in_time = not end or get_last_day(end) >= get_first_day(date)
    return starts_in_time and ends_in_time


def get_earliest_day(start: str) -> str:
    """Return the first day of a start date; of a blank one a text that sorts before every day.

    Examples
    --------
    >>> get_earliest_day("2022"), get_earliest_day("")
    ('2022-01-01', '')
    """
    return get_first_day(start) if start else ""


def get_latest_day(end: str) -> str:
    """Return the last day of an end date; of a blank one a text that sorts after every day.

    An interval ends before it starts when this sorts before `get_earliest_day` of its start.

    Examples
    --------
    >>> get_latest_day("2022"), get_latest_day("") > get_latest_day("9999")
    ('2022-12-31', True)
    >>> get_latest_day("2022") < get_earliest_day("2022-08")
    False
    >>> get_latest_day("2021") < get_earliest_day("2022")
    True
    """
    return get_last_day(end) if end else AFTER_EVERY_DAY


def require_date(text: str) -> str:
    """Return `text` if it is a partial date, else raise.

    Raises
    ------
    QuestionError
        When it is not a partial date.
    """
    if not is_partial_date(text):
        raise QuestionError("at", f"{text!r} is not a date. {DATE_FORMATS}")
    return text


def format_interval(start: str, end: str) -> str:
    """Format an interval in brackets; empty when neither date is known.

    Examples
    --------
    >>> format_interval("1994", ""), format_interval("", "1795")
    ('(from 1994)', '(until 1795)')
    >>> format_interval("2020", "2022"), format_interval("1968", "1968")
    ('(2020 to 2022)', '(1968)')
    """
    if start and end:
        return f"({start})" if start == end else f"({start} to {end})"
    if start:
        return f"(from {start})"
    return f"(until {end})" if end else ""
