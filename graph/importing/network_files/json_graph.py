"""JSON Graph Format, versions 1 and 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.data.limits import Limits
from graph.importing.draft import Note
from graph.importing.network_files.collected import Collected

ENDS = ("source", "target", "directed", "metadata")


def collect_json_graph(document: Mapping[str, Any], name: str, limits: Limits) -> Collected:
    """Collect one graph, or several.

    Examples
    --------
    >>> document = {"graph": {"nodes": {"a": {"label": "Ann"}},
    ...                       "edges": [{"source": "a", "target": "b", "relation": "funds"}]}}
    >>> collected = collect_json_graph(document, "a.json", Limits())
    >>> collected.nodes[0]["name"], collected.edges[0]["type"]
    ('Ann', 'funds')
    """
    collected = Collected(name, limits)
    graphs = [document["graph"]] if "graph" in document else document["graphs"]
    for graph in graphs:
        if isinstance(graph, Mapping):
            _collect(collected, graph)
    return collected


def _collect(collected: Collected, graph: Mapping[str, Any]) -> None:
    for key, node in _iter_nodes(graph.get("nodes")):
        cells = {word: value for word, value in node.items() if word not in ("id", "metadata")}
        metadata = _get_metadata(node)
        if "label" in cells and "name" not in metadata:
            cells["name"] = cells.pop("label")
        collected.add_node(key, {**cells, **metadata})
    for edge in _list_mappings(graph.get("edges")):
        cells = {word: value for word, value in edge.items() if word not in ENDS}
        directed = edge.get("directed", graph.get("directed", True))
        ends = edge.get("source"), edge.get("target")
        if "relation" in cells:
            cells["type"] = cells.pop("relation")
        cells = {**cells, **_get_metadata(edge)}
        if "stance" in cells:
            cells.setdefault("mutual", not directed)  # a file of ours
        collected.add_edge(*ends, "no" if directed is False else "yes", cells)
    if graph.get("hyperedges"):
        what = "Edges of several ends are not read."
        collected.notes.append(Note("files", what, is_guess=True))
    collected.add_sources(_get_metadata(graph).get("sources"))


def _iter_nodes(nodes: object) -> Iterator[tuple[object, Mapping[str, Any]]]:
    if isinstance(nodes, Mapping):
        for key, node in nodes.items():
            yield key, node if isinstance(node, Mapping) else {}
    for node in _list_mappings(nodes):
        yield node.get("id"), node


def _list_mappings(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _get_metadata(part: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = part.get("metadata")
    return metadata if isinstance(metadata, Mapping) else {}
