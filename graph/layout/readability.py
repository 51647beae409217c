"""Measure how hard a drawing is to read."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from graph.layout import spacing
from graph.layout.spacing import Point

Pair = tuple[int, int]
Lengths = dict[Pair, float]

LONG = 0.3  # the cost of an edge that is as long as an actor is wide on average, in crossings


def measure_clutter(points: Sequence[Point], lengths: Lengths) -> float:
    """Measure how cluttered a drawing is, in crossings: how many there are, and how long edges are.

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
    1.2
    >>> measure_clutter(square, {(0, 2): 1.0, (1, 3): 1.0}) > 2
    True
    """
    crossings = count_crossings(points, list(lengths))
    drawn = spacing.scale_to_area(points, area=len(points))
    long = sum(
        hypot(drawn[i][0] - drawn[j][0], drawn[i][1] - drawn[j][1]) / length
        for (i, j), length in lengths.items()
    )
    return crossings + long * LONG


def count_crossings(points: Sequence[Point], pairs: Sequence[Pair]) -> int:
    """Count the pairs of edges that cross; edges that share an actor do not.

    Examples
    --------
    >>> count_crossings([(0, 0), (2, 2), (2, 0), (0, 2)], [(0, 1), (2, 3)])
    1
    """
    import numpy as np

    if not pairs:
        return 0
    ends = np.array(pairs)
    x, y = np.array(points, dtype=float).T[:, ends]  # of an edge in each row: its two ends
    edge, other = np.tril_indices(len(pairs), -1)
    (ax, bx), (ay, by) = x[edge].T, y[edge].T
    (cx, dx), (cy, dy) = x[other].T, y[other].T
    c_side = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    d_side = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    a_side = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    b_side = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    share = (ends[edge][:, :, None] == ends[other][:, None, :]).any(axis=(1, 2))
    return int(np.count_nonzero((c_side * d_side < 0) & (a_side * b_side < 0) & ~share))
