"""Why a text is not a date, and what to write instead.

Each function returns a reason and a remedy. They are called only for texts that are wrong. The page
says the same of dates that are asked about, in `explorer/page/assets/core/date_advice.js`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.data.cell_text import Advice, to_ascii_digits
from graph.data.dates import DATE_FORMATS, ENDED, STILL, is_partial_date

PLAIN_DATE = re.compile(r"([0-9]{3,4}|-[0-9]+)-([0-9]{2})(?:-([0-9]{2}))?")
SHORT_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
NOT_KNOWN = re.compile(r"[?-]+|n\.?/?a\.?|unknown|none", re.IGNORECASE)
ONGOING = re.compile(r"present|now|today|ongoing|current|still|open|\.\.\.|…", re.IGNORECASE)
OVER = re.compile(r"ended|over|past|former|finished|dissolved|defunct", re.IGNORECASE)
WITH_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.,+Z-]+")
OTHER_ORDER = re.compile(r"[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{1,4}|[0-9]{1,2}[./][0-9]{4}|[0-9]{8}")
SHORT_YEAR = re.compile("[0-9]{1,2}")
PERIOD = re.compile(r"([0-9]{3,4})\s*(?:[-–—/]|to|until)\s*([0-9]{3,4})")
ABOUT = re.compile(r"(?:~|c\.?|ca\.?|circa|about|around)\s*(-?[0-9]+)|([0-9]+)%", re.IGNORECASE)
PERHAPS = re.compile(r"\?\s*(-?[0-9]+)|(?:perhaps|maybe)\s*([0-9]+)", re.IGNORECASE)
BEFORE_CHRIST = re.compile(r"([0-9]{1,6})\s*(?:bce?|b\.\s*c\.)", re.IGNORECASE)
OF_OUR_ERA = re.compile(r"(?:ad\s*)?([0-9]{1,4})\s*(?:ad|ce)?", re.IGNORECASE)
DECADE = re.compile(r"([0-9]{3})(?:0'?s|x)", re.IGNORECASE)
CENTURY = re.compile("([0-9]{2})xx", re.IGNORECASE)
NUMBERED_CENTURY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)\s+(?:century|c\.)", re.IGNORECASE)


def explain_date(text: str) -> Advice:
    """Return why a text is not a date, and what to do.

    The month in 8/9/2022 is never guessed.

    Examples
    --------
    >>> explain_date("2022-02-30")
    ('there is no such day', '2022-02 ends with day 28.')
    >>> explain_date("2022-8-8"), explain_date("spring 2022")[0]
    (('month and day have two digits', 'Write 2022-08-08.'), '')
    >>> explain_date("44 BC"), explain_date("1850s")[1], explain_date("c. 1450")[1]
    (('years before 1 are negative, and 1 BC is 0', 'Write -43.'), 'Write 185X.', 'Write 1450~.')
    """
    plain = to_ascii_digits(text)
    if plain != text:
        return "only the digits 0 to 9 are read", _suggest_date(plain)
    if match := PLAIN_DATE.fullmatch(text):
        return _explain_impossible_date(*filter(None, match.groups()))
    if text in (STILL, ENDED):
        return "only an end can be that", "Empty the cell."
    return _explain_other_format(text)


def explain_end(text: str) -> Advice:
    """Return why a text is not an end, and what to do.

    Examples
    --------
    >>> explain_end("former")
    ('', 'Write ended for what is over on a date that is not known.')
    """
    if ONGOING.fullmatch(text):
        return "", f"Write {STILL} for what was still so when the source was written."
    if OVER.fullmatch(text):
        return "", f"Write {ENDED} for what is over on a date that is not known."
    return explain_date(text)


def explain_asked_date(text: str) -> Advice:
    """Return why a text is not a date to ask about, and what to do; there is no cell to empty.

    Examples
    --------
    >>> explain_asked_date("44 BC"), explain_asked_date("n/a")[0]
    (('years before 1 are negative, and 1 BC is 0', 'Write -43.'), '')
    >>> explain_asked_date("1990-1995"), explain_asked_date("c. 1450")
    (('it is a period', 'Ask from 1990 to 1995.'), ('', 'Ask about 1450, or a longer span.'))
    """
    if text in (STILL, ENDED) or NOT_KNOWN.fullmatch(text):
        return "", DATE_FORMATS
    if period := PERIOD.fullmatch(text):
        return "it is a period", f"Ask from {period[1]} to {period[2]}."
    for pattern in (ABOUT, PERHAPS):
        if match := pattern.fullmatch(text):
            date = next(filter(None, match.groups()))
            if is_partial_date(date):
                return "", f"Ask about {date}, or a longer span."
    return explain_date(text)


def _explain_other_format(text: str) -> Advice:
    """Return why a text that is a date in another format cannot be read, with the date if clear."""
    if short := SHORT_DATE.fullmatch(text):
        numbers = (number.zfill(2) for number in short.groups() if number)
        return "month and day have two digits", _suggest_date("-".join(numbers))
    if timed := WITH_TIME.fullmatch(text):
        return "it has a time of day", _suggest_date(timed[1])
    if SHORT_YEAR.fullmatch(text):
        return "a year has three digits or more", f"Write {text.zfill(4)}, or the whole year."
    for pattern, reason, remedy in NOT_ONE_DATE:
        if pattern.fullmatch(text):
            return reason, remedy
    return _explain_words(text)


def _explain_words(text: str) -> Advice:
    """Return why a date with words or other signs cannot be read, with the date if clear."""
    for pattern, reason, convert in WITH_WORDS:
        if match := pattern.fullmatch(text):
            suggested = convert(next(filter(None, match.groups())))
            if is_partial_date(suggested):
                return reason, f"Write {suggested}."
    return "", DATE_FORMATS


def _count_before_christ(year: str) -> str:
    """Return a year BC as astronomers count it."""
    return str(1 - int(year)) if int(year) > 1 else "0000"


NOT_ONE_DATE = (
    (NOT_KNOWN, "a date that is not known stays blank", "Empty the cell."),
    (OTHER_ORDER, "the year comes first, then month and day, with hyphens", DATE_FORMATS),
    (PERIOD, "it is a period", "Write its two dates under start and end."),
)
WITH_WORDS: tuple[tuple[re.Pattern[str], str, Callable[[str], str]], ...] = (
    (ABOUT, "~ behind a date means about", "{}~".format),
    (PERHAPS, "? behind a date means perhaps", "{}?".format),
    (BEFORE_CHRIST, "years before 1 are negative, and 1 BC is 0", _count_before_christ),
    (OF_OUR_ERA, "a year has three digits or more, and no letters", lambda year: year.zfill(4)),
    (DECADE, "a decade has an X for its last digit", "{}X".format),
    (CENTURY, "a century has XX at its end", "{}XX".format),
    (NUMBERED_CENTURY, "a century has XX at its end", lambda n: f"{int(n) - 1:02}XX"),
)


def _suggest_date(date: str) -> str:
    return f"Write {date}." if is_partial_date(date) else DATE_FORMATS


def _explain_impossible_date(year: str, month: str, day: str = "01") -> Advice:
    if not is_partial_date(year):
        return f"there is no year {year}", DATE_FORMATS
    if not is_partial_date(f"{year}-{month}"):
        return f"there is no month {month}", "Months are 01 to 12."
    last = next(
        last for last in ("31", "30", "29", "28") if is_partial_date(f"{year}-{month}-{last}")
    )
    return "there is no such day", (
        "Days begin with 01." if day == "00" else f"{year}-{month} ends with day {last}."
    )
