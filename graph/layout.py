"""Seeded positions: where each actor is drawn.

The inside works on rows alone: a number of actors, and ties as pairs of rows with the length
they would like to have. Tensions would like to be long, so that camps come apart.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import sqrt
from typing import TYPE_CHECKING

from graph import spacing
from graph.clearance import clear
from graph.packing import pack
from graph.spacing import Point, Room
from graph.tangle import Lengths, Pair, tangle

if TYPE_CHECKING:
    from graph.network import Network

LENGTHS = {"+": 1.0, "0": 1.2, "-": 2.2}
AMONG_HUBS = 0.4  # how much a tie pulls less for the ties that its two ends have
LEAF = 0.45  # an actor with one neighbour stays close to it, whatever the sign
EXACT = 400  # actors of a component for which all distances are worked out
DRAFTS = 24  # starts tried for a small component; the one with the fewest crossings is kept
SHORTLIST = 3  # drafts that are finished before one is chosen
STEPS = 500_000  # of one actor each, in a large component
COMPARED = 600_000  # pairs of ties looked at when all drafts are compared


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
    ([], [(40, 0)])
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
    return pack(widths, blocks, alone)


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
    ties = _ties(lengths)
    # In a large drawing not every label is shown at once, so that marks need room, labels do not.
    wide = widths if len(widths) <= EXACT else [spacing.HEIGHT] * len(widths)
    needed = spacing.rooms(wide, [ties[row] for row in range(len(widths))])
    with _igraph_seeded(seed) as source:
        drafts = [
            _draft(len(widths), lengths, source) for _ in range(_drafts(len(widths), lengths))
        ]
    if len(drafts) == 1:
        return _readable(drafts[0], lengths, needed)
    drafts.sort(key=lambda draft: tangle(draft, lengths))
    finished = [_readable(draft, lengths, needed) for draft in drafts[:SHORTLIST]]
    return min(finished, key=lambda drawing: tangle(drawing, lengths))


def _readable(draft: list[Point], lengths: Lengths, needed: Sequence[Room]) -> list[Point]:
    apart = spacing.separate(spacing.landscape(draft, needed), needed)
    # Labels are wide, so that pushing them apart makes a drawing higher: widen it again.
    return clear(spacing.widened(apart), lengths, needed)


def _ties(lengths: Lengths) -> Counter[int]:
    """Return how many others each row is tied to."""
    return Counter(end for pair in lengths for end in pair)


def _with_short_leaves(lengths: Lengths) -> Lengths:
    ties = _ties(lengths)
    return {
        pair: LEAF if min(ties[pair[0]], ties[pair[1]]) == 1 else length
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
    exact = actors <= EXACT
    if exact:
        wanted = list(lengths.values())
        springs = graph.layout_kamada_kawai(seed=start, weights=wanted, maxiter=60 * actors)
        start = spacing.scaled(springs.coords, area=actors)
    forces = graph.layout_fruchterman_reingold(
        seed=start,
        weights=_pulls(lengths),
        niter=200 if exact else min(300, max(50, STEPS // actors)),
        start_temp=2.0 if exact else side / 10,
        grid="auto",
    )
    return [(x, y) for x, y in forces.coords]


def _pulls(lengths: Lengths) -> list[float]:
    """Return how strongly each tie pulls: weakly between hubs, so that they do not clump."""
    ties = _ties(lengths)
    pulls = [
        length**-1.5 / (ties[one] * ties[other]) ** AMONG_HUBS
        for (one, other), length in lengths.items()
    ]
    mean = sum(pulls) / len(pulls)
    return [pull / mean for pull in pulls]


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
