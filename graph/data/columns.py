"""The data of a Network: all rows, by column, in the order of the files.

Filtered Networks share one `Columns`, which never changes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.data.adjacency_index import AdjacencyIndex
from graph.data.cell_values import collect_attributes, parse_basis, parse_weight
from graph.data.confidence import parse_confidence, parse_grade
from graph.data.dictionary_column import map_to_numbers, map_values, unique_values
from graph.data.end_rows import NOBODY, index_ends
from graph.data.lifetime_columns import LifetimeColumns
from graph.data.lifetimes import Lifetimes
from graph.data.records import Actor, Basis, Reference, Relation, Source
from graph.data.span_counts import SpanCounts
from graph.data.span_marks import SpanMarks
from graph.data.table import Table
from graph.data.via import index_citations
from graph.data.vocabulary import RelationType
from graph.data.voices import find_voices, list_voices

ACTOR_COLUMNS = ("id", "name", "kind", "aliases", "description", "start", "end", "reference")
RELATION_COLUMNS = (
    "source",
    "target",
    "type",
    "start",
    "end",
    "weight",
    "confidence",
    "stance",
    "claimant",
    "basis",
    "reference",
    "note",
    "id",
)
SOURCE_COLUMNS = (
    "id",
    "title",
    "author",
    "publisher",
    "date",
    "url",
    "archive_url",
    "via",
    "voice",
)
TYPE_COLUMNS = ("type", "sign", "mutual", "influence", "event", "label", "inverse", "past")

PRIVATE = "private"
"""The column that marks private rows; see `graph.sharing.privacy`."""


def split_cell(text: str) -> tuple[str, ...]:
    """Split a cell at its bars.

    Examples
    --------
    >>> split_cell("Lukashenka| Лукашенко |")
    ('Lukashenka', 'Лукашенко')
    """
    if "|" in text:
        return tuple(part for part in map(str.strip, text.split("|")) if part)
    text = text.strip()
    return (text,) if text else ()


@dataclass(frozen=True)
class Columns:
    """The data, by column.

    Parameters
    ----------
    actors, relations
        Tables; those of a Network have passed every check.
    sources
        Source by id.
    types
        Relation type by name: the built-in ones and those that types.csv declares.
    """

    actors: Table
    relations: Table
    sources: Mapping[str, Source]
    types: Mapping[str, RelationType]

    @cached_property
    def actor_row(self) -> Mapping[str, int]:
        """Row number by actor id."""
        return {actor: row for row, actor in enumerate(self.actors.cells("id"))}

    @cached_property
    def spellings(self) -> Sequence[tuple[str, ...]]:
        """For every actor the id, the name and the aliases."""
        columns = zip(*map(self.actors.cells, ("id", "name", "aliases")), strict=True)
        return [(actor, name, *split_cell(aliases)) for actor, name, aliases in columns]

    @cached_property
    def end_rows(self) -> Mapping[str, int]:
        """Row number by the texts with which an end of a relation may name an actor.

        These are its id, and its name if no other actor has it; any other text gives `NOBODY`.
        """
        return index_ends(self.actors.cells("id"), self.actors.cells("name"))

    @cached_property
    def endpoints(self) -> tuple[Sequence[int], Sequence[int]]:
        """Row numbers of the actors at the two ends of every relation."""
        rows = self.end_rows
        source, target = map(self.relations.cells, ("source", "target"))
        return map_to_numbers(source, rows.__getitem__), map_to_numbers(target, rows.__getitem__)

    @property
    def adjacency_indexes(self) -> tuple[AdjacencyIndex, AdjacencyIndex] | None:
        """The relations indexed by source, and by target, where a file has these indexes."""
        return None

    @cached_property
    def relation_types(self) -> Sequence[RelationType]:
        """The type of every relation."""
        return map_values(self.relations.cells("type"), self.types.__getitem__)

    @cached_property
    def type_numbers(self) -> Sequence[int]:
        """The number of every relation's type, in the order of `types`."""
        numbers = {name: number for number, name in enumerate(self.types)}
        return map_values(self.relations.cells("type"), numbers.__getitem__)

    @cached_property
    def disputes(self) -> Sequence[bool]:
        """Whether each relation disputes its claim."""
        return map_values(self.relations.cells("stance"), "disputes".__eq__)

    @cached_property
    def has_disputes(self) -> bool:
        """Whether any relation disputes."""
        return any(unique_values(self.disputes))

    @cached_property
    def lifetimes(self) -> Lifetimes:
        """When the actors and relations began and ended."""
        return Lifetimes(
            (self.actors, self.relations),
            self.endpoints,
            self.relation_types,
            self.sources,
            self.references,
            self.relation_days,
        )

    @property
    def relation_days(self) -> Sequence[int]:
        """The days of the relations, one after the other, where a file has them; else empty."""
        return ()

    @cached_property
    def lifetime_columns(self) -> LifetimeColumns:
        """Which actors and relations hold in a span."""
        return LifetimeColumns(self.lifetimes, self.span_counts, self.span_marks)

    @property
    def span_counts(self) -> Sequence[SpanCounts] | None:
        """The relations counted by their days, where a file has these counts."""
        return None

    @property
    def neighbour_counts(self) -> Sequence[int]:
        """How many neighbours each actor has, where a file has these counts; else empty."""
        return ()

    @property
    def end_kinds(self) -> Sequence[bytes]:
        """The numbers of the kinds of relations' actors, where a file has them; else empty."""
        return ()

    @property
    def span_marks(self) -> SpanMarks | None:
        """The years of the relations, where a file has them."""
        return None

    @cached_property
    def over(self) -> Sequence[bool]:
        """For every relation whether it is over, so that its sentence is in the past tense."""
        return self.lifetimes.over

    @cached_property
    def planned(self) -> Sequence[bool]:
        """For every relation whether it is an event that is still to come."""
        return self.lifetimes.planned

    @cached_property
    def bases(self) -> Sequence[Basis]:
        """Whether each relation is stated, inferred or alleged."""
        return map_values(self.relations.cells("basis"), parse_basis)

    @cached_property
    def claimant_rows(self) -> Sequence[int]:
        """Row number of each relation's claimant, `NOBODY` where it is in words or not given."""
        cells = self.relations.cells("claimant")
        rows = self.end_rows if any(unique_values(cells)) else {}
        return map_values(cells, lambda cell: rows[cell] if cell else NOBODY)

    @cached_property
    def claimants(self) -> Sequence[str]:
        """The claimant of every relation: the id of an actor, else the words of the cell."""
        cells = self.relations.cells("claimant")
        if not any(unique_values(cells)):
            return cells
        rows, ids = self.end_rows, self.actors.cells("id")
        return map_values(
            cells, lambda cell: ids[rows[cell]] if cell and rows[cell] != NOBODY else cell
        )

    @cached_property
    def weights(self) -> Sequence[float]:
        """The weight of every relation, 1 where none is given."""
        return map_values(self.relations.cells("weight"), parse_weight)

    @cached_property
    def confidences(self) -> Sequence[float | None]:
        """The confidence of every relation from 0 to 1, None where none is stated."""
        return map_values(self.relations.cells("confidence"), parse_confidence)

    @cached_property
    def grades(self) -> Sequence[str]:
        """The Admiralty grade of every relation's confidence, empty where it has none."""
        return map_values(self.relations.cells("confidence"), parse_grade)

    @cached_property
    def relation_ids(self) -> Sequence[str]:
        """The id of every relation: the one given, else one made from its content."""
        from graph.data.relation_ids import make_relation_ids

        actor_ids = self.actors.cells("id")
        return make_relation_ids(self.relations, actor_ids, self.endpoints, self.disputes)

    @cached_property
    def former_relation_ids(self) -> Sequence[str]:
        """The ids that version 0.1 made of the same rows; those that are given are the same."""
        from graph.data.relation_ids import make_relation_ids

        actor_ids = self.actors.cells("id")
        return make_relation_ids(
            self.relations, actor_ids, self.endpoints, self.disputes, former=True
        )

    def find_current_id(self, former: str) -> str:
        """Return the id of the relation that had an id in version 0.1; empty if none had it."""
        from graph.data.relation_ids import find_row

        row = find_row(self.former_relation_ids, former)
        return "" if row is None else self.relation_ids[row]

    @cached_property
    def voices(self) -> Mapping[str, str]:
        """For each source the independent voice that it is; see `graph.data.voices`."""
        return find_voices(self.sources)

    @cached_property
    def source_ids(self) -> Mapping[str, str]:
        """The ids of sources by what a row may cite; see `graph.data.via.index_citations`."""
        return index_citations(self.sources)

    def references(self, cell: str) -> tuple[Reference, ...]:
        """Return the references of a cell: sources, and as text what is not a source's id."""
        return tuple(self.sources.get(part, part) for part in split_cell(cell))

    def claimant(self, row: int) -> Actor | str:
        """Return who says what a relation says: an actor, else words, empty where not given."""
        number = self.claimant_rows[row]
        return self.relations.cells("claimant")[row] if number == NOBODY else self.actor(number)

    def actor(self, row: int) -> Actor:
        """Return one row of the actors; all relations share the object."""
        if row not in self._actors:
            self._actors[row] = self._read_actor(row)
        return self._actors[row]

    @cached_property
    def _actors(self) -> dict[int, Actor]:
        return {}

    def _read_actor(self, row: int) -> Actor:
        table = self.actors
        cells = {name: table.cells(name)[row] for name in ACTOR_COLUMNS if name in table.columns}
        return Actor(
            id=cells["id"],
            name=cells["name"],
            kind=cells["kind"],
            aliases=split_cell(cells.get("aliases", "")),
            description=cells.get("description", ""),
            start=cells.get("start", ""),
            end=cells.get("end", ""),
            references=self.references(cells.get("reference", "")),
            attributes=collect_attributes(table, ACTOR_COLUMNS, row),
        )

    def relation(self, row: int) -> Relation:
        """Return one row of the relations."""
        table = self.relations
        cells = {name: table.cells(name)[row] for name in RELATION_COLUMNS if name in table.columns}
        source, target = self.endpoints
        references = self.references(cells.get("reference", ""))
        return Relation(
            id=self.relation_ids[row],
            source=self.actor(source[row]),
            target=self.actor(target[row]),
            type=self.relation_types[row],
            start=cells.get("start", ""),
            end=cells.get("end", ""),
            weight=parse_weight(cells.get("weight", "")),
            confidence=parse_confidence(cells.get("confidence", "")),
            grade=parse_grade(cells.get("confidence", "")),
            stance="disputes" if self.disputes[row] else "asserts",
            claimant=self.claimant(row),
            basis=self.bases[row],
            references=references,
            note=cells.get("note", ""),
            attributes=collect_attributes(table, RELATION_COLUMNS, row),
            over=self.over[row],
            planned=self.planned[row],
            voices=list_voices(self.voices, references) if references else (),
        )
