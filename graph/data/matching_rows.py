"""Find the rows of a column that pass a test, or compare those of two.

Each unique value is tested once. Columns are plain lists, or, where they are long,
`graph.data.dictionary_column.DictionaryColumn`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from graph.data.dictionary_column import (
    DictionaryColumn,
    as_memoryview,
    to_row_array,
    unique_values,
)
from graph.data.lazy_rows import LazyRows, get_marks, is_testable
from graph.data.row_marks import BYTES, Marks, mark_codes

Value = TypeVar("Value")


def find_rows(cells: Sequence[Value], test: Callable[[Value], object]) -> Sequence[int]:
    """Return the rows, ascending, whose value passes a test. Each unique value is tested once.

    Examples
    --------
    >>> find_rows(["ally", "", "ally"], bool)
    [0, 2]
    """
    passing = {value for value in unique_values(cells) if test(value)}
    if not passing:
        return ()
    if not isinstance(cells, DictionaryColumn):
        return [row for row, value in enumerate(cells) if value in passing]
    import numpy as np

    chosen = np.fromiter((value in passing for value in cells.values), bool, len(cells.values))
    rows: list[int] = np.flatnonzero(chosen[cells.array]).tolist()
    return rows


def filter_rows(
    cells: Sequence[Value], rows: Sequence[int], test: Callable[[Value], object]
) -> Sequence[int]:
    """Return those of some rows whose value passes a test. Each unique value is tested once.

    Those of a long column are listed when they are needed; see `graph.data.lazy_rows`.

    Examples
    --------
    >>> filter_rows(["ally", "", "ally"], [1, 2], bool)
    [2]
    """
    if not isinstance(cells, DictionaryColumn):
        return [row for row in rows if test(cells[row])]
    if not is_testable(rows):
        return _list_passing(cells, rows, test)
    codes, values, passes = cells.codes, cells.values, dict[int, bool]()

    def keeps(row: int) -> bool:
        code = codes[row]
        if code not in passes:
            passes[code] = bool(test(values[code]))
        return passes[code] and row in rows

    def mark_rows() -> Marks | None:
        marks = get_marks(rows) if len(values) <= BYTES else None
        return None if marks is None else marks & mark_codes(codes, [*map(test, values)])

    return LazyRows(keeps, lambda: _list_passing(cells, rows, test), mark_rows)


def _list_passing(
    cells: DictionaryColumn[Value], rows: Sequence[int], test: Callable[[Value], object]
) -> Sequence[int]:
    import numpy as np

    chosen = np.fromiter((bool(test(value)) for value in cells.values), bool, len(cells.values))
    numbers = to_row_array(rows)
    return as_memoryview(numbers[chosen[cells.array[numbers]]])


def find_first_rows(cells: Sequence[Value]) -> Iterator[tuple[int, Value]]:
    """Yield each value with the first row that has it, in the order of rows.

    Examples
    --------
    >>> list(find_first_rows(["b", "a", "b"]))
    [(0, 'b'), (1, 'a')]
    """
    if not isinstance(cells, DictionaryColumn):
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


def find_possible_duplicates(columns: Sequence[Sequence[object]]) -> Sequence[int]:
    """Return the rows, ascending, that may be equal to another row in all columns.

    No such row is missing; of plain columns all rows are returned.

    Examples
    --------
    >>> list(find_possible_duplicates([["a", "b"]]))
    [0, 1]
    """
    coded = [column for column in columns if isinstance(column, DictionaryColumn)]
    if not columns or len(coded) < len(columns):
        return range(len(columns[0]) if columns else 0)
    import numpy as np

    hashes = np.zeros(len(columns[0]), np.uint64)
    for column in coded:
        hashes = (hashes ^ column.array.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(32)
    ordered = np.sort(hashes)
    repeated = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    rows: list[int] = np.flatnonzero(np.isin(hashes, repeated)).tolist() if len(repeated) else []
    return rows


def find_rows_before(
    left: Sequence[Value],
    right: Sequence[Value],
    left_key: Callable[[Value], int],
    right_key: Callable[[Value], int],
) -> Sequence[int]:
    """Return the rows, ascending, whose left sort key is before their right sort key.

    Parameters
    ----------
    left, right
        Two columns.
    left_key, right_key
        Functions from a value to its sort key; of long columns called once a unique value.

    Examples
    --------
    >>> find_rows_before(["2021", "2023"], ["2022", "2022"], int, int)
    [0]
    """
    if not (isinstance(left, DictionaryColumn) and isinstance(right, DictionaryColumn)):
        pairs = zip(left, right, strict=True)
        return [row for row, (here, there) in enumerate(pairs) if left_key(here) < right_key(there)]
    import numpy as np

    here, there = list(map(left_key, left.values)), list(map(right_key, right.values))
    rank_of = {key: rank for rank, key in enumerate(sorted({*here, *there}))}
    ranks = (np.array([rank_of[key] for key in keys], np.int32) for keys in (here, there))
    before, after = (rank[cells.array] for rank, cells in zip(ranks, (left, right), strict=True))
    rows: list[int] = np.flatnonzero(before < after).tolist()
    return rows


def find_equal_rows(left: Sequence[int], right: Sequence[int]) -> Sequence[int]:
    """Return the rows, ascending, in which two columns of numbers are equal.

    Examples
    --------
    >>> find_equal_rows([1, 2], [2, 2])
    [1]
    """
    if not (isinstance(left, memoryview) and isinstance(right, memoryview)):
        pairs = zip(left, right, strict=True)
        return [row for row, (here, there) in enumerate(pairs) if here == there]
    import numpy as np

    rows: list[int] = np.flatnonzero(np.asarray(left) == np.asarray(right)).tolist()
    return rows
