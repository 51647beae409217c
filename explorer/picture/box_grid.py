"""A grid of occupied boxes, to find out fast what a box overlaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from explorer.picture.shapes import Box

CELL = 80.0  # pixels


class BoxGrid:
    """Boxes with their owners, by the cells of a coarse grid.

    Examples
    --------
    >>> grid = BoxGrid([(Box(0, 0, 9, 9), 1)])
    >>> grid.is_free(Box(5, 5, 9, 9), 1), grid.is_free(Box(5, 5, 9, 9), 2)
    (True, False)
    """

    def __init__(self, boxes: Iterable[tuple[Box, int]] = ()) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[Box, int]]] = defaultdict(list)
        for box, owner in boxes:
            self.add(box, owner)

    def add(self, box: Box, owner: int) -> None:
        """Add a box and its owner."""
        for cell in self._list_cells(box):
            self._cells[cell].append((box, owner))

    def list_near(self, box: Box, owner: int, distance: float) -> list[Box]:
        """List the boxes of other owners within a distance; one in several cells several times."""
        around = box.shrink(-distance, -distance)
        return [
            placed
            for cell in self._list_cells(around)
            for placed, box_owner in self._cells.get(cell, ())
            if box_owner != owner and around.overlaps(placed)
        ]

    def count_near(self, box: Box, owner: int, distance: float) -> int:
        """Count the other owners that have a box within a distance."""
        around = box.shrink(-distance, -distance)
        owners = {
            box_owner
            for cell in self._list_cells(around)
            for placed, box_owner in self._cells.get(cell, ())
            if box_owner != owner and around.overlaps(placed)
        }
        return len(owners)

    def is_free(self, box: Box, owner: int) -> bool:
        """Return whether a box overlaps only boxes of its owner."""
        return not any(
            box_owner != owner and box.overlaps(placed)
            for cell in self._list_cells(box)
            for placed, box_owner in self._cells.get(cell, ())
        )

    @staticmethod
    def _list_cells(box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.x // CELL), int((box.x + box.width) // CELL) + 1):
            for row in range(int(box.y // CELL), int((box.y + box.height) // CELL) + 1):
                yield column, row
