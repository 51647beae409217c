"""Kumu's JSON: elements and connections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS
from graph.data.own_columns import name_own_columns
from graph.exporting.exported_network import (
    GRADE,
    NO_SOURCES,
    TYPE_ATTRIBUTES,
    Export,
    ExportedNetwork,
    Row,
    list_values,
)
from graph.exporting.json_text import format_json

ELEMENT_NAMES = {"name": "label", "kind": "type"}
CONNECTION_NAMES = {"source": "from", "target": "to"}
RELATION_NAMES = (*RELATION_COLUMNS, *TYPE_ATTRIBUTES, GRADE)
KEYS = ("id", "_id", "label", "type", "tags", "from", "to", "direction", "image", "relation_id")
PREFIX = "relation "
FORMER_ID = "relation_id"


def write_kumu(exported: ExportedNetwork) -> Export:
    """Write a network as the JSON that Kumu imports; what lists values is an array.

    Kumu wants the ids of elements and connections to differ, as Cytoscape does. It has no table of
    sources, so that each reference is the citation in full.

    Examples
    --------
    >>> import graph, json
    >>> net = graph.load_example().only("borders")
    >>> document = json.loads(write_kumu(ExportedNetwork(net)).files[""])
    >>> document["connections"][0]["direction"]
    'mutual'
    """
    ids = {row["id"] for row in exported.actors}
    elements = _list_objects(exported, exported.actors, ELEMENT_NAMES, ACTOR_COLUMNS)
    connections = _list_objects(exported, exported.relations, CONNECTION_NAMES, RELATION_NAMES)
    for connection in connections:
        connection["direction"] = "mutual" if connection.pop("mutual") else "directed"
        own_id = connection["id"]
        while connection["id"] in ids:
            connection[FORMER_ID] = own_id
            connection["id"] = f"{PREFIX}{connection['id']}"
    notes = (NO_SOURCES.format("Kumu JSON"),) if exported.sources else ()
    return Export({"": format_json({"elements": elements, "connections": connections})}, notes)


def _list_objects(
    exported: ExportedNetwork, rows: Sequence[Row], names: Mapping[str, str], ours: Sequence[str]
) -> list[dict[str, Any]]:
    """Return rows as objects with Kumu's names; own columns with such a name get another."""
    own = list(dict.fromkeys(name for row in rows for name in row if name not in ours))
    headings = {**names, **dict(zip(own, name_own_columns(own, KEYS), strict=True))}
    return [
        {headings.get(name, name): value for name, value in row.items()}
        | _list_arrays(exported, row)
        for row in rows
    ]


def _list_arrays(exported: ExportedNetwork, row: Row) -> dict[str, list[str]]:
    arrays = {"aliases": list_values(row.get("aliases", "")), "reference": exported.cite(row)}
    return {name: values for name, values in arrays.items() if values}
