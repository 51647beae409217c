"""Cytoscape JSON, of Cytoscape and cytoscape.js."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.data.limits import Limits
from graph.importing.network_files.collected import Collected

NOT_DATA = ("SUID", "selected", "shared_name", "shared name", "shared_interaction",
            "shared interaction", "source", "target")  # fmt: skip
RENAMED = "relation_id"


def collect_cytoscape(document: Mapping[str, Any], name: str, limits: Limits) -> Collected:
    """Collect the elements: nodes and edges apart, or in one list.

    Examples
    --------
    >>> elements = [{"data": {"id": "a"}}, {"data": {"source": "a", "target": "b"}}]
    >>> collected = collect_cytoscape({"elements": elements}, "a.cyjs", Limits())
    >>> len(collected.nodes), len(collected.edges)
    (1, 1)
    """
    collected = Collected(name, limits)
    elements = document["elements"]
    parts: list[object] = [elements] if isinstance(elements, list) else []
    if isinstance(elements, Mapping):
        parts = [elements.get("nodes"), elements.get("edges")]
    for part in parts:
        for element in part if isinstance(part, list) else ():
            if isinstance(element, Mapping) and isinstance(element.get("data"), Mapping):
                _add(collected, element["data"])
                place = element.get("position")
                if isinstance(place, Mapping):
                    key = element["data"].get("id")
                    collected.add_position(key, place.get("x"), place.get("y"))
    data = document.get("data")
    if isinstance(data, Mapping):
        collected.add_sources(data.get("sources"))
    return collected


def _add(collected: Collected, data: Mapping[str, Any]) -> None:
    cells = {word: value for word, value in data.items() if word not in NOT_DATA}
    if "source" in data and "target" in data:
        if RENAMED in cells:
            cells["id"] = cells.pop(RENAMED)
        if "interaction" in cells and "type" not in cells:
            cells["type"] = cells.pop("interaction")
        if str(cells.get("id", "")).isdigit():
            del cells["id"]  # Cytoscape counts
        collected.add_edge(data["source"], data["target"], "", cells)
    else:
        key = cells.pop("id", None)
        collected.add_node(key, cells)
