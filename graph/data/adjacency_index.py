"""An index of the relations of each actor, as a compressed sparse row table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from typing import Self

from graph.data.dictionary_column import as_array, as_memoryview, to_row_array

ROW_BITS = 32


class AdjacencyIndex:
    """The relations of each actor by one of their two ends, the near one.

    Parameters
    ----------
    rows
        The relations, sorted by their near end, then by row number.
    offsets
        For each actor the index of its first relation in `rows`; last, the length of `rows`.
    far_ends
        For every relation of the data the actor at its far end.

    Examples
    --------
    >>> list(AdjacencyIndex([0, 2, 1], [0, 2, 3], [1, 0, 1]).iter_relations(0))
    [(0, 1), (2, 1)]
    """

    __slots__ = ("far_ends", "offsets", "rows")

    def __init__(
        self, rows: Sequence[int], offsets: Sequence[int], far_ends: Sequence[int]
    ) -> None:
        self.rows, self.offsets, self.far_ends = rows, offsets, far_ends

    @classmethod
    def build(
        cls,
        near_ends: Sequence[int],
        far_ends: Sequence[int],
        rows: Sequence[int],
        actor_count: int,
    ) -> Self:
        """Sort some relations by their near end."""
        import numpy as np

        selected = to_row_array(rows)
        ends = np.asarray(near_ends, np.int32)[selected]
        # Sorting numbers is many times faster than finding the order that would sort them.
        keys = np.sort((ends.astype(np.int64) << ROW_BITS) | selected)
        counts = np.bincount(ends, minlength=actor_count)
        offsets = np.concatenate(([0], np.cumsum(counts)))
        return cls(as_memoryview(keys & ((1 << ROW_BITS) - 1)), as_memoryview(offsets), far_ends)

    def iter_relations(
        self, actor: int, counts: Callable[[int], int] | None = None
    ) -> Iterator[tuple[int, int]]:
        """Yield each relation of an actor, with the actor at its far end.

        Parameters
        ----------
        counts
            As in `list_rows`.
        """
        rows = self.list_rows(actor, counts)
        return zip(rows, map(self.far_ends.__getitem__, rows), strict=True)

    def list_rows(self, actor: int, counts: Callable[[int], int] | None = None) -> Sequence[int]:
        """Return the relations of an actor.

        Parameters
        ----------
        counts
            Returns whether a relation counts; None where all count.
        """
        rows = self.rows[self.offsets[actor] : self.offsets[actor + 1]]
        return rows if counts is None else [*compress(rows, map(counts, rows))]


def count_neighbours(
    sources: Sequence[int], targets: Sequence[int], disputes: Sequence[bool], actor_count: int
) -> Sequence[int]:
    """Return how many neighbours each actor has, each once, disputed relations left out.

    Examples
    --------
    >>> list(count_neighbours([0, 1, 0, 2, 2], [1, 0, 2, 2, 1], [False] * 4 + [True], 3))
    [2, 1, 1]
    """
    import numpy as np

    ends = [np.asarray(each, np.int64) for each in (sources, targets)]
    counts = (ends[0] != ends[1]) & ~as_array(disputes, bool)
    lower, upper = np.minimum(*ends)[counts], np.maximum(*ends)[counts]
    sorted_pairs = np.sort((lower << ROW_BITS) | upper)
    pairs = sorted_pairs[np.diff(sorted_pairs, prepend=-1) != 0]
    both = np.concatenate((pairs >> ROW_BITS, pairs & ((1 << ROW_BITS) - 1)))
    return as_memoryview(np.bincount(both, minlength=actor_count))
