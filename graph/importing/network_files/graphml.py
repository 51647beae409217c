"""GraphML, of networkx, igraph, Gephi and yEd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.data.limits import Limits
from graph.importing.draft import Draft, Note
from graph.importing.network_files.bounded_xml import get_tag, iter_elements
from graph.importing.network_files.collected import LABEL, Cells, Collected

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LABELS = ("NodeLabel", "EdgeLabel")  # of yEd
NO_ARROW = "none"
SOURCES = "sources"


def read_graphml(raw: bytes, name: str, limits: Limits) -> Draft:
    """Read a GraphML file.

    Raises
    ------
    DataError
        When it is not XML, or larger than the limits.

    Examples
    --------
    >>> edge = b'<edge source="a" target="b"/>'
    >>> text = b'<graphml><graph edgedefault="directed">' + edge + b"</graph></graphml>"
    >>> draft = read_graphml(text, "a.graphml", Limits())
    >>> draft.relations["source"], draft.relations[" directed"]
    (['a'], ['yes'])
    """
    reader = _Reader(name, limits)
    for event, element, _ in iter_elements(raw, name):
        if event == "start":
            reader.begin(element)
        else:
            reader.end(element)
    return reader.collected.to_draft()


class _Reader:
    def __init__(self, name: str, limits: Limits) -> None:
        self.collected = Collected(name, limits)
        self._names: dict[str, str] = {}
        self._defaults: dict[str, Cells] = {"node": {}, "edge": {}}
        self._defaults_by_key: dict[str, str] = {}
        self._directed = ["yes"]
        self._parents: list[str] = []

    def begin(self, element: Element) -> None:
        """Read what an element says before its children come."""
        tag = get_tag(element)
        if tag == "graph":
            self._directed.append("no" if element.get("edgedefault") == "undirected" else "yes")
        elif tag == "key":
            key = element.get("id", "")
            self._names[key] = element.get("attr.name") or element.get("yfiles.type") or key
        elif tag == "node":
            self._parents.append(element.get("id", ""))

    def end(self, element: Element) -> None:
        """Read an element with its children."""
        tag = get_tag(element)
        if tag == "graph":
            self._directed.pop()
            self._read_graph(element)
        elif tag == "key":
            self._read_default(element)
        elif tag == "node":
            self._parents.pop()
            self._add_node(element)
            element.clear()
        elif tag == "edge":
            self._add_edge(element)
            element.clear()
        elif tag == "hyperedge":
            what = "An edge of several ends is not read."
            self.collected.notes.append(Note("files", what, is_guess=True))

    def _read_graph(self, element: Element) -> None:
        values = self._read_data(element)
        if SOURCES in values:
            self.collected.add_sources(values[SOURCES])

    def _read_default(self, element: Element) -> None:
        for child in element:
            if get_tag(child) == "default" and child.text:
                name = self._names[element.get("id", "")]
                families = {"all": ("node", "edge")}.get(
                    element.get("for", "all"), (element.get("for", "all"),)
                )
                for family in families:
                    self._defaults.setdefault(family, {})[name] = child.text

    def _add_node(self, element: Element) -> None:
        cells = {**self._defaults["node"], **self._read_data(element)}
        if self._parents:
            cells.setdefault("parent", self._parents[-1])
        self.collected.add_node(element.get("id", ""), cells)
        for part in element.iter():
            if get_tag(part) == "Geometry":  # of yEd
                self.collected.add_position(
                    element.get("id", ""), part.get("x", ""), part.get("y", "")
                )

    def _add_edge(self, element: Element) -> None:
        cells = {**self._defaults["edge"], **self._read_data(element)}
        if element.get("id"):
            cells.setdefault("id", element.get("id", ""))
        directed = {"true": "yes", "false": "no"}.get(
            element.get("directed", ""), self._directed[-1]
        )
        source, target = element.get("source", ""), element.get("target", "")
        arrows = next((part for part in element.iter() if get_tag(part) == "Arrows"), None)
        if arrows is not None:  # of yEd, which draws what it means
            drawn = [arrows.get(end, NO_ARROW) != NO_ARROW for end in ("source", "target")]
            directed = "no" if drawn[0] == drawn[1] else "yes"
            if drawn == [True, False]:
                source, target = target, source
        self.collected.add_edge(source, target, directed, cells)

    def _read_data(self, element: Element) -> Cells:
        cells: Cells = {}
        for child in element:
            tag = get_tag(child)
            if tag == "desc" and child.text:
                cells.setdefault("description", child.text)
            elif tag == "data" and len(child):
                texts = [each.text or "" for each in child.iter() if get_tag(each) in LABELS]
                labels = [text.strip() for text in texts if text.strip()]
                if labels:
                    cells.setdefault(LABEL, labels[0])
                if len(labels) > 1:
                    cells.setdefault("other labels", " | ".join(labels[1:]))
            elif tag == "data" and child.text:
                key = child.get("key", "")
                cells[self._names.get(key, key)] = child.text
        return cells
