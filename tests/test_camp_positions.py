"""Camps stand apart: the first on the left, the second on the right, everybody else between."""

import itertools

from hypothesis import given, settings
from test_frustration import signed_edges
from tiny_network import network

import graph
from graph.layout.camp_positions import compute_camp_positions, find_past


def place(net):
    answer = net.camps()
    ids = [actor.id for actor in net.actor_rows]
    return answer, dict(zip(ids, compute_camp_positions(net, answer), strict=True))


def list_sides(answer):
    return [
        {actor.id for actor in (*camp.actors, *camp.places_and_assets)} for camp in answer.camps
    ]


def check_apart(net):
    answer, positions = place(net)
    first, second = list_sides(answer)
    ids = {actor.id for actor in net.actor_rows}
    past = {net.columns.actor(row).id for row in find_past(net)}
    for is_past in (False, True):
        across = [
            [positions[name][0] for name in part if (name in past) == is_past]
            for part in (first, ids - first - second, second)
        ]
        filled = [part for part in across if part]
        for left, right in itertools.pairwise(filled):
            if not is_past:
                assert max(left) < min(right)
    if past:
        present = [positions[name][1] for name in ids - past]
        assert all(positions[name][1] > max(present) for name in past)


def test_the_camps_of_the_belarus_case_stand_apart_with_history_below():
    net = graph.load_example()
    check_apart(net)
    past = {net.columns.actor(row).id for row in find_past(net)}
    assert {"soviet_union", "russian_empire", "polish_lithuanian_commonwealth"} <= past
    assert not past & {"belarus", "protests_2020", "lukashenko"}


def test_the_undecided_are_between():
    net = network("a ally b", "a ally c", "b ally c", "a opposes d", "b opposes d",
                  "a ally x", "d ally x", "e met a", actors="z")  # fmt: skip
    answer, positions = place(net)
    assert [actor.id for actor in answer.undecided] == ["x"]
    left = max(positions[name][0] for name in "abc")
    for name in "xe":
        assert left < positions[name][0] < positions["d"][0]
    assert all(positions[name][1] < positions["z"][1] for name in "abcdex")


def test_what_ended_long_before_is_below():
    net = network(
        "a opposes b start=2020",
        "c opposes d end=1863",
        "a ally c",
        "d opposes e start=1800 end=1850",
    )
    assert {net.columns.actor(row).id for row in find_past(net)} == {"d", "e"}
    same = network("a opposes b start=2020", "c opposes d end=2000")
    assert find_past(same) == set()


@settings(max_examples=10, deadline=None, derandomize=True)
@given(signed_edges(connected=True))
def test_no_camp_reaches_into_another(drawn):
    size, edges = drawn
    lines = [f"n{one} {'ally' if w > 0 else 'opposes'} n{other}" for one, other, w in edges]
    net = network(*lines, actors=" ".join(f"n{each}" for each in range(size)))
    if len(net.camps().camps) > 1:
        check_apart(net)
        assert place(net)[1] == place(net)[1]
