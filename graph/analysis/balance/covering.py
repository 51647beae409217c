"""The covering programme: choose the lightest edges so that each negative cycle has one of them.

Its cycles are found as they are needed. HiGHS solves it by `scipy.optimize`: as a linear programme,
whose value is a lower bound, or in whole numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.balance.interruptible import run_interruptibly
from graph.analysis.balance.matrices import narrow_indexes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    from graph.analysis.balance.negative_cycles import Cycle
    from graph.analysis.balance.signed_graph import Numbers

SLACK = 1e-6
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
    """

    values: NDArray[np.float64] | None
    bound: float
    reduced_costs: NDArray[np.float64] | None = None


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

    def relax(self, seconds: float) -> CoveringSolution:
        """Solve the linear relaxation, and drop cycles that have not bound for long."""
        import numpy as np
        from scipy.optimize import linprog

        matrix = self._build_matrix()
        found: Any = run_interruptibly(
            linprog,
            self._weights,
            A_ub=-matrix,
            b_ub=-np.ones(matrix.shape[0]),
            bounds=(0, 1),
            method="highs-ds",
            options={"time_limit": max(seconds, SLACK)},
        )
        if found.x is None or not found.success:
            return CoveringSolution(None, 0.0)
        self._drop_old(matrix @ found.x)
        return CoveringSolution(found.x, found.fun, found.lower.marginals)

    def solve(self, seconds: float) -> CoveringSolution:
        """Solve the programme in whole numbers, for so many seconds at the most."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        found: Any = run_interruptibly(
            milp,
            self._weights,
            integrality=np.ones(len(self._weights)),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(self._build_matrix(), lb=1),
            options={"time_limit": max(seconds, SLACK), "mip_rel_gap": 0},
        )
        bound = found.mip_dual_bound
        return CoveringSolution(found.x, 0.0 if bound is None else float(bound))

    def _build_matrix(self) -> sparse.csr_array:
        return build_cycle_matrix(self.cycles, len(self._weights))

    def _drop_old(self, covered: NDArray[np.float64]) -> None:
        slack = (covered > 1 + SLACK).tolist()
        for cycle, is_slack in zip(self.cycles, slack, strict=True):
            self._ages[cycle] = self._ages[cycle] + 1 if is_slack else 0
            if self._ages[cycle] > OLDEST:
                del self._ages[cycle]


def build_cycle_matrix(cycles: list[Cycle], edge_count: int) -> sparse.csr_array:
    """Return a matrix with a row for each cycle, and 1 for each of its edges.

    Examples
    --------
    >>> build_cycle_matrix([(0, 2)], 3).toarray().tolist()
    [[1.0, 0.0, 1.0]]
    """
    import numpy as np
    from scipy import sparse

    lengths = [len(cycle) for cycle in cycles]
    starts = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    edges = np.fromiter((edge for cycle in cycles for edge in cycle), np.int64, sum(lengths))
    shape = len(cycles), edge_count
    return narrow_indexes(sparse.csr_array((np.ones(len(edges)), edges, starts), shape=shape))
