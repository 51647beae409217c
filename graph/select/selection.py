"""The rows of the data that filters select, and the actor that a name means."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Self

from graph.data.cell_text import to_cell
from graph.data.columns import Columns
from graph.data.dates import format_interval
from graph.data.lazy_rows import is_testable
from graph.data.records import Actor, Relation, Source
from graph.data.spans import MAY_HOLD, Span, When
from graph.data.vocabulary import RelationType
from graph.data.withheld import NOTHING, Withheld
from graph.errors import ActorAmbiguous, ActorLeftOut, ActorNotFound, Problem
from graph.names import resolve
from graph.select.adjacency import Adjacency, Direction, build_adjacency
from graph.select.applied_filter import AppliedFilter


@dataclass(frozen=True, eq=False, repr=False)
class Selection:
    """Some of the actors and relations of the data; nothing changes it.

    Parameters
    ----------
    columns
        All the data, shared between selections.
    actor_numbers, relation_numbers
        The row numbers of the selected actors and relations, ascending.
    warnings
        What was doubtful when the data was read.
    files
        Where the data was read from, if from files.
    withheld
        How much of that data was left out so that it can be passed on.
    span
        The span of time that was asked about last, if any.
    filters
        The filters that selected it from the data, in the order in which they were applied.
    """

    columns: Columns
    actor_numbers: Sequence[int]
    relation_numbers: Sequence[int]
    warnings: tuple[Problem, ...] = ()
    files: tuple[FilePath, ...] = ()
    withheld: Withheld = NOTHING
    span: Span | None = None
    filters: tuple[AppliedFilter, ...] = ()

    def __repr__(self) -> str:
        actors, relations = len(self.actor_numbers), len(self.relation_numbers)
        counts = [f"{actors} actor{'s' * (actors != 1)}"]
        counts.append(f"{relations} relation{'s' * (relations != 1)}")
        return f"<{type(self).__name__}: {', '.join(counts)}>"

    def select_all(self) -> Self:
        """Return the same data without filters."""
        columns = self.columns
        actors, relations = range(len(columns.actors)), range(len(columns.relations))
        return replace(
            self, actor_numbers=actors, relation_numbers=relations, span=None, filters=()
        )

    # What it holds

    @property
    def types(self) -> Mapping[str, RelationType]:
        """Every relation type in force, by name."""
        return self.columns.types

    @cached_property
    def actor_rows(self) -> tuple[Actor, ...]:
        """The actors, in row order."""
        return tuple(map(self.columns.actor, self.actor_numbers))

    @cached_property
    def relation_rows(self) -> tuple[Relation, ...]:
        """The relations, in row order."""
        return tuple(map(self.relation, self.relation_numbers))

    def relation(self, row: int) -> Relation:
        """Return a relation, with whether it holds in the span that was asked."""
        relation = self.columns.relation(row)
        return replace(relation, when=self.find_when(row)) if self.span else relation

    @property
    def source_rows(self) -> tuple[Source, ...]:
        """The sources, in row order."""
        return tuple(self.columns.sources.values())

    # When it holds

    def find_when(self, row: int) -> When | None:
        """Return whether a relation holds in the span that was asked; None where none was."""
        return self.columns.lifetimes.find_when(row, self.span) if self.span else None

    def explain_absence(self, row: int) -> str:
        """Return that an actor does not exist in the span that was asked; empty if it may."""
        if not self.span or self.columns.lifetimes.find_actor_state(row, self.span) != "does_not":
            return ""
        actor = self.columns.actor(row)
        return f"does not exist {self.span} {format_interval(actor.start, actor.end)}"

    @cached_property
    def may_hold_count(self) -> int:
        """How many selected relations may hold in the span, and no more than that."""
        if self.span is None or self.span.certain:
            return 0
        rows = self.relation_numbers
        return self.columns.lifetime_columns.count_relations(rows, self.span, MAY_HOLD)

    @cached_property
    def is_any_in_doubt(self) -> bool:
        """Whether a selected relation may hold in the span because a date of it is in doubt."""
        if not self.may_hold_count or self.span is None:
            return False
        return self.columns.lifetime_columns.is_any_in_doubt(self.relation_numbers, self.span)

    # Who is meant

    def resolve(self, query: object) -> Actor:
        """Return the one actor a name leads to; see `graph.names.resolve` for how.

        All actors of the data count, those that the filters leave out too: leaving one out never
        lets a name mean another.

        Parameters
        ----------
        query
            What was typed; anything but text, such as a graph's own node, is taken as its id.

        Raises
        ------
        ActorNotFound
            When it names nobody, with the nearest actors.
        ActorAmbiguous
            When it names several alike, with all of them.
        ActorLeftOut
            When it names one whom the filters leave out.
        """
        row = self._resolve_row(query)
        if row not in self._selected_rows:
            raise ActorLeftOut(str(query), self.columns.actor(row), self.explain_absence(row))
        return self.columns.actor(row)

    @cached_property
    def _selected_rows(self) -> Container[int]:
        rows = self.actor_numbers
        return rows if is_testable(rows) else frozenset(rows)

    def _resolve_row(self, query: object) -> int:
        """Return the row number of the one actor a name leads to, selected or not."""
        text = query if isinstance(query, str) else to_cell(query)
        from graph.names.persons import PersonRows

        people = PersonRows(self.columns.actors)
        rows = resolve.resolve_name(text, self.columns.spellings, people)
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise ActorAmbiguous(text, [self.columns.actor(row) for row in rows])
        length = len(text.strip())
        if length > resolve.LONGEST_QUERY:
            reason = f"A name of {length} characters names no actor."
            remedy = f"Give at most {resolve.LONGEST_QUERY}, or the exact id or name."
            raise ActorNotFound(text, (), f"{reason} {remedy}")
        raise ActorNotFound(text, self.suggest(text))

    def suggest(self, query: str, limit: int = 3) -> tuple[Actor, ...]:
        """Return the selected actors whose names are most like a query, best first."""
        spellings = self.columns.spellings
        nearest = resolve.find_nearest_rows(query, spellings, len(spellings))
        rows = [row for row in nearest if row in self._selected_rows]
        return tuple(map(self.columns.actor, rows[:limit]))

    def adjacency(self, direction: Direction) -> Adjacency:
        """Return the neighbours of each actor; see `graph.select.adjacency`."""
        adjacencies = self._adjacencies
        if direction not in adjacencies:
            adjacencies[direction] = build_adjacency(self.columns, self.relation_numbers, direction)
        return adjacencies[direction]

    @cached_property
    def _adjacencies(self) -> dict[Direction, Adjacency]:
        return {}
