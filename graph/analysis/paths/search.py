"""All equally short paths between two nodes, as the graph of their union, and how many they are.

`graph.analysis.paths.cheapest` searches for them, with costs `graph.analysis.paths.least_cost`.
Nodes are numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_COUNTED = 9_007_199_254_740_991
"""The most paths that are counted: a count of that many means that there are as many or more.

It is the last whole number that JavaScript, and most that reads JSON, tells from the next.
"""


def add_counts(one: int, other: int) -> int:
    """Return a sum of counts of paths, up to `MOST_COUNTED`.

    Examples
    --------
    >>> add_counts(2, 3), add_counts(MOST_COUNTED, 3) == MOST_COUNTED
    (5, True)
    """
    return min(one + other, MOST_COUNTED)


def multiply_counts(one: int, other: int) -> int:
    """Return a product of counts of paths, up to `MOST_COUNTED`.

    Examples
    --------
    >>> multiply_counts(2, 3), multiply_counts(MOST_COUNTED, 3) == MOST_COUNTED
    (6, True)
    """
    return min(one * other, MOST_COUNTED)


@dataclass(frozen=True)
class ShortestPaths:
    """All shortest paths between two nodes, as the directed graph of their union.

    Parameters
    ----------
    length
        How many steps each path has; None without a path.
    onward
        For each node on a shortest path (but the last) its successors, in order.
    source, target
        The two ends.
    path_count
        How many paths there are, up to `MOST_COUNTED`.
    """

    length: int | None
    onward: Mapping[int, Sequence[int]]
    source: int
    target: int
    path_count: int

    def list_levels(self) -> list[list[int]]:
        """Return the nodes on shortest paths by their distance from the source, in order.

        Examples
        --------
        >>> ShortestPaths(2, {0: [1, 2], 1: [3], 2: [3]}, 0, 3, 2).list_levels()
        [[0], [1, 2], [3]]
        """
        levels = [[self.source]]
        for _ in range(self.length or 0):
            reached = {after for node in levels[-1] for after in self.onward[node]}
            levels.append(sorted(reached))
        return levels


def count_paths(onward: Mapping[int, Sequence[int]], source: int, target: int) -> int:
    """Count the paths level by level, without listing them.

    Examples
    --------
    >>> count_paths({0: [1, 2], 1: [3], 2: [3]}, 0, 3)
    2
    """
    paths = {source: 1}
    total = 0
    while paths:
        following: dict[int, int] = {}
        for node, number in paths.items():
            for after in onward.get(node, ()):
                following[after] = add_counts(following.get(after, 0), number)
        total = add_counts(total, following.pop(target, 0))
        paths = following
    return total


def make_shortest_paths(
    onward: Mapping[int, Sequence[int]], source: int, target: int
) -> ShortestPaths:
    """Return the paths of which the successors of each node are given, in order."""
    length, node = 0, source
    while node != target:
        node, length = onward[node][0], length + 1
    return ShortestPaths(length, onward, source, target, count_paths(onward, source, target))
