"""Kumu's JSON: what it imports, and the backup of a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from graph.data.limits import Limits
from graph.importing.network_files.collected import Collected

DIRECTIONS = {"directed": "yes", "undirected": "no", "mutual": "no"}
RENAMED = "relation_id"


def collect_kumu(document: Mapping[str, Any], name: str, limits: Limits) -> Collected:
    """Collect elements and connections; a connection names elements by id or label.

    Examples
    --------
    >>> document = {"elements": [{"label": "A", "type": "person"}],
    ...             "connections": [{"from": "A", "to": "B", "direction": "mutual"}]}
    >>> collected = collect_kumu(document, "a.json", Limits())
    >>> collected.nodes[0][" key"], collected.edges[0][" directed"]
    ('A', 'no')
    """
    collected = Collected(name, limits)
    labels = Counter(str(each.get("label")) for each in _iter_objects(document["elements"]))
    named = {label for label, count in labels.items() if count > 1}
    for cells in _iter_objects(document["elements"]):
        key = cells.pop("id", None) or (None if cells.get("label") in named else cells.get("label"))
        collected.add_node(key, cells)
    _add_positions(collected, document.get("maps"))
    for cells in _iter_objects(document["connections"]):
        direction = str(cells.pop("direction", ""))
        source, target = cells.pop("from", None), cells.pop("to", None)
        if "stance" in cells:
            cells.setdefault("mutual", direction == "mutual")  # a file of ours
        if RENAMED in cells:
            cells["id"] = cells.pop(RENAMED)
        collected.add_edge(source, target, DIRECTIONS.get(direction, ""), cells)
    return collected


def _add_positions(collected: Collected, maps: object) -> None:
    """Add where the elements stand on the first map of a backup."""
    first = (
        next((each for each in maps if isinstance(each, Mapping)), {})
        if isinstance(maps, list)
        else {}
    )
    placed = first.get("elements")
    for each in placed if isinstance(placed, list) else ():
        position = each.get("position") if isinstance(each, Mapping) else None
        if isinstance(position, Mapping):
            collected.add_position(each.get("element"), position.get("x"), position.get("y"))


def _iter_objects(objects: object) -> Iterator[dict[str, Any]]:
    """Yield the attributes of each object; a backup has them one level deeper."""
    for each in objects if isinstance(objects, list) else ():
        if isinstance(each, Mapping):
            inner = each.get("attributes")
            cells = {name: value for name, value in each.items() if name != "attributes"}
            if isinstance(inner, Mapping):
                cells |= inner
            key = cells.pop("_id", None)
            if key is not None:
                cells.setdefault("id", key)
            yield cells
