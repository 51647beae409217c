"""Pack components side by side on a canvas, with isolated actors in a block below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, fsum, log, sqrt

from graph.layout.spacing import ASPECT, HEIGHT, Point

GAP = 70.0  # between components, in canvas pixels
CELL_GAP = 30.0  # between labels of isolated actors
LINE = HEIGHT + 14  # of isolated actors
BESIDE = 0.7  # of the drawing's width that isolated actors may take; their caption is beside them
NAMED = 24  # isolated actors; more are marks side by side, without room for their labels
WIDTHS = (1.0, 1.2, 1.4, 1.7, 2.0, 2.5)  # of the canvas, in widths of the widest component

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
    blocks = _stack([_build_block(widths, drawing) for drawing in components])
    widest = max((block.wide for block in blocks), default=0.0)
    named = len(isolated) <= NAMED
    cell = max((widths[row] for row in isolated), default=0.0) + CELL_GAP if named else HEIGHT
    shapes = [_Block((), (), block.wide, block.high) for block in blocks]
    arranged = ((_arrange(shapes, isolated, cell, widest * times), times) for times in WIDTHS)
    _, times = min(arranged, key=lambda block: _measure_misfit(block[0]))
    best = _arrange(blocks, isolated, cell, widest * times)
    positions = zip(best.rows, best.points, strict=True)
    return [(round(x), round(y)) for _, (x, y) in sorted(positions)]


def _measure_misfit(block: _Block) -> float:
    """Measure how far a block's shape is from the canvas's."""
    return abs(log((block.wide + 1) / (block.high + 1) / ASPECT))


def _build_block(widths: Sequence[float], drawing: Drawing) -> _Block:
    rows, points = drawing
    left = min(x - widths[row] / 2 for row, (x, _) in zip(rows, points, strict=True))
    right = max(x + widths[row] / 2 for row, (x, _) in zip(rows, points, strict=True))
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    moved = tuple((x - left, y - top) for x, y in points)
    return _Block(tuple(rows), moved, right - left, bottom - top + HEIGHT)


def _stack(blocks: Sequence[_Block]) -> list[_Block]:
    """Stack small components, with no stack higher than the highest component."""
    highest = max((block.high for block in blocks), default=0.0)
    stacks: list[list[_Block]] = []
    full = 0.0
    for block in blocks:
        if stacks and full + block.high <= highest:
            stacks[-1].append(block)
        else:
            stacks.append([block])
            full = 0.0
        full += block.high + GAP
    return [_join_in_column(stack) for stack in stacks]


def _arrange(
    blocks: Sequence[_Block], isolated: Sequence[int], cell: float, width: float
) -> _Block:
    shelves = [_join_in_row(shelf) for shelf in _split_into_shelves(blocks, width)]
    full = max((shelf.wide for shelf in shelves), default=0.0)
    grid = [_build_grid(isolated, cell, full)] if isolated else []
    return _join_in_column([*shelves, *grid])


def _split_into_shelves(blocks: Sequence[_Block], width: float) -> Iterator[list[_Block]]:
    """Yield blocks in rows no wider than a width, each with at least a block."""
    shelf: list[_Block] = []
    used = 0.0
    for block in blocks:
        if shelf and used + block.wide > width:
            yield shelf
            shelf, used = [], 0.0
        shelf.append(block)
        used += block.wide + GAP
    if shelf:
        yield shelf


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


def _join_in_row(blocks: Sequence[_Block]) -> _Block:
    high = max(block.high for block in blocks)
    wide = fsum(block.wide for block in blocks) + GAP * (len(blocks) - 1)
    points: list[Point] = []
    across = 0.0
    for block in blocks:
        lower = (high - block.high) / 2
        points += [(x + across, y + lower) for x, y in block.points]
        across += block.wide + GAP
    return _Block(_concatenate_rows(blocks), tuple(points), wide, high)


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
