"""Paths on random small networks, against networkx on a projection made without our columns.

Their order is that of `telling.rank`, which compares all of them.
"""

import networkx as nx
from hypothesis import example, given
from hypothesis import strategies as st
from telling import rank
from tiny_network import of_rows

from graph.analysis.paths.cheapest import find_shortest
from graph.analysis.paths.order import iter_cheapest

ACTORS = "FDBACE"  # not in the order of the alphabet, for rows decide and not names
MUTUAL = {"ally", "borders"}
DATES = st.sampled_from(["", "", "2000", "2005", "2010"])
LINE = st.fixed_dictionaries(
    {
        "source": st.sampled_from(ACTORS),
        "type": st.sampled_from(["funds", "ally", "borders", "opposes", "located_in"]),
        "target": st.sampled_from(ACTORS),
        "stance": st.sampled_from(["asserts", "asserts", "asserts", "disputes"]),
    },
    optional={
        "basis": st.sampled_from(["stated", "alleged", "inferred"]),
        "start": DATES,
        "end": st.sampled_from(["2010", "2015"]),
        "confidence": st.sampled_from(["0.2", "0.5", "0.8", "0.1"]),
        "reference": st.sampled_from(["x", "y", "x|y", "https://a.org/1|https://a.org/2"]),
    },
)
KINDS = st.sampled_from(["person", "state", "place"])
VOICES = {"https://a.org/1": "a.org", "https://a.org/2": "a.org"}


def walkable(rows, *, directed):
    """Yield each row with the pairs it can be walked between."""
    for number, row in enumerate(rows):
        source, target = row["source"], row["target"]
        ways = [(source, target)]
        if row["type"] in MUTUAL or not directed:
            ways.append((target, source))
        for way in dict.fromkeys(ways):
            if source != target:
                yield number, way, row["stance"]


def brute_force(rows, actors, source, target, *, directed):
    """Return every shortest path in order, as actors and the rows told on each hop."""
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
        nx.all_shortest_paths(steps, source, target),
        key=lambda path: rank(path, rows, actors, directed=directed, voice_of=VOICES),
    )
    return [(path, [told[hop] for hop in nx.utils.pairwise(path)]) for path in found]


@given(
    rows=st.lists(LINE, max_size=16),
    kinds_and_births=st.tuples(*(st.tuples(KINDS, DATES) for _ in ACTORS)),
    ends=st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)),
    directed=st.booleans(),
    limit=st.integers(1, 5),
)
@example(
    rows=[
        {"source": "F", "type": "ally", "target": "D", "stance": "disputes"},
        {"source": "D", "type": "funds", "target": "F", "stance": "asserts"},
    ],
    kinds_and_births=(("person", ""),) * 6,
    ends=("F", "D"),
    directed=True,
    limit=1,
)
def test_paths_are_those_of_brute_force(rows, kinds_and_births, ends, directed, limit):
    actors = {
        name: {"id": name, "name": name, "kind": kind, "start": start}
        for name, (kind, start) in zip(ACTORS, kinds_and_births, strict=True)
    }
    rows = [row for row in rows if not row.get("start") or not row.get("end") or in_order(row)]
    net = of_rows(list(actors.values()), rows)
    numbers = {relation.id: number for number, relation in enumerate(net.relation_rows)}
    answer = net.path(*ends, directed=directed, limit=limit)
    every = brute_force(rows, actors, *ends, directed=directed)
    assert answer.path_count == len(every)
    assert answer.length == (len(every[0][0]) - 1 if every else None)
    assert [
        (
            [actor.id for actor in path.actors],
            [[numbers[relation.id] for relation in step.relations] for step in path.steps],
        )
        for path in answer.paths
    ] == every[:limit]


def in_order(row):
    return row["start"] <= row["end"]


@given(
    st.sets(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40),
    st.integers(0, 11),
    st.integers(0, 11),
    st.integers(1, 5),
)
def test_the_search_finds_what_networkx_finds_the_cheapest_first(edges, source, target, dear):
    def cost(here, there):
        return (here * there) % dear

    digraph = nx.DiGraph(edge for edge in edges if edge[0] != edge[1])
    digraph.add_nodes_from(range(12))
    web = find_shortest(source, target, digraph.successors, digraph.predecessors)
    every = (
        sorted(nx.all_shortest_paths(digraph, source, target))
        if nx.has_path(digraph, source, target)
        else []
    )
    costs = [sum(cost(*step) for step in nx.utils.pairwise(path)) for path in every]
    found = list(iter_cheapest(web, cost))
    assert [sum(cost(*step) for step in nx.utils.pairwise(path)) for path in found] == sorted(costs)
    assert sorted(found) == every
    cheapest = [path for path, spent in zip(every, costs, strict=True) if spent == min(costs)]
    assert found[: len(cheapest)] == cheapest
    assert web.path_count == len(every)
