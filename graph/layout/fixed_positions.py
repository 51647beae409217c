"""Fit computed positions to those that a reader has fixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.layout.readability import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CELL = 44  # canvas pixels; as much room as a mark and its name need
MOST_CELLS = 60  # cells that an actor is moved at most to reach a free one


def fit_to_fixed(drawn: Sequence[Pair], fixed: Mapping[int, tuple[float, float]]) -> list[Pair]:
    """Return positions in which some rows are fixed and all others are fitted to them.

    Parameters
    ----------
    drawn
        Each row's position as the layout computed it.
    fixed
        The fixed positions by row; at least one.

    Examples
    --------
    >>> fit_to_fixed([(0, 0), (100, 0), (50, 0)], {0: (0, 0), 1: (0, 300)})
    [(0, 0), (0, 300), (0, 150)]
    """
    import numpy as np

    here = np.array([drawn[row] for row in fixed], float)
    there = np.array(list(fixed.values()), float)
    moved = _fit(np.array(drawn, float), here, there)
    occupied = {_find_cell(x, y) for x, y in fixed.values()}
    positions = []
    for row, (x, y) in enumerate(moved.tolist()):
        position = fixed[row] if row in fixed else _find_free_position(x, y, occupied)
        positions.append((round(position[0]), round(position[1])))
    return positions


def _fit(
    points: NDArray[np.float64], here: NDArray[np.float64], there: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Rotate, mirror, scale and move points as a whole to bring `here` nearest to `there`."""
    import numpy as np

    middle, goal = here.mean(0), there.mean(0)
    offsets, wanted = here - middle, there - goal
    spread = float((offsets**2).sum())
    if not spread or not (wanted**2).any():
        shifted: NDArray[np.float64] = points - middle + goal
        return shifted
    left, sizes, right = np.linalg.svd(offsets.T @ wanted)
    rotation = left @ right * (sizes.sum() / spread)
    fitted: NDArray[np.float64] = (points - middle) @ rotation + goal
    return fitted


def _find_cell(x: float, y: float) -> Pair:
    return round(x / CELL), round(y / CELL)


def _find_free_position(x: float, y: float, occupied: set[Pair]) -> tuple[float, float]:
    """Find the free position nearest to a point, and mark its cell as occupied."""
    column, row = _find_cell(x, y)
    for across, down in _list_cells_around():
        if (column + across, row + down) not in occupied:
            x, y = x + across * CELL, y + down * CELL
            break
    occupied.add(_find_cell(x, y))
    return x, y


def _list_cells_around() -> Iterator[Pair]:
    """Yield the steps to a cell itself and to the cells around it, ring by ring."""
    yield 0, 0
    for ring in range(1, MOST_CELLS):
        side = range(-ring, ring + 1)
        cells = {(x, y) for x in side for y in side if max(abs(x), abs(y)) == ring}
        yield from sorted(cells, key=lambda cell: (cell[0] ** 2 + cell[1] ** 2, cell))
