"""Each measure as a calculation on a projection, in networkx's own words.

`graph.analysis.centrality` says what they mean and is where they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.select.projection import Projection

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    from graph.select.selection import Selection

TIGHT = 1e-13
SMALL_PART = 100  # actors; up to here a dense matrix is quicker and surer
MANY_ROUNDS = 100_000

Scores = Mapping[int, float]


def _degree(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    edges = Projection().edges(network)
    return _added(network, edges.sources, edges.targets)


def _in_degree(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    return _added(network, Projection(directed=True).edges(network).targets)


def _out_degree(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    return _added(network, Projection(directed=True).edges(network).sources)


def _weighted_degree(network: Selection, _: Projection, __: nx.Graph[int]) -> Scores:
    edges = Projection().edges(network)
    return _added(network, edges.sources, edges.targets, weights=edges.weights)


def _added(
    network: Selection, *ends: NDArray[np.int64], weights: NDArray[np.float64] | None = None
) -> Scores:
    """Return how often each actor is one of these ends, or what the edges there weigh."""
    import numpy as np

    size = len(network.columns.actors)
    counts = [np.bincount(each, weights, minlength=size) for each in ends]
    totals = np.sum(counts, axis=0).tolist()
    return {row: totals[row] for row in network.actor_numbers}


def _betweenness(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.betweenness_centrality(graph, weight="distance" if projection.weighted else None)


def _closeness(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.closeness_centrality(graph, distance="distance" if projection.weighted else None)


def _harmonic(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.harmonic_centrality(graph, distance="distance" if projection.weighted else None)


def _eigenvector(network: Selection, projection: Projection, __: nx.Graph[int]) -> Scores:
    import numpy as np
    from scipy import sparse

    edges, size = projection.edges(network), len(network.columns.actors)
    weights = edges.weights if projection.weighted else np.ones(len(edges.sources))
    ties = sparse.csr_array((weights, edges[:2]), shape=(size, size))
    ties = ties if projection.directed else ties + ties.T
    scores = dict.fromkeys(network.actor_numbers, 0.0)
    part = _largest_part(ties)
    if len(part) > 1:
        within = ties[part][:, part]
        leading = _leading_vector(within.T / within.max())
        scores |= zip(part.tolist(), leading, strict=True)
    return scores


def _leading_vector(ties: sparse.sparray) -> Sequence[float]:
    """Return the positive eigenvector of a connected part's matrix, of length 1.

    networkx's own power iteration doesn't end on long chains, and stops short of the answer
    where weights are far below 1. The start is set, so that every run gives the same.
    """
    import numpy as np
    from scipy.sparse.linalg import eigs

    size = ties.shape[0]
    if size <= SMALL_PART:
        values, vectors = np.linalg.eig(ties.toarray())
        leading = vectors[:, np.argmax(values.real)].real
    else:
        leading = eigs(ties, k=1, which="LR", v0=np.ones(size))[1][:, 0].real
    scores: list[float] = np.abs(leading / np.linalg.norm(leading)).round(12).tolist()
    return scores


def _largest_part(ties: sparse.sparray) -> NDArray[np.int64]:
    """Return the largest (strongly) connected part; among equals the one with the first row."""
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    if not ties.nnz:
        return np.zeros(0, np.int64)
    _, labels = connected_components(ties, connection="strong")
    sizes = np.bincount(labels)[labels]
    return np.flatnonzero(labels == labels[np.argmax(sizes)])


def _pagerank(_: Selection, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    if not graph:
        return {}
    weight = "weight" if projection.weighted else None
    return nx.pagerank(graph, tol=TIGHT, max_iter=MANY_ROUNDS, weight=weight)


MEASURES: Mapping[str, Callable[[Selection, Projection, nx.Graph[int]], Scores]] = {
    "degree": _degree,
    "in_degree": _in_degree,
    "out_degree": _out_degree,
    "weighted_degree": _weighted_degree,
    "betweenness": _betweenness,
    "closeness": _closeness,
    "harmonic": _harmonic,
    "eigenvector": _eigenvector,
    "pagerank": _pagerank,
}
