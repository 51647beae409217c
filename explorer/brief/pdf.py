"""A brief as PDF on A4, set by Typst; text is text, and numbers of sources are links."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from explorer.brief.document import (
    Block,
    Claim,
    ClaimList,
    ClaimParagraph,
    Document,
    split_sections,
)
from explorer.picture import Picture
from explorer.picture.shaped_texts import extract_shaped_texts
from explorer.picture.typst_renderer import FAMILY, list_font_folders, needs_system_fonts
from explorer.report.citations import Citations, find_address, format_citation
from graph.text.safe import visible

Data = dict[str, Any]


def render_pdf(document: Document, picture: Picture) -> bytes:
    """Return a brief as a PDF file with its picture in it; the same brief gives the same bytes.

    Parameters
    ----------
    document
        What it says.
    picture
        Its picture.
    """
    import typst

    cited = Citations()
    sections = [
        {
            "heading": section.heading,
            "blocks": [_to_data(each, cited) for each in section.blocks],
            "picture": has_picture,
        }
        for section, has_picture in split_sections(document)
    ]
    sources = [
        {"text": format_citation(reference), "address": find_address(reference)}
        for _, reference in cited
    ]
    about = [visible(text) for text in document.about]
    svg, shaped = extract_shaped_texts(picture.svg)
    words = {"title": visible(document.title), "about": about, "caption": document.caption}
    text = json.dumps({**words, "sections": sections, "sources": sources}, ensure_ascii=False)
    paper, _ = picture.sheet
    content = typst.compile(  # type: ignore[call-overload]  # its annotations leave a variable open
        files("explorer.brief").joinpath("brief.typ").read_bytes(),
        format="pdf",
        font_paths=list_font_folders(),
        ignore_system_fonts=not needs_system_fonts(f"{text}{picture.svg}"),
        sys_inputs={
            "brief": text,
            "svg": svg,
            "shaped": json.dumps(shaped),
            "width": str(paper.width),
            "height": str(paper.height),
            "alt": visible(picture.title),
            "family": FAMILY,
        },
    )
    return bytes(content)


def _to_data(block: Block, cited: Citations) -> Data:
    if isinstance(block, ClaimParagraph):
        claims = [_cite(each, cited) for each in block.claims]
        return {"form": "note" if block.is_note else "paragraph", "claims": claims}
    if isinstance(block, ClaimList):
        claims = [_cite(each, cited) for each in block.claims]
        return {"form": "points", "heading": block.heading, "claims": claims}
    rows = [[_cite(cell, cited) for cell in row] for row in block.rows]
    right = list(block.right)
    table = {"header": list(block.header), "rows": rows, "right": right, "widest": block.widest}
    return {"form": "table", **table}


def _cite(claim: Claim, cited: Citations) -> Data:
    return {"text": visible(claim.text), "numbers": sorted(cited.numbers(claim.references))}
