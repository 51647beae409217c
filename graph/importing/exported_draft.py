"""Finish a draft of files that explore exported: their cells are in our words already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, SOURCE_COLUMNS, TYPE_COLUMNS
from graph.data.dictionary_column import unique_values
from graph.data.vocabulary import TYPES, RelationType
from graph.errors import DataError
from graph.importing.by_column import count_values, map_column
from graph.importing.checked_draft import MOST_ERRORS, build_tables
from graph.importing.draft import KEY, Draft, Rows, count_rows
from graph.importing.finished import Finished
from graph.importing.options import ImportOptions
from graph.importing.people import Matches
from graph.importing.positions import format_layout
from graph.importing.relation_types import TypeLine
from graph.rules.checked_columns import build_checked_columns
from graph.rules.header_words import HEADER_WORDS, normalize_header

STANDARD: Mapping[str, Sequence[str]] = {
    "actors": ACTOR_COLUMNS,
    "relations": RELATION_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "types": TYPE_COLUMNS,
}
DUE = ("name", "source", "target", "type", "sign")


def finish_exported(draft: Draft, options: ImportOptions) -> Finished | None:
    """Return the tables of a draft as they are; None where they have to be understood first.

    That is so when a person decides something, or when somebody has written into the files what
    our own do not hold.
    """
    decided = replace(options, sheets=(), encoding=None, limits=ImportOptions().limits)
    if not draft.is_exported or decided != ImportOptions():
        return None
    tables = {family: _order(getattr(draft, family), family) for family in STANDARD}
    if list(tables["actors"].get("id", ())) == list(tables["actors"].get("name", ())):
        tables["actors"].pop("id", None)
    try:
        columns, warnings = build_checked_columns(build_tables(tables), most=MOST_ERRORS)
    except DataError:
        return None
    lines = _list_lines(tables["relations"], columns.types)
    finished = Finished(tables, draft, Matches(), lines, warnings)
    finished.columns = columns
    if draft.positions:
        finished.layout = format_layout(draft, columns.actors.cells("id"))
    return finished


def _order(rows: Rows, family: str) -> Rows:
    """Return the columns that say something, those with a meaning first.

    A blank one stays where the reader would take an own column for it.
    """
    cells = {"id" if name == KEY else name: column for name, column in rows.items()}
    if "aliases" in cells:
        cells["aliases"] = map_column(cells["aliases"], lambda text: text.removesuffix("|"))
    names = [name for name in STANDARD[family] if name in cells]
    own = [name for name in cells if name not in STANDARD[family] and name[:1] != " "]
    filled: Rows = {
        name: cells[name]
        for name in (*names, *own)
        if name in DUE or any(unique_values(cells[name]))
    }
    words = HEADER_WORDS.get(family, {})
    folded = {normalize_header(name) for name in own}
    for column, known in words.items():
        if column not in filled and not folded.isdisjoint(known):
            filled[column] = [""] * count_rows(rows)
    return filled


def _list_lines(relations: Rows, types: Mapping[str, RelationType]) -> list[TypeLine]:
    counted = count_values(relations["type"])
    lines = [
        TypeLine(name, name, kind.sign, kind.mutual, count, "exact")
        for name, count in counted.items()
        for kind in (types.get(name) or TYPES.get(name),)
        if kind is not None
    ]
    return sorted(lines, key=lambda line: (-line.count, line.words))
