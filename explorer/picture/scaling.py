"""Scale positions to the sheet, as the page fits them to its canvas (``view/positions.js``)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import hypot, sqrt

from explorer.picture.mark_outlines import Point
from explorer.picture.shapes import Box
from graph.layout.spacing import Room, push_apart

OPENING = 0.82  # a power of distances; below 1 it spreads the crowded middle
STRETCH = 1.5  # a drawing is stretched to one side by no more than this
LARGEST = 1.3  # pixels for a pixel of the layout: few actors stay together
AIR = 9.0  # pixels between two marks
SPREADS = 2  # times that names push marks apart and the drawing is scaled again
FILL = 0.7  # of the area that names may claim
LARGE = 0.6  # of the largest radius; from here on a mark gets room for its whole name
CROWD = 1_000  # actors; with more, few names are shown


def scale_positions(
    points: Sequence[Point],
    radii: Sequence[float],
    rooms: Sequence[Room],
    area: Box,
    isolated: Collection[int] = (),
) -> list[Point]:
    """Scale positions to an area, swapping x and y where that fits its shape better.

    Parameters
    ----------
    points
        Positions of the layout.
    radii
        Of the marks, in pixels; marks are pushed apart until they do not touch.
    rooms
        How wide and high each mark is with its name; reduced where there is less room.
    area
        The area that contains the middles of all marks.
    isolated
        The rows of actors without relations, who stay in their lines.

    Examples
    --------
    >>> scale_positions([(0, 0), (800, 400)], [5, 5], [(50, 30)] * 2, Box(0, 0, 400, 300))
    [(0.0, 0.0), (400.0, 300.0)]
    """
    if not points:
        return []
    upright = area.height > 1.2 * area.width
    high = _measure_span([y for _, y in points]) > 1.2 * _measure_span([x for x, _ in points])
    rotated = [(y, x) for x, y in points] if upright != high and (upright or high) else points
    scaled = _stretch_to_area(_spread_middle(rotated, isolated), area)
    if len(points) > CROWD:
        return scaled
    tied = [row for row in range(len(points)) if row not in isolated]
    free = _cut_block(scaled, tied, isolated, area)
    sizes, spaces = [radii[row] for row in tied], [rooms[row] for row in tied]
    moved = _push_within([scaled[row] for row in tied], sizes, spaces, free)
    for row, point in zip(tied, moved, strict=True):
        scaled[row] = point
    return scaled


def _push_within(
    points: Sequence[Point], radii: Sequence[float], rooms: Sequence[Room], area: Box
) -> Sequence[Point]:
    """Push marks apart within an area, with room for their names as far as there is any."""
    if not points:
        return points
    shares = _shrink_rooms(rooms, radii, area)
    for _ in range(SPREADS):
        points = _shrink_to_area(push_apart(points, shares), area)
    apart = push_apart(points, [(2 * r + AIR, 2 * r + AIR) for r in radii])
    return [_clamp(point, area) for point in apart]


def _cut_block(
    points: Sequence[Point], tied: Sequence[int], isolated: Collection[int], area: Box
) -> Box:
    """Cut the block of isolated actors, below or to the right of all others, off an area."""
    if not tied or not isolated:
        return area
    ends = [max(points[row][side] for row in tied) for side in (0, 1)]
    starts = [min(points[row][side] for row in isolated) for side in (0, 1)]
    gaps = [
        (start - end) / 2 if start > end else 0.0 for start, end in zip(starts, ends, strict=True)
    ]
    if gaps[1]:
        return Box(area.x, area.y, area.width, ends[1] + gaps[1] - area.y)
    return Box(area.x, area.y, ends[0] + gaps[0] - area.x, area.height) if gaps[0] else area


def scale_evenly(points: Sequence[Point], area: Box) -> list[Point]:
    """Scale positions that a reader chose to an area, without turning or stretching them.

    Examples
    --------
    >>> scale_evenly([(0, 0), (100, 100)], Box(0, 0, 400, 100))
    [(150.0, 0.0), (250.0, 100.0)]
    """
    if not points:
        return []
    across, down = ([point[side] for point in points] for side in (0, 1))
    by_x = area.width / (_measure_span(across) or 1.0)
    scale = min(by_x, area.height / (_measure_span(down) or 1.0))
    return _centre(points, (scale, scale), area)


def _shrink_rooms(rooms: Sequence[Room], radii: Sequence[float], area: Box) -> list[Room]:
    """Shrink rooms until they fill a part of an area; those of large marks last."""
    free = FILL * area.width * area.height
    shares = [0.0] * len(rooms)
    needed = sum(wide * high for wide, high in rooms)
    for index in sorted(range(len(rooms)), key=lambda index: -radii[index]):
        wide, high = rooms[index]
        whole = free / needed >= 1 or radii[index] >= LARGE * max(radii)
        shares[index] = 1.0 if whole else min(1.0, sqrt(max(free, 0.0) / needed))
        free -= wide * high * shares[index] ** 2
        needed -= wide * high
    return [(wide * share, high * share) for (wide, high), share in zip(rooms, shares, strict=True)]


def _measure_span(values: Sequence[float]) -> float:
    return max(values) - min(values)


def _spread_middle(points: Sequence[Point], isolated: Collection[int]) -> list[Point]:
    """Move points away from the middle, more so near the middle than at the rim."""
    tied = [row for row in range(len(points)) if row not in isolated]
    if not tied:
        return list(points)
    x, y = (sum(points[row][side] for row in tied) / len(tied) for side in (0, 1))
    distances = [hypot(px - x, py - y) for px, py in points]
    reach = max(distances[row] for row in tied) or 1.0
    factors = [(distance / reach) ** (OPENING - 1) if distance else 1.0 for distance in distances]
    moved = [
        ((px - x) * factor, (py - y) * factor)
        for (px, py), factor in zip(points, factors, strict=True)
    ]
    for row in isolated:
        moved[row] = points[row][0] - x, points[row][1] - y
    # Isolated actors are beyond all others, and stay there.
    before, after = (
        [max(each[row][side] for row in tied) for side in (0, 1)] for each in (points, moved)
    )
    for row in isolated:
        beyond = [points[row][side] > before[side] for side in (0, 1)]
        shifts = [(after[side] - before[side] + (x, y)[side]) * beyond[side] for side in (0, 1)]
        moved[row] = moved[row][0] + shifts[0], moved[row][1] + shifts[1]
    return moved


def _shrink_to_area(points: Sequence[Point], area: Box) -> list[Point]:
    """Shrink points to an area where they are wider or higher, and centre them in it."""
    across, down = ([point[side] for point in points] for side in (0, 1))
    by_x = min(1.0, area.width / (_measure_span(across) or 1.0))
    by_y = min(1.0, area.height / (_measure_span(down) or 1.0))
    return _centre(points, (by_x, by_y), area)


def _stretch_to_area(points: Sequence[Point], area: Box) -> list[Point]:
    """Scale points to an area, and centre them in it."""
    across, down = ([point[side] for point in points] for side in (0, 1))
    scales = (
        area.width / (_measure_span(across) or 1.0),
        area.height / (_measure_span(down) or 1.0),
    )
    least = min(*scales, LARGEST)
    by_x, by_y = (min(scale, least * STRETCH) for scale in scales)
    return _centre(points, (by_x, by_y), area)


def _centre(points: Sequence[Point], scale: tuple[float, float], area: Box) -> list[Point]:
    """Scale points around their middle, and move it to the middle of an area."""
    (by_x, by_y), (across, down) = scale, zip(*points, strict=True)
    middle_x, middle_y = ((max(values) + min(values)) / 2 for values in (across, down))
    return [
        (
            area.x + area.width / 2 + (x - middle_x) * by_x,
            area.y + area.height / 2 + (y - middle_y) * by_y,
        )
        for x, y in points
    ]


def _clamp(point: Point, area: Box) -> Point:
    x, y = point
    return (
        min(max(x, area.x), area.x + area.width),
        min(max(y, area.y), area.y + area.height),
    )
