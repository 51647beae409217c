"""Marks: a byte for each row of a long column, 1 where it passes a test, all as one large number.

Rows that pass several tests at once are so counted in some hundredths of a second, and without
numpy, whose import takes longer than all else of a question.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

Marks = int
BYTES = 256


def mark_all(count: int) -> Marks:
    """Return the marks of so many rows.

    Examples
    --------
    >>> hex(mark_all(3))
    '0x10101'
    """
    return int.from_bytes(b"\1" * count, "little")


def mark_numbers(numbers: bytes, passes: Sequence[object]) -> Marks:
    """Return the marks of the rows whose number passes, of those below `BYTES`.

    Parameters
    ----------
    passes
        Whether each number passes; those that are not listed do not.

    Examples
    --------
    >>> hex(mark_numbers(bytes([2, 0, 1]), [True, False, True]))
    '0x101'
    """
    table = bytes(map(bool, passes)).ljust(BYTES, b"\0")
    return int.from_bytes(numbers.translate(table), "little")


def mark_codes(codes: memoryview[int], passes: Sequence[object]) -> Marks:
    """Return the marks of the rows whose code passes; there are no more than `BYTES` codes.

    Examples
    --------
    >>> from array import array
    >>> hex(mark_codes(memoryview(array("i", [2, 0, 1])), [True, False, True]))
    '0x101'
    """
    lowest = 0 if sys.byteorder == "little" else codes.itemsize - 1
    return mark_numbers(bytes(codes.cast("B"))[lowest :: codes.itemsize], passes)


def count_marks(marks: Marks) -> int:
    """Return how many rows are marked.

    Examples
    --------
    >>> count_marks(mark_all(3))
    3
    """
    return marks.bit_count()
