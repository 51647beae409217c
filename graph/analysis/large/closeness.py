"""Closeness and harmonic closeness: exact, or from a sample of actors with the highest exact.

Searches from all actors count for each actor how many reach it, by how many steps in all, and the
sum of the reciprocals of the steps. A sample searches from some actors, drawn at random, instead
of all (Eppstein & Wang, 2004); actors that may be among the highest by its error bound are then
computed exactly (Okamoto, Chen & Li, 2008).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.large.sample import DOUBT, Sample, bound_errors
from graph.analysis.large.step_sums import AllStepSums, SampledStepSums, SingleStepSums
from graph.analysis.large.work_shares import (
    ComputeShares,
    Share,
    add_up,
    list_batches,
    split_actors,
    split_range,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

DECIMALS = 9  # of harmonic; sums in another order differ in their last bits
SAMPLES = 8_192  # actors to search from
BATCH = 512  # of them in one share
SEARCH_STEPS = 2e9  # of the searches of a share: about two seconds of work
REFINED = 2_048  # of the highest by the sample, which are then computed exactly


class WeightedCloseness:
    """Computes the closeness of a range of actors with igraph, which uses distances."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._edges, self._graph, self._unit = edges, edges.to_igraph(), edges.unit
        self._weights = None if edges.weights is None else "distance"
        self._components = edges.components

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the scores of the range, scaled by the share of actors that reach each."""
        import numpy as np

        rows = list(range(*share))
        scores = self._graph.closeness(rows, mode="in", weights=self._weights, normalized=True)
        if self._edges.directed:
            order = self._edges.actor_count
            reach = self._graph.neighborhood_size(rows, order=order, mode="in")
        else:
            reach = np.bincount(self._components)[self._components[rows]]
        others = np.array(reach) - 1
        most = max(1, self._edges.actor_count - 1)
        return np.where(others > 0, np.array(scores) * self._unit * others / most, 0.0)


class WeightedHarmonic:
    """Computes the harmonic closeness of a range of actors with igraph, which uses distances."""

    def __init__(self, edges: EdgeArrays) -> None:
        self._graph, self._unit = edges.to_igraph(), edges.unit
        self._weights = None if edges.weights is None else "distance"

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the scores of the range."""
        import numpy as np

        scores = self._graph.harmonic_centrality(
            list(range(*share)), mode="in", weights=self._weights, normalized=False
        )
        return np.nan_to_num(np.array(scores, dtype=np.float64)) * self._unit


def compute_scores(measure: str, edges: EdgeArrays, compute: ComputeShares) -> NDArray[np.float64]:
    """Return the exact scores of all actors.

    Parameters
    ----------
    measure
        ``closeness`` or ``harmonic``.
    edges
        The edges of the projection, with weights when weighted.
    compute
        Computes the shares.
    """
    import numpy as np

    if edges.weights is None:
        return _sum_steps(measure, edges, edges.actor_count - 1, compute)
    estimator = WeightedCloseness if measure == "closeness" else WeightedHarmonic
    return np.concatenate([np.zeros(0), *compute(estimator, edges, split_actors(edges))])


def _sum_steps(
    measure: str, edges: EdgeArrays, others: int, compute: ComputeShares
) -> NDArray[np.float64]:
    """Return the exact scores by searches from all actors.

    There may be more others than `edges` has: those of other components.
    """
    shares = split_actors(edges, SEARCH_STEPS)
    sums = add_up(compute(AllStepSums, edges, shares), 3 * edges.actor_count)
    return _to_scores(measure, sums.reshape(3, -1), others)


def _to_scores(measure: str, sums: NDArray[np.float64], others: int) -> NDArray[np.float64]:
    """Return scores by how many actors reach each, by their steps, and by the reciprocals."""
    import numpy as np

    reach, steps, reciprocals = sums
    if measure == "harmonic":
        rounded: NDArray[np.float64] = np.round(reciprocals, DECIMALS)
        return rounded
    nearness = np.divide(reach, steps, out=np.zeros(len(reach)), where=steps > 0)
    scores: NDArray[np.float64] = nearness * (reach / max(1, others))
    return scores


