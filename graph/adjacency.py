"""Who can be reached from whom, and by which relations: what paths walk on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from graph.columns import Columns

Adjacency = Sequence[Mapping[int, Sequence[int]]]
"""For each actor's row: neighbour's row to the rows of the relations between the two."""

Direction = Literal["either", "forwards", "backwards"]


def adjacency(columns: Columns, rows: Sequence[int], direction: Direction) -> Adjacency:
    """Return who can be reached in one step from each actor.

    A step holds every relation between two actors that can be walked that way, those that
    dispute included; but where all of them dispute there is no step. Ties to oneself are none.

    Parameters
    ----------
    columns
        The data; the result has an entry for each of its actors.
    rows
        The relations that count.
    direction
        ``either`` walks every relation both ways; ``forwards`` from source to target, and
        mutual types both ways; ``backwards`` is its reverse.
    """
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


def _asserted(
    steps: Mapping[int, Sequence[int]], disputes: Sequence[bool]
) -> Mapping[int, Sequence[int]]:
    return {there: rows for there, rows in steps.items() if not all(disputes[row] for row in rows)}
