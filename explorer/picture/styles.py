"""Build the styles of types and kinds, as the page draws them (``view/styles.js``)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import isfinite, sqrt
from typing import NamedTuple

from explorer.picture.curves import Curve
from explorer.picture.mark_outlines import draw_outline
from explorer.picture.shapes import Figure, Stroke
from explorer.picture.sheet import Theme
from graph import Network, RelationType
from graph.analysis.camps.answer import Camps
from graph.layout.styles import INK, build_kind_styles, build_type_styles
from graph.select.used_types import list_used_kinds, list_used_types

WIDTH, THINNEST = 1.5, 0.6  # pixels; of a line among few, and among very many
FEW = 300  # relations; with more, all lines are thinner
FEW_RELATIONS = 25  # so few have a line each; with more, all relations of two actors have one
RARE = 100  # actors, one of which at most is large where large marks stay so in a crowd
ARROW = 8.0  # the length of an arrowhead, in widths of its line
ROOMY = 5_800  # square pixels an actor; with less, marks are smaller


class LineStyle(NamedTuple):
    """How a type is drawn; `arrow` is the length of its head, 0 for none."""

    colour: str
    dashes: tuple[int, ...]
    arrow: float
    width: float
    opacity: float = 1.0

    def draw_stroke(self, curve: Curve, description: str = "") -> Stroke:
        """Draw a line of this type."""
        look = self.colour, self.dashes, self.width
        return Stroke(curve.path, curve.head, *look, description, self.opacity)


class MarkStyle(NamedTuple):
    """How a kind is drawn; the second kind with a shape is hollow."""

    shape: str
    hollow: bool

    def draw_figure(
        self,
        position: tuple[float, float, float],
        colour: str,
        theme: Theme,
        description: str = "",
    ) -> Figure:
        """Draw a mark of this kind; a position is its middle and half its height."""
        path = draw_outline(self.shape, *position)
        if self.hollow:
            return Figure(path, theme.paper, colour, 2.0, description)
        return Figure(path, colour, theme.paper, 1.5, description)


class CommunityColour(NamedTuple):
    """The colour of a community or camp, its name, and its members' rows.

    Those in `past`, whose time ended before `past_limit`, are grey, and outside its area. `is_camp`
    says whether it is a camp.
    """

    colour: str
    name: str
    members: tuple[int, ...]
    past: frozenset[int] = frozenset()
    past_limit: str = ""
    is_camp: bool = False


class Styles(NamedTuple):
    """The lines of a network's types and the marks of its kinds; only those in use.

    `pairs` are lines for all relations of two actors, by their ink; empty where each relation has
    a line of its own.
    `communities` is empty unless marks have the colours of their communities, as where no relation
    is negative.
    """

    lines: dict[str, LineStyle]
    types: list[RelationType]
    marks: dict[str, MarkStyle]
    pairs: dict[str, LineStyle]
    communities: tuple[CommunityColour, ...] = ()

    def list_mark_colours(self, actors: int, theme: Theme) -> list[str]:
        """List the colour of each actor's mark."""
        if not self.communities:
            return [theme.ink] * actors
        colours = [theme.communities[-1]] * actors
        for community in self.communities:
            for row in community.members:
                if row not in community.past:
                    colours[row] = community.colour
        return colours


CAMP_COLOURS = 5, 0  # among those of communities, as the page has them (``core/camps.js``)


def colour_camps(network: Network, camps: Camps, theme: Theme) -> tuple[CommunityColour, ...]:
    """Colour the camps of a network, with the places and assets on their sides."""
    from graph.layout.camp_positions import find_past, find_past_limit

    ids = network.columns.actors.cells("id")
    rows = list(network.actor_numbers)
    place_of = {ids[row]: place for place, row in enumerate(rows)}
    gone = find_past(network)
    past = frozenset(place for place, row in enumerate(rows) if row in gone)
    return tuple(
        CommunityColour(
            theme.communities[colour],
            camp.short_name,
            tuple(place_of[each.id] for each in (*camp.actors, *camp.places_and_assets)),
            past,
            find_past_limit(network),
            is_camp=True,
        )
        for camp, colour in zip(camps.camps, CAMP_COLOURS, strict=False)
    )


