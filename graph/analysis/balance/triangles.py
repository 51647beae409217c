"""Triangles by their signs: with an even number of negative edges they are balanced.

A friend's friend is a friend, and a foe's foe, too (Heider, 1946; Cartwright and Harary, 1956).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.analysis.balance.signed_graph import SignedGraph

if TYPE_CHECKING:
    from scipy import sparse

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
    friends, foes = _build_matrix(graph, 1), _build_matrix(graph, -1)
    return {
        "+++": _count_closed(friends, friends) // 6,
        "++-": _count_closed(friends, foes) // 2,
        "+--": _count_closed(foes, friends) // 2,
        "---": _count_closed(foes, foes) // 6,
    }


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
    around: tuple[list[set[int]], list[set[int]]] = (
        [set() for _ in range(graph.size)],
        [set() for _ in range(graph.size)],
    )
    friends, foes = around
    columns = graph.sources.tolist(), graph.targets.tolist(), graph.signs.tolist()
    edges = sorted(zip(*columns, strict=True))
    for one, other, sign in edges:
        near = friends if sign > 0 else foes
        near[one].add(other)
        near[other].add(one)
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


def _build_matrix(graph: SignedGraph, sign: int) -> sparse.csr_array:
    import numpy as np
    from scipy import sparse

    chosen = graph.signs == sign
    ends = graph.sources[chosen], graph.targets[chosen]
    ones = np.ones(len(ends[0]), np.int64)
    half = sparse.csr_array((ones, ends), shape=(graph.size, graph.size))
    return sparse.csr_array(half + half.T)


def _count_closed(two_steps: sparse.csr_array, closing: sparse.csr_array) -> int:
    """Return how many paths of two steps an edge closes, both ways round."""
    return int((two_steps @ two_steps).multiply(closing).sum())
