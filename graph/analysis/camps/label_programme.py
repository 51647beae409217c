"""The programme of camps: a camp for every vertex, so that the least weight is frustrated.

A programme in whole numbers: a variable for each vertex and camp, and one for each edge, whether it
is frustrated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.negative_cycles import Cycle
from graph.analysis.balance.rows import Rows, make_even_rows, make_rows, stack_rows
from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.solver import Programme, solve
from graph.analysis.balance.turning_programme import HALF

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

Costs = Mapping[tuple[int, int], float]
"""What it costs that a vertex is in a camp."""


@dataclass(frozen=True)
class LabelSolution:
    """A solution of the programme.

    Parameters
    ----------
    labels
        The camp of every vertex; None where none was found in time.
    bound
        A lower bound of the objective.
    is_optimal
        Whether it is proved to be the best.
    """

    labels: Numbers | None
    bound: float
    is_optimal: bool


class LabelProgramme:
    """Divisions of a graph into at most k camps.

    Parameters
    ----------
    graph
        The graph.
    k
        The most camps.
    cycles
        Cycles of which one edge is frustrated.
    deadline
        When to stop, by `time.monotonic`.
    """

    def __init__(self, graph: SignedGraph, k: int, cycles: list[Cycle], deadline: float) -> None:
        self._graph, self._k, self._deadline = graph, k, deadline
        self._rows, self._low, self._high = self._build_constraints(cycles)

    def find_cheapest(self) -> LabelSolution:
        """Return a division of the lowest cost; each camp begins with its lowest vertex."""
        fixed = {(v, c): 0 for v in range(self._graph.size) for c in range(v + 1, self._k)}
        return self._solve({}, fixed, None)

    def find_best(
        self, costs: Costs, fixed: Mapping[tuple[int, int], int], cost: int
    ) -> LabelSolution:
        """Return, of the divisions that cost no more than so much, the one of the lowest costs."""
        return self._solve(costs, fixed, cost)

    def _solve(
        self, costs: Costs, fixed: Mapping[tuple[int, int], int], limit: int | None
    ) -> LabelSolution:
        import numpy as np

        graph, k = self._graph, self._k
        count = graph.size * k
        total = count + len(graph.signs)
        low, high = np.zeros(total), np.ones(total)
        weights = np.concatenate((np.zeros(count), graph.weights.astype(float)))
        objective = weights if limit is None else np.zeros(total)
        rows, row_high = self._rows, self._high.copy()
        row_high[-1] = np.inf if limit is None else limit + HALF
        for (vertex, camp), cost in costs.items():
            objective[vertex * k + camp] = cost
        for (vertex, camp), value in fixed.items():
            low[vertex * k + camp] = high[vertex * k + camp] = value
        whole = np.repeat((True, False), (count, len(graph.signs)))
        programme = Programme(objective, low, high, rows, self._low, row_high, whole)
        found = solve(programme, self._deadline - monotonic())
        values = found.values
        labels = None if values is None else values[:count].reshape(-1, k).argmax(axis=1)
        return LabelSolution(labels, max(found.bound, 0.0), found.is_optimal)

    def _build_constraints(
        self, cycles: list[Cycle]
    ) -> tuple[Rows, NDArray[np.float64], NDArray[np.float64]]:
        """Return the rows: a camp for each vertex, frustrated edges, covered cycles, the cost."""
        import numpy as np

        graph, k = self._graph, self._k
        edges, count = len(graph.signs), graph.size * k
        one_each = make_even_rows(np.arange(count).reshape(-1, k), np.ones(k))
        # Row by edge and camp: a positive edge is frustrated if its source is in the camp and its
        # target is not, a negative one if both are.
        camps = np.tile(np.arange(k), edges)
        numbers = np.repeat(np.arange(edges), k)
        at_source, at_target = (
            each[numbers] * k + camps for each in (graph.sources, graph.targets)
        )
        ones = np.ones(edges * k)
        frustrated = make_even_rows(
            np.column_stack((at_source, at_target, count + numbers)),
            np.column_stack((ones, -graph.signs[numbers], -ones)),
        )
        covered = make_rows([[count + edge for edge in cycle] for cycle in cycles])
        cost = make_even_rows(count + np.arange(edges)[np.newaxis, :], graph.weights.astype(float))
        high_rows = np.repeat((graph.signs < 0).astype(float), k)
        least = np.full(edges * k, -np.inf)
        low = np.concatenate((np.ones(graph.size), least, np.ones(len(cycles)), [0]))
        free = np.full(len(cycles) + 1, np.inf)
        high = np.concatenate((np.ones(graph.size), high_rows, free))
        return stack_rows([one_each, frustrated, covered, cost]), low, high
