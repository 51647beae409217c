"""Rules of several tables: row lengths, required cells, allowed values, dates in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from operator import not_

from graph.data import dates
from graph.data.dictionary_column import unique_values
from graph.data.matching_rows import find_rows, find_rows_before
from graph.data.table import Table
from graph.errors import Problem, quote_value
from graph.rules.cells import CellProblem, check_date, check_end

TOO_MANY_CELLS = 'Does a cell hold a comma, semicolon or tab? Put quotes (") around that cell.'
LONGEST_ID = 1_000
"""Characters of an id, a type or a column's name: programs need them whole, in every row."""


def check_row_lengths(table: Table) -> Iterator[Problem]:
    """Report each row that has too few or too many cells."""
    for row, cells in table.ragged.items():
        what = f"has {cells} cells, but the header names {table.column_count} columns."
        too_few = cells < table.column_count
        remedy = "Add what is missing." if too_few else TOO_MANY_CELLS
        yield table.error(row, "", what, remedy, rule="ragged-row")


def check_lengths(table: Table, column: str) -> Iterator[Problem]:
    """Report each id, and each name of a column, that is too long to be repeated in answers."""
    remedy = f"Give at most {LONGEST_ID:,}."
    for name in table.columns:
        if len(name) > LONGEST_ID:
            what = f"is a column's name of {len(name):,} characters."
            yield Problem(table.name, table.header_line, name, what, remedy, rule="too-long")
    for row in find_rows(table.cells(column), lambda cell: len(cell) > LONGEST_ID):
        what = f"has {len(table.cells(column)[row]):,} characters."
        yield table.error(row, column, what, remedy, rule="too-long")


def check_required(table: Table, names: Sequence[str]) -> Iterator[Problem]:
    """Report each required cell that is empty."""
    for name in names:
        for row in find_rows(table.cells(name), not_):
            yield table.error(row, name, "is empty.", "Every row needs it.", rule="empty")


def check_values(
    table: Table,
    column: str,
    check_cell: Callable[[str], CellProblem | None],
    are_valid: Callable[[Collection[str]], bool] | None = None,
) -> Iterator[Problem]:
    """Report each cell of a column that is filled but fails a check.

    Parameters
    ----------
    table, column
        Where the cells are.
    check_cell
        The check of one cell.
    are_valid
        A quick check of all values at once; when it passes, cells are not checked one by one.
    """
    texts = table.columns.get(column, ())
    if are_valid and are_valid(unique_values(texts)):
        return
    for row in find_rows(texts, lambda cell: cell and check_cell(cell)):
        problem = check_cell(texts[row])
        if problem:
            yield table.error(row, column, *problem, rule=f"invalid-{column}")


def check_dates(table: Table) -> Iterator[Problem]:
    """Report each cell that is not a date, and each interval that ends before it starts."""
    invalid: set[str] = set()
    for name, check_cell in (("start", check_date), ("end", check_end)):
        for problem in check_values(
            table, name, partial(check_cell, order=_find_order(table, name))
        ):
            invalid.add(problem.value)
            yield problem
    if "start" not in table.columns or "end" not in table.columns:
        return
    starts, ends = table.cells("start"), table.cells("end")
    for row in find_rows_before(
        ends,
        starts,
        lambda end: dates.get_latest_day("" if end in invalid else end),
        lambda start: dates.get_earliest_day("" if start in invalid else start),
    ):
        what = f"{quote_value(ends[row])} is before the start, {quote_value(starts[row])}."
        remedy = "Swap or correct the two."
        yield table.error(row, "end", what, remedy, rule="ends-before-start")


def _find_order(table: Table, column: str) -> Callable[[], str]:
    """Return what finds the order of day and month in a column, once and only if it is needed."""

    def find() -> str:
        from graph.rules.date_cells import find_order

        return find_order(unique_values(table.columns.get(column, ())))

    return cache(find)


def count_others(count: int) -> str:
    """Return how many other rows have the problem of a row, as a sentence behind another.

    Parameters
    ----------
    count
        How many rows have it, the row itself included.

    Examples
    --------
    >>> count_others(1), count_others(3)
    ('', ' 2 other rows have the same problem.')
    """
    others = count - 1
    if not others:
        return ""
    return f" {others:,} other row{' has' if others == 1 else 's have'} the same problem."
