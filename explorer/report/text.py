"""Text for a terminal: nothing in it may hide, reorder or command, and lines hang together."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

Paint = Callable[[str], str]


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    Examples
    --------
    >>> columns_of("Вільня"), columns_of("维尔纽斯"), columns_of("e" + chr(0x301))
    (6, 8, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_columns_of_character(character) for character in text)


def _columns_of_character(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled with spaces to a number of columns.

    Examples
    --------
    >>> padded("ally", 6) + "|", padded("7", 3, right=True)
    ('ally  |', '  7')
    """
    fill = " " * (width - columns_of(text))
    return fill + text if right else text + fill


def wrapped(text: str, width: int | None) -> list[str]:
    """Return a text as lines of at most so many columns, broken between words.

    Parameters
    ----------
    width
        Columns; None leaves the text on one line. A longer word keeps a line of its own.

    Examples
    --------
    >>> wrapped("who stands how to whom", 10)
    ['who stands', 'how to', 'whom']
    """
    if width is None or columns_of(text) <= width:
        return [text]
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and columns_of(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def hanging(
    head: str, body: str, width: int | None, *, head_paint: Paint = str, paint: Paint = str
) -> Iterator[str]:
    """Yield a body as lines beside a head; further lines hang under the first one's body.

    Parameters
    ----------
    head
        What stands before the body, with the space between the two.
    width
        Columns of the terminal; None for no breaks.
    head_paint, paint
        Colour a head, a line of the body.

    Examples
    --------
    >>> print(*hanging("1. ", "Minsk is located in Belarus", 20), sep=chr(10))
    1. Minsk is located
       in Belarus
    """
    indent = columns_of(head)
    room = None if width is None else max(width - indent, 16)
    first, *more = wrapped(body, room)
    yield head_paint(head) + paint(first)
    for line in more:
        yield " " * indent + paint(line)


def counted(count: int, noun: str) -> str:
    """Return a count and its noun in the right number.

    Examples
    --------
    >>> counted(1, "path"), counted(1234, "path")
    ('1 path', '1,234 paths')
    """
    return f"{count:,} {noun}{'s' * (count != 1)}"
