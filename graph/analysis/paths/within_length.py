"""Search for the cheapest path of no more than some steps, where the cheapest of all is longer."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.follow import Follow
from graph.analysis.paths.rank import Ranking
from graph.analysis.paths.search import ShortestPaths


class _Label(NamedTuple):
    """What the best way to a node costs, its rank among those that cost as much, and its end."""

    cost: int
    rank: int
    before: int


Level = Mapping[int, _Label]


def find_within(
    subspace: Subspace, target: int, follow: Follow, most: int, ranking: Ranking
) -> ShortestPaths | None:
    """Return one cheapest way of at most so many steps, the most telling; None without any.

    The best way to each node is found for each number of steps (Bellman, 1958), among the nodes
    from which the target can still be reached in time.

    Parameters
    ----------
    subspace, target, follow
        As in `graph.analysis.paths.cheapest.find_cheapest`; steps have costs.
    most
        The most steps from the end of the prefix.
    """
    here = subspace.prefix[-1]
    remaining = _measure_remaining(subspace, target, follow, most)
    levels: list[Level] = [{here: _Label(0, 0, here)}]
    while levels[-1] and len(levels) <= most:
        allowed = {node for node, steps in remaining.items() if steps <= most - len(levels)}
        barred = subspace.barred if len(levels) == 1 else frozenset[int]()
        length = most + len(subspace.prefix)
        levels.append(_take_steps(levels[-1], allowed - barred, target, follow, ranking, length))
    reached = [number for number, level in enumerate(levels) if target in level]
    if not reached:
        return None
    last = min(reached, key=lambda number: levels[number][target])
    path = [target]
    for level in levels[last:0:-1]:
        path.append(level[path[-1]].before)
    path.reverse()
    onward = {node: [after] for node, after in pairwise(path)}
    return ShortestPaths(len(path) - 1, onward, here, target, 1)


def _measure_remaining(
    subspace: Subspace, target: int, follow: Follow, most: int
) -> Mapping[int, int]:
    """Return the steps to the target of the nodes that are near enough."""
    used, steps, level = {*subspace.prefix}, {target: 0}, [target]
    for number in range(1, most):
        level = list(dict.fromkeys(near for node in level for near in follow.backwards(node)))
        level = [node for node in level if node not in steps and node not in used]
        steps.update(dict.fromkeys(level, number))
    return steps


def _take_steps(  # noqa: PLR0913, PLR0917 - what a step depends on
    level: Level, allowed: set[int], target: int, follow: Follow, ranking: Ranking, length: int
) -> Level:
    """Return the best ways of one step more to each allowed node."""
    reached: dict[int, _Label] = {}
    costs = follow.costs
    if costs is None:
        return reached
    is_first = len(level) == 1 and next(iter(level.values())).cost == 0
    for node, label in sorted(level.items()):
        if node == target:
            continue
        cost = label.cost + (0 if is_first else costs.node(node))
        for there in follow.forwards(node):
            if there not in allowed:
                continue
            spent = cost + costs.step(node, there)
            rank = label.rank + ranking.measure_step(node, there, length)
            found = _Label(spent, rank, node)
            if there not in reached or found < reached[there]:
                reached[there] = found
    return reached
