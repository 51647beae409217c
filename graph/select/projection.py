"""The projection of relations onto a simple graph, on which measures are computed.

It has an edge between two actors where any relation asserts something of them. It is undirected
unless asked otherwise, and an edge weighs the sum of its relations' weights. A mutual relation that
is listed both ways counts once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from graph.data.dictionary_column import as_array, to_row_array
from graph.select.edge_relations import Signs, find_edge_relations, find_repeated, map_types

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    from graph.select.selection import Selection

AnyGraph = TypeVar("AnyGraph", bound="nx.Graph[int]")


PARALLEL = "all relations between two actors as one"
DISPUTED = "disputed relations are left out"
SIGN_TEXTS: dict[Signs, str] = {
    "positive": "positive relations only",
    "negative": "negative relations only",
    "not_negative": "negative relations left out",
    "not_neutral": "neutral relations left out",
}
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


@dataclass(frozen=True)
class Projection:
    """How parallel, directed, weighted relations become the edges of a simple graph.

    Parameters
    ----------
    directed
        Whether edges run from source to target, and both ways for mutual types.
    weighted
        Whether measures use the weight of an edge, which is the sum of its relations' weights.
    signs
        The signs that relations must have to be part of an edge; None for all, or, where measures
        are asked for, for what suits each measure.
    outward
        Whether measures that count the steps to an actor count those from it: every arrow is
        turned round.
    """

    directed: bool = False
    weighted: bool = False
    signs: Signs | None = None
    outward: bool = False

    def __str__(self) -> str:
        return f"{PARALLEL}, {self.direction_and_weight}; {DISPUTED}"

    @property
    def direction_and_weight(self) -> str:
        """What differs between projections: directions, weights and signs."""
        direction = f"{self.direction}, outward" if self.outward else self.direction
        text = f"{direction}, {'with their weights' if self.weighted else 'without weights'}"
        signs = SIGN_TEXTS.get(self.signs) if self.signs else None
        return f"{text}, {signs}" if signs else text

    @property
    def direction(self) -> str:
        """Which way edges run."""
        return "from source to target" if self.directed else "in both directions"

    def to_dict(self) -> dict[str, bool | str | None]:
        """Return it as data, as in JSON."""
        return {
            "directed": self.directed,
            "weighted": self.weighted,
            "signs": self.signs,
            "outward": self.outward,
        }

    def edges(self, network: Selection) -> Edges:
        """Return the edges, sorted by row numbers; undirected ones have the lower number first.

        An actor has no edge to itself, and a pair has none if all its relations are disputes, or,
        with weights, if all weigh 0.
        """
        import numpy as np

        columns = network.columns
        relations = find_edge_relations(network, self.signs)
        weights = as_array(columns.weights, float)[relations.rows]
        counted = ~find_repeated(network, relations, weights)
        (_, sources, targets, types), weights = relations.select(counted), weights[counted]
        if self.directed:
            mutual = map_types(network, lambda each: each.mutual)[types]
            back = sources[mutual], targets[mutual]
            sources = np.concatenate((sources, back[1]))
            targets = np.concatenate((targets, back[0]))
            weights = np.concatenate((weights, weights[mutual]))
            sources, targets = (targets, sources) if self.outward else (sources, targets)
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
        return self.build_graph(network.actor_numbers, self.edges(network))

    def build_graph(self, numbers: Sequence[int], edges: Edges) -> nx.Graph[int]:
        """Return some of the edges as a graph of these row numbers, as `graph` does of all."""
        import networkx as nx

        if len(edges.sources) < MANY:
            return self._fill_graph(nx.DiGraph() if self.directed else nx.Graph(), numbers, edges)
        from graph.backend.igraph_graph import Graph

        rows = to_row_array(numbers)
        sources, targets = (rows.searchsorted(ends) for ends in edges[:2])
        attributes = {"weight": edges.weights, "distance": _compute_distances(edges.weights)}
        return Graph(  # type: ignore[return-value]  # networkx dispatches on what it is
            rows.tolist(), sources, targets, directed=self.directed, attributes=attributes
        )

    def _fill_graph(self, graph: AnyGraph, numbers: Sequence[int], edges: Edges) -> AnyGraph:
        graph.add_nodes_from(numbers)
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
