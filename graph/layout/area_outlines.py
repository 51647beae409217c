"""Outline the areas of communities, so that each hugs its members and none covers another.

A point belongs to the community of the nearest mark, or line between two of its members, unless
that is out of reach, as in maps of clusters (Gansner, Hu and Kobourov 2010). Distances are
computed on a grid; the page's ``core/area_outlines.js`` gives the same outlines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from graph.layout.layout_edges import Reals

Point = tuple[float, float]
Ring = list[Point]
Samples = list[tuple[float, float, int, float]]  # x, y, community, and what its distance lacks

SPACINGS = 0.6  # how far a mark reaches, in spacings of marks that are spread evenly
LEAST_REACH, MOST_REACH = 11.0, 34.0  # canvas pixels
FEW, MOST_REACH_OF_FEW = 30, 60.0  # among fewer marks, each reaches further
CELLS = 3  # of the grid, in a mark's reach
LONGEST = 5  # how many reaches a line may be long, to bridge a gap
BRIDGE = 0.45  # how far a line reaches, in reaches of a mark
MOST_LINES = 6_000  # with more, members are close enough
MEMBERS = 3  # of the smallest area
MOST_MEMBERS = 0.6  # of a community, who are in its areas; else it has none


class AreaMark(NamedTuple):
    """A mark: its middle, its radius, and the number of its community.

    Communities from the number of outlined ones on have no area, but keep others off.
    """

    x: float
    y: float
    r: float
    community: int


class _Grid(NamedTuple):
    left: float
    top: float
    cell: float
    wide: int
    high: int
    reach: float

    @property
    def limit(self) -> float:
        """The distance that stands for all longer ones."""
        return self.reach + self.cell  # from a point within, the next one is no farther


def outline_areas(
    marks: Sequence[AreaMark], lines: Sequence[tuple[int, int]], count: int
) -> list[list[Ring]]:
    """Outline the area of each of the first communities.

    Parameters
    ----------
    marks
        All marks that are drawn.
    lines
        The rows of two marks that are joined by a line.
    count
        How many communities have areas.

    Returns
    -------
    list of list of list of tuple
        The rings of each community: clockwise ones, on a sheet whose y grows downwards, around
        three members or more, then the other way round those around others within. A community
        has none where most of its members would be outside of them, and there are none at all
        where only a few communities would have them.

    Examples
    --------
    >>> marks = [AreaMark(0, 0, 5, 0), AreaMark(20, 0, 5, 0), AreaMark(10, 20, 5, 0)]
    >>> [len(rings) for rings in outline_areas(marks, [], 2)]
    [1, 0]
    """
    if not marks:
        return [[] for _ in range(count)]
    grid = _lay_grid(marks)
    fields = _measure_fields(grid, _list_samples(marks, lines, grid.reach), count)
    areas = [
        _select_rings([*_trace_rings(grid, field)], marks, community)
        for community, field in enumerate(fields)
    ]
    return areas if _are_most(areas, marks) else [[] for _ in areas]


def _are_most(areas: Sequence[Sequence[Ring]], marks: Sequence[AreaMark]) -> bool:
    """Return whether most large communities have areas: a single one among many seems chosen."""
    sizes = Counter(mark.community for mark in marks)
    large = sum(sizes[community] >= MEMBERS for community in range(len(areas)))
    return 2 * sum(map(bool, areas)) > large


def is_inside(ring: Ring, point: Point) -> bool:
    """Return whether a point is inside a ring.

    Examples
    --------
    >>> is_inside([(0, 0), (2, 0), (2, 2), (0, 2)], (1, 1)), is_inside([(0, 0), (2, 0)], (3, 3))
    (True, False)
    """
    x, y = point
    inside = False
    previous = ring[-1]
    for corner in ring:
        (ax, ay), (bx, by) = previous, corner
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
        previous = corner
    return inside


def draw_rings(rings: Sequence[Ring]) -> str:
    """Draw rings as SVG path data, rounded at their corners.

    Examples
    --------
    >>> draw_rings([[(0, 0), (2, 0), (2, 2)]])
    'M1.0 0.0Q2.0 0.0 2.0 1.0Q2.0 2.0 1.0 1.0Q0.0 0.0 1.0 0.0Z'
    """
    return "".join(_draw_ring(ring) for ring in rings)


def _draw_ring(ring: Ring) -> str:
    turned = [*ring[1:], ring[0]]
    middles = [
        ((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in zip(ring, turned, strict=True)
    ]
    curves = (
        f"Q{x:.1f} {y:.1f} {to_x:.1f} {to_y:.1f}"
        for (x, y), (to_x, to_y) in zip(turned, [*middles[1:], middles[0]], strict=True)
    )
    return f"M{middles[0][0]:.1f} {middles[0][1]:.1f}{''.join(curves)}Z"


def _lay_grid(marks: Sequence[AreaMark]) -> _Grid:
    xs, ys = [mark.x for mark in marks], [mark.y for mark in marks]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    evenly = SPACINGS * sqrt(wide * high / len(marks))
    most = MOST_REACH_OF_FEW if len(marks) < FEW else MOST_REACH
    reach = min(most, max(LEAST_REACH, evenly))
    cell = reach / CELLS
    margin = reach + max(mark.r for mark in marks) + cell
    across, down = ceil((wide + 2 * margin) / cell) + 1, ceil((high + 2 * margin) / cell) + 1
    return _Grid(min(xs) - margin, min(ys) - margin, cell, across, down, reach)


def _list_samples(
    marks: Sequence[AreaMark], lines: Sequence[tuple[int, int]], reach: float
) -> Samples:
    """List the points that distances are measured from: marks, and points of short lines."""
    samples: Samples = [(x, y, community, -r) for x, y, r, community in marks]
    if len(lines) > MOST_LINES:
        return samples
    for first, second in lines:
        a, b = marks[first], marks[second]
        dx, dy = b.x - a.x, b.y - a.y
        length = sqrt(dx * dx + dy * dy)
        if a.community != b.community or length > LONGEST * reach:
            continue
        steps = ceil(length / reach * CELLS)
        for step in range(1, steps):
            part = step / steps
            point = a.x + part * dx, a.y + part * dy
            samples.append((*point, a.community, (1 - BRIDGE) * reach))
    return samples


def _measure_fields(grid: _Grid, samples: Samples, count: int) -> list[Reals]:
    """Measure at each point of a grid how far it is inside each community's area."""
    import numpy as np

    distances = _measure_distances(grid, samples, count)
    nearest, following = np.argsort(distances, axis=0, kind="stable")[:2]
    first, second = (
        np.take_along_axis(distances, each[np.newaxis], axis=0)[0] for each in (nearest, following)
    )
    return [
        np.where(
            nearest == community,
            np.minimum(grid.reach, second) - first,
            np.minimum(grid.reach, first) - np.where(following == community, second, grid.limit),
        )
        for community in range(count)
    ]


