"""A brief: two pages on a network, as Markdown, HTML or PDF, with a picture and all sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from graph import QuestionError
from graph.data.arguments import to_path
from graph.errors import quote_value

if TYPE_CHECKING:
    from explorer.brief.document import Document
    from explorer.picture import Picture
    from graph import Network
    from graph.layout.progress import LayoutProgress
    from graph.loading import StrPath
    from graph.saved.arrangement import Arrangement

__all__ = ["FORMS", "Brief", "build_brief"]

Form = Literal["md", "html", "pdf"]
FORMS: tuple[Form, ...] = get_args(Form)
ENDINGS = {"htm": "html"}
WIDTH, HEIGHT = 900, 550
"""Of the picture, in pixels; on A4 it is shown at about four fifths of its size."""
LINES = (
    "Lines: green for ties (positive relations), orange for tensions (negative ones), violet for "
    "both, black for command, grey for neutral. On a line: ? where sources disagree, × where a "
    "claim is only denied. The larger a mark, the more relations it has."
)
CAMPS, NETWORK = "Who stands with whom, and against whom", "The network"


@dataclass(frozen=True, repr=False)
class Brief:
    """What a network says in words, tables and a picture; a notebook displays it.

    Parameters
    ----------
    document
        Its words and tables.
    picture
        Its picture.
    inputs
        The files that the network was read from; they are never overwritten.
    """

    document: Document
    picture: Picture
    inputs: tuple[Path, ...] = ()

    def __repr__(self) -> str:
        return f"<Brief: {len(self.document.sections)} sections>"

    def data(self, form: str = "html", *, picture_name: str = "brief.svg") -> bytes:
        """Return the contents of a file: ``md``, ``html`` or ``pdf``.

        Parameters
        ----------
        form
            The format.
        picture_name
            The name by which Markdown refers to the picture; the other formats contain it.

        Raises
        ------
        QuestionError
            When the format is unknown.

        Examples
        --------
        >>> import graph
        >>> build_brief(graph.load_example().only("ally")).data("pdf")[:5]
        b'%PDF-'
        """
        match form:
            case "md":
                from explorer.brief.markdown import render_markdown

                return render_markdown(self.document, picture_name, self.picture.title).encode()
            case "html":
                from explorer.brief.html import render_html

                return render_html(self.document, self.picture.svg).encode()
            case "pdf":
                from explorer.brief.pdf import render_pdf

                return render_pdf(self.document, self.picture)
            case _:
                raise QuestionError("form", f"{quote_value(form)} is not md, html or pdf.")

    def list_files(self, path: Path) -> dict[Path, bytes]:
        """Return by path the content of the file, and of the picture beside a Markdown file.

        Raises
        ------
        QuestionError
            When the name does not end in a known format.
        """
        form = find_form(path.name)
        if form is None:
            problem = f"{quote_value(path.name)} does not end in .md, .html or .pdf."
            raise QuestionError("file", problem)
        picture = path.with_suffix(".svg")
        content = {path: self.data(form, picture_name=picture.name)}
        return {**content, picture: self.picture.data()} if form == "md" else content

    def save(self, file: StrPath) -> Path:
        """Write the brief in the format of the name's ending, whole or not at all; return its path.

        Beside ``brief.md`` its picture is written as ``brief.svg``.

        Parameters
        ----------
        file
            Where to write it: ``.md``, ``.html`` or ``.pdf``.

        Raises
        ------
        QuestionError
            When the name does not end in a known format.
        OutputError
            When the network was read from one of the files, or it is not a regular file.
        OSError
            When a file cannot be written; an older file then stays as it was.
        """
        from graph.formats.atomic_write import write_together

        path = to_path(file, "file")
        write_together(self.list_files(path), self.inputs)
        return path

    def _repr_html_(self) -> str:
        from html import escape

        page = escape(self.data("html").decode())
        style = "width: 100%; height: 40rem; border: 1px solid #ccc"
        return f'<iframe sandbox title="Brief" srcdoc="{page}" style="{style}"></iframe>'


def find_form(name: str) -> Form | None:
    """Return the format that a file name ends in; None where it ends in none.

    Examples
    --------
    >>> find_form("brief.HTM"), find_form("brief.md"), find_form("brief.png")
    ('html', 'md', None)
    """
    from graph.formats.endings import get_ending

    ending = get_ending(name).removeprefix(".")
    return next((form for form in FORMS if form == ENDINGS.get(ending, ending)), None)


def build_brief(  # noqa: PLR0913 - what a brief says
    network: Network,
    *,
    title: str | None = None,
    note: str = "",
    include_private: bool = False,
    arrangement: Arrangement | None = None,
    progress: LayoutProgress | None = None,
) -> Brief:
    """Write a brief on a network: who is central and how surely, brokers, camps, sources, changes.

    Parameters
    ----------
    network
        The network, with its filters.
    title
        The title; by default the story's, or else the counts.
    note
        A sentence on which filters are set; where anything is withheld (see `Network.public` and
        `Network.redact`) it is omitted, as it could reveal it.
    include_private
        Whether rows that are marked as private count, too.
    arrangement
        Where a reader of the page put actors; see `draw_picture`.
    progress
        Called with the name of the work, how much of it is done, and how much there is.

    Examples
    --------
    >>> import graph
    >>> brief = build_brief(graph.load_example().only("ally"), title="Allies")
    >>> [section.heading for section in brief.document.sections][:2]
    ['In short', 'Who is central, and how sure that is']
    """
    from explorer.brief.answers import ask_questions
    from explorer.brief.document import Document
    from explorer.brief.sections import write_sections
    from explorer.page.presentation import Presentation
    from explorer.picture import draw_picture
    from explorer.picture.styles import FEW_RELATIONS

    network = network if include_private else network.public()
    answers = ask_questions(network, progress)
    has_legend = len(network.relation_numbers) <= FEW_RELATIONS
    picture = draw_picture(
        network,
        title=CAMPS if answers.is_proved else NETWORK,
        description="",
        width=WIDTH,
        height=HEIGHT,
        legend=has_legend,
        colour_by=answers.colouring,
        include_private=True,
        arrangement=arrangement,
        progress=progress,
    )
    heading = Presentation(title).complete(network)
    description = heading.description or ""
    asked = [each for each in answers.evidence.time_notes if each not in description]
    about = (description, "" if network.withheld else note, *asked)
    document = Document(
        heading.title or "",
        tuple(filter(None, about)),
        "" if has_legend else LINES,
        write_sections(answers),
    )
    return Brief(document, picture, picture.inputs)
