"""All shortest paths between two nodes, searched from both ends at once.

Nodes are numbers, and two functions list their neighbours. The search visits few nodes and needs
nothing beyond the standard library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Neighbours = Callable[[int], Iterable[int]]

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

    @classmethod
    def between(
        cls, source: int, target: int, forwards: Neighbours, backwards: Neighbours
    ) -> ShortestPaths:
        """Search from both ends at once, the smaller frontier first.

        Parameters
        ----------
        forwards, backwards
            The nodes that can be reached from a node, and those it can be reached from.

        Examples
        --------
        >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
        >>> paths = ShortestPaths.between(0, 3, square.__getitem__, square.__getitem__)
        >>> paths.length, paths.path_count, paths.list_levels()
        (2, 2, [[0], [1, 2], [3]])
        """
        if source == target:
            return cls(0, {}, source, target, 1)
        from_source, from_target = {source: 0}, {target: 0}
        meeting = _meet(from_source, from_target, forwards, backwards)
        if not meeting:
            return cls(None, {}, source, target, 0)
        edges = _edges_back(meeting, from_source, backwards)
        edges += [(node, after) for after, node in _edges_back(meeting, from_target, forwards)]
        length = min(from_source[node] + from_target[node] for node in meeting)
        onward: dict[int, list[int]] = {}
        for node, after in sorted(set(edges)):
            onward.setdefault(node, []).append(after)
        return cls(length, onward, source, target, _count_paths(onward, source, target))

    def list_levels(self) -> list[list[int]]:
        """Return the nodes on shortest paths by their distance from the source, in order."""
        levels = [[self.source]]
        for _ in range(self.length or 0):
            reached = {after for node in levels[-1] for after in self.onward[node]}
            levels.append(sorted(reached))
        return levels


def find_length(
    source: int,
    target: int,
    forwards: Neighbours,
    backwards: Neighbours,
    *,
    below: int | None = None,
) -> int | None:
    """Return how many steps the shortest paths have, and nothing of the paths.

    Parameters
    ----------
    forwards, backwards
        As in `ShortestPaths.between`.
    below
        Paths of as many steps or more do not count.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> ends = 0, 3, square.__getitem__, square.__getitem__
    >>> find_length(*ends), find_length(*ends, below=2)
    (2, None)
    """
    if source == target:
        return None if below == 0 else 0
    most = None if below is None else below - 1
    from_source, from_target = {source: 0}, {target: 0}
    meeting = _meet(from_source, from_target, forwards, backwards, most)
    return min((from_source[node] + from_target[node] for node in meeting), default=None)


def _meet(
    from_source: dict[int, int],
    from_target: dict[int, int],
    forwards: Neighbours,
    backwards: Neighbours,
    most: int | None = None,
) -> set[int]:
    """Grow both searches, a level at a time, until they share nodes; return those.

    They grow by no more than `most` levels, if given.
    """
    ahead, behind = set(from_source), set(from_target)
    levels = 0
    while ahead and behind and levels != most:
        levels += 1
        if len(ahead) <= len(behind):
            ahead = _next_level(ahead, from_source, forwards)
            meeting = ahead & from_target.keys()
        else:
            behind = _next_level(behind, from_target, backwards)
            meeting = behind & from_source.keys()
        if meeting:
            return meeting
    return set()


def _next_level(level: set[int], distance: dict[int, int], neighbours: Neighbours) -> set[int]:
    steps = distance[next(iter(level))] + 1
    reached: set[int] = set()
    for node in level:
        for neighbour in neighbours(node):
            if neighbour not in distance:
                distance[neighbour] = steps
                reached.add(neighbour)
    return reached


def _edges_back(
    meeting: set[int], distance: Mapping[int, int], backwards: Neighbours
) -> list[tuple[int, int]]:
    """Return the edges (nearer, farther) of all shortest paths from one end to the meeting."""
    edges, level, seen = [], meeting, set(meeting)
    while level:
        nearer: set[int] = set()
        for node in level:
            for before in backwards(node):
                if distance.get(before) == distance[node] - 1:
                    edges.append((before, node))
                    nearer.add(before)
        level = nearer - seen
        seen |= nearer
    return edges


def _count_paths(onward: Mapping[int, Sequence[int]], source: int, target: int) -> int:
    """Count the paths level by level, without listing them."""
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
