"""Few actors with very many relations: neither small by its edges nor large by its searches."""

import networkx as nx
import pytest

from graph import Network
from graph.select.projection import MANY

ACTORS = 130
WEIGHTS = (1, 2, 4)  # their reciprocals add up exactly, so that both libraries find the same ties


@pytest.fixture(scope="module")
def dense():
    drawn = nx.gnm_random_graph(ACTORS, MANY + 100, seed=3)
    for place, (_, _, edge) in enumerate(drawn.edges(data=True)):
        edge["weight"] = WEIGHTS[place % len(WEIGHTS)]
        edge["distance"] = 1 / edge["weight"]
    return drawn


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("weighted", [False, True])
def test_all_measures_have_an_answer(dense, directed, weighted):
    thirds = dense.copy()
    nx.set_edge_attributes(thirds, 3, "weight")  # a third is no sum of powers of two
    answer = Network.from_graph(thirds).centrality(directed=directed, weighted=weighted)
    assert len(answer.actors) == ACTORS
    assert not answer.sampled


@pytest.mark.slow
@pytest.mark.parametrize("weighted", [False, True])
def test_it_is_the_answer_of_networkx(dense, weighted):
    answer = Network.from_graph(dense).centrality("betweenness", "closeness", weighted=weighted)
    distance = "distance" if weighted else None
    theirs = nx.betweenness_centrality(dense, weight=distance)
    near = nx.closeness_centrality(dense, distance=distance)
    for actor, *scores in zip(answer.actors, *answer.scores.values(), strict=True):
        assert scores == pytest.approx([theirs[int(actor.id)], near[int(actor.id)]], abs=1e-9)
