"""Ranges of days: their union, and the days that several share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

DayRange = tuple[int, int]
"""The first and the last day."""


def merge_ranges(ranges: Iterable[DayRange]) -> list[DayRange]:
    """Return the union of some ranges, in order; one that ends before it begins is left out.

    Ranges without a day between them are one.

    Examples
    --------
    >>> merge_ranges([(6, 9), (1, 2), (3, 4), (8, 7)])
    [(1, 4), (6, 9)]
    """
    merged: list[DayRange] = []
    for first, last in sorted(each for each in ranges if each[0] <= each[1]):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged


def intersect_ranges(ones: Sequence[DayRange], others: Sequence[DayRange]) -> list[DayRange]:
    """Return the days in both unions, each in order.

    Examples
    --------
    >>> intersect_ranges([(1, 3), (5, 9)], [(3, 6)])
    [(3, 3), (5, 6)]
    """
    shared: list[DayRange] = []
    one = other = 0
    while one < len(ones) and other < len(others):
        first = max(ones[one][0], others[other][0])
        last = min(ones[one][1], others[other][1])
        if first <= last:
            shared.append((first, last))
        if ones[one][1] == last:
            one += 1
        else:
            other += 1
    return shared


def subtract_ranges(ones: Sequence[DayRange], others: Sequence[DayRange]) -> list[DayRange]:
    """Return the days in one union and not in another, each in order.

    Examples
    --------
    >>> subtract_ranges([(1, 9)], [(3, 4), (8, 12)]), subtract_ranges([(1, 3)], [(0, 5)])
    ([(1, 2), (5, 7)], [])
    """
    left: list[DayRange] = []
    for first, last in ones:
        begin = first
        for without in others:
            if without[1] < begin or without[0] > last:
                continue
            if without[0] > begin:
                left.append((begin, without[0] - 1))
            begin = without[1] + 1
        if begin <= last:
            left.append((begin, last))
    return left
