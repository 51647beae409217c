"""Union-find: which vertices belong together, given pairs that do (Tarjan, 1975)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class UnionFind:
    """Sets of vertices that grow together.

    Examples
    --------
    >>> sets = UnionFind(4)
    >>> sets.join(0, 2)
    >>> sets.number_sets().tolist()
    [0, 1, 0, 2]
    """

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def find(self, vertex: int) -> int:
        """Return the lowest vertex of a vertex's set."""
        parents = self._parents
        while parents[vertex] != vertex:
            parents[vertex] = parents[parents[vertex]]
            vertex = parents[vertex]
        return vertex

    def join(self, one: int, other: int) -> None:
        """Join the sets of two vertices."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parents[high] = low

    def number_sets(self) -> NDArray[np.int64]:
        """Return for each vertex the number of its set, in the order of their lowest vertices."""
        import numpy as np

        roots = [self.find(vertex) for vertex in range(len(self._parents))]
        return np.unique(np.array(roots, np.int64), return_inverse=True)[1]
