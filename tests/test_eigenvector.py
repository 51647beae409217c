"""Eigenvector centrality of networks in parts and along arrows, worked out by hand."""

import json
import math

import networkx as nx
import numpy as np
import pytest
from terminal import folder, run
from tiny_network import network

import graph
from explorer.page.document import build_document
from explorer.page.presentation import Presentation
from graph.analysis.eigenvector import compute_eigenvector

ROOT_2, ROOT_3 = math.sqrt(2), math.sqrt(3)
WHY = (
    "eigenvector: not defined, as no actor is led back to along the edges. "
    "Rank by pagerank or in_degree, or without direction."
)


def scores(net, **options):
    answer = net.centrality("eigenvector", **options)
    by_actor = dict(zip((a.id for a in answer.actors), answer.scores["eigenvector"], strict=True))
    return [by_actor[actor.id] for actor in net.actor_rows]


def about(*numbers):
    return pytest.approx(numbers, abs=1e-12)


def test_it_follows_the_part_with_the_leading_value():
    """A chain of four has the value 1.618, the smaller triangle 2."""
    net = network("A ally B", "B ally C", "C ally D", "E ally F", "F ally G", "G ally E")
    assert scores(net) == about(0, 0, 0, 0, *[1 / ROOT_3] * 3)


@pytest.mark.parametrize("lines", [["A ally B", "C ally D"], ["C ally D", "A ally B"]])
def test_parts_that_are_alike_score_alike_in_any_order(lines):
    assert scores(network(*lines)) == about(*[1 / 2] * 4)


def test_parts_that_share_the_value_only_are_as_sums_that_begin_equal():
    """A star of five and a ring of four have the value 2: the sum 1 of each vector is its share."""
    star = ["M ally A", "M ally B", "M ally C", "M ally D"]
    ring = ["E ally F", "F ally G", "G ally H", "H ally E"]
    net = network(*star, *ring)
    middle, around = 1 / ROOT_2, 1 / (2 * ROOT_2)
    shares = middle + 4 * around, 2
    x = np.array([shares[0] * middle, *[shares[0] * around] * 4, *[shares[1] / 2] * 4])
    assert scores(net) == about(*(x / np.linalg.norm(x)))
    both = nx.disjoint_union(nx.star_graph(4), nx.cycle_graph(4))
    theirs = nx.eigenvector_centrality(both, max_iter=10_000, tol=1e-13)
    assert scores(net) == pytest.approx(list(theirs.values()), abs=1e-9)


def test_many_parts_of_several_sizes_at_once():
    parts = [nx.path_graph(2 + number % 4) for number in range(400)] + [nx.complete_graph(4)] * 3
    net = graph.Network.from_graph(nx.disjoint_union_all(parts))
    found = scores(net)
    assert found[-12:] == about(*[1 / math.sqrt(12)] * 12)
    assert sum(found[:-12]) == 0


def test_large_parts_are_as_small_ones(monkeypatch):
    net = graph.Network.from_graph(nx.disjoint_union(nx.karate_club_graph(), nx.path_graph(40)))
    few = scores(net)
    monkeypatch.setattr("graph.analysis.eigenvector.SMALL", 5)
    assert scores(net) == pytest.approx(few, abs=1e-9)


# Along arrows


def test_arrows_carry_the_score_on():
    """The ring has the value 1, and D what C has."""
    net = network("A funds B", "B funds C", "C funds A", "C funds D", "E funds A")
    assert scores(net, directed=True) == about(*[1 / 2] * 4, 0)


def test_weights_carry_more():
    net = network("A ally B weight=2", "B funds C weight=4")
    x = np.array([1, 1, 2]) / math.sqrt(6)
    assert scores(net, directed=True, weighted=True) == about(*x)


def test_a_part_that_leads_to_its_equal_has_none():
    net = network("A ally B", "B funds C", "C ally D", "D funds E")
    assert scores(net, directed=True) == about(0, 0, *[1 / ROOT_3] * 3)
    longer = network("A ally B", "B funds X", "X funds C", "C ally D")
    assert scores(longer, directed=True) == about(0, 0, 0, *[1 / ROOT_2] * 2)


def test_weights_that_are_worlds_apart_overflow_nowhere():
    lines = ["A ally B weight=1e-100", "B funds C weight=1e100", "C funds D weight=1e100"]
    found = scores(network(*lines), directed=True, weighted=True)
    assert found == about(0, 0, 0, 1)


