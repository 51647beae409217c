"""Pack negative cycles: a lower bound of the frustration index that needs no programme.

No edge is in more cycles than it weighs. Sides frustrate an edge of every negative cycle, so they
cost no less than as many cycles as are packed; both are the same in graphs without an odd K4
(Seymour, 1977). Cycles are packed greedily here, which often does in small networks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.analysis.balance.negative_cycles import Cycle
    from graph.analysis.balance.signed_graph import Numbers, SignedGraph

Around = list[list[tuple[int, int]]]
"""For each vertex its neighbours over edges that are not frustrated, with the edges' numbers."""


@dataclass(frozen=True)
class Packing:
    """Negative cycles that weigh as much together as the edges that some sides frustrate.

    Parameters
    ----------
    cycles
        The cycles; each has one frustrated edge.
    left
        For each edge what is left of its weight: by how much the cost rises, at least, where it is
        frustrated.
    """

    cycles: list[Cycle]
    left: list[int]


def pack_cycles(graph: SignedGraph, sides: Numbers) -> Packing | None:
    """Return a packing that proves sides the best; None where none is found.

    Frustrated edges are filled in turn by shortest cycles, until nothing of their weight is left.

    Parameters
    ----------
    graph
        The graph.
    sides
        1 or -1 for every vertex.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> square = make_signed_graph(4, [(0, 1, 2), (1, 2, 1), (2, 3, 1), (0, 3, -1)])
    >>> pack_cycles(square, np.array([1, 1, 1, 1]))
    Packing(cycles=[(0, 1, 2, 3)], left=[1, 0, 0, 0])
    >>> pack_cycles(square, np.array([1, -1, 1, 1])) is None
    True
    """
    left: list[int] = graph.weights.tolist()
    cycles: list[Cycle] = []
    sources, targets = graph.sources.tolist(), graph.targets.tolist()
    waiting, around = _split_edges(graph, sides)
    while waiting:
        for edge in waiting:
            path = _find_path(around, left, sources[edge], targets[edge])
            if not path:
                return None
            cycle = edge, *path
            weight = min(left[each] for each in cycle)
            for each in cycle:
                left[each] -= weight
            cycles.append(tuple(sorted(cycle)))
        waiting = [edge for edge in waiting if left[edge]]
    return Packing(cycles, left)


def _split_edges(graph: SignedGraph, sides: Numbers) -> tuple[list[int], Around]:
    """Return the edges that are frustrated, and by vertex those that are not."""
    around: Around = [[] for _ in range(graph.size)]
    frustrated: list[int] = []
    columns = graph.sources.tolist(), graph.targets.tolist(), graph.is_frustrated(sides).tolist()
    for edge, (source, target, crosses) in enumerate(zip(*columns, strict=True)):
        if crosses:
            frustrated.append(edge)
        else:
            around[source].append((target, edge))
            around[target].append((source, edge))
    return frustrated, around


def _find_path(around: Around, left: list[int], source: int, target: int) -> list[int]:
    """Return the edges of a shortest path over those of which something is left; empty if none."""
    before: dict[int, tuple[int, int]] = {source: (source, -1)}
    queue = [source]
    for vertex in queue:
        for other, edge in around[vertex]:
            if left[edge] and other not in before:
                before[other] = vertex, edge
                if other == target:
                    return _trace(before, source, target)
                queue.append(other)
    return []


def _trace(before: dict[int, tuple[int, int]], source: int, target: int) -> list[int]:
    path, here = list[int](), target
    while here != source:
        here, edge = before[here]
        path.append(edge)
    return path
