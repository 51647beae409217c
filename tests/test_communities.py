"""Communities of networks whose best division is known, and of what does not count as a tie."""

from collections import Counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_network import network

import graph
from explorer.report.answer_html import render_html
from graph.analysis.community_agreement import find_moves

# Two triangles and one relation between them: 6 inside, 1 between. Half the weight's ends, 7 of
# 14, lie in each, so that modularity is 2 (3/7 - 1/4) = 5/14.
TRIANGLES = [
    "A ally B", "B ally C", "C funds A",
    "D leads E", "E leads F", "F ally D",
    "C hosts D",
]  # fmt: skip


@pytest.fixture
def triangles():
    return network(*TRIANGLES)


def members(answer):
    return [{actor.id for actor in community.actors} for community in answer.communities]


def of_graph(plain):
    return graph.Network.from_graph(plain).communities()


def by_networkx(net, answer, *, weighted=True):
    """Return the modularity of an answer, as networkx has it, on a projection made here."""
    plain, sums = nx.Graph(), Counter()
    for relation in net.relation_rows:
        one, other = relation.source.id, relation.target.id
        counts = relation.type.sign != "-" and relation.stance == "asserts"
        if counts and one != other:
            sums[one, other, relation.type] += relation.weight
    for (one, other, of_type), weight in sums.items():
        back = sums.get((other, one, of_type), 0) if of_type.mutual else 0
        if weight > back or (weight == back and one < other):  # a mutual one counts once
            known = plain.get_edge_data(one, other, {"weight": 0})["weight"]
            plain.add_edge(one, other, weight=known + weight)
    return nx.community.modularity(plain, members(answer), "weight" if weighted else None)


def test_two_triangles(triangles):
    answer = triangles.communities()
    assert members(answer) == [{"A", "B", "C"}, {"D", "E", "F"}]
    assert answer.modularity == pytest.approx(5 / 14, abs=1e-15)
    assert (answer.within_count, answer.between_count) == (6, 1)
    first, second = answer.communities
    assert (first.type_counts, first.outside_count) == ({"ally": 2, "funds": 1}, 1)
    assert [*second.type_counts] == ["leads", "ally"]
    assert (second.within_count, second.number) == (3, 2)


def test_the_foremost_have_the_weightiest_ties_inside():
    net = network("A ally B", "B ally C weight=3", "A funds C", "C leads D weight=9", "D ally E",
                  "D ally F weight=50", "E ally F weight=50")  # fmt: skip
    first, second = net.communities(weighted=True).communities
    assert [actor.id for actor in first.actors] == ["B", "C", "A"]
    assert first.weights == (4, 4, 2)
    assert [actor.id for actor in second.actors] == ["F", "D", "E"]
    assert second.weights == (100, 51, 51)
    assert first.foremost == first.actors
    assert (first.outside_count, second.outside_count) == (1, 1)


def test_of_equal_members_the_first_row_leads(triangles):
    assert [actor.id for actor in triangles.communities().communities[0].actors] == ["A", "B", "C"]
    turned = network(*TRIANGLES, actors="F E D C B A").communities()
    assert [[actor.id for actor in each.actors] for each in turned.communities] == [
        ["F", "E", "D"],
        ["C", "B", "A"],
    ]


def test_the_largest_come_first():
    net = network("Y ally Z", "A ally B", "B ally C", "A ally C")
    assert members(net.communities()) == [{"A", "B", "C"}, {"Y", "Z"}]


@pytest.mark.parametrize("kind", ["opposes", "attacks", "sanctions", "owes"])
def test_enmity_keeps_nobody_together(kind):
    types = [{"type": "owes", "sign": "-", "mutual": "no", "influence": "yes", "label": "owes",
              "inverse": "is owed by"}]  # fmt: skip
    enemies = [f"{one} {kind} {other}" for one in "ABC" for other in "DEF"]
    net = network(*TRIANGLES, *enemies, f"G {kind} A", types=types)
    answer = net.communities()
    assert members(answer) == [{"A", "B", "C"}, {"D", "E", "F"}]
    assert [actor.id for actor in answer.isolates] == ["G"]
    assert answer.negative_counts == {kind: 10}
    assert f"{kind} 10." in " ".join(answer.notes)


