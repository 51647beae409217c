"""Read workbooks (xlsx, xlsm, xls, ods) as grids of cells; nothing in them is run."""

from __future__ import annotations

from graph.data.limits import Limits
from graph.importing.draft import Note
from graph.importing.tables.bounded_process import Reader, read_in_process
from graph.importing.tables.packed_parts import refuse_bomb
from graph.importing.tables.sheet import Grid
from graph.importing.tables.workbook_sheets import SheetCells

SHEETS = "workbook_sheets:read_sheets"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


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
    size = refuse_bomb(raw, name, limits) if raw.startswith(ZIP) else len(raw)
    answer = read_in_process(Reader(SHEETS, size), raw, name, wanted, limits)
    return [_make_grid(name, SheetCells(*each)) for each in answer["sheets"]]


def _make_grid(name: str, sheet: SheetCells) -> Grid:
    grid = Grid(name, sheet.name, sheet.rows, range(1, len(sheet.rows) + 1), sheet.merged)
    if not any(any(row) for row in sheet.rows[:-1]):
        grid.notes.append(Note("files", f"{grid.label}: has one row alone."))
    if sheet.is_hidden:
        what = f"{grid.label}: is hidden in the workbook, and read."
        grid.notes.append(Note("files", what, "--sheet NAME", is_guess=True))
    if sheet.hidden_rows:
        verb = "row is" if sheet.hidden_rows == 1 else "rows are"
        what = f"{grid.label}: {sheet.hidden_rows:,} {verb} hidden in the workbook, and read."
        grid.notes.append(Note("files", what, is_guess=True))
    return grid
