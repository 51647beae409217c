"""Key players (Borgatti, 2006): the few without whom a network falls apart, or who reach most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from math import comb
from typing import NamedTuple

from graph.analysis.brokers.neighbours import Neighbours

MOST_SETS = 5_000  # that are all tried; beyond, players are chosen one after the other


class KeyPlayers(NamedTuple):
    """A set of actors, and how good it is.

    Parameters
    ----------
    actors
        The actors, as numbers.
    value
        What they achieve.
    bound
        What no set of as many achieves more than; the value itself where all were tried.
    """

    actors: tuple[int, ...]
    value: float
    bound: float

    @property
    def is_exact(self) -> bool:
        """Whether no set of as many is better."""
        return self.value >= self.bound


def find_fragmenting(neighbours: Neighbours, k: int) -> KeyPlayers:
    """Return the k actors without whom the fewest others reach each other (KPP-Neg).

    The value is the fragmentation of what remains: the share of pairs that do not reach each
    other. Chosen one after the other, its bound is that each relation that remains joins a pair.

    Examples
    --------
    >>> find_fragmenting([{1}, {0, 2}, {1}], 1)
    KeyPlayers(actors=(1,), value=1.0, bound=1.0)
    """

    def measure(chosen: Sequence[int]) -> float:
        return measure_fragmentation(neighbours, chosen)

    found, is_exact = _choose(len(neighbours), k, measure)
    value = measure(found)
    degrees = sorted(map(len, neighbours), reverse=True)
    left = max(0, sum(degrees) // 2 - sum(degrees[:k]))
    pairs = comb(len(neighbours) - k, 2)
    bound = 1 - left / pairs if pairs else 1.0
    return KeyPlayers(found, value, value if is_exact else max(value, bound))


def find_reaching(neighbours: Neighbours, k: int) -> KeyPlayers:
    """Return the k actors who together are, or are next to, the most actors (KPP-Pos).

    The value is how many actors that is. Chosen one after the other they reach at least 63 % of
    the most (Nemhauser, Wolsey and Fisher, 1978); the bound adds to what they reach what the k
    best others would add, each by itself.

    Examples
    --------
    >>> find_reaching([{1}, {0, 2}, {1}], 1)
    KeyPlayers(actors=(1,), value=3, bound=3)
    """

    def measure(chosen: Sequence[int]) -> int:
        return len(_reach(neighbours, chosen))

    found, is_exact = _choose(len(neighbours), k, measure)
    reached = _reach(neighbours, found)
    gains = sorted((len({each, *own} - reached) for each, own in enumerate(neighbours)))[-k:]
    bound = min(len(neighbours), len(reached) + sum(gains))
    return KeyPlayers(found, len(reached), len(reached) if is_exact else bound)


def _reach(neighbours: Neighbours, chosen: Iterable[int]) -> set[int]:
    return set().union(*({each, *neighbours[each]} for each in chosen))


def _choose(
    count: int, k: int, measure: Callable[[Sequence[int]], float]
) -> tuple[tuple[int, ...], bool]:
    """Return the best set of k, the first of equals, and whether all sets were tried."""
    if comb(count, k) <= MOST_SETS:
        return max(combinations(range(count), k), key=measure), True
    chosen: list[int] = []
    for _ in range(k):
        others = (each for each in range(count) if each not in chosen)
        chosen.append(max(others, key=lambda each: measure([*chosen, each])))
    return tuple(sorted(chosen)), False


def measure_fragmentation(neighbours: Neighbours, without: Iterable[int] = ()) -> float:
    """Return the share of pairs of actors that do not reach each other, without some actors.

    Examples
    --------
    >>> measure_fragmentation([{1}, {0}, set()])
    0.6666666666666667
    """
    gone = set(without)
    left = len(neighbours) - len(gone)
    if left < 2:  # noqa: PLR2004 - no pair
        return 1.0
    joined = 0
    for root in range(len(neighbours)):
        if root in gone:
            continue
        size, waiting = 0, [root]
        gone.add(root)
        while waiting:
            size += 1
            for other in neighbours[waiting.pop()]:
                if other not in gone:
                    gone.add(other)
                    waiting.append(other)
        joined += size * (size - 1)
    return 1 - joined / (left * (left - 1))
