"""Read dates of every shape; what one cell leaves open, the column decides."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.data.cell_text import to_ascii_digits
from graph.data.dates import ENDED, STILL, is_partial_date
from graph.importing.cells.date_words import ABOUT, OVER, PERHAPS, PRESENT, SINCE, TO, UNTIL
from graph.importing.cells.plain_dates import NUMBERS, read_plain_date, write_year
from graph.importing.options import DateOrder

WITH_TIME = re.compile(
    r"(.*[0-9])[T ,]+[0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?\s*(?:Z|UTC|GMT|[AP]M|[+-][0-9:]+)?"
    r"(?:\s*\([A-Z]{2,5}\))?",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|(?:mo|di|mi|do|fr|sa|so)(?=[.,])"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[.,]*\s+(?=[0-9])",
    re.IGNORECASE,
)
YEAR_BEHIND = re.compile(r"\s*(?:г\.|гг\.|год[а]?|року|рік|рр\.|р\.|r\.|roku|г)$", re.IGNORECASE)
GEPHI = re.compile(
    r"<?[\[(]\s*(-?[0-9.e+]+|-inf\w*)\s*,\s*(-?[0-9.e+]+|\+?inf\w*)\s*[\])]", re.IGNORECASE
)
SERIAL = re.compile(r"([1-9][0-9]{4})(?:\.[0-9]+)?")
EPOCH = re.compile(r"([0-9]{9,10})(?:\.[0-9]+)?|([0-9]{12,13})")
SEASON = re.compile(r"([12][0-9])([0-9]{2})/([0-9]{2})")
SHORT_SPAN = re.compile(r"([0-9]{2})([0-9]{2})\s*[-–/]\s*([0-9]{2})")
DAYS_BEFORE_1970 = 25_569  # of Excel's calendar
MONTHS_OF_YEAR = 12


class TimeSpan(NamedTuple):
    """What a cell says of time.

    Parameters
    ----------
    start, end
        Dates as the project writes them; each may be empty.
    is_open
        Whether day and month could be either way round, so that the year alone is read.
    """

    start: str
    end: str = ""
    is_open: bool = False


def decide_order(values: Iterable[str]) -> DateOrder | None:
    """Return which of day and month comes first in a column; None where nothing decides.

    Dots are for days that come first. Where cells speak for both, nothing decides.

    Examples
    --------
    >>> decide_order(["8/9/2022", "31/12/2021"]), decide_order(["8/9/2022", "12/31/2021"])
    ('dmy', 'mdy')
    >>> decide_order(["8/9/2022"]), decide_order(["8.9.2022"])
    (None, 'dmy')
    """
    votes = set[DateOrder]()
    for value in values:
        for match in NUMBERS.finditer(value):
            first, sign, second = int(match[1]), match[2], int(match[3])
            if len(match[1]) > 2:  # noqa: PLR2004 - a year
                continue
            if sign == "." or (first > MONTHS_OF_YEAR >= second):
                votes.add("dmy")
            elif second > MONTHS_OF_YEAR >= first:
                votes.add("mdy")
    return next(iter(votes)) if len(votes) == 1 else None


def read_date(text: str, order: DateOrder | None = None) -> TimeSpan | None:
    """Return what a cell says of time; None where that is not clear.

    Examples
    --------
    >>> [read_date(text).start for text in ("31.12.2021", "Aug 2022", "ca. 2014", "02/2017")]
    ['2021-12-31', '2022-08', '2014~', '2017-02']
    >>> read_date("1993-1995")[:2], read_date("since 2020")[:2]
    (('1993', '1995'), ('2020', ''))
    >>> read_date("8/9/2022"), read_date("8/9/2022", "mdy").start, read_date("soon")
    (TimeSpan(start='2022', end='', is_open=True), '2022-08-09', None)
    """
    plain = " ".join(to_ascii_digits(text).split()).strip(" ,;")
    plain = WEEKDAY.sub("", plain, count=1) if WEEKDAY.match(plain) else plain
    if not plain or len(plain) > 80:  # noqa: PLR2004 - characters
        return None
    if match := GEPHI.match(plain):
        start, end = (_read_decimal_year(part) for part in match.groups())
        return TimeSpan(start, end) if start or end else None
    if match := re.fullmatch(UNTIL + "(.+)", plain, re.IGNORECASE):
        return _as_end(read_date(match[1], order))
    if match := re.fullmatch(SINCE + "(.+)", plain, re.IGNORECASE):
        return read_date(match[1], order)
    single = _read_single(plain, order)
    return single or _read_span(plain, order)


def _as_end(reading: TimeSpan | None) -> TimeSpan | None:
    if reading is None:
        return None
    return TimeSpan("", reading.end or reading.start, reading.is_open)


def _read_decimal_year(text: str) -> str:
    """Return the year or the day that Gephi writes as a number; empty for infinite."""
    try:
        number = float(text)
    except ValueError:
        return ""
    if number != number or abs(number) > 1e13:  # noqa: PLR2004, PLR0124 - not a number, not a time
        return ""
    if abs(number) >= 1e8:  # noqa: PLR2004 - seconds since 1970
        return _from_days(number / 86_400 / (1000 if abs(number) > 1e11 else 1))  # noqa: PLR2004
    return write_year(int(number))


def _read_span(text: str, order: DateOrder | None) -> TimeSpan | None:
    """Return the start and the end of a period."""
    if match := SHORT_SPAN.fullmatch(text):
        start, end = match[1] + match[2], match[1] + match[3]
        if start < end:
            return TimeSpan(start, end)
    if match := re.fullmatch(r"(.+?)\s*[-–—]", text):
        return read_date(match[1], order)
    for match in re.finditer(TO, text, re.IGNORECASE):
        left, right = text[: match.start()], text[match.end() :]
        start = _read_single(left, order)
        if start is None:
            continue
        if PRESENT.fullmatch(right):
            return TimeSpan(start.start, STILL, start.is_open)
        end = _read_single(right, order)
        if end is not None:
            return TimeSpan(start.start, end.start, start.is_open or end.is_open)
    if match := re.fullmatch(r"(.+?),\s*(.+)", text):
        start = _read_single(match[1], order)
        if start and PRESENT.fullmatch(match[2]):
            return TimeSpan(start.start, STILL, start.is_open)
    return None


def _read_single(text: str, order: DateOrder | None) -> TimeSpan | None:
    if is_partial_date(text):
        return TimeSpan(text)
    mark = ""
    for pattern, sign in ((ABOUT, "~"), (PERHAPS, "?")):
        if match := re.fullmatch(pattern + "(.+)", text, re.IGNORECASE):
            text, mark = match[1], sign
    if text[-1:] in "~?" and len(text) > 1:
        text, mark = text[:-1].strip(), text[-1]
    text = YEAR_BEHIND.sub("", text)
    if match := WITH_TIME.fullmatch(text):
        text = match[1].rstrip("T ,")
    date, is_open = read_plain_date(text, order)
    if date and mark and not date.endswith("X"):
        date += mark
    return TimeSpan(date, "", is_open) if date and is_partial_date(date) else None


def _from_days(days: float) -> str:
    """Return the date that many days after 1970 began."""
    try:
        day = dt.date(1970, 1, 1) + dt.timedelta(days=days)
    except OverflowError:
        return ""
    return day.isoformat()


def read_counted_days(text: str, *, epochs: bool) -> str:
    """Return the date of a number: a day of Excel's calendar, or seconds since 1970.

    Examples
    --------
    >>> read_counted_days("45000", epochs=False), read_counted_days("1289241911.7", epochs=True)
    ('2023-03-15', '2010-11-08')
    """
    if match := SERIAL.fullmatch(text):
        return _from_days(int(match[1]) - DAYS_BEFORE_1970)
    if epochs and (match := EPOCH.fullmatch(text)):
        return _from_days(int(match[1] or match[2][:-3]) / 86_400)
    return ""


def read_end(text: str) -> str:
    """Return what a word means as an end: ``..``, ``ended``, or nothing.

    Examples
    --------
    >>> read_end("present"), read_end("former"), read_end("2020")
    ('..', 'ended', '')
    """
    if PRESENT.fullmatch(text.strip()):
        return STILL
    return ENDED if OVER.fullmatch(text.strip()) else ""


def is_date(text: str) -> bool:
    """Return whether a text says something of time.

    Examples
    --------
    >>> is_date("12 May 2021"), is_date("present"), is_date("45")
    (True, True, False)
    """
    return read_date(text) is not None or bool(read_end(text))


def read_all(values: Iterable[str], order: DateOrder | None) -> Mapping[str, TimeSpan | None]:
    """Return the reading of each value of a column; numbers of days count where all are such.

    Examples
    --------
    >>> read_all(["45000", "2022-8-9"], None)["45000"].start
    '2023-03-15'
    """
    texts = list(values)
    readings = {text: read_date(text, order) for text in texts}
    readings.update(_read_seasons(texts))
    unread = [text for text, reading in readings.items() if reading is None]
    epochs = bool(unread) and all(EPOCH.fullmatch(text) for text in unread)
    for text in unread:
        date = read_counted_days(text, epochs=epochs)
        end = read_end(text)
        if date or end:
            readings[text] = TimeSpan(date, end)
    return readings


def _read_seasons(texts: Iterable[str]) -> dict[str, TimeSpan]:
    """Return the two years of each season, such as 2009/10, where a column has seasons.

    It has where the second number is always that of the next year, or cannot be a month.
    """
    found = {text: match for text in texts if (match := SEASON.fullmatch(text.strip()))}
    follows = {text: int(match[3]) == (int(match[2]) + 1) % 100 for text, match in found.items()}
    is_late = any(int(match[3]) > MONTHS_OF_YEAR for match in found.values())
    if not is_late and not all(follows.values()):
        return {}
    spans = {}
    for text, match in found.items():
        start = match[1] + match[2]
        if follows[text] and (is_late or len(found) > 1):
            spans[text] = TimeSpan(start, str(int(start) + 1))
        elif follows[text] or int(match[3]) <= MONTHS_OF_YEAR:
            spans[text] = TimeSpan(start, "", is_open=True)
    return spans
