"""Find labels of vertices that frustrate little: moves of single vertices, shaken and repeated.

Whole numbers, seeded: the same labels on every machine. They are an upper bound for
`graph.analysis.camps.clustering`.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from graph.analysis.balance.local_search import find_sides
from graph.analysis.balance.signed_graph import SignedGraph

if TYPE_CHECKING:
    from graph.analysis.balance.signed_graph import Numbers

SEED = 1
LEAST_EFFORT, MOST_EFFORT = 20_000, 400_000
EFFORT_PER_EDGE = 60  # looks at a neighbour
MOST_SHAKEN = 5  # vertices


def find_labels(graph: SignedGraph, k: int) -> Numbers:
    """Return labels from 0 to k - 1 that frustrate little.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> foes = make_signed_graph(3, [(0, 1, -1), (1, 2, -1), (0, 2, -1)])
    >>> sorted(find_labels(foes, 3).tolist())
    [0, 1, 2]
    """
    search = LabelSearch(graph, k)
    if measure_label_cost(graph, search.get_labels()):
        search.improve(min(MOST_EFFORT, max(LEAST_EFFORT, EFFORT_PER_EDGE * len(graph.signs))))
    return search.get_labels()


def measure_label_cost(graph: SignedGraph, labels: Numbers) -> int:
    """Return the weight of the edges that are positive across labels, or negative within one."""
    parted = labels[graph.sources] != labels[graph.targets]
    return int(graph.weights[parted == (graph.signs > 0)].sum())


class LabelSearch:
    """Labels of all vertices, and their cost.

    Parameters
    ----------
    graph
        The graph.
    k
        How many labels there are.
    """

    def __init__(self, graph: SignedGraph, k: int) -> None:
        self._neighbours, self._k = graph.list_neighbours(), k
        sides = find_sides(graph)
        self._labels: list[int] = ((1 - sides) // 2).tolist()
        self._effort = 0

    def get_labels(self) -> Numbers:
        """Return the labels."""
        import numpy as np

        return np.array(self._labels, np.int64)

    def improve(self, effort: int) -> None:
        """Shake and descend until so many neighbours were looked at, keeping what is no worse."""
        random = Random(SEED)  # noqa: S311 - a search, not a secret
        size = len(self._labels)
        self._descend(list(range(size)), {})
        while self._effort < effort:
            self._effort += MOST_SHAKEN
            before: dict[int, int] = {}
            gained, waiting = 0, []
            for _ in range(1 + random.randrange(MOST_SHAKEN)):
                vertex = random.randrange(size)
                gained += self._move(vertex, random.randrange(self._k), before)
                waiting += [vertex, *(other for other, _ in self._neighbours[vertex])]
            random.shuffle(waiting)
            if gained + self._descend(waiting, before) < 0:
                for vertex, label in before.items():
                    self._labels[vertex] = label

    def _descend(self, waiting: list[int], before: dict[int, int]) -> int:
        """Move vertices as long as that gains something, and return how much it gained."""
        gained = 0
        while waiting:
            vertex = waiting.pop()
            scores = self._score(vertex)
            best = max(range(self._k), key=scores.__getitem__)
            if scores[best] > scores[self._labels[vertex]]:
                gained += self._move(vertex, best, before)
                waiting += [other for other, _ in self._neighbours[vertex]]
        return gained

    def _score(self, vertex: int) -> list[int]:
        """Return by label the weight of a vertex's neighbours that have it, negative by sign."""
        scores = [0] * self._k
        for other, weight in self._neighbours[vertex]:
            scores[self._labels[other]] += weight
        self._effort += len(self._neighbours[vertex])
        return scores

    def _move(self, vertex: int, label: int, before: dict[int, int]) -> int:
        """Give a vertex a label, and return what that gains."""
        scores, old = self._score(vertex), int(self._labels[vertex])
        before.setdefault(vertex, old)
        self._labels[vertex] = label
        return scores[label] - scores[old]
