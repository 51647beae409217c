"""Clustering: how many of a node's neighbours are neighbours of each other.

Loops do not count. Sources: Watts & Strogatz (1998); with weights,
Saramaki et al. (2007) and Onnela et al. (2005); directed, Fagiolo (2007).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.backend.igraph_graph import Graph, Rows
from graph.backend.numeric_columns import Numbers


def triangles(G: Graph, nodes: Any = None) -> Any:  # noqa: N803, ANN401 - a node or several
    """Return how many triangles each node is in; a single number for a single node.

    Examples
    --------
    >>> triangles(Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False), "a")
    1
    """
    simple = _SimplePairs(G)
    return _select_nodes(G, _count_triangles(simple, simple.degrees).tolist(), nodes)


def _count_triangles(pairs_graph: _SimplePairs, degrees: Rows) -> Rows:
    shares = pairs_graph.graph.transitivity_local_undirected(mode="zero")
    counts: Rows = np.rint(np.array(shares, float) * degrees * (degrees - 1) / 2).astype(np.int64)
    return counts


def clustering(
    G: Graph,  # noqa: N803
    nodes: Any = None,  # noqa: ANN401 - a node or several
    weight: str | None = None,
) -> Any:  # noqa: ANN401 - a share, or one a node
    """Return the share of pairs of neighbours that have an edge; of a single node, its share.

    With weights, a triangle counts as the geometric mean of its three edges, scaled so that the
    graph's largest weight is 1. In a directed graph, a pair with edges both ways counts twice.

    Examples
    --------
    >>> clustering(Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False), "a")
    1.0
    """
    return _select_nodes(G, _compute_clustering(G, weight), nodes)


def _compute_clustering(graph: Graph, weight: str | None) -> list[float]:
    pairs_graph = _SimplePairs(graph)
    degrees = pairs_graph.degrees
    if not graph.is_directed() and weight is None:
        counts: Any = _count_triangles(pairs_graph, degrees)
    else:
        counts = pairs_graph.sum_triangles(_scale_weights(graph, weight))
    if graph.is_directed():
        arrows = pairs_graph.arrows
        pairs = arrows * (arrows - 1) - 2 * (arrows - degrees)
    else:
        pairs = degrees * (degrees - 1) / 2
    shares = np.divide(counts, pairs, out=np.zeros(len(graph)), where=counts != 0)
    return [share or 0 for share in shares.tolist()]


def _scale_weights(graph: Graph, weight: str | None) -> Numbers:
    """Return the cube root of each weight, divided by the greatest."""
    values = graph.read_column(weight)
    if weight is None or not len(values):
        return values
    if values.max() == 0:
        raise NotImplementedError("networkx divides by the greatest weight")
    roots: Numbers = np.cbrt(values / values.max())
    return roots


class _SimplePairs:
    """The pairs of different nodes that have an edge in either direction, as a simple graph."""

    def __init__(self, graph: Graph) -> None:
        import igraph

        without_loops = graph.sources != graph.targets
        self.count, self.without_loops = len(graph), without_loops
        sources, targets = graph.sources[without_loops], graph.targets[without_loops]
        self.arrows = np.bincount(np.concatenate((sources, targets)), minlength=self.count)
        keys = np.minimum(sources, targets) * self.count + np.maximum(sources, targets)
        if graph.is_directed():
            self.keys, self.pair_of = np.unique(keys, return_inverse=True)
        else:
            self.keys, self.pair_of = keys, np.arange(len(keys))
        if not graph.is_directed() and without_loops.all():
            self.graph = graph.igraph
        else:
            low, high = np.divmod(self.keys, max(self.count, 1))
            ends = list(zip(low.tolist(), high.tolist(), strict=True))
            self.graph = igraph.Graph(self.count, ends)

    @property
    def degrees(self) -> Rows:
        """The number of neighbours of each row."""
        return np.array(self.graph.degree(loops=False), dtype=np.int64)

    def sum_triangles(self, strengths: Numbers) -> Numbers:
        """Sum the products of the edges over each row's triangles."""
        pairs = np.bincount(self.pair_of, strengths[self.without_loops], minlength=len(self.keys))
        order = np.argsort(self.keys)
        keys, pairs = self.keys[order], pairs[order]
        corners = np.sort(np.array(self.graph.list_triangles(), dtype=np.int64).reshape(-1, 3))
        first, second, third = corners.T
        product = np.ones(len(corners))
        for low, high in ((first, second), (first, third), (second, third)):
            product *= pairs[np.searchsorted(keys, low * self.count + high)]
        corner, share = corners.ravel(), np.repeat(product, 3)
        sums: Numbers = np.bincount(corner, share, minlength=self.count).astype(np.float64)
        return sums


def _select_nodes(graph: Graph, values: list[Any], nodes: Any) -> Any:  # noqa: ANN401 - a node or several
    if nodes is None:
        return graph.map_to_nodes(values)
    if nodes in graph:
        return values[graph.positions[nodes]]
    return {node: values[graph.positions[node]] for node in graph.nbunch_iter(nodes)}


def average_clustering(
    G: Graph,  # noqa: N803
    nodes: Any = None,  # noqa: ANN401 - nodes
    weight: str | None = None,
    count_zeros: bool = True,  # noqa: FBT001, FBT002 - networkx's signature
) -> float:
    """Return the mean of `clustering` over nodes, or over those where it is not 0.

    Raises
    ------
    ZeroDivisionError
        When there are no nodes to average over.

    Examples
    --------
    >>> average_clustering(Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False))
    1.0
    """
    shares = clustering(G, nodes, weight).values()
    counted = [share for share in shares if count_zeros or abs(share) > 0]
    return float(sum(counted) / len(counted))


def transitivity(G: Graph) -> float:  # noqa: N803
    """Return the share of paths of two edges that a third closes (Newman et al., 2002).

    Raises
    ------
    NotImplementedError
        When the graph is directed, for which networkx has a rule of its own.

    Examples
    --------
    >>> transitivity(Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False))
    1.0
    """
    if G.is_directed():
        raise NotImplementedError("networkx has a rule of its own for directed graphs")
    pairs_graph = _SimplePairs(G)
    degrees = pairs_graph.degrees
    closed = 2 * int(_count_triangles(pairs_graph, degrees).sum())
    return closed / int((degrees * (degrees - 1)).sum()) if closed else 0
