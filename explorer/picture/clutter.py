"""How many lines run through a box: names stand where few do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.picture.ink import Box
from explorer.picture.outlines import Point

CELL = 6.0  # pixels


class Clutter:
    """Points on lines, counted by the cells of a fine grid.

    Examples
    --------
    >>> clutter = Clutter([(3, 3), (4, 4), (50, 50)])
    >>> clutter.within(Box(0, 0, 12, 12)), clutter.within(Box(20, 20, 12, 12))
    (2, 0)
    """

    def __init__(self, points: Iterable[Point] = ()) -> None:
        self._cells = Counter((int(x // CELL), int(y // CELL)) for x, y in points)

    def within(self, box: Box) -> int:
        """Return about how many points lie in a box."""
        columns = range(int(box.x // CELL), int((box.x + box.width) // CELL) + 1)
        lines = range(int(box.y // CELL), int((box.y + box.height) // CELL) + 1)
        cells = self._cells
        return sum(cells.get((column, line), 0) for column in columns for line in lines)
