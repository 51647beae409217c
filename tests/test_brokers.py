"""Brokers: structural holes, roles, who parts others, and key players, by hand and by networkx."""

import csv
import io
import itertools
import json

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terminal import folder, run
from tiny_network import network

import graph
from explorer.report import brokers as report
from explorer.report.answer_html import render_html
from graph.analysis.brokers import key_players, measurement
from graph.analysis.brokers.key_players import (
    find_fragmenting,
    find_reaching,
    measure_fragmentation,
)
from graph.analysis.brokers.parting import find_parted
from graph.analysis.brokers.roles import count_roles
from graph.analysis.brokers.structural_holes import measure_constraint, measure_effective_size

# Two triangles joined by a bridge: c and d are the brokers.
BRIDGE = ("a ally b", "b ally c", "a ally c", "c ally d", "d ally e", "e ally f", "d ally f")


@st.composite
def graphs(draw, least=1):
    """Draw a graph of up to nine vertices."""
    size = draw(st.integers(least, 9))
    pairs = list(itertools.combinations(range(size), 2))
    edges = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    drawn = nx.Graph(edges)
    drawn.add_nodes_from(range(size))
    return drawn


def list_neighbours(drawn):
    return [set(drawn[vertex]) for vertex in range(len(drawn))]


def test_the_two_ends_of_a_bridge_are_the_brokers():
    answer = network(*BRIDGE).brokers()
    first, second = answer.brokers[:2]
    assert [first.actor.id, second.actor.id] == ["c", "d"]
    assert first.betweenness == pytest.approx(0.6)  # 6 of the 10 pairs of others
    assert (first.parted_count, first.effective_size) == (2, pytest.approx(3 - 2 / 3))
    # a and b each take a third directly and half of a third through the other; d a third.
    assert first.constraint == pytest.approx(2 * (1 / 3 + 1 / 6) ** 2 + 1 / 9)
    assert answer.sentence == (
        "c and d stand between the most others (betweenness 0.6 each); without any one of c and d, "
        "2 actors lose touch."
    )
    assert (
        answer.player_sentences[1]
        == "c and its neighbours are 4 actors. No other actor has a larger effect."
    )
    assert answer.player_sentences[0].startswith("Without c, 60.0 % of all pairs do not reach")
    assert str(answer.frame.loc[0, "id"]) == "c"


def test_equals_are_named_together_and_at_most_three():
    path = network("a ally b", "b ally c", "c ally d").brokers()
    assert [each.actor.id for each in path.foremost] == ["b", "c"]
    assert path.sentence == (
        "b and c stand between the most others (betweenness 0.667 each); without any one of b and "
        "c, 1 actor loses touch."
    )
    # A ring of seven, each with a leaf: all seven of the ring are equal.
    ring = "abcdefg"
    lines = [f"{one} ally {other}" for one, other in zip(ring, ring[1:] + "a", strict=True)]
    answer = network(*lines, *(f"{each} ally {each.upper()}" for each in ring)).brokers()
    assert answer.sentence.startswith("a, b, c and 4 more stand between the most others")
    assert answer.sentence.endswith("without any one of a, b, c and 4 more, 1 actor loses touch.")


def test_nobody_is_between_nobody():
    answer = network(actors="a b").brokers()
    assert answer.sentence == "Nobody stands between others: no two actors have relations."
    assert answer.notes == ()
    alone = network(actors="a").brokers()
    assert (alone.fragmenting, alone.reaching, alone.player_sentences) == (None, None, ())
    pair = network("a ally b").brokers()
    assert pair.sentence == "Nobody is on a shortest path between two others."


def test_roles_are_those_of_gould_and_fernandez():
    groups = ["x", "x", "x", "y", "y", "z", ""]
    into, out_of = {0: "x", 3: "y"}, {2: "x", 4: "y", 5: "z"}
    expected = {
        ("x", "x"): "coordinator", ("y", "y"): "itinerant", ("y", "x"): "gatekeeper",
        ("x", "y"): "representative", ("x", "z"): "representative", ("y", "z"): "liaison",
    }  # fmt: skip
    for (first, start), (second, end) in itertools.product(into.items(), out_of.items()):
        targets = [set() for _ in groups]
        targets[first], targets[1] = {1}, {second}
        counts = count_roles(targets, groups)[1]
        assert {role: count for role, count in counts.items() if count} == {expected[start, end]: 1}
        targets[first] = {1, second}  # they know each other: nobody stands between them
        assert not any(count_roles(targets, groups)[1].values())
    targets = [{1}, {6}, set(), set(), set(), set(), set()]
    assert not any(count_roles(targets, groups)[1].values())  # 6 is in no group
    assert not any(count_roles([{6}, set(), set(), set(), set(), set(), {1}], groups)[6].values())


def test_roles_between_camps_leave_out_who_is_in_none():
    lines = ["a supports b", "b supports c", "a opposes d", "b opposes d", "c opposes d",
             "c supports b2", "b2 opposes d", "b met z"]  # fmt: skip
    answer = network(*lines).brokers(between="camp")
    by_id = {each.actor.id: each for each in answer.brokers}
    assert (by_id["a"].group, by_id["d"].group, by_id["z"].group) == ("1", "2", "")
    assert by_id["b"].roles["coordinator"] == 1
    assert answer.is_grouping_proved


