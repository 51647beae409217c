"""What the nodes near a target are from it, so that ways are searched only when they may be next.

Many searches lead to one target, from prefixes of paths. What nodes are from the target at least is
found once, for those near it (Dijkstra, 1959, over what steps cost at least): a node that is not
near is at least as far as all that are. So it is known before a search what it can find at best.
"""

from __future__ import annotations

import math
from heapq import heappop, heappush

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.follow import Costs, Follow

MOST_NEAR = 200  # nodes: to know more takes longer than the searches that it saves


class NearTarget:
    """Measures from a target what ways cost at least.

    Parameters
    ----------
    target
        Where all ways end.
    follow, costs
        What is followed, and what it costs.
    radius
        How far from the target nodes are to be known, unless they are many.

    Examples
    --------
    >>> line = {0: [1], 1: [0, 2], 2: [1, 3], 3: [2]}
    >>> follow = Follow(line.__getitem__, line.__getitem__)
    >>> near = NearTarget(3, follow, Costs(lambda here, there: 10, lambda node: 1), 10)
    >>> near.measure_least(Subspace((1,))), near.measure_least(Subspace((0, 1), frozenset({2})))
    (21, inf)
    """

    def __init__(self, target: int, follow: Follow, costs: Costs, radius: int) -> None:
        self._target, self._follow, self._costs = target, follow, costs
        self._known: dict[int, int] = {}
        self._queue, self._labels = [(0, target)], {target: 0}
        self._radius = 0
        while self._queue and self._radius < radius and len(self._known) < MOST_NEAR:
            self._widen()

    def _widen(self) -> None:
        """Find what the next node is from the target at least."""
        remaining, node = heappop(self._queue)
        self._radius = remaining
        if node in self._known:
            return
        self._known[node] = remaining
        remaining += 0 if node == self._target else self._costs.node(node)
        backwards = self._follow.backwards(node)
        groups = self._costs.group_steps(node, backwards, is_ahead=False)
        for least, group in groups.items():
            further = remaining + least
            for before in group:
                label = self._labels.get(before)
                if before not in self._known and (label is None or further < label):
                    self._labels[before] = further
                    heappush(self._queue, (further, before))

    def measure_least(self, subspace: Subspace) -> float:
        """Return what ways from the end of a prefix cost at least; infinity without any."""
        here, barred = subspace.prefix[-1], {*subspace.prefix} | subspace.barred
        if here == self._target:
            return 0
        groups = self._costs.group_steps(here, self._follow.forwards(here), is_ahead=True)
        return min(
            (
                least + self._estimate(each)
                for least, group in groups.items()
                for each in group
                if each not in barred
            ),
            default=math.inf,
        )

    def _estimate(self, node: int) -> int:
        """Return what it costs at least to go on from a node to the target."""
        if node == self._target:
            return 0
        return self._costs.node(node) + self._known.get(node, self._radius)
