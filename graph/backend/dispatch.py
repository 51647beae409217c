"""Decide which calls the backend takes: those that it answers as networkx does, but faster."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

LENGTHS = ("weight", "distance")  # networkx's names for the argument

# networkx answers these faster than its graph is converted to columns.
QUICK = frozenset(
    {
        "biconnected_components",
        "connected_components",
        "degree_centrality",
        "dijkstra_path",
        "dijkstra_path_length",
        "in_degree_centrality",
        "is_biconnected",
        "is_connected",
        "is_strongly_connected",
        "is_weakly_connected",
        "modularity",
        "node_connected_component",
        "number_connected_components",
        "number_weakly_connected_components",
        "out_degree_centrality",
        "single_source_dijkstra",
        "single_source_dijkstra_path",
        "single_source_dijkstra_path_length",
        "single_source_shortest_path_length",
        "strongly_connected_components",
        "weakly_connected_components",
    }
)


UNDIRECTED = frozenset({"leiden_communities", "louvain_communities", "transitivity"})


def can_run(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool | str:
    """Return True, or why networkx must answer: a multigraph, or lengths by a function.

    Calls that are refused because of values, such as negative lengths, raise
    `NotImplementedError` later.

    Examples
    --------
    >>> import networkx as nx
    >>> can_run("pagerank", [nx.MultiGraph()], {})
    'a multigraph may have several edges a pair'
    """
    graph = args[0] if args else kwargs.get("G")
    if graph is None or graph.is_multigraph():
        return "a multigraph may have several edges a pair"
    # A node may be a function, too; a length is an argument by name or by position.
    lengths = [kwargs[given] for given in LENGTHS if given in kwargs]
    if any(map(callable, [*lengths, *args[1:]])):
        return "igraph reads lengths from columns, and calls no function"
    if name in {"bridges", "has_bridges"} and any(
        root is not None for root in (*args[1:], kwargs.get("root"))
    ):
        return "bridges of one component are networkx's"
    if graph.is_directed() and name in UNDIRECTED:
        return "igraph does so in undirected graphs only"
    return True


def should_run(name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool | str:
    """Return True, or why networkx is faster: converting its graph would take longer.

    Examples
    --------
    >>> import networkx as nx
    >>> should_run("degree_centrality", [nx.path_graph(3)], {})
    'converting the graph takes longer than the answer'
    """
    graph = args[0] if args else kwargs["G"]
    if name not in QUICK or getattr(graph, "__networkx_backend__", None) == "igraph":
        return True
    cached = getattr(graph, "__networkx_cache__", None) or {}
    if cached.get("backends", {}).get("igraph"):
        return True
    return "converting the graph takes longer than the answer"
