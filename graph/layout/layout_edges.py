"""Ties as columns: the rows they join, how strongly they pull, and those of groups of rows.

Drawings of many thousand actors are made of columns, not of objects; rows are those of one
connected component.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.int64]
    Reals = NDArray[np.float64]
    Group = tuple[Rows, "Ties"]


@dataclass(frozen=True)
class Ties:
    """Ties between rows, each pair of rows once.

    Parameters
    ----------
    one, other
        The rows at the two ends of each tie.
    value
        A number for each tie, greater than 0: the length that it would like to have, or how
        strongly it pulls.
    """

    one: Rows
    other: Rows
    value: Reals

    def __len__(self) -> int:
        return len(self.one)

    def kept(self, which: NDArray[Any]) -> Ties:
        """Return some of the ties: those of a mask, or of these numbers in this order."""
        return Ties(self.one[which], self.other[which], self.value[which])

    def degrees(self, rows: int) -> Rows:
        """Return how many ties each row has."""
        import numpy as np

        return np.bincount(self.one, minlength=rows) + np.bincount(self.other, minlength=rows)

    def graph(self, rows: int) -> Any:  # noqa: ANN401 - igraph ships no annotations
        """Return the ties as an igraph graph, in the same order."""
        import igraph
        import numpy as np

        return igraph.Graph(n=rows, edges=np.column_stack([self.one, self.other]))


def members(group_of: Rows, groups: int) -> tuple[Rows, Rows]:
    """Return all rows, group after group, and where each group starts (and the last one ends).

    Examples
    --------
    >>> import numpy as np
    >>> rows, starts = members(np.array([1, 0, 1]), 2)
    >>> rows.tolist(), starts.tolist()
    ([1, 0, 2], [0, 1, 3])
    """
    import numpy as np

    starts = np.zeros(groups + 1, dtype=np.int64)
    np.cumsum(np.bincount(group_of, minlength=groups), out=starts[1:])
    return np.argsort(group_of, kind="stable"), starts


def within(ties: Ties, group_of: Rows, groups: int) -> Iterator[Group]:
    """Yield each group's rows, and the ties inside it with its rows numbered from 0.

    Examples
    --------
    >>> import numpy as np
    >>> ties = Ties(np.array([0, 1]), np.array([2, 2]), np.array([1.0, 1.0]))
    >>> for rows, inside in within(ties, np.array([1, 0, 1]), 2):
    ...     print(rows.tolist(), inside.one.tolist(), inside.other.tolist())
    [1] [] []
    [0, 2] [0] [1]
    """
    import numpy as np

    rows, starts = members(group_of, groups)
    place = np.empty(len(group_of), dtype=np.int64)
    place[rows] = np.arange(len(rows)) - starts[group_of[rows]]
    inside = np.flatnonzero(group_of[ties.one] == group_of[ties.other])
    order, first = members(group_of[ties.one[inside]], groups)
    sorted_ties = ties.kept(inside[order])
    local = Ties(place[sorted_ties.one], place[sorted_ties.other], sorted_ties.value)
    for group in range(groups):
        yield (
            rows[starts[group] : starts[group + 1]],
            local.kept(np.arange(first[group], first[group + 1])),
        )


def between(ties: Ties, group_of: Rows, groups: int) -> Ties:
    """Return the ties between groups, as many of them as there are between two, taken together.

    Examples
    --------
    >>> import numpy as np
    >>> ties = Ties(np.array([0, 1, 0]), np.array([2, 2, 1]), np.array([1.0, 2.0, 4.0]))
    >>> found = between(ties, np.array([0, 0, 1]), 2)
    >>> found.one.tolist(), found.other.tolist(), found.value.tolist()
    ([0], [1], [3.0])
    """
    import numpy as np

    one, other = group_of[ties.one], group_of[ties.other]
    across = np.flatnonzero(one != other)
    low, high = np.minimum(one, other)[across], np.maximum(one, other)[across]
    pairs, which = np.unique(low * groups + high, return_inverse=True)
    pull = np.bincount(which, ties.value[across], minlength=len(pairs))
    return Ties(pairs // groups, pairs % groups, pull.astype(np.float64))
