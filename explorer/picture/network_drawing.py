"""Draw a network: marks, lines between them, signs of contested relations, and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import dist
from typing import NamedTuple

from explorer.picture.box_grid import BoxGrid
from explorer.picture.captions import list_captions
from explorer.picture.claim_signs import compute_sign_box, find_free_point, find_signs
from explorer.picture.community_areas import draw_community_areas
from explorer.picture.curves import Circle, Curve, compute_bends, draw_curve, draw_loop
from explorer.picture.label_leaders import draw_leader
from explorer.picture.labels import Label, Name, list_line_breaks, position_labels
from explorer.picture.line_density import LineDensity
from explorer.picture.line_fade import choose_fade
from explorer.picture.mark_outlines import Point
from explorer.picture.name_limit import WOVEN, count_foremost, find_bold_score, limit_names
from explorer.picture.pair_lines import list_pair_lines
from explorer.picture.scaling import scale_evenly, scale_positions
from explorer.picture.shapes import Badge, Box, Drawing
from explorer.picture.sheet import Theme
from explorer.picture.styles import ARROW, LineStyle, Styles, compute_radii
from explorer.picture.text_wrapping import Measure
from graph import Network
from graph.analysis.camps.answer import Camps
from graph.layout.packing import NAMED
from graph.text.safe import visible

WIDEST_HEAD = 3.0  # the width of a line from which on its arrowhead is no longer
DESCRIBED_UP_TO = 2_000  # relations; with more, descriptions would make the file too large
NAMES_ACROSS, NAMES_BELOW = 50.0, 24.0  # pixels at the border that stay free for names


Line = tuple[tuple[int, ...], LineStyle, Curve]
"""The relations that a line stands for, how it is drawn, and where."""


class DrawnNetwork(NamedTuple):
    """A network with a position and a score for each actor.

    `arranged` says whether a reader has put actors where they are, so that the drawing is neither
    turned nor stretched, `camps` which camps marks have the colours of.
    """

    network: Network
    positions: Sequence[tuple[int, int]]
    scores: Sequence[float]
    arranged: bool = False
    camps: Camps | None = None


class NetworkDrawing(NamedTuple):
    """The drawing of a network, its marks in row order, and the names that found room."""

    drawing: Drawing
    marks: list[Circle]
    labels: list[Label]

    @property
    def left_out_count(self) -> int:
        """The number of names that are left out."""
        return len(self.marks) - len(self.labels)

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence on the names that are left out; empty where none is."""
        return (format_left_out(self.left_out_count),) if self.left_out_count else ()


def format_left_out(names: int) -> str:
    """Format how many names are not in a picture.

    Examples
    --------
    >>> format_left_out(1)
    '1 name is left out, so that the others can be read.'
    """
    left_out = "1 name is" if names == 1 else f"{names:,} names are"
    return f"{left_out} left out, so that the others can be read."


