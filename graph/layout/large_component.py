"""Draw a large connected component as discs in discs: a disc for each community, no overlaps."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from math import pi, sqrt
from typing import TYPE_CHECKING

from graph.layout import circles
from graph.layout.community_levels import find_community_levels
from graph.layout.disc_rotation import rotate_discs
from graph.layout.layout_edges import merge_groups, split_by_group
from graph.layout.spacing import Point

if TYPE_CHECKING:
    from graph.layout.circles import Positions
    from graph.layout.layout_edges import LayoutEdges, Reals, Rows
    from graph.layout.progress import LayoutProgress

AMONG_HUBS = 0.4  # how much less an edge pulls for the edges that its two ends have
ASPECT = 1.15  # width to height of a large drawing; a wider one distorts distances more
MARGIN = 16.0  # canvas pixels around a disc
DISC_DISTANCE = 1e5  # canvas pixels between discs whose insides are computed at once
STARTS = 3  # of a drawing of discs; the one with the shortest edges is used
CROWDED = 5_000  # actors of a disc, or discs; more are drawn without forces
GOLDEN_ANGLE = pi * (3 - sqrt(5))
FEW = 200  # discs; more are drawn once
PUSHES = 24  # of actors; more would smear the discs, and some overlaps are fine
REFRESH = 4  # pushes after which the neighbours are searched again
NEAR = 1.2  # neighbours are searched within this many times the radius


def draw_large_component(
    edges: LayoutEdges,
    diameters: Sequence[float],
    source: random.Random,
    progress: LayoutProgress | None = None,
) -> list[Point]:
    """Compute the position of each actor of a large connected component.

    Communities become discs of the size that their actors need. Fruchterman and Reingold's
    forces (1991) position the actors within the smallest discs, the discs within the larger
    ones, and at last the largest on the canvas. Discs do not overlap; each is rotated, and
    mirrored where that is better, so that actors face the discs that they have edges to.

    Parameters
    ----------
    edges
        The edges of a connected network, each with its pull; direction does not matter.
    diameters
        How much room each actor needs, in canvas pixels.
    source
        The random numbers for first positions; igraph uses it, too.
    progress
        See `graph.layout.progress`.
    """
    import numpy as np

    radii = np.asarray(diameters) / 2
    levels = find_community_levels(edges, len(radii), progress)
    offsets = [_position_actors(edges, levels[-1], radii, source, progress)]
    middle, size = circles.enclose_circles(offsets[0], radii, levels[-1], int(levels[-1].max()) + 1)
    offsets[0] = offsets[0] - middle[levels[-1]]
    parents = _find_parents(levels)
    for level in range(len(levels) - 2, -1, -1):
        positions, size = _position_discs(edges, levels, level, size + MARGIN, source)
        offsets.insert(0, positions)
        if progress:
            progress("discs", len(levels) - 1 - level, len(levels) - 1)
    positions = rotate_discs(edges, levels, parents, offsets)
    return list(zip(positions.real.tolist(), positions.imag.tolist(), strict=True))


def _find_parents(levels: Sequence[Rows]) -> list[Rows]:
    """Find the disc of the level before that contains each disc, for all levels but the first."""
    import numpy as np

    parents = []
    for outer, inner in pairwise(levels):
        parent = np.zeros(int(inner.max()) + 1, dtype=np.int64)
        parent[inner] = outer
        parents.append(parent)
    return parents


def _position_actors(
    edges: LayoutEdges,
    disc_of: Rows,
    radii: Reals,
    source: random.Random,
    progress: LayoutProgress | None,
) -> Positions:
    """Compute each actor's position within its smallest disc."""
    import numpy as np

    degrees = edges.count_degrees(len(radii)).astype(float)
    weaker = (degrees[edges.first] * degrees[edges.second]) ** AMONG_HUBS
    pulls = type(edges)(edges.first, edges.second, edges.value / weaker)
    count = int(disc_of.max()) + 1
    positions = np.zeros(len(radii), dtype=np.complex128)
    for number, (rows, inside) in enumerate(split_by_group(pulls, disc_of, count)):
        positions[rows] = _draw_forces(inside, len(rows), source, starts=1)
        if progress and number % 100 == 0:
            progress("actors", number, count)
    positions = circles.spread_circles(positions, radii, disc_of, count) + DISC_DISTANCE * disc_of
    for push in range(PUSHES):
        if push % REFRESH == 0:
            near = circles.find_neighbours(positions, radii * NEAR)
        positions, overlapped = circles.push_apart(positions, radii, near)
        if not overlapped:
            break
    return positions - DISC_DISTANCE * disc_of


