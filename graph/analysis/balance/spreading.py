"""Spread sides over a graph from the first vertex of each component."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.balance.signed_graph import SignedGraph

if TYPE_CHECKING:
    from graph.analysis.balance.signed_graph import Numbers


def spread_sides(graph: SignedGraph) -> tuple[Numbers, Numbers]:
    """Return the sides of all vertices along the signs of edges, and the number of each component.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> sides, component_of = spread_sides(make_signed_graph(4, [(0, 1, -1), (1, 2, 1)]))
    >>> sides.tolist(), component_of.tolist()
    ([1, -1, -1, 1], [0, 0, 0, 1])
    """
    import numpy as np

    neighbours = graph.list_neighbours()
    sides, component_of = [0] * graph.size, [-1] * graph.size
    count = 0
    for root in range(graph.size):
        if sides[root]:
            continue
        sides[root], component_of[root] = 1, count
        queue = [root]
        for vertex in queue:
            for other, weight in neighbours[vertex]:
                if not sides[other]:
                    sides[other] = sides[vertex] if weight > 0 else -sides[vertex]
                    component_of[other] = count
                    queue.append(other)
        count += 1
    return np.array(sides, np.int64), np.array(component_of, np.int64)
