"""Lines between marks as the page draws them (``view/edge_geometry.js``): parallel ones fan out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import atan2, cos, hypot, pi, sin
from typing import NamedTuple

from explorer.picture.ink import Box
from explorer.picture.outlines import Point, short

GAP = 11.0  # pixels between parallel lines
LOOP = 7.0  # how much further out than its mark a tie to oneself runs
LOOP_STEP = 8.0  # and each further one than the one before
STEP = 6.0  # pixels between two points along a line


class Circle(NamedTuple):
    """The room of a mark."""

    x: float
    y: float
    r: float

    @property
    def box(self) -> Box:
        """The square around it."""
        return Box(self.x - self.r, self.y - self.r, 2 * self.r, 2 * self.r)


class Curve(NamedTuple):
    """A line as SVG path data, its arrowhead ("" for none), its middle, and points along it."""

    path: str
    head: str
    middle: Point
    points: tuple[Point, ...] = ()


def curve(start: Circle, end: Circle, bend: float, arrow: float) -> Curve:
    """Return the line from one mark to another, from border to border.

    Parameters
    ----------
    start, end
        The marks.
    bend
        How much it is bent; positive clockwise, 0 for a straight line.
    arrow
        Length of the arrowhead, 0 for none.

    Examples
    --------
    >>> curve(Circle(0, 0, 10), Circle(100, 0, 10), 0, 0).path
    'M10 0L90 0'
    """
    a, b, via = (start.x, start.y), (end.x, end.y), _control(start, end, bend)
    first = _crossing(a, via, b, start, at_start=True)
    last = _crossing(a, via, b, end, at_start=False)
    a, via, b = _section(a, via, b, first, last)
    angle = atan2(b[1] - via[1], b[0] - via[0])
    tip = b[0] - 0.8 * arrow * cos(angle), b[1] - 0.8 * arrow * sin(angle)
    between = f"Q{_pair(via)} {_pair(tip)}" if bend else f"L{_pair(tip)}"
    head = _head(b, angle, arrow) if arrow else ""
    steps = int(hypot(b[0] - a[0], b[1] - a[1]) // STEP) + 1
    points = tuple(_point(a, via, b, step / steps) for step in range(steps + 1))
    return Curve(f"M{_pair(a)}{between}", head, _point(a, via, b, 0.5), points)


def loop(mark: Circle, place: int) -> Curve:
    """Return a tie to oneself; `place` of them run inside it."""
    r = mark.r + LOOP + LOOP_STEP * place
    x, y = mark.x + 0.8 * r, mark.y - 0.8 * r
    half, wide = f"a{short(r)} {short(r)} 0 1 1", short(2 * r)
    path = f"M{short(x - r)} {short(y)}{half} {wide} 0{half} -{wide} 0"
    return Curve(path, "", (x + 0.7 * r, y - 0.7 * r))


def bends(pairs: Sequence[tuple[int, int]], marks: Sequence[Circle]) -> list[float]:
    """Return how much each line is bent, so that parallel ones fan out around the straight one.

    A fan keeps its width in pixels: long lines bend as little as short ones.

    Examples
    --------
    >>> marks = [Circle(0, 0, 5), Circle(300, 0, 5)]
    >>> one, other = bends([(0, 1), (1, 0)], marks)
    >>> one == other < 0, bends([(0, 1)], marks)
    (True, [0.0])
    """
    bundles: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row, (source, target) in enumerate(pairs):
        if source != target:
            bundles[min(source, target), max(source, target)].append(row)
    found = [0.0] * len(pairs)
    for rows in bundles.values():
        first, second = pairs[rows[0]]
        apart = max(30.0, _distance(marks[first], marks[second]))
        unit = GAP / (0.39 * apart)
        room = min(1.0, 0.9 / (unit * (len(rows) - 1) * 0.5 or 1.0))
        for place, row in enumerate(rows):
            side = 1 if pairs[row][0] == first else -1
            found[row] = side * unit * room * (place - (len(rows) - 1) / 2)
    return found


def _distance(one: Circle, other: Circle) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _control(start: Circle, end: Circle, bend: float) -> Point:
    """Return the control point of the quadratic curve."""
    reach = (abs(bend) * 0.5 + 0.5) * _distance(start, end)
    angle = atan2(start.y - end.y, end.x - start.x) + (bend * 0.5 + 0.5) * pi
    return start.x + reach * sin(angle), start.y + reach * cos(angle)


def _point(a: Point, via: Point, b: Point, t: float) -> Point:
    s = 1 - t
    x, y = (s * s * p + 2 * s * t * q + t * t * r for p, q, r in zip(a, via, b, strict=True))
    return x, y


def _crossing(a: Point, via: Point, b: Point, mark: Circle, *, at_start: bool) -> float:
    """Return where along a curve the border of one of its two marks is crossed."""
    near, far = (0.0 if at_start else 1.0), 0.5
    for _ in range(20):
        middle = (near + far) / 2
        x, y = _point(a, via, b, middle)
        if hypot(x - mark.x, y - mark.y) < mark.r:
            near = middle
        else:
            far = middle
    return far


def _section(a: Point, via: Point, b: Point, first: float, last: float) -> tuple[Point, ...]:
    """Return the part of a curve between two of its parameters, as another curve."""
    control = _mix(_mix(a, via, first), _mix(via, b, first), last)
    return _point(a, via, b, first), control, _point(a, via, b, last)


def _mix(one: Point, other: Point, t: float) -> Point:
    return one[0] + (other[0] - one[0]) * t, one[1] + (other[1] - one[1]) * t


def _pair(point: Point) -> str:
    return f"{short(point[0])} {short(point[1])}"


def _head(tip: Point, angle: float, length: float) -> str:
    """Return an arrowhead as SVG path data."""

    def corner(back: float, side: float) -> str:
        x = tip[0] - length * (back * cos(angle) + side * sin(angle))
        y = tip[1] - length * (back * sin(angle) - side * cos(angle))
        return f"{short(x)} {short(y)}"

    return f"M{_pair(tip)}L{corner(1, 0.3)}L{corner(0.9, 0)}L{corner(1, -0.3)}Z"
