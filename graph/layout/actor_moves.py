"""Move actors, one after the other, to where their edges cross fewer others."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.layout.move_costs import MovedDrawing

if TYPE_CHECKING:
    from graph.layout.layout_edges import Reals
    from graph.layout.readability import Lengths
    from graph.layout.spacing import Point, Room

ROUNDS = 16  # in which every actor may move
TRIED = 16  # new positions of an actor in a round
FEWEST_TRIED = 4
MOST_COMPARISONS = 200_000_000  # of two edges, or an edge and a mark; limits the rounds
NEARER = 0.8  # how much nearer the positions are that are tried in the next round
NEAREST = 40.0  # canvas pixels


def move_actors(
    points: Sequence[Point], lengths: Lengths, needed: Sequence[Room], source: random.Random
) -> list[Point]:
    """Return a drawing with fewer crossings, fewer marks on edges of others, and shorter edges.

    In each round every actor moves to the best of some positions around its own and around its
    neighbours; nobody moves to where rooms would overlap. This is the vertex movement of
    Radermacher, Reichard, Rutter and Wagner (2019), with few positions instead of all regions.

    Parameters
    ----------
    points
        Where each row is, in canvas pixels.
    lengths
        The edges as pairs of rows, each with its ideal length.
    needed
        The room for each actor.
    source
        The random numbers for positions that are tried.

    Examples
    --------
    >>> crossed = [(0, 0), (200, 200), (200, 0), (0, 200)]
    >>> edges = {(0, 1): 1.0, (2, 3): 1.0}
    >>> moved = move_actors(crossed, edges, [(46, 46)] * 4, random.Random(1))
    >>> from graph.layout.readability import count_crossings
    >>> count_crossings(crossed, list(edges)), count_crossings(moved, list(edges))
    (1, 0)
    """
    drawing = MovedDrawing(points, lengths, needed)
    order = sorted(range(len(points)), key=lambda row: -len(drawing.edges_of[row]))
    for tried, reach in _plan_rounds(len(points), len(lengths), drawing.extent):
        shifts = _list_shifts(tried, reach, source), _list_shifts(tried, reach, source)
        moves = [_move(drawing, row, shifts) for row in order]
        if not any(moves) and reach <= NEAREST:
            break
    return list(zip(drawing.x.tolist(), drawing.y.tolist(), strict=True))


def _plan_rounds(actors: int, edges: int, extent: float) -> Iterator[tuple[int, float]]:
    """Yield for each round how many positions are tried for an actor, and how far away."""
    affordable = MOST_COMPARISONS // max(1, 2 * edges * (actors + edges))
    tried = min(TRIED, max(FEWEST_TRIED, affordable // ROUNDS))
    for place in range(max(0, ROUNDS - affordable // tried), ROUNDS):
        yield tried, max(NEAREST, extent / 2 * NEARER**place)


def _list_shifts(tried: int, reach: float, source: random.Random) -> Reals:
    import numpy as np

    shifts: Reals = np.rint([(2 * source.random() - 1) * reach for _ in range(tried)])
    return shifts


def _move(drawing: MovedDrawing, row: int, shifts: tuple[Reals, Reals]) -> bool:
    """Move a row to the best of some positions; return whether it moved."""
    import numpy as np

    x, y = (_list_tries(drawing, row, axis, each) for axis, each in enumerate(shifts))
    free = drawing.find_free(row, x, y)
    free[0] = True  # where it is
    x, y = x[free], y[free]
    best = int(np.argmin(drawing.measure_costs(row, x, y))) if len(x) > 1 else 0
    drawing.x[row], drawing.y[row] = x[best], y[best]
    return best > 0


def _list_tries(drawing: MovedDrawing, row: int, axis: int, shifts: Reals) -> Reals:
    """List where a row is on an axis, and tries around its neighbours and around there."""
    import numpy as np

    values = (drawing.x, drawing.y)[axis]
    near = np.sort(values[drawing.neighbours[row]])
    tries = np.concatenate([values[row : row + 1], shifts])
    tries[1::2] += near[len(near) // 2]
    tries[2::2] += values[row]
    clipped: Reals = np.clip(tries, drawing.low[axis], drawing.high[axis])
    return clipped
