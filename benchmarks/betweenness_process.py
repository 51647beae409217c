"""Compute betweenness by us, by igraph alone and by our sample, in turn in a process of its own.

Run by `benchmarks.betweenness`: ``python -m benchmarks.betweenness_process SMALL LARGE ROUNDS``.
"""

from __future__ import annotations

import inspect
import json
import sys
from functools import partial
from typing import Any

import igraph

import graph
from benchmarks.betweenness import TOP
from benchmarks.explorer_process import load_fresh
from benchmarks.measures_process import measure_time
from benchmarks.peers.networkx_graph import simple_graph

EXACT: dict[str, Any] = {"exact": True}
SAMPLED: dict[str, Any] = {"exact": False}
CLOSE = 1e-9  # of the highest


def build_igraph(folder: str) -> tuple[list[str], igraph.Graph]:
    """Build the simple graph of a folder in igraph; return it after the ids of its vertices."""
    graph_of_ids = simple_graph(folder)
    ids = list(graph_of_ids)
    rows = {actor: row for row, actor in enumerate(ids)}
    edges = [(rows[source], rows[target]) for source, target in graph_of_ids.edges]
    return ids, igraph.Graph(len(ids), edges)


def measure_round(folder: str) -> tuple[list[float], float]:
    """Measure exact, igraph's and sampled betweenness; return seconds and the shared part."""
    network = load_fresh(folder)
    ids, igraph_graph = build_igraph(folder)
    ask = partial(network.centrality, "betweenness")
    exact, mine = measure_time(partial(ask, **EXACT))
    alone, yours = measure_time(igraph_graph.betweenness)
    sampled, rough = measure_time(partial(ask, **SAMPLED))
    pairs = (len(ids) - 1) * (len(ids) - 2) / 2
    theirs = {actor: value / pairs for actor, value in zip(ids, yours, strict=True)}
    allowed = CLOSE * max(theirs.values())
    scores = zip(mine.actors, mine.scores["betweenness"], strict=True)
    if any(abs(score - theirs[actor.id]) > allowed for actor, score in scores):
        sys.exit("the answers differ")
    first, again = ({actor.id for actor in answer.actors[:TOP]} for answer in (mine, rough))
    return [exact, alone, sampled], len(first & again) / TOP


def main() -> None:
    small, large, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if "exact" not in inspect.signature(graph.Network.centrality).parameters:
        sys.exit("betweenness is not sampled, and exact on one core")
    measure_round(small)
    seconds, shared = zip(*(measure_round(large) for _ in range(rounds)), strict=True)
    print(json.dumps({"seconds": seconds, "shared": shared}))


if __name__ == "__main__":
    main()
