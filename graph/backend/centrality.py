"""Centrality by shortest paths: closeness, harmonic centrality, betweenness.

Searches follow the arrows; closeness and harmonic centrality count the steps that lead *to* a
node. Lengths are an edge attribute, of which every value must be positive. Sources: Freeman
(1977, 1978), Sabidussi (1966), Wasserman & Faust (1994), Marchiori & Latora (2000), Girvan &
Newman (2002); computed as by Brandes (2001).
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from random import Random
from typing import Any

import networkx as nx
import numpy as np

from graph.backend.exact_lengths import read_exact_lengths
from graph.backend.igraph_graph import Graph, Rows
from graph.backend.numeric_columns import Numbers

Scores = dict[Hashable, float]

LARGEST_SHIFT = 1000  # doublings; a shorter length has a reciprocal that may not be a double


def closeness_centrality(
    G: Graph,  # noqa: N803 - networkx's name
    u: Hashable = None,
    distance: str | None = None,
    wf_improved: bool = True,  # noqa: FBT001, FBT002 - networkx's signature
    *,
    sp: object = None,
) -> Any:  # noqa: ANN401 - a score, or one a node
    """Return the number of other nodes that reach a node, divided by the sum of their distances.

    Scaled by the share of other nodes that reach it when `wf_improved` (Wasserman & Faust, 1994).

    Raises
    ------
    networkx.NodeNotFound
        When the graph lacks the node.
    NotImplementedError
        When the distances are given as `sp`: networkx only has to add them up.

    Examples
    --------
    >>> closeness_centrality(Graph.from_edges("abc", [0, 1], [1, 2], directed=True), "c")
    0.6666666666666666
    """
    if sp is not None:
        raise NotImplementedError("networkx adds up distances that are known already")
    if u is not None and u not in G:
        message = f"Source {u} is not in G" if distance is None else f"Node {u} not found in graph"
        raise nx.NodeNotFound(message)
    rows = list(range(len(G))) if u is None else [G.positions[u]]
    weights, shift = _read_shifted(G, distance)
    scores = np.nan_to_num(
        np.array(G.igraph.closeness(rows, mode="in", weights=weights, normalized=True), float)
    )
    scores = np.ldexp(scores, shift)
    if wf_improved and len(G) > 1:
        scores *= (_count_reached(G, rows, "in") - 1.0) / (len(G) - 1)
    if u is not None:
        return float(scores[0])
    return G.map_to_nodes(scores.tolist())


def _read_shifted(graph: Graph, name: str | None) -> tuple[list[float] | None, int]:
    """Read lengths, doubled until the shortest is 1 or more, and how often they are doubled.

    igraph adds 1 to each distance, beside which much shorter lengths would be lost.
    """
    lengths = graph.read_lengths(name, positive=True)
    if lengths is None:
        return None, 0
    shift = max(0, 1 - math.frexp(lengths.min(initial=1.0))[1])
    shifted = np.ldexp(lengths, min(shift, LARGEST_SHIFT))
    if shift > LARGEST_SHIFT or not np.isfinite(shifted.sum()):
        raise NotImplementedError(f"the lengths in {name!r} are too different, or too short")
    listed: list[float] = shifted.tolist()
    return listed, shift


def _count_reached(graph: Graph, rows: Sequence[int], mode: str) -> Rows:
    """Count the nodes that each row reaches (or that reach it), with itself."""
    if not graph.is_directed():
        parts = graph.igraph.connected_components()
        sizes: Rows = np.array(parts.sizes())[np.array(parts.membership)[rows]]
        return sizes
    return np.array(graph.igraph.neighborhood_size(rows, order=len(graph), mode=mode))


def harmonic_centrality(
    G: Graph,  # noqa: N803
    nbunch: Any = None,  # noqa: ANN401 - a node or several
    distance: str | None = None,
    sources: Iterable[Hashable] | None = None,
) -> Scores:
    """Return the sum of the reciprocal distances from all other nodes to each node.

    The dictionary has the order of a set of the nodes, as networkx's has.

    Examples
    --------
    >>> harmonic_centrality(Graph.from_edges([0, 1], [0], [1], directed=True))
    {0: 0, 1: 1.0}
    """
    if sources is not None:
        raise NotImplementedError("igraph counts all sources")
    selected = set(G.nbunch_iter(nbunch) if nbunch is not None else iter(G))
    rows = [G.positions[node] for node in selected]
    if not rows:
        return {}
    weights, shift = _read_shifted(G, distance)
    scores = G.igraph.harmonic_centrality(rows, mode="in", weights=weights, normalized=False)
    scores = np.ldexp(scores, shift).tolist()
    return {node: (score or 0) for node, score in zip(selected, scores, strict=True)}


def betweenness_centrality(  # noqa: PLR0913, PLR0917 - networkx's signature
    G: Graph,  # noqa: N803
    k: int | None = None,
    normalized: bool = True,  # noqa: FBT001, FBT002
    weight: str | None = None,
    endpoints: bool = False,  # noqa: FBT001, FBT002
    seed: Any = None,  # noqa: ANN401 - networkx passes a random.Random
) -> Scores:
    """Return the share of shortest paths between two other nodes that lead through each node.

    With `k`, it is computed from a sample of `k` nodes, drawn as networkx draws it.

    Raises
    ------
    NotImplementedError
        When sums of the lengths are not exact: which paths are equally short depends on rounding.

    Examples
    --------
    >>> betweenness_centrality(Graph.from_edges("abc", [0, 1], [1, 2], directed=False))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    k = k if k != len(G) else None
    if endpoints and k is not None:
        raise NotImplementedError("ends of sampled paths are counted by networkx")
    # Calls are refused before the generator is used: networkx must get it unchanged.
    lengths = read_exact_lengths(G, weight)
    sample = _draw_sample(G, k, seed)
    counts = np.array(G.igraph.betweenness(weights=lengths, sources=sample), dtype=float)
    counts *= 1 if G.is_directed() else 2  # igraph counts each undirected pair once
    if endpoints:
        counts += _count_ends(G)
    scale = _compute_scale(G, sample, normalized=normalized, endpoints=endpoints)
    return G.map_to_nodes((counts * scale).tolist())


