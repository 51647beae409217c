"""Search shortest paths from many vertices, some at once: the cycles that a solution violates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

VIOLATED = 1 - 1e-4  # a cycle is covered where its edges sum to 1
STEP = 1e-7  # so that of equally short cycles the one of fewest edges is found
AT_ONCE = 64  # sources of one search: bounds the memory


def iter_shortest_paths(
    lengths: sparse.csr_array, sources: Sequence[int], deadline: float
) -> Iterator[tuple[int, NDArray[np.float64], NDArray[np.int32]]]:
    """Yield each source with the distances from it, and the vertex before each on the way there.

    Parameters
    ----------
    lengths
        The length of every edge, both ways.
    sources
        Where the paths begin.
    deadline
        When to stop, by `time.monotonic`.

    Examples
    --------
    >>> from math import inf
    >>> from scipy.sparse import csr_array
    >>> edge = csr_array([[0, 0.5], [0.5, 0]])
    >>> [(source, distances, before)] = iter_shortest_paths(edge, [1], inf)
    >>> source, distances.tolist(), int(before[0])
    (1, [0.5, 0.0], 1)
    """
    from scipy.sparse.csgraph import dijkstra

    for first in range(0, len(sources), AT_ONCE):
        if monotonic() > deadline:
            return
        chunk = sources[first : first + AT_ONCE]
        distances, before = dijkstra(lengths, indices=chunk, return_predecessors=True, limit=1.0)
        yield from zip(chunk, distances, before, strict=True)
