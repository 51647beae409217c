"""Breadth-first search from up to 64 actors at once, with a bit for each (Then et al., 2014).

Every actor has 64 bits, one for each source, which say from which sources it has been reached. In
a step it receives the bits of all its neighbours: one pass over the edges is a step of 64 searches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

WIDTH = 64


class BitsetSearch:
    """Breadth-first search along edges, or against them.

    Parameters
    ----------
    edges
        Each counts as one step; distances are ignored.
    reverse
        Whether to follow edges from target to source; without direction that is the same.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> path = BitsetSearch(EdgeArrays(3, np.array([0, 1]), np.array([1, 2])))
    >>> [(step, bits.tolist()) for step, bits in path.search([0, 2])]
    [(1, [0, 3, 0]), (2, [2, 0, 1])]
    """

    def __init__(self, edges: EdgeArrays, *, reverse: bool = False) -> None:
        import numpy as np

        matrix = edges.to_matrix()
        # Row by row the actors from which an actor is reached in a step.
        predecessors = matrix if reverse or not edges.directed else matrix.T.tocsr()
        self.actor_count = edges.actor_count
        self._predecessors = predecessors.indices
        self._rows = np.flatnonzero(np.diff(predecessors.indptr))
        self._starts = predecessors.indptr[self._rows]

    def search(self, sources: Sequence[int]) -> Iterator[tuple[int, NDArray[np.uint64]]]:
        """Yield each number of steps, from 1, with the bits of the sources at that distance.

        Parameters
        ----------
        sources
            At most `WIDTH` actors, also the same twice; the first has the bit 1, then 2, 4, ...
        """
        import numpy as np

        seen = np.zeros(self.actor_count, np.uint64)
        bits = np.left_shift(np.uint64(1), np.arange(len(sources), dtype=np.uint64))
        np.bitwise_or.at(seen, np.asarray(sources, np.int64), bits)
        frontier, step = seen.copy(), 0
        while len(self._rows):
            received = np.bitwise_or.reduceat(frontier[self._predecessors], self._starts)
            new = received & ~seen[self._rows]
            if not new.any():
                return
            seen[self._rows] |= new
            frontier = np.zeros(self.actor_count, np.uint64)
            frontier[self._rows] = new
            step += 1
            yield step, frontier


def split_sources(sources: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield as many sources at a time as are searched from at once.

    Examples
    --------
    >>> [len(part) for part in split_sources(range(150))]
    [64, 64, 22]
    """
    for start in range(0, len(sources), WIDTH):
        yield sources[start : start + WIDTH]