def test_camps_that_are_not_proved_are_said_to_be_not(monkeypatch):
    foes = network(*(f"n{one} opposes n{other}" for one in range(6) for other in range(one)))
    monkeypatch.setattr(measurement, "SECONDS", 1e-9)
    answer = foes.brokers(between="camp")
    assert "The camps are not proved: " in answer.notes[1]
    assert answer.to_dict()["is_grouping_proved"] is False
    assert len(foes.brokers().notes) == 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(graphs())
def test_structural_holes_and_articulation_are_those_of_networkx(drawn):
    neighbours = list_neighbours(drawn)
    constraint, size = nx.constraint(drawn), nx.effective_size(drawn)
    for vertex in drawn:
        if not drawn[vertex]:
            assert measure_constraint(neighbours, vertex) is None
            assert measure_effective_size(neighbours, vertex) is None
            continue
        assert measure_constraint(neighbours, vertex) == pytest.approx(constraint[vertex])
        assert measure_effective_size(neighbours, vertex) == pytest.approx(size[vertex])
    parted = find_parted(neighbours)
    assert {v for v in drawn if parted[v]} == set(nx.articulation_points(drawn))
    for vertex in drawn:
        inside = nx.node_connected_component(drawn, vertex) - {vertex}
        parts = [len(part) for part in nx.connected_components(drawn.subgraph(inside))]
        assert parted[vertex] == len(inside) - max(parts, default=0)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(graphs(least=4), st.integers(1, 3))
def test_key_players_are_the_best_of_all_sets_and_greedy_ones_within_their_bound(drawn, k):
    neighbours = list_neighbours(drawn)
    sets = list(itertools.combinations(drawn, k))
    exact = {}
    for find, measure in ((find_fragmenting, measure_parts), (find_reaching, measure_reach)):
        best = max(measure(drawn, each) for each in sets)
        found = find(neighbours, k)
        assert found.value == pytest.approx(best)
        assert found.is_exact
        exact[find] = best
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_players, "MOST_SETS", 0)
        for find, best in exact.items():
            greedy = find(neighbours, k)
            assert greedy.value <= best + 1e-9
            assert greedy.bound >= best - 1e-9
        assert find_reaching(neighbours, k).value >= (1 - 1 / 2.718) * exact[find_reaching]


def measure_parts(drawn, without):
    rest = drawn.subgraph(set(drawn) - set(without))
    size = len(rest)
    joined = sum(len(part) * (len(part) - 1) for part in nx.connected_components(rest))
    return 1 - joined / (size * (size - 1)) if size > 1 else 1.0


def measure_reach(drawn, chosen):
    return len(set(chosen).union(*(drawn[each] for each in chosen)))


def test_fragmentation_is_the_share_of_pairs_apart():
    assert measure_fragmentation([{1}, {0}, {3}, {2}]) == pytest.approx(4 / 6)


def test_what_is_asked_must_be_known():
    net = network(*BRIDGE)
    with pytest.raises(graph.QuestionError, match="kind or camp, not 'party'"):
        net.brokers(between="party")
    for k in (0, 11, True, 1.5):
        with pytest.raises(graph.QuestionError, match="from 1 to 10"):
            net.brokers(k=k)


def test_the_answer_is_told_in_every_format(tmp_path):
    cells = ([line.split()[i] for i in (0, 2, 1)] for line in BRIDGE)
    rows = "\n".join(["source,target,type", *map(",".join, cells), ""])
    data = folder(tmp_path, actors="id,name\na,=Ann\nc,Cy\n", relations=rows)
    text = run("brokers", "--players", "2", "--top", "1", data=data).stdout
    assert "- Cy: betweenness 0.600, constraint 0.611, effective size 2.333, cut off 2" in text
    assert "Without Cy, 2 actors lose touch." in text
    assert "1 of 6 actors are listed: --top lists more." in text
    markdown = run("brokers", "--format", "markdown", data=data).stdout
    assert "| Cy | 0.600 |" in markdown
    fields = json.loads(run("brokers", "--format", "json", "--players", "2", data=data).stdout)
    assert fields["parting"] == ["c", "d"]
    assert (fields["reaching"]["value"], fields["reaching"]["exact"]) == (6, True)
    table = list(csv.DictReader(io.StringIO(run("brokers", "--format", "csv", data=data).stdout)))
    assert (table[0]["name"], table[0]["parted_count"]) == ("Cy", "2")
    html = render_html(graph.load(data).brokers())
    assert "<td><bdi>Cy</bdi></td>" in html or "<td>Cy</td>" in html
    nobody = report.to_text(report.ShownBrokers(network(actors="a b").brokers()), width=None)
    assert nobody == "Nobody stands between others: no two actors have relations."


def test_greedy_players_are_told_with_their_bound(monkeypatch):
    monkeypatch.setattr(key_players, "MOST_SETS", 0)
    answer = network(*BRIDGE, "f ally g", "g ally h").brokers(k=2)
    assert any("chosen one after the other; no set of as many exceeds" in each
               for each in answer.player_sentences)  # fmt: skip
