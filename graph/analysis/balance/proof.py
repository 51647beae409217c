"""Prove how little a block can be frustrated: an upper and a lower bound that meet.

Sides that are found by a local search give the upper bound. A packing of cycles, which is quick,
often proves them; else the covering programme gives the lower bound (the negative-cycle
inequalities of Grötschel and Pulleyblank, 1981, for signed graphs). Rounds of linear programmes
come first. Where these leave a gap, all divisions of few vertices are looked at, and of more the
programme is solved in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, inf
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.covering import SLACK, CoveringProgramme, CoveringSolution
from graph.analysis.balance.cycle_packing import pack_cycles
from graph.analysis.balance.divisions import list_best_divisions
from graph.analysis.balance.local_search import (
    SideSearch,
    compute_effort,
    find_sides,
    improve_sides,
    search_again,
    search_longer,
)
from graph.analysis.balance.negative_cycles import Cycle, CycleFinder
from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.spreading import spread_sides
from graph.select.union_find import UnionFind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

FEW_VERTICES = 20  # of which all divisions are looked at
SEARCHED = (0.0, 0.1, 1.0)  # shares of the search after which cycles are packed
MOST_LOOKS = 4_000_000  # frustrated edges times edges; of more, a packing costs more than it gains
FEW_TIGHT = 0.25  # of the frustrated edges
TOLERANCE = 1e-6  # of a relaxation that is not exact
SHORT = 1.0  # seconds of a first search for whole numbers
STALLED_ROUNDS, STALLED_SHARE = 5, 0.02  # of the way that is left between the bounds

ReportBounds = Callable[[int, int], None]
"""Called with the lower and the upper bound."""


@dataclass(frozen=True)
class BlockBounds:
    """The bounds of a block, and what is known of its best sides.

    Parameters
    ----------
    sides
        Sides that reach the upper bound: 1 or -1 for every vertex.
    lower, upper
        The bounds of the cost.
    cycles
        Negative cycles that bind.
    is_open
        For each edge whether it may be frustrated where the cost is the lowest.
    """

    sides: Numbers
    lower: int
    upper: int
    cycles: list[Cycle]
    is_open: NDArray[np.bool_]

    @property
    def is_optimal(self) -> bool:
        """Whether the bounds meet."""
        return self.lower == self.upper


def prove_block(graph: SignedGraph, deadline: float, report: ReportBounds) -> BlockBounds:
    """Return bounds of the cost of a block; they meet unless the time runs out.

    Parameters
    ----------
    graph
        A block.
    deadline
        When to stop, by `time.monotonic`.
    report
        Called with the bounds after every round.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> foes = make_signed_graph(4, [(a, b, -1) for a in range(4) for b in range(a)])
    >>> bounds = prove_block(foes, monotonic() + 60, lambda lower, upper: None)
    >>> bounds.lower, bounds.upper
    (2, 2)
    """
    search = SideSearch(graph)
    bounds = _pack(graph, search)
    if bounds is not None:
        report(bounds.lower, bounds.upper)
        return bounds
    proof = Proof(graph, deadline, report, search.get_sides())
    proof.run_relaxed()
    proof.look_at_all()
    proof.run_whole()
    return proof.get_bounds()


def _pack(graph: SignedGraph, search: SideSearch) -> BlockBounds | None:
    """Search sides until a packing of cycles proves them; None, after the whole search, if none.

    A search as far as it takes to begin with is often enough.
    """
    import numpy as np

    cost: int | None = None
    for share in SEARCHED:
        search.improve(int(share * compute_effort(graph)))
        sides = search.get_sides()
        before, cost = cost, graph.measure_cost(sides)
        looks = int(graph.is_frustrated(sides).sum()) * len(graph.sources)
        if cost == before or looks > MOST_LOOKS:
            continue
        packing = pack_cycles(graph, sides)
        if packing is not None:
            is_open = (np.array(packing.left) == 0) & (cost > 0)
            return BlockBounds(sides, cost, cost, packing.cycles, is_open)
    return None


class Proof:
    """Bounds of the cost of a graph, which move towards each other.

    Parameters
    ----------
    graph, deadline, report
        As of `prove_block`.
    sides
        Sides that frustrate little; None to search them.
    """

    def __init__(
        self,
        graph: SignedGraph,
        deadline: float,
        report: ReportBounds,
        sides: Numbers | None = None,
    ) -> None:
        self._graph, self._deadline, self._report = graph, deadline, report
        self._programme = CoveringProgramme(graph.weights)
        self._relaxed = CoveringSolution(None, 0.0)
        self._set_sides(find_sides(graph) if sides is None else sides)
        self._is_frustrated: NDArray[np.bool_] | None = None  # in some optimum, if all are known
        self.lower = 0

    def get_bounds(self) -> BlockBounds:
        """Return the bounds, and which edges may be frustrated where they meet."""
        import numpy as np

        is_open = np.full(len(self._graph.sources), self.upper > 0)
        costs = self._relaxed.reduced_costs
        if self._is_frustrated is not None:
            is_open = self._is_frustrated
        elif costs is not None:
            is_open &= self._relaxed.bound + costs < self.upper + SLACK
        cycles = self._programme.cycles
        return BlockBounds(self._sides, self.lower, self.upper, cycles, is_open)

    def run_relaxed(self) -> None:
        """Add violated cycles to the linear programme until none is left, or the bounds meet."""
        import numpy as np

        values, bounds = np.zeros(len(self._graph.sources)), [0.0]
        while self._add_cycles(values) and self._has_time() and not has_stalled(bounds, self.upper):
            solution = self._programme.relax(self._get_seconds())
            if solution.values is None:
                return
            self._relaxed, values = solution, solution.values
            bounds.append(solution.bound)
            if self._use(solution):
                return
        if bounds[-1] < self.upper <= bounds[-1] * (1 + TOLERANCE) + 1:
            solution = self._programme.relax(self._get_seconds(), exact=True)
            if solution.values is not None:
                self._relaxed = solution
                self._use(solution)

    def look_at_all(self) -> None:
        """Look at every division of few vertices, where the bounds do not meet yet."""
        import numpy as np

        graph = self._graph
        if self.lower == self.upper or graph.size > FEW_VERTICES or not self._has_time():
            return
        weights = graph.signs * graph.weights
        best = list_best_divisions(graph.size, graph.sources, graph.targets, weights)
        frustrated = graph.signs * best[:, graph.sources] * best[:, graph.targets] < 0
        self._is_frustrated = np.any(frustrated, axis=0)
        if self.upper > graph.measure_cost(best[0]):
            self._set_sides(best[0].astype(self._sides.dtype))
        self.lower = self.upper
        self._report(self.lower, self.upper)

    def run_whole(self) -> None:
        """Solve the programme in whole numbers, and add the cycles that it does not cover.

        Better sides are looked for before, and longer where this takes long.
        """
        limit = SHORT
        if self.lower < self.upper:
            self._set_sides(search_again(self._graph, self._sides))
        while self.lower < self.upper and self._has_time():
            seconds = min(self._get_seconds(), limit)
            solution = self._programme.solve(seconds)
            if self._use(solution):
                return
            if limit == SHORT and not solution.is_optimal:
                limit = inf
                self._set_sides(search_longer(self._graph, self._sides, self._deadline))
            elif solution.values is None or not self._add_cycles(solution.values.round()):
                return

    def _use(self, solution: CoveringSolution) -> bool:
        """Take bounds from a solution, and return whether they meet."""
        self.lower = max(self.lower, min(ceil(solution.bound - SLACK), self.upper))
        if solution.values is not None and self.lower < self.upper:
            sides = improve_sides(self._graph, spread_by_values(self._graph, solution.values))
            if self._graph.measure_cost(sides) < self.upper:
                self._set_sides(sides)
        self._report(self.lower, self.upper)
        return self.lower == self.upper

    def _set_sides(self, sides: Numbers) -> None:
        self._sides, self.upper = sides, self._graph.measure_cost(sides)
        self._finder = CycleFinder(self._graph, sides)

    def _add_cycles(self, values: NDArray[np.float64]) -> bool:
        """Add cycles with one frustrated edge; where few are left, those with more, too."""
        cycles = self._finder.find_tight_cycles(values, self._deadline)
        if len(cycles) < FEW_TIGHT * self._finder.frustrated_count:
            cycles |= self._finder.find_cycles(values, self._deadline)
        return self._programme.add_cycles(cycles)

    def _get_seconds(self) -> float:
        return self._deadline - monotonic()

    def _has_time(self) -> bool:
        return self._get_seconds() > 0


def has_stalled(bounds: list[float], upper: float) -> bool:
    """Return whether the last rounds hardly raised a lower bound towards an upper one.

    Examples
    --------
    >>> has_stalled([50.0] * 5, 100), has_stalled([50.0] * 6, 100)
    (False, True)
    >>> has_stalled([50.0, 51.0, 52.0, 53.0, 54.0, 55.0], 100)
    False
    """
    if len(bounds) <= STALLED_ROUNDS:
        return False
    return bounds[-1] - bounds[-1 - STALLED_ROUNDS] < STALLED_SHARE * (upper - bounds[-1])


def spread_by_values(graph: SignedGraph, values: NDArray[np.float64]) -> Numbers:
    """Return sides along a spanning tree of the edges that are least taken to be frustrated.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> triangle = make_signed_graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    >>> spread_by_values(triangle, np.array([0.0, 1.0, 0.0])).tolist()
    [1, 1, -1]
    """
    import numpy as np

    tree, joined = np.zeros(len(values), bool), UnionFind(graph.size)
    for edge in np.argsort(values, kind="stable").tolist():
        one, other = int(graph.sources[edge]), int(graph.targets[edge])
        if joined.find(one) != joined.find(other):
            joined.join(one, other)
            tree[edge] = True
    columns = (each[tree] for each in (graph.sources, graph.targets, graph.signs, graph.weights))
    return spread_sides(SignedGraph(graph.size, *columns))[0]
