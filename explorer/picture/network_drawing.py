"""Draw a network: marks, lines between them, signs of contested relations, and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from explorer.picture.box_grid import BoxGrid
from explorer.picture.claim_signs import compute_sign_box, find_free_point, find_signs
from explorer.picture.curves import Circle, Curve, compute_bends, draw_curve, draw_loop
from explorer.picture.labels import Label, Name, list_line_breaks, position_labels
from explorer.picture.line_density import LineDensity
from explorer.picture.mark_outlines import Point
from explorer.picture.scaling import scale_positions
from explorer.picture.shapes import Badge, Box, Drawing
from explorer.picture.sheet import Theme
from explorer.picture.styles import Styles, compute_radii
from explorer.picture.text_wrapping import Measure
from graph import Network
from graph.text.safe import visible

STRONG, BOLD = 0.7, 8  # part of the largest radius from which names are bold; one name in 8 at most
CROWD, MUST = 200, 40  # above 200 actors, the first 40 names may cover smaller marks
DESCRIBED_UP_TO = (
    2_000  # relations; with more, a description of each line would make the file too large
)
NAMES_ACROSS, NAMES_BELOW = 50.0, 24.0  # pixels at the border that stay free for names


class DrawnNetwork(NamedTuple):
    """A network with a position and a score for each actor."""

    network: Network
    positions: Sequence[tuple[int, int]]
    scores: Sequence[float]


class NetworkDrawing(NamedTuple):
    """The drawing of a network, its marks in row order, and the names that found room."""

    drawing: Drawing
    marks: list[Circle]
    labels: list[Label]

    @property
    def left_out_count(self) -> int:
        """The number of names that found no room."""
        return len(self.marks) - len(self.labels)

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence on the names that found no room; empty where all did."""
        return (format_left_out(self.left_out_count),) if self.left_out_count else ()


def format_left_out(names: int) -> str:
    """Format how many names are not in a picture.

    Examples
    --------
    >>> format_left_out(1)
    '1 name is left out: there is no room for it.'
    """
    if names == 1:
        return "1 name is left out: there is no room for it."
    return f"{names:,} names are left out: there is no room for them."


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
    network, positions, scores = drawn
    styles, theme = look
    names = _list_names(network, compute_radii(scores, area.width * area.height))
    lines = sorted({line for name in names for variant in name.variants for line in variant})
    widths = dict(zip(lines, measure(lines), strict=True))
    names = _position_marks(names, positions, widths, area)
    marks = [name.mark for name in names]
    drawing = Drawing(opacity=styles.opacity)
    density = _draw_relations(network, marks, styles, drawing)
    for actor, mark in zip(network.actor_rows, marks, strict=True):
        drawing.figures.append(
            styles.marks[actor.kind].draw_figure(mark, theme, visible(actor.name))
        )
    names.sort(key=lambda name: (-name.mark.r, name.actor))
    labels = position_labels(
        names,
        widths,
        area,
        [compute_sign_box((badge.x, badge.y)) for badge in drawing.badges],
        density,
    )
    for label in labels:
        drawing.texts.extend(label.to_texts(theme.text))
    return NetworkDrawing(drawing, marks, labels)


def _list_names(network: Network, sizes: Sequence[float]) -> list[Name]:
    """List the names and marks of all actors, in row order; the marks have no position yet."""
    order = sorted(range(len(sizes)), key=lambda row: (-sizes[row], row))
    bold = order[: max(3, len(order) // BOLD)]
    strong = {row for row in bold if sizes[row] >= STRONG * sizes[order[0]]}
    must = set(order[:MUST] if len(order) > CROWD else ())
    return [
        Name(row, list_line_breaks(actor.name), Circle(0, 0, r), row in strong, row in must)
        for row, (actor, r) in enumerate(zip(network.actor_rows, sizes, strict=True))
    ]


def _position_marks(
    names: Sequence[Name],
    positions: Sequence[tuple[int, int]],
    widths: Mapping[str, float],
    area: Box,
) -> list[Name]:
    """Position the marks of names in an area."""
    inner = area.shrink(min(NAMES_ACROSS, area.width / 8), min(NAMES_BELOW, area.height / 8))
    sizes, rooms = [name.mark.r for name in names], [name.measure_room(widths) for name in names]
    points = scale_positions(positions, sizes, rooms, inner)
    return [
        name._replace(mark=Circle(x, y, name.mark.r))
        for name, (x, y) in zip(names, points, strict=True)
    ]


def _draw_relations(
    network: Network, marks: Sequence[Circle], styles: Styles, drawing: Drawing
) -> LineDensity:
    """Draw the line of every relation, and a sign on each that is contested or disputed."""
    columns, rows = network.columns, network.relation_numbers
    local_row = {row: index for index, row in enumerate(network.actor_numbers)}
    source, target = columns.endpoints
    pairs = [(local_row[source[row]], local_row[target[row]]) for row in rows]
    described, signed = len(rows) < DESCRIBED_UP_TO, find_signs(network)
    occupied = BoxGrid((mark.box, row) for row, mark in enumerate(marks))
    loops: Counter[int] = Counter()
    points: list[Point] = []
    for pair, bend, row in zip(pairs, compute_bends(pairs, marks), rows, strict=True):
        line = styles.lines[columns.relation_types[row].name]
        line_curve = _draw_relation(pair, marks, bend, line.arrow, loops)
        sentence = visible(columns.relation(row).sentence) if described else ""
        drawing.strokes.append(line.draw_stroke(line_curve, sentence))
        points += line_curve.points
        if row in signed:
            point = find_free_point(line_curve.points, occupied) or line_curve.middle
            drawing.badges.append(Badge(*point, signed[row], line.colour))
            occupied.add(compute_sign_box(point), -1)
    return LineDensity(points)


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
