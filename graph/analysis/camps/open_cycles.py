"""Cycles with one negative edge: however many camps there are, one of their edges is frustrated.

They are the cutting planes of correlation clustering (Bansal, Blum and Chawla, 2004; Demaine et
al., 2006), found as shortest paths of positive edges between the ends of a negative one.
"""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from graph.analysis.balance.negative_cycles import Cycle
from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.violation_search import STEP, VIOLATED, Ways, iter_shortest_paths

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def find_open_cycles(
    graph: SignedGraph, values: NDArray[np.float64], deadline: float = inf
) -> set[Cycle]:
    """Return a shortest such cycle through each negative edge, as far as it is not covered.

    Parameters
    ----------
    graph
        The graph.
    values
        How far each edge is taken to be frustrated, from 0 to 1.
    deadline
        When to stop, by `time.monotonic`, with the cycles that were found.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> triangle = make_signed_graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    >>> find_open_cycles(triangle, np.zeros(3)), find_open_cycles(triangle, np.ones(3))
    ({(0, 1, 2)}, set())
    """
    friends, edge_of = _build_friends(graph, values)
    foes = _list_foes(graph)
    cycles: set[Cycle] = set()
    for vertex, reached, before in iter_shortest_paths(friends, list(foes), deadline):
        for other, edge in foes[vertex]:
            if reached[other] + values[edge] < VIOLATED:
                path = [other]
                while path[-1] != vertex:
                    path.append(int(before[path[-1]]))
                cycles.add(tuple(sorted([edge, *(edge_of[pair] for pair in pairwise(path))])))
    return cycles


def _build_friends(
    graph: SignedGraph, values: NDArray[np.float64]
) -> tuple[Ways, dict[tuple[int, int], int]]:
    """Return the positive edges with their values, and the number of each by its ends."""
    import numpy as np

    friends = np.flatnonzero(graph.signs > 0)
    ends = graph.sources[friends], graph.targets[friends]
    lengths = np.maximum(values[friends], 0) + STEP
    columns = ends[0].tolist(), ends[1].tolist(), friends.tolist()
    edge_of: dict[tuple[int, int], int] = {}
    for source, target, edge in zip(*columns, strict=True):
        edge_of[source, target] = edge_of[target, source] = edge
    return Ways(graph.size, *ends, lengths), edge_of


def _list_foes(graph: SignedGraph) -> dict[int, list[tuple[int, int]]]:
    """Return by vertex the far ends of the negative edges that begin there, with their numbers."""
    foes: dict[int, list[tuple[int, int]]] = {}
    for edge in (graph.signs < 0).nonzero()[0].tolist():
        foes.setdefault(int(graph.sources[edge]), []).append((int(graph.targets[edge]), edge))
    return foes
