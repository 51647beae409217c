"""Divide actors into camps: in two by the optima of frustration, in more by those of clustering.

Of the components that relations join, the one with the most actors in conflict is divided; no
relation says on whose side the others would be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from graph.analysis.balance.frustration import Frustration, find_frustration, list_tensions
from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.spreading import spread_sides
from graph.analysis.camps.clustering import find_clusters
from graph.analysis.camps.joint_graph import JointGraph
from graph.analysis.large.strategy import ReportProgress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers

UNDECIDED, UNPLACED = -1, -2
TWO = 2


@dataclass(frozen=True)
class Division:
    """A division of the vertices of a joint graph into camps.

    Parameters
    ----------
    camp_of
        For each vertex the number of its camp, `UNDECIDED`, or `UNPLACED` outside the component.
    best_of
        For each vertex the number of its camp in the canonical optimum, or `UNPLACED`.
    lower, upper
        The bounds of how many signed edges are in tension, in the whole network.
    is_compared
        Whether all optima were compared, so that it is known who is undecided.
    in_tension
        The signed edges that are frustrated in an optimum, and whether they are in every one;
        None where that is not known.
    """

    camp_of: Numbers
    best_of: Numbers
    lower: int
    upper: int
    is_compared: bool
    in_tension: Mapping[int, bool | None]


def divide(joint: JointGraph, k: int, seconds: float, report: ReportProgress) -> Division:
    """Divide the vertices of a joint graph into at most k camps.

    Parameters
    ----------
    joint
        The graph.
    k
        The most camps.
    seconds
        How long the proof may take, and the comparison of optima.
    report
        Called with the name of the work, the lower bound, and the upper bound.
    """
    if not len(joint.signed.signs):
        return _leave_unplaced(joint)
    if k == TWO:
        found = find_frustration(joint.graph, seconds=seconds, report=report)
        return _divide_in_two(joint, found)
    return _divide_in_more(joint, k, seconds, report)


def _leave_unplaced(joint: JointGraph) -> Division:
    import numpy as np

    nobody = np.full(joint.graph.size, UNPLACED)
    return Division(nobody, nobody, 0, 0, is_compared=True, in_tension={})


def _divide_in_two(joint: JointGraph, found: Frustration) -> Division:
    import numpy as np

    sides = found.sides
    upper = joint.signed.measure_cost(sides)
    lower = upper if found.is_optimal else min(joint.get_signed_bound(found.lower), upper)
    inside = choose_component(joint, found.component_of)
    best_of = np.where(inside, (1 - sides) // 2, UNPLACED)
    tensions = list_tensions(joint.signed.is_frustrated(sides), _find_turns(joint, found))
    if found.set_of is None or found.turns is None:
        return Division(best_of, best_of, lower, upper, is_compared=False, in_tension=tensions)
    core = _choose_core(joint, found.set_of, inside)
    camp_of = np.where(inside & (found.set_of != core), UNDECIDED, best_of)
    return Division(camp_of, best_of, lower, upper, is_compared=True, in_tension=tensions)


def _find_turns(joint: JointGraph, found: Frustration) -> NDArray[np.bool_] | None:
    """Return which signed edges are frustrated in some optima and not in others, where known."""
    import numpy as np

    if found.turns is None:
        return None
    keys, signed_keys = (
        each.sources * joint.graph.size + each.targets for each in (joint.graph, joint.signed)
    )
    turns: NDArray[np.bool_] = found.turns[np.searchsorted(keys, signed_keys)]
    return turns


def _divide_in_more(joint: JointGraph, k: int, seconds: float, report: ReportProgress) -> Division:
    import numpy as np

    # Every component is divided by itself: its camps are not those of another.
    component_of = number_components(joint.graph)
    best_of, camp_of = np.full(joint.graph.size, UNPLACED), np.full(joint.graph.size, UNPLACED)
    inside = choose_component(joint, component_of)
    lower, is_compared, is_proved = 0, True, True
    labels = np.zeros(joint.graph.size, np.int64)
    deadline = monotonic() + seconds
    for edges in split_edges(joint.graph, component_of):
        part, vertices = joint.graph.select_edges(edges)
        is_chosen = bool(inside[vertices[0]])
        left = max(deadline - monotonic(), 0.0)
        found = find_clusters(part, k, seconds=left, report=report, compare=is_chosen)
        labels[vertices] = found.camp_of
        lower += found.lower
        is_proved &= found.lower == found.upper
        if is_chosen:
            best_of[vertices] = camp_of[vertices] = found.camp_of
            is_compared = found.is_free is not None
            if found.is_free is not None:
                camp_of[vertices[found.is_free]] = UNDECIDED
    signed = joint.signed
    parted = labels[signed.sources] != labels[signed.targets]
    frustrated = parted == (signed.signs > 0)
    upper = int(frustrated.sum())
    lower = upper if is_proved else min(joint.get_signed_bound(lower), upper)
    is_sure = is_compared & (camp_of[signed.sources] >= 0) & (camp_of[signed.targets] >= 0)
    tensions = {edge: True if is_sure[edge] else None for edge in frustrated.nonzero()[0].tolist()}
    return Division(camp_of, best_of, lower, upper, is_compared, tensions)


def number_components(graph: SignedGraph) -> Numbers:
    """Return for each vertex the number of its component."""
    return spread_sides(graph)[1]


def split_edges(graph: SignedGraph, component_of: Numbers) -> list[Numbers]:
    """Return the edges of each component, those of small ones first."""
    import numpy as np

    numbers = component_of[graph.sources]
    order = np.argsort(numbers, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(numbers[order])) + 1)
    return sorted(parts, key=len)


def choose_component(joint: JointGraph, component_of: Numbers) -> NDArray[np.bool_]:
    """Return which vertices are in the component that is divided.

    It is the largest of those with a negative edge; without any, of those with a signed edge. Of
    equals it is the one with the most signed edges, and then the first by the ids of its actors.
    """
    import numpy as np

    sizes = np.bincount(component_of)
    signed = joint.signed
    edges = np.bincount(component_of[signed.sources], minlength=len(sizes))
    chosen = signed.signs < 0
    chosen = chosen if chosen.any() else ~chosen
    found = np.unique(component_of[signed.sources[chosen]]).tolist()
    first = max(found, key=lambda each: (sizes[each], edges[each], -each))
    inside: NDArray[np.bool_] = component_of == first
    return inside


def _choose_core(joint: JointGraph, set_of: Numbers, inside: NDArray[np.bool_]) -> int:
    """Return the largest set of vertices bound to each other; of equals the one of most edges.

    It is `UNDECIDED` where that is nobody in particular: where the set is of one vertex, which is
    bound to nobody, or where another is as large and has as many edges.
    """
    import numpy as np

    count = int(set_of.max()) + 1
    sizes = np.bincount(set_of[inside], minlength=count)
    edges = np.bincount(set_of, count_degrees(joint.signed), count)
    best, *rest = sorted(((int(sizes[n]), int(edges[n]), n) for n in range(count)), reverse=True)
    is_alone = best[0] == 1 or (bool(rest) and rest[0][:2] == best[:2])
    return UNDECIDED if is_alone else best[2]


def count_degrees(graph: SignedGraph) -> Numbers:
    """Return how many edges each vertex has."""
    import numpy as np

    return np.bincount(np.concatenate((graph.sources, graph.targets)), minlength=graph.size)