def test_what_is_disputed_and_ties_to_oneself_are_none(triangles):
    more = ["G ally A stance=disputes", "G ally G", "H ally D stance=disputes", "A ally A weight=9"]
    answer = network(*TRIANGLES, *more).communities()
    assert members(answer) == members(triangles.communities())
    assert answer.modularity == triangles.communities().modularity
    assert [actor.id for actor in answer.isolates] == ["G", "H"]
    assert (answer.within_count, answer.between_count) == (6, 1)


def test_parallel_relations_are_one_tie_weighted_of_their_summed_weight():
    """A path A-B-C-D of weights 1, 3, 1: the middle pair is bound three times as much."""
    net = network("A ally B", "B ally C", "C funds B", "B funds C", "C ally D")
    answer = net.communities(weighted=True)
    assert answer.modularity == pytest.approx(by_networkx(net, answer))
    single = network("A ally B", "B ally C weight=3", "C ally D").communities(weighted=True)
    assert (members(answer), answer.modularity) == (members(single), single.modularity)
    assert single.communities[0].within_count == len(single.communities[0].actors) - 1
    assert answer.within_count == single.within_count + (
        2 if {"B", "C"} <= members(answer)[0] else 0
    )
    plain = net.communities()
    assert members(plain) == [{"A", "B"}, {"C", "D"}]
    assert plain.between_count == 3


def test_weights_of_another_unit_decide_nothing_unless_asked_for(triangles):
    """Two who exchange money are no community of their own; weighted, nothing else would count."""
    net = network(*TRIANGLES, "C funds D weight=1000000", "A funds B weight=3")
    assert members(net.communities()) == members(triangles.communities())
    assert any({"C", "D"} <= each for each in members(net.communities(weighted=True)))


def test_filters_count(triangles):
    assert members(triangles.avoid_actor("E").communities()) == [{"A", "B", "C"}, {"D", "F"}]
    answer = triangles.only("ally").communities()
    assert members(answer) == [{"A", "B", "C"}, {"D", "F"}]
    assert [actor.id for actor in answer.isolates] == ["E"]
    without_edges = triangles.avoid_actor("E").only("leads").communities()
    assert [actor.id for actor in without_edges.isolates] == [
        "A", "B", "C", "D", "F",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "net",
    [network(), network(actors="A B"), network("A attacks B"), network("A ally A")],
    ids=["nothing", "nobody tied", "enemies", "oneself"],
)
def test_without_ties_there_are_none(net):
    answer = net.communities()
    assert (answer.communities, answer.modularity) == ((), 0)
    assert answer.isolates == net.actor_rows
    assert str(answer) == "There are no communities: no actor has an edge."
    assert len(answer.frame) == len(net.actor_rows)
    assert answer.to_dict()["communities"] == []
    assert "<table" in render_html(answer)


# Known divisions


def test_karate():
    """The best division of the club (Brandes et al., 2008): four communities, 0.4198."""
    answer = of_graph(nx.karate_club_graph())
    assert answer.modularity == pytest.approx(0.4197896, abs=5e-8)
    sizes = [len(each.actors) for each in answer.communities]
    assert sizes == [12, 11, 6, 5]
    assert {"0", "1", "2", "3"} < members(answer)[1]
    assert members(answer)[3] == {"4", "5", "6", "10", "16"}


def test_cliques_in_a_ring_are_communities_each():
    answer = of_graph(nx.ring_of_cliques(20, 5))
    assert members(answer) == [set(map(str, range(k, k + 5))) for k in range(0, 100, 5)]
    plain = nx.ring_of_cliques(20, 5)
    parts = [set(range(k, k + 5)) for k in range(0, 100, 5)]
    assert answer.modularity == pytest.approx(nx.community.modularity(plain, parts))


@pytest.mark.long
def test_a_planted_division_of_many_is_found():
    plain = nx.planted_partition_graph(12, 60, 0.4, 0.005, seed=3)
    answer = of_graph(plain)
    assert sorted(map(sorted, members(answer))) == sorted(
        sorted(map(str, range(k, k + 60))) for k in range(0, 720, 60)
    )
    louvain = nx.community.louvain_communities(plain, seed=1)
    assert answer.modularity >= nx.community.modularity(plain, louvain) - 1e-12


