"""The projection of relations onto a simple graph, on which measures are computed.

It has an edge between two actors where any relation asserts something of them. It is undirected
unless asked otherwise, and an edge weighs the sum of its relations' weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from graph.data.dictionary_column import as_array, map_values, to_row_array

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    from graph.select.selection import Selection

    Rows = NDArray[np.int64]

AnyGraph = TypeVar("AnyGraph", bound="nx.Graph[int]")


PARALLEL = "all relations between two actors as one"
DISPUTED = "disputed relations are left out"
MANY = 5_000  # edges; with fewer, networkx answers sooner than igraph is imported


class Edges(NamedTuple):
    """The edges of a projection, by column.

    Parameters
    ----------
    sources, targets
        Row numbers of the actors at the two ends.
    weights
        The summed weights of the relations between them.
    """

    sources: NDArray[np.int64]
    targets: NDArray[np.int64]
    weights: NDArray[np.float64]


def find_edge_relations(network: Selection) -> tuple[Rows, Rows, Rows]:
    """Return the row numbers of the relations that are part of edges, and those of their actors.

    Relations that dispute a claim, and relations of an actor to itself, are not.
    """
    import numpy as np

    columns, rows = network.columns, to_row_array(network.relation_numbers)
    sources, targets = (as_array(ends, np.int64)[rows] for ends in columns.endpoints)
    selected = (sources != targets) & ~as_array(columns.disputes, bool)[rows]
    return rows[selected], sources[selected], targets[selected]


@dataclass(frozen=True)
class Projection:
    """How parallel, directed, weighted relations become the edges of a simple graph.

    Parameters
    ----------
    directed
        Whether edges run from source to target, and both ways for mutual types.
    weighted
        Whether measures use the weight of an edge, which is the sum of its relations' weights.
    """

    directed: bool = False
    weighted: bool = False

    def __str__(self) -> str:
        return f"{PARALLEL}, {self.direction_and_weight}; {DISPUTED}"

    @property
    def direction_and_weight(self) -> str:
        """What differs between projections: whether directed, and whether weighted."""
        direction = "from source to target" if self.directed else "in both directions"
        return f"{direction}, {'with their weights' if self.weighted else 'without weights'}"

    def edges(self, network: Selection) -> Edges:
        """Return the edges, sorted by row numbers; undirected ones have the lower number first.

        An actor has no edge to itself, and a pair has none if all its relations are disputes, or,
        with weights, if all weigh 0.
        """
        import numpy as np

        columns = network.columns
        rows, sources, targets = find_edge_relations(network)
        weights = as_array(columns.weights, float)[rows]
        if self.directed:
            mutual = as_array(map_values(columns.relation_types, attrgetter("mutual")), bool)[rows]
            back = sources[mutual], targets[mutual]
            sources = np.concatenate((sources, back[1]))
            targets = np.concatenate((targets, back[0]))
            weights = np.concatenate((weights, weights[mutual]))
        else:
            sources, targets = np.minimum(sources, targets), np.maximum(sources, targets)
        size = max(1, len(columns.actors))
        pairs, pair_of = np.unique(sources * size + targets, return_inverse=True)
        summed = np.bincount(pair_of, weights, len(pairs)).astype(float)
        if self.weighted and not summed.all():
            pairs, summed = pairs[summed > 0], summed[summed > 0]
        return Edges(pairs // size, pairs % size, summed)

    def graph(self, network: Selection) -> nx.Graph[int]:
        """Return the projection as a graph of actors' row numbers, directed or not.

        Edges have `weight` (strength) and `distance`, its reciprocal. A graph of many edges belongs
        to the igraph backend (`graph.backend`), to which networkx dispatches its functions; a graph
        of few edges is a networkx graph, which needs no conversion.
        """
        import networkx as nx

        edges = self.edges(network)
        if len(edges.sources) < MANY:
            return self._fill_graph(nx.DiGraph() if self.directed else nx.Graph(), network, edges)
        from graph.backend.igraph_graph import Graph

        rows = to_row_array(network.actor_numbers)
        sources, targets = (rows.searchsorted(ends) for ends in edges[:2])
        attributes = {"weight": edges.weights, "distance": _compute_distances(edges.weights)}
        return Graph(  # type: ignore[return-value]  # networkx dispatches on what it is
            rows.tolist(), sources, targets, directed=self.directed, attributes=attributes
        )

    def _fill_graph(self, graph: AnyGraph, network: Selection, edges: Edges) -> AnyGraph:
        graph.add_nodes_from(network.actor_numbers)
        distances = _compute_distances(edges.weights)
        columns = (column.tolist() for column in (*edges, distances))
        graph.add_edges_from(
            (source, target, {"weight": weight, "distance": distance})
            for source, target, weight, distance in zip(*columns, strict=True)
        )
        return graph


def _compute_distances(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the reciprocals of weights, infinity for a weight of 0."""
    import numpy as np

    distances = np.full(len(weights), np.inf)
    np.divide(1, weights, out=distances, where=weights > 0)
    return distances
