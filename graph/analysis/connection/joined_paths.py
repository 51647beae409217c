"""A network of shortest paths that connects several actors, and the bound that it keeps.

Kou, Markowsky and Berman (1981): the shortest paths of a minimum spanning tree of the actors. Its
steps are at most 2 (1 - 1/t) times the fewest, for t actors. The page does the same in
`explorer/page/assets/core/joined_paths.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

Pair = tuple[int, int]
Lengths = Mapping[Pair, int]
"""How many steps there are between each two actors, the earlier named first."""


def list_joining_pairs(lengths: Lengths, ends: Sequence[int]) -> list[Pair]:
    """Return the pairs of a minimum spanning tree of some actors (Kruskal, 1956).

    Examples
    --------
    >>> list_joining_pairs({(7, 5): 2, (7, 9): 3, (5, 9): 1}, [7, 5, 9])
    [(5, 9), (7, 5)]
    """
    part = {end: end for end in ends}
    chosen = []
    for pair in sorted(combinations(ends, 2), key=lambda pair: lengths[pair]):
        one, other = (part[end] for end in pair)
        if one != other:
            chosen.append(pair)
            part = {end: one if group == other else group for end, group in part.items()}
    return chosen


def count_least_steps(lengths: Lengths, ends: Sequence[int], pairs: Iterable[Pair]) -> int:
    """Return how many steps any network has that connects some actors, at least.

    Parameters
    ----------
    pairs
        Those of a minimum spanning tree.
    """
    spanned = sum(lengths[pair] for pair in pairs)
    shared = -(-spanned * len(ends) // (2 * (len(ends) - 1)))
    return max(shared, len(ends) - 1, *lengths.values())


def join_paths(
    pairs: Iterable[Pair], ends: Sequence[int], find_path: Callable[[int, int], Sequence[int]]
) -> set[Pair]:
    """Return the steps of a tree that is made of a shortest path for each pair.

    Parameters
    ----------
    find_path
        The shortest path between two actors, from end to end.
    """
    neighbours: dict[int, set[int]] = {}
    for pair in pairs:
        for here, there in pairwise(find_path(*pair)):
            neighbours.setdefault(here, set()).add(there)
            neighbours.setdefault(there, set()).add(here)
    tree = {
        node: {other for pair in _span(neighbours, ends[0]) if node in pair for other in pair}
        - {node}
        for node in neighbours
    }
    _drop_loose_ends(tree, ends)
    return {(min(pair), max(pair)) for pair in ((one, each) for one in tree for each in tree[one])}


def _span(neighbours: Mapping[int, Iterable[int]], root: int) -> Iterator[Pair]:
    """Yield the edges of a spanning tree, breadth first."""
    seen, waiting = {root}, [root]
    for node in waiting:
        for other in sorted(neighbours[node]):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                yield node, other


def _drop_loose_ends(tree: dict[int, set[int]], ends: Sequence[int]) -> None:
    """Take away, one after the other, the nodes with one neighbour that need not be connected."""
    loose = [node for node, others in tree.items() if len(others) == 1 and node not in ends]
    while loose:
        node = loose.pop()
        for other in tree.pop(node):
            tree[other].discard(node)
            if len(tree[other]) == 1 and other not in ends:
                loose.append(other)
