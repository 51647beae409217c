"""Communities: the Louvain and Leiden methods, and the modularity of a partition."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from graph.backend.igraph_graph import Graph, Rows

Nodes = set[Hashable]
SMALL = 2_000  # edges; up to here several tries take almost no time
TRIES = 20
ROUNDS = 2  # for large graphs: the modularity is above Louvain's; more rounds add little


def modularity(
    G: Graph,  # noqa: N803 - networkx's name
    communities: Iterable[Collection[Hashable]],
    weight: str | None = "weight",
    resolution: float = 1,
) -> float:
    """Return how far the edges inside communities exceed chance (Newman & Girvan, 2004).

    By weight, along the arrows in a directed graph (Leicht & Newman, 2008).

    Raises
    ------
    networkx.algorithms.community.quality.NotAPartition
        When not every node is in exactly one community.
    ZeroDivisionError
        When the weights sum to 0.

    Examples
    --------
    >>> modularity(Graph.from_edges("ab", [0], [1], directed=False), [{"a", "b"}])
    0.0
    """
    groups = [set(group) for group in communities]
    return _compute_modularity(G, _find_membership(G, groups), weight, resolution)


def _find_membership(graph: Graph, groups: list[Nodes]) -> Rows:
    from networkx.algorithms.community.quality import NotAPartition

    rows = [graph.positions.get(node, -1) for group in groups for node in group]
    if len(rows) != len(graph) or sorted(rows) != list(range(len(graph))):
        raise NotAPartition(graph, groups)  # type: ignore[arg-type]
    membership = np.empty(len(graph), dtype=np.int64)
    membership[rows] = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    return membership


def _compute_modularity(
    graph: Graph, membership: Rows, weight: str | None, resolution: float
) -> float:
    weights = graph.read_column(weight)
    starts, ends = membership[graph.sources], membership[graph.targets]
    total = weights.sum().item()
    total = int(total) if graph.has_integers(weight) else total
    share = 1 / total**2
    inside = float(weights[starts == ends].sum())
    count = int(membership.max(initial=-1)) + 1
    leaving: Any = np.bincount(starts, weights, minlength=count)
    arriving: Any = np.bincount(ends, weights, minlength=count)
    if not graph.is_directed():
        leaving = arriving = (leaving + arriving) / 2
    expected = float(leaving @ arriving)
    return inside / total - resolution * expected * share


def louvain_communities(  # noqa: PLR0913, PLR0917 - networkx's signature
    G: Graph,  # noqa: N803
    weight: str | None = "weight",
    resolution: float = 1,
    threshold: float = 0.0000001,
    max_level: int | None = None,
    seed: Any = None,  # noqa: ANN401 - networkx passes a random.Random
) -> list[Nodes]:
    """Return communities by merging as long as modularity grows (Blondel et al., 2008).

    Undirected, by weight. The same seed gives the same communities, though not networkx's. Small
    graphs are partitioned several times, and the best partition is returned.

    Raises
    ------
    ValueError
        When `max_level` is not positive.
    NotImplementedError
        When the graph is directed, a weight is negative, or the threshold is not the default.

    Examples
    --------
    >>> pair = Graph.from_edges("abc", [0], [1], directed=False)
    >>> [sorted(part) for part in louvain_communities(pair, seed=1)]
    [['a', 'b'], ['c']]
    """
    if max_level is not None and max_level <= 0:
        raise ValueError("max_level argument must be a positive integer or None")
    if threshold != 0.0000001:  # noqa: PLR2004 - networkx's default
        raise NotImplementedError("igraph merges while modularity grows at all")
    weights = _read_weights(G, weight)

    def partition_once() -> list[int]:
        levels = G.igraph.community_multilevel(
            weights=weights, return_levels=True, resolution=resolution
        )
        level = len(levels) if max_level is None else min(max_level, len(levels))
        membership: list[int] = levels[level - 1].membership if levels else list(range(len(G)))
        return membership

    return _choose_best(G, partition_once, weight, resolution, seed)


def leiden_communities(
    G: Graph,  # noqa: N803
    weight: str | None = "weight",
    resolution: float = 1,
    max_level: int | None = None,
    seed: Any = None,  # noqa: ANN401 - networkx passes a random.Random
) -> list[Nodes]:
    """Return connected communities by the Leiden method (Traag et al., 2019).

    All else is as in `louvain_communities`; networkx itself has no Leiden.

    Examples
    --------
    >>> len(leiden_communities(Graph.from_edges("abc", [0], [1], directed=False), seed=1))
    2
    """
    if max_level is not None and max_level <= 0:
        raise ValueError("max_level argument must be a positive integer or None")
    if max_level is not None:
        raise NotImplementedError("igraph has no levels of Leiden's method")
    weights = _read_weights(G, weight)
    rounds = -1 if G.number_of_edges() <= SMALL else ROUNDS  # -1: until nothing changes

    def partition_once() -> list[int]:
        membership: list[int] = G.igraph.community_leiden(
            "modularity", weights=weights, resolution=resolution, n_iterations=rounds
        ).membership
        return membership

    return _choose_best(G, partition_once, weight, resolution, seed)


def _read_weights(graph: Graph, name: str | None) -> list[float] | None:
    if graph.is_directed():
        raise NotImplementedError("igraph finds such communities in undirected graphs only")
    weights = graph.read_lengths(name)
    if weights is None or name not in graph.attributes:
        return None
    if len(weights) and weights.sum() == 0:
        raise NotImplementedError("networkx divides by the sum of weights")
    listed: list[float] = weights.tolist()
    return listed


def _choose_best(
    graph: Graph,
    partition_once: Callable[[], list[int]],
    weight: str | None,
    resolution: float,
    seed: Any,  # noqa: ANN401 - a random.Random, a number or None
) -> list[Nodes]:
    """Return the partition with the highest modularity among several tries."""
    if not graph.number_of_edges():
        return [{node} for node in graph]
    source = seed if isinstance(seed, random.Random) else random.Random(seed)  # noqa: S311
    tries = TRIES if graph.number_of_edges() <= SMALL else 1
    with seed_igraph(source):
        partitions = [np.array(partition_once(), dtype=np.int64) for _ in range(tries)]
    if len(partitions) > 1:
        partitions.sort(
            key=lambda partition: -_compute_modularity(graph, partition, weight, resolution)
        )
    parts: dict[int, Nodes] = {}
    for node, part in zip(graph, partitions[0].tolist(), strict=True):
        parts.setdefault(part, set()).add(node)
    return list(parts.values())


@contextmanager
def seed_igraph(source: random.Random) -> Iterator[None]:
    """Let igraph draw its random numbers from a generator for a while.

    Examples
    --------
    >>> with seed_igraph(random.Random(1)):
    ...     pass
    """
    import igraph

    igraph.set_random_number_generator(source)
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)  # igraph's own default
