"""Split a graph into blocks: no cycle runs through two of them, so each is solved by itself.

Blocks are the biconnected components (Hopcroft and Tarjan, 1973). The frustration index of a graph
is the sum of those of its blocks, and an edge that is a block of its own is never frustrated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.balance.signed_graph import SignedGraph

if TYPE_CHECKING:
    from graph.analysis.balance.signed_graph import Numbers

SMALLEST_CYCLE = 3  # edges


def find_blocks(graph: SignedGraph) -> list[Numbers]:
    """Return the edges of each block that has a cycle, by their numbers.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> kite = make_signed_graph(4, [(0, 1, 1), (1, 2, 1), (0, 2, 1), (2, 3, 1)])
    >>> [block.tolist() for block in find_blocks(kite)]
    [[0, 1, 2]]
    """
    import numpy as np

    blocks = [sorted(edges) for edges in _walk(graph) if len(edges) >= SMALLEST_CYCLE]
    return [np.array(edges, np.int64) for edges in sorted(blocks)]


def _walk(graph: SignedGraph) -> list[list[int]]:
    """Return the edges of all blocks by a depth-first search without recursion."""
    around = _list_edges(graph)
    order, low = [-1] * graph.size, [0] * graph.size
    blocks: list[list[int]] = []
    reached = 0
    for root in range(graph.size):
        if order[root] >= 0:
            continue
        order[root] = low[root] = reached
        reached += 1
        open_edges: list[int] = []
        stack = [(root, -1, iter(around[root]))]
        while stack:
            vertex, came_by, rest = stack[-1]
            for neighbour, edge in rest:
                if edge == came_by:
                    continue
                if order[neighbour] < 0:
                    open_edges.append(edge)
                    order[neighbour] = low[neighbour] = reached
                    reached += 1
                    stack.append((neighbour, edge, iter(around[neighbour])))
                    break
                if order[neighbour] < order[vertex]:
                    open_edges.append(edge)
                    low[vertex] = min(low[vertex], order[neighbour])
            else:
                stack.pop()
                if stack:
                    parent = stack[-1][0]
                    low[parent] = min(low[parent], low[vertex])
                    if low[vertex] >= order[parent]:
                        blocks.append(_take_block(open_edges, came_by))
    return blocks


def _list_edges(graph: SignedGraph) -> list[list[tuple[int, int]]]:
    """Return for each vertex its neighbours, each with the number of the edge."""
    around: list[list[tuple[int, int]]] = [[] for _ in range(graph.size)]
    ends = zip(graph.sources.tolist(), graph.targets.tolist(), strict=True)
    for edge, (source, target) in enumerate(ends):
        around[source].append((target, edge))
        around[target].append((source, edge))
    return around


def _take_block(open_edges: list[int], first: int) -> list[int]:
    """Remove the edges of a block, the first of which was opened first, and return them."""
    block = [open_edges.pop()]
    while block[-1] != first:
        block.append(open_edges.pop())
    return block
