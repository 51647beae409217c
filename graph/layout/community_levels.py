"""Communities within communities, down to a few dozen actors each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.layout.layout_edges import Ties, between, within

if TYPE_CHECKING:
    from graph.layout.layout_edges import Rows

SMALL = 60  # actors that are drawn as one
TINY = 3  # actors of a community that joins its neighbour
RESOLUTIONS = (1.0, 2.0, 4.0, 8.0)  # tried in turn, until a community comes apart
SWEEPS = 2  # of Leiden's algorithm; more change little

Progress = Callable[[str, int, int], None]


def nests(ties: Ties, actors: int, progress: Progress | None = None) -> list[Rows]:
    """Return for each level, from the whole to the parts, the community of every actor.

    Leiden's algorithm (Traag, Waltman and van Eck 2019) for modularity takes a community apart,
    at a rising resolution, until it is small or hangs together at every one. Communities are
    numbered from 0; those of one level are parts of those of the level before.

    Parameters
    ----------
    ties
        The ties of a connected network; a stronger pull keeps actors together, direction does
        not matter.
    actors
        How many there are.
    progress
        Called with "communities", the actors that are done, and all.

    Examples
    --------
    >>> import numpy as np
    >>> ends = np.array([(one, one + 1) for one in range(99)])
    >>> levels = nests(Ties(ends[:, 0], ends[:, 1], np.ones(99)), 100)
    >>> levels[0].max(), 1 < levels[-1].max() < 50
    (np.int64(0), np.True_)
    """
    import numpy as np

    levels = [np.zeros(actors, dtype=np.int64)]
    settled: set[int] = set()
    while True:
        found, whole = _divided(ties, levels[-1], settled)
        if progress:
            sizes = np.bincount(found)
            done = int(sum(sizes[group] for group in range(len(sizes)) if group in whole))
            progress("communities", done, actors)
        if found.max() == levels[-1].max():
            return levels
        levels.append(found)
        settled = whole


def _divided(ties: Ties, group_of: Rows, settled: set[int]) -> tuple[Rows, set[int]]:
    """Return the parts of each group, and which of them need not be looked at again."""
    import numpy as np

    part_of = np.zeros_like(group_of)
    whole: set[int] = set()
    parts = 0
    groups = int(group_of.max()) + 1
    for group, (rows, inside) in enumerate(within(ties, group_of, groups)):
        small = len(rows) <= SMALL or group in settled
        found = None if small else _parts(inside, len(rows))
        if found is None:
            whole.add(parts)
            part_of[rows] = parts
            parts += 1
        else:
            part_of[rows] = parts + found
            parts += int(found.max()) + 1
    return part_of, whole


def _parts(ties: Ties, actors: int) -> Rows | None:
    """Return the community of each actor, or None when they are one."""
    import numpy as np

    graph, pulls = ties.graph(actors), ties.value.tolist()
    for resolution in RESOLUTIONS:
        found = graph.community_leiden(
            objective_function="modularity",
            weights=pulls,
            resolution=resolution,
            n_iterations=SWEEPS,
        )
        joined = _without_tiny(ties, np.array(found.membership, dtype=np.int64))
        if joined.max() > 0:
            return joined
    return None


def _without_tiny(ties: Ties, part_of: Rows) -> Rows:
    """Let every tiny part join the larger one that it has the strongest ties with."""
    import numpy as np

    for _ in range(TINY):
        parts = int(part_of.max()) + 1
        sizes = np.bincount(part_of, minlength=parts)
        if parts == 1 or sizes.min() > TINY:
            break
        joins = _joined(between(ties, part_of, parts), sizes)
        part_of = np.unique(joins[part_of], return_inverse=True)[1].astype(np.int64)
    return part_of


def _joined(ties: Ties, sizes: Rows) -> Rows:
    """Return the part that each part becomes."""
    import numpy as np

    one = np.concatenate([ties.one, ties.other])
    other = np.concatenate([ties.other, ties.one])
    pull = np.concatenate([ties.value, ties.value])
    # Larger ones alone are joined, of equals the first: nothing goes in circles.
    larger = (sizes[other] > sizes[one]) | ((sizes[other] == sizes[one]) & (other < one))
    may = np.flatnonzero((sizes[one] <= TINY) & larger)
    best = may[np.lexsort((other[may], -pull[may], one[may]))]
    who, first = np.unique(one[best], return_index=True)
    becomes = np.arange(len(sizes))
    becomes[who] = other[best[first]]
    while (becomes[becomes] != becomes).any():
        becomes = becomes[becomes]
    return becomes