def sample_scores(
    measure: str, edges: EdgeArrays, seed: int, compute: ComputeShares
) -> tuple[NDArray[np.float64], Sample | None]:
    """Return scores from a sample in the largest component, the highest exact, and the sample.

    In the other components every score is exact. Where all are, there is no sample.

    Parameters
    ----------
    measure
        ``closeness``, for undirected edges, or ``harmonic``.
    edges
        Each counts as one step.
    seed
        Seed of the sample.
    compute
        Computes the shares.
    """
    import numpy as np

    others, components = edges.actor_count - 1, edges.components
    inside = np.flatnonzero(components == np.bincount(components, minlength=1).argmax())
    if len(inside) <= REFINED:
        return _sum_steps(measure, edges, others, compute), None
    outside = np.flatnonzero(components != components[inside[0]])
    largest = edges.induce(inside)
    estimate = _estimate(measure, largest, others, seed, compute)
    best = np.argsort(-estimate.high, kind="stable")[:REFINED]
    scores, is_exact = np.zeros(edges.actor_count), np.ones(edges.actor_count, bool)
    scores[inside], is_exact[inside] = estimate.scores, False
    scores[inside[best]] = _refine(measure, largest, best, others, compute)
    is_exact[inside[best]] = True
    if len(outside):
        scores[outside] = _sum_steps(measure, edges.induce(outside), others, compute)
    unsure = ~is_exact[inside]
    exact_count = int((scores[is_exact] > estimate.high[unsure].max()).sum())
    error = float(estimate.error[unsure].max())
    return scores, Sample(error, 1 - DOUBT, SAMPLES, seed, exact_count)


@dataclass(frozen=True)
class _Estimate:
    """Scores from a sample, with bounds on the exact ones."""

    scores: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @property
    def error(self) -> NDArray[np.float64]:
        import numpy as np

        return np.maximum(self.high - self.scores, self.scores - self.low)


def _estimate(
    measure: str, edges: EdgeArrays, others: int, seed: int, compute: ComputeShares
) -> _Estimate:
    """Estimate the scores within a component; neighbours are counted, only others sampled."""
    import numpy as np

    batches = list_batches(SAMPLES // BATCH, BATCH, seed)
    sums, most_steps = _collect(compute(SampledStepSums, edges, batches), edges.actor_count)
    far, far_squared, reciprocals, squared = sums
    neighbours = np.bincount(edges.targets, minlength=edges.actor_count).astype(float)
    if not edges.directed:
        neighbours += np.bincount(edges.sources, minlength=edges.actor_count)
    if measure == "harmonic":
        mean, error = _average(reciprocals, squared, 0.5)
        bounds = (mean, np.maximum(0, mean - error), np.minimum(0.5, mean + error))
        return _Estimate(*(neighbours + edges.actor_count * each for each in bounds))
    # Two actors are at most as far apart as both together are from a third.
    mean, error = _average(far, far_squared, max(1.0, 2 * most_steps - 2))
    reach = np.full(edges.actor_count, edges.actor_count - 1.0)
    least = 2 * reach - neighbours
    means = (mean, mean + error, np.maximum(0, mean - error))
    steps = (least + edges.actor_count * each for each in means)
    return _Estimate(*(_to_scores(measure, np.stack((reach, n, n)), others) for n in steps))


def _collect(
    results: Iterator[NDArray[np.float64]], actor_count: int
) -> tuple[NDArray[np.float64], float]:
    """Return the sums of all batches, and the smallest of their most steps."""
    import numpy as np

    sums, most_steps = np.zeros((4, actor_count)), float("inf")
    for result in results:
        sums += result[:-1].reshape(4, -1)
        most_steps = min(most_steps, float(result[-1]))
    return sums, most_steps


def _average(
    total: NDArray[np.float64], squares: NDArray[np.float64], most: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the means of samples from 0 to `most`, and the bounds on their errors."""
    return total / SAMPLES, most * bound_errors(total / most, squares / most**2, SAMPLES)


def _refine(
    measure: str, edges: EdgeArrays, best: NDArray[np.int64], others: int, compute: ComputeShares
) -> NDArray[np.float64]:
    """Return the exact scores of some actors, which are numbered first for that."""
    import numpy as np

    rest = np.setdiff1d(np.arange(edges.actor_count), best)
    ordered = edges.induce(np.concatenate((best, rest)))
    results = compute(SingleStepSums, ordered, split_range(len(best), BATCH))
    sums = [result.reshape(3, -1) for result in results]
    return _to_scores(measure, np.concatenate(sums, axis=1), others)
