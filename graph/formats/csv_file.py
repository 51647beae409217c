"""Reading one CSV file (or `.csv.gz`) into a table of text, losing nothing silently."""

from __future__ import annotations

import csv
import io
import re
import string
from collections.abc import Iterator
from pathlib import Path

from graph.errors import DataError, Problem
from graph.formats.table import Table, header_problems

DELIMITERS = ",;\t"
BLANK = DELIMITERS + string.whitespace
QUOTED = re.compile(r'"[^"]*"')
LONGEST_CELL = 1 << 20


def read_csv(path: Path) -> Table:
    """Read a CSV file whose first row names its columns.

    The delimiter (comma, semicolon or tab) is taken from the header line. Rows that are
    wholly blank are passed over. Cells lose surrounding white space and nothing else.

    Parameters
    ----------
    path
        A file in UTF-8, with or without byte order mark; gzipped if it ends in ``.gz``.

    Returns
    -------
    Table
        With the problems of its shape (headers, ragged rows); rows that have problems are kept
        as far as they go, so that all problems can be told at once.

    Raises
    ------
    DataError
        When it cannot be read as a table at all.
    """
    text = _text(path)
    delimiter = max(DELIMITERS, key=QUOTED.sub("", _header_line(text)).count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, lines = _rows(reader, path.name)
    if not rows:
        raise DataError(
            [Problem(path.name, None, "", "is empty.", "Name the columns in its first line.")]
        )
    header = [name.strip() for name in rows[0]]
    problems = [
        *header_problems(path.name, header, lines[0]),
        *_ragged(path.name, header, rows, lines),
    ]
    width = len(header)
    padded = [(row + [""] * (width - len(row)))[:width] for row in rows[1:]]
    columns = {name: [row[i].strip() for row in padded] for i, name in enumerate(header) if name}
    return Table(path.name, columns, lines[1:], tuple(problems), lines[0])


def _text(path: Path) -> str:
    """Return the whole file as text, or say why it can't be."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None
    if path.suffix == ".gz":
        raw = _unpacked(path, raw)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read = error.object  # what was decoded, without the byte order mark
        line = len((read[: error.start] + b"?").splitlines())
        what = f"byte 0x{read[error.start]:02x} is not UTF-8."
        raise DataError(
            [Problem(path.name, line, "", what, "Save the file as 'CSV UTF-8'.")]
        ) from None


def _unpacked(path: Path, raw: bytes) -> bytes:
    import gzip
    import zlib

    try:
        return gzip.decompress(raw)
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(path, str(error)) from None


def _unreadable(path: Path, reason: str) -> DataError:
    return DataError([Problem(path.name, None, "", f"cannot be read: {reason}.")])


def _header_line(text: str) -> str:
    """Return the first line that isn't blank, whichever way lines end."""
    lines = io.StringIO(text, newline=None)
    return next((line for line in lines if line.strip(BLANK)), "")


def _rows(reader: Iterator[list[str]], name: str) -> tuple[list[list[str]], list[int]]:
    """Return every row that isn't blank, and the physical line on which each starts."""
    rows: list[list[str]] = []
    lines: list[int] = []
    line = 1
    previous_limit = csv.field_size_limit(LONGEST_CELL)
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows.append(row)
                lines.append(line)
            line = reader.line_num + 1  # type: ignore[attr-defined]  # csv.reader has it
    except csv.Error as error:
        what = f"cannot be read as CSV: {error}."
        raise DataError([Problem(name, line, "", what, "Check the quotes in this row.")]) from None
    finally:
        csv.field_size_limit(previous_limit)
    return rows, lines


def _ragged(
    file: str, header: list[str], rows: list[list[str]], lines: list[int]
) -> Iterator[Problem]:
    for row, line in zip(rows[1:], lines[1:], strict=True):
        if len(row) != len(header):
            what = f"has {len(row)} cells where the header names {len(header)} columns."
            yield Problem(file, line, "", what, "Quote cells that hold the delimiter.")
