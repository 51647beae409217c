"""Columns in which equal cells are kept once: the distinct values, and a number for each row.

A column of a large file is a `Coded`, one of a small file a plain list; the functions here, and
those of `graph.data.matching_rows`, take either.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from graph.data.lazy_sequence import Mapped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = TypeVar("Value")
Other = TypeVar("Other")


class Coded(Sequence[Value], Generic[Value]):
    """A column of many rows and fewer values.

    Parameters
    ----------
    values
        The distinct values, in the order in which rows first have them.
    codes
        For each row the place of its value: whole numbers of 32 bits, as a memoryview.

    Examples
    --------
    >>> from array import array
    >>> types = Coded(["ally", "funds"], memoryview(array("i", [0, 1, 0])))
    >>> list(types), types[-1], types[1:], len(types)
    (['ally', 'funds', 'ally'], 'ally', ['funds', 'ally'], 3)
    """

    __slots__ = ("codes", "values")

    def __init__(self, values: Sequence[Value], codes: memoryview[int]) -> None:
        self.values, self.codes = values, codes

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, row: int) -> Value: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Value]: ...
    def __getitem__(self, row: int | slice) -> Value | Sequence[Value]:
        if isinstance(row, slice):
            return [self.values[code] for code in self.codes[row]]
        return self.values[self.codes[row]]

    def __iter__(self) -> Iterator[Value]:
        values = self.values if isinstance(self.values, list) else list(self.values)
        return map(values.__getitem__, self.codes)

    @property
    def array(self) -> NDArray[np.int32]:
        """The codes as a numpy array that shares their memory."""
        import numpy as np

        return np.asarray(self.codes)


def distinct(cells: Sequence[Value]) -> Collection[Value]:
    """Return every value of a column once, in no order that matters.

    Examples
    --------
    >>> sorted(distinct(["b", "a", "b"]))
    ['a', 'b']
    """
    return cells.values if isinstance(cells, Coded) else set(cells)


def mapped(cells: Sequence[Value], function: Callable[[Value], Other]) -> Sequence[Other]:
    """Return a column of what a function makes of each value.

    Examples
    --------
    >>> mapped(["1", "2"], int)
    [1, 2]
    """
    if isinstance(cells, Coded):
        if isinstance(cells.values, list):
            return Coded([function(value) for value in cells.values], cells.codes)
        return Coded(Mapped(cells.values, function), cells.codes)
    return [function(value) for value in cells]


def picked(cells: Sequence[Value], rows: Sequence[int]) -> Iterator[Value]:
    """Return the values of some rows, in their order.

    Examples
    --------
    >>> list(picked(["a", "b", "c"], [0, 2]))
    ['a', 'c']
    """
    if isinstance(rows, range) and rows == range(len(cells)):
        return iter(cells)
    return map(cells.__getitem__, rows)


def taken(cells: Sequence[Value], rows: Sequence[int]) -> Sequence[Value]:
    """Return a column of some rows, in which no value is kept that only other rows had.

    Examples
    --------
    >>> from array import array
    >>> types = Coded(["ally", "funds", "hosts"], memoryview(array("i", [0, 1, 2, 1])))
    >>> left = taken(types, [2, 3])
    >>> list(left), left.values
    (['hosts', 'funds'], ['hosts', 'funds'])
    """
    if isinstance(rows, range) and rows == range(len(cells)):
        return cells
    if not isinstance(cells, Coded):
        return [cells[row] for row in rows]
    import numpy as np

    used, first, codes = np.unique(cells.array[whole(rows)], return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    values = [cells.values[code] for code in used[order].tolist()]
    return Coded(values, shared(place[codes]))


def numbers(cells: Sequence[Value], number: Callable[[Value], int]) -> Sequence[int]:
    """Return a column of the whole number that stands for each value.

    Examples
    --------
    >>> numbers(["putin", "putin"], {"putin": 7}.__getitem__)
    [7, 7]
    """
    if not isinstance(cells, Coded):
        return list(map(number, cells))
    import numpy as np

    found = np.fromiter(map(number, cells.values), np.int32, len(cells.values))
    return shared(found[cells.array])


def constant(value: Value, rows: int) -> Coded[Value]:
    """Return a column that has one value in every row.

    Examples
    --------
    >>> list(constant("", 2))
    ['', '']
    """
    return Coded([value], memoryview(bytes(4 * rows)).cast("i"))


def whole(rows: Sequence[int]) -> NDArray[np.int64]:
    """Return row numbers as a numpy array.

    Examples
    --------
    >>> whole(range(2, 4)).tolist()
    [2, 3]
    """
    import numpy as np

    if isinstance(rows, range):
        return np.arange(rows.start, rows.stop, rows.step)
    return np.asarray(rows, np.int64)


def as_array(cells: Sequence[Value], kind: type) -> NDArray[Any]:
    """Return a column as a numpy array of numbers.

    Examples
    --------
    >>> as_array([1, 0], bool).tolist()
    [True, False]
    """
    import numpy as np

    if isinstance(cells, Coded):
        return np.array(list(cells.values), kind)[cells.array]
    return np.asarray(cells, kind)


def shared(array: NDArray[np.generic]) -> memoryview[int]:
    """Return a numpy array of whole numbers as a sequence of Python's own, without a copy."""
    return memoryview(array)  # type: ignore[arg-type]
