"""Which rows of a column, or of two, pass a test.

Each distinct value is looked at once, and rows are gone through only where a value asks for it.
Columns are plain lists, or `graph.data.dictionary_column.Coded` where they are long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from graph.data.dictionary_column import Coded, distinct, shared, whole

Value = TypeVar("Value")


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


def rows_before(
    one: Sequence[Value],
    other: Sequence[Value],
    early: Callable[[Value], str],
    late: Callable[[Value], str],
) -> Sequence[int]:
    """Return the rows, ascending, in which what one value comes to sorts before the other's.

    Parameters
    ----------
    one, other
        Two columns.
    early, late
        What their values come to; of long columns worked out once a value.

    Examples
    --------
    >>> rows_before(["2021", "2023"], ["2022", "2022"], str, str)
    [0]
    """
    if not (isinstance(one, Coded) and isinstance(other, Coded)):
        pairs = zip(one, other, strict=True)
        return [row for row, (here, there) in enumerate(pairs) if early(here) < late(there)]
    import numpy as np

    here, there = list(map(early, one.values)), list(map(late, other.values))
    places = {text: place for place, text in enumerate(sorted({*here, *there}))}
    ranks = (np.array([places[text] for text in texts], np.int32) for texts in (here, there))
    before, after = (rank[cells.array] for rank, cells in zip(ranks, (one, other), strict=True))
    rows: list[int] = np.flatnonzero(before < after).tolist()
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
