"""The cheapest tree that connects some nodes of a small graph (Dreyfus and Wagner, 1971).

The page does the same in `explorer/page/assets/core/steiner_tree.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

Costs = Mapping[int, Mapping[int, int]]
"""For each node its neighbours, and what the edge to each costs, 1 or more; both ways alike."""

Pair = tuple[int, int]
FAR = 1 << 60


def count_work(node_count: int, edge_count: int, ends: int) -> int:
    """Return about how many sums a search for the tree of so many ends compares."""
    others = max(ends - 1, 0)
    return int(3**others * node_count + 2**others * edge_count)


def find_cheapest_tree(costs: Costs, ends: Sequence[int]) -> set[Pair]:
    """Return the edges of a tree that connects some nodes at the least cost.

    Of several the same is returned, whatever the order in which the graph lists its edges. There
    must be such a tree.

    Parameters
    ----------
    ends
        The nodes to connect, each once.

    Examples
    --------
    >>> star = {0: {3: 1}, 1: {3: 1}, 2: {3: 1}, 3: {0: 1, 1: 1, 2: 1}}
    >>> sorted(find_cheapest_tree(star, [0, 1, 2]))
    [(0, 3), (1, 3), (2, 3)]
    """
    others = ends[1:]
    tables: list[dict[int, int]] = [{}]
    for mask in range(1, 1 << len(others)):
        table = _join_parts(tables, mask) if mask & (mask - 1) else {}
        if not table:
            table = {others[mask.bit_length() - 1]: 0}
        tables.append(_spread(costs, table))
    return set(_trace(costs, tables, len(tables) - 1, ends[0]))


def _list_halves(mask: int) -> Iterator[Pair]:
    """Yield each way to part a set of ends in two, the part with the first end first."""
    lowest = mask & -mask
    part = (mask - 1) & mask
    while part:
        if part & lowest:
            yield part, mask ^ part
        part = (part - 1) & mask


def _join_parts(tables: Sequence[Mapping[int, int]], mask: int) -> dict[int, int]:
    """Return what it costs to connect each node to a set of ends if its tree branches there."""
    joined: dict[int, int] = {}
    for one, other in _list_halves(mask):
        rest = tables[other]
        for node, cost in tables[one].items():
            total = cost + rest.get(node, FAR)
            if total < joined.get(node, FAR):
                joined[node] = total
    return joined


def _spread(costs: Costs, start: Mapping[int, int]) -> dict[int, int]:
    """Return what each node costs, given what some do (Dijkstra, 1959)."""
    table = dict(start)
    queue = [(cost, node) for node, cost in table.items()]
    heapify(queue)
    while queue:
        cost, node = heappop(queue)
        if cost > table[node]:
            continue
        for neighbour, step in costs[node].items():
            if cost + step < table.get(neighbour, FAR):
                table[neighbour] = cost + step
                heappush(queue, (cost + step, neighbour))
    return table


def _trace(
    costs: Costs, tables: Sequence[Mapping[int, int]], mask: int, root: int
) -> Iterator[Pair]:
    """Yield the edges of the tree that connects a node to a set of ends."""
    waiting = [(mask, root)]
    while waiting:
        mask, node = waiting.pop()
        table = tables[mask]
        halves = next(
            (
                (one, other)
                for one, other in _list_halves(mask)
                if tables[one].get(node, FAR) + tables[other].get(node, FAR) == table[node]
            ),
            None,
        )
        if halves:
            waiting += [(half, node) for half in halves]
        elif table[node]:
            before = min(
                neighbour
                for neighbour, step in costs[node].items()
                if table.get(neighbour, FAR) + step == table[node]
            )
            yield min(node, before), max(node, before)
            waiting.append((mask, before))
