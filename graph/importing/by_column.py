"""Work on columns of text by their unique values, so that a million rows cost little more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
MOST_CODES = 1 << 40  # of combinations, before they are numbered anew
FEW_CODES = 1 << 22  # of combinations that are looked up instead of sorted


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
    results = list(map(function, encoded.values))
    if results == encoded.values:
        return encoded
    index: dict[str, int] = {}
    mapped = [index.setdefault(result, len(index)) for result in results]
    codes = np.array(mapped, np.int32)[encoded.array]
    return DictionaryColumn(list(index), as_memoryview(codes))


def encode_pair(one: Column, two: Column) -> tuple[list[str], NDArray[np.int32], NDArray[np.int32]]:
    """Return the unique values of two columns together, and the codes of each.

    Examples
    --------
    >>> values, one, two = encode_pair(["a", "b"], ["c", "a"])
    >>> values, one.tolist(), two.tolist()
    (['a', 'b', 'c'], [0, 1], [2, 0])
    """
    import numpy as np

    first, second = encode_column(one), encode_column(two)
    index = {value: number for number, value in enumerate(first.values)}
    mapped = [index.setdefault(value, len(index)) for value in second.values]
    return list(index), first.array, np.array(mapped, np.int32)[second.array]


def exchange_rows(one: Column, two: Column, chosen: NDArray[np.bool_]) -> tuple[Column, Column]:
    """Return two columns whose cells are exchanged in some rows.

    Examples
    --------
    >>> import numpy as np
    >>> one, two = exchange_rows(["a", "b"], ["c", "d"], np.array([True, False]))
    >>> list(one), list(two)
    (['c', 'b'], ['a', 'd'])
    """
    import numpy as np

    if not chosen.any():
        return one, two
    values, first, second = encode_pair(one, two)
    pairs = np.where(chosen, second, first), np.where(chosen, first, second)
    return make_column(values, pairs[0]), make_column(values, pairs[1])


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
    cells = ([c.values[code] for code in c.array[first].tolist()] for c in encoded)
    results = list(map(function, *cells))
    return [make_column([result[number] for result in results], codes) for number in range(width)]


def find_combinations(
    columns: Sequence[DictionaryColumn[str]],
) -> tuple[list[int], NDArray[np.int32]]:
    """Return the first row of each combination of values, and each row's combination."""
    import numpy as np

    total = np.zeros(len(columns[0]), np.int64)
    size = 1
    for column in columns:
        if size > MOST_CODES:
            unique, total = np.unique(total, return_inverse=True)
            size = len(unique)
        size *= max(1, len(column.values))
        total = total * max(1, len(column.values)) + column.array
    if size > FEW_CODES:
        _, first, codes = np.unique(total, return_index=True, return_inverse=True)
        return first.tolist(), codes.astype(np.int32)
    rows = np.full(size, -1, np.int64)
    rows[total[::-1]] = np.arange(len(total) - 1, -1, -1)  # the first row of each stays
    present = rows >= 0
    return rows[present].tolist(), (np.cumsum(present) - 1)[total].astype(np.int32)


def make_column(values: Sequence[str], codes: NDArray[np.int32]) -> DictionaryColumn[str]:
    """Return a column of values and their codes, in the order of the first rows that have them.

    Examples
    --------
    >>> import numpy as np
    >>> make_column(["a", "b", "a", "c"], np.array([3, 2, 0])).values
    ['c', 'a']
    """
    import numpy as np

    used, first, numbers = np.unique(codes, return_index=True, return_inverse=True)
    index: dict[str, int] = {}
    places = np.empty(len(used), np.int32)
    order = np.argsort(first)
    for number, code in zip(order.tolist(), used[order].tolist(), strict=True):
        places[number] = index.setdefault(values[code], len(index))  # equal values become one
    return DictionaryColumn(list(index), as_memoryview(places[numbers]))


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


def sample_counts(cells: Column) -> Iterator[tuple[str, int]]:
    """Yield values with how often each occurs, as `count_values` has them, one by one.

    Examples
    --------
    >>> next(sample_counts(["b", "a", "b"]))
    ('b', 2)
    """
    if not isinstance(cells, DictionaryColumn):
        yield from Counter(cells).items()
        return
    import numpy as np

    counts = np.bincount(cells.array, minlength=len(cells.values))
    for number in np.flatnonzero(counts).tolist():
        yield cells.values[number], int(counts[number])


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