def draw_network(
    drawn: DrawnNetwork, look: tuple[Styles, Theme], area: Box, measure: Measure
) -> NetworkDrawing:
    """Draw every actor and relation of a network into an area.

    Parameters
    ----------
    drawn
        The network with positions and scores; the names of large actors are placed first.
    look
        How types and kinds are drawn, and the theme.
    area
        Where to draw.
    measure
        Measures how wide texts are.
    """
    network, positions, scores, arranged, _ = drawn
    styles, theme = look
    most = count_foremost(area.width * area.height)
    isolated = _find_isolated(network)
    least = find_bold_score([each for row, each in enumerate(scores) if row not in isolated])
    bold = {row for row, score in enumerate(scores) if score >= least}
    names = _list_names(network, compute_radii(scores, area.width * area.height), most, bold)
    widths = _measure_widths(
        {line for name in names for variant in name.variants for line in variant}, measure
    )
    names = _position_marks(names, positions, widths, area, isolated=isolated, arranged=arranged)
    marks = [name.mark for name in names]
    drawing = Drawing()
    density, weave = _draw_lines(network, marks, styles, drawing, area)
    _draw_marks(network, marks, look, drawing)
    areas = draw_community_areas(styles.communities, marks, _list_pairs(network), isolated)
    drawing.areas.extend(each.area for each in areas)
    in_block = isolated if len(isolated) > NAMED else ()
    names = [name for name in names if name.actor not in in_block]
    names.sort(key=lambda name: (-name.mark.r, name.actor))
    foremost = {name.actor for name in names[:most]}
    captions = list_captions(areas, marks, isolated, named=foremost, arranged=arranged)
    widths |= _measure_widths(
        {line for caption in captions for variant in caption.variants for line in variant}, measure
    )
    labels = position_labels(
        [*names[:most], *captions, *names[most:]],
        widths,
        area,
        [compute_sign_box((badge.x, badge.y)) for badge in drawing.badges],
        density,
    )
    limit = limit_names(area.width * area.height, len(names), weave)
    labels = labels[: limit + len(captions)]
    for label in labels:
        if label.leader:
            drawing.leaders.extend(draw_leader(label.leader, theme))
        drawing.texts.extend(label.to_texts(theme.text if label.name.bold else theme.soft))
    return NetworkDrawing(
        drawing, marks, [label for label in labels if label.name.actor < len(marks)]
    )


def _measure_widths(lines: Iterable[str], measure: Measure) -> dict[str, float]:
    """Measure how wide each of some lines of text is."""
    ordered = sorted(lines)
    return dict(zip(ordered, measure(ordered), strict=True))


def _draw_marks(
    network: Network, marks: Sequence[Circle], look: tuple[Styles, Theme], drawing: Drawing
) -> None:
    """Draw the mark of every actor, none under a smaller one."""
    styles, theme = look
    colours = styles.list_mark_colours(len(marks), theme)
    rows = zip(network.actor_rows, marks, colours, strict=True)
    for actor, mark, colour in sorted(rows, key=lambda row: row[1].r):
        drawing.figures.append(
            styles.marks[actor.kind].draw_figure(mark, colour, theme, visible(actor.name))
        )


def _list_pairs(network: Network) -> list[tuple[int, int]]:
    """List the two actors of each relation, by their rows in the selection."""
    local_row = {row: index for index, row in enumerate(network.actor_numbers)}
    source, target = network.columns.endpoints
    return [(local_row[source[row]], local_row[target[row]]) for row in network.relation_numbers]


def _find_isolated(network: Network) -> set[int]:
    """Find the actors without relations, by their rows in the selection."""
    source, target = network.columns.endpoints
    tied = {end for row in network.relation_numbers for end in (source[row], target[row])}
    return {index for index, row in enumerate(network.actor_numbers) if row not in tied}


def _list_names(
    network: Network, sizes: Sequence[float], most: int, bold: Collection[int]
) -> list[Name]:
    """List the names and marks of all actors, in row order; the marks have no position yet."""
    order = sorted(range(len(sizes)), key=lambda row: (-sizes[row], row))
    foremost = set(order[:most])
    return [
        Name(
            row,
            list_line_breaks(actor.name),
            Circle(0, 0, r),
            strong=row in foremost,
            bold=row in foremost and row in bold,
        )
        for row, (actor, r) in enumerate(zip(network.actor_rows, sizes, strict=True))
    ]


def _position_marks(  # noqa: PLR0913 - what is drawn, and where
    names: Sequence[Name],
    positions: Sequence[tuple[int, int]],
    widths: Mapping[str, float],
    area: Box,
    *,
    isolated: Collection[int],
    arranged: bool,
) -> list[Name]:
    """Position the marks of names in an area."""
    inner = area.shrink(min(NAMES_ACROSS, area.width / 8), min(NAMES_BELOW, area.height / 8))
    sizes, rooms = [name.mark.r for name in names], [name.measure_room(widths) for name in names]
    points = (
        scale_evenly(positions, inner)
        if arranged
        else scale_positions(positions, sizes, rooms, inner, isolated)
    )
    return [
        name._replace(mark=Circle(x, y, name.mark.r))
        for name, (x, y) in zip(names, points, strict=True)
    ]


