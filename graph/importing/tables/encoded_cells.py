"""Encode the cells of a stored column as text: each of its values once."""

from __future__ import annotations

from collections.abc import Iterable

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.tables.workbook_sheets import format_value

Encoded = tuple[list[str], list[int]]
"""The unique values of a column, and the code of each row."""


class CellEncoder:
    """The cells of a column, as they are read.

    Parameters
    ----------
    limits
        The longest cell that is read.

    Examples
    --------
    >>> encoder = CellEncoder(Limits())
    >>> encoder.add(["a", 2.0, None, "a", b""])
    >>> encoder.encoded, encoder.binary
    ((['a', '2', ''], [0, 1, 2, 0, 2]), 1)
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._index: dict[str, int] = {}
        self._codes: list[int] = []
        self.binary = 0

    def __len__(self) -> int:
        return len(self._codes)

    def add(self, cells: Iterable[object]) -> None:
        """Add cells below; one that holds no text, such as a picture, is blank, and counted.

        Raises
        ------
        DataError
            When one is longer than the limits allow.
        """
        for cell in cells:
            if isinstance(cell, bytes):
                self.binary += 1
                text = ""
            else:
                if isinstance(cell, str) and len(cell) > self._limits.longest_cell:
                    what = f"has a cell of {len(cell):,} characters, longer than is read."
                    raise DataError([Problem("", None, "", what, "Shorten it.", rule="too-large")])
                text = format_value(cell, self._limits)
            self._codes.append(self._index.setdefault(text, len(self._index)))

    @property
    def encoded(self) -> Encoded:
        """The values and the codes."""
        return list(self._index), self._codes