@pytest.mark.parametrize("weighted", [True, False])
def test_modularity_is_networkxs(weighted):
    net = graph.load_example()
    answer = net.communities(weighted=weighted)
    assert answer.modularity == pytest.approx(by_networkx(net, answer, weighted=weighted))
    counts = [relation for relation in net.relation_rows
              if relation.type.sign != "-" and relation.stance == "asserts"]  # fmt: skip
    assert answer.within_count + answer.between_count == len(counts)


ENDS = st.tuples(st.sampled_from("ABCDEFGH"), st.sampled_from("ABCDEFGH"))
KINDS = st.sampled_from(["ally", "funds", "opposes"])
WEIGHTS = st.sampled_from(["0.5", "1", "7"])


@given(st.lists(st.tuples(ENDS, KINDS, WEIGHTS), min_size=1, max_size=25), st.booleans())
@settings(max_examples=60)
def test_every_actor_is_in_one_community_or_alone(rows, weighted):
    net = network(*(f"{one} {kind} {other} weight={w}" for (one, other), kind, w in rows))
    answer = net.communities(weighted=weighted)
    placed = [actor.id for each in answer.communities for actor in each.actors]
    placed += [actor.id for actor in answer.isolates]
    assert sorted(placed) == sorted(actor.id for actor in net.actor_rows)
    assert all(len(each.actors) > 1 for each in answer.communities)
    if answer.communities:
        assert answer.modularity == pytest.approx(by_networkx(net, answer, weighted=weighted))
    sizes = [len(each.actors) for each in answer.communities]
    assert sizes == sorted(sizes, reverse=True)
    for each in answer.communities:
        assert [*each.weights] == sorted(each.weights, reverse=True)
        assert sum(each.type_counts.values()) == each.within_count
    assert answer.to_dict() == net.communities(weighted=weighted).to_dict()


# Tries


@pytest.mark.nightly
@pytest.mark.long
@pytest.mark.parametrize(("edges", "tries"), [(4_000, 10), (30_000, 10)])
def test_a_network_of_more_than_two_thousand_edges_is_tried_several_times(edges, tries):
    """As many times as its edges allow, on every machine; and the best one counts."""
    net = graph.Network.from_graph(nx.gnm_random_graph(1_500, edges, seed=3))
    answer = net.communities()
    assert answer.try_count == tries
    assert answer.agreeing_count < answer.try_count
    assert answer.lowest_modularity < answer.modularity
    assert (
        f"The search ran {tries} times: {answer.agreeing_count} of the runs found these "
        f"communities, the others found some with a modularity of at least "
        f"{answer.lowest_modularity:.3f}."
    ) in answer.notes
    assert 1 < answer.distinct_count <= tries
    assert 0 < answer.stable_share < 1
    assert answer.to_dict() == net.communities().to_dict()


def test_what_moves_between_tries_is_named():
    answer = graph.load_example().communities()
    assert answer.agreeing_count < answer.try_count
    assert 1 < answer.distinct_count <= 1 + answer.try_count - answer.agreeing_count
    assert 1 <= answer.best_count <= answer.distinct_count
    counts = [count for _, count in answer.moving_actors]
    assert counts == sorted(counts, reverse=True)
    assert 1 <= counts[-1] <= counts[0] <= answer.try_count - answer.agreeing_count
    size = sum(len(each.actors) for each in answer.communities)
    assert answer.stable_share == pytest.approx(1 - sum(counts) / (size * answer.try_count))
    first, count = answer.moving_actors[0]
    assert (
        f"In another community in other runs: {first.name} ({count} of {answer.try_count})"
        in str(answer)
    )
    assert answer.to_dict()["moving_actors"][0]["try_count"] == count


