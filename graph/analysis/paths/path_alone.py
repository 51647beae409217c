"""Select one path alone: its actors and the relations of its steps."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from graph.analysis.paths.steps import Path
from graph.select.selection import Selection

S = TypeVar("S", bound=Selection)


def select_path(selection: S, path: Path) -> S:
    """Return what a path leads through: its actors, and all relations of its steps.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> select_path(net, net.path("Lukashenko", "Vilnius").paths[0])
    <Network: 4 actors, 4 relations>
    """
    columns = selection.columns
    rows = [columns.actor_row[actor.id] for actor in path.actors]
    adjacency = selection.adjacency("either")
    relations = {row for here, there in pairwise(rows) for row in adjacency[here].get(there, ())}
    names = {relation.id for step in path.steps for relation in step.relations}
    numbers = sorted(row for row in relations if columns.relation_ids[row] in names)
    return replace(selection, actor_numbers=sorted(set(rows)), relation_numbers=numbers)
