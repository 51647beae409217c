"""Compute each measure on a projection, most of them by networkx.

`graph.analysis.centrality` describes them and is the module to call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.errors import QuestionError
from graph.select.projection import Projection

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    from graph.select.selection import Selection

PAGERANK_TOLERANCE = 1e-13
SMALL_COMPONENT = 100  # actors; up to here a dense matrix is quicker and more exact
MIDDLING = 2_500  # actors; up to here a search for an eigenvector may go on until it settles
MOST_RESTARTS = 100  # of this search in larger ones; networks that are not very long need few
MOST_ITERATIONS = 100_000

Scores = Mapping[int, float]


def _count_neighbours(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    edges = Projection().edges(network)
    return _sum_at_ends(network, edges.sources, edges.targets)


def _count_predecessors(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    return _sum_at_ends(network, Projection(directed=True).edges(network).targets)


def _count_successors(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    return _sum_at_ends(network, Projection(directed=True).edges(network).sources)


def _sum_weights(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    edges = Projection().edges(network)
    return _sum_at_ends(network, edges.sources, edges.targets, weights=edges.weights)


def _sum_at_ends(
    network: Selection, *ends: NDArray[np.int64], weights: NDArray[np.float64] | None = None
) -> Scores:
    """Return how many of these ends each actor is, or the weight of the edges there."""
    import numpy as np

    size = len(network.columns.actors)
    counts = [np.bincount(each, weights, minlength=size) for each in ends]
    totals = np.sum(counts, axis=0).tolist()
    return {row: totals[row] for row in network.actor_numbers}


def _compute_betweenness(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.betweenness_centrality(graph, weight="distance" if projection.weighted else None)


def _compute_closeness(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.closeness_centrality(graph, distance="distance" if projection.weighted else None)


def _compute_harmonic(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.harmonic_centrality(graph, distance="distance" if projection.weighted else None)


def _compute_eigenvector(network: Selection, projection: Projection, __: nx.Graph[int]) -> Scores:
    import numpy as np
    from scipy import sparse

    edges, size = projection.edges(network), len(network.columns.actors)
    weights = edges.weights if projection.weighted else np.ones(len(edges.sources))
    matrix = sparse.csr_array((weights, edges[:2]), shape=(size, size))
    matrix = matrix if projection.directed else matrix + matrix.T
    scores = dict.fromkeys(network.actor_numbers, 0.0)
    component = _find_largest_component(matrix)
    if len(component) > 1:
        within = matrix[component][:, component]
        vector = _compute_leading_vector(within.T / within.max())
        scores |= zip(component.tolist(), vector, strict=True)
    return scores


def _compute_leading_vector(matrix: sparse.sparray) -> Sequence[float]:
    """Return the positive eigenvector of a connected component's matrix, of length 1.

    networkx's own power iteration does not end on long paths, and stops too early where weights
    are far below 1. The start vector is fixed, so that every run gives the same.
    """
    import numpy as np
    from scipy.sparse.linalg import ArpackNoConvergence, eigs

    size = matrix.shape[0]
    if size <= SMALL_COMPONENT:
        values, vectors = np.linalg.eig(matrix.toarray())
        leading = vectors[:, np.argmax(values.real)].real
    else:
        most = None if size <= MIDDLING else MOST_RESTARTS
        try:
            vectors = eigs(matrix, k=1, which="LR", v0=np.ones(size), maxiter=most)[1]
        except ArpackNoConvergence as error:
            message = f"eigenvector of {size:,} actors does not settle: their paths are very long."
            raise QuestionError("centrality", f"{message} Rank by degree or pagerank.") from error
        leading = vectors[:, 0].real
    scores: list[float] = np.abs(leading / np.linalg.norm(leading)).round(12).tolist()
    return scores


def _find_largest_component(matrix: sparse.sparray) -> NDArray[np.int64]:
    """Return the largest (strongly) connected component; of equal ones that with the first row."""
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    if not matrix.nnz:
        return np.zeros(0, np.int64)
    _, labels = connected_components(matrix, connection="strong")
    sizes = np.bincount(labels)[labels]
    return np.flatnonzero(labels == labels[np.argmax(sizes)])


def _compute_pagerank(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    if not graph:
        return {}
    weight = "weight" if projection.weighted else None
    return nx.pagerank(graph, tol=PAGERANK_TOLERANCE, max_iter=MOST_ITERATIONS, weight=weight)


MEASURES: Mapping[str, Callable[[Selection, Projection, nx.Graph[int]], Scores]] = {
    "degree": _count_neighbours,
    "in_degree": _count_predecessors,
    "out_degree": _count_successors,
    "weighted_degree": _sum_weights,
    "betweenness": _compute_betweenness,
    "closeness": _compute_closeness,
    "harmonic": _compute_harmonic,
    "eigenvector": _compute_eigenvector,
    "pagerank": _compute_pagerank,
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
