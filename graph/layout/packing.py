"""Components side by side on one canvas, actors without relations in lines below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, log, sqrt

from graph.layout.spacing import ASPECT, HEIGHT, Point

GAP = 70.0  # between components, in canvas pixels
CELL_GAP = 30.0  # between labels of lone actors
LINE = HEIGHT + 14  # of lone actors
WIDTHS = (1.0, 1.2, 1.4, 1.7, 2.0, 2.5)  # tried, in widths of the widest component

Drawing = tuple[Sequence[int], Sequence[Point]]


@dataclass(frozen=True)
class _Block:
    """Rows and their places, from (0, 0) to (wide, high) with labels and all."""

    rows: tuple[int, ...]
    points: tuple[Point, ...]
    wide: float
    high: float


def pack(
    widths: Sequence[float], components: Sequence[Drawing], alone: Sequence[int]
) -> list[tuple[int, int]]:
    """Return every actor's place on a canvas that is as near to 16:10 as it can be made.

    Parameters
    ----------
    widths
        How wide each actor's label is, in canvas pixels.
    components
        Each component's rows and their places within it, largest first.
    alone
        Rows of the actors without any relation.

    Examples
    --------
    >>> pack([64, 64], [], [0, 1])
    [(32, 0), (126, 0)]
    """
    blocks = _stacked([_block(widths, drawing) for drawing in components])
    widest = max((block.wide for block in blocks), default=0.0)
    cell = max((widths[row] for row in alone), default=0.0) + CELL_GAP
    shapes = [_Block((), (), block.wide, block.high) for block in blocks]
    tried = ((_arranged(shapes, alone, cell, widest * times), times) for times in WIDTHS)
    _, times = min(tried, key=lambda block: _off(block[0]))
    best = _arranged(blocks, alone, cell, widest * times)
    places = zip(best.rows, best.points, strict=True)
    return [(round(x), round(y)) for _, (x, y) in sorted(places)]


def _off(block: _Block) -> float:
    """Return how far a block is from the canvas's shape."""
    return abs(log((block.wide + 1) / (block.high + 1) / ASPECT))


def _block(widths: Sequence[float], drawing: Drawing) -> _Block:
    rows, points = drawing
    left = min(x - widths[row] / 2 for row, (x, _) in zip(rows, points, strict=True))
    right = max(x + widths[row] / 2 for row, (x, _) in zip(rows, points, strict=True))
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    moved = tuple((x - left, y - top) for x, y in points)
    return _Block(tuple(rows), moved, right - left, bottom - top + HEIGHT)


def _stacked(blocks: Sequence[_Block]) -> list[_Block]:
    """Return small components on top of each other, in stacks no higher than the highest."""
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
    return [_below_each_other(stack) for stack in stacks]


def _arranged(blocks: Sequence[_Block], alone: Sequence[int], cell: float, wanted: float) -> _Block:
    shelves = [_beside_each_other(shelf) for shelf in _shelves(blocks, wanted)]
    full = max((shelf.wide for shelf in shelves), default=0.0)
    grid = [_grid(alone, cell, full)] if alone else []
    return _below_each_other([*shelves, *grid])


def _shelves(blocks: Sequence[_Block], wanted: float) -> Iterator[list[_Block]]:
    """Yield blocks in lines no wider than wanted, but of one block at least."""
    shelf: list[_Block] = []
    taken = 0.0
    for block in blocks:
        if shelf and taken + block.wide > wanted:
            yield shelf
            shelf, taken = [], 0.0
        shelf.append(block)
        taken += block.wide + GAP
    if shelf:
        yield shelf


def _grid(rows: Sequence[int], cell: float, full: float) -> _Block:
    square = ceil(sqrt(len(rows) * ASPECT * LINE / cell))
    columns = min(len(rows), max(square, int(full // cell), 1))
    points = tuple(
        ((place % columns + 0.5) * cell - CELL_GAP / 2, place // columns * LINE)
        for place in range(len(rows))
    )
    lines = ceil(len(rows) / columns)
    return _Block(tuple(rows), points, columns * cell - CELL_GAP, lines * LINE)


def _beside_each_other(blocks: Sequence[_Block]) -> _Block:
    high = max(block.high for block in blocks)
    wide = sum(block.wide for block in blocks) + GAP * (len(blocks) - 1)
    points: list[Point] = []
    across = 0.0
    for block in blocks:
        lower = (high - block.high) / 2
        points += [(x + across, y + lower) for x, y in block.points]
        across += block.wide + GAP
    return _Block(_rows(blocks), tuple(points), wide, high)


def _below_each_other(blocks: Sequence[_Block]) -> _Block:
    wide = max((block.wide for block in blocks), default=0.0)
    points: list[Point] = []
    down = 0.0
    for block in blocks:
        across = (wide - block.wide) / 2
        points += [(x + across, y + down) for x, y in block.points]
        down += block.high + GAP
    return _Block(_rows(blocks), tuple(points), wide, _height(blocks))


def _height(blocks: Sequence[_Block]) -> float:
    return max(0.0, sum(block.high + GAP for block in blocks) - GAP)


def _rows(blocks: Sequence[_Block]) -> tuple[int, ...]:
    return tuple(row for block in blocks for row in block.rows)
