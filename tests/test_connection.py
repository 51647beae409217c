"""The smallest network that connects several actors: exact where it can be, else with a bound."""

import json
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import folder, run
from tiny_network import network

import graph
from graph.analysis.connection import find, reach
from graph.analysis.connection.steiner_tree import find_cheapest_tree

ACTORS = "abcdefghi"
PAIRS = st.sets(st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)), max_size=14)
ENDS = st.lists(st.sampled_from(ACTORS), min_size=2, max_size=9, unique=True)


def build(pairs, word="funds"):
    lines = (f"{one} {word} {other}" for one, other in sorted(pairs))
    return network(*lines, actors=" ".join(ACTORS))


def count_fewest_steps(pairs, ends):
    """Return by brute force how many steps connect some actors; None if none do."""
    graph_ = nx.Graph(pair for pair in pairs if pair[0] != pair[1])
    graph_.add_nodes_from(ACTORS)
    others = [actor for actor in ACTORS if actor not in ends]
    for count in range(len(others) + 1):
        for chosen in combinations(others, count):
            if nx.is_connected(graph_.subgraph([*ends, *chosen])):
                return len(ends) + count - 1
    return None


def check_tree(answer, pairs, ends):
    steps = [(step.source.id, step.target.id) for step in answer.steps]
    tree = nx.Graph(steps)
    assert nx.is_tree(tree)
    assert set(ends) <= set(tree)
    assert all(step in pairs or step[::-1] in pairs for step in steps)
    assert {node for node in tree if tree.degree(node) == 1} <= set(ends)
    # It is read away from the first actor.
    assert all(target not in {one for one, _ in steps[:at]} for at, (_, target) in enumerate(steps))
    assert steps[0][0] == ends[0]


@given(pairs=PAIRS, ends=ENDS)
def test_it_has_as_few_steps_as_by_brute_force(pairs, ends):
    answer = build(pairs).connection(*ends)
    fewest = count_fewest_steps(pairs, ends)
    if fewest is None:
        assert (answer.steps, answer.separated is None) == ((), False)
        assert answer.sentence.startswith("No path leads from ")
        return
    assert (len(answer.steps), answer.is_smallest) == (fewest, True)
    check_tree(answer, pairs, ends)


@given(pairs=PAIRS, ends=ENDS)
def test_joined_paths_keep_the_bound_that_they_give(pairs, ends):
    fewest = count_fewest_steps(pairs, ends)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reach, "MOST_LOOKED_AT", 0)
        answer = build(pairs).connection(*ends)
    if fewest is None:
        return
    check_tree(answer, pairs, ends)
    assert answer.least_step_count <= fewest <= len(answer.steps)
    assert len(answer.steps) <= 2 * (1 - 1 / len(ends)) * fewest
    assert answer.is_smallest == (len(answer.steps) == answer.least_step_count)


@given(
    weights=st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 9), max_size=10
    ),
    ends=st.lists(st.integers(0, 5), min_size=2, max_size=4, unique=True),
)
def test_the_cheapest_tree_is_as_cheap_as_by_brute_force(weights, ends):
    costs = {node: {} for node in range(6)}
    for (one, other), cost in weights.items():
        if one != other:
            costs[one][other] = costs[other][one] = cost
    whole = nx.Graph()
    whole.add_nodes_from(costs)
    whole.add_weighted_edges_from((a, b, c) for a, row in costs.items() for b, c in row.items())
    spans = [
        nx.minimum_spanning_tree(part).size("weight")
        for count in range(7)
        for chosen in combinations(costs, count)
        if set(ends) <= set(chosen) and nx.is_connected(part := whole.subgraph(chosen))
    ]
    if spans:
        tree = find_cheapest_tree(costs, ends)
        assert sum(costs[one][other] for one, other in tree) == min(spans)


def test_more_work_than_is_done_leaves_the_joined_paths(monkeypatch):
    monkeypatch.setattr(find, "MOST_WORK", 1)
    ring = [("a", "d"), ("b", "e"), ("c", "f"), ("d", "g"), ("e", "g"), ("f", "g")]
    ring += [("d", "e"), ("e", "f"), ("d", "f")]
    answer = build(ring).connection("a", "b", "c")
    assert (len(answer.steps), answer.least_step_count) == (5, 5)
    monkeypatch.setattr(find, "MOST_WORK", 10**9)
    monkeypatch.setattr(find, "MOST_EDGES", 0)
    assert build(ring).connection("a", "b", "c").steps == answer.steps


