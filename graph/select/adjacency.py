"""Neighbours of each actor, and the relations between the two: what paths follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, filterfalse
from typing import Literal, Protocol

from graph.data.adjacency_index import AdjacencyIndex
from graph.data.columns import Columns
from graph.data.dictionary_column import DictionaryColumn, to_row_array
from graph.data.lazy_rows import LazyRows, get_listed

Steps = Mapping[int, Sequence[int]]
"""Row numbers of relations by the row number of the neighbour that they lead to."""

Direction = Literal["either", "forwards", "backwards"]

MANY = 20_000  # relations; below, the import of numpy takes longer than a loop


class Adjacency(Protocol):
    """For each actor the steps to its neighbours, by row number."""

    def __getitem__(self, actor: int, /) -> Steps:
        """Return the steps from an actor."""


def build_adjacency(columns: Columns, rows: Sequence[int], direction: Direction) -> Adjacency:
    """Return the neighbours of each actor.

    A step holds every relation between two actors that leads that way, disputing ones included;
    where all of them dispute there is no step. A relation of an actor to itself makes no step.

    Parameters
    ----------
    columns
        The data; the result has an entry for each of its actors.
    rows
        The relations that count, ascending.
    direction
        ``either`` follows every relation both ways; ``forwards`` from source to target, and
        mutual types both ways; ``backwards`` is its reverse.
    """
    if isinstance(rows, LazyRows) and columns.adjacency_indexes is not None:
        return _IndexedAdjacency(columns, columns.adjacency_indexes, direction, rows.keeps)
    are_many = len(rows) >= min(MANY, len(columns.relations))
    if are_many and columns.adjacency_indexes is not None:
        are_all = len(rows) == len(columns.relations)
        counts = None if are_all else _mark_rows(len(columns.relations), rows).__getitem__
        return _IndexedAdjacency(columns, columns.adjacency_indexes, direction, counts)
    if len(rows) >= MANY and isinstance(columns.relation_types, DictionaryColumn):
        return _IndexedAdjacency(columns, _build_indexes(columns, rows), direction, None)
    neighbours: list[dict[int, list[int]]] = [{} for _ in range(len(columns.actors))]
    sources, targets = columns.endpoints
    types = columns.relation_types
    for row in rows:
        source, target = sources[row], targets[row]
        if source == target:
            continue
        both = direction == "either" or types[row].mutual
        if both or direction == "forwards":
            neighbours[source].setdefault(target, []).append(row)
        if both or direction == "backwards":
            neighbours[target].setdefault(source, []).append(row)
    if any(columns.disputes):
        return [_drop_disputed(steps, columns.disputes) for steps in neighbours]
    return neighbours


def count_neighbours(adjacency: Adjacency, actor: int) -> int:
    """Return how many steps an actor has, without listing those that are not listed yet.

    Examples
    --------
    >>> count_neighbours([{1: [0], 2: [1]}, {0: [0]}, {0: [1]}], 0)
    2
    """
    if isinstance(adjacency, _IndexedAdjacency):
        return adjacency.count_steps(actor)
    return len(adjacency[actor])


def bound_steps(adjacency: Adjacency, actor: int) -> int:
    """Return how many steps an actor has at most, without listing them where they are many.

    Examples
    --------
    >>> bound_steps([{1: [0], 2: [1]}, {0: [0]}, {0: [1]}], 0)
    2
    """
    if isinstance(adjacency, _IndexedAdjacency):
        return adjacency.bound_steps(actor)
    return len(adjacency[actor])


class SelectedNeighbours:
    """The neighbours of an actor over some of the relations that an adjacency has.

    So several selections are searched with one adjacency.

    Parameters
    ----------
    columns
        The data.
    adjacency
        That of all relations.
    rows
        The relations that count.
    """

    def __init__(self, columns: Columns, adjacency: Adjacency, rows: Sequence[int]) -> None:
        self._adjacency, count = adjacency, len(columns.relations)
        self._are_all = isinstance(rows, range) and len(rows) == count
        self._disputes = columns.disputes if columns.has_disputes else None
        self._follows: Callable[[int], int] = (
            rows.keeps if isinstance(rows, LazyRows) else _mark_rows(count, rows).__getitem__
        )

    def __call__(self, actor: int) -> Iterable[int]:
        """Return the actors that are one step away, disputed relations left out."""
        steps = self._adjacency[actor]
        if self._are_all:  # where all relations dispute there is no step
            return steps
        return [neighbour for neighbour, rows in steps.items() if any(map(self._counts, rows))]

    def _counts(self, row: int) -> bool:
        return bool(self._follows(row)) and not (self._disputes and self._disputes[row])


def _mark_rows(count: int, rows: Sequence[int]) -> bytearray:
    """Return 1 for each of some rows, and 0 for all others."""
    if isinstance(rows, range) and len(rows) == count:
        return bytearray(b"\1") * count
    if not isinstance(get_listed(rows), memoryview):
        marks = bytearray(count)
        for row in rows:
            marks[row] = 1
        return marks
    import numpy as np

    marked = np.zeros(count, np.uint8)
    marked[to_row_array(rows)] = 1
    return bytearray(marked.tobytes())


def _drop_disputed(steps: Steps, disputes: Sequence[bool]) -> Steps:
    """Return the steps without those whose relations all dispute."""
    return {
        neighbour: rows
        for neighbour, rows in steps.items()
        if not all(disputes[row] for row in rows)
    }


class _IndexedAdjacency:
    """The adjacency of many relations: sorted by actor once, steps built when asked for.

    Parameters
    ----------
    indexes
        Relations by source and by target.
    counts
        Returns whether a relation counts; None where all of the indexes count.
    """

    def __init__(
        self,
        columns: Columns,
        indexes: tuple[AdjacencyIndex, AdjacencyIndex],
        direction: Direction,
        counts: Callable[[int], int] | None,
    ) -> None:
        self._columns, self._direction, self._counts = columns, direction, counts
        self._by_source, self._by_target = indexes
        self._has_disputes = columns.has_disputes
        self._steps: dict[int, Steps] = {}

    def __getitem__(self, actor: int) -> Steps:
        if actor not in self._steps:
            self._steps[actor] = self._build_steps(actor)
        return self._steps[actor]

    def count_steps(self, actor: int) -> int:
        """Return how many steps lead from an actor; they are not built."""
        if actor in self._steps or self._direction != "either":
            return len(self[actor])
        if self._counts is None and self._columns.neighbour_counts:
            return self._columns.neighbour_counts[actor]
        neighbours = {actor}
        for index in (self._by_source, self._by_target):
            rows: Iterable[int] = index.list_rows(actor, self._counts)
            if self._has_disputes:
                rows = filterfalse(self._columns.disputes.__getitem__, rows)
            neighbours.update(map(index.far_ends.__getitem__, rows))
        return len(neighbours) - 1

    def bound_steps(self, actor: int) -> int:
        """Return how many relations an actor has, whether they count or not."""
        indexes = self._by_source, self._by_target
        return sum(each.offsets[actor + 1] - each.offsets[actor] for each in indexes)

    def _build_steps(self, actor: int) -> Steps:
        steps: dict[int, list[int]] = {}
        for row, neighbour in sorted(chain(*self._iter_relations(actor))):
            if neighbour != actor:
                steps.setdefault(neighbour, []).append(row)
        return _drop_disputed(steps, self._columns.disputes) if self._has_disputes else steps

    def _iter_relations(
        self, actor: int
    ) -> tuple[Iterable[tuple[int, int]], Iterable[tuple[int, int]]]:
        """Return the leaving and the arriving relations of an actor, each with its neighbour."""
        leaving = self._by_source.iter_relations(actor, self._counts)
        arriving = self._by_target.iter_relations(actor, self._counts)
        if self._direction == "forwards":
            return leaving, self._filter_mutual(arriving)
        if self._direction == "backwards":
            return self._filter_mutual(leaving), arriving
        return leaving, arriving

    def _filter_mutual(self, relations: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        types = self._columns.relation_types
        return (relation for relation in relations if types[relation[0]].mutual)


def _build_indexes(columns: Columns, rows: Sequence[int]) -> tuple[AdjacencyIndex, AdjacencyIndex]:
    """Return some relations by source and by target."""
    sources, targets = columns.endpoints
    actors = len(columns.actors)
    return (
        AdjacencyIndex.build(sources, targets, rows, actors),
        AdjacencyIndex.build(targets, sources, rows, actors),
    )
