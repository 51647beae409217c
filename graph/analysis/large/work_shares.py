"""Shares of the work on a measure, which give the same result in one process or in several.

A share is a range of actors whose shortest paths are searched, or a batch of a sample. How the work
is split depends on the edges alone, and the results of the shares are added up in order, so that
the same network gives the same bits with any number of workers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

SHARE_STEPS = 2e8  # of the searches of a share: about two seconds of work, so that progress shows

Share = tuple[int, int]
"""A range of actors (start, end), or a batch of a sample (its size and its seed)."""


class Estimator(Protocol):
    """Computes a measure, exactly or from a sample, on one share after the other.

    Each process creates one from the edges. `graph.analysis.large.worker_process` lists all.
    """

    def __init__(self, edges: EdgeArrays) -> None: ...

    def compute(self, share: Share) -> NDArray[np.float64]:
        """Return the result for a share, as a flat array."""


ComputeShares = Callable[
    [type[Estimator], "EdgeArrays", list[Share]], "Iterator[NDArray[np.float64]]"
]
"""Yields the result for each share, in order."""


def split_actors(edges: EdgeArrays, steps: float | None = None) -> list[Share]:
    """Return ranges of actors whose searches make about as many steps each, or `SHARE_STEPS`.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> split_actors(EdgeArrays(3, np.array([0, 1]), np.array([1, 2])))
    [(0, 3)]
    """
    steps_of_a_search = edges.actor_count + len(edges.sources) + 1
    return split_range(edges.actor_count, max(1, int((steps or SHARE_STEPS) // steps_of_a_search)))


def split_range(count: int, size: int) -> list[Share]:
    """Return the ranges that make up the numbers below a count.

    Examples
    --------
    >>> split_range(5, 2)
    [(0, 2), (2, 4), (4, 5)]
    """
    return [(start, min(start + size, count)) for start in range(0, count, size)]


def list_batches(count: int, size: int, seed: int) -> list[Share]:
    """Return the batches of a sample, each with its size and a seed of its own.

    Examples
    --------
    >>> list_batches(2, 1_000, seed=3)
    [(1000, 3000009), (1000, 3000010)]
    """
    return [(size, seed * 1_000_003 + number) for number in range(count)]


def add_up(results: Iterator[NDArray[np.float64]], length: int) -> NDArray[np.float64]:
    """Return the sum of the results, added in order: the same to the last bit."""
    import numpy as np

    total = np.zeros(length)
    for result in results:
        total += result
    return total
