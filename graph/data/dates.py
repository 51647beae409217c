"""Dates of any age and precision as whole numbers, and intervals between them as words.

A date is written as in ISO 8601, possibly partial (`2022`, `2022-08`, `2022-08-08`), with the years
before 1 as astronomers count them (`-43` is 44 BC). Of EDTF it may have `~` (about) or `?`
(perhaps) behind it, and `X` for digits that are not known (`185X`, `18XX`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_DECADE = re.compile("[0-9]{3}X")
_CENTURY = re.compile("[0-9]{2}XX")
PARTIAL_DATE = re.compile(
    r"(?:([0-9]{3,4}|-[0-9]{1,6})(?:-([0-9]{2})(?:-([0-9]{2}))?)?|(-?[0-9]{2})(?:([0-9])X|XX))([~?]?)"
)
STILL = ".."  # an end: still so when the source was written
ENDED = "ended"  # an end: over, date not known
DATE_FORMATS = "Write a year (2022), a month (2022-08) or a day (2022-08-08)."

BEFORE_EVERY_DAY = -2_000_000_000  # either fits 32 bits, with room for a margin
AFTER_EVERY_DAY = 2_000_000_000
DAYS_OF_MONTH = 31
DAYS_OF_YEAR = 12 * DAYS_OF_MONTH
DECADE, CENTURY = 10, 100
FEBRUARY, SHORT_MONTHS = 2, (4, 6, 9, 11)


class Days(NamedTuple):
    """The days that a date may mean, as day numbers.

    Parameters
    ----------
    first, last
        The first and the last day, without doubt.
    margin
        How many days earlier or later they may be: as many as the date has, if it is doubtful.
    has_unknown_digits
        Whether only one of these days is meant, and not known which: 185X.
    """

    first: int
    last: int
    margin: int = 0
    has_unknown_digits: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether it is not certain which days are meant; all days of a partial date are."""
        return self.margin > 0 or self.has_unknown_digits


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the number of a day; a later day has a greater one, and every month has 31 days.

    Examples
    --------
    >>> day_number(2022, 8, 8) - day_number(2022, 8, 7), day_number(-43) < day_number(1)
    (1, True)
    """
    return year * DAYS_OF_YEAR + (month - 1) * DAYS_OF_MONTH + day - 1


@lru_cache(maxsize=65_536)
def parse_date(text: str) -> Days | None:
    """Return the days that a date means; None where the text is not a date.

    Examples
    --------
    >>> parse_date("2022") == Days(day_number(2022), day_number(2022, 12, 31))
    True
    >>> parse_date("185X") == Days(day_number(1850), day_number(1859, 12, 31), 0, True)
    True
    >>> parse_date("1450~").margin == day_number(1451) - day_number(1450)
    True
    >>> parse_date("2022-02-30"), parse_date("spring 2022")
    (None, None)
    """
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, century, decade, doubt = match.groups()
    if century is not None:
        first, last = _span_years(century, decade)
    elif year.startswith("-") and not year.strip("-0"):
        return None  # there is one year 0
    else:
        if not _has_calendar_day(int(year), int(month or 1), int(day or 1)):
            return None
        first = day_number(int(year), int(month or 1), int(day or 1))
        last = day_number(
            int(year), int(month) if month else 12, int(day) if day else DAYS_OF_MONTH
        )
    return Days(first, last, last - first + 1 if doubt else 0, century is not None)


def _span_years(century: str, decade: str | None) -> tuple[int, int]:
    """Return the first and the last day of a decade or a century whose last digits are X."""
    years = CENTURY if decade is None else DECADE
    nearest = int(century.removeprefix("-") + (decade or "")) * years
    first = 1 - years - nearest if century.startswith("-") else nearest
    return day_number(first), day_number(first + years) - 1


def _has_calendar_day(year: int, month: int, day: int) -> bool:
    if month == FEBRUARY:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 1 <= day <= (29 if leap else 28)
    return 1 <= month <= 12 and 1 <= day <= (30 if month in SHORT_MONTHS else 31)  # noqa: PLR2004


def is_partial_date(text: str) -> bool:
    """Return whether `text` is a date that the calendar has, of any precision.

    Examples
    --------
    >>> [is_partial_date(text) for text in ("2022", "2022-08", "2022-02-30", "spring 2022")]
    [True, True, False, False]
    >>> [is_partial_date(text) for text in ("856", "-43", "1450~", "18XX", "22")]
    [True, True, True, True, False]
    """
    return parse_date(text) is not None


def is_end(text: str) -> bool:
    """Return whether `text` may be the end of an interval: a date, `..` or `ended`.

    Examples
    --------
    >>> is_end("2022"), is_end(".."), is_end("ended"), is_end("now")
    (True, True, True, False)
    """
    return text in (STILL, ENDED) or is_partial_date(text)


def ends_with_start(start: str, end: str, *, event: bool) -> bool:
    """Return whether something is an event whose start is its end, too.

    An event is over when it is done, so that an end `ended` says no more than a blank one.

    Examples
    --------
    >>> ends_with_start("2011", "", event=True), ends_with_start("2011", "ended", event=True)
    (True, True)
    >>> ends_with_start("2011", "2012", event=True), ends_with_start("2011", "", event=False)
    (False, False)
    """
    return event and start != "" and end in ("", ENDED)


def get_first_day(date: str) -> int:
    """Return the number of a date's first day.

    Examples
    --------
    >>> get_first_day("2022") == get_first_day("2022-01") == get_first_day("2022-01-01")
    True
    """
    return _require_days(date).first


def get_last_day(date: str) -> int:
    """Return the number of a date's last day; it is after every day of the date.

    Examples
    --------
    >>> get_last_day("2022") == get_last_day("2022-12") == get_last_day("2022-12-31")
    True
    """
    return _require_days(date).last


def _require_days(date: str) -> Days:
    days = parse_date(date)
    if days is None:
        raise ValueError(date)
    return days


def get_earliest_day(start: str) -> int:
    """Return the first day that a start may mean; of a blank one a number before every day.

    Examples
    --------
    >>> get_earliest_day("") < get_earliest_day("1449") == get_earliest_day("1450~")
    True
    """
    days = parse_date(start)
    return days.first - days.margin if days else BEFORE_EVERY_DAY


def get_latest_day(end: str) -> int:
    """Return the last day that an end may mean; of one without a date a number after every day.

    An interval ends before it starts when this is less than `get_earliest_day` of its start.

    Examples
    --------
    >>> get_latest_day("2022") < get_earliest_day("2022-08")
    False
    >>> get_latest_day("2021") < get_earliest_day("2022")
    True
    >>> get_latest_day("") == get_latest_day("..") > get_latest_day("9999")
    True
    """
    days = parse_date(end)
    return days.last + days.margin if days else AFTER_EVERY_DAY


def format_days(first: int, last: int) -> tuple[str, str]:
    """Return the dates of a first and a last day, each as short as it can be; blank where open.

    Examples
    --------
    >>> format_days(get_first_day("2005"), get_last_day("2010-06"))
    ('2005', '2010-06')
    >>> format_days(BEFORE_EVERY_DAY, get_last_day("-43-08-08"))
    ('', '-43-08-08')
    """
    start = "" if first <= BEFORE_EVERY_DAY else _format_day(first, edge=first)
    end = "" if last >= AFTER_EVERY_DAY else _format_day(last, edge=last + 1)
    return start, end


def _format_day(number: int, edge: int) -> str:
    """Return the date of a day: its year or month alone where a year or month meets its edge."""
    year, day_of_year = divmod(number, DAYS_OF_YEAR)
    month, day = divmod(day_of_year, DAYS_OF_MONTH)
    text = f"{year:04}" if 0 <= year < CENTURY else str(year)
    if edge % DAYS_OF_YEAR == 0:
        return text
    text = f"{text}-{month + 1:02}"
    return text if edge % DAYS_OF_MONTH == 0 else f"{text}-{day + 1:02}"


def format_interval(start: str, end: str, *, event: bool = False) -> str:
    """Format an interval in brackets; empty when nothing is known of it.

    Parameters
    ----------
    start, end
        As in the data.
    event
        Whether it is of an event, which without an end ends when it starts.

    Examples
    --------
    >>> format_interval("1994", ""), format_interval("1994", ".."), format_interval("", "1795")
    ('(from 1994)', '(since 1994)', '(until 1795)')
    >>> format_interval("2020", "2022"), format_interval("2011", "", event=True)
    ('(2020 to 2022)', '(2011)')
    >>> format_interval("", "ended"), format_interval("1990", "ended"), format_interval("", "..")
    ('(ended)', '(from 1990, ended)', '')
    >>> format_interval("185X", "185X"), format_interval("185X", "18XX")
    ('(1850s)', '(the 1850s to the 19th century)')
    >>> format_interval("", "ended", event=True), format_interval("1990", "ended", event=True)
    ('', '(1990)')
    """
    if event and end == ENDED:
        end = ""
    first, last = name_time(start), name_time(end)
    if end == STILL:
        return f"(since {first})" if start else ""
    if end == ENDED:
        return f"(from {first}, ended)" if start else "(ended)"
    if start and (start == end or (event and not end)):
        return f"({_name_date(start)})"
    if start:
        return f"({first} to {last})" if end else f"(from {first})"
    return f"(until {last})" if end else ""


def name_time(date: str) -> str:
    """Return a decade or a century as it is said behind a preposition; any other date as it is.

    Examples
    --------
    >>> name_time("185X"), name_time("18XX"), name_time("1850~")
    ('the 1850s', 'the 19th century', '1850~')
    """
    name = _name_date(date)
    return date if name == date else f"the {name}"


def _name_date(date: str) -> str:
    """Return a decade or a century as it is said alone; any other date as it is written."""
    if _DECADE.fullmatch(date):
        return f"{date[:-1]}0s"
    if not _CENTURY.fullmatch(date):
        return date
    century = int(date[:2]) + 1
    is_teen = 10 < century < 14  # noqa: PLR2004 - 11th, 12th, 13th
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(century % 10, "th")
    return f"{century}{ending} century"
