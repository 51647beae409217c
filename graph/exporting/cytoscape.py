"""Cytoscape JSON, which Cytoscape and cytoscape.js open."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

from graph.data.own_columns import OWN
from graph.exporting.exported_network import Cell, Export, ExportedNetwork, Row
from graph.exporting.json_text import format_json

TYPE = "interaction"  # as Cytoscape calls it
FORMER_ID = "relation_id"
PREFIX = "relation "
OF_CYTOSCAPE = ("SUID", "selected", "shared_name", "shared name", "shared_interaction",
                "shared interaction")  # fmt: skip
NODE_WORDS = (*OF_CYTOSCAPE, "source", "target")
EDGE_WORDS = (*OF_CYTOSCAPE, TYPE, FORMER_ID)
NO_SELECTOR = re.compile(r"""[\"'\\\[\]\s]""")


def write_cytoscape(exported: ExportedNetwork) -> Export:
    """Write a network as Cytoscape JSON, with positions and colours.

    Cytoscape wants the ids of nodes and edges to differ. Where a relation has an actor's id, the
    edge gets another one, and its own is the attribute `relation_id`.

    Examples
    --------
    >>> import graph, json
    >>> net = graph.load_example().only("borders")
    >>> document = json.loads(write_cytoscape(ExportedNetwork(net)).files[""])
    >>> document["elements"]["edges"][0]["data"]["interaction"]
    'borders'
    """
    ids = {row["id"] for row in exported.actors}
    document = {
        "format_version": "1.0",
        "generated_by": "actor-explorer",
        "data": {"sources": exported.sources} if exported.sources else {},
        "elements": {
            "nodes": [_describe_node(row, exported) for row in exported.actors],
            "edges": [_describe_edge(row, ids) for row in exported.relations],
        },
        "style": [*_iter_styles(exported)],
        # cytoscape.js would move everything into a grid
        **({"layout": {"name": "preset"}} if exported.positions else {}),
    }
    return Export({"": format_json(document)})


def _describe_node(row: Row, exported: ExportedNetwork) -> dict[str, Any]:
    node: dict[str, Any] = {"data": _rename_own(row, NODE_WORDS)}
    point = exported.positions.get(str(row["id"]))
    if point:
        node["position"] = {"x": point[0], "y": point[1]}
    return node


def _describe_edge(row: Row, ids: Container[Cell]) -> dict[str, Any]:
    named = _rename_own(row, EDGE_WORDS)
    data: Row = {name: value for name, value in named.items() if name != "type"}
    data[TYPE] = row["type"]
    while data["id"] in ids:
        data[FORMER_ID] = row["id"]
        data["id"] = f"{PREFIX}{data['id']}"
    return {"data": data}


def _rename_own(row: Row, words: Container[str]) -> Row:
    """Return a row whose own columns have no name that Cytoscape uses itself."""
    return {f"{name}{OWN}" if name in words else name: value for name, value in row.items()}


def _iter_styles(exported: ExportedNetwork) -> Iterator[dict[str, Any]]:
    """Yield the style sheet: names, and a colour for each kind and type."""
    yield {"selector": "node[name]", "style": {"content": "data(name)"}}
    for word, attribute, colours, property_name in (
        ("node", "kind", exported.kind_colours, "background-color"),
        ("edge", TYPE, exported.type_colours, "line-color"),
    ):
        for name, colour in colours.items():
            if not NO_SELECTOR.search(name):
                selector = f'{word}[{attribute} = "{name}"]'
                yield {"selector": selector, "style": {property_name: colour}}