def test_a_long_chain_behind_a_ring_has_the_score_of_the_ring():
    """Passing scores on along 5,000 arrows takes no 5,000 rounds."""
    size = 5_000
    ring = [(0, 1), (1, 2), (2, 0)]
    chain = nx.DiGraph(ring + [(number, number + 1) for number in range(2, size - 1)])
    matrix = nx.to_scipy_sparse_array(chain, nodelist=range(size), dtype=float)
    assert compute_eigenvector(matrix, directed=True) == about(*[size**-0.5] * size)


def test_rings_behind_the_leading_part():
    """Two rings of three, joined to one: value 2 before, 1 behind; x = (1 + x) / 2 in a ring."""
    net = network(
        *("A ally B", "B ally C", "C ally A", "C funds D", "D funds E", "E funds F", "F funds D"),
    )
    d, e, f = 4 / 7, 2 / 7, 1 / 7  # D = (C + F) / 2, E = D / 2, F = E / 2
    x = np.array([1, 1, 1, d, e, f])
    assert scores(net, directed=True) == about(*(x / np.linalg.norm(x)))


def make_ring(size, short):
    """A ring of arrows, in which a chord makes a second one of fewer actors."""
    ring = nx.DiGraph([(number, (number + 1) % size) for number in range(size)])
    ring.add_edge(short - 1, 0)
    return nx.to_scipy_sparse_array(ring, nodelist=range(size), dtype=float)


def test_a_long_ring_with_a_chord_is_solved():
    """Each actor has what the one before has, over the value v: v ** -20000 + v ** -7000 = 1."""
    found = compute_eigenvector(make_ring(20_000, 7_000), directed=True)
    value = found[0] / found[1]
    assert value**-20_000 + value**-7_000 == pytest.approx(1, abs=1e-5)
    assert found == pytest.approx(found[0] * value ** -np.arange(20_000.0), abs=1e-8)


@pytest.mark.nightly
@pytest.mark.long
def test_long_rings_are_solved_as_short_ones(monkeypatch):
    found = compute_eigenvector(make_ring(400, 150), directed=True)
    monkeypatch.setattr("graph.analysis.long_paths.MOST_BRANCHING", -1)
    assert compute_eigenvector(make_ring(400, 150), directed=True) == pytest.approx(found, abs=1e-9)


def test_a_search_that_does_not_end_leaves_the_other_measures(monkeypatch):
    monkeypatch.setattr("graph.analysis.eigenvector.SMALL", 5)
    monkeypatch.setattr("graph.analysis.eigenvector.MOST_WORK", 0)
    monkeypatch.setattr("graph.analysis.eigenvector.FEWEST_RESTARTS", 1)
    net = graph.Network.from_graph(nx.path_graph(3_000))
    answer = net.centrality("eigenvector", "degree")
    assert answer.measures == ("degree",)
    assert answer.undefined["eigenvector"] == (
        "eigenvector: does not settle, as paths among 3,000 actors are very long. "
        "Rank by degree or pagerank."
    )


@pytest.mark.parametrize("lines", [["A funds B", "B funds C"], []])
def test_it_is_not_defined_where_nobody_is_led_back_to(lines):
    with pytest.raises(graph.QuestionError) as caught:
        network(*lines, actors="A B C").centrality("eigenvector", directed=True)
    assert str(caught.value) == f"centrality: {WHY}"


def test_other_measures_are_answered_and_say_that_it_is_not_defined(tmp_path):
    answer = network("A funds B").centrality("eigenvector", "degree", directed=True)
    assert answer.measures == ("degree",)
    assert (answer.undefined, answer.notes[0]) == ({"eigenvector": WHY}, WHY)
    assert answer.to_dict()["undefined"] == {"eigenvector": WHY}
    data = folder(
        tmp_path, "id,name,kind\na,a,person\nb,b,person\n", "source,target,type\na,b,funds\n"
    )
    words = ("centrality", "--directed", "--by", "eigenvector,degree,pagerank")
    assert WHY in run(*words, data=data).stdout
    assert json.loads(run(*words, "--format", "json", data=data).stdout)["notes"][0] == WHY
    alone = run("centrality", "--directed", "--by", "eigenvector", data=data)
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert WHY in alone.stderr


def test_a_page_without_support_has_no_scores_and_says_why():
    net = network("A opposes B")
    measures = {each["id"]: each for each in build_document(net, Presentation())["measures"]}
    assert measures["eigenvector"]["scores"] == {"all": None}
    assert measures["eigenvector"]["notes"][0].startswith("not defined, as no actor is led back")