def _measure_distances(grid: _Grid, samples: Samples, count: int) -> Reals:
    """Measure from each point of a grid how far each community is, and last all others."""
    import numpy as np

    values = np.array(samples, dtype=np.float64)
    xs, ys, lacks = values[:, 0], values[:, 1], values[:, 3]
    classes = np.minimum(values[:, 2], count).astype(np.int64)
    size = grid.wide * grid.high
    distances = np.full((count + 1) * size, grid.limit)
    half = ceil((grid.limit - lacks.min()) / grid.cell)
    columns, rows = (
        np.floor((places - start) / grid.cell).astype(np.int64)
        for places, start in ((xs, grid.left), (ys, grid.top))
    )
    for right in range(-half, half + 2):
        for down in range(-half, half + 2):
            i, j = columns + right, rows + down
            dx, dy = grid.left + i * grid.cell - xs, grid.top + j * grid.cell - ys
            away = np.sqrt(dx * dx + dy * dy) + lacks
            near = (i >= 0) & (j >= 0) & (i < grid.wide) & (j < grid.high) & (away < grid.limit)
            place = classes[near] * size + j[near] * grid.wide + i[near]
            np.minimum.at(distances, place, away[near])
    return distances.reshape(count + 1, size)


def _trace_rings(grid: _Grid, field: Reals) -> Iterator[Ring]:
    """Trace the rings where a field is 0, by marching squares (Lorensen and Cline 1987)."""
    following = _join_crossings(grid, field)
    while following:
        start = next(iter(following))
        ring, at = [], start
        while at in following:
            ring.append(_locate_crossing(grid, field, at))
            at = following.pop(at)
        yield ring


