"""Rows of a programme: which values each of them sums, and with which weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reals = NDArray[np.float64]
    Places = NDArray[np.integer]


@dataclass(frozen=True)
class Rows:
    """Rows with at least one value each.

    Parameters
    ----------
    starts
        For each row where its values begin.
    columns
        The numbers of the values.
    weights
        The weight of each value in its row.
    """

    starts: Places
    columns: Places
    weights: Reals

    def __len__(self) -> int:
        return len(self.starts)

    def sum_values(self, values: Reals) -> Reals:
        """Return the weighted sum of some values in each row.

        Examples
        --------
        >>> import numpy as np
        >>> make_rows([[0, 2], [1]]).sum_values(np.array([1.0, 2.0, 3.0])).tolist()
        [4.0, 2.0]
        """
        import numpy as np

        if not len(self):
            return np.zeros(0)
        sums: Reals = np.add.reduceat(self.weights * values[self.columns], self.starts)
        return sums

    def sum_prices(self, prices: Reals, count: int) -> Reals:
        """Return for each of so many values the weighted sum of the prices of its rows.

        Examples
        --------
        >>> import numpy as np
        >>> make_rows([[0, 1], [1]]).sum_prices(np.array([1.0, 2.0]), 3).tolist()
        [1.0, 3.0, 0.0]
        """
        import numpy as np

        lengths = np.diff(self.starts, append=len(self.columns))
        each = np.repeat(prices, lengths) * self.weights
        return np.bincount(self.columns, each, count).astype(float)


def make_rows(columns: Sequence[Sequence[int]], weights: Sequence[float] | None = None) -> Rows:
    """Return rows from the numbers of the values of each; all of the weight 1 unless given.

    Examples
    --------
    >>> make_rows([[0, 2], [1]]).starts.tolist()
    [0, 2]
    """
    import numpy as np

    lengths = [len(each) for each in columns]
    total = sum(lengths)
    flat = np.fromiter((column for row in columns for column in row), np.int64, total)
    ends = np.cumsum(lengths, dtype=np.int64)
    plain = np.ones(total) if weights is None else np.array(weights, float)
    return Rows(np.concatenate(([0], ends))[:-1], flat, plain)


def make_even_rows(columns: Places, weights: Reals) -> Rows:
    """Return rows of equally many values, from a table of their numbers and one of their weights.

    Examples
    --------
    >>> import numpy as np
    >>> make_even_rows(np.array([[0, 1], [1, 2]]), np.array([1.0, -1.0])).weights.tolist()
    [1.0, -1.0, 1.0, -1.0]
    """
    import numpy as np

    count, width = columns.shape
    spread = np.broadcast_to(weights, columns.shape).ravel()
    return Rows(np.arange(count) * width, columns.ravel(), spread.astype(float))


def stack_rows(parts: Sequence[Rows]) -> Rows:
    """Return the rows of several parts, one after the other.

    Examples
    --------
    >>> stack_rows([make_rows([[0, 2]]), make_rows([[1]])]).starts.tolist()
    [0, 2]
    """
    import numpy as np

    begins = np.cumsum([0, *(len(each.columns) for each in parts)])
    starts = [each.starts + begin for each, begin in zip(parts, begins, strict=False)]
    return Rows(
        np.concatenate(starts),
        np.concatenate([each.columns for each in parts]),
        np.concatenate([each.weights for each in parts]),
    )
