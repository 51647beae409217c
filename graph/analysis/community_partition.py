"""A division of actors into communities, found and counted in columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from graph.data.dictionary_column import as_array, map_values, to_row_array
from graph.select import filters
from graph.select.projection import Edges, Projection, counted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.backend.igraph_graph import Graph
    from graph.select.selection import Selection

    Rows = NDArray[np.int64]

DECIMALS = 12  # to which members' weights are compared: rounding alone puts nobody first


class Group(NamedTuple):
    """One community.

    Parameters
    ----------
    rows
        Its actors' rows, those with the weightiest ties inside first.
    weights
        For each of them the weight of those ties.
    types
        How many relations inside there are of each type, the most common first.
    outside
        How many relations lead out of it.
    """

    rows: Sequence[int]
    weights: Sequence[float]
    types: dict[str, int]
    outside: int


class Division(NamedTuple):
    """All communities.

    Parameters
    ----------
    groups
        The largest first, equal ones by their first actor's row.
    modularity
        By how much ties inside exceed chance.
    alone
        The rows of the actors without a tie.
    """

    groups: Sequence[Group]
    modularity: float
    alone: Sequence[int]


def divided(network: Selection, projection: Projection, seed: int) -> Division:
    """Return the communities that the Leiden method finds on an undirected projection.

    Relations of a negative sign are left out before it is made.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> couples = Network.from_graph(nx.Graph([(1, 2), (3, 4)]))
    >>> [group.rows for group in divided(couples, Projection(), 1).groups]
    [[0, 1], [2, 3]]
    """
    import numpy as np

    kept = filters.keep_types(
        network.columns, network.relation_numbers, tensions(network), keep=False
    )
    network = replace(network, relation_numbers=kept)
    edges = projection.edges(network)
    tied = np.unique(np.concatenate((edges.sources, edges.targets)))
    graph = _graph(edges, tied, weighted=projection.weighted)
    parts, modularity = _parts(graph, seed)
    number_of = np.full(len(network.columns.actors), -1)
    number_of[tied] = parts
    inside = _inside(graph, parts)
    order = np.lexsort((tied, -np.round(inside, DECIMALS), parts))
    ends = np.cumsum(np.bincount(parts))[:-1]
    members = _listed(tied[order], ends), _listed(inside[order], ends)
    groups = map(Group, *members, *_relations(network, number_of))
    rows = to_row_array(network.actor_numbers)
    return Division(list(groups), modularity, rows[number_of[rows] < 0].tolist())


def tensions(network: Selection) -> list[str]:
    """Return the names of the types of a negative sign, in the order of the vocabulary.

    Examples
    --------
    >>> import graph
    >>> tensions(graph.load_example())
    ['opposes', 'sanctions', 'attacks']
    """
    return [name for name, known in network.types.items() if known.sign == "-"]


def _graph(edges: Edges, tied: Rows, *, weighted: bool) -> Graph:
    from graph.backend.igraph_graph import Graph

    sources, targets = (tied.searchsorted(ends) for ends in edges[:2])
    attributes = {"weight": edges.weights} if weighted else {}
    return Graph(tied.tolist(), sources, targets, directed=False, attributes=attributes)


def _parts(graph: Graph, seed: int) -> tuple[Rows, float]:
    """Return the number of each node's community, from 0, and how good the division is."""
    import numpy as np

    from graph.backend.communities import leiden_communities, modularity

    if not graph.number_of_edges():
        return np.zeros(0, np.int64), 0.0
    groups = cast("list[set[int]]", leiden_communities(graph, "weight", seed=seed))
    groups.sort(key=lambda group: (-len(group), min(group)))
    place: dict[object, int] = {node: n for n, group in enumerate(groups) for node in group}
    parts = np.fromiter(map(place.__getitem__, graph), np.int64, len(graph))
    return parts, modularity(graph, groups, "weight")


def _inside(graph: Graph, parts: Rows) -> NDArray[np.float64]:
    """Return the weight of every node's ties to members of its own community."""
    import numpy as np

    same = parts[graph.sources] == parts[graph.targets]
    weights, size = graph.column("weight")[same], len(graph)
    found = np.bincount(graph.sources[same], weights, size)
    return (found + np.bincount(graph.targets[same], weights, size)).astype(float)


def _relations(network: Selection, number_of: Rows) -> tuple[list[dict[str, int]], list[int]]:
    """Return for each community its relations inside by type, and how many lead out of it."""
    import numpy as np

    rows, sources, targets = counted(network)
    names = list(network.types)
    place = {name: code for code, name in enumerate(names)}
    types = as_array(map_values(network.columns.relations.cells("type"), place.__getitem__), int)
    one, other = number_of[sources], number_of[targets]
    same, size = one == other, int(number_of.max(initial=-1)) + 1
    pairs = one[same] * len(names) + types[rows[same]]
    table = np.bincount(pairs, minlength=size * len(names)).reshape(size, len(names))
    leaving = np.concatenate((one[~same], other[~same]))
    outside: list[int] = np.bincount(leaving, minlength=size).tolist()
    return [_commonest(names, counts) for counts in table.tolist()], outside


def _commonest(names: Sequence[str], counts: Sequence[int]) -> dict[str, int]:
    ranked = sorted(zip(names, counts, strict=True), key=lambda pair: -pair[1])
    return {name: count for name, count in ranked if count}


def _listed(column: NDArray[np.generic], ends: Rows) -> list[list[int]]:
    import numpy as np

    return [part.tolist() for part in np.split(column, ends)] if len(column) else []
