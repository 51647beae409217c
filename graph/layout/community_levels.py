"""Find communities within communities, down to a few dozen actors each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.layout.layout_edges import LayoutEdges, merge_groups, split_by_group

if TYPE_CHECKING:
    from graph.layout.layout_edges import Rows
    from graph.layout.progress import LayoutProgress

SMALL = 60  # actors; a community of no more is not divided
TINY = 3  # actors; a community of no more is merged with a neighbour
RESOLUTIONS = (1.0, 2.0, 4.0, 8.0)  # tried in turn, until a community is divided
SWEEPS = 2  # of Leiden's algorithm; more change little


def find_community_levels(
    edges: LayoutEdges, actors: int, progress: LayoutProgress | None = None
) -> list[Rows]:
    """Find the community of every actor on each level, from the whole network to its parts.

    Leiden's algorithm (Traag, Waltman and van Eck 2019) for modularity divides a community, at
    a rising resolution, until it is small or no resolution divides it. Communities are numbered
    from 0; those of a level are parts of those of the level before.

    Parameters
    ----------
    edges
        The edges of a connected network, each with its pull; direction does not matter.
    actors
        How many there are.
    progress
        Called with "communities", the number of actors done, and the number of all.

    Examples
    --------
    >>> import numpy as np
    >>> ends = np.array([(row, row + 1) for row in range(99)])
    >>> levels = find_community_levels(LayoutEdges(ends[:, 0], ends[:, 1], np.ones(99)), 100)
    >>> levels[0].max(), 1 < levels[-1].max() < 50
    (np.int64(0), np.True_)
    """
    import numpy as np

    levels = [np.zeros(actors, dtype=np.int64)]
    settled: set[int] = set()
    while True:
        parts, whole = _divide_groups(edges, levels[-1], settled)
        if progress:
            sizes = np.bincount(parts)
            done = int(sum(sizes[group] for group in range(len(sizes)) if group in whole))
            progress("communities", done, actors)
        if parts.max() == levels[-1].max():
            return levels
        levels.append(parts)
        settled = whole


def _divide_groups(edges: LayoutEdges, group_of: Rows, settled: set[int]) -> tuple[Rows, set[int]]:
    """Divide each group; return the part of each actor, and the parts that stay whole."""
    import numpy as np

    part_of = np.zeros_like(group_of)
    whole: set[int] = set()
    parts = 0
    groups = int(group_of.max()) + 1
    for group, (rows, inside) in enumerate(split_by_group(edges, group_of, groups)):
        small = len(rows) <= SMALL or group in settled
        divided = None if small else _divide_group(inside, len(rows))
        if divided is None:
            whole.add(parts)
            part_of[rows] = parts
            parts += 1
        else:
            part_of[rows] = parts + divided
            parts += int(divided.max()) + 1
    return part_of, whole


def _divide_group(edges: LayoutEdges, actors: int) -> Rows | None:
    """Return the community of each actor, or None when the group is a single community."""
    import numpy as np

    graph, pulls = edges.to_igraph(actors), edges.value.tolist()
    for resolution in RESOLUTIONS:
        clustering = graph.community_leiden(
            objective_function="modularity",
            weights=pulls,
            resolution=resolution,
            n_iterations=SWEEPS,
        )
        merged = _merge_tiny_parts(edges, np.array(clustering.membership, dtype=np.int64))
        if merged.max() > 0:
            return merged
    return None


def _merge_tiny_parts(edges: LayoutEdges, part_of: Rows) -> Rows:
    """Merge every tiny part with the larger part that it has the strongest edges to."""
    import numpy as np

    for _ in range(TINY):
        parts = int(part_of.max()) + 1
        sizes = np.bincount(part_of, minlength=parts)
        if parts == 1 or sizes.min() > TINY:
            break
        merged_into = _choose_merges(merge_groups(edges, part_of, parts), sizes)
        part_of = np.unique(merged_into[part_of], return_inverse=True)[1].astype(np.int64)
    return part_of


def _choose_merges(edges: LayoutEdges, sizes: Rows) -> Rows:
    """Return for each part the part that it is merged into."""
    import numpy as np

    first = np.concatenate([edges.first, edges.second])
    second = np.concatenate([edges.second, edges.first])
    pull = np.concatenate([edges.value, edges.value])
    # A part is only merged into a larger one, or into the first of equals: there are no cycles.
    larger = (sizes[second] > sizes[first]) | ((sizes[second] == sizes[first]) & (second < first))
    may = np.flatnonzero((sizes[first] <= TINY) & larger)
    best = may[np.lexsort((second[may], -pull[may], first[may]))]
    merging, index = np.unique(first[best], return_index=True)
    merged_into = np.arange(len(sizes))
    merged_into[merging] = second[best[index]]
    while (merged_into[merged_into] != merged_into).any():
        merged_into = merged_into[merged_into]
    return merged_into
