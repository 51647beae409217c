"""Who is within some steps of an actor, and by which relations."""

import json

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from terminal import folder, run
from tiny_network import network

import graph
from graph.analysis import ego_network

ACTORS = "abcdefgh"
PAIRS = st.sets(st.tuples(st.sampled_from(ACTORS), st.sampled_from(ACTORS)), max_size=16)


@given(pairs=PAIRS, depth=st.integers(1, 4), directed=st.booleans())
def test_distances_are_those_of_networkx(pairs, depth, directed):
    lines = (f"{one} funds {other}" for one, other in sorted(pairs))
    answer = network(*lines, actors=" ".join(ACTORS)).ego("a", depth, directed=directed)
    projection = nx.DiGraph(pairs) if directed else nx.Graph(pairs)
    projection.add_node("a")
    lengths = nx.single_source_shortest_path_length(projection, "a", cutoff=depth)
    lengths.pop("a")
    assert {each.actor.id: each.distance for each in answer.members} == lengths
    farthest = max(lengths.values(), default=0)
    counts = (sum(length == each for length in lengths.values()) for each in range(1, farthest + 1))
    assert answer.counts == tuple(counts)
    assert not answer.cut_short
    for each in answer.members:
        assert projection.has_edge(each.step.source.id, each.actor.id)
        assert lengths.get(each.step.source.id, 0) == each.distance - 1


def test_members_stand_behind_the_actor_before_them():
    net = network("a ally c", "a ally b", "c ally f", "b ally d", "b ally e", actors="a b c d e f")
    answer = net.ego("a", 2)
    assert [each.actor.id for each in answer.members] == ["b", "c", "d", "e", "f"]
    assert answer.sentence == (
        "5 actors are within 2 steps of a: 2 one step away and 3 two steps away."
    )
    assert answer.notes == ()
    assert net.ego("a", 4).notes == ("Nobody is farther away.",)
    assert list(net.ego("a").frame["distance"]) == [1, 1]


def test_the_step_with_influence_beyond_doubt_and_with_dates_leads_there():
    net = network(
        *(f"a funds m{n}" for n in range(4)),
        "m0 borders z start=2000", "m1 ally z basis=alleged", "m2 ally z", "m3 ally z start=2000",
    )  # fmt: skip

    def find_last(*avoided):
        return net.avoid_actor(*avoided).ego("a", 2).members[-1].step.source.id

    assert (find_last(), find_last("m3"), find_last("m2", "m3")) == ("m3", "m2", "m1")


def test_lists_are_cut_short_and_searches_ended(monkeypatch):
    net = network(*(f"a funds b{n}" for n in range(5)), "b4 funds c")
    answer = net.ego("a", 2, limit=2)
    assert (len(answer.members), answer.counts, answer.cut_short) == (2, (5, 1), True)
    assert answer.notes == ("The first 2 are listed.",)
    monkeypatch.setattr(ego_network, "MOST_LOOKED_AT", 5)
    answer = net.ego("a", 2)
    assert (answer.counts, answer.is_complete, answer.cut_short) == ((5,), False, True)
    assert str(answer) == (
        "At least 5 actors are within 2 steps of a. The search was ended: there may be more."
    )


def test_why_nobody_is_near_is_said():
    net = network("a funds b", "c ally a", "b ally d stance=disputes", actors="a b c d e")
    nobody = {
        "b": net.ego("b", 2, directed=True),
        "d": net.ego("d"),
        "e": net.only("ally").ego("e"),
        "c": net.only("funds").ego("c", directed=True),
        "a": net.avoid("ally", "funds").ego("a", 3),
    }
    assert {each: answer.notes for each, answer in nobody.items()} == {
        "b": ("No relation leads away from it. In either direction 1 actor is.",),
        "d": ("Only disputed relations link it to others, and they are not followed.",),
        "e": ("No relation links it to another actor.",),
        "c": ("Without any filter, in either direction, 1 actor is.",),
        "a": ("Without any filter 2 actors are.",),
    }
    assert nobody["a"].to_dict()["why"]["count"] == 2
    assert (net.ego("a").why, net.ego("a").notes) == (None, ())


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"depth": 0}, "depth: must be 1 to 20, not 0."),
        ({"depth": 21}, "depth: must be 1 to 20, not 21."),
        ({"limit": 0}, "limit: must be 1 or more, not 0."),
    ],
)
def test_numbers_out_of_range_are_refused(options, reason):
    with pytest.raises(graph.QuestionError) as caught:
        network("a funds b").ego("a", **options)
    assert str(caught.value) == reason


TEXT = """\
3 actors are within 2 steps of West Dock: 2 one step away and 1 two steps away.

One step away
part_of  West Dock was part of North Bank (until 2023) [1]
leads    West Dock is led by South Club (from 2022-08) [2]

Two steps away
ally     South Club is allied with Ada Ek

Sources
[1] A letter.
[2] A memo
"""


def test_the_command_lists_them_by_distance(tmp_path):
    data = folder(tmp_path)
    text = run("ego", "dock", "--depth", "2", "--avoid", "funds,opposes", data=data).stdout
    assert text.removesuffix("\nFilters: avoid funds and opposes.\n") == TEXT
    disputed = "Only disputed relations link it to others, and they are not followed."
    nobody = f"No actor is within 1 step of Elle Oy.\n\n{disputed}\n"
    assert run("ego", "elle", data=data).stdout == nobody
    cut = run("ego", "ada", "--depth", "2", "--limit", "1", data=data).stdout
    assert "\nThe first is listed. --limit sets how many.\n" in cut
    marked = run("ego", "dock", "--format", "markdown", data=data).stdout
    assert marked.startswith("**2 actors are within 1 step of West Dock.**\n\n*One step")
    found = json.loads(run("ego", "dock", "--format", "json", data=data).stdout)
    assert [each["actor"] for each in found["members"]] == ["bank", "club"]
    rows = run("ego", "dock", "--format", "csv", data=data).stdout.splitlines()
    assert rows[0].startswith("distance,from,to,id,source,target,type")
    assert rows[1].startswith("1,dock,bank,r4,")
