"""The graph that brokers are measured on: who is a neighbour of whom, and in which direction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.select.edge_relations import find_edge_relations, map_types

if TYPE_CHECKING:
    from graph.select.selection import Selection

Neighbours = list[set[int]]


class BrokerGraph(NamedTuple):
    """The actors of a network as numbers from 0, in row order.

    Parameters
    ----------
    neighbours
        For each actor the others with whom it has a relation, whatever its direction.
    targets
        For each actor those to whom a relation leads; one of a mutual type leads both ways.
    """

    neighbours: Neighbours
    targets: Neighbours

    @property
    def edge_count(self) -> int:
        """How many pairs are neighbours."""
        return sum(map(len, self.neighbours)) // 2


def build_broker_graph(network: Selection) -> BrokerGraph:
    """Return the neighbours of every actor, over relations of all signs but disputed ones.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> build_broker_graph(Network.from_graph(nx.DiGraph([("a", "b")])))
    BrokerGraph(neighbours=[{1}, {0}], targets=[{1}, set()])
    """
    place_of = {row: place for place, row in enumerate(network.actor_numbers)}
    relations = find_edge_relations(network)
    is_mutual = map_types(network, lambda each: each.mutual)[relations.types].tolist()
    neighbours: Neighbours = [set() for _ in place_of]
    targets: Neighbours = [set() for _ in place_of]
    ends = relations.sources.tolist(), relations.targets.tolist(), is_mutual
    for source_row, target_row, mutual in zip(*ends, strict=True):
        source, target = place_of[source_row], place_of[target_row]
        neighbours[source].add(target)
        neighbours[target].add(source)
        targets[source].add(target)
        if mutual:
            targets[target].add(source)
    return BrokerGraph(neighbours, targets)
