"""What a Network holds: every row of the data, by column, in the order of the files.

Filtered Networks share one `Columns`; nothing changes it after it is built.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.data.adjacency_index import Incidence
from graph.data.dictionary_column import mapped, numbers
from graph.data.records import Actor, Reference, Relation, Source
from graph.data.table import Table
from graph.data.vocabulary import PERSON, RelationType

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
    "reference",
    "note",
    "id",
)
SOURCE_COLUMNS = ("id", "title", "author", "publisher", "date", "url", "archive_url")
TYPE_COLUMNS = ("type", "sign", "mutual", "influence", "label", "inverse")

PRIVATE = "private"
"""The column that keeps a row out of what is passed on; see `graph.sharing.privacy`."""

NOBODY = -1
"""The row of an end that names no actor: checked data has none."""

GRADE = re.compile(r"([A-Fa-f])([1-6])")


def grade_confidence(grade: str) -> float | None:
    """Return an Admiralty grade as a confidence from 0 to 1.

    The letter rates the source (A to E: 1, 0.8, ... 0.2), the digit the claim (1 to 5, likewise);
    the lower of the two counts. F and 6 mean that it cannot be judged, so the other one
    counts; F6 says nothing.

    Examples
    --------
    >>> grade_confidence("B2"), grade_confidence("A4"), grade_confidence("F6")
    (0.8, 0.4, None)
    """
    letter, digit = grade[0].upper(), grade[1]
    rated = [("ABCDE".find(letter), letter != "F"), ("12345".find(digit), digit != "6")]
    scores = [(5 - place) / 5 for place, judged in rated if judged]
    return min(scores) if scores else None


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between the bars of a cell.

    Examples
    --------
    >>> parts("Lukashenka| Лукашенко |")
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
        return [(actor, name, *parts(aliases)) for actor, name, aliases in columns]

    @cached_property
    def people(self) -> Container[int]:
        """Row numbers of the actors who are persons."""
        return _Having(self.actors.cells("kind"), PERSON)

    @cached_property
    def end_rows(self) -> Mapping[str, int]:
        """Row number by whatever an end of a relation may call an actor.

        That is its id, or a name that it alone has; anything else leads to `NOBODY`.
        """
        names = self.actors.cells("name")
        rows = _OrNobody(zip(names, range(len(names)), strict=True))
        if len(rows) < len(names):
            for name, number in Counter(names).items():
                if number > 1:
                    del rows[name]
        rows.update(zip(self.actors.cells("id"), range(len(names)), strict=True))
        return rows

    @cached_property
    def endpoints(self) -> tuple[Sequence[int], Sequence[int]]:
        """Row numbers of the actors at the two ends of every relation."""
        rows = self.end_rows
        source, target = map(self.relations.cells, ("source", "target"))
        return numbers(source, rows.__getitem__), numbers(target, rows.__getitem__)

    @property
    def incidences(self) -> tuple[Incidence, Incidence] | None:
        """All relations by their source, and by their target, where that is at hand."""
        return None

    @cached_property
    def relation_types(self) -> Sequence[RelationType]:
        """The type of every relation."""
        return mapped(self.relations.cells("type"), self.types.__getitem__)

    @cached_property
    def disputes(self) -> Sequence[bool]:
        """For every relation whether its stance is to dispute."""
        return mapped(self.relations.cells("stance"), "disputes".__eq__)

    @cached_property
    def weights(self) -> Sequence[float]:
        """The weight of every relation, 1 where none is given."""
        return mapped(self.relations.cells("weight"), weight_in)

    @cached_property
    def confidences(self) -> Sequence[float | None]:
        """The confidence of every relation from 0 to 1, None where none is stated."""
        return mapped(self.relations.cells("confidence"), confidence_in)

    @cached_property
    def grades(self) -> Sequence[str]:
        """The Admiralty grade of every relation's confidence, empty where it is none."""
        return mapped(self.relations.cells("confidence"), grade_in)

    @cached_property
    def relation_ids(self) -> Sequence[str]:
        """The id of every relation: the one given, else one made from its content."""
        from graph.data.relation_ids import relation_ids

        actor_ids = self.actors.cells("id")
        return relation_ids(self.relations, actor_ids, self.endpoints, self.disputes)

    def references(self, cell: str) -> tuple[Reference, ...]:
        """Return what a reference cell names: sources, and the rest as text."""
        return tuple(self.sources.get(part, part) for part in parts(cell))

    def actor(self, row: int) -> Actor:
        """Return one row of the actors; every relation of theirs shares it."""
        if row not in self._actors:
            self._actors[row] = self._read_actor(row)
        return self._actors[row]

    @cached_property
    def _actors(self) -> dict[int, Actor]:
        return {}

    def _read_actor(self, row: int) -> Actor:
        table = self.actors
        known = {name: table.cells(name)[row] for name in ACTOR_COLUMNS if name in table.columns}
        return Actor(
            id=known["id"],
            name=known["name"],
            kind=known["kind"],
            aliases=parts(known.get("aliases", "")),
            description=known.get("description", ""),
            start=known.get("start", ""),
            end=known.get("end", ""),
            references=self.references(known.get("reference", "")),
            attributes=attributes(table, ACTOR_COLUMNS, row),
        )

    def relation(self, row: int) -> Relation:
        """Return one row of the relations."""
        table = self.relations
        known = {name: table.cells(name)[row] for name in RELATION_COLUMNS if name in table.columns}
        source, target = self.endpoints
        return Relation(
            id=self.relation_ids[row],
            source=self.actor(source[row]),
            target=self.actor(target[row]),
            type=self.relation_types[row],
            start=known.get("start", ""),
            end=known.get("end", ""),
            weight=weight_in(known.get("weight", "")),
            confidence=confidence_in(known.get("confidence", "")),
            grade=grade_in(known.get("confidence", "")),
            stance="disputes" if self.disputes[row] else "asserts",
            references=self.references(known.get("reference", "")),
            note=known.get("note", ""),
            attributes=attributes(table, RELATION_COLUMNS, row),
        )


class _OrNobody(dict[str, int]):
    """Rows by what an end calls an actor, in which a stranger's is nobody's."""

    def __missing__(self, _: str) -> int:
        return NOBODY


class _Having(Container[int]):
    """The rows whose cell has some value."""

    def __init__(self, cells: Sequence[str], value: str) -> None:
        self._cells, self._value = cells, value

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and self._cells[row] == self._value


def weight_in(cell: str) -> float:
    """Return the weight that a cell states, 1 where it states none.

    Examples
    --------
    >>> weight_in("0.5"), weight_in("")
    (0.5, 1.0)
    """
    return float(cell) if cell else 1.0


def confidence_in(cell: str) -> float | None:
    """Return the confidence that a cell states from 0 to 1, None where it states none.

    Examples
    --------
    >>> confidence_in("0.5"), confidence_in("B2"), confidence_in("")
    (0.5, 0.8, None)
    """
    if not cell:
        return None
    return grade_confidence(cell) if GRADE.fullmatch(cell) else float(cell)


def grade_in(cell: str) -> str:
    """Return the Admiralty grade that a cell states, empty where it states none.

    Examples
    --------
    >>> grade_in("b2"), grade_in("0.5")
    ('B2', '')
    """
    return cell.upper() if GRADE.fullmatch(cell) else ""


def attributes(table: Table, known: Sequence[str], row: int) -> Mapping[str, str]:
    """Return what a row says in the columns that are not known."""
    return {name: cells[row] for name, cells in table.columns.items() if name not in known}
