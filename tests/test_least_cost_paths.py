"""The cheapest ways to finish a path on random networks with costs, against networkx.

Before a search nothing better is ruled out than what it finds.
"""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.paths.best_first import Subspace
from graph.analysis.paths.cheapest import find_cheapest
from graph.analysis.paths.follow import Costs, Follow
from graph.analysis.paths.near_target import NearTarget

NODES = 12
NUMBERS = st.integers(0, NODES - 1)
EDGES = st.dictionaries(st.tuples(NUMBERS, NUMBERS), st.integers(1, 6), max_size=50)
PASSED = st.lists(st.integers(0, 5), min_size=NODES, max_size=NODES)
PREFIX = st.lists(NUMBERS, min_size=1, max_size=3, unique=True)
ASKED = st.tuples(PREFIX, st.frozensets(NUMBERS), NUMBERS)


def list_ways(paths):
    """List the ways of a union, in order."""
    if paths is None:
        return []
    ways, whole = [[paths.source]], []
    while ways:
        way = ways.pop()
        if way[-1] == paths.target:
            whole.append(way)
        else:
            ways.extend([*way, after] for after in paths.onward[way[-1]])
    return sorted(whole)


def list_by_networkx(edges, passed, prefix, barred, target):
    """List the same: what it costs to pass a node is part of the edges that leave it."""
    digraph, here = nx.DiGraph(), prefix[-1]
    digraph.add_nodes_from([here, target])
    for (source, end), cost in edges.items():
        if end not in prefix and not (source == here and end in barred):
            digraph.add_edge(source, end, cost=cost + (source != here and passed[source]))
    digraph.remove_nodes_from(prefix[:-1])
    try:
        return sorted(nx.all_shortest_paths(digraph, here, target, "cost"))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []


@given(EDGES, PASSED, ASKED, st.sampled_from([0, 1, 2, 9]))
def test_all_cheapest_ways_are_found(edges, passed, asked, blur):
    prefix, barred, target = asked
    if target in prefix:
        target = NODES  # reached by nothing
    ahead = {node: [end for start, end in edges if start == node] for node in range(NODES + 1)}
    behind = {node: [start for start, end in edges if end == node] for node in range(NODES + 1)}
    passed = [*passed, 0]

    def group(node, neighbours, *, is_ahead):
        """Sort by less than the steps cost, as if this were slow to know."""
        groups = {}
        for each in neighbours:
            cost = edges[(node, each) if is_ahead else (each, node)]
            groups.setdefault(max(1, cost - blur * (each % 2)), []).append(each)
        return groups

    for grouped in (group, None):
        costs = Costs(lambda here, there: edges[here, there], passed.__getitem__, grouped)
        follow = Follow(ahead.__getitem__, behind.__getitem__, costs)
        found = find_cheapest(Subspace(tuple(prefix), barred), target, follow)
        ways = list_ways(found)
        assert ways == list_by_networkx(edges, passed, prefix, barred, target)
        least = NearTarget(target, follow, costs, 5).measure_least(Subspace(tuple(prefix), barred))
        assert not ways or least <= costs.measure(ways[0])
