"""A signed graph: numbered vertices, and weighted edges of a sign; no data, only numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

Neighbours = list[list[tuple[int, int]]]
"""For each vertex its neighbours, each with the weight of the edge, negative by its sign."""


@dataclass(frozen=True)
class SignedGraph:
    """A graph of at most one edge between two vertices.

    Parameters
    ----------
    size
        How many vertices it has; they are numbered from 0.
    sources, targets
        The two ends of every edge.
    signs
        1 or -1 for every edge.
    weights
        How much it costs to frustrate an edge: whole numbers of 1 or more, so that sums are exact.
    """

    size: int
    sources: Numbers
    targets: Numbers
    signs: Numbers
    weights: Numbers

    def is_frustrated(self, sides: Numbers) -> NDArray[np.bool_]:
        """Return for each edge whether it is positive across sides, or negative within one.

        Parameters
        ----------
        sides
            1 or -1 for every vertex.

        Examples
        --------
        >>> import numpy as np
        >>> triangle = make_signed_graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
        >>> triangle.is_frustrated(np.array([1, 1, -1])).tolist()
        [False, True, False]
        """
        frustrated: NDArray[np.bool_] = self.signs * sides[self.sources] * sides[self.targets] < 0
        return frustrated

    def measure_cost(self, sides: Numbers) -> int:
        """Return the summed weight of the edges that sides frustrate."""
        return int(self.weights[self.is_frustrated(sides)].sum())

    def list_neighbours(self) -> Neighbours:
        """Return for each vertex its neighbours."""
        neighbours: Neighbours = [[] for _ in range(self.size)]
        columns = self.sources, self.targets, self.signs * self.weights
        for source, target, weight in zip(*(each.tolist() for each in columns), strict=True):
            neighbours[source].append((target, weight))
            neighbours[target].append((source, weight))
        return neighbours

    def select_edges(self, edges: Numbers) -> tuple[SignedGraph, Numbers]:
        """Return the graph of some edges alone, and the vertices that its vertices were."""
        import numpy as np

        ends = np.concatenate((self.sources[edges], self.targets[edges]))
        vertices, numbers = np.unique(ends, return_inverse=True)
        sources, targets = numbers[: len(edges)], numbers[len(edges) :]
        part = SignedGraph(len(vertices), sources, targets, self.signs[edges], self.weights[edges])
        return part, vertices


def make_signed_graph(size: int, edges: list[tuple[int, int, int]]) -> SignedGraph:
    """Return a graph of edges, each given as its two ends and its weight, negative by its sign.

    Examples
    --------
    >>> make_signed_graph(2, [(0, 1, -3)]).weights.tolist()
    [3]
    """
    import numpy as np

    columns = np.array(edges, np.int64).reshape(-1, 3).T
    return SignedGraph(size, columns[0], columns[1], np.sign(columns[2]), np.abs(columns[2]))
