"""An Excel workbook with a sheet for actors, relations, sources and types."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from graph.data.cell_text import NUMBER
from graph.data.columns import RELATION_COLUMNS
from graph.errors import OutputError
from graph.exporting.exported_network import Columns, Export, ExportedNetwork

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CLAIMS = ("stance", "basis")
NUMBERS = ("weight", "confidence")
MOST_ROWS = 1_048_575  # below the header
MOST_COLUMNS = 16_384
LONGEST_CELL = 32_767
CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 - the same bytes on every run; Excel knows no zones
OPTIONS: Mapping[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
WIDTHS = (8, 50)


def write_xlsx(exported: ExportedNetwork) -> Export:
    """Write a network as a workbook; its sheets have the columns of the CSV files.

    Text is text: nothing is run as a formula, nor opened as a link.

    Raises
    ------
    OutputError
        When a sheet has more rows, columns or text in a cell than Excel can hold.

    Examples
    --------
    >>> import graph
    >>> write_xlsx(ExportedNetwork(graph.load_example())).files[""][:2]
    b'PK'
    """
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    with Workbook(buffer, OPTIONS) as book:
        book.set_properties({"created": CREATED})
        header = book.add_format({"bold": True})
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        for name, columns in exported.tables.items():
            if name in ("actors", "relations") or any(columns.values()):
                if name == "relations":
                    columns = _add_claims(columns)  # noqa: PLW2901 - what the sheet has
                _require_room(name, columns)
                sheet = book.add_worksheet(name)
                _fill_sheet(sheet, columns, header, text)
    return Export({"": buffer.getvalue()})


def _add_claims(columns: Columns) -> Columns:
    """Return the columns of relations with those of claims, blank ones too: import knows them."""
    blank = [""] * len(next(iter(columns.values()), ()))
    every = {name: columns.get(name, blank) for name in (*columns, *CLAIMS)}
    names = [name for name in RELATION_COLUMNS if name in every]
    return {name: every[name] for name in (*names, *every)}


def _require_room(name: str, columns: Columns) -> None:
    """Refuse what Excel would cut."""
    remedy = "Export to .sqlite or .parquet instead."
    rows = len(next(iter(columns.values()), ()))
    if rows > MOST_ROWS or len(columns) > MOST_COLUMNS:
        what = f"{rows:,} rows and {len(columns):,} columns are more than Excel can hold."
        raise OutputError(f"{name}: {what} {remedy}")
    for column, cells in columns.items():
        longest = max(map(_measure, (column, *cells)))
        if longest > LONGEST_CELL:
            what = f"a cell of {longest:,} characters is longer than Excel can hold"
            raise OutputError(f"{name}: {column}: {what} ({LONGEST_CELL:,}). {remedy}")


def _measure(text: str) -> int:
    """Return the length of a text in the units of UTF-16, which Excel counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _fill_sheet(sheet: Worksheet, columns: Columns, header: Format, text: Format) -> None:
    for number, (name, cells) in enumerate(columns.items()):
        sheet.write_string(0, number, name, header)
        for row, cell in enumerate(cells, 1):
            if name in NUMBERS and NUMBER.fullmatch(cell) and _is_exact(cell):
                sheet.write_number(row, number, float(cell))
            elif cell:
                sheet.write_string(row, number, cell, text)
        longest = max((len(cell) for cell in (name, *cells[:200])), default=0)
        sheet.set_column(number, number, max(WIDTHS[0], min(WIDTHS[1], longest + 2)))
    sheet.freeze_panes(1, 0)


def _is_exact(cell: str) -> bool:
    """Return whether a workbook, which has 17 digits, gives the same number again."""
    return float(f"{float(cell):.16G}") == float(cell)
