"""Measures of an actor's surroundings: clustering, triangles, core number, articulation.

They say how an actor is placed among its neighbours rather than how central it is. All are taken
without direction and weights, by networkx; `graph.analysis.facts.local_facts` says what they mean.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import networkx as nx

    from graph.select.projection import Projection
    from graph.select.selection import Selection

    Measure = Callable[["nx.Graph[int]"], Mapping[int, float]]


def _compute_clustering(graph: nx.Graph[int]) -> Mapping[int, float]:
    import networkx as nx

    scores: Any = nx.clustering(graph)
    return cast("Mapping[int, float]", scores)


def _count_triangles(graph: nx.Graph[int]) -> Mapping[int, float]:
    import networkx as nx

    counts: Any = nx.triangles(graph)
    return cast("Mapping[int, float]", counts)


def _find_core_numbers(graph: nx.Graph[int]) -> Mapping[int, float]:
    import networkx as nx

    return nx.core_number(graph)


def _count_parts_without(graph: nx.Graph[int]) -> Mapping[int, float]:
    """Return how many more components there are without each actor.

    It is in one biconnected component for each part that it holds together.
    """
    import networkx as nx

    parts: Any = nx.biconnected_components(graph)
    counts: Counter[int] = Counter(row for part in parts for row in part)
    return {row: max(counts[row] - 1, 0) for row in graph}


_FUNCTIONS: Mapping[str, Measure] = {
    "clustering": _compute_clustering,
    "triangles": _count_triangles,
    "core_number": _find_core_numbers,
    "articulation": _count_parts_without,
}

LOCAL = frozenset(_FUNCTIONS)
"""Measures that depend neither on direction nor on weights."""


def _measure(name: str) -> Callable[[Selection, Projection], Mapping[int, float]]:
    def measure(network: Selection, projection: Projection) -> Mapping[int, float]:
        return _FUNCTIONS[name](projection.graph(network))

    return measure


LOCAL_MEASURES = {name: _measure(name) for name in _FUNCTIONS}
"""By name what computes each of them, as in `graph.analysis.measures.MEASURES`."""
