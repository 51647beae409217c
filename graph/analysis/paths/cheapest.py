"""Search for the best ways to finish a path that has begun, from both ends at once.

Without costs these are the shortest ones. With costs, whole numbers of 1 or more, they are those of
`graph.analysis.paths.least_cost`; all that cost the same are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.follow import Follow, Neighbours, find_common
from graph.analysis.paths.least_cost import find_least_cost
from graph.analysis.paths.search import ShortestPaths, make_shortest_paths

UNKNOWN_LENGTH = -1
"""That of the shortest paths where a search ended at its bound."""


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


def find_length(  # noqa: PLR0913 - what bounds a search
    source: int,
    target: int,
    forwards: Neighbours,
    backwards: Neighbours,
    *,
    below: int | None = None,
    most_seen: int | None = None,
) -> int | None:
    """Return how many steps the shortest paths have, and nothing of the paths.

    None where there is no path; `UNKNOWN_LENGTH` where the search ended at its bound.

    Parameters
    ----------
    forwards, backwards
        As in `Follow`.
    below
        Paths of as many steps or more do not count.
    most_seen
        The search ends when it has come by more nodes; None where it has no bound.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> ends = 0, 3, square.__getitem__, square.__getitem__
    >>> find_length(*ends), find_length(*ends, below=2), find_length(*ends, most_seen=2)
    (2, None, -1)
    """
    if below is not None and below <= (source != target):
        return None
    if source == target:
        return 0
    search = _Search(Subspace((source,)), target, Follow(forwards, backwards))
    meeting = search.meet(None if below is None else below - 1, most_seen)
    return UNKNOWN_LENGTH if search.is_cut else search.measure_any(meeting)


class _Search:
    """A search that grows from the end of a prefix and from a target until both meet."""

    def __init__(self, subspace: Subspace, target: int, follow: Follow) -> None:
        here, self._used = subspace.prefix[-1], {*subspace.prefix}
        self._here, self._follow = here, follow
        starts = {*follow.forwards(here)}.difference(self._used, subspace.barred)
        self._ahead, self._behind = [starts], [{target}]
        self._seen_ahead, self._seen_behind = {*starts}, {target}
        self.is_cut = False

    def meet(self, most: int | None, most_seen: int | None = None) -> set[int]:
        """Grow by levels, the smaller one first; return the nodes where both meet."""
        ahead, behind = self._ahead, self._behind
        meeting = ahead[-1] & behind[-1]
        while ahead[-1] and behind[-1] and not meeting and self._length != most:
            seen = len(self._seen_ahead) + len(self._seen_behind)
            if most_seen is not None and seen > most_seen:
                self.is_cut = True
                break
            if len(ahead[-1]) <= len(behind[-1]):
                self._grow(ahead, self._seen_ahead, self._follow.forwards)
                meeting = ahead[-1] & self._seen_behind
            else:
                self._grow(behind, self._seen_behind, self._follow.backwards)
                meeting = behind[-1] & self._seen_ahead
        return meeting

    def _grow(self, levels: list[set[int]], seen: set[int], neighbours: Neighbours) -> None:
        reached: set[int] = set()
        for node in levels[-1]:
            reached.update(neighbours(node))
        reached.difference_update(seen, self._used)
        seen.update(reached)
        levels.append(reached)

    @property
    def _length(self) -> int:
        """How many steps lead from the one end to the other where the last levels meet."""
        return len(self._ahead) + len(self._behind) - 1

    def measure_any(self, meeting: set[int]) -> int | None:
        """Return how long the paths through the nodes where both meet are; None without any."""
        return self._length if meeting else None

    def list_onward(self, meeting: set[int]) -> Mapping[int, list[int]]:
        """Return for each node on a shortest path its successors, in order."""
        levels, forwards = [{self._here}, *self._ahead], self._follow.forwards
        edges = {(near, node) for node, near in _iter_edges(meeting, levels, forwards)}
        edges.update(_iter_edges(meeting, self._behind, self._follow.backwards))
        onward: dict[int, list[int]] = {}
        for node, after in sorted(edges):
            onward.setdefault(node, []).append(after)
        return onward


def _iter_edges(
    meeting: set[int], levels: Sequence[set[int]], neighbours: Neighbours
) -> Iterator[tuple[int, int]]:
    """Yield the edges of all shortest paths from the meeting to one end, the nearer last.

    They are read from the nearer node, whose neighbours the search has listed.
    """
    wanted = meeting
    for level in reversed(levels[:-1]):
        following = set()
        for near in level:
            for node in find_common(wanted, neighbours(near)):
                following.add(near)
                yield node, near
        wanted = following
