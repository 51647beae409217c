"""How many of a node's neighbours are neighbours of each other.

An edge from a node to itself counts nowhere. Sources: Watts & Strogatz (1998); with weights,
Saramaki et al. (2007) and Onnela et al. (2005); directed, Fagiolo (2007).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.backend.igraph_graph import Graph, Numbers, Rows


def triangles(G: Graph, nodes: Any = None) -> Any:  # noqa: N803, ANN401 - a node or several
    """Return how many triangles each node is in; of a single node, its number.

    Examples
    --------
    >>> triangles(Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False), "a")
    1
    """
    simple = _Ties(G)
    return _chosen(G, _whole_triangles(simple, simple.degrees).tolist(), nodes)


def _whole_triangles(ties: _Ties, degrees: Rows) -> Rows:
    shares = ties.graph.transitivity_local_undirected(mode="zero")
    counts: Rows = np.rint(np.array(shares, float) * degrees * (degrees - 1) / 2).astype(np.int64)
    return counts


def clustering(
    G: Graph,  # noqa: N803
    nodes: Any = None,  # noqa: ANN401 - a node or several
    weight: str | None = None,
) -> Any:  # noqa: ANN401 - a share, or one a node
    """Return the share of pairs of neighbours that are tied; of a single node, its share.

    With weights, a triangle counts as the geometric mean of its three edges', the largest of the
    graph being 1. Directed, a pair both ways counts twice.

    Examples
    --------
    >>> clustering(Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False), "a")
    1.0
    """
    return _chosen(G, _clustering(G, weight), nodes)


def _clustering(graph: Graph, weight: str | None) -> list[float]:
    ties = _Ties(graph)
    degrees = ties.degrees
    if not graph.is_directed() and weight is None:
        counts: Any = _whole_triangles(ties, degrees)
    else:
        counts = ties.triangle_sums(_strengths(graph, weight))
    if graph.is_directed():
        arrows = ties.arrows
        pairs = arrows * (arrows - 1) - 2 * (arrows - degrees)
    else:
        pairs = degrees * (degrees - 1) / 2
    shares = np.divide(counts, pairs, out=np.zeros(len(graph)), where=counts != 0)
    return [share or 0 for share in shares.tolist()]


def _strengths(graph: Graph, weight: str | None) -> Numbers:
    """Return the cube root of each edge's share of the greatest weight."""
    values = graph.column(weight)
    if weight is None or not len(values):
        return values
    if values.max() == 0:
        raise NotImplementedError("networkx divides by the greatest weight")
    roots: Numbers = np.cbrt(values / values.max())
    return roots


class _Ties:
    """Pairs of different nodes that an edge joins in either direction, as a simple graph."""

    def __init__(self, graph: Graph) -> None:
        import igraph

        between = graph.sources != graph.targets
        self.count, self.between = len(graph), between
        sources, targets = graph.sources[between], graph.targets[between]
        self.arrows = np.bincount(np.concatenate((sources, targets)), minlength=self.count)
        keys = np.minimum(sources, targets) * self.count + np.maximum(sources, targets)
        if graph.is_directed():
            self.keys, self.pair_of = np.unique(keys, return_inverse=True)
        else:
            self.keys, self.pair_of = keys, np.arange(len(keys))
        if not graph.is_directed() and between.all():
            self.graph = graph.igraph
        else:
            low, high = np.divmod(self.keys, max(self.count, 1))
            ends = list(zip(low.tolist(), high.tolist(), strict=True))
            self.graph = igraph.Graph(self.count, ends)

    @property
    def degrees(self) -> Rows:
        """How many others each row is tied to."""
        return np.array(self.graph.degree(loops=False), dtype=np.int64)

    def triangle_sums(self, strengths: Numbers) -> Numbers:
        """Return for each row the sum, over its triangles, of the product of their edges."""
        pairs = np.bincount(self.pair_of, strengths[self.between], minlength=len(self.keys))
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


def _chosen(graph: Graph, values: list[Any], nodes: Any) -> Any:  # noqa: ANN401 - a node or several
    if nodes is None:
        return graph.by_node(values)
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
    ties = _Ties(G)
    degrees = ties.degrees
    closed = 2 * int(_whole_triangles(ties, degrees).sum())
    return closed / int((degrees * (degrees - 1)).sum()) if closed else 0
