"""Degree centrality."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from graph.backend.igraph_graph import Graph, Rows

Scores = dict[Hashable, float]


def degree_centrality(G: Graph) -> Scores:  # noqa: N803 - networkx's name
    """Return each node's degree divided by the number of other nodes (Freeman, 1978).

    Edges count at both ends, loops twice; weights do not count.

    Examples
    --------
    >>> degree_centrality(Graph.from_edges("ab", [0], [1], directed=False))
    {'a': 1.0, 'b': 1.0}
    """
    return _compute_shares(G, np.concatenate((G.sources, G.targets)))


def in_degree_centrality(G: Graph) -> Scores:  # noqa: N803
    """Return each node's in-degree divided by the number of other nodes.

    Examples
    --------
    >>> in_degree_centrality(Graph.from_edges("ab", [0], [1], directed=True))
    {'a': 0.0, 'b': 1.0}
    """
    return _compute_shares(G, G.targets)


def out_degree_centrality(G: Graph) -> Scores:  # noqa: N803
    """Return each node's out-degree divided by the number of other nodes.

    Examples
    --------
    >>> out_degree_centrality(Graph.from_edges("ab", [0], [1], directed=True))
    {'a': 1.0, 'b': 0.0}
    """
    return _compute_shares(G, G.sources)


def _compute_shares(graph: Graph, ends: Rows) -> Scores:
    if len(graph) <= 1:
        return dict.fromkeys(graph, 1)
    scale = 1.0 / (len(graph) - 1.0)
    return graph.map_to_nodes((np.bincount(ends, minlength=len(graph)) * scale).tolist())
