"""Find misplaced quotes in CSV text.

A quote opens a cell, closes it, or is doubled inside it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

QUOTE = '"'
QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')
ENDS_OF_CELL = "\r\n"
SHOWN = 40


class MisplacedQuote(NamedTuple):
    """A quote that is misplaced.

    Parameters
    ----------
    offset
        Its position in the text.
    what, remedy
        What is wrong with it, and what to do.
    opening
        The position where the cell that it closes opens, if it closes one.
    """

    offset: int
    what: str
    remedy: str
    opening: int | None = None


def find_misplaced_quote(text: str, delimiter: str) -> MisplacedQuote | None:
    """Return the first misplaced quote of a CSV text, if there is one.

    Parameters
    ----------
    text
        The whole file.
    delimiter
        The delimiter of cells.

    Examples
    --------
    >>> find_misplaced_quote('a,"b ""c"" d",e', ",") is None
    True
    >>> find_misplaced_quote('a,"b', ",").offset
    2
    >>> find_misplaced_quote('a,b "c" d', ",").what
    "there is a quote inside the cell 'b'."
    """
    if _get_well_formed(delimiter).fullmatch(text):  # far faster than a look at each quote
        return None
    borders = delimiter + ENDS_OF_CELL
    position = text.find(QUOTE)
    while position >= 0:
        if position and text[position - 1] not in borders:
            return _describe_quote_inside(text, position, borders)
        match = QUOTED.match(text, position)
        if match is None:
            return MisplacedQuote(position, "a quote opens here and is never closed.", "Close it.")
        end = match.end()
        if end < len(text) and text[end] not in borders:
            rest = re.split(f"[{borders}]", text[end : end + SHOWN], maxsplit=1)[0]
            what = f"{rest!r} follows the closing quote."
            return MisplacedQuote(end, what, 'Write a quote within quotes twice: "".', position)
        position = text.find(QUOTE, end)
    return None


@cache
def _get_well_formed(delimiter: str) -> re.Pattern[str]:
    cell = rf'(?:{QUOTED.pattern}|[^"{delimiter}\r\n]++)?+'
    return re.compile(rf"(?:{cell}[{delimiter}\r\n])*+{cell}")


def _describe_quote_inside(text: str, position: int, borders: str) -> MisplacedQuote:
    before = re.split(f"[{borders}]", text[max(0, position - SHOWN) : position])[-1]
    if not before.strip():
        return MisplacedQuote(
            position, "there is white space before the opening quote.", "Remove it."
        )
    what = f"there is a quote inside the cell {before.rstrip()!r}."
    return MisplacedQuote(position, what, 'Quote the whole cell, and write the quote twice: "".')
