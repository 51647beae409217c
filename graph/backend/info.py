"""The information about the backend that networkx reads when it is imported."""

from __future__ import annotations

from typing import Any

FUNCTIONS: dict[str, str] = {
    "all_pairs_shortest_path_length": "",
    "articulation_points": "In the order of the nodes.",
    "average_clustering": "",
    "betweenness_centrality": "On lengths with rounded sums, see `rounded_ties`.",
    "biconnected_components": "",
    "bridges": "Of the whole graph.",
    "closeness_centrality": "",
    "clustering": "",
    "connected_components": "",
    "core_number": "",
    "degree_centrality": "",
    "dijkstra_path": "",
    "dijkstra_path_length": "",
    "edge_betweenness_centrality": "Not sampled; see `rounded_ties`.",
    "eigenvector_centrality": "",
    "harmonic_centrality": "From all sources.",
    "has_bridges": "",
    "hits": "",
    "in_degree_centrality": "",
    "is_biconnected": "",
    "is_connected": "",
    "is_strongly_connected": "",
    "is_weakly_connected": "",
    "katz_centrality": "",
    "leiden_communities": "All levels.",
    "louvain_communities": "Undirected; the best of several tries in small graphs.",
    "modularity": "",
    "node_connected_component": "",
    "number_connected_components": "",
    "number_strongly_connected_components": "",
    "number_weakly_connected_components": "",
    "out_degree_centrality": "",
    "pagerank": "",
    "single_source_dijkstra": "To all targets.",
    "single_source_dijkstra_path": "",
    "single_source_dijkstra_path_length": "",
    "single_source_shortest_path_length": "",
    "strongly_connected_components": "",
    "transitivity": "Undirected.",
    "triangles": "",
    "weakly_connected_components": "",
}


def get_info() -> dict[str, Any]:
    """Return the backend's name, functions and settings in networkx's form.

    Examples
    --------
    >>> get_info()["backend_name"]
    'igraph'
    """
    return {
        "backend_name": "igraph",
        "project": "actor-explorer",
        "package": "graph.backend",
        "short_summary": "Measures of simple graphs by igraph, from columns or networkx graphs.",
        "default_config": {"rounded_ties": False},
        "functions": {
            name: {"additional_docs": note} if note else {} for name, note in FUNCTIONS.items()
        },
    }
