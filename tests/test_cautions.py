"""What scores cannot say: most are 0, a bound is too wide, or ranks hang on one voice."""

import networkx as nx
import pytest
from tiny_network import network, of_rows

import graph
from explorer.page.document import build_document
from explorer.page.presentation import Presentation

SOURCES = [{"id": "paper", "title": "The Paper"}, {"id": "letter", "via": "paper"}]


def read(*rows):
    """Return a network of rows such as "a ally b paper"."""
    parts = [row.split() for row in rows]
    names = sorted({name for here, _, there, _ in parts for name in (here, there)})
    relations = [
        {"source": here, "type": kind, "target": there, "reference": reference}
        for here, kind, there, reference in parts
    ]
    return of_rows(
        [{"id": n, "name": n.upper(), "kind": "person"} for n in names], relations, sources=SOURCES
    )


# Scores


@pytest.mark.parametrize(
    ("actors", "caution"),
    [
        ("A B C D", ()),
        ("A B C D E", ("degree: 3 of 5 scores are 0, so it ranks only the other 2.",)),
    ],
)
def test_most_scores_are_0(actors, caution):
    assert network("A ally B", actors=actors).centrality("degree").cautions == caution


def test_all_scores_are_0():
    answer = network("A ally B").centrality("betweenness")
    assert answer.cautions == ("betweenness: all scores are 0, so it ranks nobody.",)


@pytest.mark.parametrize(
    ("actors", "caution"),
    [
        ("A B C D", ()),
        (
            "A B C D E",
            ("pn: 3 of 5 scores are 1, as of an actor without positive and negative relations.",),
        ),
    ],
)
def test_most_have_neither_friends_nor_foes(actors, caution):
    assert network("A ally B", actors=actors).centrality("pn").cautions == caution


def test_most_relations_have_no_weight():
    net = network("A funds B weight=5", "A funds C", "C funds B")
    answer = net.centrality("weighted_out_degree", "degree", "weighted_degree")
    assert answer.cautions == (
        "weighted_out_degree, weighted_degree: 2 of 3 relations have no weight and count as 1.",
    )
    assert net.only_actor("A", "B").centrality("weighted_degree").cautions == ()


def test_only_one_actor_has_a_score():
    answer = network("A ally B", "B ally C").centrality("betweenness")
    assert answer.cautions == ("betweenness: 2 of 3 scores are 0, so it ranks only the other one.",)


def test_a_bound_above_the_highest_score():
    """Of 60 actors only two do not know each other: samples of pairs hardly meet that one."""
    friends = nx.complete_graph(60)
    friends.remove_edge(0, 1)
    answer = graph.Network.from_graph(friends).centrality("betweenness", exact=False)
    assert answer.cautions[0] == (
        "betweenness: a score may be off by more than the highest, so that ranks say little."
    )


# One voice


def test_all_relations_rest_on_one_voice():
    net = read("a ally b paper", "b ally c letter")
    assert net.centrality("degree").cautions == (
        'All 2 relations rest on one voice alone, "The Paper": ranks follow what it tells.',
    )


def test_without_one_voice_another_would_be_first():
    """The paper alone makes A first with 3; without it, E has 2, and A none."""
    told = ("a ally b paper", "a ally c letter", "a ally d paper")
    net = read(*told, "e ally f https://x.org", "e ally g https://y.org")
    (caution,) = net.centrality("degree").cautions
    assert caution == (
        'Without the 3 of 5 relations that rest on one voice alone, "The Paper", '
        "E would be first, not A."
    )
    measures = {each["id"]: each for each in build_document(net, Presentation())["measures"]}
    assert measures["betweenness"]["notes"][-1].endswith("E would be first, not A.")


def test_nothing_is_said_where_the_first_stays_first():
    told = ("a ally b paper", "c ally d letter")
    net = read(*told, "e ally f https://x.org", "e ally g https://y.org")
    assert net.centrality("degree").cautions == ()


def test_nothing_is_said_of_what_several_voices_tell():
    net = read("a ally b paper|https://x.org", "b ally c paper|https://x.org")
    assert net.centrality("degree").cautions == ()


def test_a_large_network_is_not_measured_twice(monkeypatch):
    monkeypatch.setattr("graph.analysis.carrying_voice.MOST_ACTORS", 3)
    told = ("a ally b paper", "c ally d letter")
    assert read(*told, "e ally f https://x.org").centrality("degree").cautions == (
        '2 of 3 relations rest on one voice alone, "The Paper": ranks may follow what it tells.',
    )
    even = read(*told, "e ally f https://x.org", "e ally g https://y.org")
    assert even.centrality("degree").cautions == ()
