"""The rows that every format writes: selected, named by their ids, without lone surrogates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from graph.data.cell_values import parse_basis
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS, TYPE_COLUMNS, split_cell
from graph.data.confidence import parse_confidence, parse_grade
from graph.data.declared_types import to_type_row
from graph.data.dictionary_column import iter_values
from graph.data.own_columns import name_own_columns
from graph.data.vocabulary import TYPES, RelationType
from graph.formats.csv_writer import name_claimants
from graph.formats.sources_table import build_sources_table
from graph.select.used_types import list_used_kinds, list_used_types

if TYPE_CHECKING:
    from graph.data.records import Source
    from graph.data.table import Table
    from graph.select.selection import Selection

Cell = str | float | bool
Row = dict[str, Cell]
Columns = dict[str, list[str]]
Point = tuple[float, float]

SURROGATE = re.compile("[\ud800-\udfff]")
TYPE_ATTRIBUTES = ("sign", "mutual", "influence", "event", "label", "inverse", "past")
GRADE = "grade"
NO_SOURCES = "{} has no table of sources: each reference is the citation in full."


class Export(NamedTuple):
    """What a format makes of a network.

    Parameters
    ----------
    files
        The bytes by the part of the name that tells several files apart; of one file empty.
    notes
        What the format cannot hold, as sentences.
    left_out_count
        How many of the relations are not in the files.
    """

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()
    left_out_count: int = 0


@dataclass(frozen=True)
class ExportedNetwork:
    """The selected rows of a Network, for writing.

    Parameters
    ----------
    network
        The network, without what is withheld.
    positions
        By actor id where it is drawn (y grows downwards); empty where positions are not wanted.
    """

    network: Selection
    positions: Mapping[str, Point] = field(default_factory=dict)

    @cached_property
    def tables(self) -> Mapping[str, Columns]:
        """The columns of actors, relations, sources and types, cells as in the CSV files."""
        return {
            "actors": self._select(self.network.columns.actors, "actors"),
            "relations": self._select(self.network.columns.relations, "relations"),
            "sources": _clean_columns(_transpose(*build_sources_table(self.network))),
            "types": _clean_columns(
                _transpose(TYPE_COLUMNS, [to_type_row(each) for each in self.types])
            ),
        }

    def _select(self, table: Table, family: str) -> Columns:
        network = self.network
        standard = ACTOR_COLUMNS if family == "actors" else RELATION_COLUMNS
        rows = network.actor_numbers if family == "actors" else network.relation_numbers
        cells = dict(table.columns)
        if family == "relations":
            cells |= self._name_ends()
        names = [name for name in standard if name in cells]
        names += [name for name in cells if name not in standard]
        return _clean_columns({name: list(iter_values(cells[name], rows)) for name in names})

    def _name_ends(self) -> dict[str, Sequence[str]]:
        """Return the columns of relations that name other rows, by id."""
        columns = self.network.columns
        ids, (sources, targets) = columns.actors.cells("id"), columns.endpoints
        named: dict[str, Sequence[str]] = {
            "source": [ids[row] for row in sources],
            "target": [ids[row] for row in targets],
            "id": columns.relation_ids,
        }
        if "claimant" in columns.relations.columns:
            named["claimant"] = name_claimants(self.network)
        return named

    @cached_property
    def types(self) -> list[RelationType]:
        """The types of the relations, and those that the data declares."""
        used = {each.name for each in list_used_types(self.network)}
        return [
            each
            for name, each in self.network.types.items()
            if name in used or TYPES.get(name) != each
        ]

    def list_unused_types(self) -> list[str]:
        """Return the names of the types that the data declares and no relation has."""
        used = {each.name for each in list_used_types(self.network)}
        return [each.name for each in self.types if each.name not in used]

    @cached_property
    def actors(self) -> list[Row]:
        """The actors: the filled cells of each."""
        return list(_iter_filled(self.tables["actors"]))

    @cached_property
    def relations(self) -> list[Row]:
        """The relations: the filled cells of each, and what its type means.

        Weight and confidence are numbers, and `grade` is the Admiralty grade of the confidence.
        Stance and basis are always there. Of a type that is not built in, every property is.
        """
        described = {each.name: describe_type(each) for each in self.types}
        return [self._describe(row, described) for row in _iter_filled(self.renamed_relations)]

    @property
    def renamed_relations(self) -> Columns:
        """The columns of relations; own ones with a name of ours get another."""
        columns = self.tables["relations"]
        own = [name for name in columns if name not in RELATION_COLUMNS]
        headings = dict(zip(own, name_own_columns(own, (*TYPE_ATTRIBUTES, GRADE)), strict=True))
        return {headings.get(name, name): cells for name, cells in columns.items()}

    @staticmethod
    def _describe(row: Row, described: Mapping[str, Row]) -> Row:
        confidence = str(row.pop("confidence", ""))
        number, grade = parse_confidence(confidence), parse_grade(confidence)
        weight = row.pop("weight", None)
        return {
            **row,
            **({} if weight is None else {"weight": float(weight)}),
            **({} if number is None else {"confidence": number}),
            **({GRADE: grade} if grade else {}),
            "stance": row.get("stance", "asserts"),
            "basis": parse_basis(str(row.get("basis", ""))),
            **described[str(row["type"])],
        }

    @cached_property
    def sources(self) -> list[Row]:
        """The sources: the filled cells of each."""
        return list(_iter_filled(self.tables["sources"]))

    def cite(self, row: Row) -> list[str]:
        """Return the references of a row in full, for a format without a table of sources."""
        by_id = self.network.columns.sources
        return [
            _cite_source(by_id[each]) if each in by_id else each
            for each in list_values(row.get("reference", ""))
        ]

    @cached_property
    def kind_colours(self) -> Mapping[str, str]:
        """The colour of each kind of actor, as the page has it, such as ``#0072B2``."""
        from graph.layout.styles import build_kind_styles

        kinds = list_used_kinds(self.network)
        styles = build_kind_styles(kinds)
        return {kind: style["color"] for kind, style in zip(kinds, styles, strict=True)}

    @cached_property
    def type_colours(self) -> Mapping[str, str]:
        """The colour of each type of relation, as the page has it."""
        from graph.layout.styles import build_type_styles

        types = list_used_types(self.network)
        styles = build_type_styles(types)
        return {each.name: style["color"] for each, style in zip(types, styles, strict=True)}

    def name_unheld(self, family: str, unheld: Sequence[str]) -> str:
        """Return the columns that a format cannot hold and that have a cell, as a list in words.

        Parameters
        ----------
        family
            The table: actors, relations or sources.
        unheld
            The columns that it cannot hold; ``own`` stands for all own columns.
        """
        columns = self.tables[family]
        standard = {"actors": ACTOR_COLUMNS, "relations": RELATION_COLUMNS}.get(family, ())
        own = [name for name in columns if standard and name not in standard]
        names = [name for name in unheld if name != "own"] + (own if "own" in unheld else [])
        return ", ".join(name for name in names if any(columns.get(name, ())))


