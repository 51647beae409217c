"""Link analysis: PageRank, HITS, eigenvector and Katz centrality.

igraph's solvers have stopping rules of their own; these iterate as networkx does, on sparse
columns, so that the same tolerances give the same scores.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import Graph, Numbers

Scores = dict[Hashable, float]
Start = Mapping[Hashable, float]


def pagerank(  # noqa: PLR0913, PLR0917 - networkx's signature
    G: Graph,  # noqa: N803
    alpha: float = 0.85,
    personalization: Start | None = None,
    max_iter: int = 100,
    tol: float = 1.0e-6,
    nstart: Start | None = None,
    weight: str | None = "weight",
    dangling: Start | None = None,
) -> Scores:
    """Return the probabilities of a random walk with restarts (Page et al., 1999).

    It follows directions and weights; the scores sum to 1. Parameters and errors are networkx's.

    Raises
    ------
    networkx.PowerIterationFailedConvergence
        When `max_iter` rounds do not reach `tol` a node.
    ZeroDivisionError
        When the personalization's values sum to 0.

    Examples
    --------
    >>> pagerank(Graph.from_edges("ab", [0], [1], directed=False))
    {'a': 0.5, 'b': 0.5}
    """
    from scipy import sparse

    count = len(G)
    if count == 0:
        return {}
    data, rows, ends = G.list_entries(weight)
    strength = np.bincount(rows, data, minlength=count)
    share = np.divide(1.0, strength, out=np.zeros(count), where=strength != 0)
    even = np.repeat(1.0 / count, count)
    x = even if nstart is None else _read_shares(G, nstart)
    restart = even if personalization is None else _read_personalization(G, personalization)
    lost = restart if dangling is None else _read_shares(G, dangling)
    stops = np.flatnonzero(share == 0)
    # A few rounds are enough; sorting the entries would take longer than they do.
    walk = sparse.coo_array((data, (ends, rows)), shape=(count, count))
    for _ in range(max_iter):
        last = x
        flow = walk @ (share * x)
        x = alpha * (flow + x[stops].sum() * lost) + (1 - alpha) * restart
        if np.abs(x - last).sum() < count * tol:
            return G.map_to_nodes(x.tolist())
    raise nx.PowerIterationFailedConvergence(max_iter)


def _read_values(graph: Graph, given: Start) -> Numbers:
    return np.array([given.get(node, 0) for node in graph], dtype=float)


def _read_shares(graph: Graph, given: Start) -> Numbers:
    values = _read_values(graph, given)
    values /= values.sum()
    return values


def _read_personalization(graph: Graph, given: Start) -> Numbers:
    if _read_values(graph, given).sum() == 0:
        raise ZeroDivisionError
    return _read_shares(graph, given)


def hits(
    G: Graph,  # noqa: N803
    max_iter: int = 100,
    tol: float = 1.0e-8,
    nstart: Start | None = None,
    normalized: bool = True,  # noqa: FBT001, FBT002 - networkx's signature
) -> tuple[Scores, Scores]:
    """Return hubs and authorities (Kleinberg, 1999), by the attribute `weight`.

    Each sums to 1 when normalised; otherwise the authorities' squares do, with either sign.

    Raises
    ------
    networkx.PowerIterationFailedConvergence
        When `max_iter` rounds are not enough.

    Examples
    --------
    >>> hubs, _ = hits(Graph.from_edges("abc", [0, 1], [2, 2], directed=True))
    >>> round(hubs["a"], 6)
    0.5
    """
    from scipy.sparse import linalg

    if len(G) == 0:
        return {}, {}
    matrix = G.to_matrix("weight")
    start = None if nstart is None else np.array(list(nstart.values()))
    if max_iter <= 0:
        raise nx.PowerIterationFailedConvergence(max_iter)
    try:
        _, _, rows = linalg.svds(matrix, k=1, v0=start, maxiter=max_iter, tol=tol)
    except linalg.ArpackNoConvergence as error:
        raise nx.PowerIterationFailedConvergence(max_iter) from error
    authorities = rows.flatten().real
    hubs = matrix @ authorities
    if normalized:
        hubs /= hubs.sum()
        authorities /= authorities.sum()
    return G.map_to_nodes(hubs.tolist()), G.map_to_nodes(authorities.tolist())


def eigenvector_centrality(
    G: Graph,  # noqa: N803
    max_iter: int = 100,
    tol: float = 1.0e-6,
    nstart: Start | None = None,
    weight: str | None = None,
) -> Scores:
    """Return how well nodes are connected to well-connected nodes (Bonacich, 1972).

    Incoming edges count; the squares sum to 1.

    Raises
    ------
    networkx.NetworkXPointlessConcept
        When there are no nodes.
    networkx.NetworkXError
        When the start is all zeros.
    networkx.PowerIterationFailedConvergence
        When `max_iter` rounds do not reach `tol` a node.

    Examples
    --------
    >>> scores = eigenvector_centrality(Graph.from_edges("ab", [0], [1], directed=False))
    >>> round(scores["a"] ** 2, 6)
    0.5
    """
    if len(G) == 0:
        raise nx.NetworkXPointlessConcept("cannot compute centrality for the null graph")
    x = np.ones(len(G)) if nstart is None else _read_start(G, nstart)
    if not x.any():
        raise nx.NetworkXError("initial vector cannot have all zero values")
    x = x / x.sum()
    pull = G.to_matrix(weight).T.tocsr()
    for _ in range(max_iter):
        last = x
        x = last + pull @ last
        x = x / (np.linalg.norm(x) or 1)
        if np.abs(x - last).sum() < len(G) * tol:
            return _order_as_start(G, nstart, x)
    raise nx.PowerIterationFailedConvergence(max_iter)


def _read_start(graph: Graph, nstart: Start) -> Numbers:
    if nstart.keys() != graph.positions.keys():
        raise NotImplementedError("a start for some nodes only")
    return _read_values(graph, nstart)


def _order_as_start(graph: Graph, nstart: Start | None, x: Numbers) -> Scores:
    """Order the scores by node as the start is ordered, as networkx does."""
    scores = graph.map_to_nodes(x.tolist())
    return scores if nstart is None else {node: scores[node] for node in nstart}


def katz_centrality(  # noqa: PLR0913, PLR0917 - networkx's signature
    G: Graph,  # noqa: N803
    alpha: float = 0.1,
    beta: Any = 1.0,  # noqa: ANN401 - a number or one a node
    max_iter: int = 1000,
    tol: float = 1.0e-6,
    nstart: Start | None = None,
    normalized: bool = True,  # noqa: FBT001, FBT002 - networkx's signature
    weight: str | None = None,
) -> Scores:
    """Return the number of walks to each node, with long walks damped by alpha (Katz, 1953).

    Walks follow directions and weights; the squares sum to 1 when normalised.

    Raises
    ------
    networkx.NetworkXError
        When `beta` lacks a node.
    networkx.PowerIterationFailedConvergence
        When `max_iter` rounds do not reach `tol` a node.

    Examples
    --------
    >>> katz_centrality(Graph.from_edges("ab", [], [], directed=True), normalized=False)
    {'a': 1.0, 'b': 1.0}
    """
    if len(G) == 0:
        return {}
    base = _read_base(G, beta)
    x = np.zeros(len(G)) if nstart is None else _read_start(G, nstart)
    pull = G.to_matrix(weight).T.tocsr()
    for _ in range(max_iter):
        last = x
        x = alpha * (pull @ last) + base
        if np.abs(x - last).sum() < len(G) * tol:
            return _order_as_start(G, nstart, x / (np.linalg.norm(x) or 1) if normalized else x)
    raise nx.PowerIterationFailedConvergence(max_iter)


def _read_base(graph: Graph, beta: Any) -> Numbers:  # noqa: ANN401 - a number or one a node
    try:
        return np.full(len(graph), float(beta))
    except (TypeError, ValueError, AttributeError) as error:
        if set(beta) != set(graph):
            raise nx.NetworkXError("beta dictionary must have a value for every node") from error
    return _read_values(graph, beta)
