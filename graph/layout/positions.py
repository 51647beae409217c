"""Compute seeded positions: where each actor is drawn.

Only rows are used inside: a number of actors, and edges as pairs of rows with their ideal
lengths. Tensions are long, so that camps come apart. A small component is drawn by forces (see
`graph.layout.small_component`), a large one as discs in discs (`graph.layout.large_component`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.layout import spacing
from graph.layout.layout_edges import LayoutEdges, split_by_group
from graph.layout.packing import pack_components
from graph.layout.progress import LayoutProgress
from graph.layout.readability import Lengths, Pair
from graph.layout.seeding import seed_igraph
from graph.layout.small_component import NEARER, draw_small_component
from graph.layout.spacing import Point

if TYPE_CHECKING:
    from graph.select.selection import Selection

Drawable = tuple[tuple[float, ...], tuple[tuple[Pair, float], ...]]

LENGTHS = {"+": 1.0, "0": 1.2, "-": 2.2}
EXACT = 400  # actors of a component; all distances are computed up to this size
CROWD = 2_000  # actors; with more, most labels are not shown and only marks need room


def compute_positions(
    selection: Selection, *, seed: int = 1, progress: LayoutProgress | None = None
) -> list[Pair]:
    """Compute where each actor is drawn, in canvas pixels (y grows downwards).

    Actors with relations are near each other, those in tension further apart; parallel relations
    count once, by the shortest of them; direction, weight and relations of an actor to itself do
    not matter. Components are side by side, actors without relations in rows below. The
    communities of a large component are discs that do not overlap.

    Parameters
    ----------
    selection
        The actors to position, and their relations.
    seed
        Another seed gives another drawing; the same seed gives the same drawing on every run.
    progress
        Called now and then with what is being positioned ("communities", "actors", "discs"), how
        many of them are done, and how many there are; an exception from it ends the work.

    Returns
    -------
    list of tuple of int
        An (x, y) for each actor, in row order, with room for labels between them.

    Examples
    --------
    >>> import graph
    >>> network = graph.load_example()
    >>> len(compute_positions(network)) == len(network.actor_rows)
    True
    """
    import numpy as np

    columns = selection.columns
    actors, relations = (
        np.fromiter(numbers, dtype=np.int64)
        for numbers in (selection.actor_numbers, selection.relation_numbers)
    )
    local_row = np.zeros(len(columns.actors), dtype=np.int64)
    local_row[actors] = np.arange(len(actors))
    sources, targets = (
        local_row[np.asarray(ends, dtype=np.int64)[relations]] for ends in columns.endpoints
    )
    types = columns.relation_types
    lengths = [LENGTHS[types[row].sign] for row in relations.tolist()]
    names = columns.actors.cells("name")
    widths = [spacing.estimate_label_width(names[row]) for row in actors.tolist()]
    edges = LayoutEdges(sources, targets, np.array(lengths, dtype=np.float64))
    return _position_rows(widths, edges, seed, progress)


def position_rows(
    widths: Sequence[float],
    edges: Iterable[tuple[int, int, float]],
    *,
    seed: int = 1,
    progress: LayoutProgress | None = None,
) -> list[Pair]:
    """Compute integer positions for actors that are given as rows.

    Components of up to `EXACT` actors are drawn by `graph.layout.small_component`, larger ones
    by `graph.layout.large_component`.

    Parameters
    ----------
    widths
        How wide each actor's label is, in canvas pixels.
    edges
        Two rows and the ideal length of the edge, relative to other edges, greater than 0.
    seed
        What random numbers start from.
    progress
        As in `compute_positions`.

    Examples
    --------
    >>> position_rows([], []), position_rows([80], [])
    ([], [(40, 0)])
    >>> (x, y), (second_x, second_y) = position_rows([80, 80], [(0, 1, 1.0), (1, 1, 1.0)])
    >>> y == second_y, abs(x - second_x) >= 80
    (True, True)
    """
    import numpy as np

    rows = list(edges)
    ends = np.array([(first, second) for first, second, _ in rows], dtype=np.int64).reshape(-1, 2)
    lengths = np.array([length for _, _, length in rows], dtype=np.float64)
    return _position_rows(widths, LayoutEdges(ends[:, 0], ends[:, 1], lengths), seed, progress)


def _position_rows(
    widths: Sequence[float], edges: LayoutEdges, seed: int, progress: LayoutProgress | None
) -> list[Pair]:
    if len(widths) > CROWD:
        widths = [spacing.HEIGHT] * len(widths)
    blocks = []
    drawings: dict[Drawable, list[Point]] = {}
    components, isolated = _split_components(len(widths), _merge_parallel(edges))
    for rows, inside in components:
        if len(rows) > EXACT:
            blocks.append((rows, _draw_large(len(rows), inside, seed, progress)))
        else:
            lengths = _to_lengths(inside)
            key = tuple(widths[row] for row in rows), tuple(lengths.items())
            if key not in drawings:
                drawings[key] = _draw_small(key[0], lengths, seed)
            blocks.append((rows, drawings[key]))
    return pack_components(widths, blocks, isolated)


def _merge_parallel(edges: LayoutEdges) -> LayoutEdges:
    """Merge parallel edges to the shortest of them, and sort edges by their rows."""
    import numpy as np

    low, high = np.minimum(edges.first, edges.second), np.maximum(edges.first, edges.second)
    order = np.lexsort((edges.value, high, low))
    low, high, value = low[order], high[order], edges.value[order]
    new = np.ones(len(low), dtype=bool)
    new[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    return LayoutEdges(low, high, value).select(new & (low != high))


def _split_components(
    actors: int, edges: LayoutEdges
) -> tuple[list[tuple[list[int], LayoutEdges]], list[int]]:
    """Split edges by connected component, largest first; return also the isolated rows."""
    import numpy as np

    component_of = np.array(
        edges.to_igraph(actors).connected_components().membership, dtype=np.int64
    )
    connected = np.flatnonzero(edges.count_degrees(actors) > 0)
    local_row = np.zeros(actors, dtype=np.int64)
    local_row[connected] = np.arange(len(connected))
    renumbered = LayoutEdges(local_row[edges.first], local_row[edges.second], edges.value)
    labels, which = np.unique(component_of[connected], return_inverse=True)
    components = [
        (connected[rows].tolist(), inside)
        for rows, inside in split_by_group(renumbered, which, len(labels))
    ]
    components.sort(key=lambda component: (-len(component[0]), component[0][0]))
    return components, np.flatnonzero(edges.count_degrees(actors) == 0).tolist()


def _to_lengths(edges: LayoutEdges) -> Lengths:
    ends = zip(edges.first.tolist(), edges.second.tolist(), strict=True)
    return dict(zip(ends, edges.value.tolist(), strict=True))


def _draw_large(
    actors: int, edges: LayoutEdges, seed: int, progress: LayoutProgress | None
) -> list[Point]:
    """Draw a large connected component, with room for marks, not for labels."""
    from graph.layout.actor_moves import move_actors
    from graph.layout.large_component import draw_large_component

    rooms = spacing.compute_rooms([spacing.HEIGHT] * actors, edges.count_degrees(actors).tolist())
    pulls = LayoutEdges(edges.first, edges.second, edges.value**NEARER)
    with seed_igraph(seed) as source:
        points = draw_large_component(pulls, [room for _, room in rooms], source, progress)
        return move_actors(points, _to_lengths(edges), rooms, source)


def _draw_small(widths: Sequence[float], lengths: Lengths, seed: int) -> list[Point]:
    """Draw a small connected component, with its labels clear of each other."""
    with seed_igraph(seed) as source:
        return draw_small_component(widths, lengths, source)
