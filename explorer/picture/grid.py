"""Boxes that nothing may cover, kept so that few are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from explorer.picture.ink import Box

CELL = 80.0  # pixels


class Grid:
    """Boxes with their owners, by the cells of a coarse grid.

    Examples
    --------
    >>> grid = Grid([(Box(0, 0, 9, 9), 1)])
    >>> grid.free(Box(5, 5, 9, 9), 1), grid.free(Box(5, 5, 9, 9), 2)
    (True, False)
    """

    def __init__(self, boxes: Iterable[tuple[Box, int]] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[Box, int]]] = defaultdict(list)
        for box, owner in boxes:
            self.add(box, owner)

    def add(self, box: Box, owner: int) -> None:
        """Keep a box and whose it is."""
        for cell in self._covered(box):
            self._cells[cell].append((box, owner))

    def near(self, box: Box, owner: int, distance: float) -> int:
        """Return how many others have a box within a distance of a box."""
        around = box.inner(-distance, -distance)
        found = {
            other_owner
            for cell in self._covered(around)
            for other, other_owner in self._cells.get(cell, ())
            if other_owner != owner and around.meets(other)
        }
        return len(found)

    def free(self, box: Box, owner: int) -> bool:
        """Tell whether a box meets none but those of its owner."""
        return not any(
            other_owner != owner and box.meets(other)
            for cell in self._covered(box)
            for other, other_owner in self._cells.get(cell, ())
        )

    @staticmethod
    def _covered(box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.x // CELL), int((box.x + box.width) // CELL) + 1):
            for row in range(int(box.y // CELL), int((box.y + box.height) // CELL) + 1):
                yield column, row
