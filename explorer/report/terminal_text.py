"""Text for a terminal: widths in columns, padding, line breaks and hanging indents."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

WIDEST_CELL = 40

Paint = Callable[[str], str]


def count_columns(text: str) -> int:
    """Return the width of a text in columns of a terminal.

    Examples
    --------
    >>> count_columns("Вільня"), count_columns("维尔纽斯"), count_columns("e" + chr(0x301))
    (6, 8, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_count_character_columns(character) for character in text)


def _count_character_columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def measure_width(texts: Iterable[str]) -> int:
    """Return the width of the widest text, up to a bound: a long one does not pad all lines.

    Examples
    --------
    >>> measure_width(["ally", "funds"]), measure_width(["ally", "x" * 200])
    (5, 40)
    """
    return min(max(map(count_columns, texts), default=0), WIDEST_CELL)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill a text with spaces to a number of columns.

    Examples
    --------
    >>> pad("ally", 6) + "|", pad("7", 3, right=True)
    ('ally  |', '  7')
    """
    fill = " " * (width - count_columns(text))
    return fill + text if right else text + fill


def align(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """Return a line for each row, with its cells below each other, two spaces apart.

    Parameters
    ----------
    right
        For each column whether it is aligned right, as numbers are.

    Examples
    --------
    >>> align([["name", "rank"], ["Ann", "1"]], [False, True])
    ['name  rank', 'Ann      1']
    """
    widths = [measure_width(column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = zip(row, widths, right, strict=True)
        lines.append("  ".join(pad(cell, room, right=side) for cell, room, side in cells).rstrip())
    return lines


def wrap(text: str, width: int | None) -> list[str]:
    """Break a text between words into lines of at most `width` columns.

    Parameters
    ----------
    width
        Columns; None for one line. A longer word gets a line of its own.

    Examples
    --------
    >>> wrap("who stands how to whom", 10)
    ['who stands', 'how to', 'whom']
    """
    if width is None or count_columns(text) <= width:
        return [text]
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and count_columns(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def hang(
    head: str, body: str, width: int | None, *, head_paint: Paint = str, paint: Paint = str
) -> Iterator[str]:
    """Yield a text as lines behind a head, with a hanging indent below it.

    Parameters
    ----------
    head
        The text before the body, with the space between the two.
    width
        Columns of the terminal; None for no breaks.
    head_paint, paint
        Functions that colour the head and each line of the body.

    Examples
    --------
    >>> print(*hang("1. ", "Minsk is located in Belarus", 20), sep=chr(10))
    1. Minsk is located
       in Belarus
    """
    indent = count_columns(head)
    room = None if width is None else max(width - indent, 16)
    first, *more = wrap(body, room)
    yield head_paint(head) + paint(first)
    for line in more:
        yield " " * indent + paint(line)
