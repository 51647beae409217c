"""Compute positions in which two camps stand apart, with everybody else between them.

Three columns: the first camp, who is in none or undecided, the second camp. Actors of an earlier
era are in a row below, and below them actors without relations. Each actor is drawn by forces
within its part of the drawing (Fruchterman and Reingold, 1991, with bounds), so that who relates to
the other camp is on its inner side.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

from graph.analysis.camps.answer import Camps
from graph.data.dates import AFTER_EVERY_DAY, DAYS_OF_YEAR, format_days, parse_date
from graph.layout import spacing
from graph.layout.packing import pack_components
from graph.layout.seeding import seed_igraph

if TYPE_CHECKING:
    from graph.layout.readability import Pair
    from graph.layout.spacing import Point, Room
    from graph.select.selection import Selection

ERA = 30  # years before the latest date, from which on everything is history
GAP = 90.0  # canvas pixels between columns
ABOVE = 150.0  # canvas pixels above history
FILL = 0.5  # of a part's area that marks and labels take up
LOOSE = 0.35  # how much further out than it needs a part may reach, in its own size
ROUNDS = 600
ACROSS = 0.12  # how much less relations across parts pull than those within: they order the parts
FIRST, BETWEEN, SECOND = range(3)


class CampPart(NamedTuple):
    """A part of the drawing: its column, whether it is history, and the actors in it."""

    column: int
    is_history: bool
    rows: list[int]


def compute_camp_positions(network: Selection, camps: Camps, *, seed: int = 1) -> list[Pair]:
    """Compute where each actor is drawn, in canvas pixels (y grows downwards).

    Parameters
    ----------
    network
        The actors to position, and their relations.
    camps
        Their camps. The first is on the left, the second on the right; all others are between.
    seed
        What random numbers start from.

    Examples
    --------
    >>> import graph
    >>> net = graph.load_example().only_actor("Belarus", "Ukraine", "Minsk")
    >>> (belarus, _), (ukraine, _), (minsk, _) = compute_camp_positions(net, net.camps())
    >>> minsk < belarus < ukraine or belarus < minsk < ukraine
    True
    """
    import numpy as np

    columns = network.columns
    names = columns.actors.cells("name")
    related = _find_related(network)
    rows = [row for row in network.actor_numbers if row in related]
    pairs = _list_pairs(network, rows)
    degrees = np.bincount(np.array(pairs, np.int64).reshape(-1), minlength=len(rows)).tolist()
    widths = [spacing.estimate_label_width(names[row]) for row in rows]
    rooms = spacing.compute_rooms(widths, degrees)
    parts = _list_parts(network, camps, rows)
    drawn = _draw_by_forces(parts, pairs, rooms, seed)
    return _add_isolated(network, rows, _assemble(parts, drawn, rooms))


def _find_related(network: Selection) -> set[int]:
    """Return the actors that have relations."""
    return {ends[row] for row in network.relation_numbers for ends in network.columns.endpoints}


def _add_isolated(
    network: Selection, related: Sequence[int], positions: Sequence[Pair]
) -> list[Pair]:
    """Put actors without relations into a block below all others; return everybody's position."""
    rows = list(network.actor_numbers)
    if len(related) == len(rows):
        return list(positions)
    names = network.columns.actors.cells("name")
    widths = [spacing.estimate_label_width(names[row]) for row in rows]
    place_of = {row: place for place, row in enumerate(rows)}
    drawn = [place_of[row] for row in related]
    isolated = sorted({*place_of.values()}.difference(drawn))
    return pack_components(widths, [(drawn, positions)] if drawn else [], isolated)


def _list_pairs(network: Selection, rows: Sequence[int]) -> list[Pair]:
    """Return the pairs of actors that have relations, as places among the actors, sorted."""
    place_of = {row: place for place, row in enumerate(rows)}
    sources, targets = network.columns.endpoints
    ends = (
        (place_of[sources[relation]], place_of[targets[relation]])
        for relation in network.relation_numbers
    )
    return sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]})


def _list_parts(network: Selection, camps: Camps, rows: Sequence[int]) -> list[CampPart]:
    ids = network.columns.actors.cells("id")
    column_of = {
        actor.id: column
        for camp, column in zip(camps.camps, (FIRST, SECOND), strict=False)
        for actor in (*camp.actors, *camp.places_and_assets)
    }
    past = find_past(network)
    parts: dict[tuple[bool, int], list[int]] = {}
    for place, row in enumerate(rows):
        key = row in past, column_of.get(ids[row], BETWEEN)
        parts.setdefault(key, []).append(place)
    return [
        CampPart(column, is_history, parts[is_history, column])
        for is_history, column in sorted(parts)
    ]


def find_past(network: Selection) -> set[int]:
    """Return the actors whose time, and that of their relations, ended `ERA` years ago or more.

    It is counted from the latest date of the network: see `find_past_limit`.
    """
    last, lasting = _find_last_years(network)
    limit = _find_latest_year(network, last) - ERA
    return {actor for actor, year in last.items() if actor not in lasting and year < limit}


def find_past_limit(network: Selection) -> str:
    """Return the year before which everybody's time ended who is in `find_past`.

    Examples
    --------
    >>> import graph
    >>> find_past_limit(graph.load_example())
    '1992'
    """
    last, _ = _find_last_years(network)
    year = _find_latest_year(network, last) - ERA
    return format_days(year * DAYS_OF_YEAR, AFTER_EVERY_DAY)[0]


