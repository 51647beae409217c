"""Typst behind two calls: how wide texts are, and SVG as PNG or PDF.

Its letters are those of Source Sans, which comes with the project, so that the same picture is the
same bytes on every machine. Only letters that Source Sans lacks are taken from the system's fonts.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from importlib.resources import files
from typing import Literal

from explorer.picture.paper import Paper, Theme

FAMILY = "Source Sans Pro"
FINER = 2  # pixels of a PNG for one of the picture
POINTS = 0.75  # of print in a pixel
WIDER = 1.12  # than Source Sans are the fonts that a reader's program may put in its place
EM = 100  # points in which texts are measured

# Latin, Greek and Cyrillic with their signs: all else may need another font.
_FOREIGN = re.compile("[^\x00-\u052f\u1d00-\u22ff\u2500-\u25ff\ufffd]")

_MEASURE = """\
#let texts = json(bytes(sys.inputs.texts))
#let wide(it) = measure(text(font: sys.inputs.family, size: 100pt, weight: 600, it)).width.pt()
#context [#metadata(texts.map(wide)) <widths>]
"""
_SHEET = """\
#let pt(name) = float(sys.inputs.at(name)) * 1pt
#set document(title: sys.inputs.title, description: sys.inputs.told, date: none)
#set page(width: pt("width"), height: pt("height"), margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.told, width: pt("width"))
#let works = json(bytes(sys.inputs.works))
#let soft = rgb(sys.inputs.soft)
#let told((work, address)) = {
  work
  if address != "" { linebreak(); text(fill: soft, link(address)) }
}
#if works.len() > 0 {
  set text(font: sys.inputs.family, size: 9pt, fill: rgb(sys.inputs.ink))
  set page(margin: 21pt, fill: rgb(sys.inputs.paper))
  heading(text(size: 14pt, weight: 600, "Sources"))
  v(6pt)
  columns(2, gutter: 18pt, enum(spacing: 7pt, ..works.map(told)))
}
"""


def widths(texts: Sequence[str]) -> list[float]:
    """Return how wide texts are on one line, for a font size of 1, with room to spare.

    They are measured as bold as anything is written, and a little more is given, as the font of
    a reader's program may be wider. Machines do not matter.

    Examples
    --------
    >>> narrow, wide, empty = widths(["illi", "WWWW", ""])
    >>> empty < narrow < wide
    True
    """
    import typst

    answer = typst.query(  # type: ignore[misc]  # its annotations leave a variable open
        _MEASURE.encode(),
        "<widths>",
        field="value",
        one=True,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"texts": json.dumps(list(texts)), "family": FAMILY},
    )
    measured = json.loads(answer)
    return [
        max(points / EM * WIDER, _at_least(text))
        for text, points in zip(texts, measured, strict=True)
    ]


class Ruler:
    """Measures texts once each; see `widths`."""

    def __init__(self) -> None:
        self._known: dict[str, float] = {}

    def __call__(self, texts: Sequence[str]) -> list[float]:
        """Return how wide texts are, for a font size of 1."""
        new = sorted(set(texts).difference(self._known))
        if new:
            self._known.update(zip(new, widths(new), strict=True))
        return [self._known[text] for text in texts]


def typeset(
    svg: str,
    form: Literal["png", "pdf"],
    sheet: tuple[Paper, Theme],
    told: tuple[str, str],
    works: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Return a picture as PNG, two pixels for one, or as PDF, text as text.

    Parameters
    ----------
    svg
        The picture.
    form
        Which of the two.
    sheet
        Its size and colours.
    told
        Its title, and what it shows in words.
    works
        What a PDF lists on further pages: works, and the address of each, which may be empty.
    """
    import typst

    title, description = told
    paper, theme = sheet
    size = {"width": paper.width * POINTS, "height": paper.height * POINTS}
    made = typst.compile(  # type: ignore[misc]  # likewise
        _SHEET.encode(),
        format=form,
        ppi=72 / POINTS * FINER,
        font_paths=_fonts(),
        ignore_system_fonts=_FOREIGN.search(f"{svg}{works}") is None,
        sys_inputs={
            "svg": svg,
            "title": title,
            "told": description or title,
            "works": json.dumps([*works]),
            "family": FAMILY,
            "ink": theme.text,
            "soft": theme.soft,
            "paper": theme.paper,
            **{name: repr(value) for name, value in size.items()},
        },
    )
    return bytes(made)


def _fonts() -> list[str]:
    return [str(files("font_source_sans_pro") / "files")]


def _at_least(text: str) -> float:
    """Return how wide a text is if each of its ideographs is a square."""
    return 1.0 * sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
