"""The Network: an immutable selection of actors and relations that answers questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Self

from graph.analysis.questions import Questions
from graph.data.arguments import require_type, to_path
from graph.data.columns import Columns
from graph.data.garbage_collector import collector_paused
from graph.data.limits import Limits
from graph.errors import Problem
from graph.exporting.ways_out import WaysOut
from graph.loading import ReadOptions, StrPath, example_folder, read_folder
from graph.saved.story_file import StoryFile

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

PUBLIC_NAMES: Mapping[str, Sequence[str]] = {
    "questions": (
        "balance",
        "brokers",
        "camps",
        "camps_doubt",
        "centrality",
        "centrality_doubt",
        "cited",
        "cited_path",
        "communities",
        "connection",
        "cut",
        "ego",
        "evidence",
        "find",
        "path",
        "path_history",
        "resolve",
        "show",
        "structure",
        "suggest",
        "timeline",
        "unsourced",
        "withdrawal",
    ),
    "filters": (
        "according_to",
        "at",
        "avoid",
        "avoid_actor",
        "avoid_basis",
        "avoid_kind",
        "basis",
        "between",
        "kind",
        "min_confidence",
        "only",
        "only_actor",
        "without_source",
    ),
    "data": (
        "actor_rows",
        "actors",
        "files",
        "graph",
        "relation_rows",
        "relations",
        "source_rows",
        "sources",
        "story",
        "types",
        "warnings",
        "withheld",
    ),
    "ways out": ("export", "public", "redact", "to_folder"),
}
"""What `dir` lists of a Network; its other attributes are for the packages' own use."""


@dataclass(frozen=True, eq=False, repr=False)
class Network(WaysOut):
    """The selected actors and relations of the data.

    Every question is a method, and every filter (see `graph.select.filtering`) returns a Network
    that shares the data, so that questions chain. Nothing changes a Network.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example()
    >>> net.resolve("Лукашенко").id
    'lukashenko'
    >>> net.avoid("borders").at("2022-08").path("Lukashenko", "Vilnius").length
    3
    """

    profile = Questions.show  # its former name

    def __dir__(self) -> list[str]:
        return sorted(name for names in PUBLIC_NAMES.values() for name in names)

    @classmethod
    def from_columns(
        cls,
        columns: Columns,
        warnings: Iterable[Problem] = (),
        files: Iterable[FilePath] = (),
        story_file: StoryFile | None = None,
    ) -> Self:
        """Return a Network of all rows.

        Raises
        ------
        QuestionError
            When these are not columns.
        """
        require_type(columns, Columns, "columns", "the columns of a Network")
        every = range(len(columns.actors)), range(len(columns.relations))
        return cls(columns, *every, tuple(warnings), tuple(files), story_file=story_file)

    @classmethod
    def from_folder(  # noqa: PLR0913 - every file may be given, and how it is read
        cls,
        folder: StrPath = ".",
        *,
        actors: StrPath | None = None,
        relations: StrPath | None = None,
        sources: StrPath | None = None,
        types: StrPath | None = None,
        encoding: str | None = None,
        strict: bool = False,
        limits: Limits | None = None,
        cache: bool = True,
        set_aside: bool = False,
        show_accepted: bool = False,
    ) -> Self:
        """Read relations.csv, and actors.csv, sources.csv and types.csv where they exist.

        A story.md beside them is read when the story is first asked for.

        Parameters
        ----------
        folder
            Where the files are; each may be gzipped (``actors.csv.gz``).
        actors, relations, sources, types
            A file to read instead of the one in the folder.
        encoding
            The encoding of files without a byte order mark, such as ``windows-1251``; else UTF-8.
        strict
            Raise warnings as errors.
        limits
            The most that is read; see `graph.data.limits.Limits`.
        cache
            Whether the columns of large files are cached, and read from the cache as long as the
            files do not change; see `graph.cache.store`.
        set_aside
            Leave out the rows that are in error, with a warning that says how many.
        show_accepted
            Whether warnings that accepted.csv lists are told, too.

        Raises
        ------
        DataError
            With every problem of all files, when one of them is an error.
        QuestionError
            When there is no such encoding.

        Examples
        --------
        >>> Network.from_folder("nowhere")
        Traceback (most recent call last):
        ...
        graph.errors.DataError: nowhere: this folder does not exist. ...
        """
        given = {"actors": actors, "relations": relations, "sources": sources, "types": types}
        paths = {
            name: None if file is None else to_path(file, name) for name, file in given.items()
        }
        if encoding is not None:
            require_type(encoding, str, "encoding", "the name of an encoding")
        if limits is not None:
            require_type(limits, Limits, "limits", "a graph.Limits")
        how = ReadOptions(encoding, strict, limits or Limits(), set_aside)
        place = to_path(folder, "folder")
        return cls.from_columns(
            *read_folder(place, paths, how, cache=cache, show_accepted=show_accepted)
        )

    @classmethod
    def from_example(cls) -> Self:
        """Read the Belarus case that comes with the project.

        Examples
        --------
        >>> Network.from_example().resolve("Putin").name
        'Vladimir Putin'
        """
        return cls.from_folder(example_folder())

    @classmethod
    def from_frames(
        cls,
        actors: pd.DataFrame | None = None,
        relations: pd.DataFrame | None = None,
        *,
        sources: pd.DataFrame | None = None,
        types: pd.DataFrame | None = None,
    ) -> Self:
        """Return a Network of pandas frames with the columns of the CSV files.

        Missing values are empty cells. Actors that no frame has are made of the ends of relations.
        See `graph.formats.frames`.

        Raises
        ------
        DataError
            When the frames break the data contract, with every problem.
        QuestionError
            When one of them is not a frame.
        """
        from graph.formats.frames import read_frames

        return cls.from_columns(*read_frames(actors, relations, sources, types))

    @classmethod
    def from_graph(cls, graph: nx.Graph[Any]) -> Self:
        """Return a Network of any networkx graph; see `graph.formats.networkx_graph`.

        Raises
        ------
        DataError
            When its attributes break the data contract, with every problem.
        QuestionError
            When it is not a networkx graph.
        """
        from graph.formats.networkx_graph import read_graph

        return cls.from_columns(*read_graph(graph))

    # The data

    @property
    def actors(self) -> pd.DataFrame:
        """A copy of the actors as a frame, with the columns of actors.csv."""
        return self._frames[0].copy(deep=False)

    @property
    def relations(self) -> pd.DataFrame:
        """A copy of the relations as a frame, with the columns of relations.csv and the ids."""
        return self._frames[1].copy(deep=False)

    @property
    def sources(self) -> pd.DataFrame:
        """A copy of the sources as a frame, with the columns of sources.csv."""
        return self._frames[2].copy(deep=False)

    @cached_property
    def _frames(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        from graph.formats.frames import (
            build_actors_frame,
            build_relations_frame,
            build_sources_frame,
        )

        return build_actors_frame(self), build_relations_frame(self), build_sources_frame(self)

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The network as a networkx graph with one edge per relation, keyed by the relation's id.

        It is frozen, as a Network does not change; change a copy: ``net.graph.copy()``.
        """
        import networkx as nx

        from graph.formats.networkx_graph import build_multigraph

        with collector_paused():
            graph = build_multigraph(self)
        nx.freeze(graph)
        return graph
