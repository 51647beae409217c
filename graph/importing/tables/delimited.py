"""Read delimited text of any program as a grid of cells: delimiter and encoding are found out."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from graph.data.dictionary_column import unique_values
from graph.data.limits import MIB, Limits
from graph.data.table import Table
from graph.errors import DataError, Problem
from graph.formats.encoding import BYTE_ORDER_MARKS, decode
from graph.formats.encoding_candidates import detect_encodings
from graph.formats.quotes import find_misplaced_quote
from graph.importing.by_column import Column, map_column
from graph.importing.draft import Note
from graph.importing.tables.sheet import Grid, Sheet
from graph.names.resolve import WHITE_SPACE

DELIMITERS = "\t;,|"
SAMPLE_LINES = 50
LARGE = 2 * MIB
MOST_COLUMNS = 16_384
SEP_LINE = re.compile(r"""(?i)"?sep=(?:"?([^"\s]|\t)?)"{0,2}\s*""")
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
PRINTABLE = 0.95


def read_large_sheet(raw: bytes, name: str, limits: Limits) -> Sheet | None:
    """Return a large plain file with a header as a sheet; None if it is not plain enough."""
    from graph.formats.csv_file import read_header
    from graph.formats.encoding import has_mark
    from graph.formats.large_csv import read_large

    if len(raw) < LARGE or has_mark(raw):
        return None
    try:
        table: Table | None = read_large(raw, name, limits, read_header)
    except DataError:
        return None
    if table is None or len(table.columns) < 2:  # noqa: PLR2004 - two ends
        return None
    columns = {clean_cell(header): _clean(cells) for header, cells in table.columns.items()}
    return Sheet(name, "", columns, table.lines) if len(columns) == len(table.columns) else None


def _clean(cells: Column) -> Column:
    """Return a column whose cells are cleaned, in one quick look where all are clean."""
    text = "".join(unique_values(cells))
    if text.isascii() and text.isprintable() and "'" not in text:
        return cells
    return map_column(cells, clean_cell)


def read_grid(raw: bytes, name: str, encoding: str | None, limits: Limits) -> Grid:
    """Return the cells of a text file.

    Raises
    ------
    DataError
        When the bytes are no text, or more than the limits allow.
    """
    text, notes = decode_text(raw, name, encoding)
    text, delimiter = find_delimiter(text)
    rows, lines = [], []
    cell_count = 0
    for line, row in _iter_rows(text, delimiter, limits):
        cells = [clean_cell(cell) for cell in row[:MOST_COLUMNS]]
        cell_count += len(cells)
        if cell_count > limits.most_cells:
            what = f"has more than {limits.most_cells:,} cells."
            remedy = f"Remove rows, or allow more: --most-cells {2 * limits.most_cells}."
            raise DataError([Problem(name, None, "", what, remedy, rule="too-large")])
        rows.append(cells)
        lines.append(line)
    wrong = find_misplaced_quote(text, delimiter) if '"' in text and delimiter != " " else None
    if wrong:
        line = len(re.findall("\r\n|\r|\n", text[: wrong.offset])) + 1
        what = f"{name}:{line}: {wrong.what} Cells near it may hold more or less than they should."
        notes.append(Note("files", what, is_guess=True))
    words = {"\t": "tabs", ";": "semicolons", ",": "commas", "|": "bars", " ": "blanks"}
    separator = words.get(delimiter, repr(delimiter))
    notes.append(Note("files", f"{name}: cells are separated by {separator}."))
    return Grid(name, "", rows, lines, (), notes)


def clean_cell(cell: str) -> str:
    r"""Return a cell without surrounding blanks, control characters and a formula's guard.

    Examples
    --------
    >>> clean_cell(" Anna\x00 "), clean_cell("'=1+1")
    ('Anna', '=1+1')
    """
    if cell.isascii() and cell.isprintable() and "'" not in cell:
        return cell.strip()
    from graph.formats.formulas import unguard_formula
    from graph.text.invisible import find_invisible

    text = cell.strip(WHITE_SPACE)
    for character in find_invisible(text, "\t\n\r\u200c\u200d"):
        text = text.replace(character, "")
    return unguard_formula(text.strip(WHITE_SPACE)) if "'" in text else text


def decode_text(raw: bytes, name: str, encoding: str | None) -> tuple[str, list[Note]]:
    """Return a text in the encoding that is marked, asked for, or reads best, and notes on it."""
    if encoding is not None or raw.startswith(tuple(BYTE_ORDER_MARKS)):
        return decode(raw, name, encoding)[0], []
    try:
        return decode(raw, name)[0], []
    except DataError:
        readings = detect_encodings(raw)
        if not readings or b"\0" in raw[:1000]:
            raise
    best = readings[0].encoding
    text = raw.decode(best, errors="replace")
    shown = re.sub(r"^cp(125[0-8])$", r"windows-\1", best)
    others = ", ".join(
        re.sub(r"^cp(125[0-8])$", r"windows-\1", each.encoding) for each in readings[1:3]
    )
    what = f"{name}: is not UTF-8. It is read as {shown}" + (
        f"; {others} would be possible, too." if others else "."
    )
    return text, [Note("files", what, "--encoding NAME", is_guess=len(readings) > 1)]


def find_delimiter(text: str) -> tuple[str, str]:
    r"""Return a text without Excel's note on its delimiter, and the delimiter.

    The one that splits most lines into the same number of cells, more than one.

    Examples
    --------
    >>> find_delimiter("a;b\n1,5;2\n")[1], find_delimiter("1 2\n2 3\n")[1]
    (';', ' ')
    >>> find_delimiter("sep=|\na|b\n")
    ('a|b\n', '|')
    """
    first = text.lstrip("\r\n").splitlines()[:1]
    match = SEP_LINE.fullmatch(first[0]) if first else None
    if match:
        text = "".join(text.lstrip("\r\n").splitlines(keepends=True)[1:])
        if match[1] and not match[1].isalnum():
            return text, match[1]
    lines = [line for line, _ in zip(_iter_sample(text), range(SAMPLE_LINES), strict=False)]
    scored = [(_score_delimiter(lines, each), each) for each in DELIMITERS]
    best, delimiter = max(scored, key=lambda pair: pair[0])
    if best <= 0:
        spaced = [len(line.split()) for line in lines]
        if spaced and 2 <= spaced[0] <= 4 and len(set(spaced)) == 1:  # noqa: PLR2004 - ends, weight
            return text, " "
        return text, ","
    return text, delimiter


def _iter_sample(text: str) -> Iterator[str]:
    """Yield the first lines with something in them, without what stands in quotes."""
    bare = re.sub(r'"[^"]*+(?:""[^"]*+)*+"', '"', text[:65_536])
    for line in bare.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def _score_delimiter(lines: list[str], delimiter: str) -> float:
    """Return how well a delimiter splits lines: how many of them alike, and into how many."""
    counts = Counter(line.count(delimiter) for line in lines)
    counts.pop(0, None)
    if not counts:
        return 0
    number, alike = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    return alike / len(lines) + min(number, 20) / 1000 + (0.3 if lines[0].count(delimiter) else 0)


def _iter_rows(text: str, delimiter: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it starts; comment lines of edge lists are left out."""
    if delimiter == " ":
        for number, match in enumerate(LINE.finditer(text), 1):
            if match[0].strip() and match[0][0] not in "#%":
                yield number, match[0].split()
        return
    previous = csv.field_size_limit(limits.longest_cell)
    start = 1
    try:
        reader = csv.reader((match[0] for match in LINE.finditer(text)), delimiter=delimiter)
        is_above = True
        for row in reader:
            is_comment = is_above and bool(row) and row[0].startswith(("#", "%")) and len(row) == 1
            if not is_comment:
                is_above = is_above and not any(row)
                yield start, row
            start = reader.line_num + 1
    except csv.Error:
        what = "has a cell that is too long, perhaps because a quote is not closed."
        remedy = "Close the quote, or allow more: --longest-cell."
        raise DataError([Problem("", start, "", what, remedy, rule="quotes")]) from None
    finally:
        csv.field_size_limit(previous)
