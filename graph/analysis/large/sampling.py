"""Betweenness from a sample of pairs, with a bound on the error that holds for all actors at once.

Pairs of actors are drawn at random. Of each, all shortest paths are searched from both ends, and
every actor between the two gets the share of paths that lead through them: its mean over all
pairs is betweenness (Riondato & Upfal, 2018). The empirical Bernstein bound (Maurer & Pontil,
2009), spread over all actors and both sides, tells how far off the mean of a sample may be.

A batch of pairs is searched at once, as rows of sparse matrices: row i from the source of pair i,
row i + the number of pairs from its target. In each round every pair grows its lighter side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import Ties
    from graph.analysis.large.shares import Share, Task

SAMPLES = 30_000  # pairs; they find 96 % of the first fifty where 5,000 find 90 %
BATCH = 1_000
MOST_SEEN = 64_000_000  # bytes that tell who has been met, in one batch
DOUBT = 0.1
SEED = 1

Matrix = Any  # a scipy.sparse.csr_array


@dataclass(frozen=True)
class Sample:
    """How a score was sampled, and how far off it may be.

    Parameters
    ----------
    error
        Every actor's score is at most this far from the exact one, in the measure's unit.
    confidence
        The probability that this holds for all actors together; 0 to 1.
    sample_count
        How many pairs of actors were drawn, or how many actors to search from.
    seed
        With which they were drawn; the same one draws the same.
    exact_count
        How many of the highest are exact, and the highest indeed with that probability.
    """

    error: float
    confidence: float
    sample_count: int
    seed: int
    exact_count: int = 0

    def __str__(self) -> str:
        bound = f"within ±{self.error:.2g} with {self.confidence * 100:.0f} % confidence"
        exact = f", the first {self.exact_count:,} exact" if self.exact_count else ""
        return f"sampled, {bound}{exact}"

    @property
    def rank_note(self) -> str:
        """What the order of the actors rests on."""
        which = f"Ranks below the first {self.exact_count:,}" if self.exact_count else "Ranks"
        return f"{which} rest on sampled scores."

    def to_dict(self) -> dict[str, float]:
        """Return it as data, as in JSON and on the page."""
        return {
            "error": self.error,
            "confidence": self.confidence,
            "sample_count": self.sample_count,
            "seed": self.seed,
            "exact_count": self.exact_count,
        }


def batches(ties: Ties, seed: int = SEED, samples: int = SAMPLES) -> list[Share]:
    """Return the batches of a sample: how many pairs each has, and its seed."""
    size = max(1, min(BATCH, MOST_SEEN // (2 * ties.number + 1)))
    return [(size, seed * 1_000_003 + number) for number in range(-(-samples // size))]


def error_bounds(
    total: NDArray[np.float64], squares: NDArray[np.float64], samples: int
) -> NDArray[np.float64]:
    """Return how far from its expectation the mean of each actor's samples is at the most.

    Parameters
    ----------
    total, squares
        By actor, the sum of the samples (each from 0 to 1), and that of their squares.
    samples
        How many there are.

    Examples
    --------
    >>> import numpy as np
    >>> error_bounds(np.array([50.0]), np.array([50.0]), 100).round(3).tolist()
    [0.223]
    """
    import numpy as np

    doubt = math.log(4 * len(total) / DOUBT)
    variance = np.maximum(0, squares - total**2 / samples) / (samples - 1)
    spread = np.sqrt(2 * variance * doubt / samples)
    bounds: NDArray[np.float64] = spread + 7 * doubt / (3 * (samples - 1))
    return bounds


def pair_shares(ties: Ties) -> Task:
    """Return what samples a batch: the sums of all actors' shares, then those of the squares."""
    import numpy as np

    web = Web(ties)

    def task(share: Share) -> NDArray[np.float64]:
        size, seed = share
        draw = Random(seed).random  # noqa: S311 - chance that can be repeated
        drawn = np.array([(draw(), draw()) for _ in range(size)])
        sources = (drawn[:, 0] * ties.number).astype(np.int64)
        targets = (drawn[:, 1] * (ties.number - 1)).astype(np.int64)
        targets += targets >= sources
        between = web.between(sources, targets)
        sums = np.bincount(between.indices, between.data, ties.number)
        squares = np.bincount(between.indices, between.data**2, ties.number)
        return np.concatenate((sums, squares))

    return task


@dataclass(frozen=True)
class _Round:
    """One round: which rows grew, from whom to whom, and over whom their pairs met."""

    grew: NDArray[np.bool_]
    before: Matrix
    after: Matrix
    met: Matrix


