"""The order in which networkx's searches come upon nodes, from its order of neighbours.

igraph and scipy say how far nodes are; a networkx answer also has an order, that of the search.
"""

from __future__ import annotations

import numpy as np

from graph.backend.igraph_graph import Graph, Numbers, Rows


def breadth_first(graph: Graph, start: int) -> list[int]:
    """Return the rows that a breadth-first search reaches from a row, in its order.

    Examples
    --------
    >>> breadth_first(Graph.from_edges("abc", [0, 0], [2, 1], directed=False), 0)
    [0, 2, 1]
    """
    from scipy.sparse import csgraph

    order, _ = csgraph.breadth_first_order(_steps(graph), start)
    reached: list[int] = order.tolist()
    return reached


def _steps(graph: Graph) -> object:
    """Return the neighbours as an unweighted CSR matrix that keeps their order."""
    from scipy import sparse

    starts, ends, _ = graph.neighbours
    shape = (len(graph), len(graph))
    return sparse.csr_array(
        (np.ones(len(ends)), ends.astype(np.int32), starts.astype(np.int32)), shape=shape
    )


def settled(
    graph: Graph, start: int, distances: Numbers, lengths: Numbers
) -> tuple[list[int], dict[int, int]]:
    """Return the order in which networkx's Dijkstra settles rows, and each row's predecessor.

    Parameters
    ----------
    start
        The row searched from.
    distances
        The distance of every row, infinite where there is no path.
    lengths
        The length of every edge, none negative.

    Examples
    --------
    >>> pair = Graph.from_edges("ab", [0], [1], directed=False)
    >>> settled(pair, 0, np.array([0.0, 2.0]), np.array([2.0]))
    ([0, 1], {1: 0})
    """
    tight = _tight(graph, distances, lengths)
    groups, group_of = np.unique(distances, return_inverse=True)
    found: list[list[int]] = [[] for _ in groups]
    groups_of = group_of.tolist()
    found[0].append(start)
    before: dict[int, int] = {start: start}
    order = []
    for group in found:
        for row in group:  # rows at no further distance join the group while it is read
            order.append(row)
            for end in tight.get(row, ()):
                if end not in before:
                    before[end] = row
                    found[groups_of[end]].append(end)
    del before[start]
    return order, before


def _tight(graph: Graph, distances: Numbers, lengths: Numbers) -> dict[int, list[int]]:
    """Return for each row the neighbours to which it lies on a shortest path."""
    starts, ends, numbers = graph.neighbours
    rows: Rows = np.repeat(np.arange(len(graph)), np.diff(starts))
    on_path = distances[rows] + lengths[numbers] == distances[ends]
    on_path &= np.isfinite(distances[rows])
    tight: dict[int, list[int]] = {}
    for row, end in zip(rows[on_path].tolist(), ends[on_path].tolist(), strict=True):
        tight.setdefault(row, []).append(end)
    return tight


def finishing_places(graph: Graph) -> Rows:
    """Return each row's place in the order in which a depth-first search leaves rows for good.

    The search starts from the first row, then from the next not met, as networkx's does.

    Examples
    --------
    >>> finishing_places(Graph.from_edges("abc", [0, 0], [2, 1], directed=False)).tolist()
    [2, 1, 0]
    """
    from scipy import sparse
    from scipy.sparse import csgraph

    count = len(graph)
    starts, ends, _ = graph.neighbours
    # One more row, from which every search starts, so that a single search does them all.
    ends = np.concatenate((ends, np.arange(count))).astype(np.int32)
    starts = np.concatenate((starts, [len(ends)])).astype(np.int32)
    steps = sparse.csr_array((np.ones(len(ends)), ends, starts), shape=(count + 1, count + 1))
    order, before = csgraph.depth_first_order(steps, count)
    sizes, depths = [1] * (count + 1), [0] * (count + 1)
    parents = before.tolist()
    met = order.tolist()
    for row in reversed(met[1:]):
        sizes[parents[row]] += sizes[row]
    for row in met[1:]:
        depths[row] = depths[parents[row]] + 1
    places = np.empty(count + 1, dtype=np.int64)
    places[order] = np.arange(count + 1)
    finished: Rows = (places + np.array(sizes) - np.array(depths))[:count] - 1
    return finished
