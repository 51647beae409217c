"""Read and format accepted.csv, the warnings that somebody has looked at."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.formats.csv_file import read_csv
from graph.formats.formulas import guard_formula
from graph.rules.accepted import COLUMNS, AcceptedWarning


def read_accepted(path: Path, limits: Limits) -> frozenset[AcceptedWarning]:
    """Read the accepted warnings of a file.

    Raises
    ------
    DataError
        When it cannot be read, or lacks a column.
    """
    table = read_csv(path, limits=limits)
    missing = [name for name in AcceptedWarning._fields if name not in table.columns]
    if missing:
        remedy = "Remove the file, or write it again: explore check --accept"
        what = "this column is missing."
        raise DataError(
            [Problem(path.name, table.header_line, missing[0], what, remedy, rule="missing-column")]
        )
    cells = (table.cells(name) for name in AcceptedWarning._fields)
    return frozenset(AcceptedWarning(*row) for row in zip(*cells, strict=True))


def format_accepted(rows: Iterable[Sequence[str]]) -> str:
    """Return the text of accepted.csv.

    Examples
    --------
    >>> print(format_accepted([("a.csv", "ann", "kind", "unknown-kind", "0f", "'x' is odd.")]))
    file,id,column,rule,digest,what
    a.csv,ann,kind,unknown-kind,0f,'x' is odd.
    <BLANKLINE>
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guard_formula(cell) for cell in row] for row in rows)
    return buffer.getvalue()
