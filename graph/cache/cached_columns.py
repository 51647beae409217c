"""Write checked columns as sections of a file, and read them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property, partial
from typing import Any

from graph.cache.index import CachedSpellings, RowsById, pack_index, unpack_index
from graph.cache.sections import Sections, SectionWriter
from graph.data.adjacency_index import AdjacencyIndex, count_neighbours
from graph.data.columns import Columns
from graph.data.dictionary_column import DictionaryColumn, take_bytes
from graph.data.records import Source
from graph.data.relation_ids import ContentIds
from graph.data.row_marks import BYTES
from graph.data.span_counts import MOST_PAIRS, SpanCounts, list_span_counts
from graph.data.span_marks import SpanMarks
from graph.data.table import Table
from graph.data.vocabulary import RelationType
from graph.errors import Problem
from graph.names.resolve import SpellingIndex

FAMILIES = ("actors", "relations")
ENDS = ("source", "target")
GROUPS_OF_LIFETIMES = ("in_doubt", "still", "rest")


@dataclass(frozen=True)
class CachedColumns(Columns):
    """Columns that are mapped into memory from a file, with their indexes.

    Parameters
    ----------
    sections
        The sections of the file.
    """

    sections: Sections

    @cached_property
    def actor_row(self) -> Mapping[str, int]:
        """Row number by actor id."""
        return RowsById(self.actors.cells("id"), unpack_index(self.sections, "ids"))

    @cached_property
    def spellings(self) -> SpellingIndex:
        """For every actor the id, the name and the aliases."""
        cells = list(map(self.actors.cells, ("id", "name", "aliases")))
        ids, names = (unpack_index(self.sections, name) for name in ("ids", "names"))
        return CachedSpellings(cells, ids, names)

    @cached_property
    def endpoints(self) -> tuple[Sequence[int], Sequence[int]]:
        """Row numbers of the actors at the two ends of every relation."""
        source, target = (self.sections.read_numbers(f"ends/{end}", "i") for end in ENDS)
        return source, target

    @cached_property
    def adjacency_indexes(self) -> tuple[AdjacencyIndex, AdjacencyIndex]:
        """All relations by their source, and by their target."""
        leaving, arriving = (
            AdjacencyIndex(
                self.sections.read_numbers(f"incidence/{end}/rows", "i"),
                self.sections.read_numbers(f"incidence/{end}/first", "i"),
                far_ends,
            )
            for end, far_ends in zip(ENDS, reversed(self.endpoints), strict=True)
        )
        return leaving, arriving

    @cached_property
    def neighbour_counts(self) -> Sequence[int]:
        """How many neighbours each actor has, disputed relations left out."""
        return self.sections.read_numbers("incidence/neighbours", "i")

    @property
    def relation_days(self) -> Sequence[int]:
        """The days of the relations, one after the other, so that no cell need be parsed."""
        return self.sections.read_numbers("lifetimes/days", "i")

    @property
    def span_counts(self) -> Sequence[SpanCounts] | None:
        """The relations counted by their days, unless that is not worthwhile."""
        if not self.sections.read_json("lifetimes/are_counted"):
            return None
        return [
            SpanCounts(partial(self._read_count, f"lifetimes/{group}"))
            for group in GROUPS_OF_LIFETIMES
        ]

    @cached_property
    def span_marks(self) -> SpanMarks:
        """The years of the relations."""
        return SpanMarks(lambda name: self.sections.read_bytes(f"lifetimes/years/{name}"))

    def _read_count(self, group: str, name: str) -> Sequence[int]:
        return self.sections.read_numbers(f"{group}/{name}", "i")

    @cached_property
    def end_kinds(self) -> Sequence[bytes]:
        """For each end the number of the kind of every relation's actor, if these are few."""
        if not self.sections.read_json("ends/have_kinds"):
            return ()
        return [self.sections.read_bytes(f"ends/{end}/kind") for end in ENDS]

    @cached_property
    def relation_ids(self) -> Sequence[str]:
        """The id of every relation: the one given, else one made from its content."""
        storage = self.sections.read_json("relation_ids/are")
        if storage == "given":
            return self.relations.cells("id")
        if storage == "listed":
            return self.sections.read_texts("relation_ids")
        return ContentIds(
            self.sections.read_numbers("relation_ids/words", "Q"),
            self.sections.read_numbers("relation_ids/numbers", "i"),
        )


def pack_columns(columns: Columns, warnings: Sequence[Problem]) -> SectionWriter:
    """Collect columns, their indexes and the warnings as the sections of a file."""
    writer = SectionWriter()
    tables = (columns.actors, columns.relations)
    about = {
        "tables": {
            family: _pack_table(writer, family, table)
            for family, table in zip(FAMILIES, tables, strict=True)
        },
        "sources": [_to_fields(source) for source in columns.sources.values()],
        "types": [_to_fields(each) for each in columns.types.values()],
        "warnings": [_to_fields(warning) for warning in warnings],
    }
    writer.add_json("relation_ids/are", _pack_ids(writer, columns))
    ids = list(columns.actors.cells("id"))
    pack_index(writer, "ids", ids, range(len(ids)))
    names = [(name, row) for row, (_, *names) in enumerate(columns.spellings) for name in names]
    pack_index(writer, "names", [name for name, _ in names], [row for _, row in names])
    _pack_ends(writer, columns)
    _pack_lifetimes(writer, columns)
    writer.add_json("about", about)
    return writer


