"""Which actors are part of an extract: around one, between two, or of a community."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import inf
from typing import TYPE_CHECKING, NoReturn

from graph.analysis.communities import find_communities
from graph.analysis.ego_network import list_levels
from graph.analysis.paths.shortest import search_paths
from graph.data.dictionary_column import to_row_array
from graph.errors import QuestionError

if TYPE_CHECKING:
    from graph.data.records import Actor
    from graph.select.selection import Selection


def find_near(
    network: Selection, start: Actor, depth: int, *, directed: bool = False
) -> Sequence[int]:
    """Return the rows of the actors within some steps of one, itself too, ascending.

    Examples
    --------
    >>> import graph
    >>> network = graph.load_example()
    >>> [len(find_near(network, network.resolve("Vilnius"), depth)) for depth in (0, 1, 2)]
    [1, 4, 19]
    """
    adjacency = network.adjacency("forwards" if directed else "either")
    row = network.columns.actor_row[start.id]
    levels, _ = list_levels(adjacency, row, depth, inf)
    return sorted([row, *chain.from_iterable(levels)])


def find_between(
    network: Selection, source: Actor, target: Actor, *, directed: bool = False
) -> Sequence[int]:
    """Return the rows of the actors on the shortest paths between two, ascending.

    Raises
    ------
    QuestionError
        When there is no path.

    Examples
    --------
    >>> import graph
    >>> network = graph.load_example().only("borders", "located_in")
    >>> ends = map(network.resolve, ("Minsk", "Kyiv"))
    >>> [network.columns.actor(row).id for row in find_between(network, *ends)]
    ['belarus', 'ukraine', 'minsk', 'kyiv']
    """
    found = search_paths(network, source, target, directed=directed)
    if found.length is None:
        refuse_no_path(source, target)
    return sorted({row for level in found.list_levels() for row in level})


def refuse_no_path(source: Actor, target: Actor) -> NoReturn:
    """Say that there is nothing between two actors.

    Raises
    ------
    QuestionError
        Always.
    """
    raise QuestionError("extract", f"no path leads from {source.name} to {target.name}.")


def find_community(network: Selection, actor: Actor) -> Sequence[int]:
    """Return the rows of the actors in the community of one, ascending.

    Raises
    ------
    QuestionError
        When the actor is in none.

    Examples
    --------
    >>> import graph
    >>> network = graph.load_example()
    >>> minsk = network.resolve("Minsk")
    >>> network.columns.actor_row["minsk"] in find_community(network, minsk)
    True
    """
    rows = network.columns.actor_row
    communities = find_communities(network).communities
    own = next((each for each in communities if actor in each.actors), None)
    if own is None:
        refuse_no_community(actor)
    return sorted(rows[each.id] for each in own.actors)


def refuse_no_community(actor: Actor) -> NoReturn:
    """Say that an actor is in no community.

    Raises
    ------
    QuestionError
        Always.
    """
    what = f"only negative relations, or none, name {actor.name}: it is in no community."
    raise QuestionError("extract", what)


def find_ends(network: Selection) -> Sequence[int]:
    """Return the rows of the actors that have a selected relation, ascending.

    Examples
    --------
    >>> import graph
    >>> len(find_ends(graph.load_example().only("ally")))
    4
    """
    import numpy as np

    ends = network.columns.endpoints
    chosen = to_row_array(network.relation_numbers)
    rows = np.unique(np.concatenate([np.asarray(each)[chosen] for each in ends]))
    return list(map(int, rows))