def test_an_answer_that_may_not_be_the_smallest_says_so(monkeypatch):
    monkeypatch.setattr(reach, "MOST_LOOKED_AT", 0)
    # Each two of a, b and c are as near through one actor of their own as through the hub.
    star = [("a", "i"), ("b", "i"), ("c", "i"), ("d", "i")]
    way = [("a", "e"), ("e", "b"), ("b", "f"), ("f", "c"), ("c", "g"), ("g", "d")]
    net = network(*(f"{one} funds {other}" for one, other in way + star))
    answer = net.connection("a", "b", "c", "d")
    assert (len(answer.steps), answer.least_step_count) == (5, 4)
    assert answer.notes[0] == (
        "The smallest may have fewer: at least 4 steps. The search for it would take long, so that "
        "shortest paths are joined."
    )
    monkeypatch.undo()
    assert net.connection("a", "b", "c", "d").others[0].id == "i"


def test_steps_with_influence_beyond_doubt_and_with_dates_are_preferred():
    ways = {"b": "borders", "c": "ally stance=disputes", "d": "ally", "e": "ally start=2020"}
    lines = []
    for middle, words in ways.items():
        kind, *more = words.split()
        lines += [" ".join(("a", kind, middle, *more)), f"{middle} funds z start=2020"]
    lines += ["a ally c", "z leads y"]
    answer = network(*lines).connection("a", "z", "y")
    assert [actor.id for actor in answer.others] == ["e"]
    assert network(*lines).avoid_actor("e").connection("a", "z", "y").others[0].id == "d"


def test_a_place_that_is_named_is_no_step_without_influence():
    lines = ["a located_in p", "p located_in b", "a borders c", "c borders b"]
    net = network(*lines)
    frame = net.actors.assign(kind=net.actors["id"].map({"p": "place"}).fillna("person"))
    net = graph.Network.from_frames(frame, net.relations)
    answer = net.connection("a", "p", "b")
    assert answer.support.steps_without_influence == ()
    assert net.connection("a", "b").support.steps_without_influence == (1, 2)


def test_filters_that_stand_in_the_way_are_named():
    net = network("a funds b", "b ally c").only("ally")
    answer = net.connection("b", "c", "a")
    assert [actor.id for actor in answer.separated] == ["b", "a"]
    assert str(answer) == (
        "No path leads from b to a, so that no network connects them all. "
        'Without net.only("ally") there is a path of 1 step: b is funded by a.'
    )
    assert answer.to_dict()["why"]["obstacle"] == "filter"


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["a"], "actors: name at least two, to connect them."),
        (["a", "b", "a"], "actors: 'a' is named twice. Name each once."),
        ([*"abcdefghijklmnopqrstu"], "actors: name at most 20, not 21."),
    ],
)
def test_what_names_nothing_to_connect_is_refused(names, reason):
    net = network(*(f"{one} funds z" for one in "abcdefghijklmnopqrstu"))
    with pytest.raises(graph.QuestionError) as caught:
        net.connection(*names)
    assert str(caught.value) == reason


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


TEXT = """\
2 steps connect Ada Ek, West Dock and North Bank.

1. funds    Ada Ek funded North Bank (2020 to 2022), contested: asserted by Bo, C. and \
example.org, disputed by Bo, C., confidence 0.8 (grade B2), 2 independent voices [1] [2]
            Says one witness
   funds    Ada Ek funds North Bank (from 2021), disputed [1]
   opposes  Ada Ek is opposed by North Bank, confidence 0.3
2. part_of  North Bank included West Dock (until 2023) [3]

No network of fewer steps connects them; others of as many may. Stands on 3 independent voices. \
It crosses one tension, at step 1. The weakest is step 2; it is not rated and rests on one voice. \
Step 2 is without a start date. All steps may hold at the same time: until 2023. \
It falls if "A letter" is withdrawn.

Sources
[1] Bo, C. (2023). The paper. Press. https://example.org/paper
[2] https://example.org/a
[3] A letter.
"""


def test_the_command_answers_with_steps_and_sources(data):
    assert run("between", "ada", "dock", "bank", data=data).stdout == TEXT
    rows = run("between", "ada", "dock", "bank", "--format", "csv", data=data).stdout
    assert rows.splitlines()[0].startswith("step,from,to,id,source,target,type")
    marked = run("between", "ada", "dock", "--format", "markdown", data=data).stdout
    assert marked.startswith("**2 steps connect Ada Ek and West Dock, through ")
    found = json.loads(run("between", "ada", "dock", "--format", "json", data=data).stdout)
    assert (found["step_count"], found["is_smallest"]) == (2, True)
    used = {each["id"] for each in found["relations"]}
    assert used == {ident for step in found["steps"] for ident in step["relations"]}


def test_the_command_names_every_wrong_name_and_needs_two(data):
    answer = run("between", "Adda Eck", "Nobody", "Dock", data=data)
    assert answer.exit_code == 1
    assert "'Adda Eck' names no actor." in answer.stderr
    assert "'Nobody' names no actor." in answer.stderr
    answer = run("between", "ada", data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "'ada' is one actor. Name two or more, to connect them." in answer.stderr
    lone = run("between", "ada", "elle", "dock", data=data).stdout
    assert lone.startswith("No path leads from Ada Ek to Elle Oy, so that no network connects")
    assert "Only disputed relations link them, which no path follows." in lone
