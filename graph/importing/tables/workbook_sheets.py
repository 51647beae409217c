"""Read the sheets of a workbook; this happens in a process whose memory is bounded."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.tables.delimited import clean_cell
from graph.importing.tables.error_cells import find_errors
from graph.importing.tables.sheet_marks import SheetMarks, find_marks

MOST_SHEETS = 200
Problems = tuple[str, str, str]


class SheetCells(NamedTuple):
    """A sheet as it is read.

    Parameters
    ----------
    name, rows
        The sheet and its cells, as text.
    merged
        Rectangles of merged cells: first row, first column, last row, last column.
    is_hidden, hidden_rows
        Whether the workbook hides it, and how many of its rows.
    errors
        How many cells hold an error instead of a value.
    """

    name: str
    rows: list[list[str]]
    merged: list[tuple[int, int, int, int]]
    is_hidden: bool
    hidden_rows: int
    errors: int


def read_sheets(raw: bytes, wanted: tuple[str, ...], limits: Limits) -> dict[str, Any]:
    """Return the ``sheets`` of a workbook that hold something, or the ``problem`` with it.

    A problem is what is wrong, what to do, and the rule.
    """
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        chosen = choose_sheets(book.sheet_names, wanted)
        marks = find_marks(raw)
        if not marks:
            errors = zip(book.sheet_names, find_errors(raw), strict=False)
            marks = {name: SheetMarks(places) for name, places in errors}
        sheets = list(_iter_sheets(book, chosen, marks, limits))
    except DataError as error:
        problem = error.problems[0]
        return {"problem": (problem.what, problem.remedy, problem.rule)}
    except (python_calamine.CalamineError, python_calamine.PasswordError) as error:
        if "assword" in repr(error):
            what, remedy = "is protected by a password.", "Save it without the password."
        else:
            what, remedy = "cannot be read as a workbook.", "Save it again as .xlsx or .csv."
        return {"problem": (what, remedy, "unreadable-file")}
    return {"sheets": [tuple(each) for each in sheets]}


def choose_sheets(names: list[str], wanted: tuple[str, ...], noun: str = "sheet") -> list[str]:
    """Return the sheets that are read: those that are wanted, or all of them.

    Raises
    ------
    DataError
        When one that is wanted is not there, or there are too many.

    Examples
    --------
    >>> choose_sheets(["Ties", "Notes"], ("ties",)), choose_sheets(["Ties", "Notes"], ())
    (['Ties'], ['Ties', 'Notes'])
    """
    folded = [*map(_fold, wanted)]
    chosen = [each for each in names if _fold(each) in folded]
    if wanted and not chosen:
        known = ", ".join(map(repr, names[:20]))
        raise _make_error(f"has no {noun} {wanted[0]!r}.", f"It has {known}.", "no-sheet")
    if not wanted and len(names) > MOST_SHEETS:
        what = f"has {len(names):,} {noun}s; at most {MOST_SHEETS} are read."
        raise _make_error(what, "Name those that are meant: --sheet NAME.", "too-large")
    return chosen if wanted else names


def _fold(text: str) -> str:
    return text.casefold().strip()


def _make_error(what: str, remedy: str, rule: str) -> DataError:
    return DataError([Problem("", None, "", what, remedy, rule=rule)])


def _iter_sheets(
    book: Any,  # noqa: ANN401 - calamine's own class
    names: list[str],
    marks: Mapping[str, SheetMarks],
    limits: Limits,
) -> Iterator[SheetCells]:
    import python_calamine

    cells_left = limits.most_cells
    visible = python_calamine.SheetVisibleEnum.Visible
    hidden = {each.name for each in book.sheets_metadata if each.visible != visible}
    for name in names:
        try:
            sheet = book.get_sheet_by_name(name)
        except python_calamine.CalamineError:  # a sheet of charts holds no cells
            continue
        cells_left -= sheet.total_height * sheet.total_width
        if cells_left < 0:
            what = f"has more than {limits.most_cells:,} cells."
            raise _make_error(what, "Name the sheets that are meant: --sheet NAME.", "too-large")
        rows = [
            [format_value(value, limits) for value in row]
            for row in sheet.to_python(skip_empty_area=False)
        ]
        its = marks.get(name, SheetMarks())
        for (row, column), text in its.errors.items():
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = text
        if any(any(row) for row in rows):
            merged = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
            is_hidden = name in hidden
            yield SheetCells(name, rows, merged, is_hidden, its.hidden_rows, len(its.errors))


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
