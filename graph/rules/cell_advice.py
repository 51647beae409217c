"""Why a cell is no date, number or confidence, and what to write instead.

Each function returns a reason and a remedy. None is needed before a cell is wrong.
"""

from __future__ import annotations

import re
from unicodedata import decimal

from graph.data.dates import DUE, PARTIAL_DATE, is_partial_date
from graph.errors import cut
from graph.rules.cells import NUMBER

Flaw = tuple[str, str]

LONGEST = 30  # of a number that is offered
SHORT_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
UNKNOWN = re.compile(r"[?-]+|n\.?/?a\.?|unknown|none", re.IGNORECASE)
LASTING = re.compile(r"present|now|today|ongoing", re.IGNORECASE)
TIMED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.,+Z-]+")
OTHER_ORDER = re.compile(r"[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{1,4}|[0-9]{1,2}[./][0-9]{4}|[0-9]{8}")
COMMA = re.compile(r"([+-]?[0-9]+),([0-9]+)")
GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([,.' \u00a0\u202f])[0-9]{3})+(?:[.,][0-9]+)?")
UNDERSCORED = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)+(?:\.[0-9]+)?")
PERCENT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*%")
NOT_FINITE = re.compile(r"[+-]?(?:nan|inf|infinity|∞)", re.IGNORECASE)
WITH_UNIT = re.compile(rf"(?!0[xXoObB])({NUMBER.pattern})\s*[^\W\d_]\D*|[$€£]\s*({NUMBER.pattern})")
AMBIGUOUS = re.compile(r"([+-]?[0-9]{1,3}),([0-9]{3})")
LIKE_A_GRADE = re.compile(r"[A-Za-z][0-9]")


def of_date(text: str) -> Flaw:
    """Return why a text is no partial date, as far as it can be told, and what to do.

    Which of 8 and 9 in 8/9/2022 is the month is never guessed.

    Examples
    --------
    >>> of_date("2022-02-30")
    ('there is no such day', '2022-02 ends with day 28.')
    >>> of_date("2022-8-8"), of_date("spring 2022")[0]
    (('month and day have two digits', 'Write 2022-08-08.'), '')
    """
    plain = in_ascii_digits(text)
    if plain != text:
        return "only the digits 0 to 9 are read", _date(plain)
    if PARTIAL_DATE.fullmatch(text):
        return _not_in_the_calendar(*text.split("-"))
    return _other_form(text)


def _other_form(text: str) -> Flaw:
    """Return why a text that is a date elsewhere is none here; what is clear is offered."""
    if UNKNOWN.fullmatch(text):
        return "what is not known stays blank", "Empty the cell."
    if LASTING.fullmatch(text):
        return "what has not ended has no date", "Empty the cell, and say so in a note."
    if short := SHORT_DATE.fullmatch(text):
        numbers = (number.zfill(2) for number in short.groups() if number)
        return "month and day have two digits", _date("-".join(numbers))
    if timed := TIMED.fullmatch(text):
        return "it has a time of day", _date(timed[1])
    if OTHER_ORDER.fullmatch(text):
        return "the year comes first, then month and day, with hyphens", DUE
    return "", DUE


def in_ascii_digits(text: str) -> str:
    """Return a text with every decimal digit of any script as one of 0 to 9.

    Examples
    --------
    >>> in_ascii_digits("２０２２-08"), in_ascii_digits("٣.5")
    ('2022-08', '3.5')
    """
    return text if text.isascii() else "".join(str(decimal(char, char)) for char in text)


def _date(date: str) -> str:
    return f"Write {date}." if is_partial_date(date) else DUE


def _not_in_the_calendar(year: str, month: str = "01", day: str = "01") -> Flaw:
    if year == "0000":
        return "there is no year 0000", "The first year is 0001."
    if not is_partial_date(f"{year}-{month}"):
        return f"there is no month {month}", "Months are 01 to 12."
    last = next(
        last for last in ("31", "30", "29", "28") if is_partial_date(f"{year}-{month}-{last}")
    )
    return "there is no such day", (
        "Days begin with 01." if day == "00" else f"{year}-{month} ends with day {last}."
    )


def of_share(cell: str, number: float | None) -> Flaw:
    """Return why a cell is no confidence, and the one that may be meant; each may be empty.

    Examples
    --------
    >>> of_share("80%", None), of_share("1.5", 1.5)
    (('it is a percentage', 'Did you mean 0.8?'), ('it is above 1', ''))
    """
    percent = PERCENT.fullmatch(cell)
    if percent:
        share = float(percent[1]) / 100
        return "it is a percentage", f"Did you mean {share:g}?" if share <= 1 else ""
    if number is not None:
        share = number / 100
        meant = f"Did you mean {share:g}?" if 2 <= number <= 100 else ""  # noqa: PLR2004 - per cent
        return ("it is above 1", meant) if number > 0 else ("it is below 0", "")
    if LIKE_A_GRADE.fullmatch(cell):
        return "grades are A to F and 1 to 6", ""
    return of_number(cell)


def of_number(cell: str) -> Flaw:
    """Return why a cell is no number, and how it would be one; each may be empty.

    Examples
    --------
    >>> of_number("1_000"), of_number("heavy")
    (('it has an underscore', 'Write 1000.'), ('', ''))
    """
    plain = in_ascii_digits(cell)
    if plain != cell:
        return "only the digits 0 to 9 are read", _number(plain)
    for pattern, reason, remedy in FLAWS:
        if found := pattern.fullmatch(cell):
            return reason, remedy(found)
    return "", ""


def _number(number: str) -> str:
    return f"Write {number}." if len(number) <= LONGEST and NUMBER.fullmatch(number) else ""


def _point(found: re.Match[str]) -> str:
    return _number(f"{found[1]}.{found[2]}")


def _either(found: re.Match[str]) -> str:
    return f"Write {found[1]}{found[2]} or {found[1]}.{found[2]}."


def _joined(found: re.Match[str]) -> str:
    return _number(found[0].replace("_", ""))


def _share(found: re.Match[str]) -> str:
    return f"Write {cut(found[1], LONGEST)}, or the share of 1, the same in every row."


def _bare(found: re.Match[str]) -> str:
    return _number(found[1] or found[2])


def _unknown(found: re.Match[str]) -> str:
    del found
    return ""


FLAWS = (
    (NOT_FINITE, "it is not finite", _unknown),
    (AMBIGUOUS, "it has a comma", _either),
    (COMMA, "it has a comma for a point", _point),
    (GROUPED, "nothing may stand between thousands", _unknown),
    (UNDERSCORED, "it has an underscore", _joined),
    (PERCENT, "it is a percentage", _share),
    (WITH_UNIT, "it has a unit", _bare),
)
