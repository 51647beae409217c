"""Rules that hold in several tables: what must be there, what a cell may hold, dates in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from operator import not_

from graph.data import dates
from graph.data.dictionary_column import distinct
from graph.data.matching_rows import rows_before, rows_where
from graph.data.table import Table
from graph.errors import Problem, quoted
from graph.rules.cells import CellProblem, check_date


def check_row_lengths(table: Table) -> Iterator[Problem]:
    """Yield each row that has too few or too many cells."""
    for row, cells in table.ragged.items():
        what = f"has {cells} cells where the header names {table.width} columns."
        few = cells < table.width
        remedy = "Add what is missing." if few else "Quote cells that hold the delimiter."
        yield table.problem(row, "", what, remedy, rule="ragged-row")


def check_required(table: Table, names: Sequence[str]) -> Iterator[Problem]:
    """Yield each required cell that is empty."""
    for name in names:
        for row in rows_where(table.cells(name), not_):
            yield table.problem(row, name, "is empty.", "Every row needs it.", rule="empty")


def check_values(
    table: Table,
    column: str,
    complaint: Callable[[str], CellProblem | None],
    all_well: Callable[[Collection[str]], bool] | None = None,
) -> Iterator[Problem]:
    """Yield each filled cell of a column that means nothing.

    Where there is a quick way to tell that all cells of a column are `all_well`, it is taken first.
    """
    texts = table.columns.get(column, ())
    if all_well and all_well(distinct(texts)):
        return
    for row in rows_where(texts, lambda cell: cell and complaint(cell)):
        found = complaint(texts[row])
        if found:
            yield table.problem(row, column, *found, rule=f"invalid-{column}")


def check_dates(table: Table) -> Iterator[Problem]:
    """Yield each date that is none, and each interval that ends before it starts."""
    wrong: set[str] = set()
    for name in ("start", "end"):
        for problem in check_values(table, name, check_date):
            wrong.add(problem.value)
            yield problem
    if "start" not in table.columns or "end" not in table.columns:
        return
    starts, ends = table.cells("start"), table.cells("end")
    for row in rows_before(
        ends,
        starts,
        lambda end: dates.latest_day("" if end in wrong else end),
        lambda start: dates.earliest_day("" if start in wrong else start),
    ):
        what = f"{quoted(ends[row])} lies before the start, {quoted(starts[row])}."
        remedy = "Swap or correct the two."
        yield table.problem(row, "end", what, remedy, rule="ends-before-start")
