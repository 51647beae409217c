"""Move actors off the edges of others, so that no line seems to lead to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import hypot

from graph.layout import spacing
from graph.layout.spacing import Point, Room

CLEAR = 20.0  # canvas pixels from a mark's middle to an edge of others
ROUNDS = 12
MOST_COMPARISONS = 150_000  # actors times edges; larger networks have no free room

Pair = tuple[int, int]


def clear_edges(
    points: Sequence[Point], pairs: Collection[Pair], needed: Sequence[Room]
) -> list[Point]:
    """Return a drawing in which as few actors as possible lie on an edge of others.

    Such an actor is moved aside, then all are pushed apart again, up to `ROUNDS` times.

    Parameters
    ----------
    points
        Where each row is, in canvas pixels.
    pairs
        The edges, as pairs of rows.
    needed
        The room for each actor.

    Examples
    --------
    >>> _, (x, y), _ = clear_edges([(0, 0), (100, 2), (200, 0)], [(0, 2)], [(64, 46)] * 3)
    >>> round(x), round(y)
    (100, 20)
    """
    best = list(points)
    points = best
    fewest = len(points) * len(pairs)
    if fewest > MOST_COMPARISONS:
        return best
    for _ in range(ROUNDS):
        steps = _find_steps_aside(points, pairs)
        if len(steps) < fewest:
            best, fewest = points, len(steps)
        if not steps:
            break
        moved = [[x, y] for x, y in points]
        for row, across, down in steps:
            moved[row][0] += across
            moved[row][1] += down
        points = spacing.push_apart([(x, y) for x, y in moved], needed)
    return best


def _find_steps_aside(
    points: Sequence[Point], pairs: Collection[Pair]
) -> list[tuple[int, float, float]]:
    """Find the step that moves each actor off an edge of others: row, across, down."""
    steps = []
    for first, second in pairs:
        (x, y), (end_x, end_y) = points[first], points[second]
        along_x, along_y = end_x - x, end_y - y
        length = hypot(along_x, along_y) or 1.0
        for row, (at_x, at_y) in enumerate(points):
            off = ((at_x - x) * along_y - (at_y - y) * along_x) / length
            if abs(off) >= CLEAR - spacing.TOLERANCE or row in {first, second}:
                continue
            if not 0 < (at_x - x) * along_x + (at_y - y) * along_y < length * length:
                continue
            step = (CLEAR - abs(off)) * (1 if off >= 0 else -1) / length
            steps.append((row, along_y * step, -along_x * step))
    return steps
