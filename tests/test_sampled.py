"""Betweenness from a sample: valid, seeded, the same with any number of workers, never silent."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_network import network

import graph
from explorer.report.answer_html import render_html
from graph.analysis.large.edge_arrays import EdgeArrays
from graph.analysis.large.pair_search import PairSearch
from graph.analysis.large.sample import bound_errors
from graph.analysis.large.strategy import MeasureOptions, compute_scores
from graph.select.projection import Projection


def edges_of(net, **projection):
    how = Projection(**projection)
    return EdgeArrays.from_edges(net.actor_numbers, how.edges(net), **projection)


def by_actor(answer, measure="betweenness"):
    ids = (actor.id for actor in answer.actors)
    return dict(zip(ids, answer.scores[measure], strict=True))


@pytest.fixture(scope="module")
def scattered():
    """A network of several components, with many equally short paths."""
    return graph.Network.from_graph(nx.gnm_random_graph(40, 60, seed=4))


@settings(deadline=None, max_examples=30)
@given(
    st.integers(2, 9),
    st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20),
    st.booleans(),
)
def test_all_pairs_together_are_betweenness_as_networkx_has_it(number, pairs, directed):
    """The sample's expectation is the exact score: sum over every pair instead of some."""
    plain = nx.DiGraph() if directed else nx.Graph()
    plain.add_nodes_from(range(number))
    plain.add_edges_from((a % number, b % number) for a, b in pairs if a % number != b % number)
    ends = np.array(sorted(plain.edges), dtype=np.int64).reshape(-1, 2)
    edges = EdgeArrays(number, ends[:, 0], ends[:, 1], None, directed)
    sources, targets = np.divmod(np.arange(number**2), number)
    others = sources != targets
    between = PairSearch(edges).share_paths(sources[others], targets[others])
    counts = np.bincount(between.indices, between.data, number)
    exact = nx.betweenness_centrality(plain, normalized=False)
    twice = 1 if directed else 2
    assert counts == pytest.approx([twice * exact[row] for row in range(number)], abs=1e-9)


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(1, 6))
def test_no_score_is_further_off_than_the_bound(scattered, directed, seed):
    exact = by_actor(scattered.centrality("betweenness", directed=directed, exact=True))
    answer = scattered.centrality("betweenness", directed=directed, exact=False, seed=seed)
    found, bound = by_actor(answer), answer.sampled["betweenness"].error
    assert 0 < bound < 0.05
    assert max(abs(found[actor] - exact[actor]) for actor in exact) <= bound


@pytest.mark.slow
def test_the_same_seed_gives_the_same_scores_and_another_one_others(scattered):
    one, again, other = (
        scattered.centrality("betweenness", exact=False, seed=seed) for seed in (7, 7, 8)
    )
    assert one.to_dict() == again.to_dict()
    assert by_actor(one) != by_actor(other)


@pytest.mark.slow
def test_any_number_of_workers_gives_the_same_bits(scattered):
    edges = edges_of(scattered)
    scores, how = compute_scores("betweenness", edges, MeasureOptions(exact=False, workers=1))
    for workers in (2, 3):
        others, same = compute_scores(
            "betweenness", edges, MeasureOptions(exact=False, workers=workers)
        )
        assert (others.tobytes(), same) == (scores.tobytes(), how)


def test_components_beside_the_largest_are_exact():
    net = network("A ally B", "B ally C", "C ally D", "X ally Y", "Y ally Z")
    found = by_actor(net.centrality("betweenness", exact=False))
    assert found["Y"] == pytest.approx(1 / 15)  # of the fifteen pairs of others
    assert found["B"] == pytest.approx(2 / 15, abs=0.01)


def test_what_is_weighted_is_exact():
    net = network("A ally B weight=2", "B ally C weight=2", "A ally C weight=0.1")
    answer = net.centrality("betweenness", weighted=True, exact=False)
    assert (by_actor(answer)["B"], answer.sampled) == (1, {})


@pytest.mark.parametrize("actors", ["", "A", "A B"])
def test_networks_with_nothing_to_sample(actors):
    answer = network(actors=actors).centrality("betweenness", exact=False)
    assert set(answer.scores["betweenness"]) <= {0}


def test_small_networks_are_exact_unless_asked_otherwise(scattered):
    assert scattered.centrality("betweenness").sampled == {}
    assert scattered.centrality("betweenness", exact=False).sampled.keys() == {"betweenness"}


def test_long_searches_are_sampled_unless_exact_is_asked_for(scattered, monkeypatch):
    monkeypatch.setattr("graph.analysis.large.strategy.MOST_BETWEENNESS", 100)
    assert scattered.centrality("betweenness", "closeness").sampled.keys() == {"betweenness"}
    assert scattered.centrality("betweenness", exact=True).sampled == {}


def test_the_bound_is_that_of_maurer_and_pontil():
    """Half of 1,000 samples are 1: the variance is 0.25, to be precise 250 / 999."""
    doubt = np.log(4 * 2 / 0.1)
    expected = np.sqrt(2 * 250 / 999 * doubt / 1000) + 7 * doubt / (3 * 999)
    half = np.array([500.0, 0.0])
    assert bound_errors(half, half, 1000)[0] == pytest.approx(expected)


@pytest.mark.slow
def test_every_form_says_so(scattered):
    answer = scattered.centrality("degree", "betweenness", exact=False)
    how = answer.sampled["betweenness"]
    told = f"betweenness: sampled, within ±{how.error:.2g} with 90 % confidence."
    assert str(answer).endswith(told)
    assert answer.frame.attrs["sampled"] == {"betweenness": how.to_dict()}
    assert answer.to_dict()["sampled"] == {"betweenness": how.to_dict()}
    assert told in render_html(answer)
    assert answer.top(3).sampled == answer.sampled
    ranked = scattered.centrality("betweenness", exact=False)
    assert str(ranked).endswith(f"{told} Ranks rest on sampled scores.")
