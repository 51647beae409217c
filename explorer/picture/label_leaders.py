"""Draw lines from marks to names away from them, as the page does (``view/label_leaders.js``)."""

from __future__ import annotations

from math import ceil, hypot

from explorer.picture.curves import Circle
from explorer.picture.mark_outlines import Point, format_number
from explorer.picture.shapes import Box, Stroke
from explorer.picture.sheet import Theme

APART = 9.0  # pixels between a mark and its name, from which on a line joins them
BEFORE = 2.0  # pixels that it ends before the name
STEP = 8.0  # pixels from a box on it to the next

Leader = tuple[Point, Point]
"""Where a line to a name begins and ends."""


def _find_nearest(box: Box, mark: Circle) -> Point:
    """Find the point of a box that is nearest to the middle of a mark."""
    return (
        min(max(mark.x, box.x), box.x + box.width),
        min(max(mark.y, box.y), box.y + box.height),
    )


def measure_gap(box: Box, mark: Circle) -> float:
    """Measure the pixels between the edge of a mark and a name.

    Examples
    --------
    >>> measure_gap(Box(90, 109, 20, 10), Circle(100, 100, 5))
    4.0
    """
    x, y = _find_nearest(box, mark)
    return max(0.0, hypot(x - mark.x, y - mark.y) - mark.r)


def find_leader(box: Box, mark: Circle) -> Leader | None:
    """Find the line from the edge of a mark to its name; None where the name stands beside it.

    Examples
    --------
    >>> find_leader(Box(90, 125, 20, 10), Circle(100, 100, 5))
    ((100.0, 105.0), (100.0, 123.0))
    >>> find_leader(Box(90, 109, 20, 10), Circle(100, 100, 5)) is None
    True
    """
    if measure_gap(box, mark) < APART:
        return None
    x, y = _find_nearest(box, mark)
    length = hypot(x - mark.x, y - mark.y)
    start, end = (
        (mark.x + (x - mark.x) * pixels / length, mark.y + (y - mark.y) * pixels / length)
        for pixels in (mark.r, length - BEFORE)
    )
    return start, end


def list_leader_boxes(leader: Leader | None) -> list[Box]:
    """List small boxes along a line, which no name may cover.

    Examples
    --------
    >>> len(list_leader_boxes(((0, 0), (0, 40)))), list_leader_boxes(None)
    (5, [])
    """
    if leader is None:
        return []
    (x0, y0), (x1, y1) = leader
    count = ceil(hypot(x1 - x0, y1 - y0) / STEP)
    return [
        Box(
            x0 + (x1 - x0) * index / count - STEP / 4,
            y0 + (y1 - y0) * index / count - STEP / 4,
            STEP / 2,
            STEP / 2,
        )
        for index in range(count)
    ]


def draw_leader(leader: Leader, theme: Theme) -> list[Stroke]:
    """Draw a line to a name, set off from the lines below."""
    (x0, y0), (x1, y1) = ([format_number(each) for each in point] for point in leader)
    path = f"M{x0} {y0}L{x1} {y1}"
    return [Stroke(path, "", theme.paper, (), 3.0), Stroke(path, "", theme.soft, (), 1.0)]
