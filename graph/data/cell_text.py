"""The text of a CSV cell: numbers in it, and values of Python, numpy and pandas as such text."""

from __future__ import annotations

import re
from datetime import date

NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
"""A number as a cell may write it."""

Advice = tuple[str, str]
"""Why a text is wrong, and what to do about it; each may be empty."""

MIDNIGHT = "T00:00:00"
MISSING = ("None", "nan", "NaN", "NaT", "<NA>")
"""How whatever stands for a missing value in pandas, numpy or Python reads as text."""


def to_cell(value: object) -> str:
    """Return a value as the text a CSV cell would hold.

    Examples
    --------
    >>> [to_cell(value) for value in (2022.0, None, float("nan"), 0.5, ["a", "b"], " x ")]
    ['2022', '', '', '0.5', 'a|b', 'x']
    """
    if isinstance(value, str):
        return value.strip()
    if hasattr(value, "tolist"):  # numpy's arrays and scalars
        value = value.tolist()
    if isinstance(value, (list, tuple, set, frozenset)):
        items = list(map(to_cell, value))
        return "|".join(sorted(items) if isinstance(value, (set, frozenset)) else items)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat().removesuffix(MIDNIGHT).replace("NaT", "")
    text = str(value).strip()
    return "" if text in MISSING else text


def to_ascii_digits(text: str) -> str:
    """Convert the decimal digits of every script to 0 to 9.

    Examples
    --------
    >>> to_ascii_digits("２０２２-08"), to_ascii_digits("٣.5")
    ('2022-08', '3.5')
    """
    if text.isascii():
        return text
    from unicodedata import decimal

    return "".join(str(decimal(char, char)) for char in text)
