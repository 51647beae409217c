"""Betweenness on weighted edges, with lengths as whole numbers of any size (Brandes, 2001).

igraph is many times faster, but adds up doubles and takes lengths for equal that differ by less
than a part in 1e10. It computes only where that finds the same paths.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from graph.analysis.large.whole_lengths import find_whole_lengths
from graph.analysis.large.work_shares import Share

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

COST = 20  # how many times longer a step takes than one of igraph


class WholeBetweenness:
    """Counts the shortest paths from a range of actors, by the actors they lead through."""

    def __init__(self, edges: EdgeArrays) -> None:
        weights = edges.require_weights()
        lengths, self._slack, _ = find_whole_lengths(weights, edges.actor_count)
        self._share = 1 if edges.directed else 0.5  # igraph counts an undirected pair once
        self._neighbours: list[list[tuple[int, int]]] = [[] for _ in range(edges.actor_count)]
        ends = edges.sources.tolist(), edges.targets.tolist()
        for source, target, length in zip(*ends, lengths, strict=True):
            self._neighbours[source].append((target, length))
            if not edges.directed:
                self._neighbours[target].append((source, length))

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the counts for all actors."""
        import numpy as np

        counts = [0.0] * len(self._neighbours)
        for source in range(*share):
            order, before = self._search(source)
            for actor, count in _count_between(source, order, before).items():
                counts[actor] += count
        return np.array(counts) * self._share

    def _search(self, source: int) -> tuple[list[int], dict[int, list[int]]]:
        """Return the actors from the nearest to the farthest, and who is before each on paths."""
        order, before, distances = [], {source: list[int]()}, {source: 0}
        ahead, settled, slack = [(0, source)], set[int](), self._slack
        while ahead:
            distance, actor = heappop(ahead)
            if actor in settled:
                continue
            settled.add(actor)
            order.append(actor)
            for other, length in self._neighbours[actor]:
                if other in settled:
                    continue
                total, least = distance + length, distances.get(other)
                if least is None or total < least - slack:
                    distances[other], before[other] = total, [actor]
                    heappush(ahead, (total, other))
                elif total <= least + slack:
                    before[other].append(actor)
        return order, before


def _count_between(source: int, order: list[int], before: dict[int, list[int]]) -> dict[int, float]:
    """Return for each actor the sum of the shares of the paths to others that lead through it."""
    paths = {source: 1.0}
    for actor in order[1:]:
        paths[actor] = sum(paths[other] for other in before[actor])
    counts = dict.fromkeys(order, 0.0)
    for actor in reversed(order):
        share = (1 + counts[actor]) / paths[actor]
        for other in before[actor]:
            counts[other] += paths[other] * share
    del counts[source]
    return counts
