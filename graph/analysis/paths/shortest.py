"""Find the shortest paths between two actors of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.paths.cheapest import find_shortest
from graph.analysis.paths.finding import find_paths
from graph.analysis.paths.question import PathQuestion
from graph.analysis.paths.search import ShortestPaths

if TYPE_CHECKING:
    from graph.analysis.paths.answer import Paths
    from graph.data.records import Actor
    from graph.select.selection import Selection


def find_shortest_paths(
    network: Selection, source: Actor, target: Actor, *, directed: bool = False, limit: int = 100
) -> Paths:
    """Return the shortest paths between two actors; see `graph.analysis.paths.finding`."""
    question = PathQuestion((source, target), directed=directed, limit=limit)
    return find_paths(network, question)


def search_paths(
    network: Selection, source: Actor, target: Actor, *, directed: bool
) -> ShortestPaths:
    """Search for the shortest paths, as row numbers, without what makes an answer of them."""
    row = network.columns.actor_row
    forwards = network.adjacency("forwards" if directed else "either")
    backwards = network.adjacency("backwards" if directed else "either")
    return find_shortest(
        row[source.id], row[target.id], forwards.__getitem__, backwards.__getitem__
    )