def test_who_moves_when_communities_merge_or_part():
    one, merged = np.array([0, 0, 0, 1, 1, 2]), np.array([0, 0, 0, 0, 0, 1])
    assert find_moves(one, one).tolist() == [False] * 6
    assert find_moves(one, merged).tolist() == [False, False, False, True, True, False]
    assert find_moves(merged, one).tolist() == find_moves(one, merged).tolist()


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=12))
def test_moves_are_alike_in_both_directions(pairs):
    one, other = (np.array(column) for column in zip(*pairs, strict=True))
    moved = find_moves(one, other)
    assert moved.tolist() == find_moves(other, one).tolist()
    assert not find_moves(one, one + 7).any()


def test_tries_that_agree_are_not_told():
    answer = of_graph(nx.planted_partition_graph(12, 60, 0.4, 0.005, seed=3))
    assert answer.agreeing_count == answer.try_count > 1
    assert "The search ran" not in str(answer)


def test_a_single_try_is_told(monkeypatch):
    monkeypatch.setattr("graph.analysis.leiden.TRIED_EDGES", 1)
    told = "the search ran only once. Another seed may find other communities."
    assert told in str(network(*TRIANGLES).communities())


# The answer


def test_the_frame_has_a_row_an_actor(triangles):
    frame = network(*TRIANGLES, actors="Z").communities().frame
    assert list(frame.columns) == ["community", "id", "name", "kind", "weight"]
    assert frame["id"].tolist() == ["A", "B", "C", "D", "E", "F", "Z"]
    assert frame["community"].fillna(0).tolist() == [1, 1, 1, 2, 2, 2, 0]
    assert frame["weight"].tolist() == [2] * 6 + [0]
    assert triangles.communities().frame["community"].notna().all()


def test_the_answer_as_data(triangles):
    data = triangles.only("ally").avoid_actor("D").communities().to_dict()
    assert data == {
        "modularity": 0.0,
        "projection": {"directed": False, "weighted": False},
        "seed": 1,
        "try_count": 20,
        "agreeing_count": 20,
        "lowest_modularity": 0.0,
        "distinct_count": 1,
        "best_count": 1,
        "stable_share": 1.0,
        "moving_actors": [],
        "within_count": 2,
        "between_count": 0,
        "negative_counts": {},
        "communities": [
            {
                "number": 1,
                "actor_count": 3,
                "within_count": 2,
                "outside_count": 0,
                "type_counts": {"ally": 2},
                "actors": [
                    {"id": "B", "name": "B", "kind": "person", "weight": 2},
                    {"id": "A", "name": "A", "kind": "person", "weight": 1},
                    {"id": "C", "name": "C", "kind": "person", "weight": 1},
                ],
            }
        ],
        "isolates": [
            {"id": "E", "name": "E", "kind": "person"},
            {"id": "F", "name": "F", "kind": "person"},
        ],
    }


def test_the_answer_in_words(triangles):
    answer = triangles.communities()
    assert repr(answer) == "<Communities: 2 of 6 actors>"
    assert repr(answer.communities[0]) == "<Community 1: 3 actors>"
    assert str(answer) == (
        "2 communities of 6 actors, the largest around A (3), D (3). "
        "Modularity 0.357 (0 is no better than chance, 1 the most). 6 relations lie within "
        "communities, 1 between them. Found by the Leiden method on: "
        "all relations between two actors as one, in both directions, without weights; "
        "disputed relations are left out."
    )
    shown = render_html(answer)
    assert "A, B, C" in shown
    assert "leads 2, ally 1" in shown
    assert "Modularity 0.357" in shown


def test_no_name_is_markup_in_a_notebook():
    net = network("<b> ally C&", "C& ally <i>", "<i> ally <b>")
    shown = render_html(net.communities())
    assert "<b>" not in shown
    assert "&lt;b&gt;, C&amp;, &lt;i&gt;" in shown


@pytest.mark.nightly
@pytest.mark.long
def test_a_large_network_never_becomes_networkxs_dictionaries(monkeypatch):
    net = graph.Network.from_graph(nx.random_regular_graph(6, 2_000, seed=1))

    def refused(*_, **__):
        raise AssertionError("a networkx graph was built")

    monkeypatch.setattr(nx.Graph, "add_edges_from", refused)
    monkeypatch.setattr(nx.Graph, "add_edge", refused)
    answer = net.communities()
    assert answer.within_count + answer.between_count == 6_000
    assert 0.3 < answer.modularity < 0.7
