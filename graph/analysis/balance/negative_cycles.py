"""Find negative cycles that a solution does not cover: the cutting planes of the frustration index.

A cycle is negative when an odd number of its edges is: sides frustrate at least one of its edges.
The shortest one through a frustrated edge is a shortest path in the signed double cover, which has
each vertex twice: positive edges stay in a layer, negative ones change it (Zaslavsky, 1982).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING

from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.violation_search import STEP, VIOLATED, Ways, iter_shortest_paths

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

Cycle = tuple[int, ...]
"""The numbers of edges that hold a negative cycle, ascending."""


class CycleFinder:
    """Finds negative cycles of a graph through edges that some sides frustrate.

    Every negative cycle has such an edge, so searches from one end of each find all.

    Parameters
    ----------
    graph
        The graph.
    sides
        1 or -1 for every vertex.
    """

    def __init__(self, graph: SignedGraph, sides: Numbers) -> None:
        self._graph = graph
        self._crosses = graph.is_frustrated(sides)
        self.frustrated_count = int(self._crosses.sum())
        ends = zip(graph.sources.tolist(), graph.targets.tolist(), strict=True)
        self._edges = {pair: edge for edge, pair in enumerate(ends)}
        self._around = self._cover_frustrated()

    def _cover_frustrated(self) -> dict[int, list[tuple[int, int]]]:
        """Return few vertices that touch all frustrated edges, with the far ends and edges."""
        frustrated = self._crosses.nonzero()[0].tolist()
        sources, targets = self._graph.sources, self._graph.targets
        ends = {edge: (int(sources[edge]), int(targets[edge])) for edge in frustrated}
        degrees = Counter(vertex for pair in ends.values() for vertex in pair)
        around: dict[int, list[tuple[int, int]]] = {}
        for edge, (source, target) in ends.items():
            here, there = sorted((source, target), key=lambda each: (-degrees[each], each))
            around.setdefault(here, []).append((there, edge))
        return dict(sorted(around.items()))

    def find_cycles(self, values: NDArray[np.float64], deadline: float = inf) -> set[Cycle]:
        """Return a shortest cycle through each frustrated edge, as far as it is not covered.

        Parameters
        ----------
        values
            How far each edge is taken to be frustrated, from 0 to 1.
        deadline
            When to stop, by `time.monotonic`, with the cycles that were found.

        Examples
        --------
        >>> import numpy as np
        >>> from graph.analysis.balance.signed_graph import make_signed_graph
        >>> triangle = make_signed_graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
        >>> finder = CycleFinder(triangle, np.array([1, 1, 1]))
        >>> finder.find_cycles(np.zeros(3)), finder.find_cycles(np.array([0, 1, 0]))
        ({(0, 1, 2)}, set())
        """
        return self._search(self._build_cover(values), values, deadline)

    def find_tight_cycles(self, values: NDArray[np.float64], deadline: float = inf) -> set[Cycle]:
        """Return the same of cycles with a single frustrated edge: if any prove the sides, these.

        They are paths of edges that are not frustrated, which are found in a smaller graph.

        Examples
        --------
        >>> import numpy as np
        >>> from graph.analysis.balance.signed_graph import make_signed_graph
        >>> triangle = make_signed_graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
        >>> CycleFinder(triangle, np.array([1, -1, -1])).find_tight_cycles(np.zeros(3))
        {(0, 1, 2)}
        """
        import numpy as np

        graph, rest = self._graph, np.flatnonzero(~self._crosses)
        lengths = np.maximum(values[rest], 0) + STEP
        ways = Ways(graph.size, graph.sources[rest], graph.targets[rest], lengths)
        return self._search(ways, values, deadline)

    def _search(self, ways: Ways, values: NDArray[np.float64], deadline: float) -> set[Cycle]:
        """Return cycles that are not covered, by shortest paths from one end of an edge."""
        cycles: set[Cycle] = set()
        for vertex, reached, path in iter_shortest_paths(ways, list(self._around), deadline):
            for other, edge in self._around[vertex]:
                if reached[other] + values[edge] < VIOLATED:
                    cycles.add(self._trace(vertex, other, edge, path))
        return cycles

    def _build_cover(self, values: NDArray[np.float64]) -> Ways:
        import numpy as np

        size = self._graph.size
        sources, targets = self._graph.sources, self._graph.targets
        upper = np.where(self._crosses, targets + size, targets)
        lower = np.where(self._crosses, targets, targets + size)
        here, there = np.concatenate((sources, sources + size)), np.concatenate((upper, lower))
        return Ways(2 * size, here, there, np.tile(np.maximum(values, 0) + STEP, 2))

    def _trace(self, vertex: int, other: int, closing: int, before: Sequence[int]) -> Cycle:
        """Return the closing edge and those of the path to it; one that is walked twice drops."""
        counts = Counter([closing, *self._list_path(vertex, other, before)])
        return tuple(sorted(edge for edge, count in counts.items() if count % 2))

    def _list_path(self, vertex: int, other: int, before: Sequence[int]) -> Iterator[int]:
        size, here = self._graph.size, other
        while here != vertex:
            there = int(before[here])
            pair = here % size, there % size
            edge = self._edges.get(pair)
            yield self._edges[pair[::-1]] if edge is None else edge
            here = there
