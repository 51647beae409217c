"""Pack components around the largest one, each as near to the middle as it finds room.

Each is the cells of a grid that its convex hull covers, as polyominoes are packed (Freivalds,
Dogrusoz and Kikusts 2002), so that no line of one runs through another.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, fsum, sqrt
from typing import TYPE_CHECKING

from graph.layout.spacing import Point

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    Numbers = NDArray[np.int64]

CELLS = 20_000  # of the grid, for all bounding boxes
LEAST_CELL = 22.0  # canvas pixels
ROOM = 1.6  # times the side of a square for all smaller components that is free on each side
Corners = Sequence[Point]


def pack_hulls(outlines: Sequence[Corners], gap: float, aspect: float) -> list[Point]:
    """Find where each outline is moved to, so that their convex hulls do not meet.

    The first one is in the middle. Each other is put where all together stay smallest, and of
    such positions at the nearest to the middle.

    Parameters
    ----------
    outlines
        Points that each component's hull is around, largest component first.
    gap
        How far hulls are apart, in canvas pixels.
    aspect
        Width to height of the area that all are to fill.

    Examples
    --------
    >>> square = [(0, 0), (100, 0), (100, 100), (0, 100)]
    >>> pack_hulls([square], 20, 1.6)
    [(0.0, 0.0)]
    >>> (_, y), (x, _), _ = pack_hulls([square, square, square], 20, 3)
    >>> abs(x) >= 120
    True
    """
    hulls = [_find_hull(points) for points in outlines]
    boxes = [_measure_box(hull) for hull in hulls]
    total = fsum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    cell = max(LEAST_CELL, sqrt(total / CELLS))
    masks = [_draw_mask(hull, box, gap, cell) for hull, box in zip(hulls, boxes, strict=True)]
    places = _place_masks(masks, aspect)
    corners = [
        (column * cell - left, row * cell - top)
        for (row, column), (left, top, _, _) in zip(places, boxes, strict=True)
    ]
    first_x, first_y = corners[0] if corners else (0.0, 0.0)
    return [(x - first_x, y - first_y) for x, y in corners]


def _find_hull(points: Corners) -> list[Point]:
    """Find the corners of a convex hull (Andrew's monotone chain, 1979)."""
    ordered = sorted(set(points))
    return [*_find_half(ordered), *_find_half(ordered[::-1])] if len(ordered) > 1 else ordered


def _find_half(ordered: Corners) -> list[Point]:
    rim: list[Point] = []
    for point in ordered:
        while len(rim) > 1 and _measure_turn(rim[-2], rim[-1], point) <= 0:
            rim.pop()
        rim.append(point)
    return rim[:-1]


def _measure_turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _measure_box(hull: Corners) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in hull], [y for _, y in hull]
    return min(xs), min(ys), max(xs), max(ys)


def _draw_mask(
    hull: Corners, box: tuple[float, float, float, float], gap: float, cell: float
) -> Mask:
    """Draw the cells that a hull covers with half of the gap around it."""
    import numpy as np

    left, top, right, bottom = box
    wide, high = (ceil((size + gap) / cell) for size in (right - left, bottom - top))
    xs, ys = np.meshgrid(
        left - gap / 2 + (np.arange(max(1, wide)) + 0.5) * cell,
        top - gap / 2 + (np.arange(max(1, high)) + 0.5) * cell,
    )
    inside = np.ones(xs.shape, dtype=bool)
    reach = gap / 2 + cell * sqrt(0.5)  # a cell counts as soon as one of its corners is inside
    for (ax, ay), (bx, by) in zip(hull, [*hull[1:], hull[0]], strict=True):
        length = sqrt((bx - ax) ** 2 + (by - ay) ** 2)
        if length:
            inside &= (bx - ax) * (ys - ay) - (by - ay) * (xs - ax) >= -reach * length
    return inside


def _place_masks(masks: Sequence[Mask], aspect: float) -> list[tuple[int, int]]:
    """Place each mask on a grid: the row and the column of its upper left corner."""
    import numpy as np

    if not masks:
        return []
    rest = ROOM * sqrt(sum(int(mask.sum()) for mask in masks[1:]) * max(1.0, aspect))
    margins = [ceil(rest + max(mask.shape[side] for mask in masks)) for side in (0, 1)]
    high, wide = masks[0].shape
    taken = np.zeros((high + 2 * margins[0], wide + 2 * margins[1]), dtype=bool)
    places = [(margins[0], margins[1])]
    taken[margins[0] : margins[0] + high, margins[1] : margins[1] + wide] = masks[0]
    bounds = [margins[0], margins[1], margins[0] + high, margins[1] + wide]
    middle = margins[0] + high / 2, margins[1] + wide / 2
    for mask in masks[1:]:
        row, column = _find_place(taken, mask, bounds, middle, aspect)
        high, wide = mask.shape
        taken[row : row + high, column : column + wide] |= mask
        least = min(bounds[0], row), min(bounds[1], column)
        bounds = [*least, max(bounds[2], row + high), max(bounds[3], column + wide)]
        places.append((row, column))
    return places


def _find_place(
    taken: Mask, mask: Mask, bounds: Sequence[int], middle: tuple[float, float], aspect: float
) -> tuple[int, int]:
    """Find the free place where all stays smallest, and of these the nearest to the middle."""
    import numpy as np

    high, wide = mask.shape
    top, left, bottom, right = bounds
    size = max((right - left) / aspect, bottom - top)
    # Wherever nothing grows is looked at first: a small part of the grid.
    ends = taken.shape[0] - high + 1, taken.shape[1] - wide + 1
    rows = np.arange(max(0, ceil(bottom - size)), min(ends[0], int(top + size) - high + 1))
    columns = np.arange(
        max(0, ceil(right - size * aspect)), min(ends[1], int(left + size * aspect) - wide + 1)
    )
    free = _find_free(taken, mask, rows, columns)
    if not free.any():
        rows, columns = np.arange(ends[0]), np.arange(ends[1])
        free = _find_free(taken, mask, rows, columns)
        height = np.maximum(bottom, rows + high) - np.minimum(top, rows)
        width = np.maximum(right, columns + wide) - np.minimum(left, columns)
        sizes = np.where(free, np.maximum(height[:, None], width / aspect), np.inf)
        free &= sizes == sizes.min()
    down, across = rows + high / 2 - middle[0], (columns + wide / 2 - middle[1]) / aspect
    away = np.where(free, (down**2)[:, None] + across**2, np.inf)
    row, column = divmod(int(np.argmin(away)), len(columns))
    return int(rows[row]), int(columns[column])


def _find_free(taken: Mask, mask: Mask, rows: Numbers, columns: Numbers) -> Mask:
    """Find at which rows and columns, of one range each, a mask covers nothing that is taken."""
    import numpy as np

    free = np.ones((len(rows), len(columns)), dtype=bool)
    if not free.size:
        return free
    top, left = int(rows[0]), int(columns[0])
    for i, j in zip(*(each.tolist() for each in np.nonzero(mask)), strict=True):
        down, across = top + i, left + j
        free &= ~taken[down : down + len(rows), across : across + len(columns)]
    return free
