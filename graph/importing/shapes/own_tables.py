"""Read the tables that explore exported: each header means what it says, and nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.data.own_columns import OWN
from graph.data.table import Table
from graph.data.vocabulary import YES_OR_NO
from graph.formats.frames import restore_grades
from graph.importing.by_column import Column, map_column
from graph.importing.draft import KEY, PLACE, Draft, Note, Rows
from graph.importing.network_files.collected import RENAMED, TRUTH
from graph.importing.shapes.own_export import take_types
from graph.importing.tables.sheet import Sheet

NEO4J_KIND = re.compile(r":(double|boolean|string\[\])\Z")
CLAIMS = ("stance", "basis")  # which every table of relations of ours has


class OwnTable(NamedTuple):
    """A table of a format that we export.

    Parameters
    ----------
    family
        What it lists.
    marks
        The headers by which it is known.
    names
        Our column, by header; any other header is its own name.
    skipped
        The headers of columns that say again what others say.
    sheet
        What the sheet is called, where the headers alone do not tell.
    label
        The header under which each relation has the label of its type, where it is not ours.
    """

    family: str
    marks: tuple[str, ...]
    names: Mapping[str, str] = {}
    skipped: tuple[str, ...] = ()
    sheet: str = ""
    label: str = ""


FORMS: tuple[tuple[OwnTable, ...], ...] = (
    (  # Excel, SQLite, Parquet
        OwnTable("relations", ("source", "target", "type", "id", *CLAIMS)),
        OwnTable("sources", ("id",), sheet="sources"),
        OwnTable("types", ("type", "sign"), sheet="types"),
        OwnTable("actors", ("id", "name"), sheet="actors"),
    ),
    (
        OwnTable(
            "relations",
            ("Source", "Target", "Type", "Id", "Label", "Relation", *CLAIMS, "sign", "mutual"),
            {"Source": "source", "Target": "target", "Id": "id", "Relation": "type",
             "Weight": "weight"},
            ("Type", "Label"),
            label="Label",
        ),
        OwnTable("actors", ("Id", "Label"), {"Id": "id", "Label": "name"}),
    ),
    (
        OwnTable(
            "relations",
            (":START_ID", ":END_ID", ":TYPE", "id", "type", *CLAIMS, "sign", "mutual"),
            {":START_ID": "source", ":END_ID": "target"},
            (":TYPE",),
        ),
        OwnTable("sources", ("id:ID(Source)", ":LABEL"), {"id:ID(Source)": "id"}, (":LABEL",)),
        OwnTable("actors", ("id:ID", ":LABEL", "name"), {"id:ID": "id"}, (":LABEL",)),
    ),
)  # fmt: skip
CITATIONS = ({"actor", "source", "reference"}, {"relation", "source", "reference"})
"""The headers of tables that say again what each row cites."""


def take_exported(sheets: Sequence[Sheet]) -> tuple[Draft, list[Sheet]]:
    """Return the draft of the tables that explore exported, and the other sheets.

    They are known by their table of relations, of which there must be one.
    """
    for form in FORMS:
        relations = [sheet for sheet in sheets if _is_of(sheet, form[0])]
        if len(relations) == 1:
            return _draft_form(sheets, form)
    return Draft(), list(sheets)


def _draft_form(sheets: Sequence[Sheet], form: Sequence[OwnTable]) -> tuple[Draft, list[Sheet]]:
    draft, others, families = Draft(), list[Sheet](), set[str]()
    for sheet in sheets:
        own = next((t for t in form if _is_of(sheet, t) and t.family not in families), None)
        if own is None:
            others += [] if {*sheet.columns} in CITATIONS else [sheet]
            continue
        families.add(own.family)
        draft.extend(_draft_table(sheet, own))
    if "actors" not in families:
        return Draft(), list(sheets)
    draft.is_exported = True
    return draft, others


def _is_of(sheet: Sheet, own: OwnTable) -> bool:
    """Return whether a sheet is such a table: by its headers, and by its name if it needs one."""
    headers = {NEO4J_KIND.sub("", header) for header in sheet.columns}
    stem = sheet.stem.rpartition(".")[2].casefold()
    return headers.issuperset(own.marks) and own.sheet in ("", stem)


def _draft_table(sheet: Sheet, own: OwnTable) -> Draft:
    draft = Draft(set_aside=sheet.set_aside)
    is_typed = any(header.startswith(":") or ":ID" in header for header in sheet.columns)
    cells: dict[str, Column] = {}
    for header, column in sheet.columns.items():
        if header not in own.skipped:
            bare = NEO4J_KIND.sub("", header) if is_typed else header
            cells[own.names.get(header, bare)] = column
    if own.family == "relations":
        labels = {"label": sheet.columns[own.label]} if own.label else {}
        inner = Sheet(sheet.file, sheet.sheet, cells | labels, sheet.lines)
        draft.extend(take_types(inner))
        for name in labels:
            inner.columns.pop(name, None)  # of types that are not as we describe them
        cells = _restore_grades(inner.columns, sheet.lines)
    if own.family == "types":
        cells |= {
            name: map_column(cells[name], lambda text: TRUTH.get(text, text))
            for name in YES_OR_NO
            if name in cells
        }
    rows: Rows = dict(_restore_names(cells))
    if own.family == "actors":
        rows = {KEY if name == "id" else name: column for name, column in rows.items()}
    if own.family in ("actors", "relations"):
        rows[PLACE] = sheet.places()
    setattr(draft, own.family, rows)
    what = f"{sheet.label}: is a table of {own.family} that explore exported ({len(sheet):,} rows)."
    draft.notes += [*sheet.notes, Note("tables", what)]
    return draft


def _restore_grades(cells: dict[str, Column], lines: Sequence[int]) -> dict[str, Column]:
    """Return columns in which Admiralty grades stand where their numbers do."""
    if "grade" not in cells:
        return cells
    blank = [""] * len(lines)  # F6 says nothing of how likely it is
    both = {name: cells.get(name, blank) for name in ("grade", "confidence")}
    restored = restore_grades(Table("", both, lines)).columns
    if "grade" in restored:
        return cells
    rest = {name: column for name, column in cells.items() if name != "grade"}
    return {**rest, "confidence": restored["confidence"]}


def _restore_names(cells: Mapping[str, Column]) -> dict[str, Column]:
    """Return columns with the names that they had before an export gave them others."""
    longest: dict[str, str] = {}
    for name in sorted(cells, key=len):
        former = name
        while former.endswith(OWN):
            former = former.removesuffix(OWN)
        if former != name and former not in cells and _is_renamed(former, cells):
            longest[former] = name
    names = {name: former for former, name in longest.items()}
    return {names.get(name, name): column for name, column in cells.items()}


def _is_renamed(name: str, cells: Mapping[str, Column]) -> bool:
    """Return whether exports rename an own column of that name."""
    folded = name.casefold()
    return folded in {each.casefold() for each in (*RENAMED, *cells)}
