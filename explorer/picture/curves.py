"""Draw lines between marks as the page does (``view/edge_geometry.js``): parallel lines fan out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin
from typing import NamedTuple

from explorer.picture.mark_outlines import Point, format_number
from explorer.picture.shapes import Box

GAP = 11.0  # pixels between parallel lines
LOOP = 7.0  # pixels between a mark and the loop of a relation of its actor to itself
LOOP_STEP = 8.0  # pixels between a loop and the next
STEP = 6.0  # pixels between two points along a line


class Circle(NamedTuple):
    """The circle around a mark."""

    x: float
    y: float
    r: float

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(self.x - self.r, self.y - self.r, 2 * self.r, 2 * self.r)


class Curve(NamedTuple):
    """A line as SVG path data, its arrowhead (may be empty), its middle, and points along it."""

    path: str
    head: str
    middle: Point
    points: tuple[Point, ...] = ()


def draw_curve(
    start: Circle, end: Circle, bend: float, arrow: float, *, both_ways: bool = False
) -> Curve:
    """Draw the line between two marks, from border to border.

    Parameters
    ----------
    start, end
        The marks.
    bend
        How much it is bent: positive clockwise, 0 for a straight line.
    arrow
        Length of the arrowhead, 0 for none.
    both_ways
        Whether there is one at the start, too.

    Examples
    --------
    >>> draw_curve(Circle(0, 0, 10), Circle(100, 0, 10), 0, 0).path
    'M10 0L90 0'
    """
    a, b, via = (start.x, start.y), (end.x, end.y), _compute_control_point(start, end, bend)
    start_at = _find_border(a, via, b, start, at_start=True)
    end_at = _find_border(a, via, b, end, at_start=False)
    a, via, b = _cut_curve(a, via, b, start_at, end_at)
    angle = atan2(b[1] - via[1], b[0] - via[0])
    tip = _step_back(b, angle, arrow)
    between = f"Q{_format_point(via)} {_format_point(tip)}" if bend else f"L{_format_point(tip)}"
    head = _draw_arrowhead(b, angle, arrow) if arrow else ""
    first = a
    if both_ways:
        start_angle = atan2(a[1] - via[1], a[0] - via[0])
        first = _step_back(a, start_angle, arrow)
        head += _draw_arrowhead(a, start_angle, arrow)
    steps = int(hypot(b[0] - a[0], b[1] - a[1]) // STEP) + 1
    points = tuple(_compute_point(a, via, b, step / steps) for step in range(steps + 1))
    return Curve(f"M{_format_point(first)}{between}", head, _compute_point(a, via, b, 0.5), points)


def _step_back(tip: Point, angle: float, arrow: float) -> Point:
    """Return where a line ends inside its arrowhead."""
    return tip[0] - 0.8 * arrow * cos(angle), tip[1] - 0.8 * arrow * sin(angle)


def draw_loop(mark: Circle, index: int) -> Curve:
    """Draw the loop of an actor's relation to itself, outside the `index` loops before it."""
    r = mark.r + LOOP + LOOP_STEP * index
    x, y = mark.x + 0.8 * r, mark.y - 0.8 * r
    half, wide = f"a{format_number(r)} {format_number(r)} 0 1 1", format_number(2 * r)
    path = f"M{format_number(x - r)} {format_number(y)}{half} {wide} 0{half} -{wide} 0"
    return Curve(path, "", (x + 0.7 * r, y - 0.7 * r))


def compute_bends(pairs: Sequence[tuple[int, int]], marks: Sequence[Circle]) -> list[float]:
    """Compute how much each line is bent, so that parallel lines fan out.

    A fan keeps its width in pixels: long lines bend as little as short ones.

    Examples
    --------
    >>> marks = [Circle(0, 0, 5), Circle(300, 0, 5)]
    >>> first, second = compute_bends([(0, 1), (1, 0)], marks)
    >>> first == second < 0, compute_bends([(0, 1)], marks)
    (True, [0.0])
    """
    bundles: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row, (source, target) in enumerate(pairs):
        if source != target:
            bundles[min(source, target), max(source, target)].append(row)
    bends = [0.0] * len(pairs)
    for rows in bundles.values():
        first, second = pairs[rows[0]]
        length = max(30.0, _measure_distance(marks[first], marks[second]))
        unit = GAP / (0.39 * length)
        room = min(1.0, 0.9 / (unit * (len(rows) - 1) * 0.5 or 1.0))
        for index, row in enumerate(rows):
            side = 1 if pairs[row][0] == first else -1
            bends[row] = side * unit * room * (index - (len(rows) - 1) / 2)
    return bends


def _measure_distance(first: Circle, second: Circle) -> float:
    return hypot(first.x - second.x, first.y - second.y)


def _compute_control_point(start: Circle, end: Circle, bend: float) -> Point:
    """Compute the control point of the quadratic curve."""
    reach = (abs(bend) * 0.5 + 0.5) * _measure_distance(start, end)
    angle = atan2(start.y - end.y, end.x - start.x) + (bend * 0.5 + 0.5) * pi
    return start.x + reach * sin(angle), start.y + reach * cos(angle)


def _compute_point(a: Point, via: Point, b: Point, t: float) -> Point:
    s = 1 - t
    x, y = (s * s * p + 2 * s * t * q + t * t * r for p, q, r in zip(a, via, b, strict=True))
    return x, y


def _find_border(a: Point, via: Point, b: Point, mark: Circle, *, at_start: bool) -> float:
    """Find where a curve crosses the border of one of its two marks."""
    near, far = (0.0 if at_start else 1.0), 0.5
    for _ in range(20):
        middle = (near + far) / 2
        x, y = _compute_point(a, via, b, middle)
        if hypot(x - mark.x, y - mark.y) < mark.r:
            near = middle
        else:
            far = middle
    return far


def _cut_curve(a: Point, via: Point, b: Point, first: float, last: float) -> tuple[Point, ...]:
    """Return the part of a curve between two of its parameters, as a curve."""
    control = _interpolate(_interpolate(a, via, first), _interpolate(via, b, first), last)
    return _compute_point(a, via, b, first), control, _compute_point(a, via, b, last)


def _interpolate(start: Point, end: Point, t: float) -> Point:
    return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t


def _format_point(point: Point) -> str:
    return f"{format_number(point[0])} {format_number(point[1])}"


def _draw_arrowhead(tip: Point, angle: float, length: float) -> str:
    """Draw an arrowhead as SVG path data."""

    def corner(back: float, side: float) -> str:
        x = tip[0] - length * (back * cos(angle) + side * sin(angle))
        y = tip[1] - length * (back * sin(angle) - side * cos(angle))
        return f"{format_number(x)} {format_number(y)}"

    return f"M{_format_point(tip)}L{corner(1, 0.3)}L{corner(0.9, 0)}L{corner(1, -0.3)}Z"
