"""Draw a small connected component, with every label clear of the others."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from math import fsum, sqrt

from graph.layout import spacing
from graph.layout.actor_moves import move_actors
from graph.layout.readability import Lengths, measure_clutter
from graph.layout.spacing import Point, Room

AMONG_HUBS = 0.4  # how much less an edge pulls for the edges that its two ends have
LEAF = 0.45  # the length of an edge to an actor with a single neighbour, whatever its sign
DRAFTS = 8  # first drawings of a component; the least cluttered ones are finished
SHORTLIST = 2  # drafts that are finished before the best is chosen
FEW = 300  # edges; of a component with more, one draft is finished
MOST_COMPARISONS = 600_000  # of two edges, when all drafts are compared
NEARER = -1.5  # the power of an edge's length that is its pull


def draw_small_component(
    widths: Sequence[float], lengths: Lengths, source: random.Random
) -> list[Point]:
    """Compute the position of each actor of a small connected component.

    Kamada and Kawai's springs between all pairs (1989) give the shape, Fruchterman and Reingold's
    forces (1991) spread it, labels are then pushed apart, and actors move to where edges cross
    less.

    Parameters
    ----------
    widths
        How wide each actor's label is, in canvas pixels.
    lengths
        The edges as pairs of rows, each with its ideal length.
    source
        The random numbers for first positions; igraph uses it, too.
    """
    lengths = _shorten_leaf_edges(lengths)
    degrees = _count_degrees(lengths)
    needed = spacing.compute_rooms(widths, [degrees[row] for row in range(len(widths))])
    drafts = [
        _draw_draft(len(widths), lengths, source)
        for _ in range(_count_drafts(len(widths), lengths))
    ]
    if len(drafts) > 1:
        drafts.sort(key=lambda draft: measure_clutter(draft, lengths))
    best = drafts[: SHORTLIST if len(lengths) <= FEW else 1]
    finished = [_finish_draft(draft, lengths, needed, source) for draft in best]
    if len(finished) == 1:
        return finished[0]
    return min(finished, key=lambda drawing: measure_clutter(drawing, lengths))


def _finish_draft(
    draft: list[Point], lengths: Lengths, needed: Sequence[Room], source: random.Random
) -> list[Point]:
    apart = spacing.push_apart(spacing.rotate_to_landscape(draft, needed), needed)
    # Labels are wide: pushing them apart makes a drawing higher, so it is stretched again.
    apart = spacing.push_apart(spacing.stretch_to_aspect(apart), needed)
    return move_actors(apart, lengths, needed, source)


def _count_degrees(lengths: Lengths) -> Counter[int]:
    """Count the neighbours of each row."""
    return Counter(end for pair in lengths for end in pair)


def _shorten_leaf_edges(lengths: Lengths) -> Lengths:
    degrees = _count_degrees(lengths)
    return {
        pair: LEAF if min(degrees[pair[0]], degrees[pair[1]]) == 1 else length
        for pair, length in lengths.items()
    }


def _count_drafts(actors: int, lengths: Lengths) -> int:
    """Count the drafts that can be compared in little time."""
    comparisons = len(lengths) ** 2 // 2
    return max(1, min(DRAFTS, MOST_COMPARISONS // comparisons)) if actors > 2 else 1  # noqa: PLR2004


def _draw_draft(actors: int, lengths: Lengths, source: random.Random) -> list[Point]:
    """Draw by forces once, at the scale that igraph's forces are meant for."""
    import igraph

    side = sqrt(actors)
    start = [(source.uniform(0, side), source.uniform(0, side)) for _ in range(actors)]
    graph = igraph.Graph(n=actors, edges=list(lengths))
    ideal = list(lengths.values())
    springs = graph.layout_kamada_kawai(seed=start, weights=ideal, maxiter=60 * actors)
    forces = graph.layout_fruchterman_reingold(
        seed=spacing.scale_to_area(springs.coords, area=actors),
        weights=_compute_pulls(lengths),
        niter=200,
        start_temp=2.0,
        grid="auto",
    )
    return [(x, y) for x, y in forces.coords]


def _compute_pulls(lengths: Lengths) -> list[float]:
    """Compute how strongly each edge pulls: weakly between hubs, so that they do not clump."""
    degrees = _count_degrees(lengths)
    pulls = [
        length**NEARER / (degrees[first] * degrees[second]) ** AMONG_HUBS
        for (first, second), length in lengths.items()
    ]
    mean = fsum(pulls) / len(pulls)
    return [pull / mean for pull in pulls]
