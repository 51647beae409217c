"""Pack components around the largest one, with isolated actors in a block below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, fsum, sqrt

from graph.layout.component_packing import pack_hulls
from graph.layout.spacing import ASPECT, HEIGHT, Point

GAP = 70.0  # between components, in canvas pixels
CELL_GAP = 30.0  # between labels of isolated actors
LINE = HEIGHT + 14  # of isolated actors
BESIDE = 0.7  # of the drawing's width that isolated actors may take; their caption is beside them
NAMED = 24  # isolated actors; more are marks side by side, without room for their labels
WIDEST = 3.0  # width to height of all components, with many isolated actors below

Drawing = tuple[Sequence[int], Sequence[Point]]


@dataclass(frozen=True)
class _Block:
    """Rows and their positions, from (0, 0) to (wide, high) with their labels."""

    rows: tuple[int, ...]
    points: tuple[Point, ...]
    wide: float
    high: float


def pack_components(
    widths: Sequence[float], components: Sequence[Drawing], isolated: Sequence[int]
) -> list[tuple[int, int]]:
    """Return every actor's position on a canvas that is as near to 16:10 as possible.

    The largest component is in the middle, the smaller ones around it, isolated actors below.

    Parameters
    ----------
    widths
        How wide each actor's label is, in canvas pixels.
    components
        Each component's rows and their positions within it, largest first.
    isolated
        Rows of the actors without any relation.

    Examples
    --------
    >>> pack_components([64, 64], [], [0, 1])
    [(32, 0), (126, 0)]
    """
    named = len(isolated) <= NAMED
    cell = max((widths[row] for row in isolated), default=0.0) + CELL_GAP if named else HEIGHT
    outlines = [_list_corners(widths, drawing) for drawing in components]
    shifts = pack_hulls(outlines, GAP, _choose_aspect(outlines, len(isolated) * cell * LINE))
    rows = [row for row_numbers, _ in components for row in row_numbers]
    points = [
        (x + right, y + down)
        for (_, drawn), (right, down) in zip(components, shifts, strict=True)
        for x, y in drawn
    ]
    blocks = [_build_block(widths, (rows, points))] if rows else []
    full = max((block.wide for block in blocks), default=0.0)
    grid = [_build_grid(isolated, cell, full)] if isolated else []
    best = _join_in_column([*blocks, *grid])
    positions = zip(best.rows, best.points, strict=True)
    return [(round(x), round(y)) for _, (x, y) in sorted(positions)]


def _list_corners(widths: Sequence[float], drawing: Drawing) -> list[Point]:
    """List the corners of the labels of a component."""
    return [
        (x + side * widths[row] / 2, y + down)
        for row, (x, y) in zip(*drawing, strict=True)
        for side, down in ((-1, 0.0), (1, 0.0), (1, HEIGHT), (-1, HEIGHT))
    ]


def _choose_aspect(outlines: Sequence[Sequence[Point]], below: float) -> float:
    """Choose the shape of all components, so that it is the canvas's with an area below them."""
    boxes = (zip(*outline, strict=True) for outline in outlines)
    area = fsum((max(xs) - min(xs) + GAP) * (max(ys) - min(ys) + GAP) for xs, ys in boxes)
    wide = sqrt(ASPECT * (area + below / BESIDE))
    high = wide / ASPECT - below / BESIDE / wide if wide else 1.0
    return min(WIDEST, max(ASPECT, wide / high)) if high > 0 else WIDEST


def _build_block(widths: Sequence[float], drawing: Drawing) -> _Block:
    rows, points = drawing
    left = min(x - widths[row] / 2 for row, (x, _) in zip(rows, points, strict=True))
    right = max(x + widths[row] / 2 for row, (x, _) in zip(rows, points, strict=True))
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    moved = tuple((x - left, y - top) for x, y in points)
    return _Block(tuple(rows), moved, right - left, bottom - top + HEIGHT)


def _build_grid(rows: Sequence[int], cell: float, full: float) -> _Block:
    square = ceil(sqrt(len(rows) * ASPECT * LINE / cell))
    most = min(len(rows), max(square, int(full * BESIDE // cell), 1))
    columns = ceil(len(rows) / ceil(len(rows) / most))  # no line much shorter than the others
    points = tuple(
        ((index % columns + 0.5) * cell - CELL_GAP / 2, index // columns * LINE)
        for index in range(len(rows))
    )
    lines = ceil(len(rows) / columns)
    return _Block(tuple(rows), points, columns * cell - CELL_GAP, lines * LINE)


def _join_in_column(blocks: Sequence[_Block]) -> _Block:
    wide = max((block.wide for block in blocks), default=0.0)
    points: list[Point] = []
    down = 0.0
    for block in blocks:
        across = (wide - block.wide) / 2
        points += [(x + across, y + down) for x, y in block.points]
        down += block.high + GAP
    return _Block(_concatenate_rows(blocks), tuple(points), wide, _sum_heights(blocks))


def _sum_heights(blocks: Sequence[_Block]) -> float:
    return max(0.0, fsum(block.high + GAP for block in blocks) - GAP)


def _concatenate_rows(blocks: Sequence[_Block]) -> tuple[int, ...]:
    return tuple(row for block in blocks for row in block.rows)
