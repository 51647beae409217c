"""networkx: relations.csv as a simple undirected graph with every actor of actors.csv."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx


def simple_graph(folder: str) -> nx.Graph[str]:
    """Return the graph, parallel relations as one and ties to oneself left out."""
    graph: nx.Graph[str] = nx.Graph()
    with (Path(folder) / "actors.csv").open(encoding="utf-8", newline="") as file:
        graph.add_nodes_from(row["id"] for row in csv.DictReader(file))
    with (Path(folder) / "relations.csv").open(encoding="utf-8", newline="") as file:
        pairs = ((row["source"], row["target"]) for row in csv.DictReader(file))
        graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    return graph
