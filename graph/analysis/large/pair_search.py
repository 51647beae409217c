"""All shortest paths between many pairs of actors at once, searched from both ends.

A batch of pairs is searched as rows of sparse matrices: row i from the source of pair i, row
i + the number of pairs from its target. In each round every pair extends its lighter side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

Matrix = Any  # a scipy.sparse.csr_array


@dataclass(frozen=True)
class _Round:
    """A round: the rows that were extended, from and to which actors, and where pairs met."""

    extended: NDArray[np.bool_]
    before: Matrix
    after: Matrix
    met: Matrix


class PairSearch:
    """A search between pairs of actors, which remembers the actors that each row has reached.

    Parameters
    ----------
    edges
        Each counts as one step; distances are ignored.
    """

    def __init__(self, edges: EdgeArrays) -> None:
        import numpy as np

        self._forwards = edges.to_matrix()
        self._backwards = self._forwards.T.tocsr() if edges.directed else self._forwards
        self._actor_count = edges.actor_count
        self._degrees = np.diff(self._forwards.indptr), np.diff(self._backwards.indptr)
        self._seen = np.zeros(0, dtype=bool)
        self._seen_keys: list[NDArray[np.int64]] = []

    def share_paths(self, sources: NDArray[np.int64], targets: NDArray[np.int64]) -> Matrix:
        """Return for each pair a row: the share of its shortest paths through each actor."""
        rounds = list(self._search(sources, targets))
        pairs = len(sources)
        frontier = _build_matrix([], [], shape=(2 * pairs, self._actor_count))
        through = frontier[:pairs]
        for each in reversed(rounds):
            through = through + each.met
            frontier = frontier + _stack_twice(each.met)
            stays = _select_rows(frontier, ~each.extended)
            goes = _select_rows(frontier, each.extended)
            back = self._step_back(goes.multiply(_invert(each.after)).tocsr(), each.before)
            through = through + back[:pairs] + back[pairs:]
            frontier = stays + back
        rows = _list_row_numbers(through)
        ends = (through.indices == sources[rows]) | (through.indices == targets[rows])
        return _select(through, ~ends)

    def _search(self, sources: NDArray[np.int64], targets: NDArray[np.int64]) -> Iterator[_Round]:
        """Yield the rounds until every pair has met, or cannot be extended."""
        import numpy as np

        pairs = len(sources)
        ends = [*sources, *targets]
        frontier = _build_matrix(range(2 * pairs), ends, shape=(2 * pairs, self._actor_count))
        self._clear(2 * pairs)
        self._select_unseen(frontier)
        apart = np.ones(pairs, dtype=bool)
        while True:
            load = self._count_edges(frontier)
            apart &= (load[:pairs] > 0) & (load[pairs:] > 0)
            if not apart.any():
                return
            lighter = load[:pairs] <= load[pairs:]
            extended = np.concatenate((lighter & apart, ~lighter & apart))
            before = _select_rows(frontier, extended)
            after = self._select_unseen(self._step(before))
            frontier = _select_rows(frontier, ~extended & np.tile(apart, 2)) + after
            met = _select_rows(frontier[:pairs].multiply(frontier[pairs:]).tocsr(), apart)
            counts = np.asarray(met.sum(axis=1)).ravel()
            met.data = met.data / counts[_list_row_numbers(met)]
            apart &= counts == 0
            yield _Round(extended, before, after, met)

    def _step(self, rows: Matrix) -> Matrix:
        """Go a step on: sources follow edges forwards, targets backwards."""
        from scipy import sparse

        if self._forwards is self._backwards:
            return rows @ self._forwards
        half = rows.shape[0] // 2
        steps = rows[:half] @ self._forwards, rows[half:] @ self._backwards
        return sparse.vstack(steps, format="csr")

    def _step_back(self, after: Matrix, before: Matrix) -> Matrix:
        """Return what the actors before receive from those after, times their own values.

        The edges of the actors before are followed, as in the step on: an actor after may be a hub
        that has many more.
        """
        import numpy as np
        from scipy import sparse

        after.sort_indices()
        none = np.iinfo(np.int64).max  # behind all keys: an actor that is not among those after
        keys = np.append(_list_row_numbers(after) * self._actor_count + after.indices, none)
        values = np.append(after.data, 0.0)
        half = int(before.indptr[before.shape[0] // 2])
        entries, rows = np.arange(len(before.indices)), _list_row_numbers(before)
        sums = np.zeros(len(before.indices))
        for matrix, part in ((self._forwards, slice(half)), (self._backwards, slice(half, None))):
            starts = matrix.indptr[before.indices[part]].astype(np.int64)
            counts = matrix.indptr[before.indices[part] + 1] - starts
            shift = np.repeat(starts - np.concatenate(([0], np.cumsum(counts)[:-1])), counts)
            ends = matrix.indices[np.arange(counts.sum()) + shift]
            wanted = np.repeat(rows[part], counts) * self._actor_count + ends
            found = np.searchsorted(keys, wanted)
            received = np.where(keys[found] == wanted, values[found], 0.0)
            sums += np.bincount(np.repeat(entries[part], counts), received, len(sums))
        columns = sums * before.data, before.indices, before.indptr
        return sparse.csr_array(columns, shape=before.shape)

    def _count_edges(self, frontier: Matrix) -> NDArray[np.float64]:
        """Return how many edges each row would follow next."""
        import numpy as np

        forwards, backwards = self._degrees
        half = frontier.indptr[frontier.shape[0] // 2]
        actors = frontier.indices
        degrees = np.concatenate(([0], forwards[actors[:half]], backwards[actors[half:]]))
        counts: NDArray[np.float64] = np.diff(np.cumsum(degrees)[frontier.indptr]).astype(
            np.float64
        )
        return counts

    def _select_unseen(self, frontier: Matrix) -> Matrix:
        """Return the actors that their row has not reached before, and mark them as seen."""
        keys = _list_row_numbers(frontier) * self._actor_count + frontier.indices
        unseen = ~self._seen[keys]
        self._seen_keys.append(keys[unseen])
        self._seen[self._seen_keys[-1]] = True
        selected = _select(frontier, unseen)
        selected.sort_indices()
        return selected

    def _clear(self, rows: int) -> None:
        """Mark all actors as unseen; only marks that were set are reset, as memory is slow."""
        import numpy as np

        if len(self._seen) < rows * self._actor_count:
            self._seen = np.zeros(rows * self._actor_count, dtype=bool)
        for keys in self._seen_keys:
            self._seen[keys] = False
        self._seen_keys = []


def _build_matrix(rows: Any, columns: Any, *, shape: tuple[int, int]) -> Matrix:  # noqa: ANN401
    """Return a matrix with ones in these cells."""
    import numpy as np
    from scipy import sparse

    cells = np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)
    return sparse.coo_array((np.ones(len(cells[0])), cells), shape=shape).tocsr()


def _list_row_numbers(matrix: Matrix) -> NDArray[np.int64]:
    import numpy as np

    return np.repeat(np.arange(matrix.shape[0], dtype=np.int64), np.diff(matrix.indptr))


def _select_rows(matrix: Matrix, rows: NDArray[np.bool_]) -> Matrix:
    return _select(matrix, rows[_list_row_numbers(matrix)])


def _select(matrix: Matrix, entries: NDArray[np.bool_]) -> Matrix:
    """Return a matrix with some of the entries."""
    import numpy as np
    from scipy import sparse

    starts = np.concatenate(([0], np.cumsum(entries)))[matrix.indptr]
    columns = matrix.data[entries], matrix.indices[entries], starts
    return sparse.csr_array(columns, shape=matrix.shape)


def _stack_twice(matrix: Matrix) -> Matrix:
    from scipy import sparse

    return sparse.vstack((matrix, matrix), format="csr")


def _invert(matrix: Matrix) -> Matrix:
    """Return a matrix with the reciprocals of the entries."""
    from scipy import sparse

    columns = 1 / matrix.data, matrix.indices, matrix.indptr
    return sparse.csr_array(columns, shape=matrix.shape)
