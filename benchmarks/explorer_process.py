"""Measure the explorer in a process of its own; print JSON.

Run by the other modules: ``python -m benchmarks.explorer_process load SMALL LARGE``.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import graph
from graph.backend.igraph_graph import Graph
from graph.importing.run import import_files
from graph.importing.written import write_import
from graph.select.projection import Projection

LIMITS = graph.Limits(largest_file=4 * 2**30, most_cells=1_000_000_000)


def load_fresh(folder: str) -> graph.Network:
    """Load a folder's network without the cache, however large it is."""
    return graph.load(folder, cache=False, limits=LIMITS)


def project(network: graph.Network) -> Graph:
    """Project a network to an undirected graph of the backend, in columns."""
    edges = Projection().edges(network)
    rows = network.actor_numbers
    return Graph.from_edges(rows, edges.sources, edges.targets, directed=False)


def measure_loading(small: str, large: str) -> None:
    """Print how long the larger network takes, once the smaller has imported everything."""
    load_fresh(small)
    start = time.perf_counter()
    network = load_fresh(large)
    seconds = time.perf_counter() - start
    rows = len(network.actor_numbers), len(network.relation_numbers)
    print(json.dumps({"seconds": seconds, "rows": rows}))


def measure_importing(small: str, large: str) -> None:
    """Print how long the larger import takes, once the smaller has imported everything."""
    with tempfile.TemporaryDirectory() as made:
        _import(small, Path(made, "small"))
        start = time.perf_counter()
        rows = _import(large, Path(made, "large"))
        seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "rows": rows}))


def _import(folder: str, made: Path) -> tuple[int, int]:
    """Import two files of another program, as the command does; return what is made."""
    imported = import_files([Path(folder, "nodes.csv"), Path(folder, "edges.csv")])
    write_import(imported.files, made)
    return imported.report.actors, imported.report.relations


def count_edges(folder: str) -> None:
    """Print how many edges the full graph has."""
    print(load_fresh(folder).graph.number_of_edges())


def measure_costs(small: str, large: str, source: str, target: str) -> None:
    """Print how long load, path and PageRank take, once the smaller network has warmed up."""
    import networkx as nx

    for folder, pair in ((small, None), (large, (source, target))):
        start = time.perf_counter()
        network = load_fresh(folder)
        loaded = time.perf_counter()
        if pair:
            network.path(*pair)
        searched = time.perf_counter()
        nx.pagerank(project(network), weight=None, backend="igraph")
        ranked = time.perf_counter()
    seconds = {"load": loaded - start, "path": searched - loaded, "PageRank": ranked - searched}
    print(json.dumps(seconds))


if __name__ == "__main__":
    MEASUREMENTS: dict[str, Callable[..., None]] = {
        "load": measure_loading,
        "import": measure_importing,
        "graph": count_edges,
        "costs": measure_costs,
    }
    MEASUREMENTS[sys.argv[1]](*sys.argv[2:])
