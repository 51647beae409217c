"""Seeded positions: where each actor is drawn.

The inside works on rows alone: a number of actors, and ties as pairs of rows with the length
they would like to have. Tensions would like to be long, so that camps come apart. Small
components are drawn as they are, large ones as discs in discs (see `graph.discs`).
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
from graph.communities import Progress
from graph.packing import pack
from graph.spacing import Point, Room
from graph.tangle import Lengths, Pair, tangle

if TYPE_CHECKING:
    from graph.network import Network
    from graph.ties import Ties

Drawable = tuple[tuple[float, ...], tuple[tuple[Pair, float], ...]]

LENGTHS = {"+": 1.0, "0": 1.2, "-": 2.2}
AMONG_HUBS = 0.4  # how much a tie pulls less for the ties that its two ends have
LEAF = 0.45  # an actor with one neighbour stays close to it, whatever the sign
EXACT = 400  # actors of a component for which all distances are worked out
DRAFTS = 24  # starts tried for a small component; the one with the fewest crossings is kept
SHORTLIST = 3  # drafts that are finished before one is chosen
COMPARED = 600_000  # pairs of ties looked at when all drafts are compared
CROWD = 2_000  # actors; with more, not every label is shown: marks need room, labels do not
NEARER = -1.5  # power of a tie's length that is its pull


def positions(network: Network, *, seed: int = 1, progress: Progress | None = None) -> list[Pair]:
    """Return where each actor of a network is drawn, in canvas pixels (y grows downwards).

    Actors that stand in ties are near each other, those in tension further apart; parallel
    relations count once, by the closest of them, and direction, weight and ties to oneself do
    not matter. Components stand side by side, actors without relations in rows below. The
    communities of a large component are discs, none over another.

    Parameters
    ----------
    network
        Whose actors to place.
    seed
        Another seed gives another picture; the same seed gives the same one on every run.
    progress
        Called now and then with what is being placed ("communities", "actors", "discs"), how many
        of them are done, and all; what it raises ends the work.

    Returns
    -------
    list of tuple of int
        One (x, y) for each actor, in row order, with room for labels between them.

    Examples
    --------
    >>> import graph
    >>> network = graph.load_example()
    >>> len(positions(network)) == len(network.actor_rows)
    True
    """
    columns = network.columns
    place_of = {row: place for place, row in enumerate(network.actor_numbers)}
    sources, targets = columns.endpoints
    types = columns.relation_types
    ties = (
        (place_of[sources[row]], place_of[targets[row]], LENGTHS[types[row].sign])
        for row in network.relation_numbers
    )
    names = columns.actors.cells("name")
    widths = [spacing.label_width(names[row]) for row in place_of]
    return place(widths, ties, seed=seed, progress=progress)


def place(
    widths: Sequence[float],
    ties: Iterable[tuple[int, int, float]],
    *,
    seed: int = 1,
    progress: Progress | None = None,
) -> list[Pair]:
    """Return integer positions for actors known only by their row.

    Kamada and Kawai's springs between all pairs (1989) give the shape, Fruchterman and Reingold's
    forces (1991) open it, and labels are then pushed apart. Components of more than `EXACT`
    actors are drawn by `graph.discs`.

    Parameters
    ----------
    widths
        How wide each actor's label is, in canvas pixels.
    ties
        Two rows and the length they would like to have, relative to each other, greater than 0.
    seed
        Where the draft starts from.
    progress
        As in `positions`.

    Examples
    --------
    >>> place([], []), place([80], [])
    ([], [(40, 0)])
    >>> (x, y), (other_x, other_y) = place([80, 80], [(0, 1, 1.0), (1, 1, 1.0)])
    >>> y == other_y, abs(x - other_x) > 80
    (True, True)
    """
    if len(widths) > CROWD:
        widths = [spacing.HEIGHT] * len(widths)
    blocks, alone = [], []
    drawn: dict[Drawable, list[Point]] = {}
    for rows, lengths in _components(len(widths), _collapse(ties)):
        if len(rows) == 1:
            alone.append(rows[0])
        elif len(rows) > EXACT:
            blocks.append((rows, _large(len(rows), lengths, seed, progress)))
        else:
            like = tuple(widths[row] for row in rows), tuple(lengths.items())
            if like not in drawn:
                drawn[like] = _component(like[0], lengths, seed)
            blocks.append((rows, drawn[like]))
    return pack(widths, blocks, alone)


def _collapse(ties: Iterable[tuple[int, int, float]]) -> Lengths:
    """Return one length for each pair of rows: the shortest of its parallel ties."""
    lengths: Lengths = {}
    for one, other, length in ties:
        if one != other:
            pair = (one, other) if one < other else (other, one)
            lengths[pair] = min(length, lengths.get(pair, length))
    return dict(sorted(lengths.items()))


def _components(actors: int, lengths: Lengths) -> list[tuple[list[int], Lengths]]:
    """Return the rows of each connected component, largest first, and its ties by their places."""
    import igraph

    found = igraph.Graph(n=actors, edges=list(lengths)).connected_components()
    components = sorted((sorted(rows) for rows in found), key=lambda rows: (-len(rows), rows[0]))
    component_of, place_of = [0] * actors, [0] * actors
    for number, rows in enumerate(components):
        for place_in, row in enumerate(rows):
            component_of[row], place_of[row] = number, place_in
    within: list[Lengths] = [{} for _ in components]
    for (one, other), length in lengths.items():
        within[component_of[one]][place_of[one], place_of[other]] = length
    return list(zip(components, within, strict=True))


def _large(actors: int, lengths: Lengths, seed: int, progress: Progress | None) -> list[Point]:
    """Return places for one large connected component, with room for marks, not for labels."""
    from graph.discs import discs

    ties = _ties(lengths)
    rooms = spacing.rooms([spacing.HEIGHT] * actors, [ties[row] for row in range(actors)])
    with _igraph_seeded(seed) as source:
        return discs(_columns(lengths), [room for _, room in rooms], source, progress)


def _columns(lengths: Lengths) -> Ties:
    import numpy as np

    from graph.ties import Ties

    ends = np.array(list(lengths), dtype=np.int64)
    return Ties(ends[:, 0], ends[:, 1], np.array(list(lengths.values())) ** NEARER)


def _component(widths: Sequence[float], lengths: Lengths, seed: int) -> list[Point]:
    """Return places for one small connected component, with labels clear of each other."""
    lengths = _with_short_leaves(lengths)
    ties = _ties(lengths)
    needed = spacing.rooms(widths, [ties[row] for row in range(len(widths))])
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
    wanted = list(lengths.values())
    springs = graph.layout_kamada_kawai(seed=start, weights=wanted, maxiter=60 * actors)
    forces = graph.layout_fruchterman_reingold(
        seed=spacing.scaled(springs.coords, area=actors),
        weights=_pulls(lengths),
        niter=200,
        start_temp=2.0,
        grid="auto",
    )
    return [(x, y) for x, y in forces.coords]


def _pulls(lengths: Lengths) -> list[float]:
    """Return how strongly each tie pulls: weakly between hubs, so that they do not clump."""
    ties = _ties(lengths)
    pulls = [
        length**NEARER / (ties[one] * ties[other]) ** AMONG_HUBS
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
