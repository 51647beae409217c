"""Build the styles of types and kinds, as the page draws them (``view/styles.js``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import isfinite, sqrt
from typing import NamedTuple

from explorer.picture.curves import Curve
from explorer.picture.mark_outlines import draw_outline
from explorer.picture.shapes import Figure, Stroke
from explorer.picture.sheet import Theme
from graph import Network, RelationType
from graph.layout.styles import build_kind_styles, build_type_styles
from graph.select.used_types import list_used_kinds, list_used_types

WIDTH, THINNEST = 1.5, 0.6  # pixels; of a line among few, and among very many
FEW = 300  # relations; with more, all lines are thinner
SOLID, FAINTEST = 800, 0.25  # relations up to which lines are opaque; the least opacity
ARROW = 8.0  # the length of an arrowhead, in widths of its line
ROOMY = 5_800  # square pixels an actor; with less, marks are smaller


class LineStyle(NamedTuple):
    """How a type is drawn; `arrow` is the length of its head, 0 for none."""

    colour: str
    dashes: tuple[int, ...]
    arrow: float
    width: float

    def draw_stroke(self, curve: Curve, description: str = "") -> Stroke:
        """Draw a line of this type."""
        return Stroke(curve.path, curve.head, self.colour, self.dashes, self.width, description)


class MarkStyle(NamedTuple):
    """How a kind is drawn; the second kind with a shape is hollow."""

    shape: str
    colour: str
    hollow: bool

    def draw_figure(
        self, position: tuple[float, float, float], theme: Theme, description: str = ""
    ) -> Figure:
        """Draw a mark of this kind; a position is its middle and half its height."""
        path = draw_outline(self.shape, *position)
        if self.hollow:
            return Figure(path, theme.paper, self.colour, 2.0, description)
        return Figure(path, self.colour, theme.paper, 1.5, description)


class Styles(NamedTuple):
    """The lines of a network's types and the marks of its kinds; only those in use.

    `opacity` is that of lines: many lines stay apart when they are not opaque.
    """

    lines: dict[str, LineStyle]
    types: list[RelationType]
    marks: dict[str, MarkStyle]
    opacity: float = 1.0


def build_styles(network: Network) -> Styles:
    """Build the styles of a network's types and kinds.

    Examples
    --------
    >>> import graph
    >>> styles = build_styles(graph.load_example())
    >>> styles.marks["place"], styles.lines["borders"].arrow
    (MarkStyle(shape='square', colour='#767676', hollow=True), 0.0)
    """
    types, kinds = list_used_types(network), list_used_kinds(network)
    width = _compute_line_width(len(network.relation_numbers))
    lines = {
        each.name: LineStyle(
            style["color"], tuple(style["dashes"]), 0.0 if each.mutual else ARROW * width, width
        )
        for each, style in zip(types, build_type_styles(types), strict=True)
    }
    opacity = sqrt(SOLID / max(SOLID, len(network.relation_numbers)))
    return Styles(lines, types, _build_marks(kinds), max(FAINTEST, opacity))


def _compute_line_width(relations: int) -> float:
    return max(THINNEST, WIDTH * min(1.0, sqrt(FEW / max(1, relations))))


def _build_marks(kinds: Sequence[str]) -> dict[str, MarkStyle]:
    used: Counter[str] = Counter()
    marks = {}
    for kind, style in zip(kinds, build_kind_styles(kinds), strict=True):
        marks[kind] = MarkStyle(style["shape"], style["color"], used[style["shape"]] % 2 == 1)
        used[style["shape"]] += 1
    return marks


def compute_radii(scores: Sequence[float], area: float) -> list[float]:
    """Compute the radii of marks: by the square root of a score, smaller in a crowd.

    Parameters
    ----------
    scores
        A score for each actor; one that is negative or not a number counts as 0.
    area
        Square pixels for all marks.

    Examples
    --------
    >>> compute_radii([4, 1, 0, float("nan")], 100_000)
    [15.0, 10.0, 5.0, 5.0]
    """
    values = [max(0.0, score) if isfinite(score) else 0.0 for score in scores]
    top = max(values, default=0.0) or 1.0
    crowd = min(1.0, max(0.15, sqrt(area / ROOMY / max(1, len(values)))))
    least, most = 2 + 3 * crowd, 5 + 10 * crowd
    return [least + (most - least) * sqrt(score / top) for score in values]
