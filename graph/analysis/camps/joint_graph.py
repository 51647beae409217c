"""Join signed and structural relations in one signed graph, where the signed ones always win.

Structural relations (`part_of`, `member_of`, `leads`, `commands`) say who belongs to whom. A signed
edge weighs more than all of them together: they place only whom signed relations leave open, and
break draws. Before them, what is over counts a little less: a signed edge of which every relation
is over weighs a little less than the others, a structural one half.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.analysis.balance.signed_graph import SignedGraph
from graph.analysis.balance.signed_pairs import (
    SignedPairs,
    build_graph_by_id,
    find_signed_pairs,
    make_pair_keys,
)
from graph.data.dictionary_column import as_array, map_values
from graph.select.edge_relations import EdgeRelations, find_edge_relations, map_types

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.balance.signed_graph import Numbers
    from graph.select.selection import Selection

STRUCTURAL = ("part_of", "member_of", "leads", "commands")
"""The types that say who belongs to whom, as far as they have no sign."""

Ends = tuple[int, int]

OVER, STILL = 1, 2  # what a structural pair weighs
LARGEST_WEIGHT = 1_000_000  # of a signed edge: beyond, sums would not be exact


@dataclass(frozen=True)
class JointGraph:
    """Signed and structural pairs in one graph.

    Parameters
    ----------
    graph
        The graph; a pair of both kinds is one edge.
    actor_rows
        The row number of each vertex's actor, in the order of their ids.
    signed
        The signed pairs alone, between the same vertices.
    structural
        The structural pairs alone, as row numbers of actors.
    signed_weight
        What a signed pair weighs at the most.
    structural_weight
        What the structural pairs weigh together.
    offset
        What no division avoids: the weight of pairs that are structural and negative.
    """

    graph: SignedGraph
    actor_rows: Numbers
    signed: SignedGraph
    structural: list[Ends]
    signed_weight: int
    structural_weight: int
    offset: int

    def get_signed_bound(self, cost: int) -> int:
        """Return the lower bound of the signed edges in tension, of one of the whole cost."""
        signed = cost + self.offset - self.structural_weight
        return max(0, -(-signed // self.signed_weight))


def build_joint_graph(network: Selection, *, signed_only: bool = False) -> JointGraph:
    """Return the graph of signed and structural relations.

    Parameters
    ----------
    network
        The network, as far as it is selected.
    signed_only
        Whether structural relations are left out.

    Examples
    --------
    >>> import networkx as nx
    >>> from graph import Network
    >>> edges = [("a", "b", {"type": "opposes"}), ("b", "c", {"type": "part_of"})]
    >>> joint = build_joint_graph(Network.from_graph(nx.DiGraph(edges)))
    >>> (joint.graph.signs * joint.graph.weights).tolist(), joint.structural
    ([-3, 2], [(1, 2)])
    """
    import numpy as np

    size = max(1, len(network.columns.actors))
    pairs = find_signed_pairs(network)
    signed_keys = _make_keys(pairs, size)
    belonging, still = np.zeros(0, np.int64), np.zeros(0, np.int64)
    if not signed_only:
        belonging, still = _list_pairs(network, find_structural(network), size)
    belonging_weights = np.where(np.isin(belonging, still), STILL, OVER)
    signed_weights = _weigh_signed(network, signed_keys, int(belonging_weights.sum()), size)
    keys = np.union1d(signed_keys, belonging)
    weights = np.zeros(len(keys), np.int64)
    weights[np.searchsorted(keys, signed_keys)] = signed_weights * pairs.graph.signs
    weights[np.searchsorted(keys, belonging)] += belonging_weights
    rows, graph = build_graph_by_id(network, keys, np.sign(weights), np.abs(weights))
    by_row = np.argsort(rows)
    numbers = by_row[np.searchsorted(rows, pairs.actor_rows, sorter=by_row)]
    signed_ends = numbers[pairs.graph.sources], numbers[pairs.graph.targets]
    foes = np.isin(belonging, signed_keys[pairs.graph.signs < 0])
    return JointGraph(
        graph,
        rows,
        SignedGraph(len(rows), *signed_ends, pairs.graph.signs, pairs.graph.weights),
        [(int(key) // size, int(key) % size) for key in belonging],
        int(signed_weights.max(initial=1)),
        int(belonging_weights.sum()),
        int(belonging_weights[foes].sum()),
    )


def _list_pairs(network: Selection, relations: EdgeRelations, size: int) -> tuple[Numbers, Numbers]:
    """Return the keys of the pairs of some relations, and of those with one that is not over."""
    import numpy as np

    keys = make_pair_keys(relations, size)
    return np.unique(keys), np.unique(keys[~_find_over(network, relations)])


def _find_over(network: Selection, relations: EdgeRelations) -> NDArray[np.bool_]:
    """Return which relations are over; a row is read only where something may have ended it."""
    import numpy as np

    tables = network.columns.relations, network.columns.actors
    ended, gone = (as_array(map_values(table.cells("end"), bool), bool) for table in tables)
    over: NDArray[np.bool_] = ended[relations.rows] | gone[relations.sources]
    over |= gone[relations.targets]
    over |= map_types(network, lambda each: each.event)[relations.types]
    for number in np.flatnonzero(over).tolist():
        over[number] = network.columns.over[int(relations.rows[number])]
    return over


def _weigh_signed(network: Selection, keys: Numbers, structural: int, size: int) -> Numbers:
    """Return weights of signed pairs: more than all structural ones, a little less if over."""
    import numpy as np

    relations = find_edge_relations(network, "not_neutral")
    still = _list_pairs(network, relations, size)[1]
    is_over = ~np.isin(keys, still)
    less = structural + 1
    most = int(is_over.sum()) * less + structural + 1
    if is_over.all() or most > LARGEST_WEIGHT:
        return np.full(len(keys), structural + 1)
    weights: Numbers = most - less * is_over.astype(np.int64)
    return weights


def find_structural(network: Selection) -> EdgeRelations:
    """Return the structural relations that are part of edges."""
    relations = find_edge_relations(network)
    is_structural = map_types(network, lambda each: each.name in STRUCTURAL and each.sign == "0")
    return relations.select(is_structural[relations.types])


def _make_keys(pairs: SignedPairs, size: int) -> Numbers:
    import numpy as np

    one, other = pairs.actor_rows[pairs.graph.sources], pairs.actor_rows[pairs.graph.targets]
    keys: Numbers = np.minimum(one, other) * size + np.maximum(one, other)
    return keys
