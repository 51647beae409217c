"""Solve linear programmes, and those in whole numbers, with HiGHS (Huangfu and Hall, 2018)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.analysis.balance.interruptible import run_interruptibly

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.rows import Reals, Rows

LEAST_SECONDS = 1e-6
SMALL = 5_000  # weights of a programme without whole numbers
EXACT: Mapping[str, object] = {"mip_rel_gap": 0.0}
"""Look for the best whole numbers."""
INTERIOR: Mapping[str, object] = {"solver": "ipm", "run_crossover": "off"}
"""Stay within the best solutions instead of looking for a corner of them, which takes long."""


@dataclass(frozen=True)
class Programme:
    """A programme: the lowest cost of values within bounds.

    Parameters
    ----------
    costs
        What a unit of each value costs.
    low, high
        The bounds of each value.
    rows
        Sums of values.
    row_low, row_high
        The bounds of the sum of each row.
    whole
        Whether each value is a whole number; None where none is.
    """

    costs: Reals
    low: Reals
    high: Reals
    rows: Rows
    row_low: Reals
    row_high: Reals
    whole: NDArray[np.bool_] | None = None

    @property
    def is_small(self) -> bool:
        """Whether it is solved before anybody could interrupt it."""
        return self.whole is None and len(self.rows.columns) <= SMALL


@dataclass(frozen=True)
class Solution:
    """What a solver found.

    Parameters
    ----------
    values
        The values; None where none were found in time.
    row_prices
        For each row by how much the cost rises with its bound; of whole numbers they say nothing.
    bound
        A lower bound of the cost, in whole numbers.
    is_optimal
        Whether there is nothing better.
    """

    values: Reals | None
    row_prices: Reals
    bound: float
    is_optimal: bool


def solve(programme: Programme, seconds: float, options: Mapping[str, object] = EXACT) -> Solution:
    """Solve a programme.

    Parameters
    ----------
    programme
        The programme.
    seconds
        How long that may take.
    options
        Options of HiGHS.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.balance.rows import make_rows
    >>> ones, odd = np.ones(2), make_rows([[0, 1]], [2, 2])
    >>> half = Programme(ones, 0 * ones, ones, odd, np.array([3.0]), np.array([np.inf]))
    >>> found = solve(half, 60)
    >>> float(found.values.sum()), found.row_prices.tolist(), found.is_optimal
    (1.5, [0.5], True)
    """
    import highspy
    import numpy as np

    solver = _build(programme, {"time_limit": max(seconds, LEAST_SECONDS), **options})
    if programme.is_small:
        solver.run()
    else:
        run_interruptibly(solver.run)
    solution, info = solver.getSolution(), solver.getInfo()
    feasible = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return Solution(
        np.array(solution.col_value) if feasible else None,
        np.array(solution.row_dual),
        float(info.mip_dual_bound),
        solver.getModelStatus() == highspy.HighsModelStatus.kOptimal,
    )


def _build(programme: Programme, options: Mapping[str, object]) -> Any:  # noqa: ANN401 - a solver
    """Return a solver that has been told a programme."""
    import highspy
    import numpy as np

    compiled: Any = highspy.Highs.__base__  # that of Python prints a banner
    solver = compiled()
    for name, value in {"output_flag": False, **options}.items():
        solver.setOptionValue(name, value)
    count, rows = len(programme.costs), programme.rows
    numbers = np.arange(count, dtype=np.int32)
    solver.addVars(count, programme.low, programme.high)
    solver.changeColsCost(count, numbers, programme.costs)
    if programme.whole is not None:
        kinds = highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger
        solver.changeColsIntegrality(
            count, numbers, np.array([kinds[each] for each in programme.whole.tolist()])
        )
    solver.addRows(
        len(rows),
        programme.row_low,
        programme.row_high,
        len(rows.columns),
        rows.starts.astype(np.int32),
        rows.columns.astype(np.int32),
        rows.weights,
    )
    return solver
