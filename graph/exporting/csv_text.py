"""Rows as CSV for other programs: formulas are defused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from graph.exporting.exported_network import Cell, Row
from graph.exporting.xml_text import format_number
from graph.formats.formulas import guard_formula


def format_csv(header: Sequence[str], rows: Iterable[Row], titles: Sequence[str] = ()) -> bytes:
    r"""Return rows as CSV in UTF-8.

    Parameters
    ----------
    header
        The names of the cells, in the order of the columns.
    rows
        The rows; a cell that one lacks is blank.
    titles
        What the columns are called; by default the names.

    Examples
    --------
    >>> format_csv(["id", "weight"], [{"id": "=1+1", "weight": 2.0}]).decode()
    "id,weight\n'=1+1,2\n"
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([guard_formula(title) for title in titles or header])
    writer.writerows([_format_cell(row.get(name, "")) for name in header] for row in rows)
    return file.getvalue().encode()


def list_header(rows: Sequence[Row], first: Sequence[str]) -> list[str]:
    """Return the names of the cells of rows, some of them first.

    Examples
    --------
    >>> list_header([{"b": "x"}, {"c": "y", "a": "z"}], ["a"])
    ['a', 'b', 'c']
    """
    return list(dict.fromkeys([*first, *(name for row in rows for name in row)]))


def _format_cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return format_number(value) if isinstance(value, float) else guard_formula(value)
