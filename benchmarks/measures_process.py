"""Compute measures by us and by networkx in turn, in a process of its own; print JSON.

Run by `benchmarks.measures`: ``python -m benchmarks.measures_process FOLDER ROUNDS``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import networkx as nx

from benchmarks.explorer_process import load_fresh, project
from benchmarks.measures import NAMES
from benchmarks.peers.networkx_graph import simple_graph

Question = Callable[..., Any]  # takes a graph and the keyword `backend`, as networkx's functions
CLOSE = 1e-4  # of the greatest value; networkx's PageRank is about this exact


def _find_articulation_points(graph: nx.Graph[Any], *, backend: str) -> Any:  # noqa: ANN401
    return dict.fromkeys(nx.articulation_points(graph, backend=backend), 1.0)


def _find_bridges(graph: nx.Graph[Any], *, backend: str) -> Any:  # noqa: ANN401
    return list(nx.bridges(graph, backend=backend))


QUESTIONS: tuple[Question, ...] = (
    partial(nx.pagerank, weight=None),
    nx.core_number,
    _find_articulation_points,
    _find_bridges,
    nx.clustering,
)
LOUVAIN: Question = partial(nx.community.louvain_communities, weight=None)


def _ask_all(graph: nx.Graph[Any], *, backend: str) -> None:
    """Compute all measures on a single graph, which is converted once."""
    for question in QUESTIONS:
        question(graph, backend=backend)
    LOUVAIN(graph, seed=1, backend=backend)


def measure_time(question: Callable[[], Any]) -> tuple[float, Any]:
    """Measure how many seconds a question takes; return them and the answer."""
    start = time.perf_counter()
    answer = question()
    return time.perf_counter() - start, answer


class BothSides:
    """A network as we load it, and as a graph of networkx."""

    def __init__(self, folder: str) -> None:
        self.network, self.simple_graph = load_fresh(folder), simple_graph(folder)
        self.ids = [actor.id for actor in self.network.actor_rows]

    def ask(self, question: Question) -> tuple[tuple[float, float], Any, Any]:
        """Ask both sides; return their seconds and their answers."""
        ours, mine = measure_time(lambda: question(project(self.network), backend="igraph"))
        theirs, yours = measure_time(lambda: question(self.simple_graph, backend="networkx"))
        return (ours, theirs), mine, yours

    def check_answers(self, name: str, mine: Any, yours: Any) -> None:  # noqa: ANN401 - values or pairs
        """Exit when the two answers differ."""
        if isinstance(mine, Mapping):
            by_id = {self.ids[row]: value for row, value in mine.items()}
            same = by_id.keys() == yours.keys() and _is_close(by_id, yours)
        else:
            pairs = {frozenset(self.ids[row] for row in pair) for pair in mine}
            same = pairs == set(map(frozenset, yours))
        if not same:
            sys.exit(f"{name}: the answers differ")

    def compute_modularity(self, mine: Any, yours: Any) -> list[float]:  # noqa: ANN401 - sets of nodes
        """Compute the modularity of both partitions, by networkx on its own graph."""
        by_id = [{self.ids[row] for row in group} for group in mine]
        return [nx.community.modularity(self.simple_graph, groups) for groups in (by_id, yours)]


def _is_close(mine: Mapping[str, float], yours: Mapping[str, float]) -> bool:
    allowed = CLOSE * max(yours.values(), default=0)
    return all(abs(value - yours[actor]) <= allowed for actor, value in mine.items())


def main() -> None:
    folder, rounds = sys.argv[1], int(sys.argv[2])
    if "igraph" not in nx.config.backends:
        sys.exit("networkx finds no backend with the name igraph")
    both, *(*names, communities, together) = BothSides(folder), *NAMES
    seconds: dict[str, list[tuple[float, float]]] = {}
    for name, question in zip(names, QUESTIONS, strict=True):
        first, *rest = [both.ask(question) for _ in range(rounds + 1)]
        both.check_answers(name, *first[1:])
        seconds[name] = [times for times, _, _ in rest]
    partitions = [both.ask(partial(LOUVAIN, seed=turn)) for turn in range(rounds + 1)][1:]
    seconds[communities] = [times for times, _, _ in partitions]
    seconds[together] = [both.ask(_ask_all)[0] for _ in range(rounds + 1)][1:]
    modularity = [both.compute_modularity(mine, yours) for _, mine, yours in partitions]
    print(json.dumps({"seconds": seconds, "modularity": modularity}))


if __name__ == "__main__":
    main()
