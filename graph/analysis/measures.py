"""Each measure as a calculation on a projection, in networkx's own words.

`graph.analysis.centrality` says what they mean and is where they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.projection import Projection

if TYPE_CHECKING:
    import networkx as nx
    from scipy import sparse

    from graph.network import Network

TIGHT = 1e-13
SMALL_PART = 100  # actors; up to here a dense matrix is quicker and surer
MANY_ROUNDS = 100_000

Scores = Mapping[int, float]


def _degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection().graph(network).degree())


def _in_degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection(directed=True).digraph(network).in_degree())


def _out_degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection(directed=True).digraph(network).out_degree())


def _weighted_degree(network: Network, _: Projection, __: nx.Graph[int]) -> Scores:
    return dict(Projection().graph(network).degree(weight="weight"))


def _betweenness(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.betweenness_centrality(graph, weight="distance" if projection.weighted else None)


def _closeness(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.closeness_centrality(graph, distance="distance" if projection.weighted else None)


def _harmonic(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    return nx.harmonic_centrality(graph, distance="distance" if projection.weighted else None)


def _eigenvector(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    scores = dict.fromkeys(graph, 0.0)
    part = _largest_part(graph)
    if len(part) > 1:
        weight = "weight" if projection.weighted else None
        ties = nx.to_scipy_sparse_array(graph, part, weight=weight)
        scores |= zip(part, _leading_vector(ties.T / ties.max()), strict=True)
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


def _largest_part(graph: nx.Graph[int]) -> Sequence[int]:
    """Return the largest (strongly) connected part; among equals the one with the first row."""
    import networkx as nx

    parts = (
        nx.strongly_connected_components(graph)
        if isinstance(graph, nx.DiGraph)
        else nx.connected_components(graph)
    )
    ordered = [sorted(part) for part in parts]
    return min(ordered, key=lambda part: (-len(part), part[0]), default=[])


def _pagerank(_: Network, projection: Projection, graph: nx.Graph[int]) -> Scores:
    import networkx as nx

    if not graph:
        return {}
    weight = "weight" if projection.weighted else None
    return nx.pagerank(graph, tol=TIGHT, max_iter=MANY_ROUNDS, weight=weight)


MEASURES: Mapping[str, Callable[[Network, Projection, nx.Graph[int]], Scores]] = {
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
