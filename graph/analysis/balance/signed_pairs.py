"""The signed pairs of a network: two actors with positive relations only, or negative ones only.

Directions do not count, parallel relations are one edge, and pairs with relations of both signs
are apart: they are neither friends nor foes, and are part of no triangle and no camp.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.analysis.balance.signed_graph import SignedGraph
from graph.data.dictionary_column import as_array, map_values
from graph.select.edge_relations import EdgeRelations, find_edge_relations, map_types

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers
    from graph.select.selection import Selection

Weighting = Literal["count", "confidence"]
PERCENT = 100  # weights by confidence are whole hundredths, so that sums are exact
UNRATED = 50  # an unrated relation counts half, as on paths


@dataclass(frozen=True)
class SignedPairs:
    """The signed pairs of a network.

    Parameters
    ----------
    graph
        The pairs of one sign as edges between numbered actors.
    actor_rows
        The row number of each of these actors, in the order of their ids, so that the order of the
        rows changes nothing.
    both_signs
        The pairs with relations of both signs, each as the row numbers of its actors.
    scale
        What the weight of an edge is divided by to be shown: 1, or 100 for confidences.
    unrated_count
        How many pairs of one sign have no rated relation.
    weightless_count
        How many pairs are left out, as their confidence is 0.
    """

    graph: SignedGraph
    actor_rows: Numbers
    both_signs: list[tuple[int, int]]
    scale: int = 1
    unrated_count: int = 0
    weightless_count: int = 0

    def list_ends(self, edges: Iterable[int]) -> list[tuple[int, int]]:
        """Return the row numbers of the two actors of some edges, the lower one first."""
        sources, targets = self.actor_rows[self.graph.sources], self.actor_rows[self.graph.targets]
        both = ((int(sources[edge]), int(targets[edge])) for edge in edges)
        return [(min(ends), max(ends)) for ends in both]


def find_signed_pairs(network: Selection, weighting: Weighting = "count") -> SignedPairs:
    """Return the signed pairs of a network.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    weighting
        ``count`` lets each pair count as one, ``confidence`` by the best confidence of its
        relations, in hundredths.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "ally"}), ("b", "c", {"type": "opposes"})]
    >>> pairs = find_signed_pairs(Network.from_graph(nx.Graph(edges)))
    >>> pairs.graph.signs.tolist(), pairs.both_signs
    ([1, -1], [])
    """
    import numpy as np

    relations = find_edge_relations(network, "not_neutral")
    size = max(1, len(network.columns.actors))
    keys = make_pair_keys(relations, size)
    is_positive = map_types(network, lambda each: each.sign == "+")[relations.types]
    pairs, pair_of = np.unique(keys, return_inverse=True)
    positive, negative = np.zeros(len(pairs), bool), np.zeros(len(pairs), bool)
    positive[pair_of[is_positive]], negative[pair_of[~is_positive]] = True, True
    both = pairs[positive & negative]
    weights, unrated = np.ones(len(pairs), np.int64), np.zeros(len(pairs), bool)
    if weighting == "confidence":
        weights, unrated = _weigh(network, relations, pair_of, len(pairs))
    is_single = positive != negative
    chosen = is_single & (weights > 0)
    signs = np.where(positive[chosen], 1, -1)
    rows, graph = build_graph_by_id(network, pairs[chosen], signs, weights[chosen])
    return SignedPairs(
        graph,
        rows,
        [(int(key) // size, int(key) % size) for key in both],
        PERCENT if weighting == "confidence" else 1,
        int(unrated[chosen].sum()),
        int((is_single & ~chosen).sum()),
    )


def make_pair_keys(relations: EdgeRelations, size: int) -> NDArray[np.int64]:
    """Return a number for each relation that is the same for those of two actors.

    Parameters
    ----------
    size
        How many actors the data has.
    """
    import numpy as np

    low = np.minimum(relations.sources, relations.targets)
    keys: NDArray[np.int64] = low * size + np.maximum(relations.sources, relations.targets)
    return keys


def build_graph_by_id(
    network: Selection, keys: Numbers, signs: Numbers, weights: Numbers
) -> tuple[Numbers, SignedGraph]:
    """Return the row numbers of actors in the order of their ids, and the graph of some pairs.

    Parameters
    ----------
    keys
        The pairs, as of `make_pair_keys`.
    signs, weights
        The sign and the weight of each pair; the edges are sorted by their ends.
    """
    import numpy as np

    size = max(1, len(network.columns.actors))
    rows, numbers = np.unique(np.concatenate((keys // size, keys % size)), return_inverse=True)
    ids = network.columns.actors.cells("id")
    order = np.array(sorted(range(len(rows)), key=lambda each: ids[int(rows[each])]), np.int64)
    ranks = np.argsort(order)[numbers]
    low, high = ranks[: len(keys)], ranks[len(keys) :]
    low, high = np.minimum(low, high), np.maximum(low, high)
    edges = np.lexsort((high, low))
    return rows[order], SignedGraph(
        len(rows), low[edges], high[edges], signs[edges], weights[edges]
    )


def _weigh(
    network: Selection, relations: EdgeRelations, pair_of: Numbers, count: int
) -> tuple[Numbers, NDArray[np.bool_]]:
    """Return the best confidence of each pair in hundredths, and whether none is rated."""
    import numpy as np

    cells = network.columns.confidences
    rated = as_array(map_values(cells, lambda each: each is not None), bool)[relations.rows]
    hundredths = as_array(map_values(cells, _to_hundredths), np.int64)[relations.rows]
    weights, is_rated = np.zeros(count, np.int64), np.zeros(count, bool)
    np.maximum.at(weights, pair_of, hundredths)
    is_rated[pair_of[rated]] = True
    return weights, ~is_rated


def _to_hundredths(confidence: float | None) -> int:
    return UNRATED if confidence is None else int(confidence * PERCENT + 0.5)
