"""Betweenness by us, by igraph alone and by our sample, in turn in a process of its own.

Run by `benchmarks.betweenness`: ``python -m benchmarks.between SMALL LARGE ROUNDS``.
"""

from __future__ import annotations

import inspect
import json
import sys
from functools import partial
from typing import Any

import igraph

import graph
from benchmarks.beside import timed
from benchmarks.betweenness import TOP
from benchmarks.ours import loaded
from benchmarks.peers.networkx_graph import simple_graph

EXACT: dict[str, Any] = {"exact": True}
SAMPLED: dict[str, Any] = {"exact": False}
CLOSE = 1e-9  # of the highest


def ready_graph(folder: str) -> tuple[list[str], igraph.Graph]:
    """Return the ids of the actors, and the simple graph of their rows as igraph has it."""
    ties = simple_graph(folder)
    ids = list(ties)
    rows = {actor: row for row, actor in enumerate(ids)}
    edges = [(rows[source], rows[target]) for source, target in ties.edges]
    return ids, igraph.Graph(len(ids), edges)


def once(folder: str) -> tuple[list[float], float]:
    """Return the seconds of exact, igraph's and sampled betweenness, and how much is shared."""
    network = loaded(folder)
    ids, ready = ready_graph(folder)
    asked = partial(network.centrality, "betweenness")
    exact, mine = timed(partial(asked, **EXACT))
    alone, yours = timed(ready.betweenness)
    sampled, rough = timed(partial(asked, **SAMPLED))
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
    once(small)
    seconds, shared = zip(*(once(large) for _ in range(rounds)), strict=True)
    print(json.dumps({"seconds": seconds, "shared": shared}))


if __name__ == "__main__":
    main()
