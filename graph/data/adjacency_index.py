"""The relations at one of their ends, sorted by that end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from graph.data.dictionary_column import shared, whole

ROW_BITS = 32


class Incidence:
    """Which relations each actor has at one of their ends, and who is at the other.

    Parameters
    ----------
    rows
        The relations that count, sorted by their end here, and ascending within.
    first
        For each actor the place of its first relation in `rows`, and one number more: the end.
    there
        For every relation of the data the actor at its other end.

    Examples
    --------
    >>> list(Incidence([0, 2, 1], [0, 2, 3], [1, 0, 1]).at(0))
    [(0, 1), (2, 1)]
    """

    __slots__ = ("first", "rows", "there")

    def __init__(self, rows: Sequence[int], first: Sequence[int], there: Sequence[int]) -> None:
        self.rows, self.first, self.there = rows, first, there

    @classmethod
    def sorted(
        cls, here: Sequence[int], there: Sequence[int], rows: Sequence[int], actors: int
    ) -> Self:
        """Sort relations by the end that is here."""
        import numpy as np

        kept = whole(rows)
        ends = np.asarray(here, np.int32)[kept]
        # Numbers are sorted many times faster than their places are.
        keys = np.sort((ends.astype(np.int64) << ROW_BITS) | kept)
        counts = np.bincount(ends, minlength=actors)
        first = np.concatenate(([0], np.cumsum(counts)))
        return cls(shared(keys & ((1 << ROW_BITS) - 1)), shared(first), there)

    def at(self, actor: int) -> Iterator[tuple[int, int]]:
        """Yield each relation at an actor, with the actor at its other end."""
        first, last = self.first[actor], self.first[actor + 1]
        return ((row, self.there[row]) for row in self.rows[first:last])