def build_styles(network: Network, theme: Theme, camps: Camps | None = None) -> Styles:
    """Build the styles of a network's types and kinds.

    Parameters
    ----------
    network
        The network that is drawn.
    theme
        The colours of the sheet.
    camps
        The camps that marks have the colours of; None where they have none.

    Examples
    --------
    >>> import graph
    >>> from explorer.picture.sheet import THEMES
    >>> styles = build_styles(graph.load_example(), THEMES["light"])
    >>> styles.marks["place"], styles.lines["borders"].arrow
    (MarkStyle(shape='square', hollow=True), 0.0)
    """
    types, kinds = list_used_types(network), list_used_kinds(network)
    width = _compute_line_width(len(network.relation_numbers))
    lines = {
        each.name: LineStyle(
            theme.ink if style["color"] == INK else style["color"],
            tuple(style["dashes"]),
            0.0 if each.mutual else ARROW * width,
            width,
        )
        for each, style in zip(types, build_type_styles(types), strict=True)
    }
    communities = (
        colour_camps(network, camps, theme) if camps else _colour_communities(network, types, theme)
    )
    marks, pairs = _build_marks(kinds), _build_pair_lines(network, theme)
    return Styles(lines, types, marks, pairs, communities)


def _build_pair_lines(network: Network, theme: Theme) -> dict[str, LineStyle]:
    """Build the line of each ink as it is without a width of its own."""
    if len(network.relation_numbers) <= FEW_RELATIONS:
        return {}
    return {
        ink: LineStyle(colour, (), 0.0, 1.0 if ink == "neutral" else WIDTH)
        for ink, colour in theme.pairs.items()
        if ink != "both" or _has_ties_and_tensions(network)
    }


def _has_ties_and_tensions(network: Network) -> bool:
    """Return whether two actors have ties and tensions at once."""
    source, target = network.columns.endpoints
    types = network.columns.relation_types
    signs: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for row in network.relation_numbers:
        ends = source[row], target[row]
        signs[min(ends), max(ends)].add(types[row].sign)
    return any({"+", "-"} <= each for each in signs.values())


def _colour_communities(
    network: Network, types: Sequence[RelationType], theme: Theme
) -> tuple[CommunityColour, ...]:
    """Colour the largest communities where no relation is negative, as the page does."""
    if not types or any(each.sign == "-" for each in types):
        return ()
    from graph.analysis.communities import SEED
    from graph.analysis.community_partition import partition_actors
    from graph.select.projection import Projection

    found = partition_actors(network, Projection(), SEED).communities
    if len(found) < 2:  # noqa: PLR2004
        return ()
    row_of = {number: row for row, number in enumerate(network.actor_numbers)}
    names = network.columns.actors.cells("name")
    coloured = zip(found, theme.communities[:-1], strict=False)
    return tuple(
        CommunityColour(
            colour, names[community.rows[0]], tuple(row_of[number] for number in community.rows)
        )
        for community, colour in coloured
    )


def _compute_line_width(relations: int) -> float:
    return max(THINNEST, WIDTH * min(1.0, sqrt(FEW / max(1, relations))))


def _build_marks(kinds: Sequence[str]) -> dict[str, MarkStyle]:
    used: Counter[str] = Counter()
    marks = {}
    for kind, style in zip(kinds, build_kind_styles(kinds), strict=True):
        marks[kind] = MarkStyle(style["shape"], used[style["shape"]] % 2 == 1)
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
    is_rare = sum(score >= top / 4 for score in values) * RARE <= len(values)
    least, most = 2 + 3 * crowd, 5 + 10 * (max(crowd, 0.6) if is_rare else crowd)
    return [least + (most - least) * sqrt(score / top) for score in values]
