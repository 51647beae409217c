"""Exact scores in shares: equal to networkx's, and to the last bit with any number of workers."""

import time
from contextlib import ExitStack

import networkx as nx
import numpy as np
import pytest
from test_sampled import edges_of
from test_two_libraries import random_network

import graph
from graph.analysis.large import strategy, workers
from graph.analysis.large.closeness import WeightedHarmonic
from graph.analysis.large.strategy import PATH_MEASURES, MeasureOptions, compute_scores
from graph.analysis.large.worker_process import ESTIMATORS
from graph.analysis.large.workers import compute_with_workers
from graph.analysis.measures import MEASURES
from graph.select.projection import Projection


@pytest.fixture(autouse=True)
def _small_shares(monkeypatch):
    monkeypatch.setattr(strategy, "SMALL", 0)
    monkeypatch.setattr("graph.analysis.large.work_shares.SHARE_STEPS", 500)
    monkeypatch.setattr("graph.analysis.large.closeness.SEARCH_STEPS", 500)


@pytest.mark.long
@pytest.mark.parametrize("weighted", [False, True], ids=["plain", "weighted"])
@pytest.mark.parametrize("directed", [False, True], ids=["either", "directed"])
@pytest.mark.parametrize("measure", sorted(PATH_MEASURES))
def test_shares_are_what_networkx_has(measure, directed, weighted):
    net = random_network(25, 120, 0)
    projection = Projection(directed=directed, weighted=weighted)
    theirs = MEASURES[measure](net, projection)
    edges = edges_of(net, directed=directed, weighted=weighted)
    ours, how = compute_scores(measure, edges, MeasureOptions(exact=True))
    assert how is None
    assert ours == pytest.approx([theirs[row] for row in net.actor_numbers], abs=1e-9)
    several, _ = compute_scores(measure, edges, MeasureOptions(exact=True, workers=3))
    assert several.tobytes() == ours.tobytes()


def test_filtered_networks_keep_their_actors_apart():
    net = graph.Network.from_graph(nx.path_graph(6)).avoid_actor("0")
    answer = net.centrality("betweenness", "closeness")
    assert answer.actors[0].id == "3"
    assert answer.scores["betweenness"][0] == pytest.approx(4 / 6)
    assert answer.scores["closeness"][0] == pytest.approx(4 / 6)


def test_progress_tells_the_shares_of_each_measure():
    told = []
    net = random_network(30, 60, 3)
    options = MeasureOptions(report=lambda *step: told.append(step))
    compute_scores("closeness", edges_of(net), options)
    total = told[0][2]
    assert total > 1
    assert told == [("closeness", done, total) for done in range(total + 1)]


def test_a_worker_that_dies_costs_nothing(monkeypatch):
    monkeypatch.setattr(workers, "SCRIPT", "raise SystemExit")
    edges = edges_of(random_network(30, 60, 3))
    alone, _ = compute_scores("harmonic", edges, MeasureOptions(workers=1))
    assert (
        compute_scores("harmonic", edges, MeasureOptions(workers=2))[0].tobytes() == alone.tobytes()
    )


def test_workers_end_at_once_when_nobody_waits(monkeypatch):
    monkeypatch.setattr(workers, "SCRIPT", "import time; time.sleep(600)")
    edges = edges_of(random_network(30, 60, 3))
    began = time.monotonic()
    with ExitStack() as stack:
        stack.enter_context(pytest.raises(KeyboardInterrupt))
        stack.enter_context(
            compute_with_workers(WeightedHarmonic, edges, [(0, 9), (9, 20), (20, 30)], 2)
        )
        raise KeyboardInterrupt
    assert time.monotonic() - began < 60


def test_a_worker_has_an_estimator_for_every_name():
    edges = edges_of(random_network(5, 6, 0))
    for name, estimator in ESTIMATORS.items():
        assert estimator.__name__ == name
        assert estimator(edges).compute((2, 3)).ndim == 1


def test_arrays_arrive_as_they_were_sent(tmp_path):
    from graph.analysis.large.array_stream import read_array, write_arrays

    path = tmp_path / "pipe"
    with path.open("wb") as stream:
        write_arrays(stream, np.array([], dtype=np.int64), np.array([1.5, float("inf")]))
    with path.open("rb") as stream:
        assert read_array(stream).tolist() == []
        assert read_array(stream).tolist() == [1.5, float("inf")]
        with pytest.raises(EOFError):
            read_array(stream)
