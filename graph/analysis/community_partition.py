"""A partition of actors into communities, by the Leiden method, computed in columns."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from graph.analysis.community_agreement import Agreement, compare_tries
from graph.analysis.leiden import MOST_EDGES, try_partitions
from graph.analysis.rounding import round_digits
from graph.data.dictionary_column import to_row_array
from graph.select import filters
from graph.select.edge_relations import find_edge_relations
from graph.select.projection import Edges, Projection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.backend.communities import Tries
    from graph.backend.igraph_graph import Graph
    from graph.select.selection import Selection

    Rows = NDArray[np.int64]


class CommunityRows(NamedTuple):
    """A community as row numbers.

    Parameters
    ----------
    rows
        Row numbers of its actors, those with the largest weight of internal edges first.
    weights
        For each actor the weight of its internal edges.
    type_counts
        How many internal relations there are of each type, the most common first.
    outside_count
        How many relations lead out of the community.
    """

    rows: Sequence[int]
    weights: Sequence[float]
    type_counts: dict[str, int]
    outside_count: int


class Partition(NamedTuple):
    """All communities of a network.

    Parameters
    ----------
    communities
        The largest first, equal ones by their first actor's row.
    modularity
        How far the share of internal edges exceeds the expected one.
    isolates
        Row numbers of the actors without edges.
    agreement
        How far the tries agree.
    """

    communities: Sequence[CommunityRows]
    modularity: float
    isolates: Sequence[int]
    agreement: Agreement = Agreement()


def partition_actors(network: Selection, projection: Projection, seed: int) -> Partition:
    """Return the communities that the Leiden method finds on an undirected projection.

    Relations of a negative type are left out of the projection.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> couples = Network.from_graph(nx.Graph([(1, 2), (3, 4)]))
    >>> [each.rows for each in partition_actors(couples, Projection(), 1).communities]
    [[0, 1], [2, 3]]
    """
    import numpy as np

    relation_numbers = filters.keep_types(
        network.columns, network.relation_numbers, list_negative_types(network), keep=False
    )
    network = replace(network, relation_numbers=relation_numbers)
    edges = projection.edges(network)
    connected = np.unique(np.concatenate((edges.sources, edges.targets)))
    pulls = edges.weights if projection.weighted else np.ones(len(edges.sources))
    graph = _build_graph(edges, connected, pulls)
    communities, modularity, tries = _find_communities(graph, seed)
    community_of = np.full(len(network.columns.actors), -1)
    community_of[connected] = communities
    weights = _sum_internal_weights(graph, pulls, communities)
    order = np.lexsort((connected, -round_digits(weights), communities))
    ends = np.cumsum(np.bincount(communities))[:-1]
    members = _split_at(connected[order], ends), _split_at(weights[order], ends)
    counts = _count_relations(network, community_of)
    rows = to_row_array(network.actor_numbers)
    return Partition(
        list(map(CommunityRows, *members, *counts)),
        modularity,
        rows[community_of[rows] < 0].tolist(),
        _compare_tries(tries, connected),
    )


def _compare_tries(tries: Tries, connected: Rows) -> Agreement:
    """Return how many partitions there are, how alike they are, and which actors move."""
    import numpy as np

    if not tries.partitions:
        return Agreement()
    partitions, modularities = zip(*tries.partitions, strict=True)
    found = compare_tries(partitions[0], partitions, modularities)
    moving = np.flatnonzero(found.move_counts)
    counts = found.move_counts[moving]
    order = np.lexsort((connected[moving], -counts))
    rows, counts = connected[moving][order].tolist(), counts[order].tolist()
    return Agreement(
        len(tries.modularities),
        tries.agreeing_count,
        tries.modularities[-1],
        found.distinct_count,
        found.best_count,
        found.stable_share,
        list(zip(rows, counts, strict=True)),
    )


def list_negative_types(network: Selection) -> list[str]:
    """Return the names of the types of a negative sign, in the order of the vocabulary.

    Examples
    --------
    >>> import graph
    >>> list_negative_types(graph.load_example())
    ['opposes', 'sanctions', 'attacks', 'sued', 'criticises']
    """
    return [name for name, relation_type in network.types.items() if relation_type.sign == "-"]


def _build_graph(edges: Edges, connected: Rows, pulls: NDArray[np.float64]) -> Graph:
    """Return the edges as a graph in which the strongest pull is 1, without weights if all are.

    Only the ratio of two weights matters to the Leiden method, and small ones add up.
    """
    from graph.backend.igraph_graph import Graph

    sources, targets = (connected.searchsorted(ends) for ends in edges[:2])
    strongest = pulls.max(initial=0)
    attributes = {} if (pulls == strongest).all() else {"weight": pulls / strongest}
    return Graph(connected.tolist(), sources, targets, directed=False, attributes=attributes)


def _find_communities(graph: Graph, seed: int) -> tuple[Rows, float, Tries]:
    """Return the number of each node's community, from 0, the modularity, and the tries."""
    import numpy as np

    from graph.backend.communities import Tries, modularity, try_leiden

    if not graph.number_of_edges():
        return np.zeros(0, np.int64), 0.0, Tries([], (), 0)
    is_small = graph.number_of_edges() <= MOST_EDGES and not graph.attributes
    tries = _try_in_whole_numbers(graph, seed) if is_small else try_leiden(graph, seed=seed)
    communities = cast("list[set[int]]", tries.communities)
    communities.sort(key=lambda members: (-len(members), min(members)))
    number_of: dict[object, int] = {
        node: number for number, members in enumerate(communities) for node in members
    }
    numbers = np.fromiter(map(number_of.__getitem__, graph), np.int64, len(graph))
    return numbers, modularity(graph, communities, "weight"), tries


