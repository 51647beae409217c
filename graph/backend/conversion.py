"""Convert networkx's dictionaries to columns, and back."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import Graph


def convert_from_nx(
    graph: nx.Graph[Any],
    *,
    edge_attrs: Mapping[str, Any] | None = None,
    preserve_edge_attrs: bool = False,
    **_: object,
) -> Graph:
    """Convert a networkx graph to columns; edges, nodes and neighbours keep their order.

    Parameters
    ----------
    graph
        A `networkx.Graph` or `DiGraph`.
    edge_attrs
        The attributes to convert, each with its default.
    preserve_edge_attrs
        Whether to convert all attributes of edges.

    Raises
    ------
    NotImplementedError
        When it is a multigraph, or all attributes of edges are requested.

    Examples
    --------
    >>> len(convert_from_nx(nx.path_graph(4)))
    4
    """
    if graph.is_multigraph():
        raise NotImplementedError("a multigraph has several edges a pair")
    if preserve_edge_attrs:
        raise NotImplementedError("functions of edges cannot be evaluated in columns")
    nodes = list(graph)
    rows = dict(zip(nodes, range(len(nodes)), strict=True))
    adjacency = [graph.adj[node] for node in nodes] if _is_view(graph) else graph._adj.values()  # type: ignore[attr-defined]  # noqa: SLF001
    lengths = np.fromiter(map(len, adjacency), np.int64, len(nodes))
    ends = np.fromiter(map(rows.__getitem__, chain.from_iterable(adjacency)), np.int64)
    starts = np.repeat(np.arange(len(nodes)), lengths)
    once = slice(None) if graph.is_directed() else ends >= starts
    attributes = {
        name: _select_once(
            [d.get(name, default) for neighbours in adjacency for d in neighbours.values()], once
        )
        for name, default in (edge_attrs or {}).items()
    }
    converted = Graph(
        nodes,
        starts[once],
        ends[once],
        directed=graph.is_directed(),
        attributes=attributes,
        adjacency=(lengths, ends),
    )
    converted.graph = dict(graph.graph)
    return converted


def _is_view(graph: nx.Graph[Any]) -> bool:
    """Return whether the graph's dictionaries are filtered or reversed when they are read."""
    return not isinstance(graph._adj, dict)  # type: ignore[attr-defined]  # noqa: SLF001


def _select_once(values: list[Any], once: slice | np.ndarray[Any, Any]) -> list[Any]:
    if isinstance(once, slice):
        return values
    return [value for value, keep in zip(values, once.tolist(), strict=True) if keep]


def convert_to_nx(result: Any, **_: object) -> Any:  # noqa: ANN401 - any result passes through
    """Convert a graph of the backend to networkx; return any other result as it is.

    Examples
    --------
    >>> list(convert_to_nx(convert_from_nx(nx.path_graph(3))).edges)
    [(0, 1), (1, 2)]
    """
    if not isinstance(result, Graph):
        return result
    graph: nx.Graph[Any] = nx.DiGraph() if result.is_directed() else nx.Graph()
    graph.graph.update(result.graph)
    graph.add_nodes_from(result)
    names = list(result.attributes)
    columns = [_to_list(result.attributes[name]) for name in names]
    nodes = result.node_list
    rows = zip(result.sources.tolist(), result.targets.tolist(), strict=True)
    values = zip(*columns, strict=True) if columns else [()] * len(result.sources)
    graph.add_edges_from(
        (nodes[u], nodes[v], dict(zip(names, row, strict=True)))
        for (u, v), row in zip(rows, values, strict=True)
    )
    return graph


def _to_list(column: Any) -> list[Any]:  # noqa: ANN401 - a list or a numpy array
    return column.tolist() if isinstance(column, np.ndarray) else list(column)
