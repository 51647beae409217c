"""Find sides that frustrate little: a spanning tree, then flips of vertices that lower the cost.

An iterated local search in whole numbers, seeded: the same sides on every machine. What it finds
is an upper bound of the frustration index; `graph.analysis.balance.proof` finds the lower one.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from random import Random
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.analysis.balance.signed_graph import Neighbours, Numbers, SignedGraph

SEED = 1
LEAST_EFFORT = 2_000
MOST_EFFORT = 400_000
EFFORT_PER_EDGE = 40  # looks at a neighbour
LONG_EFFORT, LONG_EFFORT_PER_EDGE = 2_000_000, 400  # of each long search
LONG_SEARCHES = 4  # where bounds are apart
LONGEST_SHAKE = 6  # neighbouring vertices that are flipped at once


def find_sides(graph: SignedGraph) -> Numbers:
    """Return sides, 1 or -1 for each vertex, that frustrate little.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> triangle = make_signed_graph(3, [(0, 1, 1), (1, 2, -1), (0, 2, -1)])
    >>> find_sides(triangle).tolist()
    [1, 1, -1]
    """
    search = SideSearch(graph)
    search.improve(compute_effort(graph))
    return search.get_sides()


def compute_effort(graph: SignedGraph) -> int:
    """Return how many neighbours `find_sides` looks at.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> compute_effort(make_signed_graph(2, [(0, 1, 1)]))
    2000
    """
    return min(MOST_EFFORT, max(LEAST_EFFORT, EFFORT_PER_EDGE * len(graph.sources)))


def search_again(graph: SignedGraph, sides: Numbers) -> Numbers:
    """Return the best sides of a search of moderate length, or those from which it begins.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> path = make_signed_graph(3, [(0, 1, 1), (1, 2, -1)])
    >>> search_again(path, np.array([1, 1, 1])).tolist()
    [1, 1, -1]
    """
    search = SideSearch(graph, sides.tolist())
    search.improve(min(MOST_EFFORT, LONG_EFFORT_PER_EDGE * len(graph.sources)))
    return search.get_sides()


def search_longer(graph: SignedGraph, sides: Numbers, deadline: float = inf) -> Numbers:
    """Return the best sides of several long searches, or those from which they begin.

    Parameters
    ----------
    graph
        The graph.
    sides
        Where to begin.
    deadline
        After which no search begins, by `time.monotonic`.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> path = make_signed_graph(3, [(0, 1, 1), (1, 2, -1)])
    >>> search_longer(path, np.array([1, 1, 1])).tolist()
    [1, 1, -1]
    """
    effort = min(LONG_EFFORT, max(LEAST_EFFORT, LONG_EFFORT_PER_EDGE * len(graph.sources)))
    for seed in range(SEED + 1, SEED + 1 + LONG_SEARCHES):
        if monotonic() > deadline:
            break
        search = SideSearch(graph, sides.tolist(), seed)
        search.improve(effort)
        sides = search.get_sides()  # never worse
    return sides


def improve_sides(graph: SignedGraph, sides: Numbers) -> Numbers:
    """Return sides that no flip of a single vertex betters."""
    search = SideSearch(graph, sides.tolist())
    search.descend(range(graph.size))
    return search.get_sides()


class SideSearch:
    """The sides of all vertices, and what a flip of each would gain.

    Parameters
    ----------
    graph
        The graph.
    sides
        Where to start; None for a spanning forest none of whose edges is frustrated.
    seed
        What random numbers start from.
    """

    def __init__(
        self, graph: SignedGraph, sides: list[int] | None = None, seed: int = SEED
    ) -> None:
        self._neighbours = graph.list_neighbours()
        self._sides = _spread_sides(self._neighbours) if sides is None else sides
        self._gains = [
            -sum(weight * self._sides[vertex] * self._sides[other] for other, weight in around)
            for vertex, around in enumerate(self._neighbours)
        ]
        self._cost = graph.measure_cost(self.get_sides())
        self._effort = 0
        self._random = Random(seed)  # noqa: S311 - a search, not a secret

    def get_sides(self) -> Numbers:
        """Return the sides, 1 or -1 for each vertex."""
        import numpy as np

        return np.array(self._sides, np.int64)

    def improve(self, effort: int) -> None:
        """Shake and descend until so many neighbours were looked at, keeping what is no worse.

        Asked again with more, it goes on: what it finds does not depend on where it stopped.
        """
        self.descend(range(len(self._sides)))
        random = self._random
        while self._effort < effort and self._cost:
            self._effort += LONGEST_SHAKE
            flipped: list[int] = []
            before = self._cost
            waiting = self._shake(random, flipped)
            random.shuffle(waiting)
            self._descend(waiting, flipped)
            if self._cost > before:
                for vertex in reversed(flipped):
                    self._flip(vertex)

    def descend(self, vertices: Iterable[int]) -> None:
        """Flip vertices as long as a flip lowers the cost."""
        self._descend([vertex for vertex in vertices if self._gains[vertex] > 0], [])

    def _shake(self, random: Random, flipped: list[int]) -> list[int]:
        """Flip a few neighbouring vertices, and return those that a flip may better now."""
        vertex = random.randrange(len(self._sides))
        chosen = {vertex}
        for _ in range(random.randrange(LONGEST_SHAKE)):
            around = self._neighbours[vertex]
            vertex = around[random.randrange(len(around))][0]
            chosen.add(vertex)
        waiting: list[int] = []
        for vertex in sorted(chosen):
            waiting += self._flip(vertex)
            flipped.append(vertex)
        return waiting

    def _descend(self, waiting: list[int], flipped: list[int]) -> None:
        while waiting:
            vertex = waiting.pop()
            if self._gains[vertex] > 0:
                waiting += self._flip(vertex)
                flipped.append(vertex)

    def _flip(self, vertex: int) -> list[int]:
        """Flip a vertex, and return it and its neighbours whose flip gains something."""
        sides, gains = self._sides, self._gains
        self._cost -= gains[vertex]
        sides[vertex] = side = -sides[vertex]
        gains[vertex] = -gains[vertex]
        around = self._neighbours[vertex]
        self._effort += len(around)
        waiting = [vertex] if gains[vertex] > 0 else []
        for other, weight in around:
            gains[other] -= 2 * weight * side * sides[other]
            if gains[other] > 0:
                waiting.append(other)
        return waiting


def _spread_sides(neighbours: Neighbours) -> list[int]:
    """Give sides along a breadth-first tree from the vertices of most edges."""
    sides = [0] * len(neighbours)
    for root in sorted(range(len(neighbours)), key=lambda vertex: -len(neighbours[vertex])):
        if sides[root]:
            continue
        sides[root] = 1
        queue = [root]
        for vertex in queue:
            for other, weight in neighbours[vertex]:
                if not sides[other]:
                    sides[other] = sides[vertex] if weight > 0 else -sides[vertex]
                    queue.append(other)
    return sides
