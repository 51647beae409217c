"""To what share of the others each node is tied."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from graph.backend.igraph_graph import Graph, Rows

Scores = dict[Hashable, float]


def degree_centrality(G: Graph) -> Scores:  # noqa: N803 - networkx's name
    """Return each node's degree over the number of others (Freeman, 1978).

    Arrows count at both ends, an edge to oneself twice; weights do not count.

    Examples
    --------
    >>> degree_centrality(Graph.from_edges("ab", [0], [1], directed=False))
    {'a': 1.0, 'b': 1.0}
    """
    return _shares(G, np.concatenate((G.sources, G.targets)))


def in_degree_centrality(G: Graph) -> Scores:  # noqa: N803
    """Return how many arrows point to each node, over the number of others.

    Examples
    --------
    >>> in_degree_centrality(Graph.from_edges("ab", [0], [1], directed=True))
    {'a': 0.0, 'b': 1.0}
    """
    return _shares(G, G.targets)


def out_degree_centrality(G: Graph) -> Scores:  # noqa: N803
    """Return how many arrows start from each node, over the number of others.

    Examples
    --------
    >>> out_degree_centrality(Graph.from_edges("ab", [0], [1], directed=True))
    {'a': 1.0, 'b': 0.0}
    """
    return _shares(G, G.sources)


def _shares(graph: Graph, ends: Rows) -> Scores:
    if len(graph) <= 1:
        return dict.fromkeys(graph, 1)
    scale = 1.0 / (len(graph) - 1.0)
    return graph.by_node((np.bincount(ends, minlength=len(graph)) * scale).tolist())
