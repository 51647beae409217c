"""Signs on lines whose relation is not settled among those who speak of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from explorer.picture.grid import Grid
from explorer.picture.ink import Box
from explorer.picture.outlines import Point
from graph.data.claims import find_standings, get_claim
from graph.network import Network

RADIUS = 7.0  # pixels
SIGNED_UP_TO = 2_000  # relations; with more, signs would only be in the way
SIGNS: Mapping[str, str] = MappingProxyType({"contested": "?", "disputed": "×"})
MEANINGS: Mapping[str, str] = MappingProxyType({"?": "contested", "×": "only disputed"})


def signs(network: Network) -> dict[int, str]:
    """Return the sign of each relation that is contested or only disputed, by its row.

    Examples
    --------
    >>> import graph
    >>> set(signs(graph.load_example()).values())
    {'?'}
    """
    columns, rows = network.columns, network.relation_numbers
    if len(rows) >= SIGNED_UP_TO:
        return {}
    known = find_standings(columns, rows)
    found = {row: SIGNS.get(known[get_claim(columns, row)], "") for row in rows}
    return {row: sign for row, sign in found.items() if sign}


def room_of(spot: Point) -> Box:
    """Return the room of a sign with its middle at a point."""
    side = 2 * RADIUS + 2
    return Box(spot[0] - side / 2, spot[1] - side / 2, side, side)


def free_spot(points: Sequence[Point], taken: Grid) -> Point | None:
    """Return the point of a line nearest its middle where a sign covers nothing; None for none.

    Examples
    --------
    >>> line = [(0, 0), (30, 0), (60, 0), (90, 0), (120, 0)]
    >>> free_spot(line, Grid([(Box(55, -5, 10, 10), 0)]))
    (30, 0)
    """
    middle = (len(points) - 1) / 2
    order = sorted(range(len(points)), key=lambda place: abs(place - middle))
    return next((points[place] for place in order if taken.free(room_of(points[place]), -2)), None)
