"""The simple graph on which measures are taken, collapsed from the relations in columns.

Every measure here is taken on a *projection*: one edge at most between two actors, made of all
asserting relations between them. It is undirected unless asked otherwise, and its edges weigh
the sum of the relations' weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import networkx as nx

    from graph.selection import Selection

AnyGraph = TypeVar("AnyGraph", bound="nx.Graph[int]")


@dataclass(frozen=True)
class Projection:
    """How parallel, directed, weighted relations become the edges of a simple graph.

    Parameters
    ----------
    directed
        Edges run from source to target, and both ways for mutual types; else each joins both.
    weighted
        Whether measures heed an edge's weight (the sum of its relations' weights).
    """

    directed: bool = False
    weighted: bool = False

    def __str__(self) -> str:
        direction = "directed" if self.directed else "either direction"
        weight = "weights summed" if self.weighted else "weights ignored"
        return f"parallel relations as one, {direction}, {weight}; disputed ones left out"

    def edges(self, network: Selection) -> Mapping[tuple[int, int], float]:
        """Return the summed weight by pair of actors' rows; undirected pairs ascend.

        Ties to oneself, and pairs of which every relation disputes, have no edge.
        """
        columns = network.columns
        sources, targets = columns.endpoints
        weight: dict[tuple[int, int], float] = {}
        for row in network.relation_numbers:
            source, target = sources[row], targets[row]
            if source == target or columns.disputes[row]:
                continue
            pairs = [(source, target)]
            if not self.directed:
                pairs = [(min(source, target), max(source, target))]
            elif columns.relation_types[row].mutual:
                pairs.append((target, source))
            for pair in pairs:
                weight[pair] = weight.get(pair, 0.0) + columns.weights[row]
        return weight

    def graph(self, network: Selection) -> nx.Graph[int]:
        """Return the projection as a networkx graph of actors' rows, directed or not.

        Edges carry `weight` (strength) and `distance`, its reciprocal.
        """
        import networkx as nx

        return self.digraph(network) if self.directed else self._fill(nx.Graph(), network)

    def digraph(self, network: Selection) -> nx.DiGraph[int]:
        """Return the projection as a directed graph; an undirected one has an edge each way."""
        import networkx as nx

        if self.directed:
            return self._fill(nx.DiGraph(), network)
        return self._fill(nx.Graph(), network).to_directed()

    def _fill(self, graph: AnyGraph, network: Selection) -> AnyGraph:
        graph.add_nodes_from(network.actor_numbers)
        graph.add_edges_from(
            (source, target, {"weight": weight, "distance": 1 / weight})
            for (source, target), weight in sorted(self.edges(network).items())
        )
        return graph
