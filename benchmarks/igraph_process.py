"""Compute measures by us and by igraph alone on one graph that is ready, in turn; print JSON.

Run by `benchmarks.measures`: ``python -m benchmarks.igraph_process FOLDER ROUNDS``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from benchmarks.explorer_process import load_fresh, project
from graph.backend.igraph_graph import Graph

QUESTIONS: Mapping[str, tuple[Callable[[Graph], Any], Callable[[Any], Any]]] = {
    "core": (
        lambda ours: nx.core_number(ours, backend="igraph"),
        lambda alone: alone.coreness(),
    ),
    "articulation": (
        lambda ours: list(nx.articulation_points(ours, backend="igraph")),
        lambda alone: alone.articulation_points(),
    ),
    "bridges": (
        lambda ours: list(nx.bridges(ours, backend="igraph")),
        lambda alone: alone.bridges(),
    ),
    "clustering": (
        lambda ours: nx.clustering(ours, backend="igraph"),
        lambda alone: alone.transitivity_local_undirected(mode="zero"),
    ),
}


def measure_time(question: Callable[[Any], Any], graph: Any) -> float:  # noqa: ANN401 - ours or igraph's
    """Measure how many seconds of processor time a question takes."""
    start = time.process_time()
    question(graph)
    return time.process_time() - start


def main() -> None:
    folder, rounds = sys.argv[1], int(sys.argv[2])
    ours = project(load_fresh(folder))
    alone = ours.igraph
    seconds = {}
    for name, (mine, yours) in QUESTIONS.items():
        times = [(measure_time(mine, ours), measure_time(yours, alone)) for _ in range(rounds + 1)]
        seconds[name] = times[1:]
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
