"""Computed positions on paper, as the page fits them to its canvas (``view/positions.js``)."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, sqrt

from explorer.picture.ink import Box
from explorer.picture.outlines import Point
from graph.layout.spacing import Room, push_apart

OPENING = 0.82  # below 1 opens up the crowded middle
STRETCH = 1.5  # a drawing is stretched to one side by no more than this
LARGEST = 1.3  # pixels for one of the layout's own: few actors do not run apart
AIR = 9.0  # pixels between two marks
SPREADS = 2  # times that names push marks apart and the drawing is fitted to its area again
FILL = 0.7  # of the area that names may claim
LARGE = 0.6  # of the largest radius, from which on a mark gets room for all of its name
CROWD = 1_000  # actors; of more, few names are shown


def fitted(
    points: Sequence[Point], radii: Sequence[float], rooms: Sequence[Room], area: Box
) -> list[Point]:
    """Return where marks stand in an area, turned when one is upright and the other is not.

    Parameters
    ----------
    points
        Positions of the layout.
    radii
        Of the marks, in pixels; they are pushed apart until none touches another.
    rooms
        How wide and high each mark is with its name; they get as much of it as there is.
    area
        Where the middles of all marks will lie.

    Examples
    --------
    >>> fitted([(0, 0), (800, 400)], [5, 5], [(50, 30)] * 2, Box(0, 0, 400, 300))
    [(0.0, 0.0), (400.0, 300.0)]
    """
    if not points:
        return []
    upright = area.height > 1.2 * area.width
    high = _span([y for _, y in points]) > 1.2 * _span([x for x, _ in points])
    turned = [(y, x) for x, y in points] if upright != high and (upright or high) else points
    placed = _stretched(_opened(turned), area)
    if len(points) <= CROWD:
        shares = _shares(rooms, radii, area)
        for _ in range(SPREADS):
            placed = _shrunk(push_apart(placed, shares), area)
    apart = push_apart(placed, [(2 * r + AIR, 2 * r + AIR) for r in radii])
    return [_inside(point, area) for point in apart]


def _shares(rooms: Sequence[Room], radii: Sequence[float], area: Box) -> list[Room]:
    """Return rooms made smaller until together they fill a part of an area, large marks' last."""
    left = FILL * area.width * area.height
    shares = [0.0] * len(rooms)
    wanted = sum(wide * high for wide, high in rooms)
    for place in sorted(range(len(rooms)), key=lambda place: -radii[place]):
        wide, high = rooms[place]
        first = left / wanted >= 1 or radii[place] >= LARGE * max(radii)
        shares[place] = 1.0 if first else min(1.0, sqrt(max(left, 0.0) / wanted))
        left -= wide * high * shares[place] ** 2
        wanted -= wide * high
    return [(wide * share, high * share) for (wide, high), share in zip(rooms, shares, strict=True)]


def _span(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _opened(points: Sequence[Point]) -> list[Point]:
    """Return points drawn apart in the middle and together at the rim, on rays from the middle."""
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    away = [hypot(px - x, py - y) for px, py in points]
    reach = max(away) or 1.0
    factors = [(distance / reach) ** (OPENING - 1) if distance else 1.0 for distance in away]
    return [
        ((px - x) * factor, (py - y) * factor)
        for (px, py), factor in zip(points, factors, strict=True)
    ]


def _shrunk(points: Sequence[Point], area: Box) -> list[Point]:
    """Return points no wider and no higher than an area, centred in it."""
    across, down = ([point[side] for point in points] for side in (0, 1))
    by_x = min(1.0, area.width / (_span(across) or 1.0))
    by_y = min(1.0, area.height / (_span(down) or 1.0))
    return _centred(points, (by_x, by_y), area)


def _stretched(points: Sequence[Point], area: Box) -> list[Point]:
    """Return points scaled to an area and centred in it."""
    across, down = ([point[side] for point in points] for side in (0, 1))
    scales = (
        area.width / (_span(across) or 1.0),
        area.height / (_span(down) or 1.0),
    )
    least = min(*scales, LARGEST)
    by_x, by_y = (min(scale, least * STRETCH) for scale in scales)
    return _centred(points, (by_x, by_y), area)


def _centred(points: Sequence[Point], scale: tuple[float, float], area: Box) -> list[Point]:
    """Return points scaled around their middle, which comes to lie in that of an area."""
    (by_x, by_y), (across, down) = scale, zip(*points, strict=True)
    middle_x, middle_y = ((max(values) + min(values)) / 2 for values in (across, down))
    return [
        (
            area.x + area.width / 2 + (x - middle_x) * by_x,
            area.y + area.height / 2 + (y - middle_y) * by_y,
        )
        for x, y in points
    ]


def _inside(point: Point, area: Box) -> Point:
    x, y = point
    return (
        min(max(x, area.x), area.x + area.width),
        min(max(y, area.y), area.y + area.height),
    )
