"""Measures of shortest paths in large networks: exact in shares, or from a sample.

What is done depends on the ties and on what was asked, never on the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from graph.analysis.large import nearness
from graph.analysis.large.sampling import DOUBT, SEED, Sample, batches, error_bounds
from graph.analysis.large.shares import Share, shares
from graph.analysis.large.workers import PAYS, cores, working
from graph.select.projection import MANY

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import Ties

SEARCHED = frozenset({"betweenness", "closeness", "harmonic"})
SMALL = 1e6  # steps of all searches; up to here networkx takes less than a second
MOST_EXACT = 4e9  # steps; about a minute of igraph's betweenness on one core
MOST_NEAR = 5e10  # steps; about a minute of searches from 64 actors at once

Progress = Callable[[str, int, int], None]


def silent(_: str, __: int, ___: int) -> None:
    """Tell nobody how far the work is."""


@dataclass(frozen=True)
class Ways:
    """How measures are taken where there is a choice.

    Parameters
    ----------
    exact
        Whether every score is to be exact; None samples where that would take long.
    seed
        Of the sample.
    progress
        Told a measure, and how many shares of it are done, of how many.
    workers
        How many processes; None for one a core where that pays. The scores are the same.
    """

    exact: bool | None = None
    seed: int = SEED
    progress: Progress = silent
    workers: int | None = None


def searched(
    measure: str, ties: Ties, ways: Ways
) -> tuple[NDArray[np.float64], Sample | None] | None:
    """Return the actors' scores, and how they were sampled where they are not exact.

    None for a network so small that nothing is gained. Directed closeness, and whatever heeds
    weights, are always exact.

    Parameters
    ----------
    measure
        One of `SEARCHED`.
    ties
        Of the projection, with distances when weighted.
    ways
        How to take it.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import Ties
    >>> star = Ties(4, np.array([0, 0, 0]), np.array([1, 2, 3]))
    >>> scores, how = searched("betweenness", star, Ways(exact=False))
    >>> scores.round(1).tolist(), how.sample_count
    ([1.0, 0.0, 0.0, 0.0], 30000)
    """
    if ties.distances is None and _is_long(measure, ties, ways):
        return _sampled(measure, ties, ways)
    if _steps(ties) <= SMALL and len(ties.sources) < MANY:
        return None
    return _exact(measure, ties, ways), None


def _is_long(measure: str, ties: Ties, ways: Ways) -> bool:
    """Whether a measure is sampled: as told, or where all searches would take too long."""
    if ways.exact is True or not ties.number or (measure == "closeness" and ties.directed):
        return False
    most = MOST_EXACT if measure == "betweenness" else MOST_NEAR
    return ways.exact is False or (_steps(ties) > most and ties.cost > most)


def _steps(ties: Ties) -> float:
    return float(ties.number) * (ties.number + len(ties.sources))


def _exact(measure: str, ties: Ties, ways: Ways) -> NDArray[np.float64]:
    import numpy as np

    if measure != "betweenness" and ties.distances is None:
        return nearness.exact(measure, ties, ties.number - 1, partial(_doing, measure, ways))
    parts = _done(measure, measure, ties, shares(ties), ways)
    if measure != "betweenness":
        return np.concatenate(list(parts))
    return _sum(parts, ties.number) * _paths_once(ties) / _pairs(ties)


def _pairs(ties: Ties) -> int:
    """Return how many ordered pairs of others each actor has."""
    return max(1, (ties.number - 1) * (ties.number - 2))


def _paths_once(ties: Ties) -> int:
    """Return by how much igraph's counts are to be multiplied to be of ordered pairs."""
    return 1 if ties.directed else 2


def _sampled(measure: str, ties: Ties, ways: Ways) -> tuple[NDArray[np.float64], Sample | None]:
    if measure == "betweenness":
        return _sampled_betweenness(ties, ways)
    return nearness.sampled(measure, ties, ways.seed, partial(_doing, measure, ways))


def _sampled_betweenness(ties: Ties, ways: Ways) -> tuple[NDArray[np.float64], Sample]:
    """Sample the pairs within the largest component; all pairs of others are taken exactly."""
    import numpy as np

    labels = ties.labels
    inside = np.flatnonzero(labels == np.bincount(labels).argmax())
    outside = np.flatnonzero(labels != labels[inside[0]])
    part = ties.within(inside)
    asked = batches(part, ways.seed) if len(inside) > 1 else []
    samples = sum(size for size, _ in asked)
    sums = _sum(_done("sampled", "betweenness", part, asked, ways), 2 * len(inside))
    total, squares = sums[: len(inside)], sums[len(inside) :]
    share = len(inside) * (len(inside) - 1) / _pairs(ties)
    scores = np.zeros(ties.number)
    scores[inside] = total / max(1, samples) * share
    rest = ties.within(outside)
    if len(rest.sources):
        counts = _sum(_done("betweenness", "betweenness", rest, shares(rest), ways), rest.number)
        scores[outside] = counts * _paths_once(ties) / _pairs(ties)
    error = float(error_bounds(total, squares, samples).max()) * share if samples > 1 else 0.0
    return scores, Sample(min(1.0, error), 1 - DOUBT, samples, ways.seed)


def _sum(parts: Iterator[NDArray[np.float64]], length: int) -> NDArray[np.float64]:
    """Add up in order, so that the result is the same to the last bit."""
    import numpy as np

    total = np.zeros(length)
    for part in parts:
        total += part
    return total


def _doing(
    measure: str, ways: Ways, task: str, ties: Ties, asked: list[Share]
) -> Iterator[NDArray[np.float64]]:
    return _done(task, measure, ties, asked, ways)


def _done(
    task: str, measure: str, ties: Ties, asked: list[Share], ways: Ways
) -> Iterator[NDArray[np.float64]]:
    """Yield what comes of each share, and tell how far that is."""
    workers = ways.workers
    if workers is None:
        workers = cores() if _steps(ties) > PAYS else 1
    ways.progress(measure, 0, len(asked))
    with working(task, ties, asked, workers) as parts:
        for done, part in enumerate(parts, 1):
            ways.progress(measure, done, len(asked))
            yield part