def _try_in_whole_numbers(graph: Graph, seed: int) -> Tries:
    """Find communities as the page finds them, of edges that weigh the same."""
    import numpy as np

    from graph.backend.communities import Tries

    neighbours: list[list[int]] = [[] for _ in graph]
    for source, target in zip(graph.sources.tolist(), graph.targets.tolist(), strict=True):
        neighbours[source].append(target)
        neighbours[target].append(source)
    found = try_partitions(neighbours, seed)
    communities: dict[int, set[Hashable]] = {}
    for node, community in zip(graph, found.membership, strict=True):
        communities.setdefault(community, set()).add(node)
    square = (2 * graph.number_of_edges()) ** 2
    modularities = [quality / square for quality in found.qualities]
    partitions = list(zip(map(np.array, found.partitions), modularities, strict=True))
    partitions.insert(0, partitions.pop(found.partitions.index(found.membership)))
    ordered = sorted(modularities, reverse=True)
    return Tries(list(communities.values()), ordered, found.agreeing_count, partitions)


def _sum_internal_weights(
    graph: Graph, pulls: NDArray[np.float64], communities: Rows
) -> NDArray[np.float64]:
    """Return the weight of every node's edges to members of its own community."""
    import numpy as np

    internal = communities[graph.sources] == communities[graph.targets]
    weights, size = pulls[internal], len(graph)
    sums = np.bincount(graph.sources[internal], weights, size)
    return (sums + np.bincount(graph.targets[internal], weights, size)).astype(float)


def _count_relations(
    network: Selection, community_of: Rows
) -> tuple[list[dict[str, int]], list[int]]:
    """Return for each community its internal relations by type, and how many lead out of it."""
    import numpy as np

    _, sources, targets, types = find_edge_relations(network)
    names = list(network.columns.types)
    source_of, target_of = community_of[sources], community_of[targets]
    apart, size = source_of != target_of, int(community_of.max(initial=-1)) + 1
    internal = ~apart & (source_of >= 0)  # an actor whose relations all weigh 0 is in none
    pairs = source_of[internal] * len(names) + types[internal]
    table = np.bincount(pairs, minlength=size * len(names)).reshape(size, len(names))
    leaving = np.concatenate((source_of[apart], target_of[apart]))
    outside: list[int] = np.bincount(leaving[leaving >= 0], minlength=size).tolist()
    return [_sort_by_count(names, counts) for counts in table.tolist()], outside


def _sort_by_count(names: Sequence[str], counts: Sequence[int]) -> dict[str, int]:
    """Return the counts by name, the highest first, without those that are 0."""
    pairs = sorted(zip(names, counts, strict=True), key=lambda pair: -pair[1])
    return {name: count for name, count in pairs if count}


def _split_at(column: NDArray[np.generic], ends: Rows) -> list[list[int]]:
    import numpy as np

    return [part.tolist() for part in np.split(column, ends)] if len(column) else []
