"""Problems of the data as JSON, CSV and Markdown; as text, a problem is its own line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph import Problem
from graph.data.counts import format_count
from graph.errors import count_rows

if TYPE_CHECKING:
    from explorer.report.json_csv import Cell

COLUMNS = ("severity", "file", "line", "column", "what", "remedy")
FIELDS = ("severity", "file", "line", "column", "value", "what", "remedy", "rule", "count")
"""The fields of a problem in JSON and CSV; Markdown, for readers, has only `COLUMNS`."""


def count_by_severity(problems: Sequence[Problem]) -> tuple[int, int]:
    """Return how many errors and how many warnings there are, unlisted ones included."""
    errors = count_rows(problem for problem in problems if problem.severity == "error")
    warnings = count_rows(problem for problem in problems if problem.severity == "warning")
    return errors, warnings


def format_counts(problems: Sequence[Problem]) -> str:
    """Return the numbers of errors and warnings in words.

    Examples
    --------
    >>> format_counts([Problem("actors.csv", 2, "name", "is empty.")]), format_counts([])
    ('1 error, 0 warnings.', 'No problems.')
    """
    errors, warnings = count_by_severity(problems)
    if not (errors or warnings):
        return "No problems."
    return f"{format_count(errors, 'error')}, {format_count(warnings, 'warning')}."


def to_dict(problems: Sequence[Problem]) -> Mapping[str, Any]:
    """Return the problems as data, with their counts."""
    errors, warnings = count_by_severity(problems)
    items = [dict(zip(FIELDS, row, strict=True)) for row in to_rows(problems)]
    return {"errors": errors, "warnings": warnings, "problems": items}


def to_rows(problems: Sequence[Problem], fields: Sequence[str] = FIELDS) -> Iterator[list[Cell]]:
    """Yield a row for each problem, in the order of the fields."""
    for problem in problems:
        yield [getattr(problem, name) for name in fields]


def to_markdown(problems: Sequence[Problem]) -> str:
    """Return the problems as a Markdown table with their counts below."""
    from explorer.report.markdown import format_table

    cells = [
        ["" if cell is None else str(cell) for cell in row] for row in to_rows(problems, COLUMNS)
    ]
    body = format_table(COLUMNS, cells, [name == "line" for name in COLUMNS])
    return f"{body}\n\n{format_counts(problems)}" if problems else format_counts(problems)


def to_json(problems: Sequence[Problem]) -> str:
    """Return problems as JSON; see `to_dict`."""
    from explorer.report.json_csv import format_json

    return format_json(to_dict(problems))


def to_csv(problems: Sequence[Problem]) -> str:
    """Return problems as CSV; see `to_rows`."""
    from explorer.report.json_csv import format_csv

    return format_csv(FIELDS, to_rows(problems))
