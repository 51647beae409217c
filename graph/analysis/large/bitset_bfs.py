"""Steps from up to 64 actors to all others at once (Then et al., 2014).

Every actor holds 64 bits, one for each source, which say from whom it has been reached. In one
step each takes over the bits of all those who have a tie to it: one pass over the ties is a step
of 64 searches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import Ties

WIDTH = 64


class Waves:
    """Searches over ties, along their direction or against it.

    Parameters
    ----------
    ties
        Each counts as one step; distances do not matter.
    against
        Whether to walk ties from target to source; without direction that is the same.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import Ties
    >>> chain = Waves(Ties(3, np.array([0, 1]), np.array([1, 2])))
    >>> [(step, bits.tolist()) for step, bits in chain.reached([0, 2])]
    [(1, [0, 3, 0]), (2, [2, 0, 1])]
    """

    def __init__(self, ties: Ties, *, against: bool = False) -> None:
        import numpy as np

        matrix = ties.matrix()
        # Row by row those from whom an actor is reached.
        arriving = matrix if against or not ties.directed else matrix.T.tocsr()
        self.number = ties.number
        self._from = arriving.indices
        self._rows = np.flatnonzero(np.diff(arriving.indptr))
        self._starts = arriving.indptr[self._rows]

    def reached(self, sources: Sequence[int]) -> Iterator[tuple[int, NDArray[np.uint64]]]:
        """Yield each number of steps, from 1, with the bits of whom every actor is that far from.

        Parameters
        ----------
        sources
            At most `WIDTH` actors, who need not differ; the first one's bit is 1, then 2, 4, ...
        """
        import numpy as np

        seen = np.zeros(self.number, np.uint64)
        bits = np.left_shift(np.uint64(1), np.arange(len(sources), dtype=np.uint64))
        np.bitwise_or.at(seen, np.asarray(sources, np.int64), bits)
        edge, step = seen.copy(), 0
        while len(self._rows):
            new = np.bitwise_or.reduceat(edge[self._from], self._starts) & ~seen[self._rows]
            if not new.any():
                return
            seen[self._rows] |= new
            edge = np.zeros(self.number, np.uint64)
            edge[self._rows] = new
            step += 1
            yield step, edge


def widths(sources: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield sources as many at a time as are searched at once.

    Examples
    --------
    >>> [len(part) for part in widths(range(150))]
    [64, 64, 22]
    """
    for start in range(0, len(sources), WIDTH):
        yield sources[start : start + WIDTH]
