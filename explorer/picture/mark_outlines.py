"""Draw the outlines of marks as SVG path data, as the page does (``view/marks.js``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import cos, pi, sin

Point = tuple[float, float]


def format_number(value: float) -> str:
    """Format a number with at most two decimals.

    Examples
    --------
    >>> format_number(2.0), format_number(-0.001), format_number(1.239)
    ('2', '0', '1.24')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def draw_outline(shape: str, x: float, y: float, r: float) -> str:
    """Draw the outline of a mark; an unknown shape is drawn as a dot.

    Parameters
    ----------
    shape
        One of `graph.layout.styles.SHAPES`.
    x, y
        Its middle.
    r
        Half its height.

    Examples
    --------
    >>> draw_outline("diamond", 10, 10, 5)
    'M10 5L15 10L10 15L5 10Z'
    """
    corners = _compute_corners(shape, r)
    if corners is None:
        return _draw_circle(x, y, r)
    return f"M{'L'.join(f'{format_number(x + dx)} {format_number(y + dy)}' for dx, dy in corners)}Z"


def _compute_corners(shape: str, r: float) -> list[Point] | None:
    """Compute the corners of a figure around its middle; None for a dot."""
    figure = _FIGURES.get(shape)
    return figure(r) if figure else None


def _compute_polygon(count: int, r: float, rotation: float = 0.0) -> list[Point]:
    """Compute the corners of a regular polygon, from its top."""
    angles = [rotation + index * 2 * pi / count - pi / 2 for index in range(count)]
    return [(r * cos(angle), r * sin(angle)) for angle in angles]


def _move_down(points: Iterable[Point], by: float) -> list[Point]:
    return [(x, y + by) for x, y in points]


def _compute_star(r: float) -> list[Point]:
    reaches = [0.82 * r * (1.3 if index % 2 == 0 else 0.5) for index in range(10)]
    return [
        (reach * sin(index * pi / 5), 0.082 * r - reach * cos(index * pi / 5))
        for index, reach in enumerate(reaches)
    ]


def _draw_circle(x: float, y: float, r: float) -> str:
    half = f"A{format_number(r)} {format_number(r)} 0 1 1"
    right, left = (
        f"{format_number(x + r)} {format_number(y)}",
        f"{format_number(x - r)} {format_number(y)}",
    )
    return f"M{right}{half} {left}{half} {right}Z"


_FIGURES: Mapping[str, Callable[[float], list[Point]]] = {
    "square": lambda r: [(-r, -r), (r, -r), (r, r), (-r, r)],
    "diamond": lambda r: [(0, -r), (r, 0), (0, r), (-r, 0)],
    "triangle": lambda r: _move_down(_compute_polygon(3, 1.328 * r), 0.316 * r),
    "triangleDown": lambda r: _move_down(_compute_polygon(3, 1.328 * r, pi), -0.316 * r),
    "hexagon": lambda r: _compute_polygon(6, r, pi / 2),
    "star": _compute_star,
}
