"""Columns in which equal cells are kept once: the distinct values, and a number for each row.

A column of a large file is a `Coded`, one of a small file a plain list. The functions here take
either, look at each distinct value once, and go through rows only where a value asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from graph.deferred import Mapped

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


def rows_where(cells: Sequence[Value], test: Callable[[Value], object]) -> Sequence[int]:
    """Return the rows, ascending, whose value passes a test, which is made once a value.

    Examples
    --------
    >>> rows_where(["ally", "", "ally"], bool)
    [0, 2]
    """
    passing = {value for value in distinct(cells) if test(value)}
    if not passing:
        return ()
    if not isinstance(cells, Coded):
        return [row for row, value in enumerate(cells) if value in passing]
    import numpy as np

    chosen = np.fromiter((value in passing for value in cells.values), bool, len(cells.values))
    rows: list[int] = np.flatnonzero(chosen[cells.array]).tolist()
    return rows


def kept(
    cells: Sequence[Value], rows: Sequence[int], test: Callable[[Value], object]
) -> Sequence[int]:
    """Return those of some rows whose value passes a test, which is made once a value.

    Examples
    --------
    >>> kept(["ally", "", "ally"], [1, 2], bool)
    [2]
    """
    if not isinstance(cells, Coded):
        return [row for row in rows if test(cells[row])]
    import numpy as np

    chosen = np.fromiter((bool(test(value)) for value in cells.values), bool, len(cells.values))
    numbers = whole(rows)
    return shared(numbers[chosen[cells.array[numbers]]])


def kept_pairs(
    one: Sequence[Value],
    other: Sequence[Value],
    rows: Sequence[int],
    test: Callable[[Value, Value], bool],
) -> Sequence[int]:
    """Return those of some rows, ascending, whose two values pass a test.

    Examples
    --------
    >>> kept_pairs(["2021", "2023"], ["2022", "2022"], [1], lambda start, end: start < end)
    []
    """
    if not (isinstance(one, Coded) and isinstance(other, Coded)):
        return [row for row in rows if test(one[row], other[row])]
    import numpy as np

    passing = whole(pairs_where(one, other, test))
    return shared(np.intersect1d(whole(rows), passing, assume_unique=True))


def first_rows(cells: Sequence[Value]) -> Iterator[tuple[int, Value]]:
    """Yield each value with the first row that has it, in the order of rows.

    Examples
    --------
    >>> list(first_rows(["b", "a", "b"]))
    [(0, 'b'), (1, 'a')]
    """
    if not isinstance(cells, Coded):
        seen = set()
        for row, value in enumerate(cells):
            if value not in seen:
                seen.add(value)
                yield row, value
        return
    import numpy as np

    first = np.zeros(len(cells.values), np.int64)
    first[cells.array[::-1]] = np.arange(len(cells) - 1, -1, -1)
    yield from zip(first.tolist(), cells.values, strict=True)


def same_rows(columns: Sequence[Sequence[object]]) -> Sequence[int]:
    """Return the rows, ascending, that might be alike in all columns: no such row is missing.

    Plain columns say nothing, so that every row might be.

    Examples
    --------
    >>> list(same_rows([["a", "b"]]))
    [0, 1]
    """
    coded = [column for column in columns if isinstance(column, Coded)]
    if not columns or len(coded) < len(columns):
        return range(len(columns[0]) if columns else 0)
    import numpy as np

    mixed = np.zeros(len(columns[0]), np.uint64)
    for column in coded:
        mixed = (mixed ^ column.array.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(32)
    order = np.sort(mixed)
    again = np.unique(order[1:][order[1:] == order[:-1]])
    rows: list[int] = np.flatnonzero(np.isin(mixed, again)).tolist() if len(again) else []
    return rows


def pairs_where(
    one: Sequence[Value], other: Sequence[Value], test: Callable[[Value, Value], bool]
) -> Sequence[int]:
    """Return the rows, ascending, whose two values pass a test, which is made once a pair.

    Examples
    --------
    >>> pairs_where(["2021", "2023"], ["2022", "2022"], lambda start, end: start > end)
    [1]
    """
    if not (isinstance(one, Coded) and isinstance(other, Coded)):
        return [row for row, pair in enumerate(zip(one, other, strict=True)) if test(*pair)]
    import numpy as np

    width = len(other.values)
    keys = one.array.astype(np.int64) * width + other.array
    pairs = np.unique(keys)
    chosen = [
        key for key in pairs.tolist() if test(one.values[key // width], other.values[key % width])
    ]
    rows: list[int] = np.flatnonzero(np.isin(keys, chosen)).tolist() if chosen else []
    return rows


def equal_rows(one: Sequence[int], other: Sequence[int]) -> Sequence[int]:
    """Return the rows, ascending, in which two columns of numbers are equal.

    Examples
    --------
    >>> equal_rows([1, 2], [2, 2])
    [1]
    """
    if not (isinstance(one, memoryview) and isinstance(other, memoryview)):
        pairs = zip(one, other, strict=True)
        return [row for row, (here, there) in enumerate(pairs) if here == there]
    import numpy as np

    rows: list[int] = np.flatnonzero(np.asarray(one) == np.asarray(other)).tolist()
    return rows


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
