"""Our side of what is measured in a process of its own, printed as JSON.

Run by the other modules: ``python -m benchmarks.ours load SMALL LARGE``.
"""

from __future__ import annotations

import inspect
import json
import sys
import time
from collections.abc import Callable

import graph
from graph.backend.igraph_graph import Graph
from graph.select.projection import Projection


def loaded(folder: str) -> graph.Network:
    """Return a folder's network, read anew even where networks are kept."""
    anew = {"cache": False} if "cache" in inspect.signature(graph.load).parameters else {}
    return graph.load(folder, **anew)  # type: ignore[arg-type] # what is not there is not given


def projected(network: graph.Network) -> Graph:
    """Return the undirected projection as the backend takes it, in columns."""
    edges = Projection().edges(network)
    rows = network.actor_numbers
    return Graph.from_edges(rows, edges.sources, edges.targets, directed=False)


def load(small: str, large: str) -> None:
    """Print how long the larger network takes, once the smaller has imported everything."""
    loaded(small)
    start = time.perf_counter()
    network = loaded(large)
    seconds = time.perf_counter() - start
    rows = len(network.actor_numbers), len(network.relation_numbers)
    print(json.dumps({"seconds": seconds, "rows": rows}))


def full(folder: str) -> None:
    """Print how many edges the full graph has."""
    print(loaded(folder).graph.number_of_edges())


def costs(small: str, large: str, source: str, target: str) -> None:
    """Print how long load, path and PageRank take, once the smaller network has warmed up."""
    import networkx as nx

    for folder, pair in ((small, None), (large, (source, target))):
        start = time.perf_counter()
        network = loaded(folder)
        read = time.perf_counter()
        if pair:
            network.path(*pair)
        found = time.perf_counter()
        nx.pagerank(projected(network), weight=None, backend="igraph")
        ranked = time.perf_counter()
    seconds = {"load": read - start, "path": found - read, "PageRank": ranked - found}
    print(json.dumps(seconds))


if __name__ == "__main__":
    ASKED: dict[str, Callable[..., None]] = {"load": load, "graph": full, "costs": costs}
    ASKED[sys.argv[1]](*sys.argv[2:])
