"""The Network: an immutable selection of actors and relations that answers questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Self

from graph.analysis.questions import Questions
from graph.data.arguments import require_type, to_path
from graph.data.columns import Columns
from graph.data.garbage_collector import collector_paused
from graph.data.limits import Limits
from graph.errors import Problem
from graph.loading import ReadOptions, StrPath, example_folder, read_folder
from graph.saved.story_file import StoryFile

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.saved.story import Story

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
class Network(Questions):
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

    Parameters
    ----------
    story_file
        The file of the story about the network, if there is one.
    """

    story_file: StoryFile | None = None

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

    @cached_property
    def story(self) -> Story | None:
        """The story about the network, read from story.md at the first use.

        None where this file does not exist. See `graph.saved.story_file`.

        Raises
        ------
        DataError
            With every problem of the story, when one of them is an error.
        """
        return self.story_file.read(self) if self.story_file else None

    def to_folder(self, folder: StrPath) -> list[FilePath]:
        """Write the selected rows as CSV files that read as the same Network.

        See `graph.formats.csv_writer` for their columns. All files are written, or none. The story
        is written with them, unchanged, unless it names what the filters leave out.

        Parameters
        ----------
        folder
            Where to write; it is created if it does not exist. No file is overwritten.

        Returns
        -------
        list of Path
            The files.

        Raises
        ------
        QuestionError
            When this is not the name of a folder.
        OutputError
            When one of the files exists, or cannot be written without harm.
        DataError
            When the story cannot be read.
        OSError
            When the system refuses to write them.

        Examples
        --------
        >>> import graph, tempfile
        >>> net = graph.load_example().avoid("met")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     print(*(file.name for file in net.to_folder(folder)))
        ...     print(graph.load(folder).relation_rows == net.relation_rows)
        actors.csv relations.csv sources.csv story.md
        True
        """
        from graph.formats.atomic_write import write_new
        from graph.formats.csv_writer import format_csv_files
        from graph.formats.endings import refuse_folder_name
        from graph.saved.story_file import export_story

        target = to_path(folder, "folder")
        refuse_folder_name(target)
        files = {**format_csv_files(self), **export_story(self.story_file, self)}
        write_new(target, files)
        return [target / name for name in files]

    def export(
        self,
        file: StrPath,
        form: str | None = None,
        *,
        include_private: bool = False,
        positions: bool = True,
        layout: StrPath | bool = True,
    ) -> list[FilePath]:
        """Write the selected rows for another program, and return the files.

        Private rows are left out; see `public`. What a format cannot hold is in docs/export.md.

        Parameters
        ----------
        file
            The name of the file; its ending chooses the format.
        form
            The format, where several have the ending; see `graph.exporting.formats.FORMATS`.
        include_private
            Whether private rows are written, too.
        positions
            Whether it is written where actors are drawn, in GEXF and Cytoscape JSON.
        layout
            A file that the page saved, with positions; True for the layout.json beside the data,
            if there is one, False for none.

        Raises
        ------
        QuestionError
            When there is no such format, or the ending has several.
        OutputError
            When the network was read from this file, or the format cannot hold the data.
        OSError
            When the file cannot be written; an older file is then unchanged.

        Examples
        --------
        >>> import graph, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     files = graph.load_example().export(f"{folder}/belarus.json", "cytoscape")
        ...     print([file.name for file in files])
        ['belarus.json']
        """
        from graph.exporting.formats import choose_format, export_network, write_export
        from graph.saved.layout_file import find_layout, read_layout

        path = to_path(file, "file")
        chosen = choose_format(path.name, form)
        shown = self if include_private else self.public()
        saved = find_layout(self.files, layout) if chosen.is_drawn and positions else None
        arrangement = read_layout(saved, shown, before=self) if saved else None
        written = export_network(shown, chosen, arrangement, positions=positions)
        return write_export(written, path, chosen, self.files)

    # What is published

    def public(self) -> Self:
        """Leave out the rows that are marked as private by ``yes`` in the column `private`.

        The relations of a private actor are left out, too, and so are sources that only private
        rows cite. The rest is data of its own, in which the name of a private actor is unknown.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example()
        >>> frame = net.actors.assign(private=net.actors["kind"].eq("place").map({True: "yes"}))
        >>> graph.Network.from_frames(frame, net.relations, sources=net.sources).public()
        <Network: 74 actors, 199 relations>
        """
        from graph.sharing.privacy import remove_private

        return self._with_whole_story(remove_private(self))

    def redact(self, *columns: str | Iterable[str]) -> Self:
        """Leave out columns of the actors, the relations or the sources.

        A column that several tables have is left out of each; ``actors.start`` names one of them.
        Relations without their dates are undated; sources that nothing else cites are left out.

        Raises
        ------
        QuestionError
            When no table has such a column, or rows mean nothing without it.

        Examples
        --------
        >>> import graph
        >>> net = graph.load_example().redact("relations.reference", "note")
        >>> print(net.withheld)
        2 sources and 2 columns (relations.note, relations.reference)
        """
        from graph.select.filters import flatten_words
        from graph.sharing.privacy import remove_columns

        return self._with_whole_story(remove_columns(self, flatten_words(columns)))

    def _with_whole_story(self, shared: Self) -> Self:
        """Return a published Network with a story that is checked against all of the data."""
        file = shared.story_file
        if shared is self or file is None or file.before is not None:
            return shared
        return replace(shared, story_file=replace(file, before=self))
