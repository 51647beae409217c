"""JSON that holds a network: which format it is, its keys say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.data.limits import Limits
from graph.errors import DataError, Problem
from graph.importing.draft import Draft, Note
from graph.importing.network_files.bounded_json import decode_text, parse_json_text
from graph.importing.network_files.cytoscape import collect_cytoscape
from graph.importing.network_files.follow_the_money import parse_entities, read_entities
from graph.importing.network_files.json_graph import collect_json_graph
from graph.importing.network_files.kumu import collect_kumu
from graph.importing.network_files.node_link import collect_node_link
from graph.importing.network_files.oligrapher import collect_oligrapher

KNOWN = "JSON Graph Format, Cytoscape, node-link, Kumu, Oligrapher and FollowTheMoney"


def read_json_network(raw: bytes, name: str, limits: Limits) -> Draft:
    """Read a JSON file of any of the formats, which its keys tell apart.

    Raises
    ------
    DataError
        When it is not JSON, or in none of these formats.

    Examples
    --------
    >>> text = b'{"nodes": [{"id": "a"}], "links": [{"source": "a", "target": "b"}]}'
    >>> read_json_network(text, "a.json", Limits()).relations["target"]
    ['b']
    """
    text = decode_text(raw, name)
    entities = parse_entities(text, name)
    if entities is not None:
        draft = read_entities(entities, name, limits)
        return _note(draft, name, "FollowTheMoney")
    document = parse_json_text(text, name)
    for is_like, collect, format_name in READERS:
        if isinstance(document, Mapping) and is_like(document):
            return _note(collect(document, name, limits).to_draft(), name, format_name)
    what = f"is JSON, but in none of the formats that are read: {KNOWN}."
    remedy = "Save it as a table, or in one of these formats."
    raise DataError([Problem(name, None, "", what, remedy, rule="unknown-format")])


def _note(draft: Draft, name: str, format_name: str) -> Draft:
    draft.notes.insert(0, Note("files", f"{name}: its keys are those of {format_name}."))
    return draft


def _is_json_graph(document: Mapping[str, Any]) -> bool:
    graph = document.get("graph")
    if isinstance(graph, Mapping):
        ends = [each for each in _list(graph.get("edges")) if isinstance(each, Mapping)]
        return ("nodes" in graph or "edges" in graph) and not any("node1_id" in e for e in ends)
    return isinstance(document.get("graphs"), list)


def _is_oligrapher(document: Mapping[str, Any]) -> bool:
    graph = document.get("graph") if isinstance(document.get("graph"), Mapping) else document
    edges = graph.get("edges") if isinstance(graph, Mapping) else None
    values = [*edges.values()] if isinstance(edges, Mapping) else _list(edges)
    return any(isinstance(each, Mapping) and "node1_id" in each for each in values)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


READERS = (
    (_is_oligrapher, collect_oligrapher, "Oligrapher"),
    (lambda document: "elements" in document and "connections" in document, collect_kumu, "Kumu"),
    (lambda document: "elements" in document, collect_cytoscape, "Cytoscape"),
    (
        lambda document: "nodes" in document and ("links" in document or "edges" in document),
        collect_node_link,
        "node-link JSON",
    ),
    (_is_json_graph, collect_json_graph, "JSON Graph Format"),
)
