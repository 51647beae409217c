"""Mark the lines of contested and disputed relations with signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot
from types import MappingProxyType

from explorer.picture.box_grid import BoxGrid
from explorer.picture.mark_outlines import Point
from explorer.picture.shapes import Box
from graph import Network
from graph.data.claims import find_standings, get_claim

RADIUS = 7.0  # pixels
SIGNED_UP_TO = 2_000  # relations; with more, signs would cover too much
SIGNS: Mapping[str, str] = MappingProxyType({"contested": "?", "disputed": "×"})
MEANINGS: Mapping[str, str] = MappingProxyType({"?": "contested", "×": "only disputed"})


def find_signs(network: Network) -> dict[int, str]:
    """Find the sign of each relation that is contested or only disputed, by its row.

    Examples
    --------
    >>> import graph
    >>> set(find_signs(graph.load_example().only("leads")).values())
    {'?'}
    """
    columns, rows = network.columns, network.relation_numbers
    if len(rows) >= SIGNED_UP_TO:
        return {}
    standing_of = find_standings(columns, rows)
    signs = {row: SIGNS.get(standing_of[get_claim(columns, row)], "") for row in rows}
    return {row: sign for row, sign in signs.items() if sign}


def compute_sign_box(point: Point) -> Box:
    """Compute the box of a sign with its middle at a point."""
    side = 2 * RADIUS + 2
    return Box(point[0] - side / 2, point[1] - side / 2, side, side)


def find_free_point(points: Sequence[Point], occupied: BoxGrid) -> Point | None:
    """Find the point nearest a line's middle where a sign covers nothing; None where there is none.

    Where no point of the line is free, it may be close beside the middle.

    Examples
    --------
    >>> line = [(0, 0), (30, 0), (60, 0), (90, 0), (120, 0)]
    >>> find_free_point(line, BoxGrid([(Box(55, -5, 10, 10), 0)]))
    (30, 0)
    >>> find_free_point([(0, 0), (9, 0), (18, 0)], BoxGrid([(Box(-9, -9, 36, 9), 0)]))
    (9.0, 8.0)
    """
    if not points:
        return None
    middle = (len(points) - 1) / 2
    order = sorted(range(len(points)), key=lambda index: abs(index - middle))
    possible = (*(points[index] for index in order), *_list_points_beside(points, order[0]))
    return next(
        (point for point in possible if occupied.is_free(compute_sign_box(point), -2)), None
    )


def _list_points_beside(points: Sequence[Point], index: int) -> list[Point]:
    """List the points on both sides of a line where a sign touches it."""
    (x0, y0), (x1, y1) = points[max(0, index - 1)], points[min(len(points) - 1, index + 1)]
    x, y = points[index]
    aside = (RADIUS + 1) / (hypot(x1 - x0, y1 - y0) or 1)
    return [(x - side * (y1 - y0) * aside, y + side * (x1 - x0) * aside) for side in (1, -1)]
