"""Measure how balanced a network is; `graph.analysis.balance.answer` describes the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.analysis.balance.answer import Balance
from graph.analysis.balance.frustration import (
    SECONDS,
    Frustration,
    find_frustration,
    list_tensions,
)
from graph.analysis.balance.shared_time import check_seconds
from graph.analysis.balance.signed_edge import SignedEdge, build_signed_edges
from graph.analysis.balance.signed_pairs import SignedPairs, find_signed_pairs
from graph.analysis.balance.tension import Tension
from graph.analysis.balance.triangles import (
    Triangle,
    count_triangles,
    list_unbalanced,
    measure_balance_ratio,
)
from graph.analysis.balance.unbalanced_triangle import UnbalancedTriangle
from graph.analysis.large.strategy import ReportProgress, ignore_progress
from graph.select.asked_time import count_asked

if TYPE_CHECKING:
    from graph.select.selection import Selection

MOST_TRIANGLES = 10_000  # unbalanced ones that are listed


def measure_balance(
    network: Selection,
    *,
    by_confidence: bool = False,
    seconds: float = SECONDS,
    progress: ReportProgress = ignore_progress,
) -> Balance:
    """Measure triangles, the frustration index and tensions of a network.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    by_confidence
        Whether an edge counts by the best confidence of its relations; else each counts as one.
    seconds
        How long the proof may take; beyond, the answer has two bounds.
    progress
        Called with the name of the work, the lower bound, and the upper bound.

    Raises
    ------
    QuestionError
        When `seconds` is not a number above 0.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "ally"}), ("b", "c", {"type": "ally"})]
    >>> quarrel = nx.Graph([*edges, ("a", "c", {"type": "opposes"})])
    >>> answer = measure_balance(Network.from_graph(quarrel))
    >>> answer.frustration, len(answer.tensions), answer.triangles["++-"]
    (1, 3, 1)
    """
    check_seconds(seconds)
    pairs = find_signed_pairs(network, "confidence" if by_confidence else "count")
    found = find_frustration(pairs.graph, seconds=seconds, report=progress)
    progress("Listing triangles", 0, 0)
    triangles = count_triangles(pairs.graph)
    unbalanced = list_unbalanced(pairs.graph, MOST_TRIANGLES)
    in_tension = _find_tensions(pairs, found)
    ends = _list_triangle_ends(pairs, unbalanced)
    tense = pairs.list_ends(in_tension)
    wanted = {*tense, *(each for three in ends for each in three), *pairs.both_signs}
    edges = build_signed_edges(network, sorted(wanted))
    listed = [_build_triangle([edges[each] for each in three]) for three in ends]
    positive = int((pairs.graph.signs > 0).sum())
    return Balance(
        _scale(found.lower, pairs.scale),
        _scale(found.upper, pairs.scale),
        triangles,
        measure_balance_ratio(triangles),
        [Tension(edges[each], sure) for each, sure in zip(tense, in_tension.values(), strict=True)],
        sorted(listed, key=_sort_by_strength),
        [edges[each] for each in pairs.both_signs],
        len(pairs.actor_rows),
        positive,
        len(pairs.graph.signs) - positive,
        by_confidence,
        pairs.unrated_count if by_confidence else 0,
        pairs.weightless_count,
        seconds,
        count_asked(network),
    )


def _scale(cost: int, scale: int) -> float:
    return cost if scale == 1 else cost / scale


def _find_tensions(pairs: SignedPairs, found: Frustration) -> dict[int, bool | None]:
    """Return the edges that are frustrated, and whether they are in every optimum."""
    return list_tensions(pairs.graph.is_frustrated(found.sides), found.turns)


def _list_triangle_ends(
    pairs: SignedPairs, triangles: list[Triangle]
) -> list[list[tuple[int, int]]]:
    """Return for each triangle the row numbers of the actors of its edges."""
    rows = pairs.actor_rows.tolist()
    return [
        [
            (min(rows[one], rows[other]), max(rows[one], rows[other]))
            for one, other in ((low, middle), (middle, high), (low, high))
        ]
        for low, middle, high in triangles
    ]


def _build_triangle(edges: list[SignedEdge]) -> UnbalancedTriangle:
    one, two, three = sorted(edges, key=lambda edge: edge.sign != "-")
    return UnbalancedTriangle((one, two, three))


def _sort_by_strength(triangle: UnbalancedTriangle) -> tuple[int, int]:
    """Sort triangles by their weakest claims, the strongest first."""
    confidence, voices = min(edge.strength for edge in triangle.edges)
    return -confidence, -voices
