"""Places for whom nobody has placed, among those who are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.layout.readability import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CELL = 44  # canvas pixels; as much room as a mark and its name need
FURTHEST = 60  # cells that somebody moves to be clear of the others


def among_fixed(drawn: Sequence[Pair], fixed: Mapping[int, tuple[float, float]]) -> list[Pair]:
    """Return positions in which some rows are fixed, and the others are drawn among them.

    Parameters
    ----------
    drawn
        Where a layout would have each row.
    fixed
        By row where it is instead; at least one.

    Examples
    --------
    >>> among_fixed([(0, 0), (100, 0), (50, 0)], {0: (0, 0), 1: (0, 300)})
    [(0, 0), (0, 300), (0, 150)]
    """
    import numpy as np

    here = np.array([drawn[row] for row in fixed], float)
    there = np.array(list(fixed.values()), float)
    moved = _fitted(np.array(drawn, float), here, there)
    taken = {_cell(x, y) for x, y in fixed.values()}
    places = []
    for row, (x, y) in enumerate(moved.tolist()):
        place = fixed[row] if row in fixed else _clear(x, y, taken)
        places.append((round(place[0]), round(place[1])))
    return places


def _fitted(
    points: NDArray[np.float64], here: NDArray[np.float64], there: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return points turned, mirrored, scaled and moved by what brings `here` nearest to `there`."""
    import numpy as np

    middle, goal = here.mean(0), there.mean(0)
    away, wanted = here - middle, there - goal
    spread = float((away**2).sum())
    if not spread or not (wanted**2).any():
        shifted: NDArray[np.float64] = points - middle + goal
        return shifted
    left, sizes, right = np.linalg.svd(away.T @ wanted)
    turn = left @ right * (sizes.sum() / spread)
    fitted: NDArray[np.float64] = (points - middle) @ turn + goal
    return fitted


def _cell(x: float, y: float) -> Pair:
    return round(x / CELL), round(y / CELL)


def _clear(x: float, y: float, taken: set[Pair]) -> tuple[float, float]:
    """Return the nearest place around a point in no cell that is taken, and take it."""
    column, row = _cell(x, y)
    for across, down in _around():
        if (column + across, row + down) not in taken:
            x, y = x + across * CELL, y + down * CELL
            break
    taken.add(_cell(x, y))
    return x, y


def _around() -> Iterator[Pair]:
    """Yield steps to the cells around one, itself first, ring by ring."""
    yield 0, 0
    for ring in range(1, FURTHEST):
        side = range(-ring, ring + 1)
        cells = {(x, y) for x in side for y in side if max(abs(x), abs(y)) == ring}
        yield from sorted(cells, key=lambda cell: (cell[0] ** 2 + cell[1] ** 2, cell))
