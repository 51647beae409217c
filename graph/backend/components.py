"""Components, articulation points and bridges.

Weights do not count. Components come in networkx's order.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import Graph
from graph.backend.search_order import find_finishing_order

Nodes = set[Hashable]


def connected_components(G: Graph) -> Iterator[Nodes]:  # noqa: N803 - networkx's name
    """Yield the connected components, in the order of their first nodes.

    Examples
    --------
    >>> pair = Graph.from_edges("abc", [0], [2], directed=False)
    >>> [len(part) for part in connected_components(pair)]
    [2, 1]
    """
    yield from _split_by_membership(G, _find_membership(G, "weak"))


weakly_connected_components = connected_components


def strongly_connected_components(G: Graph) -> Iterator[Nodes]:  # noqa: N803
    """Yield the strongly connected components, in reverse topological order.

    Examples
    --------
    >>> list(strongly_connected_components(Graph.from_edges("ab", [0], [1], directed=True)))
    [{'b'}, {'a'}]
    """
    membership = np.array(_find_membership(G, "strong"), dtype=np.int64)
    if not len(membership):
        return
    last = np.zeros(membership.max() + 1, dtype=np.int64)
    np.maximum.at(last, membership, find_finishing_order(G))
    positions = np.empty(len(last), dtype=np.int64)
    positions[np.argsort(last)] = np.arange(len(last))
    parts: list[Nodes] = [set() for _ in last]
    for node, part in zip(G, positions[membership].tolist(), strict=True):
        parts[part].add(node)
    yield from parts


def _find_membership(graph: Graph, mode: str) -> list[int]:
    membership: list[int] = graph.igraph.connected_components(mode=mode).membership
    return membership


def _split_by_membership(graph: Graph, membership: list[int]) -> list[Nodes]:
    """Split nodes by membership, in the order of their first nodes."""
    parts: dict[int, Nodes] = {}
    for node, part in zip(graph, membership, strict=True):
        parts.setdefault(part, set()).add(node)
    return list(parts.values())


def number_connected_components(G: Graph) -> int:  # noqa: N803
    """Return how many connected components there are.

    Examples
    --------
    >>> number_connected_components(Graph.from_edges("abc", [0], [2], directed=False))
    2
    """
    return len(G.igraph.connected_components(mode="weak"))


number_weakly_connected_components = number_connected_components


def number_strongly_connected_components(G: Graph) -> int:  # noqa: N803
    """Return how many strongly connected components there are.

    Examples
    --------
    >>> number_strongly_connected_components(Graph.from_edges("ab", [0], [1], directed=True))
    2
    """
    return len(G.igraph.connected_components(mode="strong"))


def is_connected(G: Graph) -> bool:  # noqa: N803
    """Whether there is a path between any two nodes, whichever way arrows point.

    Raises
    ------
    networkx.NetworkXPointlessConcept
        When there are no nodes.

    Examples
    --------
    >>> is_connected(Graph.from_edges("abc", [0], [2], directed=False))
    False
    """
    return _is_connected(G, "weak")


is_weakly_connected = is_connected


def is_strongly_connected(G: Graph) -> bool:  # noqa: N803
    """Whether there is a path along the arrows between any two nodes; errors as `is_connected`.

    Examples
    --------
    >>> is_strongly_connected(Graph.from_edges("ab", [0, 1], [1, 0], directed=True))
    True
    """
    return _is_connected(G, "strong")


def _is_connected(graph: Graph, mode: str) -> bool:
    if len(graph) == 0:
        raise nx.NetworkXPointlessConcept("Connectivity is undefined for the null graph.")
    return bool(graph.igraph.is_connected(mode=mode))


def node_connected_component(G: Graph, n: Hashable) -> Nodes:  # noqa: N803
    """Return the nodes to which there is a path from one node.

    Raises
    ------
    KeyError
        When the graph lacks the node.

    Examples
    --------
    >>> node_connected_component(Graph.from_edges("abc", [], [], directed=False), "b")
    {'b'}
    """
    rows = G.igraph.subcomponent(G.positions[n], mode="all")
    return {G.node_list[row] for row in rows}


def biconnected_components(G: Graph) -> Iterator[Nodes]:  # noqa: N803
    """Yield the biconnected components, in the order of a depth-first search.

    Nodes without an edge to another node are in no component (Hopcroft & Tarjan, 1973).

    Examples
    --------
    >>> path = Graph.from_edges("abc", [0, 1], [1, 2], directed=False)
    >>> [sorted(part) for part in biconnected_components(path)]
    [['b', 'c'], ['a', 'b']]
    """
    positions = find_finishing_order(G).tolist()
    parts = [sorted(part, key=positions.__getitem__) for part in _find_biconnected(G)]
    # The node that finishes last connects a component to the rest; the node before closes it.
    for part in sorted(parts, key=lambda part: positions[part[-2]]):
        yield {G.node_list[row] for row in part}


def _find_biconnected(graph: Graph) -> list[list[int]]:
    """Find the rows of each biconnected component; loops do not count."""
    return [part for part in graph.igraph.biconnected_components() if len(part) > 1]


def is_biconnected(G: Graph) -> bool:  # noqa: N803
    """Whether all nodes are one biconnected component.

    Examples
    --------
    >>> is_biconnected(Graph.from_edges("abc", [0, 1], [1, 2], directed=False))
    False
    """
    parts = _find_biconnected(G)
    return len(parts) == 1 and len(parts[0]) == len(G)


def articulation_points(G: Graph) -> Iterator[Hashable]:  # noqa: N803
    """Yield the nodes without which there are more components, in the order of the nodes.

    networkx yields the same nodes in the order in which its search finishes them.

    Examples
    --------
    >>> list(articulation_points(Graph.from_edges("abc", [0, 1], [1, 2], directed=False)))
    ['b']
    """
    for row in sorted(G.igraph.articulation_points()):
        yield G.node_list[row]


def bridges(
    G: Graph,  # noqa: N803
    root: Hashable = None,  # noqa: ARG001 - with a root, networkx answers: see `dispatch`
) -> Iterator[tuple[Hashable, Hashable]]:
    """Yield the edges without which there are more components, in the order of the edges.

    Examples
    --------
    >>> list(bridges(Graph.from_edges("abc", [0, 1], [1, 2], directed=False)))
    [('a', 'b'), ('b', 'c')]
    """
    numbers = np.sort(np.array(G.igraph.bridges(), dtype=np.int64))
    first, second, _ = G.list_edges(numbers)
    nodes = G.node_list
    for u, v in zip(first.tolist(), second.tolist(), strict=True):
        yield nodes[u], nodes[v]


def has_bridges(
    G: Graph,  # noqa: N803
    root: Hashable = None,
) -> bool:
    """Whether any edge is a bridge.

    Examples
    --------
    >>> has_bridges(Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False))
    False
    """
    return next(bridges(G, root), None) is not None
