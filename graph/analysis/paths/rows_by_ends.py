"""The relations of steps, read where a search has come by: from the one end or from the other.

What leads from an actor is slow to list where the actor has many relations. A search that grows
from an actor has listed it, and need not list it at the other end of each step.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.select.adjacency import Adjacency, Steps


class RowsByEnds:
    """The relations of each step, by its two actors, and the steps that a search follows.

    Parameters
    ----------
    forwards, backwards
        The steps from each actor, and the same from where they lead.

    Examples
    --------
    >>> rows = RowsByEnds([{1: [7]}, {}], [{}, {0: [7]}])
    >>> list(rows.follow_backwards(1)), rows[0, 1]
    ([0], [7])
    """

    def __init__(self, forwards: Adjacency, backwards: Adjacency) -> None:
        self._forwards, self._backwards = forwards, backwards
        self._leaving: dict[int, Steps] = {}
        self._arriving: dict[int, Steps] = {}

    def follow_forwards(self, actor: int) -> Steps:
        """Return the steps from an actor."""
        steps = self._leaving.get(actor)
        if steps is None:
            steps = self._leaving[actor] = self._forwards[actor]
        return steps

    def follow_backwards(self, actor: int) -> Steps:
        """Return the steps to an actor, by where they start."""
        steps = self._arriving.get(actor)
        if steps is None:
            steps = self._arriving[actor] = self._backwards[actor]
        return steps

    def __getitem__(self, ends: tuple[int, int]) -> Sequence[int]:
        here, there = ends
        if here not in self._leaving and there in self._arriving:
            return self._arriving[there][here]
        return self.follow_forwards(here)[there]
