"""Row numbers that pass tests, of which a question may need only a few.

A path touches some thousands of a million relations: only these are tested. All rows are listed
when they are counted, indexed or iterated over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import SupportsIndex, TypeGuard, overload

from graph.data.row_marks import Marks, count_marks, mark_all

Rows = Sequence[int]


class LazyRows(Sequence[int]):
    """Row numbers, ascending, that are listed when they are first asked for.

    Parameters
    ----------
    keeps
        Returns whether a row of the data is among them.
    list_rows
        Returns all of them.
    mark_rows
        Returns their marks (`graph.data.row_marks`); None where that would be slow.

    Examples
    --------
    >>> rows = LazyRows(lambda row: row % 2 == 1, lambda: [1, 3])
    >>> 3 in rows, 2 in rows, list(rows), len(rows)
    (True, False, [1, 3], 2)
    """

    def __init__(
        self,
        keeps: Callable[[int], bool],
        list_rows: Callable[[], Rows],
        mark_rows: Callable[[], Marks | None] | None = None,
    ) -> None:
        self.keeps, self._list_rows, self._mark_rows = keeps, list_rows, mark_rows

    @cached_property
    def listed(self) -> Rows:
        """All of them."""
        return self._list_rows()

    @cached_property
    def marks(self) -> Marks | None:
        """Their marks; None where they are quicker to list."""
        return self._mark_rows() if self._mark_rows else None

    def __len__(self) -> int:
        return len(self.listed) if self.marks is None else count_marks(self.marks)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Rows: ...
    def __getitem__(self, index: int | slice) -> int | Rows:
        return self.listed[index]

    def __iter__(self) -> Iterator[int]:
        return iter(self.listed)

    def __contains__(self, row: object) -> bool:
        # numpy's numbers are no `int`.
        return isinstance(row, int | SupportsIndex) and self.keeps(int(row))


def is_testable(rows: Rows) -> TypeGuard[range | LazyRows]:
    """Return whether it is known at once if a row is among some.

    Examples
    --------
    >>> is_testable(range(3)), is_testable([0, 2])
    (True, False)
    """
    return isinstance(rows, range | LazyRows)


def get_marks(rows: range | LazyRows) -> Marks | None:
    """Return the marks of rows, of which a range has all; None where they are quicker to list.

    Examples
    --------
    >>> get_marks(range(2)), get_marks(LazyRows([1, 3].__contains__, lambda: [1, 3]))
    (257, None)
    """
    if isinstance(rows, LazyRows):
        return rows.marks
    return mark_all(len(rows)) if rows == range(len(rows)) else None


def get_listed(rows: Rows) -> Rows:
    """Return rows as they are listed.

    Examples
    --------
    >>> get_listed(LazyRows([1, 3].__contains__, lambda: [1, 3]))
    [1, 3]
    """
    return rows.listed if isinstance(rows, LazyRows) else rows
