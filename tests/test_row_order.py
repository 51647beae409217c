"""The order of rows changes no answer about paths; paths through several actors are all there are.

Of relations.csv only the relations of one step are named in another order: that of their rows.
"""

from itertools import chain, pairwise, product

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_network import of_rows

from graph import QuestionError

NAMES = "ABCDEF"
ACTORS = [{"id": name, "name": name, "kind": "person"} for name in NAMES]
LINE = st.fixed_dictionaries(
    {
        "source": st.sampled_from(NAMES),
        "target": st.sampled_from(NAMES),
        "type": st.sampled_from(["funds", "ally", "opposes", "located_in"]),
    },
    optional={
        "start": st.sampled_from(["2000", "2005"]),
        "end": st.sampled_from(["2006", "2008"]),
        "confidence": st.sampled_from(["0.9", "0.4"]),
        "reference": st.sampled_from(["x", "y", "x|y"]),
        "stance": st.sampled_from(["asserts", "disputes"]),
    },
)
ROWS = st.lists(LINE, min_size=3, max_size=14)


def describe_steps(steps):
    return [
        (step.source.id, step.target.id, {each.id for each in step.relations}) for step in steps
    ]


def describe_paths(answer):
    paths = [(describe_steps(path.steps), describe_support(path.support)) for path in answer.paths]
    return answer.path_count, answer.sign_note, answer.influence_count, paths


def describe_support(support):
    """What a path stands on: sources and types that are as important are in the order of rows."""
    facts = {name: each for name, each in support.to_dict().items() if name != "notes"}
    unordered = ("falls_without", "types_without_influence")
    return {**facts, **{name: set(map(str, facts[name])) for name in unordered}}


QUESTIONS = {
    "path": lambda net: describe_paths(net.path("A", "B")),
    "all": lambda net: describe_paths(net.path("A", "B", limit=50)),
    "k": lambda net: describe_paths(net.path("A", "B", k=5)),
    "confidence": lambda net: describe_paths(net.path("A", "B", k=5, by="confidence")),
    "voices": lambda net: describe_paths(net.path("A", "B", k=5, by="voices")),
    "influence": lambda net: describe_paths(net.path("A", "B", k=3, by="influence")),
    "several": lambda net: describe_paths(net.path("A", "B", "C", k=3)),
    "together": lambda net: describe_paths(net.path("A", "B", k=3, together=True)),
    "in order": lambda net: describe_paths(net.path("A", "B", in_order=True)),
    "history": lambda net: [
        (each.dates, each.path and describe_steps(each.path.steps))
        for each in net.path_history("A", "B").periods
    ],
    "ego": lambda net: [
        (each.actor.id, each.distance, *describe_steps([each.step]))
        for each in net.ego("A", 2).members
    ],
    "between": lambda net: describe_steps(net.connection("A", "B", "C").steps),
    "cut": lambda net: (net.cut("A", "B").sentence, len(net.cut("A", "B").paths)),
    "find": lambda net: sorted(str(each.named) for each in net.find("X any Y; Y any ?").matches),
}


def ask(net, name):
    try:
        return QUESTIONS[name](net)
    except QuestionError as error:
        return str(error)


@settings(max_examples=25, deadline=None)
@given(rows=ROWS, data=st.data())
def test_shuffled_rows_have_the_same_answers(rows, data):
    rows = [{"id": f"r{number}", **row} for number, row in enumerate(rows)]
    shuffled = data.draw(st.permutations(rows))
    one, other = of_rows(ACTORS, rows), of_rows(ACTORS, shuffled)
    for name in QUESTIONS:
        assert ask(one, name) == ask(other, name), name


def list_parts(rows, ends):
    """All paths without a repeated actor between two actors, by networkx."""
    asserted = [row for row in rows if row.get("stance") != "disputes"]
    pairs = nx.Graph((row["source"], row["target"]) for row in asserted)
    pairs.add_nodes_from(NAMES)
    pairs.remove_edges_from(list(nx.selfloop_edges(pairs)))
    return [tuple(path) for path in nx.all_simple_paths(pairs, *ends)]


@settings(max_examples=60, deadline=None)
@given(rows=ROWS, via=st.lists(st.sampled_from("CDEF"), min_size=1, max_size=2, unique=True))
def test_paths_through_several_actors_are_all_there_are_the_shortest_first(rows, via):
    named = ["A", *via, "B"]
    parts = [list_parts(rows, ends) for ends in pairwise(named)]
    wholes = [
        (*path[0][:1], *chain.from_iterable(part[1:] for part in path)) for path in product(*parts)
    ]
    lengths = sorted(len(whole) - 1 for whole in wholes)
    net = of_rows(ACTORS, rows)
    answer = net.path(*named, k=200)
    found = [tuple(actor.id for actor in path.actors) for path in answer.paths]
    assert [len(path) - 1 for path in found] == lengths[:200]
    assert len(set(found)) == len(found)
    assert set(found) <= set(wholes)
    assert answer.path_count == lengths.count(lengths[0] if lengths else 0)
    within = net.path(*named, k=200, max_length=2)
    short = [each for each in product(*parts) if all(len(part) <= 3 for part in each)]
    assert len(within.paths) == min(200, len(short))
