"""Lengths whose sums are exact: networkx compares the lengths of paths bit by bit.

igraph treats two lengths as equal when they differ only by rounding. Both libraries count the same
paths as long as every sum is exact. Where sums may be rounded, networkx answers, unless the user
prefers igraph's rule: `networkx.config.backends.igraph.rounded_ties = True`.
"""

from __future__ import annotations

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import LARGEST, Graph

FINEST = 2.0**-20  # multiples of this add up exactly, up to eight thousand million


def read_exact_lengths(graph: Graph, name: str | None) -> list[float] | None:
    """Read lengths by which both libraries count the same paths; None for steps.

    Raises
    ------
    NotImplementedError
        When a length is not positive, or sums would be rounded and rounded ties are not allowed.

    Examples
    --------
    >>> pair = Graph.from_edges("ab", [0], [1], directed=True, attributes={"far": [1.5]})
    >>> read_exact_lengths(pair, "far")
    [1.5]
    """
    lengths = graph.read_lengths(name, positive=True)
    if lengths is None:
        return None
    fine = lengths / FINEST
    exact = bool((fine == np.floor(fine)).all()) and float(fine.sum()) < LARGEST
    if not exact and not _allows_rounded_ties():
        raise NotImplementedError(f"sums of {name!r} are rounded, and so are ties between paths")
    result: list[float] = lengths.tolist()
    return result


def _allows_rounded_ties() -> bool:
    settings = getattr(
        nx.config.backends, "igraph", None
    )  # None where the backend is not installed
    return bool(getattr(settings, "rounded_ties", False))
