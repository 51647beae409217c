"""JSON Graph Format, versions 1 and 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.data.counts import format_count
from graph.data.limits import Limits
from graph.importing.draft import Note
from graph.importing.network_files.collected import Collected, to_text

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
    graphs = [document["graph"]] if "graph" in document else _list_mappings(document["graphs"])
    shared = _find_shared_ids(graphs)
    for number, graph in enumerate(graphs, 1):
        _collect(collected, graph, {key: f"graph {number}: {key}" for key in shared})
    if shared:
        what = f"{name}: {format_count(len(shared), 'id')} of nodes, such as {min(shared)!r}, "
        what += "have another label in each graph: they are different actors."
        collected.notes.append(Note("actors", what, is_guess=True))
    return collected


def _find_shared_ids(graphs: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return the ids whose nodes have different labels in several graphs."""
    labels: dict[str, str] = {}
    shared = set()
    for graph in graphs:
        for key, node in _iter_nodes(graph.get("nodes")):
            label = to_text(node.get("label"))
            if label and labels.setdefault(to_text(key), label) != label:
                shared.add(to_text(key))
    return shared


def _collect(collected: Collected, graph: Mapping[str, Any], renamed: Mapping[str, str]) -> None:
    for given, node in _iter_nodes(graph.get("nodes")):
        key = renamed.get(to_text(given), given)
        cells = {word: value for word, value in node.items() if word not in ("id", "metadata")}
        metadata = _get_metadata(node)
        if "label" in cells and "name" not in metadata:
            cells["name"] = cells.pop("label")
        collected.add_node(key, {**cells, **metadata})
    for edge in _list_mappings(graph.get("edges")):
        cells = {word: value for word, value in edge.items() if word not in ENDS}
        directed = edge.get("directed", graph.get("directed", True))
        source, target = (
            renamed.get(to_text(end), end) for end in (edge.get("source"), edge.get("target"))
        )
        cells = _join_metadata(cells, _get_metadata(edge))
        if "stance" in cells:
            cells.setdefault("mutual", not directed)  # a file of ours
        collected.add_edge(source, target, "no" if directed is False else "yes", cells)
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


def _join_metadata(cells: Mapping[str, Any], metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an edge says with its metadata; where both say something, both are kept."""
    own = {"type" if word == "relation" else word: value for word, value in cells.items()}
    return own | {f"metadata {word}" if word in own else word: v for word, v in metadata.items()}


def _get_metadata(part: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = part.get("metadata")
    return metadata if isinstance(metadata, Mapping) else {}
