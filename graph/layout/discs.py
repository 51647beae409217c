"""Large networks drawn as discs in discs: one for each community, none over another."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from graph.layout import circles
from graph.layout.community_levels import nests
from graph.layout.layout_edges import between, within
from graph.layout.spacing import Point
from graph.layout.turning import turned

if TYPE_CHECKING:
    from graph.layout.circles import Places
    from graph.layout.community_levels import Progress
    from graph.layout.layout_edges import Reals, Rows, Ties

AMONG_HUBS = 0.4  # how much a tie pulls less for the ties that its two ends have
WIDER = 1.15  # width to height of a large drawing; the wider, the falser its distances
MARGIN = 16.0  # canvas pixels around a disc
BETWEEN = 1e5  # discs whose insides are worked on at once lie this far apart
STARTS = 3  # of a drawing of discs; the one with the shortest ties is kept
FEW = 200  # discs; more are drawn once
PUSHES = 24  # of actors; then discs may still look full, not smeared
AFRESH = 4  # pushes after which it is looked anew who is near whom
NEAR = 1.2  # how much further than their rooms reach actors are looked for


def discs(
    ties: Ties,
    rooms: Sequence[float],
    source: random.Random,
    progress: Progress | None = None,
) -> list[Point]:
    """Return a place for each actor of a large connected network.

    Communities become discs of the size that the actors in them need; Fruchterman and Reingold's
    forces (1991) place the actors within the smallest, the discs within the larger ones, and at
    last those of the canvas. No disc lies over another; each is turned, or turned over, so that
    actors with ties to other discs face them.

    Parameters
    ----------
    ties
        The network, connected; direction does not matter.
    rooms
        How much room each actor needs, as a diameter in canvas pixels.
    source
        What starts are drawn from; igraph draws from it, too.
    progress
        Called with what is being done, how much of it is done, and all.
    """
    import numpy as np

    radii = np.asarray(rooms) / 2
    levels = nests(ties, len(radii), progress)
    drawn = [_actors(ties, levels[-1], radii, source, progress)]
    middle, size = circles.around(drawn[0], radii, levels[-1], int(levels[-1].max()) + 1)
    drawn[0] = drawn[0] - middle[levels[-1]]
    parents = _parents(levels)
    for level in range(len(levels) - 2, -1, -1):
        places, size = _discs(ties, levels, level, size + MARGIN, source)
        drawn.insert(0, places)
        if progress:
            progress("discs", len(levels) - 1 - level, len(levels) - 1)
    places = turned(ties, levels, parents, drawn)
    return list(zip(places.real.tolist(), places.imag.tolist(), strict=True))


def _parents(levels: Sequence[Rows]) -> list[Rows]:
    """Return for each level but the first the disc in which each of its discs lies."""
    import numpy as np

    parents = []
    for outer, inner in pairwise(levels):
        parent = np.zeros(int(inner.max()) + 1, dtype=np.int64)
        parent[inner] = outer
        parents.append(parent)
    return parents


def _actors(
    ties: Ties, disc_of: Rows, radii: Reals, source: random.Random, progress: Progress | None
) -> Places:
    """Return each actor's place within the smallest disc."""
    import numpy as np

    degrees = ties.degrees(len(radii)).astype(float)
    weaker = (degrees[ties.one] * degrees[ties.other]) ** AMONG_HUBS
    pulls = type(ties)(ties.one, ties.other, ties.value / weaker)
    count = int(disc_of.max()) + 1
    places = np.zeros(len(radii), dtype=np.complex128)
    for number, (rows, inside) in enumerate(within(pulls, disc_of, count)):
        places[rows] = _drawn(inside, len(rows), source, starts=1)
        if progress and number % 100 == 0:
            progress("actors", number, count)
    places = circles.spread(places, radii, disc_of, count) + BETWEEN * disc_of
    for push in range(PUSHES):
        if push % AFRESH == 0:
            near = circles.neighbours(places, radii * NEAR)
        places, found = circles.push(places, radii, near)
        if not found:
            break
    return places - BETWEEN * disc_of


def _discs(
    ties: Ties, levels: Sequence[Rows], level: int, radii: Reals, source: random.Random
) -> tuple[Places, Reals]:
    """Return the place of each disc of the next level in its own, and how large those become."""
    import numpy as np

    parent_of = _parents(levels[level : level + 2])[0]
    count = int(parent_of.max()) + 1
    places = np.zeros(len(parent_of), dtype=np.complex128)
    quotient = between(ties, levels[level + 1], len(parent_of))
    for rows, inside in within(quotient, parent_of, count):
        places[rows] = _drawn(inside, len(rows), source, starts=STARTS)
    places = circles.spread(places, radii, parent_of, count)
    if level == 0:
        places = _landscape(places)
    places = circles.apart(places, radii, parent_of, count)
    middle, size = circles.around(places, radii, parent_of, count)
    alone = np.bincount(parent_of, minlength=count) == 1
    centred: Places = places - middle[parent_of]
    return centred, np.where(alone, size - MARGIN, size)


def _landscape(places: Places) -> Places:
    """Return a drawing with its longest extent flat, a little wider and lower."""
    import numpy as np

    across, down = places.real, places.imag
    xx, yy, xy = (across * across).sum(), (down * down).sum(), (across * down).sum()
    flat: Places = places * np.exp(-0.5j * np.arctan2(2 * xy, xx - yy))
    wide, high = flat.real * sqrt(WIDER), flat.imag / sqrt(WIDER)
    return np.asarray(wide + 1j * high)


def _drawn(ties: Ties, rows: int, source: random.Random, *, starts: int) -> Places:
    """Return a small connected network drawn by its forces, of any size."""
    import numpy as np

    if rows <= 2:  # noqa: PLR2004
        return np.arange(rows, dtype=np.complex128)
    graph, side = ties.graph(rows), sqrt(rows)
    pulls = ties.value / ties.value.mean()
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
    return min(drafts, key=lambda draft: _stretched(draft, ties))


def _stretched(places: Places, ties: Ties) -> float:
    """Return how long the ties are, in units of the drawing's extent."""
    import numpy as np

    extent = np.sqrt((np.abs(places - places.mean()) ** 2).mean())
    return float((ties.value * np.abs(places[ties.one] - places[ties.other])).sum() / extent)
