"""Look through the parts of a workbook before it is read: how large they are, how far they reach.

A few bytes can claim a cell in the last row and column, or unpack to gigabytes. Sizes that an
archive states may be lies, so every part is unpacked once, in pieces, and forgotten.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from graph.data.limits import MIB, Limits, format_size
from graph.errors import DataError, Problem

MOST_RATIO = 200  # text packs to a tenth or so; a bomb to a thousandth
LEAST_ALLOWED = 64 * MIB
MOST_PARTS = 20_000
HEADER = 30
DEFLATED = 8
OVERLAP = 800  # bytes that two pieces share, so that no reference is cut in two
CELL = re.compile(
    rb"""<(?:\w{1,20}:)?c\s[^<>]{0,300}?\br\s{0,9}=\s{0,9}["']([A-Z]{1,3})([0-9]{1,7})["']"""
)
REPEATED = re.compile(
    rb"""number-(?:columns|rows)-repeated\s{0,9}=\s{0,9}["']([0-9]{1,99})["']"""
    rb"""[^<>]{0,300}(?:office:(?:value|string-value)|>\s{0,99}<[^/])"""
)
MOST_REPEATED = 10_000


def refuse_bomb(raw: bytes, name: str, limits: Limits) -> int:
    """Refuse a packed workbook that is too large unpacked; return its size unpacked.

    Raises
    ------
    DataError
        When it is no archive, unpacks to more than the limits allow, or has too many cells.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise make_unreadable_error(name) from None
    if len(parts) > MOST_PARTS:
        raise _make_error(name, f"has more than {MOST_PARTS:,} parts, the most that is read.")
    left = most = min(limits.largest_file, max(LEAST_ALLOWED, MOST_RATIO * len(raw)))
    for part in parts:
        rows = columns = 0
        tail = b""
        for piece in _unpack(raw, part, name):
            left -= len(piece)
            if left < 0:
                what = f"is larger than {format_size(most)} unpacked, the most that is read."
                raise _make_error(name, what)
            text = tail + piece
            rows, columns = _measure(text, rows, columns)
            if rows * columns > limits.most_cells:
                raise _make_error(name, f"has more than {limits.most_cells:,} cells.")
            if any(int(match[1][:9]) > MOST_REPEATED for match in REPEATED.finditer(text)):
                raise _make_error(name, f"repeats a cell more than {MOST_REPEATED:,} times.")
            tail = piece[-OVERLAP:]
    return most - left


def _measure(text: bytes, rows: int, columns: int) -> tuple[int, int]:
    """Return the last row and the last column of the cells in a part of a sheet, so far."""
    for match in CELL.finditer(text):
        rows = max(rows, int(match[2]))
        if len(match[1]) > 1 or columns < 26:  # noqa: PLR2004 - letters
            columns = max(columns, number_column(match[1]))
    return rows, columns


def number_column(letters: bytes) -> int:
    """Return the number of a column.

    Examples
    --------
    >>> number_column(b"A"), number_column(b"AB")
    (1, 28)
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _unpack(raw: bytes, part: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """Yield the pieces of a part, whatever size it states."""
    start = part.header_offset
    lengths = raw[start + 26 : start + HEADER]
    if len(lengths) < 4:  # noqa: PLR2004 - two numbers of two bytes
        raise make_unreadable_error(name)
    name_length, extra_length = struct.unpack("<HH", lengths)
    first = start + HEADER + name_length + extra_length
    data = raw[first : first + part.compress_size]
    if part.compress_type != DEFLATED:
        yield data
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while data:
            yield unpacker.decompress(data, MIB)
            data = unpacker.unconsumed_tail
    except zlib.error:
        raise make_unreadable_error(name) from None


def make_unreadable_error(name: str) -> DataError:
    """Return the error that a file is no workbook."""
    what, remedy = "cannot be read as a workbook.", "Save it again as .xlsx or .csv."
    return DataError([Problem(name, None, "", what, remedy, rule="unreadable-file")])


def _make_error(name: str, what: str) -> DataError:
    remedy = "Save the sheets that are needed as .csv."
    return DataError([Problem(name, None, "", what, remedy, rule="too-large")])
