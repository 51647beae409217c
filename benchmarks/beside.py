"""Measures taken by us and by networkx in turn, in a process of its own, printed as JSON.

Run by `benchmarks.measures`: ``python -m benchmarks.beside FOLDER ROUNDS``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import networkx as nx

from benchmarks.measures import NAMES
from benchmarks.ours import loaded
from benchmarks.peers.networkx_graph import simple_graph
from graph.projection import Projection

Ask = Callable[..., Any]  # a networkx function, or what calls one: (graph, *, backend)
CLOSE = 1e-4  # of the greatest value; networkx's PageRank stops when it is about so near


def _articulation(ties: nx.Graph[Any], *, backend: str) -> Any:  # noqa: ANN401
    return dict.fromkeys(nx.articulation_points(ties, backend=backend), 1.0)


def _bridges(ties: nx.Graph[Any], *, backend: str) -> Any:  # noqa: ANN401
    return list(nx.bridges(ties, backend=backend))


ASK: tuple[Ask, ...] = (
    partial(nx.pagerank, weight=None),
    nx.core_number,
    _articulation,
    _bridges,
    nx.clustering,
)


def timed(ask: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds that a question takes, and its answer."""
    start = time.perf_counter()
    answer = ask()
    return time.perf_counter() - start, answer


class Both:
    """One network, on our side as it was loaded, on networkx's as a graph that is ready."""

    def __init__(self, folder: str) -> None:
        self.network, self.ready = loaded(folder), simple_graph(folder)
        self.ids = [actor.id for actor in self.network.actor_rows]

    def asked(self, ask: Ask) -> tuple[tuple[float, float], Any, Any]:
        """Return the seconds of both sides, and their answers."""
        ours, mine = timed(lambda: ask(Projection().graph(self.network), backend="igraph"))
        theirs, yours = timed(lambda: ask(self.ready, backend="networkx"))
        return (ours, theirs), mine, yours

    def check(self, name: str, mine: Any, yours: Any) -> None:  # noqa: ANN401 - values or pairs
        """Leave the process when the two answers differ."""
        if isinstance(mine, Mapping):
            named = {self.ids[row]: value for row, value in mine.items()}
            same = named.keys() == yours.keys() and _near(named, yours)
        else:
            pairs = {frozenset(self.ids[row] for row in pair) for pair in mine}
            same = pairs == set(map(frozenset, yours))
        if not same:
            sys.exit(f"{name}: the answers differ")

    def modularity(self, mine: Any, yours: Any) -> list[float]:  # noqa: ANN401 - sets of nodes
        """Return the modularity of both divisions, by networkx on its own graph."""
        named = [{self.ids[row] for row in group} for group in mine]
        return [nx.community.modularity(self.ready, groups) for groups in (named, yours)]


def _near(mine: Mapping[str, float], yours: Mapping[str, float]) -> bool:
    allowed = CLOSE * max(yours.values(), default=0)
    return all(abs(value - yours[actor]) <= allowed for actor, value in mine.items())


def main() -> None:
    folder, rounds = sys.argv[1], int(sys.argv[2])
    if "igraph" not in nx.config.backends:
        sys.exit("networkx finds no backend named igraph")
    both, *(*names, last) = Both(folder), *NAMES
    seconds: dict[str, list[tuple[float, float]]] = {}
    for name, ask in zip(names, ASK, strict=True):
        first, *rest = [both.asked(ask) for _ in range(rounds + 1)]
        both.check(name, *first[1:])
        seconds[name] = [taken for taken, _, _ in rest]
    louvain = partial(nx.community.louvain_communities, weight=None)
    found = [both.asked(partial(louvain, seed=turn)) for turn in range(rounds + 1)][1:]
    seconds[last] = [taken for taken, _, _ in found]
    modularity = [both.modularity(mine, yours) for _, mine, yours in found]
    print(json.dumps({"seconds": seconds, "modularity": modularity}))


if __name__ == "__main__":
    main()
