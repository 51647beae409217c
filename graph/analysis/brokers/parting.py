"""Articulation actors: without one of them, others lose touch (Hopcroft and Tarjan, 1973)."""

from __future__ import annotations

from graph.analysis.brokers.neighbours import Neighbours


def find_parted(neighbours: Neighbours) -> list[int]:
    """Return for each actor how many others lose touch with the largest part without it.

    It counts the actors of its component that are then not in what remains of it as the largest
    part; 0 where the component stays whole.

    Examples
    --------
    >>> find_parted([{1}, {0, 2, 3}, {1}, {1, 4}, {3}])
    [0, 2, 0, 1, 0]
    """
    parted = [0] * len(neighbours)
    seen: set[int] = set()
    for root in range(len(neighbours)):
        if root not in seen:
            _search(neighbours, root, seen, parted)
    return parted


def _search(neighbours: Neighbours, root: int, seen: set[int], parted: list[int]) -> None:
    """Search a component in depth, and note what each of its actors parts."""
    order = [root]
    number, low, size = {root: 0}, {root: 0}, {root: 1}
    parent: dict[int, int] = {}
    branches: dict[int, list[int]] = {root: []}
    waiting = [(root, iter(sorted(neighbours[root])))]
    seen.add(root)
    while waiting:
        actor, others = waiting[-1]
        other = next(others, None)
        if other is None:
            waiting.pop()
            if waiting:
                above = waiting[-1][0]
                low[above] = min(low[above], low[actor])
                size[above] += size[actor]
                if low[actor] >= number[above]:
                    branches[above].append(size[actor])
        elif other not in number:
            parent[other] = actor
            number[other] = low[other] = len(number)
            size[other], branches[other] = 1, []
            seen.add(other)
            order.append(other)
            waiting.append((other, iter(sorted(neighbours[other]))))
        elif parent.get(actor) != other:
            low[actor] = min(low[actor], number[other])
    for actor in order:
        rest = len(order) - 1 - sum(branches[actor])
        parts = [*branches[actor], *([rest] if rest else [])]
        parted[actor] = sum(parts) - max(parts, default=0)
