"""Measure what an actor costs at several positions: crossings, covered marks, long edges.

Positions are whole numbers and costs, too, so that each machine measures the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.layout.layout_edges import Reals, Rows
    from graph.layout.readability import Lengths
    from graph.layout.spacing import Point, Room

    Mask = NDArray[np.bool_]

CROSSING = 16  # the cost of a crossing, and of a mark on an edge of others
LONG = 2  # the cost of an edge as long as an actor is wide on average; it grows with the square
CLEAR = 20.0  # canvas pixels from a mark's middle to an edge of others


class Lines(NamedTuple):
    """Lines from one point each to another, in arrays of any shape."""

    x: Reals
    y: Reals
    to_x: Reals
    to_y: Reals

    def measure_sides(self, x: Reals, y: Reals) -> Reals:
        """Measure on which side of each line points lie, times its length: above 0 on one."""
        return self.to_x * (y - self.y) - self.to_y * (x - self.x)

    def are_near(self, x: Reals, y: Reals) -> Mask:
        """Find out which points are so near to a line that their marks would cover it."""
        side, square = self.measure_sides(x, y), self.to_x * self.to_x + self.to_y * self.to_y
        along = self.to_x * (x - self.x) + self.to_y * (y - self.y)
        near: Mask = (side * side < CLEAR * CLEAR * square) & (along > 0) & (along < square)
        return near


class MovedDrawing:
    """A drawing whose actors move: the position of each row, and its edges.

    Parameters
    ----------
    points
        Where each row is, in canvas pixels.
    lengths
        The edges as pairs of rows, each with its ideal length.
    needed
        The room for each actor.
    """

    def __init__(self, points: Sequence[Point], lengths: Lengths, needed: Sequence[Room]) -> None:
        import numpy as np

        self.x, self.y = np.rint(np.array(points, dtype=float)).T.copy()
        self.rooms = np.array(needed, dtype=float)
        self.first, self.second = np.array(list(lengths), dtype=np.int64).reshape(-1, 2).T.copy()
        self.ideal = np.array(list(lengths.values()))
        self.low = float(self.x.min()), float(self.y.min())
        self.high = float(self.x.max()), float(self.y.max())
        wide, high = self.high[0] - self.low[0], self.high[1] - self.low[1]
        self.extent = max(wide, high)
        self.unit = max(1.0, (wide * high / len(points)) ** 0.5)
        rows: list[list[int]] = [[] for _ in points]
        for edge, ends in enumerate(lengths):
            for end in ends:
                rows[end].append(edge)
        self.edges_of = [np.array(edges, dtype=np.int64) for edges in rows]
        self.neighbours = [
            self.first[own] + self.second[own] - row for row, own in enumerate(self.edges_of)
        ]

    def find_free(self, row: int, x: Reals, y: Reals) -> Mask:
        """Find the positions at which a row's room overlaps no other."""
        import numpy as np

        wide, high = ((self.rooms + self.rooms[row]) / 2).T
        taken = (np.abs(self.x - x[:, None]) < wide) & (np.abs(self.y - y[:, None]) < high)
        taken[:, row] = False
        free: Mask = ~taken.any(axis=1)
        return free

    def measure_costs(self, row: int, x: Reals, y: Reals) -> Rows:
        """Measure what a row costs at each position."""
        import numpy as np

        far = self.neighbours[row]
        near = self._find_near(row, (x, y), far)
        first, second = self.first[near], self.second[near]
        at_x, at_y = x[:, None], y[:, None]
        # By position and own edge; and with a third axis, by edge of others or by mark of others.
        own = Lines(at_x, at_y, self.x[far] - at_x, self.y[far] - at_y)
        wide = Lines(*(values[:, :, None] for values in own))
        other = Lines(
            self.x[first],
            self.y[first],
            self.x[second] - self.x[first],
            self.y[second] - self.y[first],
        )
        sides = other.measure_sides(at_x, at_y) > 0
        far_sides = other.measure_sides(self.x[far][:, None], self.y[far][:, None]) > 0
        crossed = sides[:, None] != far_sides
        crossed &= (first != far[:, None]) & (second != far[:, None])
        crossed &= (wide.measure_sides(self.x[first], self.y[first]) > 0) != (
            wide.measure_sides(self.x[second], self.y[second]) > 0
        )
        count = np.count_nonzero(crossed, axis=(1, 2))
        count += np.count_nonzero(other.are_near(at_x, at_y), axis=1)
        count += np.count_nonzero(wide.are_near(self.x, self.y), axis=(1, 2))
        drawn = (own.to_x * own.to_x + own.to_y * own.to_y) / (self.unit * self.unit)
        long = np.rint(LONG * drawn / self.ideal[self.edges_of[row]]).astype(np.int64)
        costs: Rows = CROSSING * count + long.sum(axis=1)
        return costs

    def _find_near(self, row: int, at: tuple[Reals, Reals], far: Rows) -> Rows:
        """Find the edges of others that edges of a row might cross from some position."""
        import numpy as np

        reached = np.ones(len(self.first), dtype=bool)
        for values, positions in zip((self.x, self.y), at, strict=True):
            low = min(positions.min(), values[far].min()) - CLEAR
            high = max(positions.max(), values[far].max()) + CLEAR
            one, other = values[self.first], values[self.second]
            reached &= (np.maximum(one, other) >= low) & (np.minimum(one, other) <= high)
        reached[self.edges_of[row]] = False
        return np.flatnonzero(reached)
