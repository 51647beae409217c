"""The covering programme: choose the lightest edges so that each negative cycle has one of them.

Its cycles are found as they are needed. HiGHS solves it as a linear programme, whose value is a
lower bound, or in whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.rows import Rows, make_rows
from graph.analysis.balance.solver import EXACT, INTERIOR, Programme, solve

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.negative_cycles import Cycle
    from graph.analysis.balance.signed_graph import Numbers

SLACK = 1e-6
FEW_CYCLES = 100  # of more, a corner of the best solutions takes long to find, and helps less
OLDEST = 4  # solutions in a row that a cycle does not bind before it is dropped


@dataclass(frozen=True)
class CoveringSolution:
    """A solution of the programme, or of its relaxation.

    Parameters
    ----------
    values
        How far each edge is chosen, from 0 to 1; None where time ran out.
    bound
        A lower bound of the weight of every cover.
    reduced_costs
        By how much the bound rises, at least, where an edge is chosen that is not.
    is_optimal
        Whether the solver ended before its time ran out.
    """

    values: NDArray[np.float64] | None
    bound: float
    reduced_costs: NDArray[np.float64] | None = None
    is_optimal: bool = True


class CoveringProgramme:
    """The programme with the cycles that were found so far.

    Parameters
    ----------
    weights
        What each edge costs.
    """

    def __init__(self, weights: Numbers) -> None:
        self._weights = weights
        self._ages: dict[Cycle, int] = {}

    @property
    def cycles(self) -> list[Cycle]:
        """The cycles that still bind."""
        return list(self._ages)

    def add_cycles(self, cycles: Iterable[Cycle]) -> bool:
        """Add cycles, and return whether one of them is new."""
        before = len(self._ages)
        for cycle in sorted(cycles):
            self._ages.setdefault(cycle, 0)
        return len(self._ages) > before

    def relax(self, seconds: float, *, exact: bool = False) -> CoveringSolution:
        """Solve the linear relaxation, and drop cycles that have not bound for long.

        Many cycles leave a millionth of the bound open, unless it is to be exact.

        The bound is that of the prices, whatever the solver's tolerance: a price is due for each
        cycle, and an edge is chosen where it costs less than its cycles pay.
        """
        import numpy as np

        rows = make_rows(self.cycles)
        options = EXACT if exact or len(rows) <= FEW_CYCLES else INTERIOR
        # Costs around 1: interior points are found to a share of the largest.
        scale = float(self._weights.max(initial=1))
        programme, until = self._build_programme(rows, scale), monotonic() + seconds
        found = solve(programme, seconds, options)
        if not found.is_optimal and options is INTERIOR:
            found = solve(programme, until - monotonic(), EXACT)
        if found.values is None or not found.is_optimal:
            return CoveringSolution(None, 0.0)
        self._drop_old(rows.sum_values(found.values))
        prices = np.maximum(found.row_prices, 0) * scale
        costs = self._weights - rows.sum_prices(prices, len(self._weights))
        bound = float(prices.sum() + np.minimum(costs, 0).sum())
        return CoveringSolution(found.values, bound, np.maximum(costs, 0))

    def solve(self, seconds: float) -> CoveringSolution:
        """Solve the programme in whole numbers, for so many seconds at the most.

        It begins from no cover: given one, HiGHS 1.16 returns it as optimal where it is not.
        """
        import numpy as np

        programme = self._build_programme(make_rows(self.cycles))
        whole = replace(programme, whole=np.ones(len(self._weights), bool))
        found = solve(whole, seconds)
        return CoveringSolution(found.values, max(found.bound, 0.0), None, found.is_optimal)

    def _build_programme(self, rows: Rows, scale: float = 1.0) -> Programme:
        import numpy as np

        ones, none = np.ones(len(rows)), np.zeros(len(self._weights))
        return Programme(self._weights / scale, none, none + 1, rows, ones, ones * np.inf)

    def _drop_old(self, covered: NDArray[np.float64]) -> None:
        slack = (covered > 1 + SLACK).tolist()
        for cycle, is_slack in zip(self.cycles, slack, strict=True):
            self._ages[cycle] = self._ages[cycle] + 1 if is_slack else 0
            if self._ages[cycle] > OLDEST:
                del self._ages[cycle]
