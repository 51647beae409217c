"""The edges that a layout works on, as columns: two rows each, and a length or a pull.

Layouts of many thousand actors are computed on columns, not on objects; rows are numbered within
one connected component.
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
    Group = tuple[Rows, "LayoutEdges"]


@dataclass(frozen=True)
class LayoutEdges:
    """Edges between rows, each pair of rows once.

    Parameters
    ----------
    first, second
        The rows at the two ends of each edge.
    value
        A number for each edge, greater than 0: its ideal length, or how strongly it pulls.
    """

    first: Rows
    second: Rows
    value: Reals

    def __len__(self) -> int:
        return len(self.first)

    def select(self, mask: NDArray[Any]) -> LayoutEdges:
        """Select edges by a mask, or by their numbers in the given order."""
        return LayoutEdges(self.first[mask], self.second[mask], self.value[mask])

    def count_degrees(self, rows: int) -> Rows:
        """Count the edges of each row."""
        import numpy as np

        return np.bincount(self.first, minlength=rows) + np.bincount(self.second, minlength=rows)

    def to_igraph(self, rows: int) -> Any:  # noqa: ANN401 - igraph ships no annotations
        """Convert the edges to an igraph graph, in the same order."""
        import igraph
        import numpy as np

        return igraph.Graph(n=rows, edges=np.column_stack([self.first, self.second]))


def sort_by_group(group_of: Rows, groups: int) -> tuple[Rows, Rows]:
    """Sort rows by group; return them, and where each group starts (and the last one ends).

    Examples
    --------
    >>> import numpy as np
    >>> rows, starts = sort_by_group(np.array([1, 0, 1]), 2)
    >>> rows.tolist(), starts.tolist()
    ([1, 0, 2], [0, 1, 3])
    """
    import numpy as np

    starts = np.zeros(groups + 1, dtype=np.int64)
    np.cumsum(np.bincount(group_of, minlength=groups), out=starts[1:])
    return np.argsort(group_of, kind="stable"), starts


def split_by_group(edges: LayoutEdges, group_of: Rows, groups: int) -> Iterator[Group]:
    """Yield each group's rows, and the edges inside it with its rows numbered from 0.

    Examples
    --------
    >>> import numpy as np
    >>> edges = LayoutEdges(np.array([0, 1]), np.array([2, 2]), np.array([1.0, 1.0]))
    >>> for rows, inside in split_by_group(edges, np.array([1, 0, 1]), 2):
    ...     print(rows.tolist(), inside.first.tolist(), inside.second.tolist())
    [1] [] []
    [0, 2] [0] [1]
    """
    import numpy as np

    rows, starts = sort_by_group(group_of, groups)
    local_row = np.empty(len(group_of), dtype=np.int64)
    local_row[rows] = np.arange(len(rows)) - starts[group_of[rows]]
    inside = np.flatnonzero(group_of[edges.first] == group_of[edges.second])
    order, edge_starts = sort_by_group(group_of[edges.first[inside]], groups)
    sorted_edges = edges.select(inside[order])
    local = LayoutEdges(
        local_row[sorted_edges.first], local_row[sorted_edges.second], sorted_edges.value
    )
    for group in range(groups):
        yield (
            rows[starts[group] : starts[group + 1]],
            local.select(np.arange(edge_starts[group], edge_starts[group + 1])),
        )


def merge_groups(edges: LayoutEdges, group_of: Rows, groups: int) -> LayoutEdges:
    """Merge each group into one row: return the edges between groups, with their values summed.

    Examples
    --------
    >>> import numpy as np
    >>> edges = LayoutEdges(np.array([0, 1, 0]), np.array([2, 2, 1]), np.array([1.0, 2.0, 4.0]))
    >>> merged = merge_groups(edges, np.array([0, 0, 1]), 2)
    >>> merged.first.tolist(), merged.second.tolist(), merged.value.tolist()
    ([0], [1], [3.0])
    """
    import numpy as np

    first, second = group_of[edges.first], group_of[edges.second]
    across = np.flatnonzero(first != second)
    low, high = np.minimum(first, second)[across], np.maximum(first, second)[across]
    pairs, which = np.unique(low * groups + high, return_inverse=True)
    pull = np.bincount(which, edges.value[across], minlength=len(pairs))
    return LayoutEdges(pairs // groups, pairs % groups, pull.astype(np.float64))
