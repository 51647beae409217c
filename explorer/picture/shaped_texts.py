"""Take texts out of an SVG whose letters join or stack, so that Typst itself shapes them.

Typst's library for SVG advances by the widest glyph of a cluster, not by all of them: vowel signs
of Devanagari, Thai and other scripts would overlap. Typst's own text has them right.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

# Hebrew to Tibetan, Myanmar, Khmer, Mongolian, and what is beside them; not Latin, Greek, Cyrillic.
SHAPED = re.compile("[\u0590-\u10ff\u1700-\u1cff\ua8e0-\uabff\ufb1d-\ufdff\ufe70-\ufefe]")
_NAMESPACE = "http://www.w3.org/2000/svg"
_START = {"start": 0.0, "middle": 0.5, "end": 1.0}  # the share of a text before its position


def extract_shaped_texts(svg: str) -> tuple[str, list[dict[str, str | float]]]:
    """Return an SVG without the texts in such scripts, and what Typst needs to draw these.

    Examples
    --------
    >>> text = '<text x="1" y="2">\u0e44\u0e17\u0e22</text>'
    >>> svg = f'<svg xmlns="http://www.w3.org/2000/svg">{text}</svg>'
    >>> rest, texts = extract_shaped_texts(svg)
    >>> "text" in rest, texts[0]["x"], texts[0]["y"]
    (False, 1.0, 2.0)
    """
    if not SHAPED.search(svg):
        return svg, []
    ET.register_namespace("", _NAMESPACE)
    root = ET.fromstring(svg)  # noqa: S314 - our own SVG
    texts: list[dict[str, str | float]] = []
    for group in root.iter():
        for element in group.findall(f"{{{_NAMESPACE}}}text"):
            if SHAPED.search(element.text or ""):
                group.remove(element)
                texts.append(_describe(element, group))
    return ET.tostring(root, encoding="unicode"), texts


def _describe(element: ET.Element, group: ET.Element) -> dict[str, str | float]:
    return {
        "text": element.text or "",
        "x": float(element.get("x", "0")),
        "y": float(element.get("y", "0")),
        "size": float(element.get("font-size", "12")),
        "weight": int(element.get("font-weight", "400")),
        "share": _START[element.get("text-anchor", group.get("text-anchor", "start"))],
        "fill": element.get("fill", "#000000"),
        "halo": group.get("stroke", ""),
        "width": float(group.get("stroke-width", "0")),
    }
