"""Parse the rows of a CSV text, whose quotes are in place, within limits."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.data.limits import MIB, Limits, format_size
from graph.errors import DataError, Problem
from graph.formats.swallowed_rows import find_swallowed_row
from graph.names.resolve import WHITE_SPACE

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
LINE_BREAK = re.compile("\r\n|\r|\n")
MOST_COLUMNS = 16_384  # as spreadsheets
MOST_BLANK = 2_000_000  # rows; a sheet of a spreadsheet has about half as many
LARGE = 16 * MIB  # characters
MOST_RAGGED = 100_000  # rows; with so many, the file is not what its header says

Row = list[str]


@dataclass(frozen=True)
class CsvText:
    """The text of a CSV file, with what its problems need."""

    name: str
    text: str
    limits: Limits

    def problem(self, line: int, what: str, remedy: str, rule: str) -> Problem:
        """Return an error about a line."""
        return Problem(self.name, line, "", what, remedy, rule=rule)

    def find_line(self, offset: int) -> int:
        """Return the number of the line in which a character is."""
        return len(LINE_BREAK.findall(self.text, 0, offset)) + 1


@dataclass
class CsvRows:
    """The rows that are not blank, each with the line on which it starts."""

    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    line_offsets: dict[int, list[int]] = field(default_factory=dict)
    """For each row of several lines: how many lines below its start each cell starts.

    The first row below the header is row 0."""
    warnings: list[Problem] = field(default_factory=list)
    cell_count: int = 0
    blank_count: int = 0
    ragged_count: int = 0


def parse_rows(file: CsvText, delimiter: str) -> CsvRows:
    """Return the rows of a text.

    Raises
    ------
    DataError
        When there is more than the limits allow.
    """
    _require_few_cells(file, delimiter)
    plain = parse_plain(file, delimiter)
    if plain is not None:
        return plain
    parsed, row_lines, line = CsvRows(), list[str](), 1
    reader = csv.reader(_iter_lines(file.text, row_lines), delimiter=delimiter, strict=True)
    previous_limit = csv.field_size_limit(file.limits.longest_cell)
    try:
        for row in reader:
            if any(cell.strip(WHITE_SPACE) for cell in row):
                _add_row(parsed, row, line, row_lines, file, delimiter)
            else:
                parsed.blank_count += 1
            _require_within_limits(parsed, row, line, file)
            row_lines.clear()
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError([_report_csv_error(file, line, error)]) from None
    finally:
        csv.field_size_limit(previous_limit)
    return parsed


def parse_plain(file: CsvText, delimiter: str) -> CsvRows | None:
    """Return the rows of a text without quotes and blank rows, all as long; None for any other.

    Nothing of it is wrong, so that no row need be looked at by itself.
    """
    text, limits = file.text, file.limits
    if '"' in text or "\r" in text or len(text) > LARGE:
        return None
    lines = text.removesuffix("\n").split("\n")
    if not all(line.strip(delimiter + WHITE_SPACE) for line in lines):
        return None
    previous_limit = csv.field_size_limit(limits.longest_cell)
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(previous_limit)
    width, count = len(rows[0]), sum(map(len, rows))
    if count != width * len(rows) or width > MOST_COLUMNS or count > limits.most_cells:
        return None
    if any(len(row) != width for row in rows):
        return None
    return CsvRows(rows, list(range(1, len(rows) + 1)), cell_count=count)


def _require_few_cells(file: CsvText, delimiter: str) -> None:
    """Refuse a large text with too many delimiters, before its rows fill the memory."""
    most = file.limits.most_cells
    if len(file.text) <= LARGE or '"' in file.text:
        return
    count = file.text.count(delimiter)
    if count > most:
        what = f"has more than {most:,} cells."
        enough = count + file.text.count("\n") + 1  # a row has a cell more than delimiters
        remedy = f"Remove rows, or allow more: --most-cells {max(2 * most, enough)}."
        raise DataError([Problem(file.name, None, "", what, remedy, rule="too-large")])


def _iter_lines(text: str, row_lines: list[str]) -> Iterator[str]:
    """Yield the lines of a text, and collect them until the reader has a whole row."""
    for match in LINE.finditer(text):
        row_lines.append(match[0])
        yield match[0]


def _add_row(  # noqa: PLR0913, PLR0917 - what is known of a row
    parsed: CsvRows, row: Row, line: int, row_lines: list[str], file: CsvText, delimiter: str
) -> None:
    if len(row_lines) > 1 and parsed.rows:
        parsed.line_offsets[len(parsed.rows) - 1] = _count_lines_above(row)
        if len(parsed.warnings) < file.limits.most_problems:
            found = find_swallowed_row(row_lines, delimiter, len(parsed.rows[0]))
            if found:
                problem = Problem(file.name, line, "", *found, "warning", rule="swallowed-row")
                parsed.warnings.append(problem)
    parsed.rows.append(row)
    parsed.lines.append(line)
    parsed.cell_count += len(row)
    parsed.ragged_count += len(row) != len(parsed.rows[0])


def _require_within_limits(parsed: CsvRows, row: Row, line: int, file: CsvText) -> None:
    """Refuse a file that has more than a limit; `row` is the row that was read last."""
    if parsed.cell_count > file.limits.most_cells:
        raise DataError([_report_too_many_cells(file, line)])
    what = ""
    if parsed.blank_count > MOST_BLANK:
        what = f"has more than {MOST_BLANK:,} blank rows up to here."
        remedy = "Remove them."
    elif len(row) > MOST_COLUMNS and len(parsed.rows) <= 1:
        what = f"has {len(row):,} columns, but the most that are read are {MOST_COLUMNS:,}."
        remedy = "Remove columns, or put what they say into rows."
    elif parsed.ragged_count > MOST_RAGGED:
        what = f"has more than {MOST_RAGGED:,} rows up to here with too few or too many cells."
        columns = len(parsed.rows[0])
        remedy = f"Its header names {columns:,} columns: is it the right file, and its first line?"
    if what:
        raise DataError([file.problem(line, what, remedy, "too-large")])


def _count_lines_above(row: Row) -> list[int]:
    """Return for each cell how many lines below the start of its row it starts."""
    offsets, below = [], 0
    for cell in row:
        offsets.append(below)
        below += len(LINE_BREAK.findall(cell))
    return offsets


def _report_too_many_cells(file: CsvText, line: int) -> Problem:
    most = file.limits.most_cells
    what = f"has more than {most:,} cells up to here."
    return file.problem(
        line, what, f"Remove rows, or allow more: --most-cells {2 * most}.", "too-large"
    )


def _report_csv_error(file: CsvText, line: int, error: csv.Error) -> Problem:
    """Report what csv refuses: as all quotes are in place, a cell that is too long."""
    longest = file.limits.longest_cell
    if "field limit" not in str(error):
        return file.problem(line, f"cannot be read as CSV: {error}.", "", "quotes")
    what = f"has a cell of more than {format_size(longest)} characters."
    remedy = f"Shorten it, or allow more: --longest-cell {format_size(2 * longest)}."
    return file.problem(line, what, remedy, "too-large")
