"""How hard a drawing is to read."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from graph.layout import spacing
from graph.layout.spacing import Point

Pair = tuple[int, int]
Lengths = dict[Pair, float]


def tangle(points: Sequence[Point], lengths: Lengths) -> float:
    """Return how hard a drawing is to read: how many ties cross, and how long they all are.

    Parameters
    ----------
    points
        Where each row is.
    lengths
        The ties as pairs of rows, and the length each would like to have; drawn lengths are
        taken in units of the room an actor has on average.

    Examples
    --------
    >>> square = [(0, 0), (2, 0), (2, 2), (0, 2)]
    >>> tangle(square, {(0, 1): 1.0, (2, 3): 1.0}), tangle(square, {(0, 2): 1.0, (1, 3): 1.0}) > 5
    (4.0, True)
    """
    pairs = list(lengths)
    crossings = sum(
        _cross(points, pair, other) for place, pair in enumerate(pairs) for other in pairs[:place]
    )
    drawn = spacing.scaled(points, area=len(points))
    long = sum(
        hypot(drawn[i][0] - drawn[j][0], drawn[i][1] - drawn[j][1]) / length
        for (i, j), length in lengths.items()
    )
    return crossings + long


def _cross(points: Sequence[Point], one: Pair, other: Pair) -> bool:
    if one[0] in other or one[1] in other:
        return False
    (ax, ay), (bx, by) = points[one[0]], points[one[1]]
    (cx, cy), (dx, dy) = points[other[0]], points[other[1]]
    c_side = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    d_side = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    if c_side * d_side >= 0:
        return False
    a_side = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    b_side = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    return a_side * b_side < 0
