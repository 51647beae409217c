"""Link analysis: PageRank, HITS, eigenvector and Katz centrality.

igraph's solvers have stopping rules of their own; these iterate as networkx does, on sparse
columns, so that the same tolerances give the same scores.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import Graph
from graph.backend.numeric_columns import NUMBERS, Numbers
from graph.backend.versions import HITS_METHOD

Scores = dict[Hashable, float]
Start = Mapping[Hashable, float]

SQUARED = 1e-150  # shorter vectors have squares that may round to 0


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


def hits(  # noqa: PLR0913 - networkx's signature
    G: Graph,  # noqa: N803
    max_iter: int = 100,
    tol: float = 1.0e-8,
    nstart: Start | None = None,
    normalized: bool = True,  # noqa: FBT001, FBT002 - networkx's signature
    *,
    method: str | None = None,
) -> tuple[Scores, Scores]:
    """Return hubs and authorities (Kleinberg, 1999), by the attribute `weight`.

    Each sums to 1 when normalised. The method is networkx's: until 3.6 "svd", where otherwise the
    authorities' squares sum to 1, with either sign; from 3.7 on "power_iteration", where otherwise
    the greatest is 1.

    Raises
    ------
    ValueError
        When the method is neither.
    networkx.NetworkXError
        When a start lacks a node, or sums to 0.
    networkx.PowerIterationFailedConvergence
        When `max_iter` rounds are not enough.

    Examples
    --------
    >>> hubs, _ = hits(Graph.from_edges("abc", [0, 1], [2, 2], directed=True))
    >>> round(hubs["a"], 6)
    0.5
    """
    method = HITS_METHOD if method is None else method
    compute = {"svd": _decompose, "power_iteration": _iterate_hubs}.get(method)
    if compute is None:
        raise ValueError(f"method not supported: {method}")
    if len(G) == 0:
        return {}, {}
    hubs, authorities = compute(G, max_iter, tol, nstart)
    if normalized:
        hubs /= hubs.sum()
        authorities /= authorities.sum()
    elif method == "power_iteration":
        authorities /= authorities.max()
    return G.map_to_nodes(hubs.tolist()), G.map_to_nodes(authorities.tolist())


def _decompose(
    graph: Graph, max_iter: int, tol: float, nstart: Start | None
) -> tuple[Numbers, Numbers]:
    from scipy.sparse import linalg

    matrix = graph.to_matrix("weight")
    start = None if nstart is None else np.array(list(nstart.values()))
    if max_iter <= 0:
        raise nx.PowerIterationFailedConvergence(max_iter)
    try:
        _, _, rows = linalg.svds(matrix, k=1, v0=start, maxiter=max_iter, tol=tol)
    except linalg.ArpackNoConvergence as error:
        raise nx.PowerIterationFailedConvergence(max_iter) from error
    authorities = rows.flatten().real
    return matrix @ authorities, authorities


def _iterate_hubs(
    graph: Graph, max_iter: int, tol: float, nstart: Start | None
) -> tuple[Numbers, Numbers]:
    matrix = graph.to_matrix("weight")
    hubs = np.full(len(graph), 1.0 / len(graph)) if nstart is None else _read_hubs(graph, nstart)
    for _ in range(max_iter):
        last = hubs
        authorities = last @ matrix
        hubs = matrix @ authorities
        hubs /= hubs.max()
        if np.abs(hubs - last).sum() < tol:
            return hubs, authorities
    raise nx.PowerIterationFailedConvergence(max_iter)


def _read_hubs(graph: Graph, nstart: Start) -> Numbers:
    missing = graph.positions.keys() - nstart.keys()
    if missing:
        message = f"nstart must have a value for every node; missing: {missing}"
        raise nx.NetworkXError(message)
    values = np.array([nstart[node] for node in graph], dtype=float)
    total = float(values.sum())
    if total == 0:
        raise nx.NetworkXError("nstart values must not sum to zero")
    return values / total


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
    x = x / len(G) if nstart is None else _divide_by_sum(x, nstart)
    pull = G.to_matrix(weight).T.tocsr()
    with np.errstate(all="ignore"):  # beyond all doubles, Python's floats are silently infinite
        for _ in range(max_iter):
            last = x
            x = last + pull @ last
            x = x / (_compute_length(x) or 1)
            if np.abs(x - last).sum() < len(G) * tol:
                return _order_as_start(G, nstart, x)
    raise nx.PowerIterationFailedConvergence(max_iter)


def _read_start(graph: Graph, nstart: Start) -> Numbers:
    if nstart.keys() != graph.positions.keys():
        raise NotImplementedError("a start for some nodes only")
    return _read_numbers(graph, nstart)


def _read_numbers(graph: Graph, given: Start) -> Numbers:
    """Read a number for each node; what is no number is left to networkx."""
    if not set(map(type, given.values())) <= NUMBERS:
        raise NotImplementedError("a value that is not a number")
    return _read_values(graph, given)


def _divide_by_sum(x: Numbers, nstart: Start) -> Numbers:
    total = sum(nstart.values())
    if total == 0:
        next(iter(nstart.values())) / total  # Python's error, as in networkx
    return x / total


def _compute_length(x: Numbers) -> float:
    """Compute the length of a vector; squares beyond all doubles do not matter."""
    length = float(np.linalg.norm(x))
    return length if SQUARED < length < 1 / SQUARED else math.hypot(*x.tolist())


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
    with np.errstate(all="ignore"):  # beyond all doubles, Python's floats are silently infinite
        for _ in range(max_iter):
            last = x
            x = alpha * (pull @ last) + base
            if np.abs(x - last).sum() < len(G) * tol:
                x = x / (_compute_length(x) or 1) if normalized else x
                return _order_as_start(G, nstart, x)
    raise nx.PowerIterationFailedConvergence(max_iter)


def _read_base(graph: Graph, beta: Any) -> Numbers:  # noqa: ANN401 - a number or one a node
    try:
        return np.full(len(graph), float(beta))
    except (TypeError, ValueError, AttributeError) as error:
        if set(beta) != set(graph):
            raise nx.NetworkXError("beta dictionary must have a value for every node") from error
    return _read_numbers(graph, beta)
