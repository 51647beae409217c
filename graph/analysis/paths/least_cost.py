"""Search for the cheapest ways to finish a path that has begun, from both ends at once.

The search is that of Dijkstra (1959) from both ends (Nicholson, 1966). What a step costs may be
slow to know, and actors may have many: so the steps of an actor wait in groups, each with what its
steps cost at least, and are looked at when nothing cheaper is left. Those to actors that the other
end has settled are looked at once, so that no cheapest path is missed between two groups.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.follow import Costs, Follow, Neighbours, find_common

WHOLE = -1
"""In a queue, in place of a group's number: the node itself."""


class _Side:
    """One end's part of a search: what it costs to come to nodes, and what waits."""

    def __init__(self, start: int, follow: Follow, costs: Costs, *, is_ahead: bool) -> None:
        self._costs, self._is_ahead = costs, is_ahead
        self._neighbours: Neighbours = follow.forwards if is_ahead else follow.backwards
        self.nearer: Neighbours = follow.backwards if is_ahead else follow.forwards
        self.labels = {start: 0}
        self.done: set[int] = set()
        self.queue = [(0, start, WHOLE)]
        self._groups: dict[int, list[Sequence[int]]] = {}

    @property
    def radius(self) -> float:
        """What all that is left costs at least; infinite where nothing is left."""
        return self.queue[0][0] if self.queue else math.inf

    def measure(self, node: int, neighbour: int) -> int:
        """Return what the step between two nodes costs, whichever way it leads."""
        ends = (node, neighbour) if self._is_ahead else (neighbour, node)
        return self._costs.step(*ends)

    def settle(self, node: int, cost: int, most: float) -> Sequence[int]:
        """Let the steps of a node wait, in groups, unless they cost more than the most.

        Returns
        -------
        Sequence[int]
            All its neighbours.
        """
        self.done.add(node)
        neighbours = [*self._neighbours(node)]
        grouped = self._costs.group_steps(node, neighbours, is_ahead=self._is_ahead)
        groups = self._groups[node] = []
        for least, group in grouped.items():
            if cost + least <= most:
                heappush(self.queue, (cost + least, node, len(groups)))
                groups.append(group)
        return neighbours

    def take_group(self, node: int, number: int) -> Sequence[int]:
        """Return a group of a node that was settled; nobody asks for it again."""
        group, self._groups[node][number] = self._groups[node][number], ()
        return group


def find_least_cost(
    subspace: Subspace, target: int, follow: Follow, costs: Costs
) -> Mapping[int, Sequence[int]]:
    """Return for each node on a cheapest way its successors, in order; empty where there is none.

    Parameters
    ----------
    subspace, target, follow
        As in `graph.analysis.paths.cheapest.find_cheapest`; the prefix ends elsewhere.
    costs
        What ways cost.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> follow = Follow(square.__getitem__, square.__getitem__)
    >>> costs = Costs(lambda here, there: 1, lambda node: node)
    >>> find_least_cost(Subspace((0,)), 3, follow, costs)
    {0: [1], 1: [3]}
    """
    search = _LeastCostSearch(subspace, target, follow, costs)
    return search.list_onward(search.meet())


class _LeastCostSearch:
    """A search for the cheapest ways from the end of a prefix to a target."""

    def __init__(self, subspace: Subspace, target: int, follow: Follow, costs: Costs) -> None:
        self._here, self._target, self._costs = subspace.prefix[-1], target, costs
        self._used, self._barred = {*subspace.prefix}, subspace.barred
        self._ahead = _Side(self._here, follow, costs, is_ahead=True)
        self._behind = _Side(target, follow, costs, is_ahead=False)
        self._least = math.inf

    def meet(self) -> set[int]:
        """Grow by cost, the smaller one first; return nodes of the cheapest paths.

        On each of these paths there is one at least. It ends when all that is left of both costs
        more than the cheapest path.
        """
        ahead, behind = self._ahead, self._behind
        while ahead.queue and behind.queue and ahead.radius + behind.radius <= self._least:
            is_ahead = len(ahead.labels) <= len(behind.labels)
            self._grow(*((ahead, behind) if is_ahead else (behind, ahead)))
        both = ahead.labels.keys() & behind.labels.keys()
        return {node for node in both if self._measure(node) == self._least}

    def _grow(self, side: _Side, other: _Side) -> None:
        """Take what is the cheapest to come to: a node, or a group of steps.

        A node that costs much to pass comes again later, so that its steps may never be listed.
        """
        cost, node, number = heappop(side.queue)
        if number != WHOLE:
            self._label(node, side.take_group(node, number), side, other)
        elif node not in side.done:
            passed = side.labels[node] + self._cost_of(node)
            if passed > cost:
                heappush(side.queue, (passed, node, WHOLE))
                return
            neighbours = side.settle(node, cost, self._least - other.radius)
            self._label(node, other.done.intersection(neighbours), side, other)

    def _label(self, node: int, neighbours: Iterable[int], side: _Side, other: _Side) -> None:
        """Take the steps from a node to some neighbours, where that makes these nearer.

        Those that cost more than the most are left out, unless the other end has come there: no
        cheapest path needs them.
        """
        labels, others, cost = side.labels, other.labels, side.labels[node] + self._cost_of(node)
        for neighbour in neighbours:
            before = labels.get(neighbour, math.inf)
            if before <= cost or self._is_closed(node, neighbour):
                continue
            further = cost + side.measure(node, neighbour)
            if further >= before:
                continue
            is_near = further <= self._least - other.radius
            if is_near or neighbour in others:
                labels[neighbour] = further
                self._least = min(self._least, self._measure(neighbour))
            if is_near:
                heappush(side.queue, (further, neighbour, WHOLE))

    def _is_closed(self, node: int, neighbour: int) -> bool:
        """Return whether no path goes on between a node and its neighbour."""
        if neighbour in self._used:
            return neighbour != self._here or node in self._barred
        return node == self._here and neighbour in self._barred

    def _cost_of(self, node: int) -> int:
        return 0 if node in (self._target, self._here) else self._costs.node(node)

    def _measure(self, node: int) -> float:
        """Return what the cheapest path through a node costs, as far as both have reached it."""
        before, after = self._ahead.labels.get(node), self._behind.labels.get(node)
        if before is None or after is None:
            return math.inf
        return before + self._cost_of(node) + after

    def list_onward(self, meeting: set[int]) -> Mapping[int, list[int]]:
        """Return for each node on a cheapest path its successors, in order."""
        edges = {(near, node) for node, near in self._iter_edges(meeting, self._ahead)}
        edges.update(self._iter_edges(meeting, self._behind))
        onward: dict[int, list[int]] = {}
        for node, after in sorted(edges):
            onward.setdefault(node, []).append(after)
        return onward

    def _iter_edges(self, meeting: set[int], side: _Side) -> Iterator[tuple[int, int]]:
        """Yield the edges of all cheapest paths from the meeting to one end, the nearer last."""
        labels, level, seen = side.labels, meeting, set(meeting)
        while level:
            following = set()
            for node in level:
                for near in find_common(labels.keys(), side.nearer(node)):
                    if self._is_closed(node, near):
                        continue
                    passed = labels[near] + self._cost_of(near)
                    if passed < labels[node] == passed + side.measure(near, node):
                        following.add(near)
                        yield node, near
            level = following - seen
            seen |= following
