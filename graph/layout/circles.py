"""Packing of circles in circles: spread them, push them apart, enclose them.

Positions are complex numbers, in canvas pixels; many groups of circles are worked on at once.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.layout.layout_edges import Reals, Rows

    Positions = NDArray[np.complex128]

DENSITY = 0.8  # of circles in the circle around them, before they are pushed apart
TOLERANCE = 0.5  # canvas pixels
SHRINK = 0.96  # circles are drawn together by this between pushes, so that no gaps stay
SHRINKS = 5
PUSHES = 30
CENTRE_STEPS = 30


def sum_by_group(group_of: Rows, values: NDArray[Any], groups: int) -> Positions:
    """Sum the values in each group.

    Examples
    --------
    >>> import numpy as np
    >>> sum_by_group(np.array([0, 1, 0]), np.array([1, 2j, 3]), 2).tolist()
    [(4+0j), 2j]
    """
    import numpy as np

    real = np.bincount(group_of, np.real(values), minlength=groups)
    return np.asarray(real + 1j * np.bincount(group_of, np.imag(values), minlength=groups))


def spread_circles(positions: Positions, radii: Reals, group_of: Rows, groups: int) -> Positions:
    """Spread every group's circles evenly around 0, each in its old direction.

    The order of the distances from the middle stays, but no circle is further out than the
    circles inside need: a force layout throws weakly connected actors far out of sight.

    Examples
    --------
    >>> import numpy as np
    >>> result = spread_circles(np.array([-1, 0, 100]), np.ones(3), np.zeros(3, dtype=int), 1)
    >>> result.round(1).tolist()
    [(-1.4+0j), (-0.8+0j), (1.8+0j)]
    """
    import numpy as np

    areas = radii * radii
    middle = sum_by_group(group_of, positions * areas, groups) / np.bincount(
        group_of, areas, groups
    )
    offset = positions - middle[group_of]
    distance = np.abs(offset)
    order = np.lexsort((distance, group_of))
    inner = np.cumsum(areas[order]) - areas[order] / 2
    starts = np.searchsorted(group_of[order], np.arange(groups))
    before = (inner - areas[order] / 2)[starts]
    within = np.empty(len(positions))
    within[order] = np.sqrt(np.maximum(inner - before[group_of[order]], 0) / DENSITY)
    direction = np.where(distance > 0, offset / np.where(distance > 0, distance, 1), 1 + 0j)
    return np.asarray(direction * within)


def find_neighbours(positions: Positions, radii: Reals) -> tuple[Rows, Rows]:
    """Find the pairs of circles that could touch, each once.

    Examples
    --------
    >>> import numpy as np
    >>> first, second = find_neighbours(np.array([0, 1 + 1j, 9]), np.ones(3))
    >>> first.tolist(), second.tolist()
    ([0], [1])
    """
    import numpy as np
    from scipy.spatial import cKDTree

    points = np.column_stack([positions.real, positions.imag])
    pairs = cKDTree(points).query_pairs(2 * radii.max(), output_type="ndarray")
    return pairs[:, 0], pairs[:, 1]


def push_apart(
    positions: Positions, radii: Reals, pairs: tuple[Rows, Rows]
) -> tuple[Positions, bool]:
    """Push overlapping pairs apart once, the smaller circle more; return whether any overlapped.

    Examples
    --------
    >>> import numpy as np
    >>> pair = np.array([0]), np.array([1])
    >>> positions, overlapped = push_apart(np.array([0, 1]), np.ones(2), pair)
    >>> positions.tolist(), overlapped
    ([(-0.25+0j), (1.25+0j)], True)
    """
    import numpy as np

    first, second = pairs
    needed = radii[first] + radii[second]
    offset = positions[second] - positions[first]
    distance = np.abs(offset)
    hit = np.flatnonzero(needed - distance > np.minimum(TOLERANCE, needed / 1000))
    first, second, needed, distance = first[hit], second[hit], needed[hit], distance[hit]
    direction = np.where(distance > 0, offset[hit] / np.where(distance > 0, distance, 1), 1)
    step = direction * np.minimum(needed - distance, needed / 2) / 2
    share = radii[first] / needed
    moved = positions + sum_by_group(second, step * share, len(positions))
    return moved - sum_by_group(first, step * (1 - share), len(positions)), bool(len(hit))


def separate_circles(positions: Positions, radii: Reals, group_of: Rows, groups: int) -> Positions:
    """Move every group's circles close together without an overlap.

    They are pushed apart and drawn together in turn; overlaps that remain at the end are
    removed by enlarging the group.

    Examples
    --------
    >>> import numpy as np
    >>> result = separate_circles(np.array([0, 1, 2j]), np.ones(3), np.zeros(3, dtype=int), 1)
    >>> all(abs(result[a] - result[b]) >= 2 for a, b in [(0, 1), (0, 2), (1, 2)])
    True
    """
    import numpy as np

    pairs = _list_pairs(group_of, groups)
    for shrink in range(SHRINKS + 1):
        last = shrink == SHRINKS
        for _ in range(3 * PUSHES if last else PUSHES):
            positions, overlapped = push_apart(positions, radii, pairs)
            if not overlapped:
                break
        positions = positions if last else positions * SHRINK
    first, second = pairs
    factor = np.ones(groups)
    distance = np.abs(positions[first] - positions[second])
    needed = (radii[first] + radii[second]) / np.maximum(distance, 1e-9)
    np.maximum.at(factor, group_of[first], needed * (1 + 1e-9))
    return positions * factor[group_of]


def _list_pairs(group_of: Rows, groups: int) -> tuple[Rows, Rows]:
    """List all pairs of circles that are in the same group."""
    import numpy as np

    from graph.layout.layout_edges import sort_by_group

    rows, starts = sort_by_group(group_of, groups)
    firsts, seconds = [rows[:0]], [rows[:0]]
    for start, end in pairwise(starts):
        first, second = np.triu_indices(end - start, 1)
        firsts.append(rows[start + first])
        seconds.append(rows[start + second])
    return np.concatenate(firsts), np.concatenate(seconds)


def enclose_circles(
    positions: Positions, radii: Reals, group_of: Rows, groups: int
) -> tuple[Positions, Reals]:
    """Compute the middle and the radius of a small circle around each group's circles.

    These are Badoiu and Clarkson's steps towards the furthest circle (2003), while they help.

    Examples
    --------
    >>> import numpy as np
    >>> middle, radius = enclose_circles(np.array([0, 4]), np.ones(2), np.zeros(2, dtype=int), 1)
    >>> middle.tolist(), radius.tolist()
    ([(2+0j)], [3.0])
    """
    import numpy as np

    low, high = np.full((2, groups), np.inf), np.full((2, groups), -np.inf)
    for axis, values in enumerate((positions.real, positions.imag)):
        np.minimum.at(low[axis], group_of, values - radii)
        np.maximum.at(high[axis], group_of, values + radii)
    middle = (low[0] + high[0]) / 2 + 1j * (low[1] + high[1]) / 2
    radius, towards = _measure_reach(middle, positions, radii, group_of)
    for step in range(2, CENTRE_STEPS):
        tried = middle + towards / step
        reached, further = _measure_reach(tried, positions, radii, group_of)
        better = reached < radius
        middle = np.where(better, tried, middle)
        towards = np.where(better, further, towards)
        radius = np.where(better, reached, radius)
    return middle, radius


def _measure_reach(
    middle: Positions, positions: Positions, radii: Reals, group_of: Rows
) -> tuple[Reals, Positions]:
    """Measure how far each group reaches from a middle, and the way to its furthest circle."""
    import numpy as np

    offset = positions - middle[group_of]
    reach = np.abs(offset) + radii
    reached = np.full(len(middle), -1.0)
    np.maximum.at(reached, group_of, reach)
    furthest = np.flatnonzero(reach >= reached[group_of])
    towards = np.zeros(len(middle), dtype=np.complex128)
    towards[group_of[furthest]] = offset[furthest]
    return reached, towards
