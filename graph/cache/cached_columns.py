"""Checked columns as sections of a file, and sections as checked columns again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from graph.cache.index import IndexedSpellings, RowsById, pack_index, unpacked_index
from graph.cache.sections import Packing, Sections
from graph.data.adjacency_index import AdjacencyIndex
from graph.data.columns import Columns
from graph.data.dictionary_column import DictionaryColumn
from graph.data.records import Source
from graph.data.relation_ids import ContentIds
from graph.data.table import Table
from graph.data.vocabulary import RelationType
from graph.errors import Problem
from graph.names.resolve import SpellingIndex

FAMILIES = ("actors", "relations")
ENDS = ("source", "target")


@dataclass(frozen=True)
class KeptColumns(Columns):
    """Columns whose indexes, too, are in a file.

    Parameters
    ----------
    sections
        What the file holds.
    """

    sections: Sections

    @cached_property
    def actor_row(self) -> Mapping[str, int]:
        """Row number by actor id."""
        return RowsById(self.actors.cells("id"), unpacked_index(self.sections, "ids"))

    @cached_property
    def spellings(self) -> SpellingIndex:
        """For every actor the id, the name and the aliases."""
        cells = list(map(self.actors.cells, ("id", "name", "aliases")))
        ids, names = (unpacked_index(self.sections, name) for name in ("ids", "names"))
        return IndexedSpellings(cells, ids, names)

    @cached_property
    def endpoints(self) -> tuple[Sequence[int], Sequence[int]]:
        """Row numbers of the actors at the two ends of every relation."""
        source, target = (self.sections.numbers(f"ends/{end}", "i") for end in ENDS)
        return source, target

    @cached_property
    def adjacency_indexes(self) -> tuple[AdjacencyIndex, AdjacencyIndex]:
        """All relations by their source, and by their target."""
        leaving, arriving = (
            AdjacencyIndex(
                self.sections.numbers(f"incidence/{end}/rows", "i"),
                self.sections.numbers(f"incidence/{end}/first", "i"),
                there,
            )
            for end, there in zip(ENDS, reversed(self.endpoints), strict=True)
        )
        return leaving, arriving

    @cached_property
    def relation_ids(self) -> Sequence[str]:
        """The id of every relation: the one given, else one made from its content."""
        how = self.sections.data("relation_ids/are")
        if how == "given":
            return self.relations.cells("id")
        if how == "listed":
            return self.sections.texts("relation_ids")
        return ContentIds(
            self.sections.numbers("relation_ids/words", "Q"),
            self.sections.numbers("relation_ids/twins", "i"),
            self.sections.texts("relation_ids/numbered"),
        )


def packed(columns: Columns, warnings: Sequence[Problem]) -> Packing:
    """Return columns, their indexes and the warnings as sections."""
    packing = Packing()
    tables = (columns.actors, columns.relations)
    about = {
        "tables": {
            family: _pack_table(packing, family, table)
            for family, table in zip(FAMILIES, tables, strict=True)
        },
        "sources": [_fields(source) for source in columns.sources.values()],
        "types": [_fields(each) for each in columns.types.values()],
        "warnings": [_fields(warning) for warning in warnings],
    }
    packing.data("relation_ids/are", _pack_ids(packing, columns))
    ids = list(columns.actors.cells("id"))
    pack_index(packing, "ids", ids, range(len(ids)))
    names = [(name, row) for row, (_, *names) in enumerate(columns.spellings) for name in names]
    pack_index(packing, "names", [name for name, _ in names], [row for _, row in names])
    _pack_ends(packing, columns)
    packing.data("about", about)
    return packing


def _pack_ends(packing: Packing, columns: Columns) -> None:
    every, ends = range(len(columns.relations)), columns.endpoints
    for end, here, there in zip(ENDS, ends, reversed(ends), strict=True):
        packing.numbers(f"ends/{end}", "i", here)
        made = AdjacencyIndex.build(here, there, every, len(columns.actors))
        packing.numbers(f"incidence/{end}/rows", "i", made.rows)
        packing.numbers(f"incidence/{end}/first", "i", made.offsets)


def _pack_table(packing: Packing, family: str, table: Table) -> dict[str, Any]:
    for place, cells in enumerate(table.columns.values()):
        coded = cells if isinstance(cells, DictionaryColumn) else _coded(cells)
        packing.numbers(f"{family}/{place}/codes", "i", coded.codes)
        packing.texts(f"{family}/{place}/values", coded.values)
    lines = table.lines
    if not isinstance(lines, range):
        packing.numbers(f"{family}/lines", "q", lines)
    return {
        "name": table.name,
        "columns": list(table.columns),
        "lines": [lines.start, lines.stop] if isinstance(lines, range) else None,
        "header": table.header_line,
        "tall": list(table.line_offsets.items()),
        "width": table.column_count,
        "ragged": list(table.ragged.items()),
    }


def _coded(cells: Sequence[str]) -> DictionaryColumn[str]:
    from array import array

    places: dict[str, int] = {}
    codes = array("i", (places.setdefault(cell, len(places)) for cell in cells))
    return DictionaryColumn(list(places), memoryview(codes))


def _pack_ids(packing: Packing, columns: Columns) -> str:
    ids = columns.relation_ids
    if ids is columns.relations.columns.get("id"):
        return "given"
    if not isinstance(ids, ContentIds):
        packing.texts("relation_ids", ids)
        return "listed"
    packing.numbers("relation_ids/words", "Q", ids.words)
    packing.numbers("relation_ids/twins", "i", ids.twins)
    packing.texts("relation_ids/numbered", ids.numbered)
    return "made"


def _fields(record: Source | RelationType | Problem) -> dict[str, Any]:
    return {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in asdict(record).items()
    }


def unpacked(sections: Sections) -> tuple[Columns, list[Problem]]:
    """Return the columns and the warnings that sections hold.

    Raises
    ------
    ValueError, KeyError, TypeError
        When they hold nothing of the kind.
    """
    about = sections.data("about")
    actors, relations = (_table(sections, name, about["tables"][name]) for name in FAMILIES)
    sources = {each["id"]: Source(**each) for each in about["sources"]}
    types = {each["name"]: RelationType(**each) for each in about["types"]}
    warnings = [Problem(**each) for each in about["warnings"]]
    return KeptColumns(actors, relations, sources, types, sections), warnings


def _table(sections: Sections, family: str, about: Mapping[str, Any]) -> Table:
    columns = {
        name: DictionaryColumn(
            sections.texts(f"{family}/{place}/values"),
            sections.numbers(f"{family}/{place}/codes", "i"),
        )
        for place, name in enumerate(about["columns"])
    }
    lines = about["lines"]
    return Table(
        about["name"],
        columns,
        sections.numbers(f"{family}/lines", "q") if lines is None else range(*lines),
        (),
        about["header"],
        dict(about["tall"]),
        about["width"],
        dict(about["ragged"]),
    )
