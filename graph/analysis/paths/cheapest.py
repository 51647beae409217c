"""Search for the best ways to finish a path that has begun, from both ends at once.

Without costs these are the shortest ones. With costs, whole numbers of 1 or more, the search is
that of Dijkstra (1959) from both ends (Nicholson, 1966); all that cost the same are found.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.search import ShortestPaths, make_shortest_paths

Neighbours = Callable[[int], Iterable[int]]


@dataclass(frozen=True)
class Costs:
    """What paths cost.

    Parameters
    ----------
    step
        The cost of a step from one node to another, 1 or more.
    node
        What it costs to pass through a node, 0 or more.
    """

    step: Callable[[int, int], int]
    node: Callable[[int], int]

    def measure(self, path: Iterable[int]) -> int:
        """Return what a whole path costs; its ends cost nothing.

        Examples
        --------
        >>> Costs(lambda here, there: 10, lambda node: node).measure([7, 1, 2, 9])
        33
        """
        nodes = tuple(path)
        steps = sum(self.step(*ends) for ends in pairwise(nodes))
        return steps + sum(map(self.node, nodes[1:-1]))


@dataclass(frozen=True)
class Follow:
    """What a search follows.

    Parameters
    ----------
    forwards, backwards
        The nodes that can be reached from a node, and those it can be reached from.
    costs
        What paths cost; None where each step costs the same.
    """

    forwards: Neighbours
    backwards: Neighbours
    costs: Costs | None = None


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
    here, used = subspace.prefix[-1], {*subspace.prefix}
    if here == target:
        return ShortestPaths(0, {}, here, target, 1)
    barred = used | subspace.barred
    step = follow.costs.step if follow.costs else _cost_one
    starts = {node: step(here, node) for node in follow.forwards(here) if node not in barred}
    search = _Search(starts, target, follow, used)
    meeting = search.meet_at_least_cost() if follow.costs else search.meet(most)
    if not meeting:
        return None
    return make_shortest_paths(search.list_onward(meeting, here), here, target)


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
    starts = dict.fromkeys((node for node in forwards(source) if node != source), 1)
    search = _Search(starts, target, Follow(forwards, backwards), {source})
    return search.measure_any(search.meet(None if below is None else below - 1))


def _cost_one(here: int, there: int) -> int:  # noqa: ARG001 - a cost of a step
    return 1


class _Search:
    """A search that grows from some nodes and from a target until both meet."""

    def __init__(
        self, starts: Mapping[int, int], target: int, follow: Follow, used: set[int]
    ) -> None:
        self._starts, self._target, self._follow, self._used = starts, target, follow, used
        self._step = follow.costs.step if follow.costs else _cost_one
        self._ahead, self._behind = dict(starts), {target: 0}

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

    def meet_at_least_cost(self) -> set[int]:
        """Grow by cost, the smaller one first; return the nodes of cheapest paths where both meet.

        It ends when all that is left of both costs more than the cheapest path.
        """
        ahead = sorted((cost, node) for node, cost in self._starts.items())
        behind = [(0, self._target)]
        least = self._starts.get(self._target, math.inf)
        done: tuple[set[int], set[int]] = set(), set()
        while ahead and behind and ahead[0][0] + behind[0][0] <= least:
            is_ahead = len(self._ahead) <= len(self._behind)
            queue, other = (ahead, behind) if is_ahead else (behind, ahead)
            node = self._take_next(queue, done[is_ahead], is_ahead=is_ahead)
            if node is None:
                continue
            for neighbour in self._settle(node, queue, least - other[0][0], is_ahead=is_ahead):
                least = min(least, self._measure(neighbour, least))
        both = self._ahead.keys() & self._behind.keys()
        return {node for node in both if self._measure(node, least) == least}

    def _take_next(
        self, queue: list[tuple[int, int]], done: set[int], *, is_ahead: bool
    ) -> int | None:
        """Return the next node of a queue; None where it is done, or costs more to pass.

        What costs much to pass comes again later, so that its neighbours may never be listed.
        """
        cost, node = heappop(queue)
        if node in done:
            return None
        passed = (self._ahead if is_ahead else self._behind)[node] + self._cost_of(node)
        if passed > cost:
            heappush(queue, (passed, node))
            return None
        done.add(node)
        return node

    def _settle(
        self, node: int, queue: list[tuple[int, int]], most: float, *, is_ahead: bool
    ) -> Iterator[int]:
        """Take a node's cost for known; yield the neighbours that it makes nearer.

        Those that cost more than the most are left out, unless the other end has come there: no
        cheapest path needs them.
        """
        follow, step, used = self._follow, self._step, self._used
        neighbours = follow.forwards if is_ahead else follow.backwards
        ahead, behind = self._ahead, self._behind
        labels, others = (ahead, behind) if is_ahead else (behind, ahead)
        cost = labels[node] + self._cost_of(node)
        for neighbour in neighbours(node):
            before = labels.get(neighbour, math.inf)
            if before <= cost or neighbour in used:
                continue
            further = cost + (step(node, neighbour) if is_ahead else step(neighbour, node))
            if further < before and (further <= most or neighbour in others):
                labels[neighbour] = further
                heappush(queue, (further, neighbour))
                yield neighbour

    def _cost_of(self, node: int) -> int:
        if not self._follow.costs or node == self._target:
            return 0
        return self._follow.costs.node(node)

    def _measure(self, node: int, most: float = math.inf) -> float:
        """Return what the cheapest path through a node costs, as far as both have reached it.

        It is infinite where that is not so, or where it is more than the most.
        """
        before, after = self._ahead.get(node), self._behind.get(node)
        if before is None or after is None or before + after > most:
            return math.inf
        return before + self._cost_of(node) + after

    def measure_any(self, meeting: set[int]) -> int | None:
        """Return what the paths through the nodes where both meet cost; None without any."""
        return int(self._measure(next(iter(meeting)))) if meeting else None

    def list_onward(self, meeting: set[int], source: int) -> Mapping[int, list[int]]:
        """Return for each node on a cheapest path its successors, in order."""
        edges = self._list_edges(meeting, self._ahead, self._follow.backwards, is_ahead=True)
        onward: dict[int, list[int]] = {}
        # What lies beyond the meeting may be labelled from ahead with more than it costs.
        nearer = meeting | {node for edge in edges for node in edge}
        for node in sorted(nearer & self._starts.keys()):
            if self._ahead[node] == self._starts[node]:
                onward.setdefault(source, []).append(node)
        edges |= self._list_edges(meeting, self._behind, self._follow.forwards, is_ahead=False)
        for node, after in sorted(edges):
            onward.setdefault(node, []).append(after)
        return onward

    def _list_edges(
        self, meeting: set[int], labels: Mapping[int, int], nearer: Neighbours, *, is_ahead: bool
    ) -> set[tuple[int, int]]:
        """Return the edges of all cheapest paths from one end to the meeting."""
        edges, level, seen = set(), meeting, set(meeting)
        while level:
            following = set()
            for node in level:
                for near in nearer(node):
                    ends = (near, node) if is_ahead else (node, near)
                    label = labels.get(near)
                    if label is not None and labels[node] == (
                        label + self._cost_of(near) + self._step(*ends)
                    ):
                        edges.add(ends)
                        following.add(near)
            level = following - seen
            seen |= following
        return edges
