"""Work on columns of text by their unique values, so that a million rows cost little more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.data.dictionary_column import (
    DictionaryColumn,
    as_memoryview,
    repeat_value,
    take_rows,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Column = Sequence[str]


def encode_column(cells: Column) -> DictionaryColumn[str]:
    """Return a column with each of its values once.

    Examples
    --------
    >>> encode_column(["b", "a", "b"]).values
    ['b', 'a']
    """
    if isinstance(cells, DictionaryColumn):
        return cells
    import numpy as np

    index: dict[str, int] = {}
    codes = np.fromiter(
        (index.setdefault(cell, len(index)) for cell in cells), np.int32, len(cells)
    )
    return DictionaryColumn(list(index), as_memoryview(codes))


def map_column(cells: Column, function: Callable[[str], str]) -> DictionaryColumn[str]:
    """Apply a function to every unique value; values that become equal are one.

    Examples
    --------
    >>> map_column(["A", "a"], str.lower).values
    ['a']
    """
    import numpy as np

    encoded = encode_column(cells)
    index: dict[str, int] = {}
    mapped = [index.setdefault(function(value), len(index)) for value in encoded.values]
    codes = np.array(mapped, np.int32)[encoded.array]
    return DictionaryColumn(list(index), as_memoryview(codes))


def map_rows(
    columns: Sequence[Column], function: Callable[..., Sequence[str]], width: int
) -> list[DictionaryColumn[str]]:
    """Apply a function to every combination of values that occurs; it returns `width` cells.

    Examples
    --------
    >>> both = map_rows([["a", "b"], ["1", "2"]], lambda x, y: (y, x), 2)
    >>> list(both[0]), list(both[1])
    (['1', '2'], ['a', 'b'])
    """
    encoded = [encode_column(column) for column in columns]
    first, codes = find_combinations(encoded)
    results = [function(*(column[row] for column in encoded)) for row in first]
    return [_make_column([result[number] for result in results], codes) for number in range(width)]


def find_combinations(
    columns: Sequence[DictionaryColumn[str]],
) -> tuple[list[int], NDArray[np.int32]]:
    """Return the first row of each combination of values, and each row's combination."""
    import numpy as np

    total = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        _, total = np.unique(total * max(1, len(column.values)) + column.array, return_inverse=True)
    _, first, codes = np.unique(total, return_index=True, return_inverse=True)
    return first.tolist(), codes.astype(np.int32)


def _make_column(values: Sequence[str], codes: NDArray[np.int32]) -> DictionaryColumn[str]:
    """Return a column; equal values become one."""
    return map_column(DictionaryColumn(values, as_memoryview(codes)), str)


def count_values(cells: Column) -> Mapping[str, int]:
    """Return how often each value occurs, in the order of the first row that has each.

    Examples
    --------
    >>> count_values(["b", "a", "b"])
    {'b': 2, 'a': 1}
    """
    if not isinstance(cells, DictionaryColumn):
        return dict(Counter(cells))
    import numpy as np

    counts = np.bincount(cells.array, minlength=len(cells.values)).tolist()
    return {value: count for value, count in zip(cells.values, counts, strict=True) if count}


def find_matching(cells: Column, test: Callable[[str], object]) -> NDArray[np.bool_]:
    """Return for each row whether its value passes a test."""
    import numpy as np

    encoded = encode_column(cells)
    passing = np.fromiter(
        (bool(test(value)) for value in encoded.values), bool, len(encoded.values)
    )
    return passing[encoded.array] if len(encoded.values) else np.zeros(0, bool)


def select_rows(columns: Mapping[str, Column], chosen: NDArray[np.bool_]) -> dict[str, Column]:
    """Return the columns with some of their rows."""
    import numpy as np

    if chosen.all():
        return dict(columns)
    rows = np.flatnonzero(chosen).tolist()
    return {name: take_rows(cells, rows) for name, cells in columns.items()}


def make_blank(rows: int) -> DictionaryColumn[str]:
    """Return a column of blank cells."""
    return repeat_value("", rows)


def count_cells(cells: Column, values: Iterable[str]) -> int:
    """Return how many cells have one of some values.

    Examples
    --------
    >>> count_cells(["a", "b", "a"], ["a"])
    2
    """
    counts = count_values(cells)
    return sum(counts.get(value, 0) for value in values)
