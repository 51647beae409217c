"""The backend as networkx loads it: a name for each function that it may call.

networkx looks up the functions here by name, asks `can_run` and `should_run` before a
call, and converts graphs by `convert_from_nx` and `convert_to_nx`.
"""

from __future__ import annotations

from graph.backend.centrality import (
    betweenness_centrality,
    closeness_centrality,
    edge_betweenness_centrality,
    harmonic_centrality,
)
from graph.backend.clustering import average_clustering, clustering, transitivity, triangles
from graph.backend.communities import leiden_communities, louvain_communities, modularity
from graph.backend.components import (
    articulation_points,
    biconnected_components,
    bridges,
    connected_components,
    has_bridges,
    is_biconnected,
    is_connected,
    is_strongly_connected,
    is_weakly_connected,
    node_connected_component,
    number_connected_components,
    number_strongly_connected_components,
    number_weakly_connected_components,
    strongly_connected_components,
    weakly_connected_components,
)
from graph.backend.conversion import convert_from_nx, convert_to_nx
from graph.backend.cores import core_number
from graph.backend.degrees import degree_centrality, in_degree_centrality, out_degree_centrality
from graph.backend.dispatch import can_run, should_run
from graph.backend.exemptions import on_start_tests
from graph.backend.link_analysis import eigenvector_centrality, hits, katz_centrality, pagerank
from graph.backend.shortest_paths import (
    all_pairs_shortest_path_length,
    dijkstra_path,
    dijkstra_path_length,
    single_source_dijkstra,
    single_source_dijkstra_path,
    single_source_dijkstra_path_length,
    single_source_shortest_path_length,
)

__all__ = [
    "all_pairs_shortest_path_length",
    "articulation_points",
    "average_clustering",
    "betweenness_centrality",
    "biconnected_components",
    "bridges",
    "can_run",
    "closeness_centrality",
    "clustering",
    "connected_components",
    "convert_from_nx",
    "convert_to_nx",
    "core_number",
    "degree_centrality",
    "dijkstra_path",
    "dijkstra_path_length",
    "edge_betweenness_centrality",
    "eigenvector_centrality",
    "harmonic_centrality",
    "has_bridges",
    "hits",
    "in_degree_centrality",
    "is_biconnected",
    "is_connected",
    "is_strongly_connected",
    "is_weakly_connected",
    "katz_centrality",
    "leiden_communities",
    "louvain_communities",
    "modularity",
    "node_connected_component",
    "number_connected_components",
    "number_strongly_connected_components",
    "number_weakly_connected_components",
    "on_start_tests",
    "out_degree_centrality",
    "pagerank",
    "should_run",
    "single_source_dijkstra",
    "single_source_dijkstra_path",
    "single_source_dijkstra_path_length",
    "single_source_shortest_path_length",
    "strongly_connected_components",
    "transitivity",
    "triangles",
    "weakly_connected_components",
]
