"""Count the lines that run through a box, so that names are written where few do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.picture.mark_outlines import Point
from explorer.picture.shapes import Box

CELL = 6.0  # pixels


class LineDensity:
    """The points of lines, counted by the cells of a fine grid.

    Examples
    --------
    >>> density = LineDensity([(3, 3), (4, 4), (50, 50)])
    >>> density.weigh_in(Box(0, 0, 12, 12)), density.weigh_in(Box(20, 20, 12, 12))
    (2.0, 0.0)
    """

    def __init__(self, points: Iterable[Point] = (), weight: float = 1.0) -> None:
        self._weight = weight
        self._cells = Counter((int(x // CELL), int(y // CELL)) for x, y in points)

    def weigh_in(self, box: Box) -> float:
        """Estimate how many points are in a box, times what each weighs."""
        columns = range(int(box.x // CELL), int((box.x + box.width) // CELL) + 1)
        lines = range(int(box.y // CELL), int((box.y + box.height) // CELL) + 1)
        cells = self._cells
        return self._weight * sum(
            cells.get((column, line), 0) for column in columns for line in lines
        )
