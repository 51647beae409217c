"""Check what an import makes: cells in error are moved beside, rows in error are set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.columns import PRIVATE, Columns
from graph.data.table import Table
from graph.errors import DataError, Problem
from graph.importing.by_column import select_rows
from graph.importing.draft import Draft, Note, Rows, SetAside, count_rows
from graph.rules.checked_columns import build_checked_columns

MOST_ROUNDS = 6
MOST_ERRORS = 100_000
DUE = ("id", "name", "")
MOVED = ("start", "end", "weight", "confidence", "reference", "stance", "basis", "claimant")
"""Columns whose cell is moved aside where it is in error; in any other column the row is."""


def check_drafted(tables: dict[str, Rows], draft: Draft) -> tuple[Columns, list[Problem]]:
    """Check the tables by every rule; what is in error is moved or set aside, until nothing is.

    Parameters
    ----------
    tables
        Columns by family, which are changed.
    draft
        Where notes and rows that are set aside are added.

    Returns
    -------
    tuple
        The checked data, and the warnings.
    """
    for _ in range(MOST_ROUNDS):
        try:
            return build_checked_columns(build_tables(tables), most=MOST_ERRORS)
        except DataError as error:
            _mend(tables, draft, [each for each in error.problems if each.severity == "error"])
    return build_checked_columns(build_tables(tables), most=MOST_ERRORS)


def build_tables(tables: Mapping[str, Rows]) -> dict[str, Table]:
    """Return columns by family as the tables of a new folder."""
    blank: dict[str, Rows] = {"actors": {"name": []}, "relations": {"source": [], "target": []}}
    return {
        family: Table(
            f"{family}.csv", columns, range(2, count_rows(columns) + 2), column_count=len(columns)
        )
        for family, rows in tables.items()
        if (columns := rows or blank.get(family, {}))
    }


def _mend(tables: dict[str, Rows], draft: Draft, errors: Sequence[Problem]) -> None:
    """Move cells that are in error beside, and set rows aside that are."""
    import numpy as np

    for family, rows in tables.items():
        count = count_rows(rows)
        aside: dict[int, str] = {}
        moved: dict[str, list[tuple[int, Problem]]] = {}
        for error in errors:
            row = (error.line or 0) - 2
            if error.file != f"{family}.csv" or not 0 <= row < count:
                continue
            is_private = _is_private(family, rows, row)
            is_moved = error.column in MOVED or (is_private and error.column not in DUE)
            if is_moved and error.column in rows:
                moved.setdefault(error.column, []).append((row, error))
            else:
                if is_private and error.rule != "duplicate-id":  # the first one is private, too
                    raise _make_private_error(family, rows, row, error)
                aside.setdefault(row, error.what)
        for column, found in moved.items():
            _move_cells(rows, column, found, draft.notes)
        for row, reason in sorted(aside.items()):
            cells = {name: column[row] for name, column in rows.items() if column[row]}
            draft.set_aside.append(SetAside(f"{family}, row {row + 1}", reason, cells))
        if aside:
            mask = np.ones(count, bool)
            mask[list(aside)] = False
            tables[family] = select_rows(rows, mask)


def _is_private(family: str, rows: Rows, row: int) -> bool:
    """Return whether a row marks an actor or a source as private, whom other rows name."""
    return family in ("actors", "sources") and PRIVATE in rows and rows[PRIVATE][row] == "yes"


def _make_private_error(family: str, rows: Rows, row: int, error: Problem) -> DataError:
    """Return the error that a row would be set aside, and its actor or source shown."""
    named = rows["id" if "id" in rows else "name"][row]
    what = f"{named!r} is private, and its row is in error: {error.what}"
    remedy = error.remedy or "Correct it."
    return DataError([Problem(family, None, error.column, what, remedy, rule=error.rule)])


def _move_cells(
    rows: Rows, column: str, found: Sequence[tuple[int, Problem]], notes: list[Note]
) -> None:
    """Move cells in error to a column beside theirs."""
    beside = f"{column} as written"
    cells = list(rows[column])
    kept = list(rows.get(beside, [""] * len(cells)))
    for row, _ in found:
        values = dict.fromkeys(filter(None, [kept[row], cells[row]]))
        kept[row], cells[row] = " | ".join(values), ""
    if beside not in rows:
        what = f"{column}: {found[0][1].what} It is kept in {beside!r}, as are others like it."
        notes.append(Note("rows", what, is_guess=True))
    rows[column], rows[beside] = cells, kept
