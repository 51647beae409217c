"""GEXF 1.1 to 1.3, with spells, kinds, attributes and nested nodes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.data.limits import Limits
from graph.importing.draft import Draft, Note
from graph.importing.network_files.bounded_xml import get_tag, iter_elements
from graph.importing.network_files.collected import LABEL, Cells, Collected, to_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Span = tuple[str, str]

NUMBER = re.compile(r"(-?\d{1,4})(\.0*)?")
DATE = re.compile(r"(-?\d{4,}-\d\d-\d\d)([T ].*)?")
DIRECTIONS = {"directed": "yes", "undirected": "no", "mutual": "no"}
SEVERAL = " | "
LOOKS = ("color", "size", "shape", "thickness")


def read_gexf(raw: bytes, name: str, limits: Limits) -> Draft:
    """Read a GEXF file.

    An edge with several spells becomes several relations. Colours and sizes are not data, and
    are left out.

    Raises
    ------
    DataError
        When it is not XML, or larger than the limits.

    Examples
    --------
    >>> edges = b'<edges><edge source="a" target="b" label="funds"/></edges>'
    >>> text = b"<gexf><graph>" + edges + b"</graph></gexf>"
    >>> draft = read_gexf(text, "a.gexf", Limits())
    >>> draft.relations["type"], draft.relations[" directed"]
    (['funds'], ['no'])
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
        self._titles: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self._defaults: dict[str, Cells] = {}
        self._class = "node"
        self._default = "no"
        self._parents: list[str] = []
        self._is_noted = self._has_looks = False

    def begin(self, element: Element) -> None:
        """Read what an element says before its children come."""
        tag = get_tag(element)
        if tag == "graph":
            self._default = DIRECTIONS.get(element.get("defaultedgetype", "undirected"), "no")
        elif tag == "attributes":
            self._class = element.get("class", "node")
        elif tag == "attribute":
            titles = self._titles.setdefault(self._class, {})
            titles[element.get("id", "")] = element.get("title", element.get("id", ""))
        elif tag == "node":
            self._parents.append(element.get("id", ""))

    def end(self, element: Element) -> None:
        """Read an element with its children."""
        tag = get_tag(element)
        if tag == "node":
            self._parents.pop()
            self._add_node(element)
            element.clear()
        elif tag == "edge":
            self._add_edge(element)
            element.clear()
        elif tag == "attribute":
            default = next((each.text for each in element if get_tag(each) == "default"), None)
            if default:
                title = element.get("title", element.get("id", ""))
                self._defaults.setdefault(self._class, {})[title] = to_text(default)
        elif tag == "description":
            self.collected.add_sources(_read_sources(element.text or ""))

    def _add_node(self, element: Element) -> None:
        cells = self._read_values(element, "node")
        spans = list(_iter_spans(element))
        cells = _add_span(cells, _join_spans(spans))
        cells.setdefault("name", element.get(LABEL, ""))
        if cells["name"] != element.get(LABEL, cells["name"]):
            cells.setdefault(LABEL, element.get(LABEL, ""))
        parent = element.get("pid") or (self._parents[-1] if self._parents else "")
        if parent:
            cells.setdefault("parent", parent)
        self.collected.add_node(element.get("id", ""), cells)
        for part in element:
            if get_tag(part) in LOOKS and not self._has_looks:
                self._has_looks = True
                what = f"{self.collected.file}: colours and sizes are not data, and are not read."
                self.collected.notes.append(Note("files", what))
            if get_tag(part) == "position":
                up = -_to_number(part.get("y", ""))  # y grows upwards in Gephi
                self.collected.add_position(element.get("id", ""), part.get("x", ""), up)

    def _add_edge(self, element: Element) -> None:
        cells = self._read_values(element, "edge")
        for name in ("weight", "kind", LABEL, "id"):
            is_said = name == "kind" and element.get(name) == cells.get("type")
            if element.get(name) and not is_said:
                cells.setdefault(name, element.get(name, ""))
        directed = DIRECTIONS.get(element.get("type", ""), self._default)
        ends = element.get("source", ""), element.get("target", "")
        spans = list(_iter_spans(element))
        if len(spans) > 1 and "start" not in cells and "end" not in cells:
            cells.pop("id", None)
            for span in spans:
                self.collected.add_edge(*ends, directed, _add_span(dict(cells), span))
        else:
            self.collected.add_edge(*ends, directed, _add_span(cells, _join_spans(spans)))

    def _read_values(self, element: Element, family: str) -> Cells:
        titles = self._titles.get(family, {})
        cells: Cells = {}
        for group in element:
            if get_tag(group) == "attvalues":
                for value in group:
                    key = value.get("for") or value.get("id") or ""
                    title, text = titles.get(key, key), to_text(value.get("value", ""))
                    known = cells.get(title, "")
                    if known and text not in known.split(SEVERAL):
                        text = f"{known}{SEVERAL}{text}"
                        self._note_several()
                    cells[title] = text
        return {**self._defaults.get(family, {}), **cells}

    def _note_several(self) -> None:
        if not self._is_noted:
            self._is_noted = True
            what = "An attribute that changes over time is one cell, with bars between its values."
            self.collected.notes.append(Note("dates", what))


def _read_sources(text: str) -> object:
    """Return the sources that a file of ours has in its description."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return data.get("sources") if isinstance(data, dict) else None


def _iter_spans(element: Element) -> Iterator[Span]:
    """Yield when an element begins and ends: its spells, else its own start and end."""
    spells = [
        spell for group in element if get_tag(group) in ("spells", "slices") for spell in group
    ]
    for one in spells or [element]:
        start = one.get("start") or one.get("startopen") or one.get("timestamp") or ""
        end = one.get("end") or one.get("endopen") or one.get("timestamp") or ""
        if read_time(start) or read_time(end):
            yield read_time(start), read_time(end)


def read_time(text: str) -> str:
    """Return a time as a date: years are numbers; of a moment its day; what is open is empty.

    Examples
    --------
    >>> read_time("1999.0"), read_time("2022-08-08T12:00:00"), read_time("-Infinity")
    ('1999', '2022-08-08', '')
    """
    text = text.strip()
    if match := NUMBER.fullmatch(text):
        return match[1]
    if match := DATE.fullmatch(text):
        return match[1]
    return "" if "inf" in text.casefold() else text


def _to_number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _join_spans(spans: Iterable[Span]) -> Span:
    """Return the first start and the last end; what is open stays open."""
    known = list(spans)
    if not known:
        return "", ""
    starts, ends = [span[0] for span in known], [span[1] for span in known]
    return "" if "" in starts else min(starts), "" if "" in ends else max(ends)


def _add_span(cells: Cells, span: Span) -> Cells:
    """Return cells with a start and an end, unless attributes of these names say it better."""
    if "start" not in cells and "end" not in cells:
        cells |= {name: text for name, text in zip(("start", "end"), span, strict=True) if text}
    return cells
