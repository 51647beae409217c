"""The programme of other optima: which vertices of a quotient can move at no cost, and together.

A programme in whole numbers: a variable for every vertex, whether it moves, and one for every pair,
whether it turns; the first vertex stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.matrices import narrow_indexes
from graph.analysis.balance.solver import EXACT, Programme, solve
from graph.errors import GraphError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy import sparse

    from graph.analysis.balance.signed_graph import Numbers

Weights = Sequence[tuple[int, float]]
"""Numbers of vertices or pairs, each with how much it counts."""

OUT_OF_TIME = "The time ran out before all optima were compared."
ROUGH: Mapping[str, object] = {"mip_rel_gap": 0.5}  # what gains anything will do
FEW_VERTICES = 10  # of which all moves are looked at
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
        self._matrix, self._low, self._high = self._build_constraints(covers)

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

    def list_moves(self) -> NDArray[np.int64] | None:
        """Return all moves that cost nothing, those of the last vertices first; None of too many.

        The first vertex stays, and a row has 0 or 1 for each vertex.
        """
        import numpy as np

        if self.size > FEW_VERTICES:
            return None
        numbers = np.arange(2 ** (self.size - 1))[:, np.newaxis]
        moves = numbers >> np.arange(self.size)[::-1] & 1
        turned = moves[:, self.sources] != moves[:, self.targets]
        free: NDArray[np.int64] = moves[turned @ self.gains == 0]
        return free

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
        rows = self._matrix, self._low, self._high
        programme = Programme(objective, low, high, *rows, whole)
        found = solve(programme, self._deadline - monotonic(), options)
        if found.values is None or not found.is_optimal:
            raise OutOfTimeError(OUT_OF_TIME)
        moves: Numbers = found.values[: self.size].round().astype(np.int64)
        return moves

    def _build_constraints(
        self, covers: Sequence[dict[int, int]]
    ) -> tuple[sparse.csr_array, NDArray[np.float64], NDArray[np.float64]]:
        """Return the rows: turns follow moves, turns cost nothing, cycles are covered."""
        import numpy as np
        from scipy import sparse

        size, pairs = self.size, len(self.gains)
        numbers = np.arange(pairs)
        shape = pairs, size
        ones = np.ones(pairs)
        source = sparse.csr_array((ones, (numbers, self.sources)), shape=shape)
        target = sparse.csr_array((ones, (numbers, self.targets)), shape=shape)
        turn = sparse.eye_array(pairs, format="csr")
        covering, least = _build_covers(covers, pairs)
        cost = sparse.csr_array(self.gains[np.newaxis, :].astype(float))
        stay = sparse.csr_array((1 + len(covers), size))
        rows: list[list[sparse.csr_array]] = [
            [source - target, -turn],
            [target - source, -turn],
            [-source - target, turn],
            [source + target, turn],
            [stay, sparse.vstack([cost, covering])],
        ]
        matrix = narrow_indexes(sparse.csr_array(sparse.block_array(rows)))
        low = np.full(matrix.shape[0], -np.inf)
        high = np.concatenate((np.zeros(3 * pairs), np.full(pairs, 2.0), [HALF]))
        high = np.concatenate((high, np.full(len(covers), np.inf)))
        low[4 * pairs + 1 :] = least
        return matrix, low, high


def _build_covers(
    covers: Sequence[dict[int, int]], pairs: int
) -> tuple[sparse.csr_array, NDArray[np.float64]]:
    """Return a row for each cycle, and the least that it must sum to."""
    import numpy as np
    from scipy import sparse

    cells = [(row, pair, sign) for row, cover in enumerate(covers) for pair, sign in cover.items()]
    rows, columns, signs = np.array(cells, np.int64).reshape(-1, 3).T
    matrix = sparse.csr_array((signs.astype(float), (rows, columns)), shape=(len(covers), pairs))
    # Where a pair covers by not turning, 1 less its turn counts.
    least = [1 - sum(sign < 0 for sign in cover.values()) for cover in covers]
    return matrix, np.array(least, float)