def describe_type(relation_type: RelationType) -> Row:
    """Return the attributes of a relation that come from its type: few if the type is built in.

    Examples
    --------
    >>> describe_type(TYPES["ally"])
    {'sign': '+', 'mutual': True}
    """
    built_in = TYPES.get(relation_type.name) == relation_type
    names = TYPE_ATTRIBUTES[:2] if built_in else TYPE_ATTRIBUTES
    row: Row = {name: getattr(relation_type, name) for name in names}
    return {name: value for name, value in row.items() if value != ""}


def _cite_source(source: Source) -> str:
    """Return a source in one line with its addresses, and without bars, which separate sources."""
    parts = (source.citation, source.url, source.archive_url)
    return _clean(" ".join(part for part in parts if part).replace("|", "/"))


def list_values(cell: Cell) -> list[str]:
    """Return the values of a cell, which bars separate.

    Examples
    --------
    >>> list_values("a|b")
    ['a', 'b']
    """
    return list(split_cell(str(cell)))


def describe_unheld(format_name: str, names: str, family: str) -> tuple[str, ...]:
    """Return the sentence about columns that a format cannot hold; none where it holds all.

    Examples
    --------
    >>> describe_unheld("Kumu JSON", "", "actors")
    ()
    """
    if not names:
        return ()
    return (f"{format_name} cannot hold these columns of the {family}: {names}.",)


def _transpose(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    return {name: [row[index] for row in rows] for index, name in enumerate(header)}


def _clean_columns(columns: Columns) -> Columns:
    return {_clean(name): _clean_cells(cells) for name, cells in columns.items()}


def _clean_cells(cells: list[str]) -> list[str]:
    """Return cells that UTF-8 can hold; a frame may have half a character."""
    joined = "".join(cells)
    if joined.isascii() or not SURROGATE.search(joined):
        return cells
    return list(map(_clean, cells))


def _clean(text: str) -> str:
    return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _iter_filled(columns: Columns) -> Iterator[Row]:
    """Yield the filled cells of each row."""
    names = list(columns)
    for cells in zip(*columns.values(), strict=True):
        yield {name: cell for name, cell in zip(names, cells, strict=True) if cell}
