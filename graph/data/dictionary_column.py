"""Dictionary-encoded columns: the unique values once, and for each row the number of its value.

A column of a large file is a `DictionaryColumn`, a column of a small file a plain list. The
functions here and in `graph.data.matching_rows` take either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from graph.data.lazy_rows import get_listed
from graph.data.lazy_sequence import LazySequence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = TypeVar("Value")
Result = TypeVar("Result")


class DictionaryColumn(Sequence[Value], Generic[Value]):
    """A dictionary-encoded column, as Arrow has them.

    Parameters
    ----------
    values
        The unique values, in the order of the first row that has each.
    codes
        For each row the index of its value: integers of 32 bits, as a memoryview.

    Examples
    --------
    >>> from array import array
    >>> types = DictionaryColumn(["ally", "funds"], memoryview(array("i", [0, 1, 0])))
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


def unique_values(cells: Sequence[Value]) -> Collection[Value]:
    """Return each value of a column once, in no particular order.

    Examples
    --------
    >>> sorted(unique_values(["b", "a", "b"]))
    ['a', 'b']
    """
    return cells.values if isinstance(cells, DictionaryColumn) else set(cells)


def map_values(cells: Sequence[Value], function: Callable[[Value], Result]) -> Sequence[Result]:
    """Apply a function to every value of a column; of an encoded one once a unique value.

    Examples
    --------
    >>> map_values(["1", "2"], int)
    [1, 2]
    """
    if isinstance(cells, DictionaryColumn):
        if isinstance(cells.values, list):
            return DictionaryColumn([function(value) for value in cells.values], cells.codes)
        return DictionaryColumn(LazySequence(cells.values, function), cells.codes)
    return [function(value) for value in cells]


def iter_values(cells: Sequence[Value], rows: Sequence[int]) -> Iterator[Value]:
    """Return the values of some rows, in the order of the rows.

    Examples
    --------
    >>> list(iter_values(["a", "b", "c"], [0, 2]))
    ['a', 'c']
    """
    if isinstance(rows, range) and rows == range(len(cells)):
        return iter(cells)
    return map(cells.__getitem__, rows)


def take_rows(cells: Sequence[Value], rows: Sequence[int]) -> Sequence[Value]:
    """Return a column of some rows, encoded with the values that these rows have.

    Examples
    --------
    >>> from array import array
    >>> types = DictionaryColumn(["ally", "funds", "hosts"], memoryview(array("i", [0, 1, 2, 1])))
    >>> selected = take_rows(types, [2, 3])
    >>> list(selected), selected.values
    (['hosts', 'funds'], ['hosts', 'funds'])
    """
    if isinstance(rows, range) and rows == range(len(cells)):
        return cells
    if not isinstance(cells, DictionaryColumn):
        return [cells[row] for row in rows]
    return _encode(cells.values, cells.array[to_row_array(rows)])


def take_bytes(cells: DictionaryColumn[Value], rows: Sequence[int]) -> bytes:
    """Return the codes of some rows, a byte each; there are no more than 256.

    Examples
    --------
    >>> from array import array
    >>> list(take_bytes(DictionaryColumn(["a", "b"], memoryview(array("i", [0, 1]))), [1, 0, 1]))
    [1, 0, 1]
    """
    import numpy as np

    return bytes(cells.array[to_row_array(rows)].astype(np.uint8))


def replace_values(cells: Sequence[Value], new: Mapping[int, Value]) -> Sequence[Value]:
    """Return a column with other values in some rows.

    Examples
    --------
    >>> replace_values(["a", "unknown"], {1: "b"})
    ['a', 'b']
    """
    if not isinstance(cells, DictionaryColumn):
        return [new.get(row, value) for row, value in enumerate(cells)]
    codes, values = cells.array.copy(), list(cells.values)
    code_of: dict[Value, int] = {}
    for row, value in new.items():
        codes[row] = code_of.setdefault(value, len(values) + len(code_of))
    return _encode([*values, *code_of], codes)


def count_values(cells: Sequence[Value]) -> Mapping[Value, int]:
    """Return how many rows have each value.

    Examples
    --------
    >>> dict(count_values(["b", "a", "b"]))
    {'b': 2, 'a': 1}
    """
    if not isinstance(cells, DictionaryColumn):
        return Counter(cells)
    import numpy as np

    counts = Counter[Value]()
    for value, count in zip(cells.values, np.bincount(cells.array).tolist(), strict=False):
        counts[value] += count
    return counts


def _encode(values: Sequence[Value], codes: NDArray[np.int32]) -> DictionaryColumn[Value]:
    """Return an encoded column without the values that no row has."""
    import numpy as np

    used, first, numbers = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    new_codes = np.empty(len(order), np.int32)
    new_codes[order] = np.arange(len(order), dtype=np.int32)
    used_values = [values[code] for code in used[order].tolist()]
    return DictionaryColumn(used_values, as_memoryview(new_codes[numbers]))


def map_to_numbers(cells: Sequence[Value], function: Callable[[Value], int]) -> Sequence[int]:
    """Apply a function that returns integers to every value of a column.

    Examples
    --------
    >>> map_to_numbers(["putin", "putin"], {"putin": 7}.__getitem__)
    [7, 7]
    """
    if not isinstance(cells, DictionaryColumn):
        return list(map(function, cells))
    import numpy as np

    numbers = np.fromiter(map(function, cells.values), np.int32, len(cells.values))
    return as_memoryview(numbers[cells.array])


def repeat_value(value: Value, rows: int) -> DictionaryColumn[Value]:
    """Return a column that has the same value in every row.

    Examples
    --------
    >>> list(repeat_value("", 2))
    ['', '']
    """
    return DictionaryColumn([value], memoryview(bytes(4 * rows)).cast("i"))


def to_row_array(rows: Sequence[int]) -> NDArray[np.int64]:
    """Convert row numbers to a numpy array.

    Examples
    --------
    >>> to_row_array(range(2, 4)).tolist()
    [2, 3]
    """
    import numpy as np

    if isinstance(rows, range):
        return np.arange(rows.start, rows.stop, rows.step)
    return np.asarray(get_listed(rows), np.int64)


def as_array(cells: Sequence[Value], kind: type) -> NDArray[Any]:
    """Convert a column to a numpy array of numbers.

    Examples
    --------
    >>> as_array([1, 0], bool).tolist()
    [True, False]
    """
    import numpy as np

    if isinstance(cells, DictionaryColumn):
        return np.array(list(cells.values), kind)[cells.array]
    return np.asarray(cells, kind)


def as_memoryview(array: NDArray[np.generic]) -> memoryview[int]:
    """Return a numpy array of integers as a sequence of Python integers, without a copy."""
    return memoryview(array)  # type: ignore[arg-type]