def _position_discs(
    edges: LayoutEdges, levels: Sequence[Rows], level: int, radii: Reals, source: random.Random
) -> tuple[Positions, Reals]:
    """Compute the position of each disc of the next level, and the radii of this level's discs."""
    import numpy as np

    parent_of = _find_parents(levels[level : level + 2])[0]
    count = int(parent_of.max()) + 1
    positions = np.zeros(len(parent_of), dtype=np.complex128)
    quotient = merge_groups(edges, levels[level + 1], len(parent_of))
    for rows, inside in split_by_group(quotient, parent_of, count):
        positions[rows] = _draw_forces(inside, len(rows), source, starts=STARTS)
    positions = circles.spread_circles(positions, radii, parent_of, count)
    if level == 0:
        positions = _rotate_to_landscape(positions)
    positions = circles.separate_circles(positions, radii, parent_of, count)
    middle, size = circles.enclose_circles(positions, radii, parent_of, count)
    alone = np.bincount(parent_of, minlength=count) == 1
    centred: Positions = positions - middle[parent_of]
    return centred, np.where(alone, size - MARGIN, size)


def _rotate_to_landscape(positions: Positions) -> Positions:
    """Rotate a drawing until its longest extent is horizontal, and widen it a little."""
    import numpy as np

    across, down = positions.real, positions.imag
    xx, yy, xy = (across * across).sum(), (down * down).sum(), (across * down).sum()
    flat: Positions = positions * np.exp(-0.5j * np.arctan2(2 * xy, xx - yy))
    wide, high = flat.real * sqrt(ASPECT), flat.imag / sqrt(ASPECT)
    return np.asarray(wide + 1j * high)


def _draw_forces(edges: LayoutEdges, rows: int, source: random.Random, *, starts: int) -> Positions:
    """Draw a small connected network by forces, at any scale."""
    import numpy as np

    if rows <= 2:  # noqa: PLR2004
        return np.arange(rows, dtype=np.complex128)
    if rows > CROWDED:
        return _draw_spiral(edges.count_degrees(rows))
    graph, side = edges.to_igraph(rows), sqrt(rows)
    pulls = edges.value / edges.value.mean()
    drafts = []
    for _ in range(starts if rows <= FEW else 1):
        start = [(source.uniform(0, side), source.uniform(0, side)) for _ in range(rows)]
        forces = graph.layout_fruchterman_reingold(
            seed=start,
            weights=pulls.tolist(),
            niter=300 if starts > 1 else 60,
            start_temp=side / 4,
            grid="auto",
        )
        points = np.array(forces.coords)
        drafts.append(points[:, 0] + 1j * points[:, 1])
    return min(drafts, key=lambda draft: _measure_length(draft, edges))


def _draw_spiral(degrees: Rows) -> Positions:
    """Draw the actors as the seeds of a sunflower, those with most edges in the middle.

    A hub pulls all its actors into one spot, where forces take time with their number squared.
    """
    import numpy as np

    positions = np.zeros(len(degrees), dtype=np.complex128)
    numbers = np.arange(len(degrees))
    spiral = np.sqrt(numbers) * np.exp(1j * GOLDEN_ANGLE * numbers)
    positions[np.argsort(-degrees, kind="stable")] = spiral
    return positions


def _measure_length(positions: Positions, edges: LayoutEdges) -> float:
    """Measure how long the edges are, in units of the drawing's extent."""
    import numpy as np

    extent = np.sqrt((np.abs(positions - positions.mean()) ** 2).mean())
    return float(
        (edges.value * np.abs(positions[edges.first] - positions[edges.second])).sum() / extent
    )
