"""Read one plain date: numbers in three orders, names of months, eras, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.data.dates import is_partial_date
from graph.importing.cells.date_words import BEFORE_CHRIST, OUR_ERA, PART_OF_YEAR, find_month
from graph.importing.options import DateOrder

NUMBERS = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})\.?")
MONTH_YEAR = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})|([0-9]{4})(?:[/-]([0-9]{1,2})|\.([0-9]{2}))")
DAY_MONTH_YEAR = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th|\.|º|er)?\s*(?:of |de )?\s*([^\W\d]+)\.?,?\s*"
    r"(?:de |del )?\s*([0-9]{4})",
    re.IGNORECASE,
)
MONTH_DAY_YEAR = re.compile(
    r"([^\W\d]+)\.?\s+([0-9]{1,2})(?:st|nd|rd|th)?,?\s+([0-9]{4})", re.IGNORECASE
)
MONTH_NAME_YEAR = re.compile(r"([^\W\d]+)\.?[\s,'-]*(?:de |del )?\s*([0-9]{4})", re.IGNORECASE)
YEAR_MONTH_NAME = re.compile(r"([0-9]{4})[\s-]+([^\W\d]+)\.?", re.IGNORECASE)
DAY_SHORT_MONTH = re.compile(r"([0-9]{1,2})-([^\W\d]{3,})-([0-9]{2}|[0-9]{4})")
YEAR_MONTH_DAY = re.compile(r"([0-9]{4})[-./ ]+([^\W\d]{3,})\.?[-./ ]+([0-9]{1,2})")
DECADE = re.compile(r"([0-9]{3})0(?:'?s|er(?:\s?jahre)?|-?е|-ті|x)|([0-9]{3})x", re.IGNORECASE)
CENTURY = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th|\.|e|º)?\s*(?:century|c\.|cent\.|jh\.|jahrhundert|siècle|siglo|в\.|век|ст\.|wiek)",
    re.IGNORECASE,
)
COMPACT = re.compile(r"([12][0-9]{3})(0[1-9]|1[0-2])([0-2][0-9]|3[01])")
BEFORE = re.compile(r"([0-9]{1,6})" + BEFORE_CHRIST, re.IGNORECASE)
YEAR = re.compile(r"(?:a\.?d\.?\s*)?([0-9]{1,4})" + OUR_ERA, re.IGNORECASE)
DECIMAL_YEAR = re.compile(r"([12][0-9]{3})\.(?:[0-9]|[2-9][0-9]|1[3-9]|[0-9]{3,})")
MONTHS_OF_YEAR, TURN = 12, 40


def read_plain_date(text: str, order: DateOrder | None) -> tuple[str, bool]:
    """Return a date without about and perhaps, and whether day and month are open.

    Examples
    --------
    >>> read_plain_date("31.12.2021", None), read_plain_date("8/9/2022", None)
    (('2021-12-31', False), ('2022', True))
    >>> [read_plain_date(text, None)[0] for text in ("44 BC", "Aug 2022", "1850s", "19th century")]
    ['-43', '2022-08', '185X', '18XX']
    """
    if is_partial_date(text):
        return text, False
    if match := NUMBERS.fullmatch(text):
        return _read_numbers(match, order)
    if match := DECIMAL_YEAR.fullmatch(text):
        return match[1], True
    for pattern, convert in SHAPES:
        if match := pattern.fullmatch(text):
            return convert(match), False
    return "", False


def _convert_month(match: re.Match[str]) -> str:
    year, month = (match[2], match[1]) if match[2] else (match[3], match[4] or match[5])
    return _join(year, month)


def _convert_day(match: re.Match[str]) -> str:
    return _join(_widen_year(match[3]), find_month(match[2]), match[1])


def _convert_year(match: re.Match[str]) -> str:
    """Return a year; two digits alone are none."""
    is_short = match[0].isdigit() and len(match[0]) < 3  # noqa: PLR2004
    return "" if is_short else match[1].zfill(4)


def _read_numbers(match: re.Match[str], order: DateOrder | None) -> tuple[str, bool]:
    first, sign, second, third = match[1], match[2], match[3], match[4]
    if len(first) > 2:  # noqa: PLR2004 - a year
        return _join(first, second, third), False
    if order == "ymd" and len(third) <= 2:  # noqa: PLR2004
        return _join(_widen_year(first), second, third), False
    year, (one, two) = _widen_year(third), (int(first), int(second))
    if sign == "." or one > MONTHS_OF_YEAR or (order == "dmy" and two <= MONTHS_OF_YEAR):
        return _join(year, second, first), False
    if two > MONTHS_OF_YEAR or order == "mdy":
        return _join(year, first, second), False
    if one == two:
        return _join(year, first, second), False
    return year, True


def _widen_year(text: str) -> str:
    """Return the year of two digits: 13 is 2013, 87 is 1987."""
    if len(text) != 2:  # noqa: PLR2004
        return text.zfill(4)
    return f"{'20' if int(text) < TURN else '19'}{text}"


def _join(year: str, month: str | int | None, day: str = "") -> str:
    if month is None:
        return ""
    parts = [year.zfill(4), str(month).zfill(2), *([day.zfill(2)] if day else [])]
    known = [part for part in parts[1:] if part != "00"]  # 2012-00-00 is the year
    return "-".join([parts[0], *known])


def write_year(year: int) -> str:
    """Return a year as the project writes it.

    Examples
    --------
    >>> write_year(856), write_year(-43)
    ('0856', '-43')
    """
    if year < 0:
        return f"-{-year:02}"
    return f"{year:04}"


SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (COMPACT, lambda match: "-".join(match.groups())),
    (MONTH_YEAR, _convert_month),
    (BEFORE, lambda match: write_year(1 - int(match[1]))),
    (YEAR, _convert_year),
    (DAY_MONTH_YEAR, _convert_day),
    (DAY_SHORT_MONTH, _convert_day),
    (YEAR_MONTH_DAY, lambda match: _join(match[1], find_month(match[2]), match[3])),
    (MONTH_DAY_YEAR, lambda match: _join(match[3], find_month(match[1]), match[2])),
    (PART_OF_YEAR, lambda match: match[1] or match[2]),
    (MONTH_NAME_YEAR, lambda match: _join(match[2], find_month(match[1]))),
    (YEAR_MONTH_NAME, lambda match: _join(match[1], find_month(match[2]))),
    (DECADE, lambda match: f"{match[1] or match[2]}X"),
    (CENTURY, lambda match: f"{int(match[1]) - 1:02}XX"),
)
"""The shapes of a date, and how each is written as the project writes dates."""
