"""Triangles by their signs: with an even number of negative edges they are balanced.

A friend's friend is a friend, and a foe's foe, too (Heider, 1946; Cartwright and Harary, 1956).
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.analysis.balance.signed_graph import SignedGraph

BALANCED = ("+++", "+--")
UNBALANCED = ("++-", "---")

Triangle = tuple[int, int, int]
"""Three vertices, ascending."""


def count_triangles(graph: SignedGraph) -> dict[str, int]:
    """Return how many triangles there are of each signs.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> kite = [(0, 1, 1), (1, 2, 1), (0, 2, -1), (0, 3, -1), (2, 3, 1)]
    >>> count_triangles(make_signed_graph(4, kite))
    {'+++': 0, '++-': 1, '+--': 1, '---': 0}
    """
    friends, foes = _list_around(graph)
    closed = dict.fromkeys((*BALANCED, *UNBALANCED), 0)
    for one, other, sign in _list_edges(graph):
        closed["+++" if sign > 0 else "++-"] += len(friends[one] & friends[other])
        closed["+--" if sign > 0 else "---"] += len(foes[one] & foes[other])
    # One of three edges alike is seen from each of them, the others from their only such edge.
    thirds = {signs: closed[signs] // 3 for signs in ("+++", "---")}
    return {signs: thirds.get(signs, closed[signs]) for signs in ("+++", "++-", "+--", "---")}


def measure_balance_ratio(counts: Mapping[str, int]) -> float | None:
    """Return the share of triangles that are balanced; None where there is no triangle.

    Examples
    --------
    >>> measure_balance_ratio({"+++": 2, "++-": 1, "+--": 1, "---": 0})
    0.75
    """
    total = sum(counts.values())
    return sum(counts[signs] for signs in BALANCED) / total if total else None


def list_unbalanced(graph: SignedGraph, limit: int) -> list[Triangle]:
    """Return the unbalanced triangles, sorted; no more of them than the limit.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> list_unbalanced(make_signed_graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)]), 10)
    [(0, 1, 2)]
    """
    friends, foes = _list_around(graph)
    edges = _list_edges(graph)
    found: list[Triangle] = []
    for one, other, sign in edges:
        if sign > 0:
            continue
        thirds = [*(friends[one] & friends[other])]
        # One of three foes each is found by three edges: counted by its two lowest.
        thirds += [third for third in foes[one] & foes[other] if third > max(one, other)]
        for third in sorted(thirds):
            low, middle, high = sorted((one, other, third))
            found.append((low, middle, high))
        if len(found) >= limit:
            break
    return sorted(found[:limit])


def _list_edges(graph: SignedGraph) -> list[tuple[int, int, int]]:
    """Return the ends of every edge with its sign, sorted."""
    columns = graph.sources.tolist(), graph.targets.tolist(), graph.signs.tolist()
    return sorted(zip(*columns, strict=True))


def _list_around(graph: SignedGraph) -> tuple[list[set[int]], list[set[int]]]:
    """Return the friends and the foes of every vertex."""
    friends: list[set[int]] = [set() for _ in range(graph.size)]
    foes: list[set[int]] = [set() for _ in range(graph.size)]
    for one, other, sign in _list_edges(graph):
        near = friends if sign > 0 else foes
        near[one].add(other)
        near[other].add(one)
    return friends, foes
