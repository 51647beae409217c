"""What a Network holds: the rows of the data that it keeps, as objects, frames and a graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from graph.columns import Columns
from graph.errors import Problem
from graph.records import Actor, Relation, Source
from graph.vocabulary import RelationType

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class Kept:
    """The rows of the data that are kept; a `graph.network.Network` adds filters and questions.

    Parameters
    ----------
    columns
        All the data, shared between filtered Networks.
    actor_numbers, relation_numbers
        The rows of the data that are kept, ascending.
    warnings
        What was doubtful when the data was read.
    files
        Where the data was read from, if from files.
    """

    columns: Columns
    actor_numbers: Sequence[int]
    relation_numbers: Sequence[int]
    warnings: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()

    @classmethod
    def from_columns(
        cls,
        columns: Columns,
        warnings: Iterable[Problem] = (),
        files: Iterable[Path] = (),
    ) -> Self:
        """Return one that keeps every row."""
        every = range(len(columns.actors)), range(len(columns.relations))
        return cls(columns, *every, tuple(warnings), tuple(files))

    def __repr__(self) -> str:
        kept = f"{len(self.actor_numbers)} actors, {len(self.relation_numbers)} relations"
        return f"<{type(self).__name__}: {kept}>"

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
        return tuple(map(self.columns.relation, self.relation_numbers))

    @property
    def source_rows(self) -> tuple[Source, ...]:
        """The sources, in row order."""
        return tuple(self.columns.sources.values())

    @cached_property
    def actors(self) -> pd.DataFrame:
        """The actors as a frame, with the columns of actors.csv."""
        from graph.formats.frames import actors_frame

        return actors_frame(self)

    @cached_property
    def relations(self) -> pd.DataFrame:
        """The relations as a frame, with the columns of relations.csv and each one's id."""
        from graph.formats.frames import relations_frame

        return relations_frame(self)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The sources as a frame, with the columns of sources.csv."""
        from graph.formats.frames import sources_frame

        return sources_frame(self)

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The network as a networkx graph: an edge a relation, keyed by the relation's id."""
        from graph.formats.networkx_graph import multigraph

        return multigraph(self)
