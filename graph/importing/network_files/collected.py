"""Collect the nodes and edges of a file, and make a draft of them: what is ours by name is ours."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.data.columns import SOURCE_COLUMNS, TYPE_COLUMNS
from graph.data.counts import format_count
from graph.data.limits import Limits
from graph.data.own_columns import OWN
from graph.data.table import Table
from graph.data.vocabulary import TYPES, YES_OR_NO
from graph.errors import DataError, Problem
from graph.formats.frames import restore_grades
from graph.importing.cells.private_marks import is_private_header
from graph.importing.draft import (
    DIRECTED,
    FIELDS,
    IDENTIFYING,
    KEY,
    PLACE,
    SIGN,
    Draft,
    Note,
    Point,
    Rows,
)
from graph.importing.shapes.rows import name_own

Cells = dict[str, str]

LABEL = "label"
TYPE_ATTRIBUTES = ("sign", "mutual", "influence", "event", LABEL, "inverse", "past")
EXPORTED = ("stance", "basis", "sign", "mutual", "type")
"""What every edge of a file that we exported says."""
OUR_WORDS: Mapping[str, Sequence[str]] = {"name": ("name", "label"), "kind": ("kind", "type")}
"""The words that our exports write for a column, where they are not its name alone."""
RENAMED = (*TYPE_ATTRIBUTES, "grade", "type", "kind", "from", "to", "direction", "id", "image",
           "tags", "source", "target", "weight", "timeset", "relation", "interaction", "key",
           "relation_id", "SUID", "selected", "shared_name", "shared name", "shared_interaction",
           "shared interaction")  # fmt: skip
"""Names that an export gives to own columns with `OWN` behind them."""

NODE_WORDS: Mapping[str, Sequence[str]] = {
    "name": ("name", "label", "title", "caption"),
    "kind": ("kind", "type", "element type", "category", "node type", "entity type"),
    "aliases": ("aliases", "alias", "aka", "also known as", "altlabel"),
    "description": ("description", "blurb", "summary"),
    "start": ("start", "start date", "startdate"),
    "end": ("end", "end date", "enddate"),
    "reference": ("reference", "references", "source url", "url", "link"),
}
EDGE_WORDS: Mapping[str, Sequence[str]] = {
    "type": ("type", "relation", "relationship", "interaction", "connection type", "kind", LABEL),
    "start": ("start", "start date", "startdate", "since"),
    "end": ("end", "end date", "enddate", "until"),
    "weight": ("weight",),
    "confidence": ("confidence", "certainty"),
    "stance": ("stance",),
    "claimant": ("claimant",),
    "basis": ("basis",),
    "reference": ("reference", "references", "source url", "url", "link"),
    "note": ("note", "notes", "description"),
    "id": ("relation_id", "id"),
    SIGN: ("sign",),
}
TRUTH = {"true": "yes", "false": "no", "1": "yes", "0": "no", "yes": "yes", "no": "no"}


MOST_UNNAMED = 1_000_000
"""The most nodes that a file may count without naming each: they take memory, and no bytes."""


@dataclass
class Collected:
    """The nodes and edges of a file, as they are read.

    Parameters
    ----------
    file
        The name of the file.
    limits
        The most that is read.
    nodes, edges
        The cells of each by the file's own names; the key of a node is `key`, the ends of an edge
        are `source` and `target`.
    sources
        The cells of each source.
    notes
        What was decided.
    positions
        By key, where a node is drawn; y grows downwards.
    """

    file: str
    limits: Limits
    nodes: list[Cells] = field(default_factory=list)
    edges: list[Cells] = field(default_factory=list)
    sources: list[Cells] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    positions: dict[str, Point] = field(default_factory=dict)
    _cell_count: int = 0

    def add_node(self, key: object, cells: Mapping[str, object]) -> None:
        """Add a node with a key."""
        self.nodes.append({**self._read(cells), KEY: to_text(key)})
        self._place(self.nodes, "node")

    def add_edge(
        self, source: object, target: object, directed: str, cells: Mapping[str, object]
    ) -> None:
        """Add an edge; it is directed ``yes``, ``no``, or an empty text where that is not known."""
        ends = {"source": to_text(source), "target": to_text(target), DIRECTED: directed}
        own = {f"original {n}" if n in ends else n: cell for n, cell in self._read(cells).items()}
        self.edges.append({**own, **ends})
        self._place(self.edges, "edge")

    def add_position(self, key: object, x: object, y: object) -> None:
        """Add where a node is drawn, if two numbers say it."""
        try:
            point = float(to_text(x)), float(to_text(y))
        except ValueError:
            return
        self.positions[to_text(key)] = point

    def add_sources(self, rows: object) -> None:
        """Add the sources of a file that we wrote; anything else is no list of rows."""
        if isinstance(rows, str):
            rows = _parse_quietly(rows)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, Mapping):
                self.sources.append(self._read(row))

    def _place(self, rows: list[Cells], noun: str) -> None:
        rows[-1][PLACE] = f"{self.file}, {noun} {len(rows):,}"

    def _read(self, cells: Mapping[str, object]) -> Cells:
        texts = {str(name): to_text(value) for name, value in cells.items()}
        filled = {name.strip(): text for name, text in texts.items() if name.strip() and text}
        self._cell_count += len(filled) + 1
        longest = max(map(len, filled.values()), default=0)
        if self._cell_count > self.limits.most_cells or longest > self.limits.longest_cell:
            what = "has more cells, or a longer one, than is read."
            raise DataError([Problem(self.file, None, "", what, "Split it.", rule="too-large")])
        return filled

    def to_draft(self) -> Draft:
        """Return the draft."""
        edges = [_read_type(_read_truth(edge)) for edge in self.edges]
        is_ours = bool(edges) and all(map(_is_exported, edges))
        types = _declare_types(edges)
        _restore_grades(edges)
        return Draft(
            self._name_nodes(is_ours=is_ours),
            self._drop_double_ids(_name_columns(edges, EDGE_WORDS, "relations", is_ours=is_ours)),
            to_columns(self.sources, SOURCE_COLUMNS),
            to_columns(types, TYPE_COLUMNS),
            notes=self.notes,
            positions=self.positions,
            is_exported=is_ours,
        )

    def _name_nodes(self, *, is_ours: bool) -> Rows:
        actors = _name_columns(self.nodes, NODE_WORDS, "actors", is_ours=is_ours)
        if is_ours and "aliases" in actors:
            actors["aliases"] = [f"{cell}|" if cell else "" for cell in actors["aliases"]]
        if not all(actors.get(KEY, ())):
            actors[IDENTIFYING] = ["name kind" if "kind" in actors else "name"] * len(self.nodes)
        return actors

    def _drop_double_ids(self, columns: Rows) -> Rows:
        """Return columns in which each id of relations stands once, where it is first."""
        ids = columns.get("id", ())
        first = {text: row for row, text in reversed([*enumerate(ids)])}
        unique = [text if first[text] == row else "" for row, text in enumerate(ids)]
        if unique == list(ids):
            return columns
        count = sum(map(bool, ids)) - sum(map(bool, unique))
        what = f"{self.file}: {format_count(count, 'edge')} with the id of another one: the id is "
        what += "left out."
        self.notes.append(Note("rows", what, is_guess=True))
        return {**columns, "id": unique}


def to_text(value: object) -> str:
    """Return a value as a cell: lists between bars, whole numbers without a point.

    Examples
    --------
    >>> to_text(["a", "b"]), to_text(2.0), to_text(True), to_text(None), to_text({"a": 1})
    ('a|b', '2', 'true', '', '{"a": 1}')
    """
    if isinstance(value, (list, dict)):
        return _join_values(value)
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    if isinstance(value, float) and abs(value) < 2**53 and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _join_values(value: list[object] | dict[str, object]) -> str:
    if isinstance(value, dict) or any(isinstance(each, (list, dict)) for each in value):
        return json.dumps(value, ensure_ascii=False)
    return "|".join(filter(None, map(to_text, value)))


def to_columns(rows: Sequence[Mapping[str, str]], first: Iterable[str] = ()) -> Rows:
    """Return the columns of rows, some of them first; a cell that a row lacks is blank.

    Examples
    --------
    >>> to_columns([{"b": "1"}, {"a": "2", "b": "3"}], ["a"])
    {'a': ['', '2'], 'b': ['1', '3']}
    """
    present = dict.fromkeys(name for row in rows for name in row)
    names = [*(name for name in first if name in present), *present]
    return {name: [row.get(name, "") for row in rows] for name in dict.fromkeys(names)}


def _is_exported(edge: Cells) -> bool:
    return all(edge.get(name) for name in EXPORTED) and edge["mutual"] in TRUTH


def _name_columns(
    rows: Sequence[Cells], words: Mapping[str, Sequence[str]], family: str, *, is_ours: bool
) -> Rows:
    """Return the columns of rows, named as in our files where their names mean the same.

    In a file of ours, only the words that our exports write have a meaning.
    """
    columns = to_columns(rows)
    fixed = (KEY, PLACE) if family == "actors" else ("source", "target", DIRECTED, PLACE)
    folded = {name.casefold().replace("_", " "): name for name in reversed(columns)}
    folded |= {name: name for name in columns}
    named: dict[str, str] = {name: name for name in fixed if name in columns}
    for role, candidates in words.items():
        known = OUR_WORDS.get(role, (role,)) if is_ours else candidates
        given = next((folded[word] for word in known if word in folded), None)
        if role not in named.values() and given is not None and given not in named:
            named[given] = role
    own = {name: cells for name, cells in columns.items() if name not in named}
    return {
        named.get(name) or _name_own(name, own, family, named.values(), is_ours=is_ours): cells
        for name, cells in columns.items()
    }


def _name_own(
    name: str, columns: Rows, family: str, present: Collection[str], *, is_ours: bool
) -> str:
    """Return the name of an own column: none of ours, and as it was before it was exported."""
    former = name.removesuffix(OWN)
    if former in RENAMED and former not in columns and (is_ours or former not in FIELDS[family]):
        return former
    if is_ours or is_private_header(name):
        return name
    return name_own(name, family, [each for each in (*columns, *present) if each != name])


def _read_truth(edge: Cells) -> Cells:
    """Return an edge that says by `directed` what an edge of ours says by `mutual`."""
    if edge.get("mutual") not in ("true", "false"):
        return edge
    return {**edge, DIRECTED: TRUTH["false" if edge["mutual"] == "true" else "true"]}


def _read_type(edge: Cells) -> Cells:
    """Return an edge that says its type by `type`, whatever the file calls it."""
    given = next((word for word in EDGE_WORDS["type"] if edge.get(word)), "type")
    if given == "type":
        return edge
    return {"type": edge[given], **{name: cell for name, cell in edge.items() if name != given}}


def _declare_types(edges: list[Cells]) -> list[Cells]:
    """Return the types that the edges of a file of ours describe, and remove that from them."""
    of_type: dict[str, list[Cells]] = {}
    for edge in edges:
        if edge.get("stance") and edge.get("type") and "mutual" in edge:
            of_type.setdefault(edge["type"], []).append(edge)
    declared = []
    for name, rows in of_type.items():
        agreed = {
            each: rows[0].get(each, "")
            for each in TYPE_ATTRIBUTES
            if len({row.get(each, "") for row in rows}) == 1
        }
        for row in rows:
            for each in agreed:
                row.pop(each, None)
        if name not in TYPES or "inverse" in {key for key, text in agreed.items() if text}:
            answers = {
                key: TRUTH.get(agreed[key], agreed[key]) for key in YES_OR_NO if key in agreed
            }
            declared.append({"type": name, "sign": "", **agreed, **answers})
    return declared


def _restore_grades(edges: list[Cells]) -> None:
    """Put the Admiralty grades of a file of ours back where their numbers stand."""
    columns = {name: [edge.get(name, "") for edge in edges] for name in ("grade", "confidence")}
    restored = restore_grades(Table("", columns, range(len(edges)))).columns
    if "grade" not in restored:
        for edge, confidence in zip(edges, restored["confidence"], strict=True):
            edge.pop("grade", None)
            if confidence:
                edge["confidence"] = confidence


def _parse_quietly(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
