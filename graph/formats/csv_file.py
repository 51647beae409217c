"""Reading one CSV file (or `.csv.gz`) into a table of text, losing nothing silently."""

from __future__ import annotations

import codecs
import csv
import io
import re
import stat
import string
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from graph.errors import DataError, Problem
from graph.formats.table import Table, header_problems

DELIMITERS = ",;\t"
BLANK = DELIMITERS + string.whitespace
QUOTED = re.compile(r'"[^"]*"')
LONGEST_CELL = 1 << 20
LARGEST_FILE = 2 << 30  # bytes, unpacked
CHUNK = 1 << 20
NO_FILE: Mapping[str, Callable[[int], bool]] = {
    "a folder": stat.S_ISDIR,
    "a pipe": stat.S_ISFIFO,
    "a socket": stat.S_ISSOCK,
    "a device": lambda mode: not stat.S_ISREG(mode),
}
NOTE_TO_EXCEL = re.compile(r'"?sep=.?.?"?', re.IGNORECASE)
SAVE_AS = "Save the file as 'CSV UTF-8'."


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
    try:
        return _table(path, _text(path))
    except MemoryError:
        raise _unreadable(path, "there is not enough memory") from None


def _table(path: Path, text: str) -> Table:
    header_line, place = _header_line(text)
    if NOTE_TO_EXCEL.fullmatch(header_line.strip()):
        what = f"{header_line.strip()!r} is a note to Excel, and names no column."
        raise DataError([Problem(path.name, place, "", what, "Remove this line.")])
    delimiter = max(DELIMITERS, key=QUOTED.sub("", header_line).count)
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
        _require_file(path)
        raw = _unpacked(path) if path.suffix == ".gz" else path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from None
    if _is_utf_16(raw):
        raise DataError([Problem(path.name, None, "", "is UTF-16, not UTF-8.", SAVE_AS)])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        read = error.object  # what was decoded, without the byte order mark
        line = len((read[: error.start] + b"?").splitlines())
        what = f"byte 0x{read[error.start]:02x} is not UTF-8."
        raise DataError([Problem(path.name, line, "", what, SAVE_AS)]) from None


def _require_file(path: Path) -> None:
    """Refuse what might never end, or would not fit: anything but a file of some size."""
    try:
        found = path.stat()
    except FileNotFoundError:
        if not path.is_symlink():
            raise
        what = f"is a link to {str(path.readlink())!r}, which is not there."
        raise DataError([Problem(path.name, None, "", what, "Correct or remove it.")]) from None
    for kind, holds in NO_FILE.items():
        if holds(found.st_mode):
            what = f"is {kind}, not a file."
            raise DataError([Problem(path.name, None, "", what, "Give a CSV file.")])
    if found.st_size > LARGEST_FILE:
        raise _too_large(path)


def _unpacked(path: Path) -> bytes:
    import gzip
    import zlib

    raw = bytearray()
    try:
        with gzip.open(path) as file:
            while chunk := file.read(CHUNK):
                raw += chunk
                if len(raw) > LARGEST_FILE:
                    raise _too_large(path)
    except (EOFError, zlib.error) as error:
        raise _unreadable(path, str(error)) from None
    return bytes(raw)


def _too_large(path: Path) -> DataError:
    what = f"is larger than this reads, {LARGEST_FILE / (1 << 30):g} GiB unpacked."
    return DataError([Problem(path.name, None, "", what, "Keep what matters.")])


def _is_utf_16(raw: bytes) -> bool:
    """Tell whether a file starts with its mark, or with two Latin letters in it."""
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return marked or b"\0\0" in (raw[0:4:2], raw[1:4:2])


def _unreadable(path: Path, reason: str) -> DataError:
    return DataError([Problem(path.name, None, "", f"cannot be read: {reason}.")])


def _header_line(text: str) -> tuple[str, int]:
    """Return the first line that isn't blank, whichever way lines end, and its number."""
    lines = enumerate(io.StringIO(text, newline=None), 1)
    return next(((line, place) for place, line in lines if line.strip(BLANK)), ("", 1))


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
            few = len(row) < len(header)
            remedy = "Add what is missing." if few else "Quote cells that hold the delimiter."
            yield Problem(file, line, "", what, remedy)
