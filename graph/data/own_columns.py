"""Columns of the author's own, which every face shows, and headings for them that are unique."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

OWN = " (own)"
"""What follows the name of an own column where one of our fields has the same name."""


def list_own_columns(rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Return the own columns of some rows, in the order in which they first appear.

    Examples
    --------
    >>> list_own_columns([{"amount": "5"}, {"amount": "", "lawyer": "Kim"}])
    ['amount', 'lawyer']
    """
    return list(dict.fromkeys(name for row in rows for name in row))


def list_filled_cells(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the name and the text of each own column that a row fills.

    Examples
    --------
    >>> list_filled_cells({"amount": "5", "lawyer": ""})
    [('amount', '5')]
    """
    return [(name, text) for name, text in row.items() if text]


def name_own_columns(own: Sequence[str], fields: Collection[str]) -> list[str]:
    """Return the headings of own columns beside our fields, each heading once.

    Examples
    --------
    >>> name_own_columns(["amount", "step", "step (own)"], ["path", "step"])
    ['amount', 'step (own) (own)', 'step (own)']
    """
    taken = {*fields, *own}
    headings = []
    for name in own:
        heading = name
        if name in fields:
            while heading in taken:
                heading += OWN
            taken.add(heading)
        headings.append(heading)
    return headings


def add_own_columns(frame: pd.DataFrame, rows: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """Return a frame with the own columns of its rows behind its columns."""
    own = list_own_columns(rows)
    headings = name_own_columns(own, list(frame.columns))
    cells = {
        heading: [row.get(name, "") for row in rows]
        for name, heading in zip(own, headings, strict=True)
    }
    return frame.assign(**cells)
