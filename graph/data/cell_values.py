"""Read the values of single cells, and the cells of columns of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.data.records import Basis
from graph.data.table import Table


def parse_weight(cell: str) -> float:
    """Return the weight that a cell states, 1 where it is blank.

    Examples
    --------
    >>> parse_weight("0.5"), parse_weight("")
    (0.5, 1.0)
    """
    return float(cell) if cell else 1.0


def parse_basis(cell: str) -> Basis:
    """Return what a row rests on, stated where the cell is blank.

    Examples
    --------
    >>> parse_basis("alleged"), parse_basis("")
    ('alleged', 'stated')
    """
    return cell or "stated"  # type: ignore[return-value] # the rules allow these words only


def collect_attributes(table: Table, known: Sequence[str], row: int) -> Mapping[str, str]:
    """Return the cells of a row in the columns of one's own, those not in `known`."""
    return {name: cells[row] for name, cells in table.columns.items() if name not in known}
