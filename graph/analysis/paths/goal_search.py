"""Search again and again for the cheapest ways to one target, from prefixes of paths.

What a node is from the target is found once, for the nodes near it (Dijkstra, 1959), and guides
every search from a prefix (Hart, Nilsson and Raphael, 1968): a node that is not near is at least
as far as all that are. The more these searches look at, the further it is found, so that both
cost alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from heapq import heappop, heappush

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.cheapest import Costs, Follow
from graph.analysis.paths.search import ShortestPaths, make_shortest_paths


class GoalSearch:
    """Searches for the cheapest ways to a target.

    Parameters
    ----------
    target
        Where all ways end.
    follow
        What is followed, without its costs.
    costs
        What ways cost.
    least
        How far from the target nodes are known before the first search.
    """

    def __init__(self, target: int, follow: Follow, costs: Costs, least: int) -> None:
        self._target, self._follow, self._costs = target, follow, costs
        self._known: dict[int, int] = {}
        self._queue, self._labels = [(0, target)], {target: 0}
        self._radius = 0
        self._looked_at = self._looked_at_near = 0
        while self._queue and self._radius < least:
            self._widen()
        self._looked_at = self._looked_at_near

    def _widen(self) -> None:
        """Find what the next node is from the target."""
        remaining, node = heappop(self._queue)
        self._radius = remaining
        if node in self._known:
            return
        self._known[node] = remaining
        remaining += 0 if node == self._target else self._costs.node(node)
        labels, step = self._labels, self._costs.step
        for before in self._follow.backwards(node):
            self._looked_at_near += 1
            if before in self._known:
                continue
            further = remaining + step(before, node)
            label = labels.get(before)
            if label is None or further < label:
                labels[before] = further
                heappush(self._queue, (further, before))

    def measure_least(self, subspace: Subspace) -> float:
        """Return what ways from the end of a prefix cost at least; infinity without any."""
        here, barred = subspace.prefix[-1], {*subspace.prefix} | subspace.barred
        if here == self._target:
            return 0
        step, onward = self._costs.step, self._follow.forwards(here)
        following = (there for there in onward if there not in barred)
        return min(
            (step(here, each) + self._estimate(each) for each in following), default=math.inf
        )

    def find(self, subspace: Subspace) -> ShortestPaths | None:
        """Return all cheapest ways from the end of a prefix; None where there is none.

        Parameters
        ----------
        subspace
            As in `graph.analysis.paths.cheapest.find_cheapest`.
        """
        here = subspace.prefix[-1]
        if here == self._target:
            return ShortestPaths(0, {}, here, here, 1)
        while self._queue and self._looked_at_near < self._looked_at:
            self._widen()
        spent = self._search(here, subspace)
        if self._target not in spent:
            return None
        onward = self._list_onward(here, spent, subspace.barred)
        return make_shortest_paths(onward, here, self._target)

    def _search(self, here: int, subspace: Subspace) -> Mapping[int, int]:
        """Return what nodes cost from here: all those on the cheapest ways, if there is one."""
        used, target, costs = {*subspace.prefix}, self._target, self._costs
        spent, queue = {here: 0}, [(0, 0, here)]
        barred, done = used | subspace.barred, set()
        while queue and (target not in spent or queue[0][0] <= spent[target]):
            _, cost, node = heappop(queue)
            if node in done or node == target:
                continue
            done.add(node)
            cost += 0 if node == here else costs.node(node)
            for there in self._follow.forwards(node):
                self._looked_at += 1
                if there in barred:
                    continue
                further = cost + costs.step(node, there)
                if there not in spent or further < spent[there]:
                    spent[there] = further
                    heappush(queue, (further + self._estimate(there), further, there))
            barred = used
        return spent

    def _estimate(self, node: int) -> int:
        """Return what it costs at least to go on from a node to the target."""
        if node == self._target:
            return 0
        remaining = self._known.get(node)
        if remaining is None:
            remaining = self._radius
        return self._costs.node(node) + remaining

    def _list_onward(
        self, here: int, spent: Mapping[int, int], barred: frozenset[int]
    ) -> Mapping[int, list[int]]:
        """Return for each node on a cheapest way its successors, in order."""
        edges: set[tuple[int, int]] = set()
        level, seen = {self._target}, {self._target}
        while level:
            following = set()
            for node in level:
                for before in self._follow.backwards(node):
                    if before not in spent or (before == here and node in barred):
                        continue
                    if spent[node] == self._measure(here, before, node, spent):
                        edges.add((before, node))
                        following.add(before)
            level = following - seen - {here}
            seen |= level
        onward: dict[int, list[int]] = {}
        for before, node in sorted(edges):
            onward.setdefault(before, []).append(node)
        return onward

    def _measure(self, here: int, before: int, node: int, spent: Mapping[int, int]) -> int:
        passed = 0 if before == here else self._costs.node(before)
        return spent[before] + passed + self._costs.step(before, node)
