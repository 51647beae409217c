"""Paths on random small networks, against networkx on a projection made without our columns."""

import networkx as nx
from hypothesis import example, given
from hypothesis import strategies as st
from tiny_network import network

from graph.analysis.path_search import ShortestPaths

ACTORS = "FDBACE"  # not in the order of the alphabet, for rows decide and not names
MUTUAL = {"ally", "borders"}
LINE = st.tuples(
    st.sampled_from(ACTORS),
    st.sampled_from(["funds", "ally", "borders", "opposes"]),
    st.sampled_from(ACTORS),
    st.sampled_from(["asserts", "asserts", "disputes"]),
)


def walkable(rows, *, directed):
    """Yield each row with the pairs it can be walked between."""
    for number, (source, name, target, stance) in enumerate(rows):
        ways = [(source, target)]
        if name in MUTUAL or not directed:
            ways.append((target, source))
        for way in dict.fromkeys(ways):
            if source != target:
                yield number, way, stance


def brute_force(rows, source, target, *, directed):
    """Return every shortest path, in row order, as actors and the rows told on each hop."""
    steps = nx.DiGraph()
    steps.add_nodes_from(ACTORS)
    told = {}
    for number, way, stance in walkable(rows, directed=directed):
        told.setdefault(way, []).append(number)
        if stance == "asserts":
            steps.add_edge(*way)
    if not nx.has_path(steps, source, target):
        return []
    found = sorted(
        nx.all_shortest_paths(steps, source, target), key=lambda p: [*map(ACTORS.index, p)]
    )
    return [(path, [told[hop] for hop in nx.utils.pairwise(path)]) for path in found]


@given(
    rows=st.lists(LINE, max_size=14),
    source=st.sampled_from(ACTORS),
    target=st.sampled_from(ACTORS),
    directed=st.booleans(),
    limit=st.integers(1, 5),
)
@example(
    rows=[("F", "ally", "D", "disputes"), ("D", "funds", "F", "asserts")],
    source="F",
    target="D",
    directed=True,
    limit=1,
)
def test_paths_are_those_of_brute_force(rows, source, target, directed, limit):
    lines = (f"{s} {name} {t} stance={stance}" for s, name, t, stance in rows)
    net = network(*lines, actors=" ".join(ACTORS))
    numbers = {relation.id: number for number, relation in enumerate(net.relation_rows)}
    answer = net.path(source, target, directed=directed, limit=limit)
    every = brute_force(rows, source, target, directed=directed)
    assert answer.path_count == len(every)
    assert answer.length == (len(every[0][0]) - 1 if every else None)
    assert [
        (
            [actor.id for actor in path.actors],
            [[numbers[relation.id] for relation in step.relations] for step in path.steps],
        )
        for path in answer.paths
    ] == every[:limit]


@given(
    st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40),
    st.integers(0, 11),
    st.integers(0, 11),
)
def test_the_search_finds_what_networkx_finds(edges, source, target):
    digraph = nx.DiGraph(edge for edge in edges if edge[0] != edge[1])
    digraph.add_nodes_from(range(12))
    web = ShortestPaths.between(source, target, digraph.successors, digraph.predecessors)
    every = (
        sorted(nx.all_shortest_paths(digraph, source, target))
        if nx.has_path(digraph, source, target)
        else []
    )
    assert list(web.iter_paths()) == every
    assert web.path_count == len(every)
