"""The Network: the immutable value that everything takes and returns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Self

from graph.data.columns import Columns
from graph.data.limits import Limits
from graph.errors import Problem
from graph.loading import Reading, StrPath, example_folder, read_folder
from graph.select.filtering import Narrowed

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.analysis.centrality import Centrality
    from graph.analysis.communities import Communities
    from graph.analysis.evidence import Evidence
    from graph.analysis.paths import Paths
    from graph.analysis.profile import Profile
    from graph.analysis.withdrawal import Resting
    from graph.saved.story_file import StoryFile


class Network(Narrowed):
    """Actors and the relations between them, as far as the filters keep them.

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

    @classmethod
    def from_columns(
        cls,
        columns: Columns,
        warnings: Iterable[Problem] = (),
        files: Iterable[FilePath] = (),
        story_file: StoryFile | None = None,
    ) -> Self:
        """Return a Network that keeps every row."""
        every = range(len(columns.actors)), range(len(columns.relations))
        return cls(columns, *every, tuple(warnings), tuple(files), story_file)

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
    ) -> Self:
        """Read actors.csv and relations.csv, and sources.csv and types.csv where they exist.

        A story.md beside them is read when the story is first asked for.

        Parameters
        ----------
        folder
            Where the files are; each may be gzipped (``actors.csv.gz``).
        actors, relations, sources, types
            A file to read instead of the one in the folder.
        encoding
            How to read files without a byte order mark, such as ``windows-1251``; else UTF-8.
        strict
            Take warnings for errors.
        limits
            How much is read at the most; see `graph.data.limits.Limits`.
        cache
            Whether what large files hold is kept for the next time, and taken from there as long
            as the files stay as they are; see `graph.cache.store`.

        Raises
        ------
        DataError
            With every problem of all files, when there is an error among them.
        QuestionError
            When there is no such encoding.

        Examples
        --------
        >>> Network.from_folder("nowhere")
        Traceback (most recent call last):
        ...
        graph.errors.DataError: nowhere: is no folder. ...
        """
        given = {"actors": actors, "relations": relations, "sources": sources, "types": types}
        how = Reading(encoding, strict, limits or Limits())
        return cls.from_columns(*read_folder(FilePath(folder), given, how, cache=cache))

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
        actors: pd.DataFrame,
        relations: pd.DataFrame,
        *,
        sources: pd.DataFrame | None = None,
        types: pd.DataFrame | None = None,
    ) -> Self:
        """Return a Network of pandas frames with the columns of the CSV files.

        Missing values are empty cells. See `graph.formats.frames`.

        Raises
        ------
        DataError
            When the frames break the data contract, with every problem.
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
        """
        from graph.formats.networkx_graph import read_graph

        return cls.from_columns(*read_graph(graph))

    def to_folder(self, folder: StrPath) -> list[FilePath]:
        """Write what the filters keep as CSV files that read as the same Network.

        See `graph.formats.csv_writer` for what stands in them. All files are written, or none. The
        story goes with them, to the letter, unless it names what the filters leave out.

        Parameters
        ----------
        folder
            Where to write; it is made where there is none. No file that is there is written over.

        Returns
        -------
        list of Path
            The files.

        Raises
        ------
        OutputError
            When one of the files is there already, or cannot be written without harm.
        DataError
            When the story cannot be read.
        OSError
            When the system refuses to write them.

        Examples
        --------
        >>> import graph, tempfile
        >>> net = graph.load_example().at("2022")
        >>> with tempfile.TemporaryDirectory() as place:
        ...     print(*(file.name for file in net.to_folder(place)))
        ...     print(graph.load(place).relation_rows == net.relation_rows)
        actors.csv relations.csv sources.csv story.md
        True
        """
        from graph.formats.atomic_write import write_new
        from graph.formats.csv_writer import csv_files
        from graph.saved.story_file import saved

        files, target = {**csv_files(self), **saved(self)}, FilePath(folder)
        write_new(target, files)
        return [target / name for name in files]

    def path(self, source: str, target: str, *, directed: bool = False, limit: int = 100) -> Paths:
        """Return the shortest paths between two actors; see `graph.analysis.paths.shortest`.

        Parameters
        ----------
        source, target
            Names as a person types them.
        directed
            Walk relations from source to target only (mutual types both ways).
        limit
            How many of the equally short paths to list.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        QuestionError
            When `limit` is below 1.

        Examples
        --------
        >>> import graph
        >>> paths = graph.load_example().path("Minsk", "Belarus")
        >>> paths.length, [actor.id for actor in paths.paths[0].actors]
        (1, ['minsk', 'belarus'])
        """
        from graph.analysis.paths import shortest

        ends = self.resolve(source), self.resolve(target)
        return shortest(self, *ends, directed=directed, limit=limit)

    def centrality(
        self,
        *measures: str,
        directed: bool = False,
        weighted: bool = False,
        exact: bool | None = None,
        seed: int = 1,
    ) -> Centrality:
        """Return how central each actor is; see `graph.analysis.centrality`.

        Parameters
        ----------
        measures
            Names of measures; none for all of them.
        directed
            Let relations run from source to target (mutual types both ways).
        weighted
            Let strong relations count for more, and be shorter.
        exact
            False samples betweenness, closeness and harmonic, True samples nothing, None samples
            what would take long; the answer says what was sampled.
        seed
            Of the sample.

        Raises
        ------
        QuestionError
            When there is no such measure.
        """
        from graph.analysis.centrality import centrality

        return centrality(
            self, *measures, directed=directed, weighted=weighted, exact=exact, seed=seed
        )

    def communities(self, *, weighted: bool = False, seed: int = 1) -> Communities:
        """Return who belongs together; see `graph.analysis.communities`.

        Parameters
        ----------
        weighted
            Let strong relations count for more; else each tie counts as one.
        seed
            Of the search: the same one finds the same communities.

        Examples
        --------
        >>> import graph
        >>> graph.load_example().communities().communities[0].number
        1
        """
        from graph.analysis.communities import communities

        return communities(self, weighted=weighted, seed=seed)

    def profile(self, actor: str) -> Profile:
        """Return what is known of one actor and every relation of theirs, as sentences.

        Raises
        ------
        ActorError
            When the name does not lead to one actor.
        """
        from graph.analysis.profile import profile

        return profile(self, self.resolve(actor))

    def evidence(self) -> Evidence:
        """Return for every source how much rests on it; see `graph.analysis.evidence`."""
        from graph.analysis.evidence import evidence

        return evidence(self)

    def resting_on(self, source: str) -> Resting:
        """Return what rests on one source, as sentences; see `graph.analysis.withdrawal`.

        Parameters
        ----------
        source
            Its id or title, as a person types it.

        Raises
        ------
        QuestionError
            When it leads to no source, or to several.
        """
        from graph.analysis.withdrawal import resting_on

        return resting_on(self, source)

    def unsourced(self) -> Resting:
        """Return what cites nothing at all, as sentences; see `graph.analysis.withdrawal`."""
        from graph.analysis.withdrawal import unsourced

        return unsourced(self)
