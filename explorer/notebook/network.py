"""A Network that is displayed in a notebook and saved as a page or a picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack, cast

import graph
from explorer.notebook.frame import format_notes, frame_page
from explorer.notebook.page_options import (
    PageOptions,
    SaveOptions,
    check_options,
    list_options,
    refuse_name,
)
from graph.data.arguments import to_path
from graph.loading import StrPath

if TYPE_CHECKING:
    from explorer.brief import Brief
    from explorer.page.presentation import Presentation, Theme
    from explorer.picture import Picture
    from graph.analysis.paths.steps import Path as ActorPath
    from graph.comparison.what_if import WhatIf
    from graph.saved.arrangement import Arrangement

COMMAND = "explorer.load(...).html()"


class Network(graph.Network):
    """A `graph.Network` that a notebook displays as the interactive page, without its story.

    Filters return the same class, so their results are displayed, too.
    """

    def __dir__(self) -> list[str]:
        return sorted(
            [*super().__dir__(), "brief", "draw_path", "html", "picture", "save", "what_if"]
        )

    def html(  # noqa: PLR0913 - the options of a page
        self,
        *,
        title: str | None = None,
        description: str | None = None,
        language: str = "en",
        theme: Theme = "auto",
        embed: bool = False,
        story: bool = True,
        include_private: bool = False,
        layout: StrPath | bool = True,
    ) -> str:
        """Return the interactive page as one self-contained HTML document.

        Parameters
        ----------
        title, description
            The texts at its top; by default the story's title, or else the counts.
        language
            The BCP 47 tag of the language the data is written in, such as ``be``.
        theme
            ``light``, ``dark``, or ``auto`` for the theme of the reader's system.
        embed
            Whether it shows only the network, for a frame in another page.
        story
            Whether it opens with the story of story.md, if there is one.
        include_private
            Whether rows that are marked as private are included; see `public`.
        layout
            A file that the page saved, with positions, notes and filters; True for the layout.json
            beside the data, if there is one, False for none.

        Raises
        ------
        QuestionError
            When `language` is not such a tag, or the theme does not exist.
        DataError
            When the story or the layout has an error.

        Examples
        --------
        >>> load_example().html(title="Belarus").startswith("<!doctype html>")
        True
        """
        from explorer.page import Presentation

        presentation = Presentation(title, description, language, theme, embed, COMMAND, story)
        return self._build_page(presentation, layout, include_private=include_private)

    def _build_page(
        self,
        presentation: Presentation,
        layout: StrPath | bool = True,  # noqa: FBT001, FBT002 - or a file
        *,
        include_private: bool = False,
    ) -> str:
        from explorer.page import build_page

        shown = self if include_private else self.public()
        presentation = replace(presentation, arrangement=self._read_layout(shown, layout))
        return build_page(shown, presentation, include_private=True)

    def _read_layout(self, shown: Network, layout: StrPath | bool) -> Arrangement | None:  # noqa: FBT001 - or a file
        from graph.saved.layout_file import find_layout, read_layout

        path = find_layout(self.files, layout)
        return read_layout(path, shown, before=self) if path else None

    def save(self, file: StrPath, **options: Unpack[SaveOptions]) -> Path:
        """Write what the ending of a name asks for, whole or not at all, and return its path.

        Parameters
        ----------
        file
            The name: ``.html`` or ``.htm`` for the page, ``.svg``, ``.png`` or ``.pdf`` for a
            picture, an ending of `export` such as ``.gexf`` or ``.xlsx`` for another program;
            without an ending it is a folder for the CSV files, as in `to_folder`.
        options
            Those of `html` for a page, those of `picture` for a picture; a folder has none.

        Raises
        ------
        QuestionError
            When an option does not exist there, or nothing is written under such a name.
        OutputError
            When the network was read from this file, or it is not a regular file.
        OSError
            When the file cannot be written; an older file is then unchanged.
        """
        from graph.formats.atomic_write import write_text
        from graph.formats.endings import find_content, get_ending

        path = to_path(file, "file")
        content = find_content(path.name)
        if content == "page":
            check_options(options, list_options(self.html))
            write_text(path, self.html(**cast("PageOptions", options)), inputs=self.files)
        elif content == "picture":
            check_options(options, list_options(self.picture))
            self.picture(**cast("Any", options)).save(path)
        elif content == "network file":
            check_options(options, list_options(self.export))
            return self.export(path, **cast("Any", options))[0]
        elif content is None and not get_ending(path.name):
            check_options(options, ())
            self.to_folder(path)
        else:
            refuse_name(path)
        return path

    def picture(  # noqa: PLR0913 - as in `explorer.picture.draw_picture`
        self,
        *,
        title: str | None = None,
        description: str | None = None,
        theme: str = "light",
        page: str = "slide",
        width: int | None = None,
        height: int | None = None,
        size_by: str | None = None,
        colour_by: str | None = None,
        legend: bool = True,
        include_private: bool = False,
        layout: StrPath | bool = True,
    ) -> Picture:
        """Draw the network on one sheet; the picture can be displayed and saved.

        Parameters
        ----------
        title, description, theme, page, width, height, size_by, colour_by, legend
            As in `explorer.picture.draw_picture`.
        include_private
            As in `explorer.picture.draw_picture`.
        layout
            As in `html`; only the positions are used.

        Examples
        --------
        >>> load_example().picture(page="a4").data("png")[1:4]
        b'PNG'
        """
        from explorer.picture import draw_picture

        return draw_picture(
            self,
            title=title,
            description=description,
            theme=theme,
            page=page,
            width=width,
            height=height,
            size_by=size_by,
            colour_by=colour_by,
            legend=legend,
            include_private=include_private,
            arrangement=self._read_layout(self if include_private else self.public(), layout),
        )

    def brief(
        self,
        *,
        title: str | None = None,
        include_private: bool = False,
        layout: StrPath | bool = True,
    ) -> Brief:
        """Write a brief on the network, which can be displayed and saved.

        It says in two pages who is central and how surely, who stands between others, which camps
        and tensions there are, what is thinly sourced, and what changed, with all sources.

        Parameters
        ----------
        title
            Its title; by default the story's, or else the counts.
        include_private
            Whether rows that are marked as private count, too; see `public`.
        layout
            As in `html`; only the positions are used.

        Examples
        --------
        >>> load_example().only("ally").brief().data("md").decode().splitlines()[0]
        '# Belarus, and the war next door'
        """
        from explorer.brief import build_brief

        note = ", ".join(map(str, self.filters))
        return build_brief(
            self,
            title=title,
            note=f"Filters: {note}." if note else "",
            include_private=include_private,
            arrangement=self._read_layout(self if include_private else self.public(), layout),
        )

    def what_if(  # noqa: PLR0913 - what may be supposed
        self,
        *,
        without: str | Iterable[str] = (),
        without_source: str | Iterable[str] = (),
        add: str | Iterable[str] = (),
        flip: str | Iterable[str] = (),
        paths: Iterable[tuple[str, str]] = (),
        measure: str = "betweenness",
        seconds: float = 60,
    ) -> WhatIf:
        """Return what would be otherwise in the network; see `graph.what_if` for the arguments.

        Raises
        ------
        ActorError
            When a name does not lead to one actor.
        QuestionError
            When nothing is supposed, a relation cannot be read, or a source or measure is none.

        Examples
        --------
        >>> print(load_example().what_if(without="Supraciŭ").sentence)
        Without Supraciŭ, 13 figures differ.
        """
        return graph.what_if(
            self,
            without=without,
            without_source=without_source,
            add=add,
            flip=flip,
            paths=paths,
            measure=measure,
            seconds=seconds,
        )

    def draw_path(
        self, path: ActorPath, *, theme: str = "light", include_private: bool = False
    ) -> Picture:
        """Draw a path of this network alone; the picture can be displayed and saved.

        Parameters
        ----------
        path
            One of the paths of an answer.
        theme, include_private
            As in `explorer.picture.draw_picture`.

        Examples
        --------
        >>> net = load_example()
        >>> net.draw_path(net.path("Lukashenko", "Vilnius").paths[0])
        <Picture: 1280 x 640 pixels>
        """
        from explorer.picture.path_picture import draw_path

        return draw_path(self, path, theme=theme, include_private=include_private)

    def _repr_html_(self) -> str:
        from explorer.page import Presentation

        # Without JavaScript nothing is unpacked, so that no table would be seen.
        presentation = Presentation(  # as short as may be: a notebook keeps every display
            embed=True, command=COMMAND, story=False, tables=False, library=False
        )
        frame = frame_page(self._build_page(presentation))
        return frame if self.filters else f"{frame}{format_notes(self.warnings)}"


load = Network.from_folder
load_example = Network.from_example
from_frames = Network.from_frames
