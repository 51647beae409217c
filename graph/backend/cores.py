"""Core numbers."""

from __future__ import annotations

from collections.abc import Hashable

import networkx as nx

from graph.backend.igraph_graph import Graph


def core_number(G: Graph) -> dict[Hashable, int]:  # noqa: N803 - networkx's name
    """Return the largest k for which each node is in the k-core (Batagelj & Zaversnik, 2003).

    Weights do not count; in a directed graph a pair with edges both ways counts twice.

    Raises
    ------
    networkx.NetworkXNotImplemented
        When the graph has a loop.

    Examples
    --------
    >>> core_number(Graph.from_edges("abcd", [0, 1, 2, 2], [1, 2, 0, 3], directed=False))
    {'a': 2, 'b': 2, 'c': 2, 'd': 1}
    """
    if G.has_loops:
        raise nx.NetworkXNotImplemented(
            "Input graph has self loops which is not permitted; "
            "Consider using G.remove_edges_from(nx.selfloop_edges(G))."
        )
    return G.map_to_nodes(G.igraph.coreness(mode="all"))
