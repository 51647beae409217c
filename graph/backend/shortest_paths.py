"""Shortest paths from a node, in steps or by the edges' lengths.

All rules are networkx's: directions count, an edge without the attribute has length 1, and
dictionaries go from the nearest node to the farthest, equal distances in the order of the search.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import Graph
from graph.backend.numeric_columns import Numbers
from graph.backend.search_order import order_breadth_first, order_by_dijkstra

Steps = dict[Hashable, int]
Distances = dict[Hashable, float]


def single_source_shortest_path_length(
    G: Graph,  # noqa: N803 - networkx's name
    source: Hashable,
    cutoff: float | None = None,
) -> Steps:
    """Return the steps from a node to each node within a cutoff.

    Raises
    ------
    networkx.NodeNotFound
        When the graph lacks the node.

    Examples
    --------
    >>> single_source_shortest_path_length(Graph.from_edges("ab", [0], [1], directed=True), "a")
    {'a': 0, 'b': 1}
    """
    if source not in G:
        raise nx.NodeNotFound(f"Source {source} is not in G")
    return _count_steps(G, G.positions[source], cutoff)


def _count_steps(graph: Graph, start: int, cutoff: float | None) -> Steps:
    steps = graph.igraph.distances(source=[start], mode="out")[0]
    nodes = graph.node_list
    order = order_breadth_first(graph, start)
    if cutoff is not None:
        # A cutoff between two steps includes the farther one: networkx's rule.
        order = [row for row in order if steps[row] == 0 or steps[row] - 1 < cutoff]
    return {nodes[row]: int(steps[row]) for row in order}


def all_pairs_shortest_path_length(
    G: Graph,  # noqa: N803
    cutoff: float | None = None,
) -> Iterator[tuple[Hashable, Steps]]:
    """Yield each node with the steps from it, as `single_source_shortest_path_length` does.

    Examples
    --------
    >>> dict(all_pairs_shortest_path_length(Graph.from_edges("ab", [0], [1], directed=True)))
    {'a': {'a': 0, 'b': 1}, 'b': {'b': 0}}
    """
    for start, node in enumerate(G):
        yield node, _count_steps(G, start, cutoff)


def single_source_dijkstra_path_length(
    G: Graph,  # noqa: N803
    source: Hashable,
    cutoff: float | None = None,
    weight: str | None = "weight",
) -> Distances:
    """Return the distance from a node to each node within a cutoff.

    Raises
    ------
    networkx.NodeNotFound
        When the graph lacks the node.
    NotImplementedError
        When a length is negative.

    Examples
    --------
    >>> pair = Graph.from_edges("ab", [0], [1], directed=True, attributes={"weight": [2]})
    >>> single_source_dijkstra_path_length(pair, "a")
    {'a': 0, 'b': 2}
    """
    return _Search(G, source, weight).list_distances(cutoff)


def single_source_dijkstra_path(
    G: Graph,  # noqa: N803
    source: Hashable,
    cutoff: float | None = None,
    weight: str | None = "weight",
) -> dict[Hashable, list[Hashable]]:
    """Return the shortest path from a node to each node within a cutoff.

    Of several shortest paths it is networkx's. Errors are those of the path length.

    Examples
    --------
    >>> single_source_dijkstra_path(Graph.from_edges("ab", [0], [1], directed=True), "a")
    {'a': ['a'], 'b': ['a', 'b']}
    """
    return _Search(G, source, weight).list_paths(cutoff)


def single_source_dijkstra(
    G: Graph,  # noqa: N803
    source: Hashable,
    target: Hashable = None,
    cutoff: float | None = None,
    weight: str | None = "weight",
) -> tuple[Distances, dict[Hashable, list[Hashable]]]:
    """Return distances and shortest paths from a node to all nodes.

    Examples
    --------
    >>> single_source_dijkstra(Graph.from_edges("ab", [0], [1], directed=True), "a")
    ({'a': 0, 'b': 1}, {'a': ['a'], 'b': ['a', 'b']})
    """
    if target is not None:
        raise NotImplementedError("networkx stops at the target, igraph does not")
    search = _Search(G, source, weight)
    return search.list_distances(cutoff), search.list_paths(cutoff)


def dijkstra_path_length(
    G: Graph,  # noqa: N803
    source: Hashable,
    target: Hashable,
    weight: str | None = "weight",
) -> float:
    """Return the distance from one node to another.

    Raises
    ------
    networkx.NodeNotFound
        When the graph lacks the source.
    networkx.NetworkXNoPath
        When there is no path, or the graph lacks the target.

    Examples
    --------
    >>> dijkstra_path_length(Graph.from_edges("ab", [0], [1], directed=True), "a", "b")
    1
    """
    if source not in G:
        raise nx.NodeNotFound(f"Node {source} not found in graph")
    if source == target:
        return 0
    lengths = G.read_lengths(weight)
    if target in G.positions:
        ends = {"source": [G.positions[source]], "target": [G.positions[target]]}
        distance = G.igraph.distances(**ends, weights=_to_list(lengths), mode="out")[0][0]
        if distance < np.inf:
            return _to_number(distance, is_integer=G.has_integers(weight))
    raise nx.NetworkXNoPath(f"Node {target} not reachable from {source}")


def dijkstra_path(
    G: Graph,  # noqa: N803
    source: Hashable,
    target: Hashable,
    weight: str | None = "weight",
) -> list[Hashable]:
    """Return the shortest path from one node to another; of several, networkx's.

    Raises
    ------
    networkx.NodeNotFound
        When the graph lacks the source.
    networkx.NetworkXNoPath
        When there is no path, or the graph lacks the target.

    Examples
    --------
    >>> dijkstra_path(Graph.from_edges("ab", [0], [1], directed=True), "a", "b")
    ['a', 'b']
    """
    if target is None:
        raise NotImplementedError("networkx treats None as every target")
    search = _Search(G, source, weight)
    if source == target:
        return [source]
    end = G.positions.get(target)
    if end is None or end not in search.before:
        raise nx.NetworkXNoPath(f"No path to {target}.")
    rows = [end]
    while (row := search.before.get(rows[-1])) is not None:
        rows.append(row)
    return [G.node_list[row] for row in reversed(rows)]


def _to_list(lengths: Numbers | None) -> list[float] | None:
    return None if lengths is None else lengths.tolist()


def _to_number(distance: float, *, is_integer: bool) -> float:
    return int(distance) if is_integer else distance


class _Search:
    """A Dijkstra search from a node: distances, the order, predecessors."""

    def __init__(self, graph: Graph, source: Hashable, weight: str | None) -> None:
        if source not in graph.positions:  # a value that cannot be hashed is Python's error
            raise nx.NodeNotFound(f"Node {source} not found in graph")
        self.graph, self.is_integer = graph, graph.has_integers(weight)
        lengths = graph.read_lengths(weight)
        start = graph.positions[source]
        self.rows = graph.igraph.distances(source=[start], weights=_to_list(lengths), mode="out")[0]
        lengths = graph.read_column(weight) if lengths is None else lengths
        self.order, self.before = order_by_dijkstra(graph, start, np.array(self.rows), lengths)

    def _select_within(self, cutoff: float | None) -> list[int]:
        if cutoff is None:
            return self.order
        # networkx leaves out what is farther, so that a cutoff of NaN leaves out nothing.
        return [row for row in self.order if not self.rows[row] > cutoff or row == self.order[0]]

    def list_distances(self, cutoff: float | None) -> Distances:
        nodes = self.graph.node_list
        distances: Distances = {
            nodes[row]: _to_number(self.rows[row], is_integer=self.is_integer)
            for row in self._select_within(cutoff)
        }
        distances[nodes[self.order[0]]] = 0
        return distances

    def list_paths(self, cutoff: float | None) -> dict[Hashable, list[Hashable]]:
        nodes = self.graph.node_list
        first, *rest = self._select_within(cutoff)
        paths = {first: [nodes[first]]}
        for row in rest:
            paths[row] = [*paths[self.before[row]], nodes[row]]
        return {nodes[row]: path for row, path in paths.items()}
