"""Which way a measure of shortest paths is computed: exactly in shares, or from a sample.

It depends on the edges and on the options, never on the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from graph.analysis.large import betweenness, closeness
from graph.analysis.large.sample import SEED, Sample
from graph.analysis.large.work_shares import Estimator, Share
from graph.analysis.large.workers import WORTHWHILE, compute_with_workers, count_cores
from graph.select.projection import MANY

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

PATH_MEASURES = frozenset({"betweenness", "closeness", "harmonic"})
SMALL = 1e6  # steps of all searches; up to here networkx takes less than a second
MOST_BETWEENNESS = 4e9  # steps; about a minute of igraph's betweenness on one core
MOST_CLOSENESS = 5e10  # steps; about a minute of searches from 64 actors at once

ReportProgress = Callable[[str, int, int], None]
"""Receives a measure, how many of its shares are done, and how many there are."""


def ignore_progress(_: str, __: int, ___: int) -> None:
    """Report no progress."""


@dataclass(frozen=True)
class MeasureOptions:
    """How measures are computed.

    Parameters
    ----------
    exact
        Whether every score is exact; None samples where exact scores would take long.
    seed
        Seed of the sample.
    report
        Called with the progress.
    workers
        How many processes; None for one for each core where that is worthwhile. The scores are the
        same with any number.
    """

    exact: bool | None = None
    seed: int = SEED
    report: ReportProgress = ignore_progress
    workers: int | None = None


def compute_scores(
    measure: str, edges: EdgeArrays, options: MeasureOptions
) -> tuple[NDArray[np.float64], Sample | None] | None:
    """Return the actors' scores, and their sample where they are not exact.

    Returns None for a small network, where networkx is as quick. Directed closeness, and whatever
    uses weights, are always exact.

    Parameters
    ----------
    measure
        A name in `PATH_MEASURES`.
    edges
        The edges of the projection, with distances when weighted.
    options
        How to compute it.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> star = EdgeArrays(4, np.array([0, 0, 0]), np.array([1, 2, 3]))
    >>> scores, sample = compute_scores("betweenness", star, MeasureOptions(exact=False))
    >>> scores.round(1).tolist(), sample.sample_count
    ([1.0, 0.0, 0.0, 0.0], 30000)
    """
    compute = partial(_compute_shares, measure, options)
    if edges.distances is None and _is_sampled(measure, edges, options):
        if measure == "betweenness":
            return betweenness.sample_scores(edges, options.seed, compute)
        return closeness.sample_scores(measure, edges, options.seed, compute)
    if edges.most_search_steps <= SMALL and len(edges.sources) < MANY:
        return None
    if measure == "betweenness":
        return betweenness.compute_scores(edges, compute), None
    return closeness.compute_scores(measure, edges, compute), None


def _is_sampled(measure: str, edges: EdgeArrays, options: MeasureOptions) -> bool:
    """Return whether to sample: on request, or because all searches would take too long."""
    if options.exact is True or not edges.actor_count:
        return False
    if measure == "closeness" and edges.directed:
        return False
    most = MOST_BETWEENNESS if measure == "betweenness" else MOST_CLOSENESS
    return options.exact is False or (edges.most_search_steps > most and edges.search_steps > most)


def _compute_shares(
    measure: str,
    options: MeasureOptions,
    estimator: type[Estimator],
    edges: EdgeArrays,
    shares: list[Share],
) -> Iterator[NDArray[np.float64]]:
    """Yield the result for each share, and report the progress."""
    workers = options.workers
    if workers is None:
        workers = count_cores() if edges.most_search_steps > WORTHWHILE else 1
    options.report(measure, 0, len(shares))
    with compute_with_workers(estimator, edges, shares, workers) as results:
        for done, result in enumerate(results, 1):
            options.report(measure, done, len(shares))
            yield result
