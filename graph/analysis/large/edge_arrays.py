"""A projection as arrays: what compiled libraries and other processes take."""

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
class Ties:
    """The ties of a projection, between actors numbered from 0.

    Parameters
    ----------
    number
        How many actors there are.
    sources, targets
        The two ends of each tie; a pair stands once, undirected in either order.
    distances
        How long each tie is, as 1/weight; None when each is one step.
    directed
        Whether ties run from source to target only.
    """

    number: int
    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    distances: NDArray[np.float64] | None = None
    directed: bool = False

    @classmethod
    def of(
        cls, rows: Sequence[int], edges: Edges, *, directed: bool = False, weighted: bool = False
    ) -> Ties:
        """Return the edges of a projection as ties of the actors in these rows, numbered from 0.

        Examples
        --------
        >>> import numpy as np
        >>> edges = Edges(np.array([3, 5]), np.array([5, 9]), np.array([4.0, 2.0]))
        >>> ties = Ties.of([3, 5, 9], edges, weighted=True)
        >>> ties.sources.tolist(), ties.targets.tolist(), ties.distances.tolist()
        ([0, 1], [1, 2], [0.25, 0.5])
        """
        import numpy as np

        sources, targets = (np.searchsorted(to_row_array(rows), ends) for ends in edges[:2])
        distances = 1 / edges.weights if weighted else None
        return cls(len(rows), sources, targets, distances, directed)

    @property
    def labels(self) -> NDArray[np.int32]:
        """The number of each actor's component, direction set aside."""
        from scipy.sparse.csgraph import connected_components

        labels: NDArray[np.int32] = connected_components(self.matrix(), directed=False)[1]
        return labels

    @property
    def cost(self) -> float:
        """Steps of a walk from every actor to all that are connected, over every tie."""
        import numpy as np

        labels = self.labels
        actors = np.bincount(labels).astype(float)
        ties = np.bincount(labels[self.sources], minlength=len(actors))
        return float(actors @ (actors + ties))

    def matrix(self) -> Any:  # noqa: ANN401 - scipy has no annotations
        """Return the ties as a sparse matrix of ones, symmetric when undirected."""
        import numpy as np
        from scipy import sparse

        ends = self.sources, self.targets
        if not self.directed:
            ends = np.concatenate(ends), np.concatenate(ends[::-1])
        ones = np.ones(len(ends[0]))
        matrix = sparse.coo_array((ones, ends), shape=(self.number, self.number)).tocsr()
        matrix.sort_indices()
        return matrix

    def graph(self) -> Any:  # noqa: ANN401 - igraph has no annotations
        """Return the ties as an igraph graph, with distances as `distance` where there are any."""
        import igraph
        import numpy as np

        edges = np.column_stack((self.sources, self.targets))
        graph = igraph.Graph(n=self.number, edges=edges, directed=self.directed)
        if self.distances is not None:
            graph.es["distance"] = self.distances.tolist()
        return graph

    def within(self, actors: NDArray[np.int64]) -> Ties:
        """Return the ties among some of the actors, who are numbered anew in the order given."""
        import numpy as np

        place = np.full(self.number, -1)
        place[actors] = np.arange(len(actors))
        sources, targets = place[self.sources], place[self.targets]
        kept = (sources >= 0) & (targets >= 0)
        distances = None if self.distances is None else self.distances[kept]
        return Ties(len(actors), sources[kept], targets[kept], distances, self.directed)
