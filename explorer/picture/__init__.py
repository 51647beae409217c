"""Draw a network as SVG, PNG or PDF, as the page draws it but without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from explorer.picture.sheet import Paper, Theme, find_paper, find_theme, format_unknown
from graph import QuestionError
from graph.data.arguments import to_path
from graph.errors import quote_value
from graph.errors.optional_libraries import require_library

if TYPE_CHECKING:
    from graph import Network
    from graph.layout.progress import LayoutProgress
    from graph.loading import StrPath
    from graph.saved.arrangement import Arrangement

__all__ = ["FORMS", "Picture", "draw_picture"]

Form = Literal["svg", "png", "pdf"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, repr=False)
class Picture:
    """A drawing of a network on a sheet; a notebook displays it.

    Parameters
    ----------
    svg
        The picture as the text of an SVG file.
    title, description
        Its title and its description.
    sheet
        Its size in pixels, 96 to the inch, and its colours.
    sources
        The citation and the address of each source, the most cited first.
    cautions
        Sentences on actors that are not drawn, and on scores that are not exact.
    left_out
        Sentences on what found no room: names, the legend.
    inputs
        The files that the network was read from; they are never overwritten.
    """

    svg: str
    title: str
    description: str
    sheet: tuple[Paper, Theme]
    sources: tuple[tuple[str, str], ...] = ()
    cautions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    inputs: tuple[Path, ...] = ()

    def __repr__(self) -> str:
        paper, _ = self.sheet
        return f"<Picture: {paper.width} x {paper.height} pixels>"

    def data(self, form: str = "svg", *, sources: bool = False) -> bytes:
        """Return the contents of a file: ``svg``, ``png`` (two pixels for a pixel) or ``pdf``.

        Parameters
        ----------
        form
            The format.
        sources
            Whether a PDF has further pages with all sources in full.

        Raises
        ------
        QuestionError
            When the format is unknown.

        Examples
        --------
        >>> import graph
        >>> draw_picture(graph.load_example()).data("pdf")[:5]
        b'%PDF-'
        """
        match form:
            case "svg":
                return self.svg.encode()
            case "png" | "pdf":
                from explorer.picture.typst_renderer import render_typst

                caption = self.title, self.description
                citations = self.sources if sources and form == "pdf" else ()
                return render_typst(self.svg, form, self.sheet, caption, citations)
            case _:
                raise QuestionError("form", format_unknown("format", form, list(FORMS)))

    def save(self, file: StrPath, *, sources: bool = False) -> Path:
        """Write the picture to a file in the format of its name's ending; return its path.

        Parameters
        ----------
        file
            Where to write it.
        sources
            Whether a PDF has further pages with all sources in full.

        Raises
        ------
        QuestionError
            When the name does not end in a known format.
        OutputError
            When the network was read from this file, or it is not a regular file.
        OSError
            When the file cannot be written; an older file then stays as it was.
        """
        from graph.formats.atomic_write import write_bytes
        from graph.formats.endings import get_ending

        path = to_path(file, "file")
        form = get_ending(path.name).removeprefix(".")
        if form not in FORMS:
            problem = f"{quote_value(path.name)} does not end in .svg, .png or .pdf."
            raise QuestionError("file", problem)
        write_bytes(path, self.data(form, sources=sources), self.inputs)
        return path

    def _repr_svg_(self) -> str:
        # A notebook is often narrower than the sheet.
        return self.svg.replace("<svg ", '<svg style="max-width: 100%; height: auto" ', 1)


def draw_picture(  # noqa: PLR0913 - what a picture says and how it looks
    network: Network,
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
    note: str = "",
    cite_actors: bool = True,
    include_private: bool = False,
    arrangement: Arrangement | None = None,
    progress: LayoutProgress | None = None,
) -> Picture:
    """Draw a network on a sheet, as the page opens.

    Every actor is drawn, and one line for all relations of two actors, contested ones marked; of
    up to 25 relations each has a line of its own.
    Above 20,000 relations or actors, only the 300 actors with most relations are drawn. Names never
    cover each other; those that find no room, and many in a crowd, are left out, and the picture
    says how many. The same network gives the same bytes.

    Parameters
    ----------
    network
        The network to draw, with its filters.
    title, description
        The texts above the drawing; by default the story's title, or else the counts.
    theme
        ``light`` or ``dark``.
    page
        ``slide``, ``a4``, ``a4-upright``, ``letter`` or ``letter-upright``.
    width, height
        In pixels, 96 to the inch, instead of the page's.
    size_by
        The centrality measure that marks are sized by; None for the number of relations.
    colour_by
        ``camp`` for colours of camps, which then stand apart; ``plain`` for one colour, or colours
        of communities where no relation is negative; None as the page opens.
    legend
        Whether to draw a legend of lines and marks.
    note
        A sentence to write below the drawing, such as which filters are set; where anything is
        withheld (see `Network.public` and `Network.redact`) it is omitted, as it could reveal it.
    cite_actors
        Whether the sources of actors are listed beside those of relations.
    include_private
        Whether rows that are marked as private are drawn, too.
    arrangement
        Where a reader of the page put actors, as in a layout.json; see `read_layout`.
    progress
        See `graph.layout.progress`.

    Raises
    ------
    QuestionError
        When the theme, the page or the measure is unknown, or the size is not allowed.
    LibraryMissing
        When typst is not installed, which measures its texts.

    Examples
    --------
    >>> import graph
    >>> draw_picture(graph.load_example(), page="a4")
    <Picture: 1123 x 794 pixels>
    """
    from explorer.page.presentation import Presentation
    from explorer.picture.cited_sources import list_cited_sources, list_full_citations
    from explorer.picture.composition import Words, compose_picture
    from explorer.picture.drawn_camps import find_drawn_camps
    from explorer.picture.mark_sizes import compute_mark_sizes
    from explorer.picture.network_drawing import DrawnNetwork
    from explorer.picture.svg import render_svg
    from explorer.picture.typst_renderer import TextRuler
    from graph.layout.camp_positions import compute_camp_positions
    from graph.saved.arrangement import Arrangement, arrange_actors
    from graph.text.safe import visible

    for library in ("typst", "font_source_sans_pro"):
        require_library(library, "A picture")
    network = network if include_private else network.public()
    note = "" if network.withheld else note
    sheet = find_paper(page, width, height), find_theme(theme)
    size = compute_mark_sizes(network, size_by)
    shown = size.network
    heading = Presentation(title, description).complete(network)
    caption = visible(heading.title or ""), visible(heading.description or "")
    arranged = (arrangement or Arrangement()).among(shown)
    camps, why_none = find_drawn_camps(shown, colour_by, arranged)
    cautions = tuple(each for each in (size.left_out, size.caution, why_none) if each)
    positions = (
        compute_camp_positions(shown, camps)
        if camps and not arranged.positions
        else arrange_actors(shown, arranged, progress=progress)
    )
    composition = compose_picture(
        DrawnNetwork(shown, positions, size.scores, bool(arranged.positions), camps),
        Words(
            *caption,
            (*filter(None, [note, camps.sentence if camps else ""]), *cautions),
            list_cited_sources(shown, actors=cite_actors),
            size.meaning if legend else None,
        ),
        sheet,
        TextRuler(),
    )
    drawing = render_svg(*sheet, caption, composition.drawing, composition.around)
    citations = tuple(list_full_citations(shown, actors=cite_actors))
    layout = arrangement.file if arrangement else None
    files = (*network.files, *([layout] if layout else []))
    return Picture(drawing, *caption, sheet, citations, cautions, composition.left_out, files)
