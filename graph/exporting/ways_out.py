"""What is written of a Network for others: folders, files for other programs, public data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Self

from graph.analysis.questions import Questions
from graph.data.arguments import to_path
from graph.loading import StrPath
from graph.saved.story_file import StoryFile

if TYPE_CHECKING:
    from graph.saved.story import Story


@dataclass(frozen=True, eq=False, repr=False)
class WaysOut(Questions):
    """A Network's ways out, and the story that goes with them.

    Parameters
    ----------
    story_file
        The file of the story about the network, if there is one.
    """

    story_file: StoryFile | None = None

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
