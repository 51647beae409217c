"""The programme of other optima: which vertices of a quotient can move at no cost, and together.

A programme in whole numbers: a variable for every vertex, whether it moves, and one for every pair,
whether it turns; the first vertex stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.divisions import list_best_divisions
from graph.analysis.balance.rows import Rows, make_even_rows, make_rows, stack_rows
from graph.analysis.balance.solver import EXACT, Programme, solve
from graph.errors import GraphError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

Weights = Sequence[tuple[int, float]]
"""Numbers of vertices or pairs, each with how much it counts."""

OUT_OF_TIME = "The time ran out before all optima were compared."
ROUGH: Mapping[str, object] = {"mip_rel_gap": 0.5}  # what gains anything will do
FEW_VERTICES = 20  # of which all moves are looked at
HALF = 0.5  # between two whole costs


class OutOfTimeError(GraphError):
    """The time for a programme ran out; who asks for it says so in the answer."""


class TurningProgramme:
    """Moves of the vertices of a block that cost nothing.

    Parameters
    ----------
    size
        How many vertices there are.
    sources, targets, gains
        The pairs, and what a turn of each adds to the cost.
    covers
        Negative cycles, each as the pairs that it turns on: of each the number, and whether the
        cycle is covered where the pair turns (1), or where it does not (-1).
    deadline
        When to stop, by `time.monotonic`.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of a programme
        self,
        size: int,
        sources: Numbers,
        targets: Numbers,
        gains: Numbers,
        covers: Sequence[dict[int, int]],
        deadline: float,
    ) -> None:
        self.size, self.sources, self.targets, self.gains = size, sources, targets, gains
        self._deadline = deadline
        self._rows, self._low, self._high = self._build_constraints(covers)

    def find_turns(self, pairs: Numbers) -> Numbers | None:
        """Return moves, 0 or 1 by vertex, that turn many of some pairs.

        None where none of them can turn.
        """
        return self._maximise([], [(int(pair), 1.0) for pair in pairs], {})

    def find_moves(self, vertices: Numbers) -> Numbers | None:
        """Return moves that part some vertices from the first of them; None where none can be."""
        first, *rest = vertices.tolist()
        return self._maximise([(vertex, 1.0) for vertex in rest], [], {first: 0})

    def find_cheapest(self, costs: Weights, fixed: dict[int, int]) -> Numbers:
        """Return the moves with the lowest sum of costs, where some vertices are fixed."""
        negated = [(vertex, -cost) for vertex, cost in costs]
        return self._solve(negated, [], fixed)

    def _maximise(self, vertices: Weights, pairs: Weights, fixed: dict[int, int]) -> Numbers | None:
        """Return good moves; None where the best gain nothing."""
        moves = self._solve(vertices, pairs, fixed, ROUGH)
        turned = moves[self.sources] != moves[self.targets]
        gained = sum(moves[vertex] for vertex, _ in vertices)
        gained += sum(turned[pair] for pair, _ in pairs)
        return moves if gained else None

    def list_moves(self) -> NDArray[np.bool_] | None:
        """Return all moves that cost nothing, those of the last vertices first; None of too many.

        The first vertex stays, and a row says of each vertex whether it moves.
        """
        if self.size > FEW_VERTICES:
            return None
        return list_best_divisions(self.size, self.sources, self.targets, self.gains) < 0

    def _solve(
        self,
        vertices: Weights,
        pairs: Weights,
        fixed: dict[int, int],
        options: Mapping[str, object] = EXACT,
    ) -> Numbers:
        """Return the optimal moves."""
        import numpy as np

        count = self.size + len(self.gains)
        objective, low, high = np.zeros(count), np.zeros(count), np.ones(count)
        for vertex, weight in vertices:
            objective[vertex] -= weight
        for pair, weight in pairs:
            objective[self.size + pair] -= weight
        # All vertices may change places at no cost: one of them stays.
        for vertex, value in (fixed or {0: 0}).items():
            low[vertex] = high[vertex] = value
        whole = np.repeat((True, False), (self.size, len(self.gains)))
        rows = self._rows, self._low, self._high
        programme = Programme(objective, low, high, *rows, whole)
        found = solve(programme, self._deadline - monotonic(), options)
        if found.values is None or not found.is_optimal:
            raise OutOfTimeError(OUT_OF_TIME)
        moves: Numbers = found.values[: self.size].round().astype(np.int64)
        return moves

    def _build_constraints(
        self, covers: Sequence[dict[int, int]]
    ) -> tuple[Rows, NDArray[np.float64], NDArray[np.float64]]:
        """Return the rows: turns follow moves, turns cost nothing, cycles are covered."""
        import numpy as np

        pairs, ends = len(self.gains), (self.sources, self.targets)
        columns = np.column_stack((*ends, self.size + np.arange(pairs)))
        signs = ((1.0, -1.0, -1.0), (-1.0, 1.0, -1.0), (-1.0, -1.0, 1.0), (1.0, 1.0, 1.0))
        turns = [make_even_rows(columns, np.array(each)) for each in signs]
        cost = make_even_rows(columns[:, 2][np.newaxis, :], self.gains.astype(float))
        covering = make_rows(
            [[self.size + pair for pair in cover] for cover in covers],
            [sign for cover in covers for sign in cover.values()],
        )
        # Where a pair covers by not turning, 1 less its turn counts.
        least = [1.0 - sum(sign < 0 for sign in cover.values()) for cover in covers]
        free = np.full(4 * pairs + 1, -np.inf)
        high = (np.zeros(3 * pairs), np.full(pairs, 2.0), [HALF], np.full(len(covers), np.inf))
        rows = stack_rows([*turns, cost, covering])
        return rows, np.concatenate((free, least)), np.concatenate(high)
