"""The actors that can belong to a smallest network, by their distances from those it connects.

The page does the same in `explorer/page/assets/core/connection_reach.js`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.analysis.connection.joined_paths import Lengths
from graph.select.adjacency import Adjacency

MOST_LOOKED_AT = 200_000  # neighbours


def find_possible_nodes(
    adjacency: Adjacency, ends: Sequence[int], lengths: Lengths, most: int
) -> set[int] | None:
    """Return the actors that a network of at most so many steps may have.

    A network with two ends and a third actor has at least half as many steps as a round trip of
    the three. None is returned where more than `MOST_LOOKED_AT` neighbours would be looked at.

    Parameters
    ----------
    lengths
        How many steps there are between each two ends.
    most
        The steps of a network that connects the ends.
    """
    budget = MOST_LOOKED_AT
    distances: dict[int, Mapping[int, int]] = {}
    for end in ends:
        reached, budget = _measure_distances(adjacency, end, most, budget)
        if budget < 0:
            return None
        distances[end] = reached

    def is_possible(node: int) -> bool:
        return all(
            distances[one][node] + distances[other].get(node, most + 1) + length <= 2 * most
            for (one, other), length in lengths.items()
        )

    shared = set(distances[ends[0]]).intersection(*distances.values())
    return {node for node in shared if is_possible(node)}


def _measure_distances(
    adjacency: Adjacency, start: int, most: int, budget: int
) -> tuple[Mapping[int, int], int]:
    """Return how far actors are from one, up to a bound, and what is left of the budget."""
    distances, level = {start: 0}, [start]
    for steps in range(1, most + 1):
        following = []
        for node in level:
            neighbours = adjacency[node]
            budget -= len(neighbours)
            if budget < 0:
                return distances, budget
            for other in neighbours:
                if other not in distances:
                    distances[other] = steps
                    following.append(other)
        level = following
    return distances, budget
