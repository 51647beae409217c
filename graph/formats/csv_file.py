"""Read a CSV file (or `.csv.gz`) into a table of text, without losing anything silently."""

from __future__ import annotations

import csv
import re
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.data.limits import MIB, Limits, format_size
from graph.data.table import Table, check_header
from graph.errors import DataError, Problem
from graph.formats.encoding import decode, has_mark
from graph.formats.plain_file import make_unreadable_error, read_bytes
from graph.formats.quotes import QUOTED, find_misplaced_quote
from graph.names.resolve import WHITE_SPACE

DELIMITERS = ",;\t"
LARGE = 2 * MIB  # bytes; for less, importing the reader of large files costs more than it saves
BLANK = DELIMITERS + string.whitespace
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
LINE_BREAK = re.compile("\r\n|\r|\n")
EXCEL_SEP_LINE = r'(?i)"?sep=.?.?"?'

Row = list[str]


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
        return _parse_table(_CsvText(path.name, text, bounds), warnings)
    except MemoryError:
        raise make_unreadable_error(path, "there is not enough memory") from None


@dataclass(frozen=True)
class _CsvText:
    """The text of a CSV file, with what its problems need."""

    name: str
    text: str
    limits: Limits

    def problem(self, line: int, what: str, remedy: str, rule: str) -> Problem:
        return Problem(self.name, line, "", what, remedy, rule=rule)

    def find_line(self, offset: int) -> int:
        return len(LINE_BREAK.findall(self.text, 0, offset)) + 1


@dataclass(frozen=True)
class _CsvRows:
    """The rows that are not blank, each with the line on which it starts."""

    rows: list[Row]
    lines: list[int]
    line_offsets: dict[int, list[int]]
    """For each row of several lines: how many lines below its start each cell starts.

    The first row below the header is row 0."""


def _parse_table(file: _CsvText, warnings: Sequence[Problem]) -> Table:
    delimiter = _detect_delimiter(file)
    _require_quotes_in_place(file, delimiter)
    parsed = _parse_rows(file, delimiter)
    if not parsed.rows:
        what, remedy = "is empty.", "Name the columns in its first line."
        raise DataError([Problem(file.name, None, "", what, remedy, rule="empty-file")])
    unguard = _choose_unguard(file.text)
    header = [unguard(name.strip(WHITE_SPACE)) for name in parsed.rows[0]]
    problems = (*warnings, *check_header(file.name, header, parsed.lines[0]))
    line_offsets = {
        row: dict(zip(header, below, strict=False)) for row, below in parsed.line_offsets.items()
    }
    columns = _build_columns(header, parsed.rows[1:], unguard)
    width = len(header)
    ragged = {row: len(cells) for row, cells in enumerate(parsed.rows[1:]) if len(cells) != width}
    return Table(
        file.name, columns, parsed.lines[1:], problems, parsed.lines[0], line_offsets, width, ragged
    )


def _read_large(raw: bytes, name: str, limits: Limits) -> Table | None:
    """Return the table of a large file if it is plain enough for the fast reader, else None."""
    from graph.formats.large_csv import read_large

    return None if has_mark(raw) else read_large(raw, name, limits, read_header)


def read_header(name: str, text: str) -> tuple[str, Row, int]:
    """Return the delimiter, the names of the columns, and the line that names them."""
    delimiter = _detect_delimiter(_CsvText(name, text, Limits()))
    reader = csv.reader(LINE.findall(text), delimiter=delimiter, strict=True)
    unguard = _choose_unguard(text)
    for row in reader:
        if any(cell.strip(WHITE_SPACE) for cell in row):
            return delimiter, [unguard(name.strip(WHITE_SPACE)) for name in row], reader.line_num
    return delimiter, [], 0


def _detect_delimiter(file: _CsvText) -> str:
    """Return the delimiter that the header line uses."""
    lines = enumerate((match[0] for match in LINE.finditer(file.text)), 1)
    header, number = next(((line, number) for number, line in lines if line.strip(BLANK)), ("", 1))
    if re.fullmatch(EXCEL_SEP_LINE, header.strip()):
        what = f"{header.strip()!r} is a note to Excel, not a header."
        raise DataError([file.problem(number, what, "Remove this line.", "header")])
    outside_quotes = QUOTED.sub("", header).partition('"')[0]
    return max(DELIMITERS, key=outside_quotes.count)


def _require_quotes_in_place(file: _CsvText, delimiter: str) -> None:
    wrong = find_misplaced_quote(file.text, delimiter)
    if wrong:
        line, what = file.find_line(wrong.offset), wrong.what
        opened = line if wrong.opening is None else file.find_line(wrong.opening)
        if opened < line:
            what = f"{what} The cell opens in line {opened:,}. Is its closing quote missing there?"
        raise DataError([file.problem(line, what, wrong.remedy, "quotes")])


def _parse_rows(file: _CsvText, delimiter: str) -> _CsvRows:
    limits = file.limits
    reader = csv.reader(
        (match[0] for match in LINE.finditer(file.text)), delimiter=delimiter, strict=True
    )
    parsed, line, cells = _CsvRows([], [], {}), 1, 0
    previous_limit = csv.field_size_limit(limits.longest_cell)
    try:
        for row in reader:
            if any(cell.strip(WHITE_SPACE) for cell in row):
                if reader.line_num > line and parsed.rows:
                    parsed.line_offsets[len(parsed.rows) - 1] = _count_lines_above(row)
                parsed.rows.append(row)
                parsed.lines.append(line)
                cells += len(row)
            if cells > limits.most_cells:
                raise DataError([_report_too_many_cells(file, line)])
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError([_report_csv_error(file, line, error)]) from None
    finally:
        csv.field_size_limit(previous_limit)
    return parsed


def _count_lines_above(row: Row) -> list[int]:
    """Return for each cell how many lines below the start of its row it starts."""
    offsets, below = [], 0
    for cell in row:
        offsets.append(below)
        below += len(LINE_BREAK.findall(cell))
    return offsets


def _report_too_many_cells(file: _CsvText, line: int) -> Problem:
    most = file.limits.most_cells
    what = f"has more than {most:,} cells up to here."
    return file.problem(
        line, what, f"Remove rows, or allow more: --most-cells {2 * most}.", "too-large"
    )


def _report_csv_error(file: _CsvText, line: int, error: csv.Error) -> Problem:
    """Report what csv refuses: as all quotes are in place, a cell that is too long."""
    longest = file.limits.longest_cell
    if "field limit" not in str(error):
        return file.problem(line, f"cannot be read as CSV: {error}.", "", "quotes")
    what = f"has a cell of more than {format_size(longest)} characters."
    remedy = f"Shorten it, or allow more: --longest-cell {format_size(2 * longest)}."
    return file.problem(line, what, remedy, "too-large")


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
    columns = {
        name: [row[index].strip(WHITE_SPACE) for row in fitted]
        for index, name in enumerate(header)
        if name
    }
    if unguard is str:
        return columns
    return {name: list(map(unguard, cells)) for name, cells in columns.items()}
