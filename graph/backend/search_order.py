"""Compute the order in which networkx's searches visit nodes, from the order of neighbours.

igraph and scipy compute distances; an answer of networkx also has the order of its search.
"""

from __future__ import annotations

from itertools import count, pairwise

import numpy as np

from graph.backend.igraph_graph import Graph, Rows
from graph.backend.numeric_columns import Numbers


def order_breadth_first(graph: Graph, start: int) -> list[int]:
    """Order the rows that a breadth-first search reaches from a row.

    Examples
    --------
    >>> order_breadth_first(Graph.from_edges("abc", [0, 0], [2, 1], directed=False), 0)
    [0, 2, 1]
    """
    from scipy.sparse import csgraph

    order, _ = csgraph.breadth_first_order(_to_csr(graph), start)
    reached: list[int] = order.tolist()
    return reached


def _to_csr(graph: Graph) -> object:
    """Convert the neighbours to an unweighted CSR matrix in the same order."""
    from scipy import sparse

    starts, ends, _ = graph.neighbours
    shape = (len(graph), len(graph))
    return sparse.csr_array(
        (np.ones(len(ends)), ends.astype(np.int32), starts.astype(np.int32)), shape=shape
    )


def order_by_dijkstra(
    graph: Graph, start: int, distances: Numbers, lengths: Numbers
) -> tuple[list[int], dict[int, int]]:
    """Order rows as networkx's Dijkstra search does; return also each row's predecessor.

    Parameters
    ----------
    start
        The row where the search starts.
    distances
        The distance of every row, infinite where there is no path.
    lengths
        The length of every edge, at least 0.

    Examples
    --------
    >>> pair = Graph.from_edges("ab", [0], [1], directed=False)
    >>> order_by_dijkstra(pair, 0, np.array([0.0, 2.0]), np.array([2.0]))
    ([0, 1], {1: 0})
    """
    steps = _find_shortest_steps(graph, distances, lengths)
    groups, group_of = np.unique(distances, return_inverse=True)
    reached: list[list[int]] = [[] for _ in groups]
    groups_of = group_of.tolist()
    reached[0].append(start)
    before: dict[int, int] = {start: start}
    order = []
    for group in reached:
        for row in group:  # rows at no further distance join the group while it is read
            order.append(row)
            for end in steps.get(row, ()):
                if end not in before:
                    before[end] = row
                    reached[groups_of[end]].append(end)
    del before[start]
    return order, before


def _find_shortest_steps(
    graph: Graph, distances: Numbers, lengths: Numbers
) -> dict[int, list[int]]:
    """Find for each row the neighbours that shortest paths continue to."""
    starts, ends, numbers = graph.neighbours
    rows: Rows = np.repeat(np.arange(len(graph)), np.diff(starts))
    on_path = distances[rows] + lengths[numbers] == distances[ends]
    on_path &= np.isfinite(distances[rows])
    steps: dict[int, list[int]] = {}
    for row, end in zip(rows[on_path].tolist(), ends[on_path].tolist(), strict=True):
        steps.setdefault(row, []).append(end)
    return steps


def find_finishing_order(graph: Graph) -> Rows:
    """Find each row's position in the finishing order of a depth-first search.

    The search starts at the first row, then at the next unvisited row, as networkx's does.

    Examples
    --------
    >>> find_finishing_order(Graph.from_edges("abc", [0, 0], [2, 1], directed=False)).tolist()
    [2, 1, 0]
    """
    starts, ends, _ = (column.tolist() for column in graph.neighbours)
    remaining = [iter(ends[start:stop]) for start, stop in pairwise(starts)]
    positions = [-1] * len(remaining)
    visited = [False] * len(remaining)
    counter = count()
    for start in range(len(remaining)):
        stack = [] if visited[start] else [start]
        visited[start] = True
        while stack:
            for row in remaining[stack[-1]]:
                if not visited[row]:
                    visited[row] = True
                    stack.append(row)
                    break
            else:
                positions[stack.pop()] = next(counter)
    return np.array(positions, dtype=np.int64)
