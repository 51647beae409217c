"""Answers -> one picture as SVG, PNG or PDF: the drawing of the page, made without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from explorer.picture.paper import Paper, Theme, paper_of, theme_of, unknown
from graph.errors import QuestionError

if TYPE_CHECKING:
    from graph.layout.progress import LayoutProgress
    from graph.loading import StrPath
    from graph.network import Network

__all__ = ["FORMS", "Picture", "picture"]

Form = Literal["svg", "png", "pdf"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True, repr=False)
class Picture:
    """A drawing of a network on one sheet; in a notebook it shows itself.

    Parameters
    ----------
    svg
        The picture as the text of an SVG file.
    title, description
        What it is, and what it shows, in words.
    sheet
        Its size in pixels, 96 to the inch, and its colours.
    sources
        The works it rests on, the most cited first, and where each can be read.
    cautions
        A sentence each on actors that are not drawn, and on scores that are not exact.
    left_out
        A sentence each on what found no room: names, the legend.
    inputs
        The files that the network was read from, which are never written over.
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
        """Return the picture as a file holds it: ``svg``, ``png`` (twice as fine) or ``pdf``.

        Parameters
        ----------
        form
            Which of the three.
        sources
            Whether a PDF has further pages with all sources in full.

        Raises
        ------
        QuestionError
            When there is no such form.

        Examples
        --------
        >>> import graph
        >>> picture(graph.load_example()).data("pdf")[:5]
        b'%PDF-'
        """
        match form:
            case "svg":
                return self.svg.encode()
            case "png" | "pdf":
                from explorer.picture.typeset import typeset

                told = self.title, self.description
                works = self.sources if sources and form == "pdf" else ()
                return typeset(self.svg, form, self.sheet, told, works)
            case _:
                raise QuestionError("form", unknown("form", form, list(FORMS)))

    def save(self, file: StrPath, *, sources: bool = False) -> Path:
        """Write the picture to a file in the form that its name ends in; return its path.

        Parameters
        ----------
        file
            Where to write it.
        sources
            Whether a PDF has further pages with all sources in full.

        Raises
        ------
        QuestionError
            When it ends in no form there is.
        OutputError
            When the network was read from this file, or it is no regular one.
        OSError
            When the file cannot be written; an older one is then left as it was.
        """
        from graph.formats.atomic_write import write_bytes

        path = Path(file)
        data = self.data(path.suffix.removeprefix(".").lower(), sources=sources)
        write_bytes(path, data, self.inputs)
        return path

    def _repr_svg_(self) -> str:
        return self.svg


def picture(  # noqa: PLR0913 - what a picture says and how it looks
    network: Network,
    *,
    title: str | None = None,
    description: str | None = None,
    theme: str = "light",
    page: str = "slide",
    width: int | None = None,
    height: int | None = None,
    size_by: str | None = None,
    legend: bool = True,
    note: str = "",
    include_private: bool = False,
    progress: LayoutProgress | None = None,
) -> Picture:
    """Return the network drawn on one sheet.

    Every actor and every relation is drawn, parallel ones side by side, contested ones marked.
    Above 20,000 relations the 300 actors with most relations are drawn instead. Names never
    cover each other; those that find no room are left out, and the picture says how many. The
    same network gives the same bytes.

    Parameters
    ----------
    network
        What to draw, filtered as it is.
    title, description
        What stands above the drawing; by default the best-connected actors, and the counts.
    theme
        ``light`` or ``dark``.
    page
        ``slide``, ``a4``, ``a4-upright``, ``letter`` or ``letter-upright``.
    width, height
        In pixels, 96 to the inch, instead of the page's.
    size_by
        The centrality measure that marks are sized by; None for the number of relations.
    legend
        Whether to tell what lines and marks mean.
    note
        A sentence to write below the drawing, such as which filters were set; where anything is
        withheld (see `Network.public` and `Network.redact`) it is not written, as it might tell.
    include_private
        Whether rows that are marked as private are drawn all the same.
    progress
        Told what is done, how much of it, and of how much, while actors are placed.

    Raises
    ------
    QuestionError
        When there is no such theme, page or measure, or no picture can be of such a size.

    Examples
    --------
    >>> import graph
    >>> picture(graph.load_example(), page="a4")
    <Picture: 1123 x 794 pixels>
    """
    from explorer.page.presentation import Presentation
    from explorer.picture.composition import Words, composed
    from explorer.picture.origins import origins_in_full
    from explorer.picture.scene import Drawn
    from explorer.picture.sizes import sizes
    from explorer.picture.svg import svg
    from explorer.picture.typeset import Ruler
    from graph.layout.positions import compute_positions
    from graph.text.safe import visible

    network = network if include_private else network.public()
    note = "" if network.withheld else note
    sheet = paper_of(page, width, height), theme_of(theme)
    size = sizes(network, size_by)
    shown = size.network
    heading = Presentation(title, description, story=False).of(network)
    told = visible(heading.title or ""), visible(heading.description or "")
    cautions = tuple(each for each in (size.left_out, size.caution) if each)
    made = composed(
        Drawn(shown, compute_positions(shown, progress=progress), size.scores),
        Words(*told, (*filter(None, [note]), *cautions), size.words if legend else None),
        sheet,
        Ruler(),
    )
    drawing = svg(*sheet, told, made.drawing, made.around)
    works = tuple(origins_in_full(shown))
    return Picture(drawing, *told, sheet, works, cautions, made.left_out, network.files)
