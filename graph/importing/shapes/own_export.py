"""Recognise a table of relations that explore exported, and take out what it says of types."""

from __future__ import annotations

from graph.data.table import Table
from graph.data.vocabulary import TYPES, YES_OR_NO
from graph.formats.frames import restore_grades
from graph.importing.by_column import Column, encode_column, find_combinations
from graph.importing.draft import Draft, Rows
from graph.importing.roles.folded_headers import fold_header, get_neo4j_kind
from graph.importing.roles.values import are_directions, sample_values
from graph.importing.tables.sheet import Sheet

MARKS = ("stance", "basis", "mutual", "sign")
ATTRIBUTES = ("sign", "mutual", "influence", "event", "label", "inverse", "past")
DECLARING = "influence"  # only a type that is not built in says it
TRUTH = {"true": "yes", "false": "no"}


def take_types(sheet: Sheet) -> Draft:
    """Return the types that a table of ours describes, and leave their columns out of the sheet.

    Of any other table nothing is taken.
    """
    named = _find_columns(sheet)
    if not set(MARKS) <= set(named) or "type" not in named:
        return Draft()
    if not set(encode_column(sheet.columns[named["mutual"]]).values) <= set(TRUTH):
        return Draft()
    names = ["type", *(name for name in ATTRIBUTES if name in named)]
    columns = [encode_column(sheet.columns[named[name]]) for name in names]
    rows, _ = find_combinations(columns)
    described = {
        columns[0][row]: {n: c[row] for n, c in zip(names, columns, strict=True)} for row in rows
    }
    if len(described) < len(rows):  # a type that is described in two ways is not ours
        return Draft()
    for name in names[1:]:
        del sheet.columns[named[name]]
    _restore_grades(sheet, named)
    declared = [
        cells for name, cells in described.items() if cells.get(DECLARING) or name not in TYPES
    ]
    types: Rows = {name: [_read_cell(name, cells[name]) for cells in declared] for name in names}
    return Draft(types=types if declared else {})


def _read_cell(name: str, text: str) -> str:
    return TRUTH.get(text, text) if name in YES_OR_NO else text


def _find_columns(sheet: Sheet) -> dict[str, str]:
    """Return the headers by our words; Gephi calls the direction Type, and the type Relation."""
    named = {
        "_".join(fold_header(header)): header
        for header in sheet.columns
        if not get_neo4j_kind(header)
    }
    type_header = named.get("type")
    if type_header is not None and are_directions(sample_values(sheet.columns[type_header])):
        named.pop("type")
        if "relation" in named:
            named["type"] = named["relation"]
    return named


def _restore_grades(sheet: Sheet, named: dict[str, str]) -> None:
    """Put Admiralty grades back where their numbers stand."""
    if not {"grade", "confidence"} <= set(named):
        return
    cells: dict[str, Column] = {
        each: sheet.columns[named[each]] for each in ("grade", "confidence")
    }
    restored = restore_grades(Table("", cells, sheet.lines)).columns
    if "grade" not in restored:
        del sheet.columns[named["grade"]]
        sheet.columns[named["confidence"]] = restored["confidence"]
