"""Who can be reached from whom, and by which relations: what paths walk on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Literal, Protocol

from graph.data.adjacency_index import AdjacencyIndex
from graph.data.columns import Columns
from graph.data.dictionary_column import DictionaryColumn, unique_values

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
    ways = _ways(columns, rows)
    if ways is not None:
        return _Sorted(columns, ways, direction)
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

    def __init__(
        self, columns: Columns, ways: tuple[AdjacencyIndex, AdjacencyIndex], direction: Direction
    ) -> None:
        self._columns, self._made = columns, dict[int, Steps]()
        self._disputed = any(unique_values(columns.disputes))
        self._leaving, self._arriving = ways
        self._direction = direction

    def __getitem__(self, actor: int) -> Steps:
        if actor not in self._made:
            found: dict[int, list[int]] = {}
            for row, there in sorted(chain(*self._ways(actor))):
                if there != actor:
                    found.setdefault(there, []).append(row)
            self._made[actor] = (
                _asserted(found, self._columns.disputes) if self._disputed else found
            )
        return self._made[actor]

    def _ways(self, actor: int) -> tuple[Iterable[tuple[int, int]], Iterable[tuple[int, int]]]:
        leaving, arriving = (
            self._leaving.iter_relations(actor),
            self._arriving.iter_relations(actor),
        )
        if self._direction == "forwards":
            return leaving, self._mutual(arriving)
        return (leaving if self._direction == "either" else self._mutual(leaving)), arriving

    def _mutual(self, steps: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        types = self._columns.relation_types
        return (step for step in steps if types[step[0]].mutual)


def _ways(columns: Columns, rows: Sequence[int]) -> tuple[AdjacencyIndex, AdjacencyIndex] | None:
    """Return the relations by source and by target where that is at hand, or worth sorting."""
    if len(rows) == len(columns.relations) and columns.adjacency_indexes is not None:
        return columns.adjacency_indexes
    if len(rows) < MANY or not isinstance(columns.relation_types, DictionaryColumn):
        return None
    sources, targets = columns.endpoints
    actors = len(columns.actors)
    return (
        AdjacencyIndex.build(sources, targets, rows, actors),
        AdjacencyIndex.build(targets, sources, rows, actors),
    )
