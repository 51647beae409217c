"""List shortest paths from the cheapest on, in bounded work: each only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.analysis.paths.search import ShortestPaths

Cost = Callable[[int, int], int]
"""What the step from one node to another costs."""

Trail = tuple["Trail | None", int]
"""The nodes of an unfinished path: what is before the last, and the last."""


class _Turn(NamedTuple):
    """An unfinished path, and which of the next nodes it takes."""

    before: Trail
    choice: int
    spent: int


def iter_cheapest(paths: ShortestPaths, cost: Cost) -> Iterator[list[int]]:
    """Yield every shortest path as its nodes, by its cost; the cheapest ones in order of nodes.

    The cost of what is left of a path is known exactly, so that no step is taken in vain.

    Parameters
    ----------
    cost
        The cost of a step, 0 or more; a path costs their sum.

    Examples
    --------
    >>> paths = ShortestPaths(2, {0: [1, 2], 1: [3], 2: [3]}, 0, 3, 2)
    >>> list(iter_cheapest(paths, lambda here, there: 0))
    [[0, 1, 3], [0, 2, 3]]
    >>> list(iter_cheapest(paths, lambda here, there: here == 1))
    [[0, 2, 3], [0, 1, 3]]
    """
    if not paths.length:
        if paths.length == 0:
            yield [paths.source]
        return
    remaining, choices = _order_choices(paths, cost)
    turns = {remaining[paths.source]: [_Turn((None, paths.source), 0, 0)]}
    total = remaining[paths.source]
    while turns:
        if not turns[total]:
            del turns[total]
            total = min(turns, default=0)
            continue
        before, choice, spent = turns[total].pop()
        here = before[1]
        onward, there = choices[here][choice]
        if choice + 1 < len(choices[here]):
            other = spent + choices[here][choice + 1][0]
            turns.setdefault(other, []).append(_Turn(before, choice + 1, spent))
        if there == paths.target:
            yield _list_nodes((before, there))
        else:
            spent += onward - remaining[there]
            turns[total].append(_Turn((before, there), 0, spent))


def _order_choices(
    paths: ShortestPaths, cost: Cost
) -> tuple[Mapping[int, int], Mapping[int, Sequence[tuple[int, int]]]]:
    """Return what each node is from the target, and its next nodes, the cheapest first.

    With each next node comes the cost from here to the target by way of it.
    """
    remaining = {paths.target: 0}
    choices: dict[int, list[tuple[int, int]]] = {}
    for level in reversed(paths.list_levels()[:-1]):
        for node in level:
            onward = [(cost(node, after) + remaining[after], after) for after in paths.onward[node]]
            onward.sort()
            choices[node] = onward
            remaining[node] = onward[0][0]
    return remaining, choices


def _list_nodes(trail: Trail | None) -> list[int]:
    nodes = []
    while trail is not None:
        trail, node = trail
        nodes.append(node)
    return nodes[::-1]
