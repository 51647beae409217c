"""Which nodes hang together, and which of them, or of the edges, hold a component together.

Weights do not count. Components come in networkx's order.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import Graph
from graph.backend.searches import finishing_places

Nodes = set[Hashable]


def connected_components(G: Graph) -> Iterator[Nodes]:  # noqa: N803 - networkx's name
    """Yield the sets of nodes between which there are paths, by their first nodes.

    Examples
    --------
    >>> pair = Graph.from_edges("abc", [0], [2], directed=False)
    >>> [len(part) for part in connected_components(pair)]
    [2, 1]
    """
    yield from _parts(G, _membership(G, "weak"))


weakly_connected_components = connected_components


def strongly_connected_components(G: Graph) -> Iterator[Nodes]:  # noqa: N803
    """Yield the sets of nodes between which there are paths both ways, those led to first.

    Examples
    --------
    >>> list(strongly_connected_components(Graph.from_edges("ab", [0], [1], directed=True)))
    [{'b'}, {'a'}]
    """
    membership = np.array(_membership(G, "strong"), dtype=np.int64)
    if not len(membership):
        return
    last = np.zeros(membership.max() + 1, dtype=np.int64)
    np.maximum.at(last, membership, finishing_places(G))
    places = np.empty(len(last), dtype=np.int64)
    places[np.argsort(last)] = np.arange(len(last))
    parts: list[Nodes] = [set() for _ in last]
    for node, part in zip(G, places[membership].tolist(), strict=True):
        parts[part].add(node)
    yield from parts


def _membership(graph: Graph, mode: str) -> list[int]:
    membership: list[int] = graph.igraph.connected_components(mode=mode).membership
    return membership


def _parts(graph: Graph, membership: list[int]) -> list[Nodes]:
    """Return the nodes of each part, the part of the first node first."""
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
        When there is no such node.

    Examples
    --------
    >>> node_connected_component(Graph.from_edges("abc", [], [], directed=False), "b")
    {'b'}
    """
    rows = G.igraph.subcomponent(G.positions[n], mode="all")
    return {G.node_list[row] for row in rows}


def biconnected_components(G: Graph) -> Iterator[Nodes]:  # noqa: N803
    """Yield the sets of nodes that stay connected without any one of them, as found in depth.

    Nodes without an edge to another are in none (Hopcroft & Tarjan, 1973).

    Examples
    --------
    >>> path = Graph.from_edges("abc", [0, 1], [1, 2], directed=False)
    >>> [sorted(part) for part in biconnected_components(path)]
    [['b', 'c'], ['a', 'b']]
    """
    places = finishing_places(G).tolist()
    parts = [sorted(part, key=places.__getitem__) for part in _joined(G)]
    # The last to finish is the node at which a component hangs; the one before closes it.
    for part in sorted(parts, key=lambda part: places[part[-2]]):
        yield {G.node_list[row] for row in part}


def _joined(graph: Graph) -> list[list[int]]:
    """Return the rows of each biconnected component; an edge to oneself makes none."""
    return [part for part in graph.igraph.biconnected_components() if len(part) > 1]


def is_biconnected(G: Graph) -> bool:  # noqa: N803
    """Whether all nodes are one biconnected component.

    Examples
    --------
    >>> is_biconnected(Graph.from_edges("abc", [0, 1], [1, 2], directed=False))
    False
    """
    parts = _joined(G)
    return len(parts) == 1 and len(parts[0]) == len(G)


def articulation_points(G: Graph) -> Iterator[Hashable]:  # noqa: N803
    """Yield the nodes without which there are more components, in the order of the nodes.

    networkx yields the same nodes in the order in which its search leaves them.

    Examples
    --------
    >>> list(articulation_points(Graph.from_edges("abc", [0, 1], [1, 2], directed=False)))
    ['b']
    """
    for row in sorted(G.igraph.articulation_points()):
        yield G.node_list[row]


def bridges(
    G: Graph,  # noqa: N803
    root: Hashable = None,  # noqa: ARG001 - given one, networkx is asked: see `choice`
) -> Iterator[tuple[Hashable, Hashable]]:
    """Yield the edges without which there are more components, in the order of the edges.

    Examples
    --------
    >>> list(bridges(Graph.from_edges("abc", [0, 1], [1, 2], directed=False)))
    [('a', 'b'), ('b', 'c')]
    """
    first, second, numbers = G.listed_edges
    found = np.zeros(len(numbers), dtype=bool)
    found[G.igraph.bridges()] = True
    kept = np.flatnonzero(found[numbers])
    for u, v in zip(first[kept].tolist(), second[kept].tolist(), strict=True):
        yield G.node_list[u], G.node_list[v]


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
