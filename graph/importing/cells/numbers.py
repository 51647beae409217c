"""Read numbers with currency, thousands and decimal commas; the column decides what is open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from graph.data.cell_text import to_ascii_digits

CURRENCIES = (
    r"US\$|C\$|A\$|HK\$|[$€£¥₽₴₹₺¤]|zł|руб\.?|грн\.?|"
    r"(?:EUR|USD|GBP|CHF|RUB|UAH|PLN|BYN|CZK|SEK|NOK|DKK|JPY|CNY|INR|TRY|BRL|CAD|AUD|HUF|RON|ZAR"
    r"|euros?|dollars?|pounds?|Fr\.|kr\.?)(?![^\W\d])"
)
SCALES = {
    3: r"k|tsd\.?|thousand|tys\.?|тыс\.?|тис\.?|mille",
    6: r"m|mn|mio\.?|mln\.?|mill\.?|millions?|millionen|millones|млн\.?|мільйон\w*|миллион\w*"
    r"|milion\w*",
    9: r"bn|b|billions?|mrd\.?|milliarden?|milliards?|mld\.?|млрд\.?|миллиард\w*|miliard\w*",
}
LITERAL = r"(?:[0-9](?:[0-9.,'’\s\u00a0\u202f]*[0-9])?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?"
NUMBER = re.compile(
    rf"(?P<about>[~≈><≥≤]|ca\.?|c\.|about|over)?\s*(?P<sign>[+\-−–])?\s*(?P<before>{CURRENCIES})?\s*(?P<sign2>[-−])?"
    rf"(?P<number>{LITERAL})(?:,-{{1,2}}|\.-)?\s*(?P<percent>%)?\s*"
    rf"(?P<scale>{'|'.join(SCALES.values())})?\s*(?P<after>{CURRENCIES})?",
    re.IGNORECASE,
)
PLAIN = re.compile(r"(-?)([0-9]{1,13})(?:([.,])([0-9]{1,2}|[0-9]{4,13}))?")
"""A number that reads in one way only; most cells are such, and are read in a tenth of the time."""
GROUPED = re.compile(r"(-?)([0-9]{1,3}([.,])[0-9]{3}(?:\3[0-9]{3}){0,3})(?!\3)([.,])([0-9]{1,10})")
"""A number with thousands apart and another decimal sign, 1.234,56; it, too, reads in one way."""
SIGN_WORDS = {
    "¤": "",  # money, as a header says
    "€": "EUR",
    "$": "USD",
    "us$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "zł": "PLN",
}
THOUSANDS = 3
LONGEST = 60


class Number(NamedTuple):
    """A number as a cell writes it.

    Parameters
    ----------
    text
        The number in plain digits, with a decimal point.
    currency
        Its currency; empty for none.
    is_percent
        Whether a percent sign stands behind it.
    """

    text: str
    currency: str = ""
    is_percent: bool = False


def decide_decimal(values: Iterable[str]) -> str:
    """Return the decimal sign of a column: comma, point, ``mixed``, or empty where nothing decides.

    Examples
    --------
    >>> decide_decimal(["1,5", "610,086"]), decide_decimal(["€ 320,000", "0.3 Mio."])
    (',', '.')
    >>> decide_decimal(["715.000,00", "0.3"]), decide_decimal(["320,000"])
    ('mixed', '')
    """
    votes = set(map(_vote_of_cell, filter(_is_short, values))) - {""}
    return "mixed" if len(votes) > 1 else next(iter(votes), "")


def _vote_of_cell(text: str) -> str:
    """Return the decimal sign that a cell must have; empty for none, or where either may be."""
    if plain := PLAIN.fullmatch(text):
        return plain[3] or ""
    if grouped := GROUPED.fullmatch(text):
        return grouped[4]
    match = NUMBER.fullmatch(text)
    return (_vote(match["number"]) or _vote_of_amount(match)) if match else ""


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST


def _vote(number: str) -> str:
    """Return the sign that must be the decimal sign of a number; empty where both could be."""
    digits = re.sub(r"[eE].*", "", number)
    signs = [character for character in digits if character in ".,"]
    if not signs:
        return ""
    if len(set(signs)) == len((",", ".")):
        return signs[-1]
    if len(signs) > 1:
        return "." if signs[0] == "," else ","
    before, behind = re.split("[.,]", digits)
    if (
        len(behind) != THOUSANDS
        or len(before.strip()) > THOUSANDS
        or before.lstrip("+-") in ("", "0")
    ):
        return signs[0]
    return ""


def _vote_of_amount(match: re.Match[str]) -> str:
    """Return the decimal sign of an amount of money: three digits behind a sign are thousands."""
    signs = {character for character in match["number"] if character in ".,"}
    if not (match["before"] or match["after"]) or match["scale"] or len(signs) != 1:
        return ""
    return "," if signs == {"."} else "."


def read_number(text: str, decimal: str = "", *, asked: bool = False) -> Number | None:
    """Return the number that a cell holds; None where it holds none.

    Parameters
    ----------
    text
        The cell.
    decimal
        The decimal sign of the column, as `decide_decimal` returns it. Where nothing decides, a
        comma or point with three digits behind it separates thousands; a point alone in a column
        of plain numbers is a decimal point, and in an amount of money it separates thousands.
    asked
        Whether a person gave the decimal sign.

    Examples
    --------
    >>> [read_number(text).text for text in ("€ 320,000", "715.000,00 €", "0.3 Mio.", "1e3")]
    ['320000', '715000', '300000', '1000']
    >>> read_number("610,086", ",").text, read_number("610,086").text, read_number("-")
    ('610.086', '610086', None)
    >>> read_number("25.000 €").text, read_number("25.000").text
    ('25000', '25')
    """
    if plain := PLAIN.fullmatch(text):
        return _read_plain(plain[1], plain[2], plain[4] or "")
    if grouped := GROUPED.fullmatch(text):
        return _read_plain(grouped[1], grouped[2].replace(grouped[3], ""), grouped[5])
    match = NUMBER.fullmatch(to_ascii_digits(text).strip()) if len(text) <= LONGEST else None
    return _read_match(match, decimal, asked=asked) if match else None


def _read_plain(sign: str, before: str, behind: str) -> Number:
    """Return the number of a cell that reads in one way only."""
    whole, part = before.lstrip("0") or "0", behind.rstrip("0")
    text = f"{whole}.{part}" if part else whole
    return Number(text if text == "0" else f"{sign}{text}")


def _read_match(match: re.Match[str], decimal: str, *, asked: bool) -> Number | None:
    """Return the number of a cell that is written in any way."""
    own = _vote(match["number"]) or ("" if asked else _vote_of_amount(match))
    plain = _remove_thousands(match["number"], own or (decimal if decimal in (",", ".") else ""))
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    scale = (match["scale"] or "").lower()
    power = next(
        (
            power
            for power, words in SCALES.items()
            if scale and re.fullmatch(words, scale, re.IGNORECASE)
        ),
        0,
    )
    value = value.scaleb(power)
    if match["sign"] in ("-", "−", "–") or match["sign2"]:
        value = -value
    currency = (match["before"] or match["after"] or "").lower().rstrip(".")
    return Number(
        _format(value), SIGN_WORDS.get(currency, currency.upper()), bool(match["percent"])
    )


def _remove_thousands(number: str, decimal: str) -> str:
    bare = re.sub(r"[\s'’\u00a0\u202f]", "", number)
    if not decimal:
        signs = {character for character in bare if character in ".,"}
        # Where nothing decides, 1.234 is a plain number, as programs write it; 1,234 is grouped.
        decimal = "." if signs == {"."} else "" if signs else "."
    other = {",": ".", ".": ",", "": ","}[decimal]
    return bare.replace(other, "").replace(decimal or ".", ".")


def _format(value: Decimal) -> str:
    if value == value.to_integral_value() and abs(value) < Decimal(10) ** 30:
        return str(int(value))
    return format(value.normalize(), "f") if abs(value.adjusted()) < 30 else str(value)  # noqa: PLR2004


def is_number(text: str) -> bool:
    """Return whether a text is a number, with a unit or without.

    Examples
    --------
    >>> is_number("$40,000"), is_number("Scheme A"), is_number("2020-01-01")
    (True, False, False)
    """
    return len(text) <= LONGEST and bool(NUMBER.fullmatch(to_ascii_digits(text).strip()))
