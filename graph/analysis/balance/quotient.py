"""Contract vertices whose sides never differ from each other: what is left may still move.

All is seen from sides that are optimal: a vertex of the quotient *moves* when it changes side, and
a pair of them *turns* when one of the two moves and the other does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.balance.blocks import find_blocks
from graph.analysis.balance.signed_graph import SignedGraph

if TYPE_CHECKING:
    from graph.analysis.balance.signed_graph import Numbers


@dataclass(frozen=True)
class Quotient:
    """The vertices of a graph in sets, and the pairs of sets between which edges run.

    Parameters
    ----------
    size
        How many sets there are.
    sources, targets
        The two sets of each pair, the lower number first.
    gains
        What a turn of each pair adds to the cost: the weight of its edges that are not frustrated,
        less the weight of those that are.
    pair_of
        For each edge of the graph the pair that it belongs to; -1 within a set.
    """

    size: int
    sources: Numbers
    targets: Numbers
    gains: Numbers
    pair_of: Numbers

    def split(self) -> list[Numbers]:
        """Return the pairs of each block that has a cycle; all others are bridges."""
        import numpy as np

        ones = np.ones(len(self.gains), np.int64)
        return find_blocks(SignedGraph(self.size, self.sources, self.targets, ones, ones))

    def find_free_bridges(self, blocks: list[Numbers]) -> Numbers:
        """Return the bridges that may turn, as that costs nothing."""
        import numpy as np

        is_bridge = np.ones(len(self.gains), bool)
        for block in blocks:
            is_bridge[block] = False
        return np.flatnonzero(is_bridge & (self.gains == 0))


def contract(graph: SignedGraph, sides: Numbers, set_of: Numbers) -> Quotient:
    """Return the quotient of a graph by sets of its vertices.

    Parameters
    ----------
    graph
        The graph.
    sides
        Optimal sides.
    set_of
        For each vertex the number of its set.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.balance.signed_graph import make_signed_graph
    >>> triangle = make_signed_graph(3, [(0, 1, 1), (1, 2, 1), (0, 2, -1)])
    >>> quotient = contract(triangle, np.array([1, 1, 1]), np.array([0, 0, 1]))
    >>> quotient.gains.tolist(), quotient.pair_of.tolist()
    ([0], [-1, 0, 0])
    """
    import numpy as np

    size = int(set_of.max(initial=-1)) + 1
    ends = set_of[graph.sources], set_of[graph.targets]
    low, high = np.minimum(*ends), np.maximum(*ends)
    outside = np.flatnonzero(low != high)
    keys, numbers = np.unique(low[outside] * size + high[outside], return_inverse=True)
    pair_of = np.full(len(graph.sources), -1)
    pair_of[outside] = numbers
    frustrated = graph.is_frustrated(sides)[outside]
    weights = np.where(frustrated, -1, 1) * graph.weights[outside]
    gains = np.zeros(len(keys), np.int64)
    np.add.at(gains, numbers, weights)
    return Quotient(size, keys // size, keys % size, gains, pair_of)
