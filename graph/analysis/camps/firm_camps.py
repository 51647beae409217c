"""Find the camps that all equally good divisions share.

Vertices that no optimum parts are a class. A class is a firm camp when no optimum puts it together
with another class that is as large; else it would be a matter of order which of the two is the camp
and which is undecided. So none of three foes in two camps is in a firm one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.camps.label_programme import LabelProgramme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

Key = tuple[int, int]
"""By what classes are compared: how many actors they are, and what their edges weigh."""


class UnprovedError(Exception):
    """The optima were not compared in time."""


class FirmCamps:
    """The search for the firm camps.

    Parameters
    ----------
    programme
        The divisions of the graph.
    labels
        An optimum.
    sizes, weights
        How many actors each vertex stands for, and what their edges weigh.
    limit
        What an optimum costs.
    """

    def __init__(
        self,
        programme: LabelProgramme,
        labels: Numbers,
        sizes: Numbers,
        weights: Numbers,
        limit: int,
    ) -> None:
        self._programme, self._limit = programme, limit
        self._labels: list[int] = labels.tolist()
        self._sizes: list[int] = sizes.tolist()
        self._weights: list[int] = weights.tolist()
        self._class_of: dict[int, frozenset[int]] = {}

    def find_free(self) -> NDArray[np.bool_] | None:
        """Return which vertices are in no firm camp; None where that is not known in time."""
        import numpy as np

        is_free = np.ones(len(self._labels), bool)
        try:
            firm = [each for each in map(self._find_largest, set(self._labels)) if each]
            firm = [each for each in firm if self._is_firm(each)]
        except UnprovedError:
            return None
        if sum(self._measure(each)[0] for each in firm) > 1:
            is_free[[vertex for each in firm for vertex in each]] = False
        return is_free

    def _measure(self, vertices: frozenset[int]) -> Key:
        return sum(map(self._sizes.__getitem__, vertices)), sum(
            map(self._weights.__getitem__, vertices)
        )

    def _find_largest(self, label: int) -> frozenset[int]:
        """Return the largest class of a camp of the optimum; nobody where two are alike."""
        members = frozenset(v for v, each in enumerate(self._labels) if each == label)
        return self._choose_largest(members, (0, 0))

    def _choose_largest(self, vertices: frozenset[int], least: Key) -> frozenset[int]:
        """Return the largest class among some vertices; nobody where two are alike."""
        best, nobody = least, frozenset[int]()
        chosen = nobody
        rest = set(vertices)
        while rest and self._measure(frozenset(rest))[0] >= best[0]:
            heaviest = max(rest, key=lambda each: (self._weights[each], -each))
            found = self._find_class(heaviest)
            key = self._measure(found)
            if key >= best:
                chosen = found if key > best else nobody
                best = key
            rest -= found
        return chosen

    def _is_firm(self, vertices: frozenset[int]) -> bool:
        """Return whether no optimum puts a class together with one that is as large."""
        key = self._measure(vertices)
        rest = self._find_companions(min(vertices), set(range(len(self._labels))) - vertices)
        while rest and self._measure(frozenset(rest))[0] >= key[0]:
            found = self._find_class(min(rest))
            if self._measure(found) >= key:
                return False
            rest -= found
        return True

    def _find_class(self, vertex: int) -> frozenset[int]:
        """Return the vertices that no optimum parts from one."""
        if vertex not in self._class_of:
            label = self._labels[vertex]
            bound = {v for v, each in enumerate(self._labels) if each == label} - {vertex}
            while bound:
                costs = {(each, 0): 1.0 for each in bound}
                parted = {each for each, camp in self._solve(vertex, costs).items() if camp}
                if not parted & bound:
                    break
                bound -= parted
            found = frozenset({vertex, *bound})
            self._class_of |= dict.fromkeys(found, found)
        return self._class_of[vertex]

    def _find_companions(self, vertex: int, others: set[int]) -> set[int]:
        """Return which of some vertices are in one camp with a vertex in some optimum."""
        waiting, companions = set(others), set[int]()
        while waiting:
            costs = {(each, 0): -1.0 for each in waiting}
            joined = {each for each, camp in self._solve(vertex, costs).items() if not camp}
            if not joined & waiting:
                break
            companions |= joined & waiting
            waiting -= joined
        return companions

    def _solve(self, vertex: int, costs: dict[tuple[int, int], float]) -> dict[int, int]:
        """Return the camps of the cheapest optimum in which a vertex is in the camp 0."""
        found = self._programme.find_best(costs, {(vertex, 0): 1}, self._limit)
        if found.labels is None or not found.is_optimal:
            raise UnprovedError
        return dict(enumerate(found.labels.tolist()))
