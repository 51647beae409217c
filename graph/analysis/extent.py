"""How large a network is, and whether it holds together: of its structure what is found at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from graph.analysis.structure_figure import BOTH
from graph.select.union_find import UnionFind

if TYPE_CHECKING:
    from graph.select.selection import Selection


class Extent(NamedTuple):
    """Figures of a network, as `graph.analysis.structure` has them.

    Parameters
    ----------
    actor_count, relation_count
        How many actors and relations there are.
    component_count
        How many components, without direction; an actor without an edge is one.
    largest_count
        How many actors are in the largest of them.
    density
        The share of pairs of actors that have an edge; None without a pair.
    """

    actor_count: int
    relation_count: int
    component_count: int
    largest_count: int
    density: float | None


def measure_extent(network: Selection) -> Extent:
    """Measure how large a network is.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> measure_extent(Network.from_graph(nx.path_graph(3)))[:4]
    (3, 2, 1, 3)
    """
    actors = len(network.actor_numbers)
    place_of = {row: place for place, row in enumerate(network.actor_numbers)}
    edges, joined = BOTH.edges(network), UnionFind(actors)
    for source, target in zip(edges.sources.tolist(), edges.targets.tolist(), strict=True):
        joined.join(place_of[source], place_of[target])
    sizes = Counter(joined.number_sets().tolist())
    pairs = actors * (actors - 1)
    density = 2 * len(edges.sources) / pairs if pairs else None
    largest = max(sizes.values(), default=0)
    return Extent(actors, len(network.relation_numbers), len(sizes), largest, density)
