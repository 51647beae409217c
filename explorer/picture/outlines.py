"""Outlines of marks as SVG path data: the figures that the page draws (``view/marks.js``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import cos, pi, sin

Point = tuple[float, float]


def short(value: float) -> str:
    """Return a number as the shortest text that still draws the same.

    Examples
    --------
    >>> short(2.0), short(-0.001), short(1.239)
    ('2', '0', '1.24')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def outline(shape: str, x: float, y: float, r: float) -> str:
    """Return the outline of a mark; a shape that is unknown is drawn as a dot.

    Parameters
    ----------
    shape
        One of `explorer.page.style.SHAPES`.
    x, y
        Its middle.
    r
        Half its height.

    Examples
    --------
    >>> outline("diamond", 10, 10, 5)
    'M10 5L15 10L10 15L5 10Z'
    """
    corners = _corners(shape, r)
    if corners is None:
        return _circle(x, y, r)
    return f"M{'L'.join(f'{short(x + dx)} {short(y + dy)}' for dx, dy in corners)}Z"


def _corners(shape: str, r: float) -> list[Point] | None:
    """Return the corners of a figure around its middle; None for a dot."""
    figure = _FIGURES.get(shape)
    return figure(r) if figure else None


def _regular(count: int, r: float, turn: float = 0.0) -> list[Point]:
    """Return corners at equal distances on a circle, from its top."""
    angles = [turn + place * 2 * pi / count - pi / 2 for place in range(count)]
    return [(r * cos(angle), r * sin(angle)) for angle in angles]


def _lowered(points: Iterable[Point], by: float) -> list[Point]:
    return [(x, y + by) for x, y in points]


def _star(r: float) -> list[Point]:
    reaches = [0.82 * r * (1.3 if place % 2 == 0 else 0.5) for place in range(10)]
    return [
        (reach * sin(place * pi / 5), 0.082 * r - reach * cos(place * pi / 5))
        for place, reach in enumerate(reaches)
    ]


def _circle(x: float, y: float, r: float) -> str:
    half = f"A{short(r)} {short(r)} 0 1 1"
    right, left = f"{short(x + r)} {short(y)}", f"{short(x - r)} {short(y)}"
    return f"M{right}{half} {left}{half} {right}Z"


_FIGURES: Mapping[str, Callable[[float], list[Point]]] = {
    "square": lambda r: [(-r, -r), (r, -r), (r, r), (-r, r)],
    "diamond": lambda r: [(0, -r), (r, 0), (0, r), (-r, 0)],
    "triangle": lambda r: _lowered(_regular(3, 1.328 * r), 0.316 * r),
    "triangleDown": lambda r: _lowered(_regular(3, 1.328 * r, pi), -0.316 * r),
    "hexagon": lambda r: _regular(6, r, pi / 2),
    "star": _star,
}
