"""A brief as one self-contained HTML page, to read and to print on A4; it has no script."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files

from explorer.brief.document import (
    Block,
    Claim,
    ClaimList,
    ClaimParagraph,
    ClaimTable,
    Document,
    split_sections,
)
from explorer.page.content_security_policy import build_content_security_policy
from explorer.report.citations import Citations, find_address, format_citation
from explorer.report.html_parts import escape_text
from graph.data.records import Reference

DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render_html(document: Document, svg: str) -> str:
    """Return a brief as an HTML page with its picture in it.

    Parameters
    ----------
    document
        What it says.
    svg
        Its picture, as the text of an SVG file.
    """
    cited = Citations()
    about = "".join(f"<p class=about>{escape_text(text)}</p>\n" for text in document.about)
    parts = [f"<h1>{escape_text(document.title)}</h1>\n{about}"]
    for section, has_picture in split_sections(document):
        parts.append(f"<h2>{escape(section.heading)}</h2>\n")
        parts += [f"{_render_block(each, cited)}\n" for each in section.blocks]
        parts += [_render_figure(svg, document.caption)] if has_picture else []
    return _render_page(document.title, "".join(parts) + _render_sources(cited))


def _render_figure(svg: str, caption: str) -> str:
    words = f"<figcaption class=note>{escape(caption)}</figcaption>" if caption else ""
    return f"<figure>{svg.removeprefix(_XML).strip()}{words}</figure>\n"


def _render_page(title: str, body: str) -> str:
    style = files("explorer.brief").joinpath("brief.css").read_text("utf-8")
    policy = build_content_security_policy(scripts=[], styles=[style])
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta http-equiv="x-dns-prefetch-control" content="off">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escape_title(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _escape_title(title: str) -> str:
    return escape_text(title).removeprefix("<bdi>").removesuffix("</bdi>")


def _render_block(block: Block, cited: Citations) -> str:
    if isinstance(block, ClaimParagraph):
        text = " ".join(_render_claim(each, cited) for each in block.claims)
        return f"<p class=note>{text}</p>" if block.is_note else f"<p>{text}</p>"
    if isinstance(block, ClaimList):
        items = "".join(f"<li>{_render_claim(each, cited)}</li>\n" for each in block.claims)
        heading = f"<h3>{escape(block.heading)}</h3>\n" if block.heading else ""
        return f"{heading}<ul>\n{items}</ul>"
    return _render_table(block, cited)


def _render_table(table: ClaimTable, cited: Citations) -> str:
    marks = [" class=right" if numeric else "" for numeric in table.right]
    head = "".join(
        f'<th scope="col"{mark}>{escape(name)}</th>'
        for name, mark in zip(table.header, marks, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{mark}>{_render_claim(cell, cited)}</td>"
            for cell, mark in zip(row, marks, strict=True)
        )
        + "</tr>\n"
        for row in table.rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"


def _render_claim(claim: Claim, cited: Citations) -> str:
    numbers = sorted(cited.numbers(claim.references))
    links = ",".join(f'<a href="#source-{number}">{number}</a>' for number in numbers)
    return _keep_dates(escape_text(claim.text)) + (f"<sup>{links}</sup>" if links else "")


def _render_sources(cited: Citations) -> str:
    if not len(cited):
        return ""
    items = "".join(
        f'<li id="source-{number}">{_render_reference(reference)}</li>\n'
        for number, reference in cited
    )
    return f"<h2>Sources</h2>\n<ol class=sources>\n{items}</ol>\n"


def _render_reference(reference: Reference) -> str:
    words, address = _keep_dates(escape_text(format_citation(reference))), find_address(reference)
    if not address:
        return words
    return f'{words} <a href="{escape(address)}" rel="noreferrer">{escape_text(address)}</a>'


def _keep_dates(html: str) -> str:
    """Return a text without markup of its own such that no line of it ends within a date."""
    return DATE.sub(r"<span class=date>\g<0></span>", html)
