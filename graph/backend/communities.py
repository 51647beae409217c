"""Communities: the Louvain and Leiden methods, and the modularity of a partition."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import numpy as np

from graph.backend.igraph_graph import Graph, Rows
from graph.backend.versions import DIVIDES_BY_ZERO, LEIDEN_METRIC

Nodes = set[Hashable]
SMALL = 2_000  # edges; up to here several tries take almost no time
TRIES = 20
TRIED_EDGES = 300_000  # of all tries together: about a second
THETA = 0.01  # how much chance Leiden's method leaves: the default of networkx, and of igraph
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
        When the weights sum to 0, in networkx 3.6; since 3.7 the modularity is 0.

    Examples
    --------
    >>> modularity(Graph.from_edges("ab", [0], [1], directed=False), [{"a", "b"}])
    0.0
    """
    groups = communities if isinstance(communities, list) else list(communities)
    return _compute_modularity(G, _find_membership(G, groups), weight, resolution)


def _find_membership(graph: Graph, groups: list[Collection[Hashable]]) -> Rows:
    from networkx.algorithms.community.quality import NotAPartition

    found = {node for group in groups for node in group if node in graph}
    if not len(graph) == len(found) == sum(map(len, groups)):
        raise NotAPartition(graph, groups)  # type: ignore[arg-type]
    rows = [graph.positions[node] for group in groups for node in group]
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
    if total == 0 and not DIVIDES_BY_ZERO:
        return 0
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

    Undirected, by weight. The same seed gives the same communities, though not networkx's. A graph
    is partitioned several times, unless it is large, and the best partition is returned.

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

    return _choose_best(G, partition_once, weight, resolution, seed).communities


def leiden_communities(  # noqa: PLR0913, PLR0917 - networkx's signature
    G: Graph,  # noqa: N803
    weight: str | None = "weight",
    resolution: float = 1,
    max_level: int | None = None,
    seed: Any = None,  # noqa: ANN401 - networkx passes a random.Random
    metric: str | None = None,
    theta: float = 0.01,
) -> list[Nodes]:
    """Return connected communities by the Leiden method (Traag et al., 2019).

    All else is as in `louvain_communities`. networkx 3.6 only names the method, and means
    modularity; from 3.7 on it has the method itself, and means the constant Potts model.

    Raises
    ------
    ValueError
        When `max_level` is not positive.
    NotImplementedError
        When the metric is not modularity, or for the reasons of `louvain_communities`.

    Examples
    --------
    >>> pair = Graph.from_edges("abc", [0], [1], directed=False)
    >>> len(leiden_communities(pair, seed=1, metric="modularity"))
    2
    """
    if max_level is not None and max_level <= 0:
        raise ValueError("max_level argument must be a positive integer or None")
    if max_level is not None:
        raise NotImplementedError("igraph has no levels of Leiden's method")
    if (metric or LEIDEN_METRIC) != "modularity" or theta != THETA:
        raise NotImplementedError("the backend chooses the best of several tries by modularity")
    return try_leiden(G, weight, resolution, seed).communities


class Tries(NamedTuple):
    """The best partition of several tries, and how far these agree.

    Parameters
    ----------
    communities
        The best partition.
    modularities
        The modularity of each try's partition, the highest first.
    agreeing_count
        How many tries found the best partition, that of the first of them included.
    partitions
        For each try the number of each node's community, with the modularity; the best first.
    """

    communities: list[Nodes]
    modularities: Sequence[float]
    agreeing_count: int
    partitions: Sequence[tuple[Rows, float]] = ()


def try_leiden(
    graph: Graph,
    weight: str | None = "weight",
    resolution: float = 1,
    seed: Any = None,  # noqa: ANN401 - a random.Random, a number or None
) -> Tries:
    """Return the communities of `leiden_communities`, with how many tries agree on them.

    Examples
    --------
    >>> try_leiden(Graph.from_edges("abc", [0], [1], directed=False), seed=1).agreeing_count
    20
    """
    weights = _read_weights(graph, weight)
    rounds = -1 if graph.number_of_edges() <= SMALL else ROUNDS  # -1: until nothing changes

    def partition_once() -> list[int]:
        membership: list[int] = graph.igraph.community_leiden(
            "modularity", weights=weights, resolution=resolution, n_iterations=rounds
        ).membership
        return membership

    return _choose_best(graph, partition_once, weight, resolution, seed)


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
) -> Tries:
    """Return the partition with the highest modularity among several tries."""
    if not graph.number_of_edges():
        return Tries([{node} for node in graph], (), 0)
    source = seed if isinstance(seed, random.Random) else random.Random(seed)  # noqa: S311
    with seed_igraph(source):
        partitions = [
            _number_by_first(np.array(partition_once(), dtype=np.int64))
            for _ in range(count_tries(graph.number_of_edges()))
        ]
    modularities = [_compute_modularity(graph, each, weight, resolution) for each in partitions]
    first = int(np.argmax(modularities))
    best = partitions[first]
    parts: dict[int, Nodes] = {}
    for node, part in zip(graph, best.tolist(), strict=True):
        parts.setdefault(part, set()).add(node)
    agreeing = sum(np.array_equal(each, best) for each in partitions)
    found = list(zip(partitions, modularities, strict=True))
    found.insert(0, found.pop(first))
    return Tries(list(parts.values()), sorted(modularities, reverse=True), agreeing, found)


def count_tries(edges: int) -> int:
    """Return how often a graph is partitioned: as often as takes about a second, at most 20 times.

    It depends on the edges alone, so that every machine finds the same.

    Examples
    --------
    >>> count_tries(2_000), count_tries(50_000), count_tries(1_000_000)
    (20, 6, 1)
    """
    return max(1, min(TRIES, TRIED_EDGES // max(1, edges)))


def _number_by_first(membership: Rows) -> Rows:
    """Return the communities numbered by their first nodes, so that equal partitions are equal."""
    _, first, part_of = np.unique(membership, return_index=True, return_inverse=True)
    numbers: Rows = np.argsort(np.argsort(first))[part_of]
    return numbers


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
