"""What a search for paths follows: neighbours, and what steps and nodes cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

Neighbours = Callable[[int], Iterable[int]]


class Group(Protocol):
    """Sorts neighbours by what steps cost at least, in less work than to know what they cost."""

    def __call__(
        self, node: int, neighbours: Iterable[int], /, *, is_ahead: bool
    ) -> Mapping[int, Sequence[int]]:
        """Return the neighbours of a node by what the steps between cost at least."""


@dataclass(frozen=True)
class Costs:
    """What paths cost.

    Parameters
    ----------
    step
        The cost of a step from one node to another, 1 or more.
    node
        What it costs to pass through a node, 0 or more.
    group
        Sorts neighbours by what steps cost at least; None where each has to be measured.
    """

    step: Callable[[int, int], int]
    node: Callable[[int], int]
    group: Group | None = None

    def measure(self, path: Iterable[int]) -> int:
        """Return what a whole path costs; its ends cost nothing.

        Examples
        --------
        >>> Costs(lambda here, there: 10, lambda node: node).measure([7, 1, 2, 9])
        33
        """
        nodes = tuple(path)
        steps = sum(self.step(*ends) for ends in pairwise(nodes))
        return steps + sum(map(self.node, nodes[1:-1]))

    def group_steps(
        self, node: int, neighbours: Iterable[int], *, is_ahead: bool
    ) -> Mapping[int, Sequence[int]]:
        """Return the neighbours of a node by what the steps between cost at least.

        Parameters
        ----------
        is_ahead
            Whether the steps lead to the neighbours, and not from them.

        Examples
        --------
        >>> costs = Costs(lambda here, there: there % 2 + 1, lambda node: 0)
        >>> costs.group_steps(0, [1, 2, 3], is_ahead=True)
        {2: [1, 3], 1: [2]}
        """
        if self.group:
            return self.group(node, neighbours, is_ahead=is_ahead)
        groups: dict[int, list[int]] = {}
        for each in neighbours:
            cost = self.step(node, each) if is_ahead else self.step(each, node)
            groups.setdefault(cost, []).append(each)
        return groups


@dataclass(frozen=True)
class Follow:
    """What a search follows.

    Parameters
    ----------
    forwards, backwards
        The nodes that can be reached from a node, and those it can be reached from.
    costs
        What paths cost; None where each step costs the same.
    degree
        How many steps there are at most at a node, known without listing them; None where that is
        not known.
    """

    forwards: Neighbours
    backwards: Neighbours
    costs: Costs | None = None
    degree: Callable[[int], int] | None = None


def find_common(some: AbstractSet[int], neighbours: Iterable[int]) -> AbstractSet[int]:
    """Return the neighbours that are among some nodes, without a loop over many neighbours.

    Examples
    --------
    >>> find_common({3, 4}, [2, 3])
    {3}
    """
    keys = neighbours.keys() if isinstance(neighbours, dict) else {*neighbours}
    return some & keys