def _find_latest_year(network: Selection, last: dict[int, int]) -> int:
    starts = network.columns.relations.cells("start")
    years = [_read_year(starts[row]) for row in network.relation_numbers]
    return max([*last.values(), *(year for year in years if year is not None)], default=0)


def _find_last_years(network: Selection) -> tuple[dict[int, int], set[int]]:
    """Return the last year that is known of actors, and the actors whose relations have no end."""
    last: dict[int, int] = {}
    columns = network.columns
    ends, starts = columns.relations.cells("end"), columns.relations.cells("start")
    open_actors: set[int] = set()
    for row in network.relation_numbers:
        year = _read_year(ends[row])
        if year is None and columns.over[row]:
            year = _read_year(starts[row])
        for actor in (columns.endpoints[0][row], columns.endpoints[1][row]):
            if year is None:
                open_actors.add(actor)
            else:
                last[actor] = max(year, last.get(actor, year))
    gone = columns.actors.cells("end")
    for actor in network.actor_numbers:
        year = _read_year(gone[actor])
        if year is not None:  # a relation lasts no longer than its actors do
            last[actor] = year
            open_actors.discard(actor)
    return last, open_actors


def _read_year(text: str) -> int | None:
    date = parse_date(text) if text else None
    return None if date is None else date.last // DAYS_OF_YEAR


def _draw_by_forces(
    parts: Sequence[CampPart], pairs: Sequence[Pair], rooms: Sequence[Room], seed: int
) -> list[Point]:
    """Draw all actors by forces, each within the bounds of its part, in canvas pixels."""
    import igraph

    count = len(rooms)
    bounds = _lay_out_bounds(parts, rooms)
    part_of = {row: number for number, part in enumerate(parts) for row in part.rows}
    unit = sqrt(fsum(wide * high for wide, high in rooms) / FILL / count)
    boxes = [[side / unit for side in bounds[part_of[row]]] for row in range(count)]
    weights = [1.0 if part_of[one] == part_of[other] else ACROSS for one, other in pairs]
    with seed_igraph(seed) as source:
        start = [
            (source.uniform(left, right), source.uniform(top, bottom))
            for left, top, right, bottom in boxes
        ]
        left, top, right, bottom = (list(side) for side in zip(*boxes, strict=True))
        layout = igraph.Graph(n=count, edges=pairs).layout_fruchterman_reingold(
            seed=start, weights=weights or None, niter=ROUNDS, start_temp=2.0, grid=False,
            minx=left, miny=top, maxx=right, maxy=bottom,
        )  # fmt: skip
    return [(x * unit, y * unit) for x, y in layout.coords]


def _lay_out_bounds(parts: Sequence[CampPart], rooms: Sequence[Room]) -> list[spacing.Bounds]:
    """Return the bounds of each part: as high as the others of its row, as wide as it needs."""
    areas = [fsum(rooms[row][0] * rooms[row][1] for row in part.rows) / FILL for part in parts]
    height = sqrt(fsum(areas) / spacing.ASPECT)
    bounds: list[spacing.Bounds] = []
    across = dict.fromkeys((FIRST, BETWEEN, SECOND), 0.0)
    wide = dict(across)
    for part, area in zip(parts, areas, strict=True):
        if not part.is_history:
            wide[part.column] = area / height
    across[BETWEEN] = wide[FIRST] + GAP
    across[SECOND] = across[BETWEEN] + wide[BETWEEN] + GAP
    for part, area in zip(parts, areas, strict=True):
        left, top = across[part.column], (height + GAP) * part.is_history
        width = max(wide[part.column], spacing.HEIGHT)
        right, bottom = left + width, top + (area / width if part.is_history else height)
        if not part.is_history:  # forces alone bound the outer sides, or marks would line them
            top -= LOOSE / 3 * height
            bottom += LOOSE / 3 * height
            left -= LOOSE * width * (part.column == FIRST)
            right += LOOSE * width * (part.column == SECOND)
        bounds.append((left, top, right, bottom))
    return bounds


def _assemble(
    parts: Sequence[CampPart], drawn: Sequence[Point], rooms: Sequence[Room]
) -> list[Pair]:
    """Push the labels of each part apart, and put the parts side by side."""
    positions: dict[int, Pair] = {}
    middles: dict[int, float] = {}
    left = bottom = 0.0
    for part in parts:  # history last
        needed = [rooms[row] for row in part.rows]
        points = spacing.push_apart([drawn[row] for row in part.rows], needed)
        box = _measure_box(points, needed)
        middle, half = (box[0] + box[2]) / 2, (box[2] - box[0]) / 2
        down = bottom + ABOVE - box[1] if part.is_history else -(box[1] + box[3]) / 2
        if part.is_history:
            across = middles.get(part.column, middle) - middle
        else:
            across = left + half - middle
            middles[part.column] = left + half
            left += 2 * half + GAP
            bottom = max(bottom, box[3] + down)
        for row, (x, y) in zip(part.rows, points, strict=True):
            positions[row] = round(x + across), round(y + down)
    return [positions[row] for row in range(len(rooms))]


def _measure_box(points: Sequence[Point], needed: Sequence[Room]) -> spacing.Bounds:
    corners = [
        (x + side * wide / 2, y + side * high / 2)
        for (x, y), (wide, high) in zip(points, needed, strict=True)
        for side in (-1, 1)
    ]
    return spacing.compute_bounds(corners)
