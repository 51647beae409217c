"""Node-link JSON, of networkx, D3 and many web pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.data.limits import Limits
from graph.importing.network_files.collected import Collected

ENDS = ("source", "target")
KEYS = ("id", "key", "name", "label")


def collect_node_link(document: Mapping[str, Any], name: str, limits: Limits) -> Collected:
    """Collect a document with `nodes`, and `links` or `edges`.

    Where nodes have no id, a link names them by their position, as D3 did.

    Examples
    --------
    >>> document = {"nodes": [{"name": "Ann"}, {"name": "Bo"}]}
    >>> document["links"] = [{"source": 0, "target": 1}]
    >>> collect_node_link(document, "a.json", Limits()).edges[0]["source"]
    'Ann'
    """
    collected = Collected(name, limits)
    given = document["nodes"]
    nodes = [each for each in given if isinstance(each, Mapping)] if isinstance(given, list) else []
    key = next((word for word in KEYS if nodes and all(word in node for node in nodes)), "id")
    for node in nodes:
        cells = {word: value for word, value in node.items() if word != key or key == "name"}
        collected.add_node(node.get(key), cells)
    _add_edges(collected, document, nodes, key)
    graph = document.get("graph")
    if isinstance(graph, Mapping):
        collected.add_sources(graph.get("sources"))
    return collected


def _add_edges(
    collected: Collected, document: Mapping[str, Any], nodes: Sequence[Mapping[str, Any]], key: str
) -> None:
    ids = {node.get(key) for node in nodes if _is_plain(node.get(key))}
    directed = {True: "yes", False: "no"}.get(document.get("directed"), "")  # type: ignore[arg-type]
    edges = document.get("links", document.get("edges"))
    for edge in edges if isinstance(edges, list) else ():
        if isinstance(edge, Mapping):
            source = _find_end(edge.get("source"), nodes, ids, key)
            target = _find_end(edge.get("target"), nodes, ids, key)
            cells = {word: value for word, value in edge.items() if word not in ENDS}
            if not isinstance(cells.get("key"), str) or "id" in cells:
                cells.pop("key", None)  # networkx counts parallel edges
            collected.add_edge(source, target, directed, cells)


def _find_end(
    end: object, nodes: Sequence[Mapping[str, Any]], ids: set[object], key: str
) -> object:
    if isinstance(end, Mapping):  # D3 puts the node itself here once it has drawn
        return end.get(key)
    is_position = isinstance(end, int) and not isinstance(end, bool)
    if is_position and end not in ids and 0 <= end < len(nodes):  # type: ignore[operator]
        return nodes[end].get(key)  # type: ignore[call-overload]
    return end


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float))
