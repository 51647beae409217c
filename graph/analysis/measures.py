"""Compute each measure on a projection, most of them by networkx.

`graph.analysis.facts` says what they mean; `graph.analysis.centrality` is the module to call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from graph.analysis.eigenvector import compute_eigenvector
from graph.analysis.local_measures import LOCAL_MEASURES
from graph.analysis.signed_centrality import compute_pn
from graph.analysis.small_betweenness import compute_betweenness, list_neighbours
from graph.errors import QuestionError
from graph.names import suggest
from graph.select.projection import Projection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.select.selection import Selection

PAGERANK_TOLERANCE = 1e-13
MOST_ITERATIONS = 100_000

Scores = Mapping[int, float]


def _count_neighbours(network: Selection, projection: Projection) -> Scores:
    edges = projection.edges(network)
    return _sum_at_ends(network, edges.sources, edges.targets)


def _count_predecessors(network: Selection, projection: Projection) -> Scores:
    return _sum_at_ends(network, projection.edges(network).targets)


def _count_successors(network: Selection, projection: Projection) -> Scores:
    return _sum_at_ends(network, projection.edges(network).sources)


def _sum_weights(network: Selection, projection: Projection) -> Scores:
    edges = projection.edges(network)
    return _sum_at_ends(network, edges.sources, edges.targets, weights=edges.weights)


def _sum_received(network: Selection, projection: Projection) -> Scores:
    edges = projection.edges(network)
    return _sum_at_ends(network, edges.targets, weights=edges.weights)


def _sum_given(network: Selection, projection: Projection) -> Scores:
    edges = projection.edges(network)
    return _sum_at_ends(network, edges.sources, weights=edges.weights)


def _sum_at_ends(
    network: Selection, *ends: NDArray[np.int64], weights: NDArray[np.float64] | None = None
) -> Scores:
    """Return how many of these ends each actor is, or the weight of the edges there."""
    import numpy as np

    size = len(network.columns.actors)
    counts = [np.bincount(each, weights, minlength=size) for each in ends]
    totals = np.sum(counts, axis=0).tolist()
    return {row: totals[row] for row in network.actor_numbers}


def _compute_betweenness(network: Selection, projection: Projection) -> Scores:
    if not projection.weighted:
        return _compute_unweighted_betweenness(network, projection)
    import networkx as nx

    return nx.betweenness_centrality(projection.graph(network), weight="distance")


def _compute_unweighted_betweenness(network: Selection, projection: Projection) -> Scores:
    edges = projection.edges(network)
    place_of = {row: place for place, row in enumerate(network.actor_numbers)}
    ends = (
        (place_of[source], place_of[target])
        for source, target in zip(edges.sources.tolist(), edges.targets.tolist(), strict=True)
    )
    neighbours = list_neighbours(len(place_of), ends, directed=projection.directed)
    return dict(zip(place_of, compute_betweenness(neighbours), strict=True))


def _compute_closeness(network: Selection, projection: Projection) -> Scores:
    import networkx as nx

    distance = "distance" if projection.weighted else None
    return nx.closeness_centrality(projection.graph(network), distance=distance)


def _compute_harmonic(network: Selection, projection: Projection) -> Scores:
    import networkx as nx

    distance = "distance" if projection.weighted else None
    return nx.harmonic_centrality(projection.graph(network), distance=distance)


def _compute_eigenvector(network: Selection, projection: Projection) -> Scores:
    import numpy as np
    from scipy import sparse

    edges, size = projection.edges(network), len(network.columns.actors)
    weights = edges.weights if projection.weighted else np.ones(len(edges.sources))
    matrix = sparse.csr_array((weights, edges[:2]), shape=(size, size))
    matrix = matrix if projection.directed else (matrix + matrix.T).tocsr()
    scores = compute_eigenvector(matrix, directed=projection.directed).tolist()
    return {row: scores[row] for row in network.actor_numbers}


def _compute_pn(network: Selection, projection: Projection) -> Scores:
    scores = compute_pn(network, projection).tolist()
    return dict(zip(network.actor_numbers, scores, strict=True))


def _compute_pagerank(network: Selection, projection: Projection) -> Scores:
    import networkx as nx

    graph = projection.graph(network)
    if not graph:
        return {}
    weight = "weight" if projection.weighted else None
    return nx.pagerank(graph, tol=PAGERANK_TOLERANCE, max_iter=MOST_ITERATIONS, weight=weight)


MEASURES: Mapping[str, Callable[[Selection, Projection], Scores]] = {
    "degree": _count_neighbours,
    "in_degree": _count_predecessors,
    "out_degree": _count_successors,
    "weighted_degree": _sum_weights,
    "weighted_in_degree": _sum_received,
    "weighted_out_degree": _sum_given,
    "betweenness": _compute_betweenness,
    "closeness": _compute_closeness,
    "harmonic": _compute_harmonic,
    "eigenvector": _compute_eigenvector,
    "pagerank": _compute_pagerank,
    "pn": _compute_pn,
    **LOCAL_MEASURES,
}


def resolve_measure(name: str) -> str:
    """Return the id of the measure that a name means; an unknown name is returned unchanged.

    Pages and pictures write names as words, so blanks, hyphens and capitals make no difference.

    Examples
    --------
    >>> [resolve_measure(name) for name in ("weighted degree", "PageRank", "Harmonic closeness")]
    ['weighted_degree', 'pagerank', 'harmonic']
    """
    word = "".join(re.split(r"[\s_-]+", name.casefold())).removesuffix("centrality")
    for measure in MEASURES:
        if measure.replace("_", "") in (word, word.removesuffix("closeness")):
            return measure
    return name


def resolve_measures(names: Iterable[str]) -> list[str]:
    """Return the ids of the measures that some names mean, each once; of no names all.

    Raises
    ------
    QuestionError
        When a measure does not exist, with the nearest.

    Examples
    --------
    >>> resolve_measures(["PageRank", "pagerank", "in-degree"])
    ['pagerank', 'in_degree']
    """
    names = list(names)
    if any(not isinstance(name, str) for name in names):
        what = "A measure is a text. Give several one by one: centrality('degree', 'pagerank')."
        raise QuestionError("centrality", what)
    resolved = list(dict.fromkeys(map(resolve_measure, names))) or list(MEASURES)
    problems = []
    for name in resolved:
        if name not in MEASURES:
            hint = suggest.suggest_word(name, list(MEASURES))
            hint = hint or f"There are: {', '.join(MEASURES)}."
            problems.append(f"{name!r} is not a measure. {hint}")
    if problems:
        raise QuestionError("centrality", " ".join(problems))
    return resolved
