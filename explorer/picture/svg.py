"""Render a picture as SVG: vectors, text as text, and descriptions for screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from explorer.picture.claim_signs import RADIUS
from explorer.picture.mark_outlines import format_number
from explorer.picture.shapes import Area, Badge, Drawing, Figure, Stroke, Text
from explorer.picture.sheet import Paper, Theme
from explorer.picture.typst_renderer import FAMILY

# Fonts about as wide as the first; a program uses the first that it has.
FACES = (
    f"'{FAMILY}', 'Source Sans 3', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', "
    "'Liberation Sans', sans-serif"
)
HALO = 4  # pixels of paper around a name


def render_svg(
    paper: Paper, theme: Theme, caption: tuple[str, str], drawing: Drawing, around: Drawing
) -> str:
    """Render a picture as the text of an SVG file.

    Parameters
    ----------
    paper, theme
        The sheet that it is drawn on.
    caption
        Its title and its description.
    drawing
        Actors, relations and names.
    around
        Title, legend and notes.
    """
    width, height = str(paper.width), str(paper.height)
    root = ET.Element("svg", {
        "xmlns": "http://www.w3.org/2000/svg", "width": width, "height": height,
        "viewBox": f"0 0 {width} {height}", "role": "img",
        "aria-labelledby": "picture-title picture-description", "font-family": FACES,
    })  # fmt: skip
    _write_text(root, "title", caption[0], id="picture-title")
    _write_text(root, "desc", caption[1], id="picture-description")
    ET.SubElement(root, "rect", width=width, height=height, fill=theme.paper)
    _add_areas(root, drawing.areas, theme)
    _add_strokes(root, drawing.strokes, "relations", drawing.opacity)
    _add_figures(root, drawing.figures, "actors")
    _add_badges(root, drawing.badges, theme, "claims")
    _add_strokes(root, drawing.leaders, "name-lines")
    _add_texts(root, drawing.texts, "names", _to_halo(theme))
    _add_strokes(root, around.strokes, "legend-lines")
    _add_figures(root, around.figures, "legend-marks")
    _add_badges(root, around.badges, theme, "legend-signs")
    _add_texts(root, around.texts, "texts")
    ET.indent(root, space="")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _write_text(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    if text:
        ET.SubElement(parent, tag, attributes).text = text


def _add_group(
    parent: ET.Element, parts: Iterable[object], name: str, attributes: dict[str, str]
) -> ET.Element | None:
    """Add a group for some parts; return None when there are none."""
    if not parts:
        return None
    return ET.SubElement(parent, "g", {"id": name, **attributes} if name else attributes)


def _to_opacity(opacity: float) -> dict[str, str]:
    if opacity == 1:
        return {}
    return {"stroke-opacity": format_number(opacity), "fill-opacity": format_number(opacity)}


def _add_areas(root: ET.Element, areas: Sequence[Area], theme: Theme) -> None:
    group = _add_group(root, areas, "communities", {"fill-opacity": theme.areas})
    if group is not None:
        for area in areas:
            ET.SubElement(group, "path", d=area.path, fill=area.fill)


def _add_strokes(
    root: ET.Element, strokes: Sequence[Stroke], name: str, opacity: float = 1.0
) -> None:
    group = _add_group(root, strokes, name, {"fill": "none", **_to_opacity(opacity)})
    if group is None:
        return
    for stroke in strokes:
        dashes = {"stroke-dasharray": " ".join(map(str, stroke.dashes))} if stroke.dashes else {}
        line = {
            "d": stroke.path,
            "stroke": stroke.colour,
            "stroke-width": format_number(stroke.width),
        }
        own = _to_opacity(stroke.opacity) if stroke.opacity < opacity else {}
        part = ET.SubElement(group, "g", own) if stroke.description or stroke.head else group
        _write_text(part, "title", stroke.description)
        ET.SubElement(part, "path", line | dashes | (own if part is group else {}))
        if stroke.head:
            ET.SubElement(part, "path", d=stroke.head, fill=stroke.colour)


def _add_figures(root: ET.Element, figures: Sequence[Figure], name: str = "") -> None:
    group = _add_group(root, figures, name, {})
    if group is None:
        return
    for figure in figures:
        look = {
            "fill": figure.fill,
            "stroke": figure.stroke,
            "stroke-width": format_number(figure.width),
        }
        path = ET.SubElement(group, "path", {"d": figure.path, **look})
        _write_text(path, "title", figure.description)


def _add_badges(root: ET.Element, badges: Sequence[Badge], theme: Theme, name: str = "") -> None:
    group = _add_group(root, badges, name, {"text-anchor": "middle", "font-size": "12"})
    if group is None:
        return
    for badge in badges:
        x, y = format_number(badge.x), format_number(badge.y)
        ring = {"fill": theme.paper, "stroke": badge.colour, "stroke-width": "1.25"}
        ET.SubElement(group, "circle", {"cx": x, "cy": y, "r": format_number(RADIUS), **ring})
        _write_text(group, "text", badge.text, x=x, y=format_number(badge.y + 4), fill=theme.text)


def _to_halo(theme: Theme) -> dict[str, str]:
    return {
        "stroke": theme.paper, "stroke-width": str(HALO), "stroke-linejoin": "round",
        "paint-order": "stroke",
    }  # fmt: skip


def _add_texts(
    root: ET.Element, texts: Sequence[Text], name: str = "", look: dict[str, str] | None = None
) -> None:
    group = _add_group(root, texts, name, look or {})
    if group is None:
        return
    for text in texts:
        position = {
            "x": format_number(text.x),
            "y": format_number(text.y),
            "font-size": format_number(text.size),
        }
        weight = {"font-weight": "600"} if text.strong else {}
        anchor = {"text-anchor": text.anchor} if text.anchor != "start" else {}
        _write_text(group, "text", text.text, **position, fill=text.colour, **weight, **anchor)
