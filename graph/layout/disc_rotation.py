"""Rotate and mirror discs so that actors face those they have edges to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.layout.circles import sum_by_group

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.layout.circles import Positions
    from graph.layout.layout_edges import LayoutEdges, Rows

    Rotation = tuple[Positions, NDArray[np.bool_]]


def rotate_discs(
    edges: LayoutEdges,
    levels: Sequence[Rows],
    parents: Sequence[Rows],
    offsets: Sequence[Positions],
) -> Positions:
    """Rotate every disc by its edges to the outside; return the position of each actor.

    From the outermost discs inwards, each is rotated about its middle, and mirrored where that
    is better, so that its actors lie towards the actors outside that they have edges to.

    Parameters
    ----------
    edges
        The edges between actors; direction does not matter.
    levels
        For each level, from the whole to the parts, the disc of every actor.
    parents
        For each level but the first, the disc of the level before that contains each disc.
    offsets
        For each level but the first, each disc's middle relative to that of its parent; at
        last, each actor relative to the middle of its disc on the last level.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.layout.layout_edges import LayoutEdges
    >>> levels = [np.array([0, 0, 0]), np.array([0, 0, 1])]
    >>> offsets = [np.array([-9, 9]), np.array([1j, -1j, 0])]
    >>> edges = LayoutEdges(np.array([0]), np.array([2]), np.ones(1))
    >>> rotate_discs(edges, levels, [np.array([0, 0])], offsets).round(1).tolist()
    [(-8+0j), (-10+0j), (9+0j)]
    """
    import numpy as np

    inside = _sum_offsets(levels, offsets)
    middle = np.zeros(1, dtype=np.complex128)
    rotation: Rotation = np.ones(1, dtype=np.complex128), np.zeros(1, dtype=bool)
    for level, parent in enumerate(parents, start=1):
        middle = middle[parent] + _rotate(offsets[level - 1], rotation, parent)
        rotation = rotation[0][parent], rotation[1][parent]
        disc_of = levels[level]
        offset = _rotate(inside[level], rotation, disc_of)
        rotation = _combine(_find_best_rotation(edges, disc_of, offset, middle), rotation)
    return middle[levels[-1]] + _rotate(offsets[-1], rotation, levels[-1])


def _sum_offsets(levels: Sequence[Rows], offsets: Sequence[Positions]) -> list[Positions]:
    """Sum each actor's offset from the middle of its disc on each level, before any rotation."""
    inside = [offsets[-1]]
    for level in range(len(levels) - 1, 0, -1):
        inside.insert(0, inside[0] + offsets[level - 1][levels[level]])
    return inside


def _rotate(positions: Positions, rotation: Rotation, disc_of: Rows) -> Positions:
    import numpy as np

    angle, mirror = rotation[0][disc_of], rotation[1][disc_of]
    return np.asarray(angle * np.where(mirror, positions.conjugate(), positions))


def _combine(later: Rotation, earlier: Rotation) -> Rotation:
    """Combine two rotations."""
    import numpy as np

    angle = np.where(later[1], earlier[0].conjugate(), earlier[0])
    return later[0] * angle, later[1] ^ earlier[1]


def _find_best_rotation(
    edges: LayoutEdges, disc_of: Rows, offset: Positions, middle: Positions
) -> Rotation:
    """Find the rotation of each disc that brings its actors nearest to their neighbours outside."""
    import numpy as np

    across = np.flatnonzero(disc_of[edges.first] != disc_of[edges.second])
    first = np.concatenate([edges.first[across], edges.second[across]])
    second = np.concatenate([edges.second[across], edges.first[across]])
    disc = disc_of[first]
    direction = middle[disc_of[second]] + offset[second] - middle[disc]
    direction *= np.concatenate([edges.value[across]] * 2) / np.maximum(np.abs(direction), 1e-9)
    as_is = sum_by_group(disc, direction * offset[first].conjugate(), len(middle))
    mirrored = sum_by_group(disc, direction * offset[first], len(middle))
    mirror = np.abs(mirrored) > np.abs(as_is)
    best = np.where(mirror, mirrored, as_is)
    length = np.abs(best)
    return np.where(length > 0, best / np.where(length > 0, length, 1), 1), mirror
