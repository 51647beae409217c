"""Search for the best ways to finish a path that has begun, from both ends at once.

Without costs these are the shortest ones. With costs, whole numbers of 1 or more, they are those of
`graph.analysis.paths.least_cost`; all that cost the same are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.follow import Follow, Neighbours
from graph.analysis.paths.least_cost import find_least_cost
from graph.analysis.paths.search import ShortestPaths, make_shortest_paths


def find_cheapest(
    subspace: Subspace, target: int, follow: Follow, most: int | None = None
) -> ShortestPaths | None:
    """Return all cheapest ways from the end of a prefix to a target; None where there is none.

    Parameters
    ----------
    subspace
        The prefix, none of whose nodes comes again, and the nodes that do not come next.
    most
        The most steps from the end of the prefix, where steps have no costs.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> follow = Follow(square.__getitem__, square.__getitem__)
    >>> find_cheapest(Subspace((0,), frozenset({1})), 3, follow).list_levels()
    [[0], [2], [3]]
    """
    here = subspace.prefix[-1]
    if here == target:
        return ShortestPaths(0, {}, here, target, 1)
    if follow.costs:
        onward = find_least_cost(subspace, target, follow, follow.costs)
    else:
        search = _Search(subspace, target, follow)
        onward = search.list_onward(search.meet(most))
    return make_shortest_paths(onward, here, target) if onward else None


def find_shortest(
    source: int, target: int, forwards: Neighbours, backwards: Neighbours
) -> ShortestPaths:
    """Return all shortest paths from one node to another.

    Parameters
    ----------
    forwards, backwards
        As in `Follow`.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> paths = find_shortest(0, 3, square.__getitem__, square.__getitem__)
    >>> paths.length, paths.path_count
    (2, 2)
    """
    found = find_cheapest(Subspace((source,)), target, Follow(forwards, backwards))
    return found or ShortestPaths(None, {}, source, target, 0)


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
        As in `Follow`.
    below
        Paths of as many steps or more do not count.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> ends = 0, 3, square.__getitem__, square.__getitem__
    >>> find_length(*ends), find_length(*ends, below=2)
    (2, None)
    """
    if below is not None and below <= (source != target):
        return None
    if source == target:
        return 0
    search = _Search(Subspace((source,)), target, Follow(forwards, backwards))
    return search.measure_any(search.meet(None if below is None else below - 1))


class _Search:
    """A search that grows from the end of a prefix and from a target until both meet."""

    def __init__(self, subspace: Subspace, target: int, follow: Follow) -> None:
        here, self._used = subspace.prefix[-1], {*subspace.prefix}
        barred = self._used | subspace.barred
        self._here, self._target, self._follow = here, target, follow
        self._starts = {node for node in follow.forwards(here) if node not in barred}
        self._ahead, self._behind = dict.fromkeys(self._starts, 1), {target: 0}

    def meet(self, most: int | None) -> set[int]:
        """Grow by levels, the smaller one first; return the nodes where both meet."""
        ahead, behind, length = {*self._starts}, {self._target}, 1
        meeting = ahead & behind
        while ahead and behind and not meeting and length != most:
            length += 1
            if len(ahead) <= len(behind):
                ahead = self._grow(ahead, self._ahead, self._follow.forwards)
            else:
                behind = self._grow(behind, self._behind, self._follow.backwards)
            meeting = ahead & self._behind.keys() | behind & self._ahead.keys()
        return meeting

    def _grow(self, level: set[int], labels: dict[int, int], neighbours: Neighbours) -> set[int]:
        steps, used = labels[next(iter(level))] + 1, self._used
        reached: set[int] = set()
        for node in level:
            for neighbour in neighbours(node):
                if neighbour not in labels and neighbour not in used:
                    labels[neighbour] = steps
                    reached.add(neighbour)
        return reached

    def measure_any(self, meeting: set[int]) -> int | None:
        """Return how long the paths through the nodes where both meet are; None without any."""
        node = next(iter(meeting), None)
        return None if node is None else self._ahead[node] + self._behind[node]

    def list_onward(self, meeting: set[int]) -> Mapping[int, list[int]]:
        """Return for each node on a shortest path its successors, in order."""
        edges = {(near, node) for node, near in self._iter_edges(meeting, is_ahead=True)}
        starts = self._starts & (meeting | {near for near, _ in edges})
        edges.update((self._here, node) for node in starts)
        edges.update(self._iter_edges(meeting, is_ahead=False))
        onward: dict[int, list[int]] = {}
        for node, after in sorted(edges):
            onward.setdefault(node, []).append(after)
        return onward

    def _iter_edges(self, meeting: set[int], *, is_ahead: bool) -> Iterator[tuple[int, int]]:
        """Yield the edges of all shortest paths from the meeting to one end, the nearer last."""
        labels = self._ahead if is_ahead else self._behind
        nearer = self._follow.backwards if is_ahead else self._follow.forwards
        level = meeting
        while level:
            following = set()
            for node in level:
                before = labels[node] - 1
                for near in nearer(node):
                    if labels.get(near) == before:
                        following.add(near)
                        yield node, near
            level = following
