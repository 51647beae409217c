"""Find whose name a name seems to be, as the page does (``view/label_owners.js``)."""

from __future__ import annotations

from explorer.picture.box_grid import BoxGrid
from explorer.picture.curves import Circle
from explorer.picture.label_leaders import measure_gap
from explorer.picture.shapes import Box

ASIDE = 0.2  # what a pixel off the middle of a name counts, beside one between it and a mark
CORNER = 20.0  # pixels more that a mark seems away which is off a corner
MOST = 24.0  # pixels, beyond which no mark seems one with the name


def measure_away(box: Box, mark: Circle) -> float:
    """Measure how far a mark seems to be from a name, in pixels.

    Examples
    --------
    >>> name = Box(80, 109, 40, 16)
    >>> measure_away(name, Circle(100, 100, 5)), measure_away(name, Circle(110, 100, 5))
    (4.0, 6.0)
    """
    gap = measure_gap(box, mark)
    across = abs(mark.x - box.x - box.width / 2)
    down = abs(mark.y - box.y - box.height / 2)
    if 2 * across < box.width:
        return gap + ASIDE * across
    return gap + (ASIDE * down if 2 * down < box.height else CORNER)


def seems_anothers(box: Box, mark: Circle, actor: int, marks: BoxGrid) -> bool:
    """Return whether a name seems to be that of another mark than its own.

    Parameters
    ----------
    box
        Where the name is.
    mark, actor
        Its own.
    marks
        The boxes of all marks.

    Examples
    --------
    >>> other = Circle(100, 135, 5)
    >>> seems_anothers(Box(80, 109, 40, 16), Circle(130, 104, 5), 0, BoxGrid([(other.box, 1)]))
    True
    """
    away = min(MOST, measure_away(box, mark))
    return any(
        measure_away(box, Circle(other.x + other.width / 2, other.y + other.height / 2, r)) < away
        for other in marks.list_near(box, actor, away)
        for r in (other.width / 2,)
    )