class Web:
    """Ties as matrices, and who has been met by each row of a batch."""

    def __init__(self, ties: Ties) -> None:
        import numpy as np

        self.along = ties.matrix()
        self.against = self.along.T.tocsr() if ties.directed else self.along
        self.number = ties.number
        self.ways = np.diff(self.along.indptr), np.diff(self.against.indptr)
        self.seen = np.zeros(0, dtype=bool)
        self.noted: list[NDArray[np.int64]] = []

    def step(self, rows: Matrix, *, back: bool = False) -> Matrix:
        """Go one step on, or back: from sources along the ties, from targets against them."""
        from scipy import sparse

        if self.along is self.against:
            found = rows @ self.along
        else:
            half = rows.shape[0] // 2
            first, second = self.along, self.against
            if back:
                first, second = second, first
            found = sparse.vstack((rows[:half] @ first, rows[half:] @ second), format="csr")
        return found

    def between(self, sources: NDArray[np.int64], targets: NDArray[np.int64]) -> Matrix:
        """Return a row a pair: the share of its shortest paths that lead through each actor."""
        rounds = list(self._rounds(sources, targets))
        pairs = len(sources)
        front = _rows([], [], pairs=2 * pairs, number=self.number)
        through = front[:pairs]
        for each in reversed(rounds):
            through = through + each.met
            front = front + _twice(each.met)
            stays, goes = _kept_rows(front, ~each.grew), _kept_rows(front, each.grew)
            back = self.step(goes.multiply(_reciprocal(each.after)).tocsr(), back=True)
            back.sort_indices()
            back = back.multiply(each.before).tocsr()
            through = through + back[:pairs] + back[pairs:]
            front = stays + back
        rows = _row_numbers(through)
        ends = (through.indices == sources[rows]) | (through.indices == targets[rows])
        return _kept(through, ~ends)

    def _rounds(self, sources: NDArray[np.int64], targets: NDArray[np.int64]) -> Iterator[_Round]:
        """Search from both ends until every pair has met, or has nowhere to go."""
        import numpy as np

        pairs = len(sources)
        front = _rows(range(2 * pairs), [*sources, *targets], pairs=2 * pairs, number=self.number)
        self._forget(2 * pairs)
        self._fresh(front)
        apart = np.ones(pairs, dtype=bool)
        while True:
            load = self._load(front)
            apart &= (load[:pairs] > 0) & (load[pairs:] > 0)
            if not apart.any():
                return
            lighter = load[:pairs] <= load[pairs:]
            grew = np.concatenate((lighter & apart, ~lighter & apart))
            before = _kept_rows(front, grew)
            after = self._fresh(self.step(before))
            front = _kept_rows(front, ~grew & np.tile(apart, 2)) + after
            met = _kept_rows(front[:pairs].multiply(front[pairs:]).tocsr(), apart)
            counts = np.asarray(met.sum(axis=1)).ravel()
            met.data = met.data / counts[_row_numbers(met)]
            apart &= counts == 0
            yield _Round(grew, before, after, met)

    def _load(self, front: Matrix) -> NDArray[np.float64]:
        """Return how many ties each row would walk next."""
        import numpy as np

        along, against = self.ways
        ends = front.indptr[front.shape[0] // 2]
        ways = np.concatenate(([0], along[front.indices[:ends]], against[front.indices[ends:]]))
        load: NDArray[np.float64] = np.diff(np.cumsum(ways)[front.indptr]).astype(np.float64)
        return load

    def _fresh(self, front: Matrix) -> Matrix:
        """Return those who had not been met by their row, and note that they are now."""
        keys = _row_numbers(front) * self.number + front.indices
        fresh = ~self.seen[keys]
        self.noted.append(keys[fresh])
        self.seen[self.noted[-1]] = True
        found = _kept(front, fresh)
        found.sort_indices()
        return found

    def _forget(self, rows: int) -> None:
        """Note that nobody has been met: only what was noted is undone, as memory is slow."""
        import numpy as np

        if len(self.seen) < rows * self.number:
            self.seen = np.zeros(rows * self.number, dtype=bool)
        for keys in self.noted:
            self.seen[keys] = False
        self.noted = []


def _rows(rows: Any, columns: Any, *, pairs: int, number: int) -> Matrix:  # noqa: ANN401
    """Return a matrix with ones at the places given."""
    import numpy as np
    from scipy import sparse

    places = np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)
    return sparse.coo_array((np.ones(len(places[0])), places), shape=(pairs, number)).tocsr()


def _row_numbers(matrix: Matrix) -> NDArray[np.int64]:
    import numpy as np

    return np.repeat(np.arange(matrix.shape[0], dtype=np.int64), np.diff(matrix.indptr))


def _kept_rows(matrix: Matrix, rows: NDArray[np.bool_]) -> Matrix:
    return _kept(matrix, rows[_row_numbers(matrix)])


def _kept(matrix: Matrix, keep: NDArray[np.bool_]) -> Matrix:
    """Return a matrix without the entries that are not to be kept."""
    import numpy as np
    from scipy import sparse

    starts = np.concatenate(([0], np.cumsum(keep)))[matrix.indptr]
    entries = matrix.data[keep], matrix.indices[keep], starts
    return sparse.csr_array(entries, shape=matrix.shape)


def _twice(matrix: Matrix) -> Matrix:
    from scipy import sparse

    return sparse.vstack((matrix, matrix), format="csr")


def _reciprocal(matrix: Matrix) -> Matrix:
    from scipy import sparse

    entries = 1 / matrix.data, matrix.indices, matrix.indptr
    return sparse.csr_array(entries, shape=matrix.shape)
