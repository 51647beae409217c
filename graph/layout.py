"""Seeded positions: where each actor is drawn.

The inside works on rows alone: a number of actors, and ties as pairs of rows with the length
they would like to have. Tensions would like to be long, so that camps come apart.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import hypot, sqrt
from typing import TYPE_CHECKING

from graph import spacing
from graph.spacing import Point

if TYPE_CHECKING:
    from graph.network import Network

LENGTHS = {"+": 1.0, "0": 1.2, "-": 2.2}
LEAF = 0.7  # an actor with one neighbour stays close to it, whatever the sign
EXACT = 400  # actors of a component for which all distances are worked out
DRAFTS = 24  # starts tried for a small component; the one with the fewest crossings is kept
COMPARED = 1_000_000  # pairs of ties looked at when all drafts are compared

Pair = tuple[int, int]
Lengths = dict[Pair, float]


def positions(network: Network, *, seed: int = 1) -> list[Pair]:
    """Return where each actor of a network is drawn, in canvas pixels (y grows downwards).

    Actors that stand in ties are near each other, those in tension further apart; parallel
    relations count once, by the closest of them, and direction, weight and ties to oneself do
    not matter. Components stand side by side, actors without relations in rows below.

    Parameters
    ----------
    network
        Whose actors to place.
    seed
        Another seed gives another picture; the same seed gives the same one on every run.

    Returns
    -------
    list of tuple of int
        One (x, y) for each actor, in row order, with room for labels between them.
    """
    row = {actor.id: number for number, actor in enumerate(network.actor_rows)}
    ties = (
        (row[each.source.id], row[each.target.id], LENGTHS[each.type.sign])
        for each in network.relation_rows
    )
    widths = [spacing.label_width(actor.name) for actor in network.actor_rows]
    return place(widths, ties, seed=seed)


def place(
    widths: Sequence[float], ties: Iterable[tuple[int, int, float]], *, seed: int = 1
) -> list[Pair]:
    """Return integer positions for actors known only by their row.

    Kamada and Kawai's springs between all pairs (1989) give the shape, Fruchterman and Reingold's
    forces (1991) open it, and labels are then pushed apart.

    Parameters
    ----------
    widths
        How wide each actor's label is, in canvas pixels.
    ties
        Two rows and the length they would like to have, relative to each other, greater than 0.
    seed
        Where the draft starts from.

    Examples
    --------
    >>> place([], []), place([80], [])
    ([], [(0, 0)])
    >>> (x, y), (other_x, other_y) = place([80, 80], [(0, 1, 1.0), (1, 1, 1.0)])
    >>> y == other_y, abs(x - other_x) > 80
    (True, True)
    """
    lengths = _collapse(ties)
    blocks, alone = [], []
    for rows in _components(len(widths), lengths):
        if len(rows) == 1:
            alone.append(rows[0])
        else:
            own = [widths[row] for row in rows]
            blocks.append((rows, _component(own, _within(rows, lengths), seed)))
    return spacing.pack(widths, blocks, alone)


def _collapse(ties: Iterable[tuple[int, int, float]]) -> Lengths:
    """Return one length for each pair of rows: the shortest of its parallel ties."""
    lengths: Lengths = {}
    for one, other, length in ties:
        if one != other:
            pair = (one, other) if one < other else (other, one)
            lengths[pair] = min(length, lengths.get(pair, length))
    return dict(sorted(lengths.items()))


def _components(actors: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Return the rows of each connected component, largest first."""
    import igraph

    found = igraph.Graph(n=actors, edges=list(pairs)).connected_components()
    return sorted((sorted(rows) for rows in found), key=lambda rows: (-len(rows), rows[0]))


def _within(rows: Sequence[int], lengths: Lengths) -> Lengths:
    place_of = {row: place for place, row in enumerate(rows)}
    return {
        (place_of[one], place_of[other]): length
        for (one, other), length in lengths.items()
        if one in place_of
    }


def _component(widths: Sequence[float], lengths: Lengths, seed: int) -> list[Point]:
    """Return places for one connected component, with labels clear of each other."""
    lengths = _with_short_leaves(lengths)
    with _igraph_seeded(seed) as source:
        number = _drafts(len(widths), lengths)
        drafts = [_draft(len(widths), lengths, source) for _ in range(number)]
    best = min(drafts, key=lambda draft: _tangle(draft, lengths)) if number > 1 else drafts[0]
    return spacing.separate(spacing.landscape(best, widths), widths)


def _with_short_leaves(lengths: Lengths) -> Lengths:
    degree = Counter(end for pair in lengths for end in pair)
    return {
        pair: LEAF if min(degree[pair[0]], degree[pair[1]]) == 1 else length
        for pair, length in lengths.items()
    }


def _drafts(actors: int, lengths: Lengths) -> int:
    """Return how many drafts are worth their time."""
    comparisons = len(lengths) ** 2 // 2
    return max(1, min(DRAFTS, COMPARED // comparisons)) if actors > 2 else 1  # noqa: PLR2004


def _draft(actors: int, lengths: Lengths, source: random.Random) -> list[Point]:
    """Return one force-directed drawing, of the size igraph's forces are made for."""
    import igraph

    side = sqrt(actors)
    start = [(source.uniform(0, side), source.uniform(0, side)) for _ in range(actors)]
    graph = igraph.Graph(n=actors, edges=list(lengths))
    wanted = list(lengths.values())
    if actors <= EXACT:
        springs = graph.layout_kamada_kawai(seed=start, weights=wanted, maxiter=60 * actors)
        start = spacing.scaled(springs.coords, area=actors)
    pulls = [length**-1.5 for length in wanted]
    forces = graph.layout_fruchterman_reingold(
        seed=start,
        weights=pulls,
        niter=120 if actors <= EXACT else 300,
        start_temp=0.6 if actors <= EXACT else side / 10,
        grid="auto",
    )
    return [(x, y) for x, y in forces.coords]


def _tangle(points: Sequence[Point], lengths: Lengths) -> float:
    """Return how hard a drawing is to read: ties that cross, and how long they are on average."""
    pairs = list(lengths)
    crossings = sum(
        _cross(points, pair, other) for place, pair in enumerate(pairs) for other in pairs[:place]
    )
    drawn = spacing.scaled(points, area=len(points))
    long = sum(
        hypot(drawn[i][0] - drawn[j][0], drawn[i][1] - drawn[j][1]) / length
        for (i, j), length in lengths.items()
    )
    return crossings + long


def _cross(points: Sequence[Point], one: Pair, other: Pair) -> bool:
    if one[0] in other or one[1] in other:
        return False
    (ax, ay), (bx, by) = points[one[0]], points[one[1]]
    (cx, cy), (dx, dy) = points[other[0]], points[other[1]]
    c_side = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    d_side = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
    if c_side * d_side >= 0:
        return False
    a_side = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
    b_side = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
    return a_side * b_side < 0


@contextmanager
def _igraph_seeded(seed: int) -> Iterator[random.Random]:
    """Let igraph draw its random numbers from a generator of our own for a while."""
    import igraph

    source = random.Random(seed)  # noqa: S311 - a picture, not a secret
    igraph.set_random_number_generator(source)
    try:
        yield source
    finally:
        igraph.set_random_number_generator(random)  # what igraph itself starts with
