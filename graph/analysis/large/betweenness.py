"""Betweenness: exact, or from a sample of pairs with a bound that holds for all actors at once.

Pairs of actors are drawn at random. Every actor between the two gets the share of their shortest
paths that lead through it: its mean over all pairs is betweenness (Riondato & Upfal, 2018).
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from graph.analysis.large.pair_search import PairSearch
from graph.analysis.large.sample import DOUBT, Sample, bound_errors
from graph.analysis.large.weighted_betweenness import COST, WholeBetweenness
from graph.analysis.large.whole_lengths import find_whole_lengths
from graph.analysis.large.work_shares import (
    SHARE_STEPS,
    ComputeShares,
    Estimator,
    Share,
    add_up,
    list_batches,
    split_actors,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

SAMPLES = 30_000  # pairs; they find 96 % of the first fifty where 5,000 find 90 %
BATCH = 1_000
DEEP = 500  # steps; rounds of searches between pairs take longer than searches from sources
SOURCES, SOURCE_BATCH = 1_000, 50
MOST_SEEN = 64_000_000  # bytes that mark which actors have been reached, in one batch


class ExactBetweenness:
    """Counts the shortest paths from a range of actors, by the actors they lead through."""

    def __init__(self, edges: EdgeArrays) -> None:
        lengths = None
        if edges.weights is not None:
            whole = find_whole_lengths(edges.weights, edges.actor_count)
            lengths = list(map(float, whole.lengths)) if whole.is_exact_in_igraph else None
        self._graph = edges.to_igraph(lengths)
        self._weights = None if edges.weights is None else "distance"

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the counts for all actors."""
        import numpy as np

        return np.array(self._graph.betweenness(sources=range(*share), weights=self._weights))


class SampledBetweenness:
    """Draws a batch of pairs, and adds up the shares of their paths that lead through actors."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._actor_count, self._search = edges.actor_count, PairSearch(edges)

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the sums for all actors, then the sums of the squares."""
        import numpy as np

        size, seed = share
        draw = Random(seed).random  # noqa: S311 - chance that can be repeated
        drawn = np.array([(draw(), draw()) for _ in range(size)])
        sources = (drawn[:, 0] * self._actor_count).astype(np.int64)
        targets = (drawn[:, 1] * (self._actor_count - 1)).astype(np.int64)
        targets += targets >= sources
        between = self._search.share_paths(sources, targets)
        sums = np.bincount(between.indices, between.data, self._actor_count)
        squares = np.bincount(between.indices, between.data**2, self._actor_count)
        return np.concatenate((sums, squares))


class SourceBetweenness:
    """Draws a batch of actors, and adds up the shares of the paths from each that lead through.

    The steps of its paths make no difference to the time that a search from an actor takes. A
    search between pairs takes a round for each step.
    """

    def __init__(self, edges: EdgeArrays) -> None:
        self._graph, self._actor_count = edges.to_igraph(), edges.actor_count
        self._share = _count_directions(edges) / max(1, edges.actor_count - 2)

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the sums for all actors, then the sums of the squares."""
        import numpy as np

        size, seed = share
        draw = Random(seed).randrange  # noqa: S311 - chance that can be repeated
        sums = np.zeros((2, self._actor_count))
        for _ in range(size):
            between = np.array(self._graph.betweenness(sources=[draw(self._actor_count)]))
            between *= self._share
            sums += between, between**2
        return sums.ravel()


def needs_whole_lengths(edges: EdgeArrays) -> bool:
    """Return whether igraph's rounding would decide which weighted paths are equally short."""
    if edges.weights is None:
        return False
    return not find_whole_lengths(edges.weights, edges.actor_count).is_exact_in_igraph


def compute_scores(
    edges: EdgeArrays, compute: ComputeShares, *, whole: bool = False
) -> NDArray[np.float64]:
    """Return the exact scores of all actors.

    Parameters
    ----------
    edges
        The edges of the projection.
    compute
        Computes the shares.
    whole
        Whether lengths are whole numbers of any size, which takes many times longer.
    """
    estimator: type[Estimator] = WholeBetweenness if whole else ExactBetweenness
    shares = split_actors(edges, SHARE_STEPS / COST if whole else None)
    counts = add_up(compute(estimator, edges, shares), edges.actor_count)
    return counts * _count_directions(edges) / _count_pairs(edges)


def sample_scores(
    edges: EdgeArrays, seed: int, compute: ComputeShares
) -> tuple[NDArray[np.float64], Sample]:
    """Return scores from a sample of the largest component, and the sample.

    Pairs are drawn, or the sources of paths where these have very many steps. In the other
    components every pair is counted.

    Parameters
    ----------
    edges
        The edges of the projection.
    seed
        Seed of the sample.
    compute
        Computes the shares.
    """
    import numpy as np

    components = edges.components
    inside = np.flatnonzero(components == np.bincount(components).argmax())
    outside = np.flatnonzero(components != components[inside[0]])
    largest, others = edges.induce(inside), edges.induce(outside)
    estimator, batches, pair_count = _plan_sample(largest, seed)
    share = pair_count / _count_pairs(edges)
    sample_count = sum(size for size, _ in batches)
    sums = add_up(compute(estimator, largest, batches), 2 * len(inside))
    total, squares = sums[: len(inside)], sums[len(inside) :]
    scores = np.zeros(edges.actor_count)
    highest = _count_pairs(largest) / _count_pairs(edges)  # a sample may give more by chance
    scores[inside] = np.minimum(total / max(1, sample_count) * share, highest)
    if len(others.sources):
        counts = add_up(compute(ExactBetweenness, others, split_actors(others)), others.actor_count)
        scores[outside] = counts * _count_directions(edges) / _count_pairs(edges)
    error = 0.0
    if sample_count > 1:
        error = float(bound_errors(total, squares, sample_count).max()) * share
    return scores, Sample(min(1.0, error), 1 - DOUBT, sample_count, seed)


def _plan_sample(edges: EdgeArrays, seed: int) -> tuple[type[Estimator], list[Share], int]:
    """Return what is drawn of a component, in which batches, and from how many ordered pairs."""
    size = edges.actor_count
    if size > DEEP and edges.depth > DEEP:
        batches = list_batches(SOURCES // SOURCE_BATCH, SOURCE_BATCH, seed)
        return SourceBetweenness, batches, size * (size - 2)
    return SampledBetweenness, _list_batches(edges, seed) if size > 1 else [], size * (size - 1)


def _list_batches(edges: EdgeArrays, seed: int) -> list[Share]:
    size = max(1, min(BATCH, MOST_SEEN // (2 * edges.actor_count + 1)))
    return list_batches(-(-SAMPLES // size), size, seed)


def _count_pairs(edges: EdgeArrays) -> int:
    """Return how many ordered pairs of other actors each actor has."""
    return max(1, (edges.actor_count - 1) * (edges.actor_count - 2))


def _count_directions(edges: EdgeArrays) -> int:
    """Return how often an ordered pair counts for each path that igraph counts."""
    return 1 if edges.directed else 2
