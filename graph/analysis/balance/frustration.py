"""The frustration index: the least weight of edges whose removal would leave two camps in balance.

Harary (1959) calls it the line index of balance. An edge is frustrated when it is positive across
the two sides, or negative within one. Each block is solved by itself, to proven optimality as long
as time allows (`graph.analysis.balance.proof`); beyond, the index lies between two bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.blocks import find_blocks
from graph.analysis.balance.optima import BlockOptima, find_optima
from graph.analysis.balance.proof import BlockBounds, prove_block
from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.spreading import spread_sides
from graph.analysis.balance.turning_programme import OutOfTimeError
from graph.analysis.large.strategy import ReportProgress, ignore_progress
from graph.select.union_find import UnionFind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

SECONDS = 60.0  # for the proof, and as much again to compare the optima


@dataclass(frozen=True)
class Frustration:
    """How much of a signed graph is frustrated at the least, and by which sides.

    Parameters
    ----------
    lower, upper
        The bounds of the frustration index, in the weights of the edges.
    sides
        1 or -1 for every vertex, those of the canonical optimum where it is known; the first
        vertex of every component is on the side 1.
    component_of
        For each vertex the number of its component.
    set_of
        For each vertex the number of the set of vertices that stand alike, or apart, in every
        optimum; None where the optima were not compared.
    turns
        For each edge whether it is frustrated in some optima and not in others; None where the
        optima were not compared.
    """

    lower: int
    upper: int
    sides: Numbers
    component_of: Numbers
    set_of: Numbers | None
    turns: NDArray[np.bool_] | None

    @property
    def is_optimal(self) -> bool:
        """Whether the bounds meet."""
        return self.lower == self.upper


def find_frustration(
    graph: SignedGraph, *, seconds: float = SECONDS, report: ReportProgress = ignore_progress
) -> Frustration:
    """Return the frustration index of a graph, or its bounds, and what all optima share.

    Parameters
    ----------
    graph
        The graph.
    seconds
        How long the proof may take, and how long the comparison of optima.
    report
        Called with the name of the work, the lower bound, and the upper bound.

    Examples
    --------
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> square = make_signed_graph(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 3, -1)])
    >>> found = find_frustration(square)
    >>> found.lower, found.upper, found.sides.tolist(), found.turns.tolist()
    (1, 1, [1, 1, 1, 1], [True, True, True, True])
    """
    blocks = find_blocks(graph)
    bounds = _prove_blocks(graph, blocks, monotonic() + seconds, report)
    report("Comparing optima", 0, 0)
    optima = _compare_blocks(graph, blocks, bounds, monotonic() + seconds)
    lower, upper = (sum(getattr(each, name) for each in bounds) for name in ("lower", "upper"))
    alike = _list_alike(graph, blocks, bounds, optima)
    sides, component_of = spread_sides(replace(graph, signs=alike))
    if optima is None:
        return Frustration(lower, upper, sides, component_of, None, None)
    return Frustration(lower, upper, sides, component_of, *_join_sets(graph, blocks, optima))


def list_tensions(
    frustrated: NDArray[np.bool_], turns: NDArray[np.bool_] | None
) -> dict[int, bool | None]:
    """Return the edges that are frustrated in an optimum, and whether they are in every one.

    Parameters
    ----------
    frustrated
        Which edges are frustrated in one optimum.
    turns
        Which are in some optima and not in others; None where that is not known.

    Examples
    --------
    >>> import numpy as np
    >>> list_tensions(np.array([True, True, False]), np.array([False, True, True]))
    {0: True, 1: False, 2: False}
    """
    if turns is None:
        return dict.fromkeys(frustrated.nonzero()[0].tolist())
    edges = (frustrated | turns).nonzero()[0].tolist()
    return {edge: not turns[edge] for edge in edges}


def _prove_blocks(
    graph: SignedGraph, blocks: list[Numbers], deadline: float, report: ReportProgress
) -> list[BlockBounds]:
    """Return the bounds of each block, the smallest first proved, so that most are."""
    bounds: dict[int, BlockBounds] = {}
    done = 0
    for number in sorted(range(len(blocks)), key=lambda each: len(blocks[each])):

        def report_bounds(lower: int, upper: int, before: int = done) -> None:
            report("Proving the frustration index", before + lower, before + upper)

        part, _ = graph.select_edges(blocks[number])
        bounds[number] = prove_block(part, deadline, report_bounds)
        done += bounds[number].upper
    return [bounds[number] for number in range(len(blocks))]


def _compare_blocks(
    graph: SignedGraph, blocks: list[Numbers], bounds: list[BlockBounds], deadline: float
) -> list[BlockOptima] | None:
    """Return what the optima of each block share; None where they are not known, or too many."""
    if not all(each.is_optimal for each in bounds):
        return None
    try:
        return [
            find_optima(graph.select_edges(block)[0], each, deadline)
            for block, each in zip(blocks, bounds, strict=True)
        ]
    except OutOfTimeError:
        return None


def _list_alike(
    graph: SignedGraph,
    blocks: list[Numbers],
    bounds: list[BlockBounds],
    optima: list[BlockOptima] | None,
) -> Numbers:
    """Return for each edge 1 where its ends are on one side, else -1."""
    alike = graph.signs.copy()  # what is in no block is never frustrated
    found: Sequence[BlockBounds | BlockOptima] = bounds if optima is None else optima
    sides = [each.sides for each in found]
    for block, side_of in zip(blocks, sides, strict=True):
        part, _ = graph.select_edges(block)
        alike[block] = side_of[part.sources] * side_of[part.targets]
    return alike


def _join_sets(
    graph: SignedGraph, blocks: list[Numbers], optima: list[BlockOptima]
) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return the sets of vertices that are bound to each other, and which edges turn.

    Blocks are independent of each other: vertices of two blocks are bound where each is bound to
    the vertex that the blocks share.
    """
    import numpy as np

    joined = UnionFind(graph.size)
    in_block, turns = np.zeros(len(graph.sources), bool), np.zeros(len(graph.sources), bool)
    for block, each in zip(blocks, optima, strict=True):
        _, vertices = graph.select_edges(block)
        in_block[block], turns[block] = True, each.turns
        firsts = vertices[np.unique(each.set_of, return_index=True)[1]]
        for vertex, first in zip(vertices.tolist(), firsts[each.set_of].tolist(), strict=True):
            joined.join(vertex, first)
    for edge in np.flatnonzero(~in_block).tolist():
        joined.join(int(graph.sources[edge]), int(graph.targets[edge]))
    return joined.number_sets(), turns