def edge_betweenness_centrality(
    G: Graph,  # noqa: N803
    k: int | None = None,
    normalized: bool = True,  # noqa: FBT001, FBT002 - networkx's signature
    weight: str | None = None,
    seed: Any = None,  # noqa: ANN401, ARG001 - for samples, which are networkx's
) -> dict[tuple[Hashable, Hashable], float]:
    """Return the share of shortest paths that lead along each edge (Girvan & Newman, 2002).

    Sampling, lengths and errors are those of `betweenness_centrality`.

    Examples
    --------
    >>> edge_betweenness_centrality(Graph.from_edges("ab", [0], [1], directed=False))
    {('a', 'b'): 1.0}
    """
    if k is not None:
        raise NotImplementedError("networkx scales a sample of edges in its own way")
    lengths = read_exact_lengths(G, weight)
    counts = np.array(G.igraph.edge_betweenness(weights=lengths), dtype=float)
    counts *= 1 if G.is_directed() else 2
    _, __, numbers = G.list_edges()
    scale = _compute_scale(G, None, normalized=normalized, endpoints=True)
    return dict(zip(G.edges, (counts[numbers] * scale).tolist(), strict=True))


def _draw_sample(graph: Graph, k: int | None, seed: Random) -> list[int] | None:
    """Draw a sample of rows by networkx's own generator."""
    if k is None:
        return None
    return [graph.positions[node] for node in seed.sample(list(graph), k)]


def _count_ends(graph: Graph) -> Numbers:
    """Count how often each node is an end of a path."""
    rows = list(range(len(graph)))
    if not rows:
        return np.zeros(0)
    ends: Numbers = (_count_reached(graph, rows, "out") + _count_reached(graph, rows, "in")).astype(
        np.float64
    )
    return ends - 2


def _compute_scale(
    graph: Graph, sample: list[int] | None, *, normalized: bool, endpoints: bool
) -> float | Numbers:
    """Compute networkx's factor; a factor for each node where a sample is used."""
    count = len(graph)
    divisor = count if endpoints else count - 1
    if divisor < 2:  # noqa: PLR2004 - two ends make a pair
        return 1.0
    per_pair = divisor - 1 if normalized else (1 if graph.is_directed() else 2) / divisor
    if sample is None:
        return 1 / (divisor * per_pair)
    drawn = len(sample)
    scale = np.full(count, 1 / (drawn * per_pair))
    scale[sample] = 1 / ((drawn - 1) * per_pair) if drawn > 1 else math.nan
    return scale
