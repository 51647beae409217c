"""The edges of a projection as arrays, for compiled libraries and other processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.data.dictionary_column import to_row_array
from graph.select.projection import Edges

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class EdgeArrays:
    """The edges of a projection, between actors numbered from 0.

    Parameters
    ----------
    actor_count
        How many actors there are.
    sources, targets
        The two ends of each edge; an undirected edge is listed once, in either order.
    weights
        The weight of each edge, whose length is 1/weight; None when each is one step.
    directed
        Whether edges run from source to target only.
    """

    actor_count: int
    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    weights: NDArray[np.float64] | None = None
    directed: bool = False

    @classmethod
    def from_edges(
        cls, rows: Sequence[int], edges: Edges, *, directed: bool = False, weighted: bool = False
    ) -> EdgeArrays:
        """Return the edges of a projection, with the actors of these rows numbered from 0.

        Examples
        --------
        >>> import numpy as np
        >>> edges = Edges(np.array([3, 5]), np.array([5, 9]), np.array([4.0, 2.0]))
        >>> arrays = EdgeArrays.from_edges([3, 5, 9], edges, weighted=True)
        >>> arrays.sources.tolist(), arrays.targets.tolist(), arrays.weights.tolist()
        ([0, 1], [1, 2], [4.0, 2.0])
        """
        import numpy as np

        sources, targets = (np.searchsorted(to_row_array(rows), ends) for ends in edges[:2])
        return cls(len(rows), sources, targets, edges.weights if weighted else None, directed)

    def require_weights(self) -> NDArray[np.float64]:
        """Return the weights; 1 each where edges have none."""
        import numpy as np

        return np.ones(len(self.sources)) if self.weights is None else self.weights

    @property
    def unit(self) -> float:
        """The power of two by which weights are divided, so that no length is far below 1.

        igraph compares lengths with a tolerance that suits no shorter ones.
        """
        import numpy as np

        strongest = self.require_weights().max(initial=0)
        return float(2.0 ** np.floor(np.log2(strongest))) if strongest else 1.0

    @property
    def components(self) -> NDArray[np.int32]:
        """The number of each actor's (weakly) connected component."""
        from scipy.sparse.csgraph import connected_components

        numbers: NDArray[np.int32] = connected_components(self.to_matrix(), directed=False)[1]
        return numbers

    @property
    def depth(self) -> int:
        """The steps from the first actor of the largest component to the farthest from it.

        There direction is ignored; no two actors are more than twice as far apart.
        """
        import numpy as np
        from scipy.sparse.csgraph import dijkstra

        if not self.actor_count:
            return 0
        components = self.components
        first = int(np.argmax(components == np.bincount(components).argmax()))
        steps = dijkstra(self.to_matrix(), directed=False, indices=first, unweighted=True)
        return int(steps[np.isfinite(steps)].max())

    @property
    def search_steps(self) -> float:
        """How many steps the searches from all actors make, each within its component."""
        import numpy as np

        components = self.components
        actors = np.bincount(components).astype(float)
        edges = np.bincount(components[self.sources], minlength=len(actors))
        return float(actors @ (actors + edges))

    @property
    def most_search_steps(self) -> float:
        """How many steps the searches from all actors make at most: quick to compute."""
        return float(self.actor_count) * (self.actor_count + len(self.sources))

    def to_matrix(self) -> Any:  # noqa: ANN401 - scipy has no annotations
        """Return the adjacency matrix as a sparse matrix of ones, symmetric when undirected."""
        import numpy as np
        from scipy import sparse

        ends = self.sources.astype(np.int32), self.targets.astype(np.int32)  # scipy 1.13 needs it
        if not self.directed:
            ends = np.concatenate(ends), np.concatenate(ends[::-1])
        ones = np.ones(len(ends[0]))
        shape = (self.actor_count, self.actor_count)
        matrix = sparse.coo_array((ones, ends), shape=shape).tocsr()
        matrix.sort_indices()
        return matrix

    def to_igraph(self, lengths: Sequence[float] | None = None) -> Any:  # noqa: ANN401
        """Return the edges as an igraph graph, with the edge attribute `distance` if weighted.

        Parameters
        ----------
        lengths
            What `distance` is; the reciprocals of the weights, times `unit`, when not given.
        """
        import igraph
        import numpy as np

        edges = np.column_stack((self.sources, self.targets))
        graph = igraph.Graph(n=self.actor_count, edges=edges, directed=self.directed)
        if lengths is not None:
            graph.es["distance"] = lengths
        elif self.weights is not None:
            graph.es["distance"] = (self.unit / self.weights).tolist()
        return graph

    def induce(self, actors: NDArray[np.int64]) -> EdgeArrays:
        """Return the subgraph induced by some actors, numbered in the order given."""
        import numpy as np

        number_of = np.full(self.actor_count, -1)
        number_of[actors] = np.arange(len(actors))
        sources, targets = number_of[self.sources], number_of[self.targets]
        inside = (sources >= 0) & (targets >= 0)
        weights = None if self.weights is None else self.weights[inside]
        return EdgeArrays(len(actors), sources[inside], targets[inside], weights, self.directed)
