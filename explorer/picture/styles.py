"""How a network's types and kinds are drawn, as the page draws them (``view/styles.js``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import isfinite, sqrt
from typing import NamedTuple

from explorer.page.in_use import kinds_in_use, types_in_use
from explorer.page.style import kind_styles, type_styles
from explorer.picture.curves import Curve
from explorer.picture.ink import Figure, Stroke
from explorer.picture.outlines import outline
from explorer.picture.paper import Theme
from graph.data.vocabulary import RelationType
from graph.network import Network

WIDTH, THINNEST = 1.5, 0.6  # pixels; of a line among few, and among very many
FEW = 300  # relations; the more there are above, the thinner all lines
SOLID, FAINTEST = 800, 0.25  # relations up to which lines cover; what is left of them among many
ARROW = 8.0  # how many times as long as its line is wide an arrowhead is
ROOMY = 5_800  # square pixels an actor, from which on marks are as large as meant


class Line(NamedTuple):
    """How a type is drawn; `arrow` is how long its head is, 0 for none."""

    colour: str
    dashes: tuple[int, ...]
    arrow: float
    width: float

    def stroke(self, curve: Curve, told: str = "") -> Stroke:
        """Return a line of this type."""
        return Stroke(curve.path, curve.head, self.colour, self.dashes, self.width, told)


class Mark(NamedTuple):
    """How a kind is drawn; the second kind of a shape is hollow."""

    shape: str
    colour: str
    hollow: bool

    def figure(self, place: tuple[float, float, float], theme: Theme, told: str = "") -> Figure:
        """Return a mark of this kind at a place: its middle and half its height."""
        path = outline(self.shape, *place)
        if self.hollow:
            return Figure(path, theme.paper, self.colour, 2.0, told)
        return Figure(path, self.colour, theme.paper, 1.5, told)


class Styles(NamedTuple):
    """The lines of a network's types, and the marks of its kinds; only those in use.

    `opacity` is how far lines cover what is below them, so that many do not become one.
    """

    lines: dict[str, Line]
    types: list[RelationType]
    marks: dict[str, Mark]
    opacity: float = 1.0


def styles_of(network: Network) -> Styles:
    """Return how a network's types and kinds are drawn.

    Examples
    --------
    >>> import graph
    >>> styles = styles_of(graph.load_example())
    >>> styles.marks["place"], styles.lines["borders"].arrow
    (Mark(shape='square', colour='#767676', hollow=True), 0.0)
    """
    types, kinds = types_in_use(network), kinds_in_use(network)
    width = _line_width(len(network.relation_numbers))
    lines = {
        each.name: Line(
            style["color"], tuple(style["dashes"]), 0.0 if each.mutual else ARROW * width, width
        )
        for each, style in zip(types, type_styles(types), strict=True)
    }
    opacity = sqrt(SOLID / max(SOLID, len(network.relation_numbers)))
    return Styles(lines, types, _marks(kinds), max(FAINTEST, opacity))


def _line_width(relations: int) -> float:
    return max(THINNEST, WIDTH * min(1.0, sqrt(FEW / max(1, relations))))


def _marks(kinds: Sequence[str]) -> dict[str, Mark]:
    used: Counter[str] = Counter()
    marks = {}
    for kind, style in zip(kinds, kind_styles(kinds), strict=True):
        marks[kind] = Mark(style["shape"], style["color"], used[style["shape"]] % 2 == 1)
        used[style["shape"]] += 1
    return marks


def radii(scores: Sequence[float], area: float) -> list[float]:
    """Return how large the marks are: by the square root of a score, smaller in a crowd.

    Parameters
    ----------
    scores
        One an actor; what is no number, or below 0, counts as 0.
    area
        Square pixels for all of them.

    Examples
    --------
    >>> radii([4, 1, 0, float("nan")], 100_000)
    [15.0, 10.0, 5.0, 5.0]
    """
    known = [max(0.0, score) if isfinite(score) else 0.0 for score in scores]
    top = max(known, default=0.0) or 1.0
    crowd = min(1.0, max(0.15, sqrt(area / ROOMY / max(1, len(known)))))
    least, most = 2 + 3 * crowd, 5 + 10 * crowd
    return [least + (most - least) * sqrt(score / top) for score in known]
