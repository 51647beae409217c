"""Read a CSV file (or `.csv.gz`) into a table of text, without losing anything silently."""

from __future__ import annotations

import csv
import re
import string
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from graph.data.limits import MIB, Limits
from graph.data.table import Table, check_header
from graph.errors import DataError, Problem
from graph.formats.csv_rows import LINE, MOST_BLANK, CsvRows, CsvText, Row, parse_rows
from graph.formats.encoding import decode, has_mark
from graph.formats.plain_file import make_unreadable_error, read_bytes
from graph.formats.quotes import QUOTED, find_misplaced_quote
from graph.names.resolve import WHITE_SPACE

DELIMITERS = ",;\t"
LARGE = 2 * MIB  # bytes; for less, importing the reader of large files costs more than it saves
BLANK = DELIMITERS + string.whitespace
HEADER_WORDS = {"id", "name", "source", "target", "type", "label", "from", "to"}
MOST_TITLE_LINES = 10
EXCEL_SEP_LINE = r'(?i)"?sep=.?.?"?'


def read_csv(path: Path, *, encoding: str | None = None, limits: Limits | None = None) -> Table:
    """Read a CSV file whose first row names its columns.

    The delimiter (comma, semicolon or tab) is detected in the header line. Blank rows are skipped.
    Cells lose surrounding white space, and the apostrophe that keeps a spreadsheet from running
    a cell as a formula, and nothing else.

    Parameters
    ----------
    path
        A file in UTF-8, or in UTF-16 with its byte order mark; gzipped if it ends in ``.gz``.
    encoding
        How to read a file that has no byte order mark, instead of as UTF-8.
    limits
        How much is read at the most.

    Returns
    -------
    Table
        With the problems of its header. Rows with too few or too many cells are padded or cut,
        so that all problems can be reported at once.

    Raises
    ------
    DataError
        When it cannot be read as a table.
    QuestionError
        When there is no such encoding.
    """
    bounds = limits or Limits()
    try:
        raw = read_bytes(path, bounds)
        large = (
            _read_large(raw, path.name, bounds) if encoding is None and len(raw) >= LARGE else None
        )
        if large is not None:
            return large
        text, warnings = decode(raw, path.name, encoding)
        return _parse_table(CsvText(path.name, text, bounds), warnings)
    except MemoryError:
        raise make_unreadable_error(path, "there is not enough memory") from None


def _parse_table(file: CsvText, warnings: Sequence[Problem]) -> Table:
    delimiter = _detect_delimiter(file)
    _require_quotes_in_place(file, delimiter)
    parsed = parse_rows(file, delimiter)
    if not parsed.rows:
        what, remedy = "is empty.", "Name the columns in its first line."
        raise DataError([Problem(file.name, None, "", what, remedy, rule="empty-file")])
    unguard = _choose_unguard(file.text)
    header = [unguard(name.strip(WHITE_SPACE)) for name in parsed.rows[0]]
    _refuse_title(file, parsed, header)
    _drop_blank_cells(parsed, header)
    blank = {
        number
        for number, name in enumerate(header, 1)
        if not name and not any(_cells_at(parsed, number - 1))
    }
    problems = (
        *warnings,
        *check_header(file.name, header, parsed.lines[0], blank),
        *parsed.warnings,
    )
    line_offsets = {
        row: dict(zip(header, below, strict=False)) for row, below in parsed.line_offsets.items()
    }
    columns = _build_columns(header, parsed.rows[1:], unguard)
    width = len(header)
    ragged = {row: len(cells) for row, cells in enumerate(parsed.rows[1:]) if len(cells) != width}
    return Table(
        file.name, columns, parsed.lines[1:], problems, parsed.lines[0], line_offsets, width, ragged
    )


