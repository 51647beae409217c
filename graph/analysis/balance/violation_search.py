"""Search shortest paths from many vertices, some at once: the cycles that a solution violates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    from graph.analysis.balance.signed_graph import Numbers

VIOLATED = 1 - 1e-4  # a cycle is covered where its edges sum to 1
STEP = 1e-7  # so that of equally short cycles the one of fewest edges is found
AT_ONCE = 64  # sources of one search: bounds the memory
FEW_LOOKS = 20_000  # edges times sources that are searched sooner than scipy is imported
LIMIT = 1.0  # how far a search goes

Found = tuple[int, Sequence[float], Sequence[int]]


@dataclass(frozen=True)
class Ways:
    """Edges that are walked either way.

    Parameters
    ----------
    size
        How many vertices there are.
    sources, targets
        The two ends of every edge.
    lengths
        The length of every edge, above 0.
    """

    size: int
    sources: Numbers
    targets: Numbers
    lengths: NDArray[np.float64]

    def list_around(self) -> list[list[tuple[int, float]]]:
        """Return for each vertex its neighbours, with the lengths of the edges to them."""
        around: list[list[tuple[int, float]]] = [[] for _ in range(self.size)]
        columns = self.sources.tolist(), self.targets.tolist(), self.lengths.tolist()
        for source, target, length in zip(*columns, strict=True):
            around[source].append((target, length))
            around[target].append((source, length))
        return around

    def build_matrix(self) -> sparse.csr_array:
        """Return the lengths as a matrix, which is read either way."""
        import numpy as np
        from scipy import sparse

        rows = np.concatenate((self.sources, self.targets)).astype(np.int32)
        columns = np.concatenate((self.targets, self.sources)).astype(np.int32)
        lengths = np.tile(self.lengths, 2)
        return sparse.csr_array((lengths, (rows, columns)), shape=(self.size, self.size))


def iter_shortest_paths(ways: Ways, sources: Sequence[int], deadline: float) -> Iterator[Found]:
    """Yield each source with the distances from it, and the vertex before each on the way there.

    Parameters
    ----------
    ways
        The edges.
    sources
        Where the paths begin.
    deadline
        When to stop, by `time.monotonic`.

    Examples
    --------
    >>> import numpy as np
    >>> edge = Ways(2, np.array([0]), np.array([1]), np.array([0.5]))
    >>> list(iter_shortest_paths(edge, [1], inf))
    [(1, [0.5, 0.0], [1, -1])]
    """
    if len(ways.lengths) * len(sources) > FEW_LOOKS:
        yield from _iter_by_scipy(ways, sources, deadline)
        return
    around = ways.list_around()
    for source in sources:
        if monotonic() > deadline:
            return
        yield source, *_search(around, source)


def _iter_by_scipy(ways: Ways, sources: Sequence[int], deadline: float) -> Iterator[Found]:
    from scipy.sparse.csgraph import dijkstra

    matrix = ways.build_matrix()
    options: dict[str, Any] = {"return_predecessors": True, "limit": LIMIT}
    for first in range(0, len(sources), AT_ONCE):
        if monotonic() > deadline:
            return
        chunk = sources[first : first + AT_ONCE]
        distances, before = dijkstra(matrix, indices=chunk, **options)
        yield from zip(chunk, distances, before, strict=True)


def _search(around: list[list[tuple[int, float]]], source: int) -> tuple[list[float], list[int]]:
    """Return the distances from a source, and the vertex before each (Dijkstra, 1959)."""
    distances, before = [inf] * len(around), [-1] * len(around)
    distances[source] = 0.0
    waiting = [(0.0, source)]
    while waiting:
        reached, vertex = heappop(waiting)
        if reached > distances[vertex]:
            continue
        for other, length in around[vertex]:
            far = reached + length
            if far <= LIMIT and far < distances[other]:
                distances[other], before[other] = far, vertex
                heappush(waiting, (far, other))
    return distances, before