def _pack_ends(writer: SectionWriter, columns: Columns) -> None:
    every, ends = range(len(columns.relations)), columns.endpoints
    for end, near_ends, far_ends in zip(ENDS, ends, reversed(ends), strict=True):
        writer.add_numbers(f"ends/{end}", "i", near_ends)
        index = AdjacencyIndex.build(near_ends, far_ends, every, len(columns.actors))
        writer.add_numbers(f"incidence/{end}/rows", "i", index.rows)
        writer.add_numbers(f"incidence/{end}/first", "i", index.offsets)
    neighbours = count_neighbours(*ends, columns.disputes, len(columns.actors))
    writer.add_numbers("incidence/neighbours", "i", neighbours)
    kinds = columns.actors.columns.get("kind", ())
    coded = kinds if isinstance(kinds, DictionaryColumn) else _encode_column(kinds)
    are_few = 0 < len(coded.values) <= BYTES
    writer.add_json("ends/have_kinds", are_few)
    for end, actors in zip(ENDS, ends, strict=True) if are_few else ():
        writer.add_bytes(f"ends/{end}/kind", take_bytes(coded, actors))


def _pack_lifetimes(writer: SectionWriter, columns: Columns) -> None:
    groups = [dict(list_span_counts(each)) for each in columns.lifetime_columns.group_relations()]
    are_counted = sum(len(numbers["pairs/count"]) for numbers in groups) <= MOST_PAIRS
    writer.add_json("lifetimes/are_counted", are_counted)
    for name, years in columns.lifetime_columns.list_year_numbers():
        writer.add_bytes(f"lifetimes/years/{name}", years)
    writer.add_numbers("lifetimes/days", "i", columns.lifetime_columns.list_days())
    for group, numbers in zip(GROUPS_OF_LIFETIMES, groups, strict=True):
        for name, values in numbers.items() if are_counted else ():
            writer.add_numbers(f"lifetimes/{group}/{name}", "i", values)


def _pack_table(writer: SectionWriter, family: str, table: Table) -> dict[str, Any]:
    for number, cells in enumerate(table.columns.values()):
        column = cells if isinstance(cells, DictionaryColumn) else _encode_column(cells)
        writer.add_numbers(f"{family}/{number}/codes", "i", column.codes)
        writer.add_texts(f"{family}/{number}/values", column.values)
    lines = table.lines
    if not isinstance(lines, range):
        writer.add_numbers(f"{family}/lines", "q", lines)
    return {
        "name": table.name,
        "columns": list(table.columns),
        "lines": [lines.start, lines.stop] if isinstance(lines, range) else None,
        "header": table.header_line,
        "line_offsets": list(table.line_offsets.items()),
        "width": table.column_count,
        "ragged": list(table.ragged.items()),
    }


def _encode_column(cells: Sequence[str]) -> DictionaryColumn[str]:
    from array import array

    index: dict[str, int] = {}
    codes = array("i", (index.setdefault(cell, len(index)) for cell in cells))
    return DictionaryColumn(list(index), memoryview(codes))


def _pack_ids(writer: SectionWriter, columns: Columns) -> str:
    ids = columns.relation_ids
    if ids is columns.relations.columns.get("id"):
        return "given"
    if not isinstance(ids, ContentIds):
        writer.add_texts("relation_ids", ids)
        return "listed"
    writer.add_numbers("relation_ids/words", "Q", ids.words)
    writer.add_numbers("relation_ids/numbers", "i", ids.numbers)
    return "made"


def _to_fields(record: Source | RelationType | Problem) -> dict[str, Any]:
    return {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in asdict(record).items()
    }


def unpack_columns(sections: Sections) -> tuple[Columns, list[Problem]]:
    """Read the columns and the warnings from the sections of a file.

    Raises
    ------
    ValueError, KeyError, TypeError
        When the sections are not what `pack_columns` writes.
    """
    about = sections.read_json("about")
    actors, relations = (_unpack_table(sections, name, about["tables"][name]) for name in FAMILIES)
    sources = {each["id"]: Source(**each) for each in about["sources"]}
    types = {each["name"]: RelationType(**each) for each in about["types"]}
    warnings = [Problem(**each) for each in about["warnings"]]
    return CachedColumns(actors, relations, sources, types, sections), warnings


def _unpack_table(sections: Sections, family: str, about: Mapping[str, Any]) -> Table:
    columns = {
        name: DictionaryColumn(
            sections.read_texts(f"{family}/{number}/values"),
            sections.read_numbers(f"{family}/{number}/codes", "i"),
        )
        for number, name in enumerate(about["columns"])
    }
    lines = about["lines"]
    return Table(
        about["name"],
        columns,
        sections.read_numbers(f"{family}/lines", "q") if lines is None else range(*lines),
        (),
        about["header"],
        dict(about["line_offsets"]),
        about["width"],
        dict(about["ragged"]),
    )
