"""Seeded positions: where each actor is drawn.

The inside works on rows alone: a number of actors, and ties as pairs of rows with the length
they would like to have. Tensions would like to be long, so that camps come apart. Small
components are drawn as they are, large ones as discs in discs (see `graph.layout.discs`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import sqrt
from typing import TYPE_CHECKING

from graph.layout import spacing
from graph.layout.clearance import clear
from graph.layout.community_levels import Progress
from graph.layout.layout_edges import Ties, within
from graph.layout.packing import pack
from graph.layout.readability import Lengths, Pair, tangle
from graph.layout.spacing import Point, Room

if TYPE_CHECKING:
    from graph.select.selection import Selection

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


def positions(network: Selection, *, seed: int = 1, progress: Progress | None = None) -> list[Pair]:
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
    import numpy as np

    columns = network.columns
    actors, relations = (
        np.fromiter(numbers, dtype=np.int64)
        for numbers in (network.actor_numbers, network.relation_numbers)
    )
    place_of = np.zeros(len(columns.actors), dtype=np.int64)
    place_of[actors] = np.arange(len(actors))
    sources, targets = (
        place_of[np.asarray(ends, dtype=np.int64)[relations]] for ends in columns.endpoints
    )
    types = columns.relation_types
    lengths = [LENGTHS[types[row].sign] for row in relations.tolist()]
    names = columns.actors.cells("name")
    widths = [spacing.label_width(names[row]) for row in actors.tolist()]
    ties = Ties(sources, targets, np.array(lengths, dtype=np.float64))
    return _placed(widths, ties, seed, progress)


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
    actors are drawn by `graph.layout.discs`.

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
    import numpy as np

    rows = list(ties)
    ends = np.array([(one, other) for one, other, _ in rows], dtype=np.int64).reshape(-1, 2)
    lengths = np.array([length for _, _, length in rows], dtype=np.float64)
    return _placed(widths, Ties(ends[:, 0], ends[:, 1], lengths), seed, progress)


def _placed(
    widths: Sequence[float], ties: Ties, seed: int, progress: Progress | None
) -> list[Pair]:
    if len(widths) > CROWD:
        widths = [spacing.HEIGHT] * len(widths)
    blocks = []
    drawn: dict[Drawable, list[Point]] = {}
    components, alone = _components(len(widths), _collapse(ties))
    for rows, inside in components:
        if len(rows) > EXACT:
            blocks.append((rows, _large(len(rows), inside, seed, progress)))
        else:
            lengths = _lengths(inside)
            like = tuple(widths[row] for row in rows), tuple(lengths.items())
            if like not in drawn:
                drawn[like] = _component(like[0], lengths, seed)
            blocks.append((rows, drawn[like]))
    return pack(widths, blocks, alone)


def _collapse(ties: Ties) -> Ties:
    """Return each pair of rows once, sorted, with the shortest of its parallel ties."""
    import numpy as np

    low, high = np.minimum(ties.one, ties.other), np.maximum(ties.one, ties.other)
    order = np.lexsort((ties.value, high, low))
    low, high, value = low[order], high[order], ties.value[order]
    new = np.ones(len(low), dtype=bool)
    new[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    return Ties(low, high, value).kept(new & (low != high))


def _components(actors: int, ties: Ties) -> tuple[list[tuple[list[int], Ties]], list[int]]:
    """Return the rows and ties of each connected component, largest first, and who has none."""
    import numpy as np

    component_of = np.array(ties.graph(actors).connected_components().membership, dtype=np.int64)
    tied = np.flatnonzero(ties.degrees(actors) > 0)
    place_of = np.zeros(actors, dtype=np.int64)
    place_of[tied] = np.arange(len(tied))
    between = Ties(place_of[ties.one], place_of[ties.other], ties.value)
    found, which = np.unique(component_of[tied], return_inverse=True)
    components = [
        (tied[rows].tolist(), inside) for rows, inside in within(between, which, len(found))
    ]
    components.sort(key=lambda component: (-len(component[0]), component[0][0]))
    return components, np.flatnonzero(ties.degrees(actors) == 0).tolist()


def _lengths(ties: Ties) -> Lengths:
    ends = zip(ties.one.tolist(), ties.other.tolist(), strict=True)
    return dict(zip(ends, ties.value.tolist(), strict=True))


def _large(actors: int, ties: Ties, seed: int, progress: Progress | None) -> list[Point]:
    """Return places for one large connected component, with room for marks, not for labels."""
    from graph.layout.discs import discs

    rooms = spacing.rooms([spacing.HEIGHT] * actors, ties.degrees(actors).tolist())
    pulls = Ties(ties.one, ties.other, ties.value**NEARER)
    with _igraph_seeded(seed) as source:
        return discs(pulls, [room for _, room in rooms], source, progress)


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
