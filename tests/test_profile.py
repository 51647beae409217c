"""What is told of one actor."""

import networkx as nx
import pandas as pd
import pytest
from labels import say, say_each
from tiny_network import network

import graph
from explorer.report.answer_html import render_html
from explorer.report.profile import to_text


@pytest.fixture
def net():
    """B has 5 relations with 3 others: two out, two in (one disputed), one mutual."""
    return network(
        "B hosts C",
        "A funds B start=2020",
        "D leads B stance=disputes",
        "C ally B",
        "B funds A",
        "A funds D",
    )


def test_every_relation_is_told_from_the_actors_side_by_type_then_row(net):
    answer = net.show("B")
    assert [tie.sentence for tie in answer.relations] == say_each(
        [
            "B [ally] C",
            "B [~funds] A (from 2020)",
            "B [funds] A",
            "B [~leads] D, disputed",
            "B [hosts] C",
        ]
    )
    assert [tie.neighbour.id for tie in answer.relations] == ["C", "A", "A", "D", "C"]
    assert [tie.standing for tie in answer.relations] == [*["stands"] * 3, "disputed", "stands"]


def test_the_sentence_counts_relations_and_others(net):
    assert str(net.show("B")) == "B (person): 5 relations with 3 others."
    assert str(net.only("leads").show("D")) == (
        "D (person): 1 of 2 relations under the filters, with 1 other."
    )
    assert str(network(actors="D").show("D")) == "D (person): 0 relations with 0 others."


def test_ranks_count_from_one_and_equals_share_the_better(net):
    assert net.show("A").ranks["degree"] == 1
    assert net.show("B").ranks["degree"] == 1
    assert net.show("C").ranks["degree"] == 3
    assert list(net.show("B").ranks) == ["degree", "betweenness", "pagerank"]


def test_large_networks_are_ranked_by_degree_alone():
    net = graph.Network.from_graph(nx.path_graph(2001))
    assert net.show("7").ranks == {"degree": 1}


def test_a_score_of_0_has_no_rank():
    net = graph.Network.from_graph(nx.empty_graph(3))
    assert net.show("0").ranks.keys() == {"pagerank"}
    assert "degree" not in to_text(net.show("0"), actors=3, width=None)


def test_filters_count(net):
    assert [tie.sentence for tie in net.at("2019").only("funds").show("B").relations] == [
        say("B [funds] A, undated")
    ]


def test_a_tie_to_oneself_is_told():
    (tie,) = network("A funds A").show("A").relations
    assert (tie.neighbour.id, tie.sentence) == ("A", say("A [funds] A"))


def test_the_frame_and_the_data_say_the_same(net):
    answer = net.show("B")
    rows = answer.to_dict()["relations"]
    assert answer.frame.to_dict("records") == rows
    assert rows[0] == {
        "relation": net.relation_rows[3].id,
        "type": "ally",
        "neighbour": "C",
        "standing": "stands",
        "sentence": say("B [ally] C"),
    }
    assert answer.to_dict()["actor"]["id"] == "B"
    assert answer.to_dict()["ranks"] == answer.ranks


def test_somebody_unknown(net):
    with pytest.raises(graph.ActorNotFound):
        net.show("Narnia")


def test_the_belarus_case():
    net = graph.load_example()
    answer = net.show("Лукашенко")
    assert answer.sentence == "Alexander Lukashenko (person): 19 relations with 15 others."
    ties = nx.Graph(net.graph)
    more = [other for other in ties if ties.degree(other) > ties.degree("lukashenko")]
    assert answer.ranks["degree"] == 1 + len(more)
    assert all(tie.sentence.startswith("Alexander Lukashenko ") for tie in answer.relations)


def test_a_notebook_shows_names_as_text():
    hostile = render_html(network("<script> funds B").show("B"))
    assert "<script>" not in hostile


def test_the_sentence_says_what_the_filters_leave_out(net):
    assert net.show("B").sentence == "B (person): 5 relations with 3 others."
    part = net.only("funds").show("B")
    assert part.sentence == "B (person): 2 of 5 relations under the filters, with 1 other."
    assert (part.is_filtered, part.to_dict()["all_relation_count"]) == (True, 5)
    whole = net.avoid("met").show("B")
    assert (whole.is_filtered, whole.sentence) == (False, net.show("B").sentence)


def test_a_loop_is_no_other_actor():
    relations = pd.DataFrame({"source": ["a", "a"], "type": ["ally"] * 2, "target": ["a", "b"]})
    net = graph.Network.from_frames(relations=relations)
    assert net.show("a").sentence == "a (actor): 2 relations with 1 other and itself."