def _refuse_title(file: CsvText, parsed: CsvRows, header: Row) -> None:
    """Refuse a title in place of a header, with the line that seems to name the columns."""
    if len(header) < 2 or sum(map(bool, header)) != 1:  # noqa: PLR2004 - a title fills one cell
        return
    for row, line in zip(parsed.rows[1:MOST_TITLE_LINES], parsed.lines[1:], strict=False):
        words = {cell.strip(WHITE_SPACE).casefold() for cell in row}
        if not words.isdisjoint(HEADER_WORDS):
            what = f"seems to be a title: line {line} seems to name the columns."
            remedy = "Remove the lines above it: explore import does it."
            raise DataError([file.problem(parsed.lines[0], what, remedy, "title")])


def _drop_blank_cells(parsed: CsvRows, header: Row) -> None:
    """Remove columns at the end that have neither a name nor a cell, and cells behind them."""
    width = len(header)
    while width > 1 and not header[width - 1] and not any(_cells_at(parsed, width - 1)):
        width -= 1
    del header[width:]
    for row in parsed.rows:
        while len(row) > width and not row[-1].strip(WHITE_SPACE):
            row.pop()


def _cells_at(parsed: CsvRows, index: int) -> Iterator[str]:
    return (row[index].strip(WHITE_SPACE) for row in parsed.rows[1:] if len(row) > index)


def _read_large(raw: bytes, name: str, limits: Limits) -> Table | None:
    """Return the table of a large file if it is plain enough for the fast reader, else None."""
    from graph.formats.large_csv import read_large

    return None if has_mark(raw) else read_large(raw, name, limits, read_header)


def read_header(name: str, text: str) -> tuple[str, Row, int]:
    """Return the delimiter, the names of the columns, and the line that names them."""
    delimiter = _detect_delimiter(CsvText(name, text, Limits()))
    reader = csv.reader(LINE.findall(text), delimiter=delimiter, strict=True)
    unguard = _choose_unguard(text)
    for row in reader:
        if any(cell.strip(WHITE_SPACE) for cell in row):
            return delimiter, [unguard(name.strip(WHITE_SPACE)) for name in row], reader.line_num
    return delimiter, [], 0


def _detect_delimiter(file: CsvText) -> str:
    """Return the delimiter that the header line uses."""
    first = islice(LINE.finditer(file.text), MOST_BLANK + 1)
    lines = enumerate((match[0] for match in first), 1)
    header, number = next(((line, number) for number, line in lines if line.strip(BLANK)), ("", 1))
    if re.fullmatch(EXCEL_SEP_LINE, header.strip()):
        what = f"{header.strip()!r} is a note to Excel, not a header."
        raise DataError([file.problem(number, what, "Remove this line.", "header")])
    outside_quotes = QUOTED.sub("", header).partition('"')[0]
    return max(DELIMITERS, key=outside_quotes.count)


def _require_quotes_in_place(file: CsvText, delimiter: str) -> None:
    wrong = find_misplaced_quote(file.text, delimiter)
    if wrong:
        line, what = file.find_line(wrong.offset), wrong.what
        opened = line if wrong.opening is None else file.find_line(wrong.opening)
        if opened < line:
            what = f"{what} The cell opens in line {opened:,}. Is its closing quote missing there?"
        raise DataError([file.problem(line, what, wrong.remedy, "quotes")])


def _choose_unguard(text: str) -> Callable[[str], str]:
    """Return the function that removes the guards of cells; few files have any."""
    if not re.search("' *(?:[=+@-]|[^ -~])", text):
        return str
    from graph.formats.formulas import GUARDED, unguard_formula

    return unguard_formula if GUARDED.search(text) else str


def _build_columns(
    header: Row, rows: list[Row], unguard: Callable[[str], str]
) -> dict[str, list[str]]:
    """Return the cells by column; rows that are too short or too long are padded or cut."""
    width = len(header)
    fitted = [
        row if len(row) == width else (row + [""] * (width - len(row)))[:width] for row in rows
    ]
    by_column = zip(*fitted, strict=True) if fitted else [() for _ in header]
    columns = {
        name: [cell.strip(WHITE_SPACE) for cell in cells]
        for name, cells in zip(header, by_column, strict=True)
        if name
    }
    if unguard is str:
        return columns
    return {name: list(map(unguard, cells)) for name, cells in columns.items()}
