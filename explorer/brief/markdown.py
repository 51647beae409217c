"""A brief as Markdown, with footnotes for its sources."""

from __future__ import annotations

from urllib.parse import quote

from explorer.brief.document import (
    Block,
    Claim,
    ClaimList,
    ClaimParagraph,
    Document,
    split_sections,
)
from explorer.report.citations import Citations
from explorer.report.markdown import escape, format_footnotes, format_marks, format_rows


def render_markdown(document: Document, picture_name: str, alt: str) -> str:
    """Return a brief as Markdown.

    Parameters
    ----------
    document
        What it says.
    picture_name
        The name of the file with its picture, beside it.
    alt
        What the picture shows, in words.
    """
    cited = Citations()
    blocks = [f"# {_to_line(document.title)}", *map(_to_line, document.about)]
    for section, has_picture in split_sections(document):
        blocks.append(f"## {escape(section.heading)}")
        blocks += [_render_block(each, cited) for each in section.blocks]
        if has_picture:
            blocks += [f"![{_to_line(alt)}]({quote(picture_name)})", escape(document.caption)]
    if len(cited):
        blocks += ["## Sources", "\n".join(format_footnotes(cited))]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _render_block(block: Block, cited: Citations) -> str:
    if isinstance(block, ClaimParagraph):
        return " ".join(_render_claim(each, cited) for each in block.claims)
    if isinstance(block, ClaimList):
        items = "\n".join(f"- {_render_claim(each, cited)}" for each in block.claims)
        return f"**{escape(block.heading)}**\n\n{items}" if block.heading else items
    rows = [[_render_claim(cell, cited) for cell in row] for row in block.rows]
    return format_rows([escape(name) for name in block.header], rows, block.right)


def _render_claim(claim: Claim, cited: Citations) -> str:
    return _to_line(claim.text) + format_marks(sorted(cited.numbers(claim.references)))


def _to_line(text: str) -> str:
    """Return a text escaped and on one line."""
    return escape(" ".join(text.split()))
