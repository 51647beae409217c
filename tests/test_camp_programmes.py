"""Camps of k are exact: against every division of small graphs."""

import itertools
from time import monotonic

import numpy as np
import pytest
from hypothesis import given, settings
from test_frustration import (
    BOUND_WITHOUT_A_PATH,
    FREE_THOUGH_ALIKE,
    parse_edges,
    signed_edges,
)

from graph.analysis.balance.signed_graph import make_signed_graph
from graph.analysis.camps import clustering
from graph.analysis.camps.clustering import find_clusters
from graph.analysis.camps.label_search import find_labels, measure_label_cost
from graph.analysis.camps.open_cycles import find_open_cycles


def ignore(*_):
    """Take no report."""


def list_optima(size, edges, k):
    """Return the least cost of all divisions in at most k camps, and every one that has it."""
    labels = list_divisions(size, k)
    costs = np.zeros(len(labels), np.int64)
    for one, other, weight in edges:
        parted = labels[:, one] != labels[:, other]
        costs += abs(weight) * (parted == (weight > 0))
    return int(costs.min()), labels[costs == costs.min()]


def list_divisions(size, k):
    """Return all divisions, camps numbered in the order in which they occur, sorted."""
    labels = np.zeros((1, 1), np.int8)
    for _ in range(size - 1):
        next_ones = [labels[labels.max(axis=1) >= camp - 1] for camp in range(k)]
        grown = [np.insert(each, each.shape[1], camp, axis=1)
                 for camp, each in enumerate(next_ones)]  # fmt: skip
        labels = np.vstack(grown)
    return labels[np.lexsort(labels.T[::-1])]


def check_best(k, size, edges):
    """Compare camps with all divisions: the cost, the canonical optimum, and who is free."""
    found = find_clusters(make_signed_graph(size, edges), k, seconds=60, report=ignore)
    least, optima = list_optima(size, edges, k)
    assert found.lower == found.upper == least
    assert found.camp_of.tolist() == optima[0].tolist()
    assert set(np.flatnonzero(~found.is_free).tolist()) == list_firm(size, edges, optima)


def list_firm(size, edges, optima):
    """Return who is in a class that is never together with one as large, if these are two."""
    degrees = [sum(abs(w) for *ends, w in edges if vertex in ends) for vertex in range(size)]
    together = (optima[:, :, None] == optima[:, None, :]).all(axis=0)
    classes = {tuple(np.flatnonzero(row).tolist()) for row in together}
    key = {each: (len(each), sum(degrees[v] for v in each)) for each in classes}
    firm = [
        each
        for each in classes
        if not any(
            other != each and key[other] >= key[each]
            and (optima[:, each[0]] == optima[:, other[0]]).any()
            for other in classes
        )
    ]  # fmt: skip
    vertices = {vertex for each in firm for vertex in each}
    return vertices if len(vertices) > 1 else set()


@pytest.mark.slow
@pytest.mark.parametrize("k", [3, 4])
@settings(max_examples=12, deadline=None, derandomize=True)
@given(drawn=signed_edges(connected=True))
def test_they_are_the_best_of_all_divisions_and_know_who_is_free(k, drawn):
    check_best(k, *drawn)


@pytest.mark.parametrize("text", [FREE_THOUGH_ALIKE, BOUND_WITHOUT_A_PATH])
def test_camps_of_small_graphs(text):
    check_best(3, 8 if "7" in text else 7, parse_edges(text))


def test_a_poor_guess_is_bettered(monkeypatch):
    monkeypatch.setattr(clustering, "find_labels", lambda graph, _: np.zeros(graph.size, np.int64))
    check_best(3, 8, parse_edges(FREE_THOUGH_ALIKE))
    check_best(3, 3, [(0, 1, -1), (1, 2, -1), (0, 2, -1)])


def test_four_foes_in_three_camps_need_the_programme_in_whole_numbers():
    foes = make_signed_graph(4, [(*pair, -1) for pair in itertools.combinations(range(4), 2)])
    bounds = []
    found = find_clusters(foes, 3, seconds=60, report=lambda *each: bounds.append(each))
    assert (found.lower, found.upper, found.camp_of.tolist()) == (1, 1, [0, 0, 1, 2])
    assert bounds[0][0] == "Proving the camps"
    assert found.is_free.all()  # any two of them may share a camp


def test_without_time_or_with_too_many_variables_there_are_two_bounds(monkeypatch):
    foes = make_signed_graph(9, [(*pair, -1) for pair in itertools.combinations(range(9), 2)])
    found = find_clusters(foes, 3, seconds=0, report=ignore)
    assert (found.lower, found.upper, found.is_free) == (0, 9, None)
    assert np.bincount(found.camp_of).tolist() == [3, 3, 3]
    monkeypatch.setattr(clustering, "MOST_VARIABLES", 10)
    found = find_clusters(foes, 3, seconds=60, report=ignore)
    assert (found.lower, found.upper, found.is_free) == (0, 9, None)
    friends = make_signed_graph(3, [(0, 1, -1), (1, 2, -1), (0, 2, -1)])
    monkeypatch.setattr(clustering, "MOST_VARIABLES", 2)
    assert find_clusters(friends, 3, seconds=60, report=ignore).is_free is None


def test_optima_are_not_compared_when_time_is_up():
    square = make_signed_graph(4, [(0, 1, -1), (1, 2, -1), (2, 3, -1), (0, 3, -1), (0, 2, -1)])
    proof = clustering.Clustering(square, 3, monotonic() + 60, ignore)
    proof.prove()
    assert proof.compare(monotonic() - 1).is_free is None


def test_cycles_of_one_foe_are_the_shortest():
    signed = make_signed_graph(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 2, 1), (0, 3, -1)])
    assert find_open_cycles(signed, np.zeros(5)) == {(2, 3, 4)}
    assert find_open_cycles(signed, np.array([0, 0, 0, 1, 0])) == {(0, 1, 2, 4)}
    assert find_open_cycles(signed, np.zeros(5), 0) == set()


def test_the_search_never_leaves_what_a_single_move_betters():
    edges = [(0, 1, 1), (2, 3, 1), (0, 2, -1), (1, 3, -1), (1, 4, -1), (3, 4, -1)]
    signed = make_signed_graph(5, edges)
    assert measure_label_cost(signed, find_labels(signed, 3)) == 0
