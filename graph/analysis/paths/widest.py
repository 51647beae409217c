"""Search for the paths whose weakest step is as strong as can be; of those the shortest.

How strong the weakest step can be is found by halving: whether there is a path over steps of a
strength is a search each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.cheapest import find_cheapest
from graph.analysis.paths.follow import Follow, Neighbours
from graph.analysis.paths.search import ShortestPaths

Strength = Callable[[int, int], int]
"""How strong the step from one node to another is, 0 or more."""


class Widest(NamedTuple):
    """The shortest paths over strong steps, and what leads over those steps alone."""

    paths: ShortestPaths
    follow: Follow


def find_widest(
    subspace: Subspace, target: int, follow: Follow, strength: Strength, most: int | None = None
) -> Widest | None:
    """Return the strongest ways from the end of a prefix to a target; None where there is none.

    Parameters
    ----------
    subspace, target, most
        As in `graph.analysis.paths.cheapest.find_cheapest`; costs do not count.
    strength
        How strong a step is. The steps of the prefix count, too.

    Examples
    --------
    >>> square = {0: [1, 2], 1: [0, 3], 2: [0, 3], 3: [1, 2]}
    >>> follow = Follow(square.__getitem__, square.__getitem__)
    >>> find_widest(Subspace((0,)), 3, follow, lambda here, there: here + there).paths.list_levels()
    [[0], [2], [3]]
    """

    def search(least: int) -> Widest | None:
        strong = _select(follow, strength, least)
        unit = Follow(strong.forwards, strong.backwards)
        paths = find_cheapest(subspace, target, unit, most)
        return Widest(paths, strong) if paths else None

    found, below = search(0), _find_limit(subspace, target, follow, strength) + 1
    least = 0
    while found and below - least > 1:
        middle = (least + below) // 2
        stronger = search(middle)
        if stronger:
            found, least = stronger, middle
        else:
            below = middle
    return found


def _find_limit(subspace: Subspace, target: int, follow: Follow, strength: Strength) -> int:
    """Return how strong the weakest step is at most, as far as the ends say."""
    here = subspace.prefix[-1]
    if here == target:
        return 0
    following = max((strength(here, node) for node in follow.forwards(here)), default=0)
    last = max((strength(node, target) for node in follow.backwards(target)), default=0)
    return min(following, last, *(strength(*ends) for ends in pairwise(subspace.prefix)))


def _select(follow: Follow, strength: Strength, least: int) -> Follow:
    """Return what leads over the steps that are strong enough."""
    if not least:
        return follow

    def forwards(node: int) -> Iterable[int]:
        return (there for there in follow.forwards(node) if strength(node, there) >= least)

    def backwards(node: int) -> Iterable[int]:
        return (here for here in follow.backwards(node) if strength(here, node) >= least)

    selected: tuple[Neighbours, Neighbours] = forwards, backwards
    return Follow(*selected, follow.costs)
