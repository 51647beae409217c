"""Read workbooks (xlsx, xlsm, xls, ods) as grids of cells; nothing in them is run."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.draft import Note
from graph.importing.tables.delimited import clean_cell
from graph.importing.tables.packed_parts import make_unreadable_error, refuse_bomb
from graph.importing.tables.sheet import Grid

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_SHEETS = 200


def is_workbook(raw: bytes) -> bool:
    """Return whether bytes begin as a workbook, or another packed file, does.

    Examples
    --------
    >>> is_workbook(b"source,target")
    False
    """
    return raw.startswith((ZIP, OLE))


def read_grids(raw: bytes, name: str, wanted: tuple[str, ...], limits: Limits) -> list[Grid]:
    """Return the sheets of a workbook that hold something.

    Parameters
    ----------
    raw, name
        The file.
    wanted
        The sheets to read; empty for all.
    limits
        How much is read at the most.

    Raises
    ------
    DataError
        When it is no workbook, is too large unpacked, or lacks a sheet that is wanted.
    """
    if raw.startswith(ZIP):
        refuse_bomb(raw, name, limits)
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        names = book.sheet_names
        chosen = _choose_sheets(name, names, wanted)
        return list(_iter_grids(book, name, chosen, limits))
    except (python_calamine.CalamineError, python_calamine.PasswordError) as error:
        if "assword" not in repr(error):
            raise make_unreadable_error(name) from None
        what, remedy = "is protected by a password.", "Save it without the password."
        raise DataError([Problem(name, None, "", what, remedy, rule="unreadable-file")]) from None


def _choose_sheets(name: str, names: list[str], wanted: tuple[str, ...]) -> list[str]:
    by_folded = {each.casefold().strip(): each for each in names}
    missing = [each for each in wanted if each.casefold().strip() not in by_folded]
    chosen = [each for each in names if each.casefold().strip() in map(_fold, wanted)]
    if wanted and not chosen:
        known = ", ".join(map(repr, names[:20]))
        what = f"has no sheet {missing[0]!r}."
        raise DataError([Problem(name, None, "", what, f"It has {known}.", rule="no-sheet")])
    if not wanted and len(names) > MOST_SHEETS:
        what = f"has {len(names):,} sheets; at most {MOST_SHEETS} are read."
        remedy = "Name those that are meant: --sheet NAME."
        raise DataError([Problem(name, None, "", what, remedy, rule="too-large")])
    return chosen if wanted else names


def _fold(text: str) -> str:
    return text.casefold().strip()


def _iter_grids(book: Any, name: str, sheets: list[str], limits: Limits) -> Iterator[Grid]:  # noqa: ANN401 - calamine's own class
    import python_calamine

    cells_left = limits.most_cells
    for sheet_name in sheets:
        try:
            sheet = book.get_sheet_by_name(sheet_name)
        except python_calamine.CalamineError:  # a sheet of charts holds no cells
            continue
        height, width = sheet.total_height, sheet.total_width
        cells_left -= height * width
        if cells_left < 0:
            what = f"has more than {limits.most_cells:,} cells."
            remedy = "Name the sheets that are meant: --sheet NAME."
            raise DataError([Problem(name, None, "", what, remedy, rule="too-large")])
        rows = [
            [format_value(value, limits) for value in row]
            for row in sheet.to_python(skip_empty_area=False)
        ]
        if any(any(row) for row in rows):
            merged = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
            grid = Grid(name, sheet_name, rows, range(1, len(rows) + 1), merged)
            if not any(any(row) for row in rows[:-1]):
                grid.notes.append(Note("files", f"{grid.label}: has one row alone."))
            yield grid


def format_value(value: object, limits: Limits) -> str:
    """Return the value of a cell as text, as a CSV file would have it.

    Examples
    --------
    >>> [format_value(value, Limits()) for value in (2.0, 0.5, True, None, "x ")]
    ['2', '0.5', 'yes', '', 'x']
    """
    if isinstance(value, str):
        return clean_cell(value[: limits.longest_cell])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)  # noqa: PLR2004
    if isinstance(value, dt.datetime):
        return value.isoformat().removesuffix("T00:00:00")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    return "" if value is None else str(value)
