"""Whether two shortest paths are equally long: networkx compares sums of doubles bit by bit.

igraph takes two lengths for equal that differ by rounding. Both count the same paths as long as
every sum is exact; where sums may be rounded, networkx is left to it, unless the user prefers
ties that rounding does not break: `networkx.config.backends.igraph.rounded_ties = True`.
"""

from __future__ import annotations

import networkx as nx
import numpy as np

from graph.backend.igraph_graph import LARGEST, Graph

FINEST = 2.0**-20  # lengths that are multiples of it add up exactly, to eight thousand million


def exact_lengths(graph: Graph, name: str | None) -> list[float] | None:
    """Return lengths by which both libraries find the same ties; None for single steps.

    Raises
    ------
    NotImplementedError
        When a length is not positive, or sums would be rounded and rounded ties are not wanted.

    Examples
    --------
    >>> pair = Graph.from_edges("ab", [0], [1], directed=True, attributes={"far": [1.5]})
    >>> exact_lengths(pair, "far")
    [1.5]
    """
    lengths = graph.lengths(name, positive=True)
    if lengths is None:
        return None
    fine = lengths / FINEST
    exact = bool((fine == np.floor(fine)).all()) and float(fine.sum()) < LARGEST
    if not exact and not _rounded_ties_wanted():
        raise NotImplementedError(f"sums of {name!r} are rounded, and so are ties between paths")
    listed: list[float] = lengths.tolist()
    return listed


def _rounded_ties_wanted() -> bool:
    settings = getattr(nx.config.backends, "igraph", None)  # none unless networkx knows of us
    return bool(getattr(settings, "rounded_ties", False))
