"""Betweenness of a small network without weights, sooner than any library is imported.

The algorithm is that of Brandes (2001). Sums are taken in the order in which networkx takes them,
so that scores are equal to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Neighbours = Sequence[Sequence[int]]


def list_neighbours(
    size: int, ends: Iterable[tuple[int, int]], *, directed: bool
) -> list[list[int]]:
    """Return for each actor those to whom an edge leads, in the order of the edges.

    Examples
    --------
    >>> list_neighbours(3, [(0, 1), (1, 2)], directed=False)
    [[1], [0, 2], [1]]
    """
    neighbours: list[list[int]] = [[] for _ in range(size)]
    for source, target in ends:
        neighbours[source].append(target)
        if not directed:
            neighbours[target].append(source)
    return neighbours


def compute_betweenness(neighbours: Neighbours) -> list[float]:
    """Return for each actor the share of pairs of others whose shortest paths lead through it.

    Parameters
    ----------
    neighbours
        For each actor the numbers of those to whom an edge leads.

    Examples
    --------
    >>> compute_betweenness([[1], [0, 2], [1]])
    [0.0, 1.0, 0.0]
    """
    scores = [0.0] * len(neighbours)
    for source, own in enumerate(neighbours):
        if own:
            _add_paths(neighbours, source, scores)
    others = len(neighbours) - 1
    if others > 1:
        scale = 1 / (others * (others - 1))
        scores = [score * scale for score in scores]
    return scores


def _add_paths(neighbours: Neighbours, source: int, scores: list[float]) -> None:
    """Add the shares of the shortest paths from an actor that lead through others."""
    steps = [-1] * len(neighbours)
    counts = [0.0] * len(neighbours)
    before: list[list[int]] = [[] for _ in neighbours]
    steps[source], counts[source] = 0, 1.0
    order = [source]
    for actor in order:
        further, count = steps[actor] + 1, counts[actor]
        for other in neighbours[actor]:
            if steps[other] < 0:
                steps[other] = further
                order.append(other)
            if steps[other] == further:
                counts[other] += count
                before[other].append(actor)
    shares = [0.0] * len(neighbours)
    for actor in reversed(order[1:]):
        share = (1 + shares[actor]) / counts[actor]
        for other in before[actor]:
            shares[other] += counts[other] * share
        scores[actor] += shares[actor]
