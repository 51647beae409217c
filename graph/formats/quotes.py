"""Quotes in CSV text: each one opens a cell, closes it, or stands doubled within it."""

from __future__ import annotations

import re
from typing import NamedTuple

QUOTE = '"'
QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')
ENDS_OF_CELL = "\r\n"
SHOWN = 40


class MisplacedQuote(NamedTuple):
    """A quote that is out of place.

    Parameters
    ----------
    offset
        Its place in the text.
    what, remedy
        What is wrong with it, and what to do.
    opening
        Where the cell that it closes opens, if it closes one: the quote may be missing there.
    """

    offset: int
    what: str
    remedy: str
    opening: int | None = None


def find_misplaced_quote(text: str, delimiter: str) -> MisplacedQuote | None:
    """Return the first quote of a CSV text that is out of place, if there is one.

    Parameters
    ----------
    text
        The whole file, so that a quote which is never closed is told where it opens.
    delimiter
        What stands between cells.

    Examples
    --------
    >>> find_misplaced_quote('a,"b ""c"" d",e', ",") is None
    True
    >>> find_misplaced_quote('a,"b', ",").offset
    2
    >>> find_misplaced_quote('a,b "c" d', ",").what
    "a quote stands within the cell 'b'."
    """
    borders = delimiter + ENDS_OF_CELL
    place = text.find(QUOTE)
    while place >= 0:
        if place and text[place - 1] not in borders:
            return _describe_quote_inside(text, place, borders)
        match = QUOTED.match(text, place)
        if match is None:
            return MisplacedQuote(place, "a quote opens here and is never closed.", "Close it.")
        end = match.end()
        if end < len(text) and text[end] not in borders:
            rest = re.split(f"[{borders}]", text[end : end + SHOWN], maxsplit=1)[0]
            what = f"{rest!r} stands behind the closing quote."
            return MisplacedQuote(end, what, 'Write a quote within quotes twice: "".', place)
        place = text.find(QUOTE, end)
    return None


def _describe_quote_inside(text: str, place: int, borders: str) -> MisplacedQuote:
    before = re.split(f"[{borders}]", text[max(0, place - SHOWN) : place])[-1]
    if not before.strip():
        return MisplacedQuote(place, "white space stands before the opening quote.", "Remove it.")
    what = f"a quote stands within the cell {before.rstrip()!r}."
    return MisplacedQuote(place, what, 'Quote the whole cell, and write the quote twice: "".')
