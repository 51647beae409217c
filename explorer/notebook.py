"""A Network that draws itself in a notebook, and writes itself as a page or a picture."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import graph
from graph.analysis.answer import Answer
from graph.loading import StrPath

if TYPE_CHECKING:
    from explorer.page.presentation import Theme
    from explorer.picture import Picture
    from graph.saved.arrangement import Arrangement

FRAME_HEIGHT = 640
COMMAND = "explorer.load(...).html()"


class PageOptions(TypedDict, total=False):
    """What a page says about itself, and how it opens; see `Network.html`."""

    title: str | None
    description: str | None
    language: str
    theme: Theme
    embed: bool
    story: bool
    include_private: bool
    layout: StrPath | bool


class Network(graph.Network):
    """A `graph.Network` whose rich display is the interactive page.

    Everything else is inherited: filters return the same class, so each result draws itself.
    """

    def html(  # noqa: PLR0913 - what the page says about itself, and how it opens
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
            What stands at its top; by default its best-connected actors, and the counts.
        language
            The BCP 47 tag of the language the data is written in, such as ``be``.
        theme
            What the page opens with: ``light``, ``dark``, or ``auto`` as the reader's system is.
        embed
            Whether it opens as a bare view for a frame in another page.
        story
            Whether it opens on the story of story.md, where there is one.
        include_private
            Whether rows that are marked as private are in it all the same; see `public`.
        layout
            A file that the page saved, with places, notes and filters; True for the layout.json
            beside the data, if there is one, False for none.

        Raises
        ------
        QuestionError
            When `language` is no such tag, or there is no such theme.
        DataError
            When the story or the layout has an error.

        Examples
        --------
        >>> load_example().html(title="Belarus").startswith("<!doctype html>")
        True
        """
        from explorer.page import Presentation, build_page

        shown = self if include_private else self.public()
        told = Presentation(title, description, language, theme, embed, COMMAND, story)
        told = replace(told, arrangement=self._arrangement(shown, layout))
        return build_page(shown, told, include_private=True)

    def _arrangement(self, shown: Network, layout: StrPath | bool) -> Arrangement | None:  # noqa: FBT001 - or a file
        from graph.saved.layout_file import beside, read_layout

        path = beside(self.files) if layout is True else Path(layout) if layout else None
        return read_layout(path, shown, before=self) if path else None

    def save(self, file: StrPath, **presentation: Unpack[PageOptions]) -> Path:
        """Write the interactive page to a file, whole or not at all, and return its path.

        Parameters
        ----------
        file
            Where to write it.
        presentation
            As `html` takes it: ``title``, ``description``, ``language``, ``theme``, ``embed``,
            ``story``, ``include_private``, ``layout``.

        Raises
        ------
        OSError
            When the file cannot be written; an older one is then left as it was.
        """
        from graph.formats.atomic_write import write_text

        path = Path(file)
        write_text(path, self.html(**presentation), inputs=self.files)
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
        legend: bool = True,
        include_private: bool = False,
    ) -> Picture:
        """Return the network drawn on one sheet; it shows itself, and saves itself to a file.

        Parameters
        ----------
        title, description, theme, page, width, height, size_by, legend, include_private
            As in `explorer.picture.draw_picture`.

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
            legend=legend,
            include_private=include_private,
        )

    def _repr_html_(self) -> str:
        return framed(self.html())


def framed(document: str) -> str:
    """Return a page in a frame, as a notebook shows it: it reaches nothing around it."""
    return (
        '<iframe title="Interactive network"'
        ' sandbox="allow-scripts allow-downloads allow-popups"'
        f' width="100%" height="{FRAME_HEIGHT}" srcdoc="{escape(document, quote=True)}"></iframe>'
    )


def _render_answer(answer: Answer) -> str:
    from explorer.report.html import render_html

    return render_html(answer)


Answer.set_html_renderer(_render_answer)

load = Network.from_folder
load_example = Network.from_example
