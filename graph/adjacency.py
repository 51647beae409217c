"""Who can be reached from whom, and by which relations: what paths walk on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, Protocol

from graph.coded import Coded, distinct, shared, whole
from graph.columns import Columns

Steps = Mapping[int, Sequence[int]]
"""Neighbour's row to the rows of the relations between the two."""

Direction = Literal["either", "forwards", "backwards"]

MANY = 20_000  # relations; below, the import of numpy takes longer than a loop


class Adjacency(Protocol):
    """For each actor's row the steps that can be made from there."""

    def __getitem__(self, actor: int, /) -> Steps:
        """Return the steps from an actor."""


def adjacency(columns: Columns, rows: Sequence[int], direction: Direction) -> Adjacency:
    """Return who can be reached in one step from each actor.

    A step holds every relation between two actors that can be walked that way, those that
    dispute included; but where all of them dispute there is no step. Ties to oneself are none.

    Parameters
    ----------
    columns
        The data; the result has an entry for each of its actors.
    rows
        The relations that count, ascending.
    direction
        ``either`` walks every relation both ways; ``forwards`` from source to target, and
        mutual types both ways; ``backwards`` is its reverse.
    """
    if len(rows) >= MANY and isinstance(columns.relation_types, Coded):
        return _Sorted(columns, rows, direction)
    reached: list[dict[int, list[int]]] = [{} for _ in range(len(columns.actors))]
    sources, targets = columns.endpoints
    types = columns.relation_types
    for row in rows:
        source, target = sources[row], targets[row]
        if source == target:
            continue
        both = direction == "either" or types[row].mutual
        if both or direction == "forwards":
            reached[source].setdefault(target, []).append(row)
        if both or direction == "backwards":
            reached[target].setdefault(source, []).append(row)
    if any(columns.disputes):
        return [_asserted(steps, columns.disputes) for steps in reached]
    return reached


def _asserted(steps: Steps, disputes: Sequence[bool]) -> Steps:
    return {there: rows for there, rows in steps.items() if not all(disputes[row] for row in rows)}


class _Sorted:
    """The same for many relations: sorted by actor at once, made into steps when asked for."""

    def __init__(self, columns: Columns, rows: Sequence[int], direction: Direction) -> None:
        self._columns, self._made = columns, dict[int, Steps]()
        self._disputed = any(distinct(columns.disputes))
        self._both = direction == "either"
        sources, targets = columns.endpoints
        mutual = self._mutual(columns, rows)
        outgoing = rows if direction != "backwards" else mutual
        incoming = rows if direction != "forwards" else mutual
        self._ways = (
            _Incidence(sources, targets, outgoing, len(columns.actors)),
            _Incidence(targets, sources, incoming, len(columns.actors)),
        )

    def _mutual(self, columns: Columns, rows: Sequence[int]) -> Sequence[int]:
        types = columns.relation_types
        if self._both or not isinstance(types, Coded):
            return rows
        import numpy as np

        chosen = np.array([each.mutual for each in types.values], bool)
        kept = whole(rows)
        return shared(kept[chosen[types.array[kept]]])

    def __getitem__(self, actor: int) -> Steps:
        if actor not in self._made:
            found: dict[int, list[int]] = {}
            for row, there in sorted(chain(*(way.at(actor) for way in self._ways))):
                if there != actor:
                    found.setdefault(there, []).append(row)
            self._made[actor] = (
                _asserted(found, self._columns.disputes) if self._disputed else found
            )
        return self._made[actor]


class _Incidence:
    """The relations at one of their ends, sorted by that end."""

    def __init__(
        self, here: Sequence[int], there: Sequence[int], rows: Sequence[int], actors: int
    ) -> None:
        import numpy as np

        kept = whole(rows)
        ends = np.asarray(here)[kept]
        order = np.argsort(ends, kind="stable")
        self._rows, self._there = shared(kept[order]), there
        counts = np.bincount(ends, minlength=actors)
        self._first = shared(np.concatenate(([0], np.cumsum(counts))))

    def at(self, actor: int) -> Iterator[tuple[int, int]]:
        """Yield each relation at an actor, with the actor at its other end."""
        first, last = self._first[actor], self._first[actor + 1]
        return ((row, self._there[row]) for row in self._rows[first:last])
