"""Divide a signed graph into at most k camps: correlation clustering with proof on small graphs.

Davis (1967) lets a network be clusterable into more than two camps: foes of a foe may be foes. The
cost of a division is the weight of the edges that are positive across camps, or negative within
one (the line index of generalised balance of Doreian and Mrvar, 1996). A local search gives the
upper bound. Cycles with one negative edge give a lower one, and beyond that a programme with a
variable for each vertex and camp, as long as there are few of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.covering import SLACK, CoveringProgramme, CoveringSolution
from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.camps.firm_camps import FirmCamps
from graph.analysis.camps.label_programme import LabelProgramme
from graph.analysis.camps.label_search import find_labels, measure_label_cost
from graph.analysis.camps.open_cycles import find_open_cycles
from graph.analysis.large.strategy import ReportProgress
from graph.select.union_find import UnionFind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.negative_cycles import Cycle
    from graph.analysis.balance.signed_graph import Numbers

MOST_VARIABLES = 3_000  # vertices times camps of a programme
LARGEST_COST = 1 << 20  # of the first vertex of a batch: sums stay exact


@dataclass(frozen=True)
class Clusters:
    """A division of a graph into camps.

    Parameters
    ----------
    camp_of
        For each vertex its camp, numbered by their lowest vertices; those of the canonical optimum
        where the optima were compared: each vertex in turn is in the first camp that it can be in.
    lower, upper
        The bounds of the lowest cost.
    is_free
        For each vertex whether it is in no firm camp (see `graph.analysis.camps.firm_camps`); None
        where the optima were not compared.
    """

    camp_of: Numbers
    lower: int
    upper: int
    is_free: NDArray[np.bool_] | None = None


def find_clusters(
    graph: SignedGraph, k: int, *, seconds: float, report: ReportProgress, compare: bool = True
) -> Clusters:
    """Divide a connected graph into at most k camps.

    Parameters
    ----------
    graph
        The graph.
    k
        The most camps.
    seconds
        How long the proof may take, and the comparison of optima.
    report
        Called with the name of the work, the lower bound, and the upper bound.
    compare
        Whether the optima are compared, and the canonical one is chosen.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> foes = make_signed_graph(4, [(a, b, -1) for a in range(4) for b in range(a)])
    >>> found = find_clusters(foes, 3, seconds=60, report=lambda *_: None)
    >>> found.lower, found.upper, found.camp_of.tolist()
    (1, 1, [0, 0, 1, 2])
    """
    clustering = Clustering(graph, k, monotonic() + seconds, report)
    clustering.prove()
    if not compare or clustering.lower < clustering.upper:
        return clustering.get_clusters()
    report("Comparing optima", 0, 0)
    return clustering.compare(monotonic() + seconds)


class Clustering:
    """Bounds of the cost of a division, which move towards each other.

    Parameters
    ----------
    graph, k, deadline, report
        As of `find_clusters`.
    """

    def __init__(self, graph: SignedGraph, k: int, deadline: float, report: ReportProgress) -> None:
        self._graph, self._k, self._deadline, self._report = graph, k, deadline, report
        self._labels = find_labels(graph, k)
        self.lower, self.upper = 0, measure_label_cost(graph, self._labels)
        self._covering = CoveringProgramme(graph.weights)
        self._relaxed = CoveringSolution(None, 0.0)

    def get_clusters(self) -> Clusters:
        """Return the best division that was found."""
        return Clusters(number_labels(self._labels), self.lower, self.upper)

    def prove(self) -> None:
        """Raise the lower bound by linear programmes, then by one in whole numbers."""
        if self.upper:
            self._relax()
        if self.lower < self.upper:
            self._solve()

    def _relax(self) -> None:
        import numpy as np

        values = np.zeros(len(self._graph.signs))
        while (seconds := self._deadline - monotonic()) > 0:
            if not self._covering.add_cycles(find_open_cycles(self._graph, values, self._deadline)):
                return
            solution = self._covering.relax(seconds)
            if solution.values is None:
                return
            self._relaxed, values = solution, solution.values
            self._raise_lower(solution.bound)
            if self.lower == self.upper:
                return

    def _raise_lower(self, bound: float) -> None:
        self.lower = max(self.lower, min(ceil(bound - SLACK), self.upper))
        self._report("Proving the camps", self.lower, self.upper)

    def _solve(self) -> None:
        part, set_of, cycles = self._contract()
        if part.size * self._k > MOST_VARIABLES:
            return
        found = LabelProgramme(part, self._k, cycles, self._deadline).find_cheapest()
        if found.labels is not None:
            labels = found.labels[set_of]
            if measure_label_cost(self._graph, labels) < self.upper:
                self._labels, self.upper = labels, measure_label_cost(self._graph, labels)
        self._raise_lower(self.upper if found.is_optimal else found.bound)

    def compare(self, deadline: float) -> Clusters:
        """Return the canonical optimum, and who is in no firm camp."""
        import numpy as np

        part, set_of, cycles = self._contract()
        if part.size * self._k > MOST_VARIABLES:
            return self.get_clusters()
        programme = LabelProgramme(part, self._k, cycles, deadline)
        limit = self.upper - self._constant(set_of)
        labels = _choose_labels(programme, part.size, self._k, limit)
        if labels is None:
            return self.get_clusters()
        degrees, ends = np.zeros(part.size, np.int64), (self._graph.sources, self._graph.targets)
        for each in ends:
            np.add.at(degrees, set_of[each], self._graph.weights)
        is_free = FirmCamps(programme, labels, np.bincount(set_of), degrees, limit).find_free()
        if is_free is None:
            return self.get_clusters()
        return Clusters(labels[set_of], self.lower, self.upper, is_free[set_of])

    def _constant(self, set_of: Numbers) -> int:
        """Return the cost of edges within contracted sets."""
        graph = self._graph
        inside = set_of[graph.sources] == set_of[graph.targets]
        return int(graph.weights[inside & (graph.signs < 0)].sum())

    def _contract(self) -> tuple[SignedGraph, Numbers, list[Cycle]]:
        """Return the graph without positive edges that no optimum frustrates; see `_is_closed`."""
        import numpy as np

        graph = self._graph
        joined = UnionFind(graph.size)
        for edge in np.flatnonzero(self._is_closed() & (graph.signs > 0)).tolist():
            joined.join(int(graph.sources[edge]), int(graph.targets[edge]))
        set_of = joined.number_sets()
        outside = np.flatnonzero(set_of[graph.sources] != set_of[graph.targets])
        part = SignedGraph(
            int(set_of.max()) + 1,
            set_of[graph.sources[outside]],
            set_of[graph.targets[outside]],
            graph.signs[outside],
            graph.weights[outside],
        )
        number_of = {edge: number for number, edge in enumerate(outside.tolist())}
        return part, set_of, _map_cycles(graph, self._covering.cycles, number_of)

    def _is_closed(self) -> NDArray[np.bool_]:
        """Return which edges no optimum frustrates, by their reduced costs."""
        import numpy as np

        costs = self._relaxed.reduced_costs
        if costs is None:
            # Where nothing is frustrated, nothing ever is.
            return np.full(len(self._graph.signs), not self.upper)
        closed: NDArray[np.bool_] = self._relaxed.bound + costs > self.upper + SLACK
        return closed


def _map_cycles(graph: SignedGraph, cycles: list[Cycle], number_of: dict[int, int]) -> list[Cycle]:
    """Return the cycles by the numbers of the edges that are left; not those always covered."""
    mapped: set[Cycle] = set()
    for cycle in cycles:
        gone = [edge for edge in cycle if edge not in number_of]
        if all(graph.signs[edge] > 0 for edge in gone):
            mapped.add(tuple(number_of[edge] for edge in cycle if edge in number_of))
    return sorted(mapped)


def number_labels(labels: Numbers) -> Numbers:
    """Return labels numbered in the order in which they first occur.

    Examples
    --------
    >>> import numpy as np
    >>> number_labels(np.array([2, 0, 2, 1])).tolist()
    [0, 1, 0, 2]
    """
    import numpy as np

    numbers = {label: number for number, label in enumerate(dict.fromkeys(labels.tolist()))}
    return np.array([numbers[label] for label in labels.tolist()], np.int64)


def _choose_labels(programme: LabelProgramme, size: int, k: int, limit: int) -> Numbers | None:
    """Return the optimum in which each vertex in turn is in the first camp that it can be in."""
    fixed = {(v, c): 0 for v in range(size) for c in range(v + 1, k)}
    batch = 1
    while k ** (batch + 1) <= LARGEST_COST:
        batch += 1
    labels: Numbers | None = None
    for first in range(0, size, batch):
        vertices = range(first, min(first + batch, size))
        costs = {
            (vertex, camp): float(camp * k ** (vertices[-1] - vertex))
            for vertex in vertices
            for camp in range(1, k)
        }
        found = programme.find_best(costs, fixed, limit)
        if found.labels is None or not found.is_optimal:
            return None
        labels = found.labels
        fixed |= {(vertex, int(labels[vertex])): 1 for vertex in vertices}
    return labels
