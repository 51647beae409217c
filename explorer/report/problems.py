"""Problems of the data as data, CSV and Markdown; a problem itself is its line of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from explorer.report.text import counted
from graph.errors import Problem, total

if TYPE_CHECKING:
    from explorer.report.data import Cell

COLUMNS = ("severity", "file", "line", "column", "what", "remedy")
FIELDS = ("severity", "file", "line", "column", "value", "what", "remedy", "rule", "count")
"""What JSON and CSV tell of a problem; Markdown is for reading, and tells `COLUMNS`."""


def counts(problems: Sequence[Problem]) -> tuple[int, int]:
    """Return how many errors problems stand for, and how many warnings."""
    errors = total(problem for problem in problems if problem.severity == "error")
    return errors, total(problems) - errors


def summary(problems: Sequence[Problem]) -> str:
    """Return the counts in words.

    Examples
    --------
    >>> summary([Problem("actors.csv", 2, "name", "is empty.")]), summary([])
    ('1 error, 0 warnings.', 'No problems.')
    """
    errors, warnings = counts(problems)
    if not problems:
        return "No problems."
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')}."


def data(problems: Sequence[Problem]) -> Mapping[str, Any]:
    """Return the problems as data, with their counts."""
    errors, warnings = counts(problems)
    told = [dict(zip(FIELDS, row, strict=True)) for row in rows(problems)]
    return {"errors": errors, "warnings": warnings, "problems": told}


def rows(problems: Sequence[Problem], fields: Sequence[str] = FIELDS) -> Iterator[list[Cell]]:
    """Yield a row a problem, in the order of the fields."""
    for problem in problems:
        yield [getattr(problem, name) for name in fields]


def markdown(problems: Sequence[Problem]) -> str:
    """Return the problems as a Markdown table with their counts below."""
    from explorer.report.markdown import table

    cells = [["" if cell is None else str(cell) for cell in row] for row in rows(problems, COLUMNS)]
    body = table(COLUMNS, cells, [name == "line" for name in COLUMNS])
    return f"{body}\n\n{summary(problems)}" if problems else summary(problems)


def json(problems: Sequence[Problem]) -> str:
    """Return problems as JSON; see `data`."""
    from explorer.report.data import json_text

    return json_text(data(problems))


def csv(problems: Sequence[Problem]) -> str:
    """Return problems as CSV; see `rows`."""
    from explorer.report.data import csv_text

    return csv_text(FIELDS, rows(problems))
