"""Actors kept off the ties of others, so that no line seems to lead to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import hypot

from graph.layout import spacing
from graph.layout.spacing import Point, Room

CLEAR = 20.0  # canvas pixels from a mark's middle to a line that is not its own
ROUNDS = 12
COMPARED = 150_000  # actors times ties; larger networks have no room to give

Pair = tuple[int, int]


def clear(points: Sequence[Point], pairs: Collection[Pair], needed: Sequence[Room]) -> list[Point]:
    """Return a drawing in which as few actors as possible stand on a tie of others.

    Who stands on one steps aside, then all are pushed apart again; a dozen rounds of it, as
    long as it helps.

    Parameters
    ----------
    points
        Where each row is, in canvas pixels.
    pairs
        The ties, as pairs of rows.
    needed
        The room for each actor.

    Examples
    --------
    >>> _, (x, y), _ = clear([(0, 0), (100, 2), (200, 0)], [(0, 2)], [(64, 46)] * 3)
    >>> round(x), round(y)
    (100, 20)
    """
    drawn = best = list(points)
    fewest = len(points) * len(pairs)
    if fewest > COMPARED:
        return best
    for _ in range(ROUNDS):
        asides = _asides(drawn, pairs)
        if len(asides) < fewest:
            best, fewest = drawn, len(asides)
        if not asides:
            break
        moved = [[x, y] for x, y in drawn]
        for row, across, down in asides:
            moved[row][0] += across
            moved[row][1] += down
        drawn = spacing.separate([(x, y) for x, y in moved], needed)
    return best


def _asides(points: Sequence[Point], pairs: Collection[Pair]) -> list[tuple[int, float, float]]:
    """Return for each actor on a tie of others the step that takes it off."""
    found = []
    for one, other in pairs:
        (x, y), (end_x, end_y) = points[one], points[other]
        along_x, along_y = end_x - x, end_y - y
        length = hypot(along_x, along_y) or 1.0
        for row, (at_x, at_y) in enumerate(points):
            off = ((at_x - x) * along_y - (at_y - y) * along_x) / length
            if abs(off) >= CLEAR - spacing.UNSEEN or row in {one, other}:
                continue
            if not 0 < (at_x - x) * along_x + (at_y - y) * along_y < length * length:
                continue
            step = (CLEAR - abs(off)) * (1 if off >= 0 else -1) / length
            found.append((row, along_y * step, -along_x * step))
    return found
