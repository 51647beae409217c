"""The drawing: marks, lines between them, signs of what is contested, and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from explorer.picture.clutter import Clutter
from explorer.picture.curves import Circle, Curve, bends, curve, loop
from explorer.picture.fitting import fitted
from explorer.picture.grid import Grid
from explorer.picture.ink import Badge, Box, Ink
from explorer.picture.labels import Label, Name, placed, ways
from explorer.picture.outlines import Point
from explorer.picture.paper import Theme
from explorer.picture.paragraphs import Measure
from explorer.picture.signs import free_spot, room_of, signs
from explorer.picture.styles import Styles, radii
from graph.network import Network
from graph.text.safe import visible

STRONG, BOLD = 0.7, 8  # names are bold from this part of the largest radius on, one in so many
CROWD, MUST = 200, 40  # of more actors than the one, the other's names rather cover lesser marks
TOLD_UP_TO = 2_000  # relations; with more, words for each line would only make the file large
NAMES_ACROSS, NAMES_BELOW = 50.0, 24.0  # pixels at the rim that marks leave to names


class Drawn(NamedTuple):
    """A network with what its drawing depends on: the layout's places and scores, by actor."""

    network: Network
    spots: Sequence[tuple[int, int]]
    scores: Sequence[float]


class Scene(NamedTuple):
    """A drawing, its marks in row order, and the names that found room."""

    ink: Ink
    marks: list[Circle]
    labels: list[Label]

    @property
    def left_out(self) -> int:
        """How many names found no room."""
        return len(self.marks) - len(self.labels)

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence on the names that found no room; nothing where all did."""
        return (left_out_note(self.left_out),) if self.left_out else ()


def left_out_note(names: int) -> str:
    """Return how many names are not in a picture.

    Examples
    --------
    >>> left_out_note(1)
    '1 name is left out: there is no room for it.'
    """
    if names == 1:
        return "1 name is left out: there is no room for it."
    return f"{names:,} names are left out: there is no room for them."


def scene(drawn: Drawn, look: tuple[Styles, Theme], area: Box, measure: Measure) -> Scene:
    """Return every actor and relation of a network drawn into an area.

    Parameters
    ----------
    drawn
        The network, where its actors stand, and how large they are; names of large ones go first.
    look
        How types and kinds are drawn, and the colours of the rest.
    area
        Where.
    measure
        How wide texts are.
    """
    network, spots, scores = drawn
    styles, theme = look
    names = _names(network, radii(scores, area.width * area.height))
    lines = sorted({line for name in names for way in name.ways for line in way})
    widths = dict(zip(lines, measure(lines), strict=True))
    names = _spread(names, spots, widths, area)
    marks = [name.mark for name in names]
    ink = Ink(opacity=styles.opacity)
    clutter = _draw_relations(network, marks, styles, ink)
    for actor, mark in zip(network.actor_rows, marks, strict=True):
        ink.figures.append(styles.marks[actor.kind].figure(mark, theme, visible(actor.name)))
    names.sort(key=lambda name: (-name.mark.r, name.actor))
    labels = placed(
        names, widths, area, [room_of((badge.x, badge.y)) for badge in ink.badges], clutter
    )
    for label in labels:
        ink.texts.extend(label.texts(theme.text))
    return Scene(ink, marks, labels)


def _names(network: Network, sizes: Sequence[float]) -> list[Name]:
    """Return the names and marks of all actors, in row order, the marks not yet in their places."""
    order = sorted(range(len(sizes)), key=lambda place: (-sizes[place], place))
    bold = order[: max(3, len(order) // BOLD)]
    strong = {place for place in bold if sizes[place] >= STRONG * sizes[order[0]]}
    must = set(order[:MUST] if len(order) > CROWD else ())
    return [
        Name(place, ways(actor.name), Circle(0, 0, r), place in strong, place in must)
        for place, (actor, r) in enumerate(zip(network.actor_rows, sizes, strict=True))
    ]


def _spread(
    names: Sequence[Name],
    spots: Sequence[tuple[int, int]],
    widths: Mapping[str, float],
    area: Box,
) -> list[Name]:
    """Return names whose marks stand in an area."""
    room = area.inner(min(NAMES_ACROSS, area.width / 8), min(NAMES_BELOW, area.height / 8))
    sizes, rooms = [name.mark.r for name in names], [name.room(widths) for name in names]
    points = fitted(spots, sizes, rooms, room)
    return [
        name._replace(mark=Circle(x, y, name.mark.r))
        for name, (x, y) in zip(names, points, strict=True)
    ]


def _draw_relations(network: Network, marks: Sequence[Circle], styles: Styles, ink: Ink) -> Clutter:
    """Draw the line of every relation, and a sign on each that is not settled."""
    columns, rows = network.columns, network.relation_numbers
    place_of = {row: place for place, row in enumerate(network.actor_numbers)}
    source, target = columns.endpoints
    pairs = [(place_of[source[row]], place_of[target[row]]) for row in rows]
    told, signed = len(rows) < TOLD_UP_TO, signs(network)
    taken = Grid((mark.box, place) for place, mark in enumerate(marks))
    loops: Counter[int] = Counter()
    points: list[Point] = []
    for pair, bend, row in zip(pairs, bends(pairs, marks), rows, strict=True):
        line = styles.lines[columns.relation_types[row].name]
        drawn = _curve(pair, marks, bend, line.arrow, loops)
        sentence = visible(columns.relation(row).sentence) if told else ""
        ink.strokes.append(line.stroke(drawn, sentence))
        points += drawn.points
        if row in signed:
            spot = free_spot(drawn.points, taken) or drawn.middle
            ink.badges.append(Badge(*spot, signed[row], line.colour))
            taken.add(room_of(spot), -1)
    return Clutter(points)


def _curve(
    pair: tuple[int, int],
    marks: Sequence[Circle],
    bend: float,
    arrow: float,
    loops: Counter[int],
) -> Curve:
    source, target = pair
    if source != target:
        return curve(marks[source], marks[target], bend, arrow)
    loops[source] += 1
    return loop(marks[source], loops[source] - 1)
