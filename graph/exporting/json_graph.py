"""JSON Graph Format, version 2."""

from __future__ import annotations

from typing import Any

from graph.exporting.exported_network import Export, ExportedNetwork, Row
from graph.exporting.json_text import format_json


def write_json_graph(exported: ExportedNetwork) -> Export:
    """Write a network in the JSON Graph Format.

    Examples
    --------
    >>> import graph, json
    >>> net = graph.load_example().only("borders")
    >>> document = json.loads(write_json_graph(ExportedNetwork(net)).files[""])
    >>> document["graph"]["edges"][0]["relation"]
    'borders'
    """
    graph: dict[str, Any] = {
        "directed": True,
        "metadata": {"sources": exported.sources} if exported.sources else {},
        "nodes": {row["id"]: _describe_node(row) for row in exported.actors},
        "edges": [_describe_edge(row) for row in exported.relations],
    }
    return Export({"": format_json({"graph": graph})})


def _describe_node(row: Row) -> dict[str, Any]:
    return {"label": row["name"], "metadata": _leave_out(row, "id", "name")}


def _describe_edge(row: Row) -> dict[str, Any]:
    return {
        "id": row["id"],
        "source": row["source"],
        "target": row["target"],
        "relation": row["type"],
        "directed": not row["mutual"],
        "metadata": _leave_out(row, "id", "source", "target", "type", "mutual"),
    }


def _leave_out(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}