def _draw_lines(
    network: Network, marks: Sequence[Circle], styles: Styles, drawing: Drawing, area: Box
) -> tuple[LineDensity, float]:
    """Draw the line of every pair, or relation where they are few, with signs of claims.

    Return where they run, and how long they are together, in pixels a square pixel.
    """
    columns, rows = network.columns, network.relation_numbers
    pairs = _list_pairs(network)
    signed = find_signs(network)
    lines = list(
        _list_pair_lines(network, pairs, marks, styles, signed)
        if styles.pairs
        else _list_relation_lines(network, pairs, marks, styles)
    )
    occupied = BoxGrid((mark.box, row) for row, mark in enumerate(marks))
    described = len(rows) < DESCRIBED_UP_TO
    points: list[Point] = []
    lengths = [dist(*(marks[end][:2] for end in pairs[numbers[0]])) for numbers, _, _ in lines]
    widths = (style.width for _, style, _ in lines)
    if styles.pairs:
        drawing.opacity = choose_fade(zip(lengths, widths, strict=True), area.width * area.height)
    for numbers, style, curve in lines:
        sentences = (columns.relation(rows[number]).sentence for number in numbers)
        sentence = visible("; ".join(sentences)) if described else ""
        drawing.strokes.append(style.draw_stroke(curve, sentence))
        points += curve.points
        signs = [signed[rows[number]] for number in numbers if rows[number] in signed]
        if signs:
            point = find_free_point(curve.points, occupied) or curve.middle
            drawing.badges.append(Badge(*point, signs[0], style.colour))
            occupied.add(compute_sign_box(point), -1)
    # In a weave, lines run everywhere: to be near its mark is worth more to a name there.
    weave = sum(lengths) / (area.width * area.height)
    return LineDensity(points, min(1.0, WOVEN / (weave or WOVEN))), weave


def _list_relation_lines(
    network: Network, pairs: Sequence[tuple[int, int]], marks: Sequence[Circle], styles: Styles
) -> Iterator[Line]:
    """Yield a line for every relation, parallel ones side by side."""
    types, rows = network.columns.relation_types, network.relation_numbers
    loops: Counter[int] = Counter()
    for number, (pair, bend) in enumerate(zip(pairs, compute_bends(pairs, marks), strict=True)):
        style = styles.lines[types[rows[number]].name]
        yield (number,), style, _draw_relation(pair, marks, bend, style.arrow, loops)


def _list_pair_lines(
    network: Network,
    pairs: Sequence[tuple[int, int]],
    marks: Sequence[Circle],
    styles: Styles,
    signed: Mapping[int, str],
) -> Iterator[Line]:
    """Yield a line for all relations of two actors."""
    for line in list_pair_lines(network, pairs, signed):
        style = styles.pairs[line.ink]._replace(
            dashes=line.dashes, width=line.width, opacity=line.opacity
        )
        arrow = ARROW * min(line.width, WIDEST_HEAD) if line.arrow else 0.0
        source, target = pairs[line.relations[0]]
        curve = (
            draw_curve(marks[source], marks[target], 0.0, arrow, both_ways=line.both_ways)
            if source != target
            else draw_loop(marks[source], 0)
        )
        yield line.relations, style, curve


def _draw_relation(
    pair: tuple[int, int],
    marks: Sequence[Circle],
    bend: float,
    arrow: float,
    loops: Counter[int],
) -> Curve:
    source, target = pair
    if source != target:
        return draw_curve(marks[source], marks[target], bend, arrow)
    loops[source] += 1
    return draw_loop(marks[source], loops[source] - 1)
