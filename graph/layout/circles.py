"""Circles in circles: spread evenly, pushed apart, and the circle around them all.

Places are complex numbers, in canvas pixels; many groups of circles are worked on at once.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.layout.layout_edges import Reals, Rows

    Places = NDArray[np.complex128]

DENSITY = 0.8  # of circles in the circle around them, before they are pushed apart
UNSEEN = 0.5  # canvas pixels
TOGETHER = 0.96  # circles are drawn together by this between pushes, so that no gaps stay
NEARING = 5
PUSHES = 30
CENTRINGS = 30


def total(group_of: Rows, values: NDArray[Any], groups: int) -> Places:
    """Return the sum of the values in each group.

    Examples
    --------
    >>> import numpy as np
    >>> total(np.array([0, 1, 0]), np.array([1, 2j, 3]), 2).tolist()
    [(4+0j), 2j]
    """
    import numpy as np

    real = np.bincount(group_of, np.real(values), minlength=groups)
    return np.asarray(real + 1j * np.bincount(group_of, np.imag(values), minlength=groups))


def spread(places: Places, radii: Reals, group_of: Rows, groups: int) -> Places:
    """Return every group's circles spread evenly around 0, in the same directions.

    Who is further out than others stays so, but no further than the circles within need: a
    force layout throws the weakly tied far away, where nobody sees them.

    Examples
    --------
    >>> import numpy as np
    >>> found = spread(np.array([-1, 0, 100]), np.ones(3), np.zeros(3, dtype=int), 1)
    >>> found.round(1).tolist()
    [(-1.4+0j), (-0.8+0j), (1.8+0j)]
    """
    import numpy as np

    areas = radii * radii
    middle = total(group_of, places * areas, groups) / np.bincount(group_of, areas, groups)
    out = places - middle[group_of]
    far = np.abs(out)
    order = np.lexsort((far, group_of))
    inner = np.cumsum(areas[order]) - areas[order] / 2
    starts = np.searchsorted(group_of[order], np.arange(groups))
    before = (inner - areas[order] / 2)[starts]
    within = np.empty(len(places))
    within[order] = np.sqrt(np.maximum(inner - before[group_of[order]], 0) / DENSITY)
    direction = np.where(far > 0, out / np.where(far > 0, far, 1), 1 + 0j)
    return np.asarray(direction * within)


def neighbours(places: Places, radii: Reals) -> tuple[Rows, Rows]:
    """Return the pairs of circles that could touch, each once.

    Examples
    --------
    >>> import numpy as np
    >>> one, other = neighbours(np.array([0, 1 + 1j, 9]), np.ones(3))
    >>> one.tolist(), other.tolist()
    ([0], [1])
    """
    import numpy as np
    from scipy.spatial import cKDTree

    points = np.column_stack([places.real, places.imag])
    found = cKDTree(points).query_pairs(2 * radii.max(), output_type="ndarray")
    return found[:, 0], found[:, 1]


def push(places: Places, radii: Reals, pairs: tuple[Rows, Rows]) -> tuple[Places, bool]:
    """Push every pair that overlaps apart once, the smaller one more; tell whether any did.

    Examples
    --------
    >>> import numpy as np
    >>> places, found = push(np.array([0, 1]), np.ones(2), (np.array([0]), np.array([1])))
    >>> places.tolist(), found
    ([(-0.25+0j), (1.25+0j)], True)
    """
    import numpy as np

    one, other = pairs
    needed = radii[one] + radii[other]
    across = places[other] - places[one]
    apart = np.abs(across)
    hit = np.flatnonzero(needed - apart > np.minimum(UNSEEN, needed / 1000))
    one, other, needed, apart = one[hit], other[hit], needed[hit], apart[hit]
    way = np.where(apart > 0, across[hit] / np.where(apart > 0, apart, 1), 1)
    step = way * np.minimum(needed - apart, needed / 2) / 2
    share = radii[one] / needed
    moved = places + total(other, step * share, len(places))
    return moved - total(one, step * (1 - share), len(places)), bool(len(hit))


def apart(places: Places, radii: Reals, group_of: Rows, groups: int) -> Places:
    """Return every group's circles close together, but none over another of its group.

    They are pushed apart and drawn together in turn; what is still over another at the end is
    cleared by widening the group.

    Examples
    --------
    >>> import numpy as np
    >>> found = apart(np.array([0, 1, 2j]), np.ones(3), np.zeros(3, dtype=int), 1)
    >>> min(abs(found[0] - found[1]), abs(found[0] - found[2]), abs(found[1] - found[2])) >= 2
    np.True_
    """
    import numpy as np

    pairs = _pairs(group_of, groups)
    for nearing in range(NEARING + 1):
        last = nearing == NEARING
        for _ in range(3 * PUSHES if last else PUSHES):
            places, found = push(places, radii, pairs)
            if not found:
                break
        places = places if last else places * TOGETHER
    one, other = pairs
    factor = np.ones(groups)
    distance = np.abs(places[one] - places[other])
    needed = (radii[one] + radii[other]) / np.maximum(distance, 1e-9)
    np.maximum.at(factor, group_of[one], needed * (1 + 1e-9))
    return places * factor[group_of]


def _pairs(group_of: Rows, groups: int) -> tuple[Rows, Rows]:
    """Return all pairs of circles in one group."""
    import numpy as np

    from graph.layout.layout_edges import members

    rows, starts = members(group_of, groups)
    ones, others = [rows[:0]], [rows[:0]]
    for start, end in pairwise(starts):
        one, other = np.triu_indices(end - start, 1)
        ones.append(rows[start + one])
        others.append(rows[start + other])
    return np.concatenate(ones), np.concatenate(others)


def around(places: Places, radii: Reals, group_of: Rows, groups: int) -> tuple[Places, Reals]:
    """Return the middle and the radius of a small circle around each group's circles.

    Badoiu and Clarkson's steps towards the furthest one (2003), as long as they help.

    Examples
    --------
    >>> import numpy as np
    >>> middle, radius = around(np.array([0, 4]), np.ones(2), np.zeros(2, dtype=int), 1)
    >>> middle.tolist(), radius.tolist()
    ([(2+0j)], [3.0])
    """
    import numpy as np

    low, high = np.full((2, groups), np.inf), np.full((2, groups), -np.inf)
    for axis, values in enumerate((places.real, places.imag)):
        np.minimum.at(low[axis], group_of, values - radii)
        np.maximum.at(high[axis], group_of, values + radii)
    middle = (low[0] + high[0]) / 2 + 1j * (low[1] + high[1]) / 2
    radius, towards = _reach(middle, places, radii, group_of)
    for step in range(2, CENTRINGS):
        tried = middle + towards / step
        reached, further = _reach(tried, places, radii, group_of)
        better = reached < radius
        middle = np.where(better, tried, middle)
        towards = np.where(better, further, towards)
        radius = np.where(better, reached, radius)
    return middle, radius


def _reach(middle: Places, places: Places, radii: Reals, group_of: Rows) -> tuple[Reals, Places]:
    """Return how far each group reaches from a middle, and the way to the one furthest out."""
    import numpy as np

    out = places - middle[group_of]
    far = np.abs(out) + radii
    reached = np.full(len(middle), -1.0)
    np.maximum.at(reached, group_of, far)
    furthest = np.flatnonzero(far >= reached[group_of])
    towards = np.zeros(len(middle), dtype=np.complex128)
    towards[group_of[furthest]] = out[furthest]
    return reached, towards
