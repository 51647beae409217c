"""Measure texts and render SVG as PNG or PDF, by Typst.

The font is Source Sans, which is a dependency of the project, so that the same picture is the same
bytes on every machine. Only letters that Source Sans lacks come from the system's fonts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from typing import Literal

from explorer.picture.shaped_texts import extract_shaped_texts
from explorer.picture.sheet import Paper, Theme

FAMILY = "Source Sans Pro"
FINER = 2  # pixels of a PNG for one of the picture
POINTS = 0.75  # of print in a pixel
WIDER = 1.12  # times the width of Source Sans: a reader's program may use a wider font
EM = 100  # points; the font size in which texts are measured

# Everything but Latin, Greek, Cyrillic and their signs may need another font.
_FOREIGN = re.compile("[^\x00-\u052f\u1d00-\u22ff\u2500-\u25ff\ufffd]")

_MEASURE = """\
#let texts = json(bytes(sys.inputs.texts))
#let wide(it) = measure(text(font: sys.inputs.family, size: 100pt, weight: 600, it)).width.pt()
#context [#metadata(texts.map(wide)) <widths>]
"""
_SHEET = """\
#let pt(name) = float(sys.inputs.at(name)) * 1pt
#set document(title: sys.inputs.title, description: sys.inputs.description, date: none)
#let px = 0.75pt
#let draw(it, ..look) = context {
  let drawn = text(
    font: sys.inputs.family, size: it.size * px, weight: it.weight, fill: rgb(it.fill),
    top-edge: "baseline", bottom-edge: "baseline", ..look, it.text,
  )
  place(top + left, dx: it.x * px - it.share * measure(drawn).width, dy: it.y * px, drawn)
}
#let shaped = for it in json(bytes(sys.inputs.shaped)) {
  if it.halo != "" {
    draw(it, stroke: (paint: rgb(it.halo), thickness: it.width * px, join: "round"))
  }
  draw(it)
}
#set page(width: pt("width"), height: pt("height"), margin: 0pt, foreground: shaped)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.description, width: pt("width"))
#let sources = json(bytes(sys.inputs.sources))
#let soft = rgb(sys.inputs.soft)
#let show-source((citation, address)) = {
  citation
  if address != "" { linebreak(); text(fill: soft, link(address)) }
}
#if sources.len() > 0 {
  set text(font: sys.inputs.family, size: 9pt, fill: rgb(sys.inputs.ink))
  set page(margin: 21pt, foreground: none, fill: rgb(sys.inputs.paper))
  heading(text(size: 14pt, weight: 600, "Sources"))
  v(6pt)
  columns(2, gutter: 18pt, enum(spacing: 7pt, ..sources.map(show-source)))
}
"""


def measure_widths(texts: Sequence[str]) -> list[float]:
    """Measure how wide texts are on a line, for a font size of 1, with some room to spare.

    They are measured in bold and then widened a little, because the font of a reader's program
    may be wider. The result is the same on every machine.

    Examples
    --------
    >>> narrow, wide, empty = measure_widths(["illi", "WWWW", ""])
    >>> empty < narrow < wide
    True
    """
    import typst

    answer = typst.query(  # type: ignore[misc]  # its annotations leave a variable open
        _MEASURE.encode(),
        "<widths>",
        field="value",
        one=True,
        font_paths=list_font_folders(),
        ignore_system_fonts=True,
        sys_inputs={"texts": json.dumps(list(texts)), "family": FAMILY},
    )
    measured = json.loads(answer)
    return [
        max(points / EM * WIDER, _measure_ideographs(text))
        for text, points in zip(texts, measured, strict=True)
    ]


class TextRuler:
    """Measures every text only once; see `measure_widths`."""

    def __init__(self) -> None:
        self._widths: dict[str, float] = {}

    def __call__(self, texts: Sequence[str]) -> list[float]:
        """Measure how wide texts are, for a font size of 1."""
        new = sorted(set(texts).difference(self._widths))
        if new:
            self._widths.update(zip(new, measure_widths(new), strict=True))
        return [self._widths[text] for text in texts]


def render_typst(
    svg: str,
    form: Literal["png", "pdf"],
    sheet: tuple[Paper, Theme],
    caption: tuple[str, str],
    sources: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Render a picture as PNG, two pixels for a pixel, or as PDF, with text as text.

    Parameters
    ----------
    svg
        The picture as SVG.
    form
        The format.
    sheet
        Its size and colours.
    caption
        Its title and its description.
    sources
        The citation and the address (may be empty) of each source, for further pages of a PDF.
    """
    import typst

    title, description = caption
    foreign = needs_system_fonts(f"{svg}{sources}")
    svg, shaped = extract_shaped_texts(svg)
    paper, theme = sheet
    size = {"width": paper.width * POINTS, "height": paper.height * POINTS}
    content = typst.compile(  # type: ignore[misc]  # likewise
        _SHEET.encode(),
        format=form,
        ppi=72 / POINTS * FINER,
        font_paths=list_font_folders(),
        ignore_system_fonts=not foreign,
        sys_inputs={
            "svg": svg,
            "shaped": json.dumps(shaped),
            "title": title,
            "description": description or title,
            "sources": json.dumps([*sources]),
            "family": FAMILY,
            "ink": theme.text,
            "soft": theme.soft,
            "paper": theme.paper,
            **{name: repr(value) for name, value in size.items()},
        },
    )
    return bytes(content)


def needs_system_fonts(text: str) -> bool:
    """Return whether a text has letters that `FAMILY` may lack."""
    return _FOREIGN.search(text) is not None


def list_font_folders() -> list[str]:
    """List the folders with the letters of `FAMILY`."""
    return [str(files("font_source_sans_pro") / "files")]


def _measure_ideographs(text: str) -> float:
    """Measure a text as if each of its ideographs were a square."""
    return 1.0 * sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
