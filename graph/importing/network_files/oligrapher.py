"""Oligrapher's JSON, of LittleSis, versions 2 and 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.data.limits import Limits
from graph.importing.draft import Note
from graph.importing.network_files.collected import Collected

FORWARD, BACKWARD = ("1->2", "right", True), ("2->1", "1<-2", "left")
LOOKS = ("x", "y", "cx", "cy", "x1", "x2", "y1", "y2", "s1", "s2", "scale", "status", "dash",
         "display", "arrow", "node1_id", "node2_id", "id", "color", "edgeIds", "s", "is_reverse",
         "edge_ids")  # fmt: skip


def collect_oligrapher(document: Mapping[str, Any], name: str, limits: Limits) -> Collected:
    """Collect nodes and edges; an arrow says which way an edge runs, and none that it is not said.

    Examples
    --------
    >>> document = {"nodes": {"1": {"id": 1, "name": "Ann"}, "2": {"id": 2, "name": "Bo"}},
    ...             "edges": {"9": {"node1_id": 1, "node2_id": 2, "label": "lawyer of",
    ...                             "arrow": "2->1"}}}
    >>> collected = collect_oligrapher(document, "a.json", Limits())
    >>> collected.edges[0]["source"], collected.edges[0][" directed"]
    ('2', 'yes')
    """
    collected = Collected(name, limits)
    inner = document.get("graph")
    graph = inner if isinstance(inner, Mapping) else document
    for node in _list_parts(graph.get("nodes")):
        collected.add_node(node.get("id"), _read(node))
        display = node.get("display")
        shown = {**display, **node} if isinstance(display, Mapping) else node
        collected.add_position(node.get("id"), shown.get("x"), shown.get("y"))
    for edge in _list_parts(graph.get("edges")):
        display = edge.get("display")
        arrow = edge.get("arrow", display.get("arrow") if isinstance(display, Mapping) else None)
        ends = edge.get("node1_id"), edge.get("node2_id")
        is_plain = isinstance(arrow, (str, bool))
        if is_plain and arrow in BACKWARD:
            ends = ends[1], ends[0]
        directed = "yes" if is_plain and arrow in (*FORWARD, *BACKWARD) else ""
        collected.add_edge(*ends, "no" if arrow == "both" else directed, _read(edge))
    if graph.get("captions") or document.get("annotations"):
        what = "Captions and annotations of the map are not data, and are not read."
        collected.notes.append(Note("files", f"{name}: {what}"))
    return collected


def _list_parts(parts: object) -> list[Mapping[str, Any]]:
    values = list(parts.values()) if isinstance(parts, Mapping) else parts
    if not isinstance(values, list):
        return []
    return [each for each in values if isinstance(each, Mapping)]


def _read(part: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is data of a node or an edge; where and how it is drawn is not."""
    display = part.get("display")
    shown = display if isinstance(display, Mapping) else {}
    return {name: value for name, value in {**shown, **part}.items() if name not in LOOKS}
