"""A picture as an SVG document: true vectors, text as text, words for who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from explorer.picture.ink import Badge, Figure, Ink, Stroke, Text
from explorer.picture.outlines import short
from explorer.picture.paper import Paper, Theme
from explorer.picture.signs import RADIUS
from explorer.picture.typeset import FAMILY

# Fonts about as wide as the first; a program takes the first that it has.
FACES = (
    f"'{FAMILY}', 'Source Sans 3', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', "
    "'Liberation Sans', sans-serif"
)
HALO = 4  # pixels of paper around a name


def svg(paper: Paper, theme: Theme, told: tuple[str, str], drawing: Ink, around: Ink) -> str:
    """Return a picture as the text of an SVG file.

    Parameters
    ----------
    paper, theme
        What it is drawn on.
    told
        Its title, and what it shows in words.
    drawing
        Actors, relations and names.
    around
        All else.
    """
    width, height = str(paper.width), str(paper.height)
    root = ET.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height,
        "viewBox": f"0 0 {width} {height}", "role": "img",
        "aria-labelledby": "picture-title picture-description", "font-family": FACES,
    })  # fmt: skip
    _written(root, "title", told[0], id="picture-title")
    _written(root, "desc", told[1], id="picture-description")
    ET.SubElement(root, "rect", width=width, height=height, fill=theme.paper)
    _strokes(root, drawing.strokes, "relations", _faint(drawing.opacity))
    _figures(root, drawing.figures, "actors")
    _badges(root, drawing.badges, theme, "claims")
    _texts(root, drawing.texts, "names", _halo(theme))
    _strokes(root, around.strokes, "legend-lines")
    _figures(root, around.figures, "legend-marks")
    _badges(root, around.badges, theme, "legend-signs")
    _texts(root, around.texts, "texts")
    ET.indent(root, space="")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _written(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    if text:
        ET.SubElement(parent, tag, attributes).text = text


def _group(
    parent: ET.Element, parts: Iterable[object], name: str, attributes: dict[str, str]
) -> ET.Element | None:
    """Return a new group for some parts; None when there are none."""
    if not parts:
        return None
    return ET.SubElement(parent, "g", {"id": name, **attributes} if name else attributes)


def _faint(opacity: float) -> dict[str, str]:
    if opacity == 1:
        return {}
    return {"stroke-opacity": short(opacity), "fill-opacity": short(opacity)}


def _strokes(
    root: ET.Element, strokes: Sequence[Stroke], name: str, look: dict[str, str] | None = None
) -> None:
    group = _group(root, strokes, name, {"fill": "none", **(look or {})})
    if group is None:
        return
    for stroke in strokes:
        dashes = {"stroke-dasharray": " ".join(map(str, stroke.dashes))} if stroke.dashes else {}
        line = {"d": stroke.path, "stroke": stroke.colour, "stroke-width": short(stroke.width)}
        part = ET.SubElement(group, "g") if stroke.told or stroke.head else group
        _written(part, "title", stroke.told)
        ET.SubElement(part, "path", line | dashes)
        if stroke.head:
            ET.SubElement(part, "path", d=stroke.head, fill=stroke.colour)


def _figures(root: ET.Element, figures: Sequence[Figure], name: str = "") -> None:
    group = _group(root, figures, name, {})
    if group is None:
        return
    for figure in figures:
        look = {"fill": figure.fill, "stroke": figure.stroke, "stroke-width": short(figure.width)}
        path = ET.SubElement(group, "path", {"d": figure.path, **look})
        _written(path, "title", figure.told)


def _badges(root: ET.Element, badges: Sequence[Badge], theme: Theme, name: str = "") -> None:
    group = _group(root, badges, name, {"text-anchor": "middle", "font-size": "12"})
    if group is None:
        return
    for badge in badges:
        x, y = short(badge.x), short(badge.y)
        ring = {"fill": theme.paper, "stroke": badge.colour, "stroke-width": "1.25"}
        ET.SubElement(group, "circle", {"cx": x, "cy": y, "r": short(RADIUS), **ring})
        _written(group, "text", badge.text, x=x, y=short(badge.y + 4), fill=theme.text)


def _halo(theme: Theme) -> dict[str, str]:
    return {
        "stroke": theme.paper, "stroke-width": str(HALO), "stroke-linejoin": "round",
        "paint-order": "stroke",
    }  # fmt: skip


def _texts(
    root: ET.Element, texts: Sequence[Text], name: str = "", look: dict[str, str] | None = None
) -> None:
    group = _group(root, texts, name, look or {})
    if group is None:
        return
    for text in texts:
        place = {"x": short(text.x), "y": short(text.y), "font-size": short(text.size)}
        weight = {"font-weight": "600"} if text.strong else {}
        anchor = {"text-anchor": text.anchor} if text.anchor != "start" else {}
        _written(group, "text", text.text, **place, fill=text.colour, **weight, **anchor)
