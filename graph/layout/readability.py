"""Measure how hard a drawing is to read."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from graph.layout import spacing
from graph.layout.spacing import Point

Pair = tuple[int, int]
Lengths = dict[Pair, float]


def measure_clutter(points: Sequence[Point], lengths: Lengths) -> float:
    """Measure how cluttered a drawing is: the number of crossings and the length of all edges.

    Parameters
    ----------
    points
        The position of each row.
    lengths
        The edges as pairs of rows, each with its ideal length; drawn lengths are measured in
        units of the room that an actor has on average.

    Examples
    --------
    >>> square = [(0, 0), (2, 0), (2, 2), (0, 2)]
    >>> measure_clutter(square, {(0, 1): 1.0, (2, 3): 1.0})
    4.0
    >>> measure_clutter(square, {(0, 2): 1.0, (1, 3): 1.0}) > 5
    True
    """
    pairs = list(lengths)
    crossings = sum(
        _is_crossing(points, pair, second)
        for row, pair in enumerate(pairs)
        for second in pairs[:row]
    )
    drawn = spacing.scale_to_area(points, area=len(points))
    long = sum(
        hypot(drawn[i][0] - drawn[j][0], drawn[i][1] - drawn[j][1]) / length
        for (i, j), length in lengths.items()
    )
    return crossings + long


def _is_crossing(points: Sequence[Point], first: Pair, second: Pair) -> bool:
    if first[0] in second or first[1] in second:
        return False
    (ax, ay), (bx, by) = points[first[0]], points[first[1]]
    (cx, cy), (dx, dy) = points[second[0]], points[second[1]]
    c_side = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    d_side = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    if c_side * d_side >= 0:
        return False
    a_side = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    b_side = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    return a_side * b_side < 0
