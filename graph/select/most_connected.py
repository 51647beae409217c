"""Select the actors with most relations."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TypeVar

from graph.select import filters
from graph.select.selection import Selection

S = TypeVar("S", bound=Selection)


def count_relations(selection: Selection) -> list[int]:
    """Count the relations of each actor, in row order.

    Parallel and disputed relations count each; a relation of an actor to itself counts once.

    Examples
    --------
    >>> import graph
    >>> sum(count_relations(graph.load_example()))
    470
    """
    source, target = selection.columns.endpoints
    rows = selection.relation_numbers
    counts = Counter(source[row] for row in rows)
    counts.update(target[row] for row in rows if source[row] != target[row])
    return [counts[row] for row in selection.actor_numbers]


def select_most_connected(selection: S, count: int) -> S:
    """Select the actors with most relations, and the relations among them.

    Parameters
    ----------
    selection
        Where to select.
    count
        How many actors to select; of those with equally many relations, the first rows.

    Examples
    --------
    >>> import graph
    >>> selected = select_most_connected(graph.load_example(), 3)
    >>> [actor.name for actor in selected.actor_rows]
    ['Belarus', 'Russia', 'Government of Belarus']
    """
    counts = count_relations(selection)
    order = sorted(range(len(counts)), key=lambda index: -counts[index])[:count]
    actors = sorted(selection.actor_numbers[index] for index in order)
    relations = filters.keep_among(selection.columns, selection.relation_numbers, actors)
    return replace(selection, actor_numbers=actors, relation_numbers=relations)