def _join_crossings(grid: _Grid, field: Reals) -> dict[int, int]:
    """Find the crossing of the grid's lines that follows each, from the first on."""
    import numpy as np

    positive = (field > 0).reshape(grid.high, grid.wide)
    corners = positive[:-1, :-1], positive[:-1, 1:], positive[1:, 1:], positive[1:, :-1]
    crossed = np.logical_or.reduce(corners) & ~np.logical_and.reduce(corners)
    rows, columns = np.nonzero(crossed)
    following = {}
    for j, i in zip(rows.tolist(), columns.tolist(), strict=True):
        inside = [bool(corner[j, i]) for corner in corners]
        for leaving, entering in _pair_sides(inside):
            following[_name_side(grid, i, j, leaving)] = _name_side(grid, i, j, entering)
    return following


def _pair_sides(inside: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the sides of a cell that the outline goes from and to, with the inside on its right.

    >>> list(_pair_sides([True, False, False, False]))
    [(0, 3)]
    """
    for side in range(4):
        if inside[side] and not inside[side - 3]:
            to = side
            while inside[to]:
                to = (to + 3) % 4
            yield side, to


def _name_side(grid: _Grid, i: int, j: int, side: int) -> int:
    """Give a side of a cell a number: twice its first point, and 1 more where it is upright."""
    across, down = i + (side == 1), j + (side == 2)  # noqa: PLR2004 - right, below
    return 2 * (down * grid.wide + across) + side % 2


def _locate_crossing(grid: _Grid, field: Reals, number: int) -> Point:
    place, upright = number // 2, number % 2
    j, i = divmod(place, grid.wide)
    first, second = float(field[place]), float(field[place + (grid.wide if upright else 1)])
    part = first / (first - second)
    across, down = (0.0, part) if upright else (part, 0.0)
    return grid.left + (i + across) * grid.cell, grid.top + (j + down) * grid.cell


def _select_rings(rings: Sequence[Ring], marks: Sequence[AreaMark], community: int) -> list[Ring]:
    """Select the rings around enough members, the largest first, and those around others within.

    There is none where most members would be outside.
    """
    members, others = (
        [(mark.x, mark.y) for mark in marks if (mark.community == community) is own]
        for own in (True, False)
    )
    turns = [(_measure_turn(ring), ring) for ring in rings]
    outer = [(turn, ring) for turn, ring in turns if turn >= 0 and _count(ring, members) >= MEMBERS]
    outer.sort(key=lambda each: -each[0])
    if sum(_count(ring, members) for _, ring in outer) < MOST_MEMBERS * len(members):
        return []
    inner = [
        ring
        for turn, ring in turns
        if turn < 0
        and any(is_inside(large, ring[0]) for _, large in outer)
        and _count(ring, others)
    ]
    return [ring for _, ring in outer] + inner


def _count(ring: Ring, points: Sequence[Point]) -> int:
    return sum(is_inside(ring, point) for point in points)


def _measure_turn(ring: Ring) -> float:
    """Measure the area of a ring, negative where it goes the other way round."""
    turned = [*ring[1:], ring[0]]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, turned, strict=True)) / 2
