"""Node-link JSON, of networkx, D3 and many web pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.data.counts import format_count
from graph.data.limits import Limits
from graph.importing.draft import Note
from graph.importing.network_files.collected import Collected, to_text

ENDS = ("source", "target")
IDS = ("id", "key")
NAMES = ("name", "label")
PAIR = 2

Node = Mapping[str, Any]


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
    nodes = list(_iter_nodes(document["nodes"]))
    key = _find_key(nodes)
    for node in nodes:
        cells = {word: value for word, value in node.items() if word != key or key == "name"}
        collected.add_node(node.get(key), cells)
    links = [link for word in ("links", "edges") for link in _iter_links(document.get(word))]
    _add_links(collected, links, nodes, key, document.get("directed"))
    graph = document.get("graph")
    if isinstance(graph, Mapping):
        collected.add_sources(graph.get("sources"))
    return collected


def _iter_nodes(given: object) -> Iterable[Node]:
    """Yield nodes, of a list or by id; a text or a number alone is an id."""
    if isinstance(given, Mapping):
        for key, node in given.items():
            yield {**(node if isinstance(node, Mapping) else {"name": node}), "id": key}
    for node in given if isinstance(given, list) else ():
        if isinstance(node, Mapping):
            yield node
        elif _is_plain(node):
            yield {"id": node}


def _find_key(nodes: Sequence[Node]) -> str:
    """Return what links name nodes by: an id if one node has it, else a name that all have."""
    for word in IDS:
        if any(word in node for node in nodes):
            return word
    return next((word for word in NAMES if nodes and all(word in node for node in nodes)), "id")


def _iter_links(given: object) -> Iterable[Node]:
    """Yield links; a list holds the two ends, and perhaps more."""
    for link in given if isinstance(given, list) else ():
        if isinstance(link, Mapping):
            yield link
        elif isinstance(link, list) and len(link) >= PAIR:
            rest = link[PAIR:]
            cells = dict(rest[0]) if rest and isinstance(rest[0], Mapping) else _name_rest(rest)
            yield {**cells, "source": link[0], "target": link[1]}


def _name_rest(values: Sequence[object]) -> dict[str, object]:
    """Return what stands behind two ends: a text is the type, a number the weight."""
    return {"type" if isinstance(value, str) else "weight": value for value in reversed(values)}


def _add_links(
    collected: Collected, links: Sequence[Node], nodes: Sequence[Node], key: str, way: object
) -> None:
    directed = {True: "yes", False: "no"}.get(way, "")  # type: ignore[call-overload]
    ends = [
        (_read_end(link.get(ENDS[0]), key), _read_end(link.get(ENDS[1]), key)) for link in links
    ]
    are_positions = _are_positions([end for pair in ends for end in pair], nodes, key)
    known = {to_text(node.get(key)) for node in nodes if key in node}
    if are_positions:
        what = f"{collected.file}: its links name nodes by their position in the list, from 0."
        collected.notes.append(Note("files", what, is_guess=key in IDS))
        named = [to_text(node.get(key)) or to_text(node.get("name")) for node in nodes]
        ends = [(named[int(str(one))], named[int(str(two))]) for one, two in ends]
    for link, (source, target) in zip(links, ends, strict=True):
        cells = {word: value for word, value in link.items() if word not in ENDS}
        if not isinstance(cells.get("key"), str) or "id" in cells:
            cells.pop("key", None)  # networkx counts parallel edges
        collected.add_edge(source, target, directed, cells)
    known |= {to_text(node.get("name")) for node in nodes if key not in node}
    texts = dict.fromkeys(to_text(end) for pair in ends for end in pair)
    _note_unknown(collected, [text for text in texts if text and text not in known])


def _note_unknown(collected: Collected, unknown: Sequence[str]) -> None:
    if unknown:
        what = f"{collected.file}: its links name {format_count(len(unknown), 'node')} that it "
        what += f"does not list, such as {unknown[0]!r}. Each is an actor of that name."
        collected.notes.append(Note("actors", what, is_guess=True))


def _read_end(end: object, key: str) -> object:
    """Return the id of an end; D3 puts the node itself there once it has drawn."""
    return end.get(key, end.get("name")) if isinstance(end, Mapping) else end


def _are_positions(ends: Sequence[object], nodes: Sequence[Node], key: str) -> bool:
    """Return whether all ends are positions of nodes, and none of them can be an id."""
    keys = {to_text(node.get(key)) for node in nodes}
    if not ends or any(each.lstrip("-").isdigit() for each in keys):
        return False
    return all(
        isinstance(end, int) and not isinstance(end, bool) and 0 <= end < len(nodes) for end in ends
    )


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)
