"""Measures and paths on published networks, against what others have published of them.

The data lie beside the repository (`ACTOR_EXPLORER_DATA` names another place), not in it.
Printed figures are compared to the precision they were printed with; betweenness, closeness and
harmonic centrality also to 1e-9 with exact fractions, by a count of paths written here.
"""

import json
import os
from collections import deque
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

import graph

DATA = Path(os.environ.get("ACTOR_EXPLORER_DATA", Path(__file__).parents[2] / "shared" / "data"))
pytestmark = [
    pytest.mark.published,
    pytest.mark.slow,
    pytest.mark.skipif(
        not DATA.is_dir(), reason=f"no data at {DATA}; name their folder in ACTOR_EXPLORER_DATA"
    ),
]

NETWORKS = [
    ("florentine", "marriage_15_families"),
    ("florentine", "marriage_16_families_with_isolate"),
    ("florentine", "business_only_16"),
    ("florentine", "both_types"),
    ("karate", "simple_graph"),
    ("lesmis", "simple_graph"),
    ("asoiaf_book1", "simple_graph"),
]
FILTERED = {
    "marriage_15_families": lambda net: net.only("marriage").avoid_actor("pucci"),
    "marriage_16_families_with_isolate": lambda net: net.only("marriage"),
    "business_only_16": lambda net: net.only("business"),
}
TOPS = {
    "degree": "degree_top",
    "betweenness": "betweenness_top",
    "closeness": "closeness_wf_improved_top",
    "harmonic": "harmonic_top",
    "pagerank": "pagerank_top",
    "eigenvector": "eigenvector_largest_component_top",
}


def expected(name):
    return json.loads((DATA / name / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(params=NETWORKS, ids="/".join)
def case(request):
    name, part = request.param
    net = FILTERED.get(part, lambda net: net)(graph.load(DATA / name))
    return net, expected(name)[part]


def scores(net, measure, **projection):
    answer = net.centrality(measure, **projection)
    return dict(zip((a.id for a in answer.actors), answer.scores[measure], strict=True))


def printed(number):
    """Return half a unit of the last place with which a number was printed."""
    _, _, decimals = str(number).partition(".")
    return 0.5 * 10 ** -len(decimals) * (1 + 1e-6)


@pytest.mark.parametrize("measure", TOPS)
def test_the_highest_scores(case, measure):
    net, figures = case
    ours = scores(net, measure)
    ranking = sorted(ours.values(), reverse=True)
    for place, (actor, score) in enumerate(figures[TOPS[measure]]):
        assert ours[actor] == pytest.approx(score, abs=5e-7 * (1 + 1e-6))
        assert ranking[place] == pytest.approx(score, abs=5e-7 * (1 + 1e-6))


def test_actors_and_ties(case):
    net, figures = case
    degrees = scores(net, "degree")
    assert len(degrees) == figures["n"]
    assert sum(degrees.values()) == 2 * figures["m"]
    assert sum(degree == 0 for degree in degrees.values()) == figures["isolates"]


def test_shortest_paths(case):
    net, figures = case
    for asked in figures.get("shortest_paths", []):
        answer = net.path(asked["from"], asked["to"])
        assert (answer.length, answer.path_count) == (asked["length"], asked["count"])


def test_shortest_paths_over_land_borders():
    net = graph.load(DATA / "borders")
    asked = expected("borders")["simple_graph"]["shortest_paths"]
    answers = [net.path(each["from"], each["to"]) for each in asked]
    found = [(answer.length, answer.path_count) for answer in answers]
    assert found == [(each["length"], each["count"]) for each in asked]
    east = net.path("PRT", "PRK")
    actors = " ".join(actor.id for actor in east.paths[0].actors)
    assert actors == "PRT ESP FRA DEU POL RUS PRK"
    assert (east.length, east.path_count) == (6, 1)


def ties_of(net):
    ties = {actor.id: set() for actor in net.actor_rows}
    for relation in net.relation_rows:
        ties[relation.source.id].add(relation.target.id)
        ties[relation.target.id].add(relation.source.id)
    return ties


def searched(ties, source):
    """Return the hops to each actor that can be reached, and in how many ways."""
    hops, ways, queue = {source: 0}, {source: 1}, deque([source])
    while queue:
        here = queue.popleft()
        for there in sorted(ties[here]):
            if there not in hops:
                hops[there], ways[there] = hops[here] + 1, 0
                queue.append(there)
            if hops[there] == hops[here] + 1:
                ways[there] += ways[here]
    return hops, ways


def betweenness(ties):
    """Return the share of shortest paths through each, by trying everybody on every pair."""
    found = {actor: searched(ties, actor) for actor in ties}
    between = dict.fromkeys(ties, Fraction(0))
    for source, target in combinations(ties, 2):
        hops, ways = found[source]
        for middle in (hops.keys() & found[target][0].keys()) - {source, target}:
            if hops[middle] + found[target][0][middle] == hops[target]:
                between[middle] += Fraction(ways[middle] * found[target][1][middle], ways[target])
    pairs = Fraction((len(ties) - 1) * (len(ties) - 2), 2)
    return {actor: value / pairs for actor, value in between.items()}


def exact(ties):
    """Return betweenness, closeness and harmonic centrality as fractions."""
    hops = {actor: [h for h in searched(ties, actor)[0].values() if h] for actor in ties}
    return {
        "betweenness": betweenness(ties),
        "closeness": {
            actor: Fraction(len(h) ** 2, (len(ties) - 1) * sum(h) or 1) for actor, h in hops.items()
        },
        "harmonic": {
            actor: sum((Fraction(1, hop) for hop in h), Fraction(0)) for actor, h in hops.items()
        },
    }


def test_exact_to_nine_places(case):
    net, _ = case
    for measure, fractions in exact(ties_of(net)).items():
        ours = scores(net, measure)
        assert ours == {actor: pytest.approx(float(f), abs=1e-9) for actor, f in fractions.items()}


@pytest.mark.parametrize("weighted", [False, True])
def test_eigenvector_and_pagerank_solve_their_equations(case, weighted):
    net, _ = case
    ids = [actor.id for actor in net.actor_rows]
    ties = np.zeros((len(ids), len(ids)))
    for relation in net.relation_rows:
        ends = ids.index(relation.source.id), ids.index(relation.target.id)
        for here, there in (ends, ends[::-1]):
            ties[here, there] = ties[here, there] + relation.weight if weighted else 1
    strength = ties.sum(axis=1)
    ranks = scores(net, "pagerank", weighted=weighted)
    x = np.array([ranks[actor] for actor in ids])
    idle = x[strength == 0].sum()
    walked = ties.T @ np.divide(x, strength, out=np.zeros_like(x), where=strength > 0)
    assert x == pytest.approx(0.85 * walked + (0.85 * idle + 0.15) / len(ids), abs=1e-10)
    vector = scores(net, "eigenvector", weighted=weighted)
    v = np.array([vector[actor] for actor in ids])
    value = v @ ties @ v
    assert ties @ v == pytest.approx(value * v, abs=1e-9 * max(1, value))
    assert v @ v == pytest.approx(1)
    assert value == pytest.approx(np.linalg.eigvalsh(ties)[-1], abs=1e-9 * value)


FIGURES = [
    ("florentine", "betweenness", 0),
    ("florentine", "closeness", 1),
    ("lesmis", "betweenness", 0),
    ("lesmis", "closeness", 1),
]


@pytest.mark.parametrize(("name", "measure", "place"), FIGURES)
def test_published_figures(name, measure, place):
    net = graph.load(DATA / name)
    if name == "florentine":
        net = FILTERED["marriage_15_families"](net)
    ours = {actor.casefold(): score for actor, score in scores(net, measure).items()}
    published = expected(name)["published"][place]
    assert measure in published["figure"]
    for actor, figure in published["value"].items():
        # networkx's tests, where these were read, allow a thousandth.
        assert ours[actor.casefold()] == pytest.approx(figure, abs=max(printed(figure), 1e-3))


def test_song_of_ice_and_fire():
    figures, net = expected("asoiaf_book1"), graph.load(DATA / "asoiaf_book1")
    weighted = scores(net, "weighted_degree")
    assert sum(weighted.values()) == 2 * figures["sum_of_weights"]
    for actor, score in figures["weighted_degree_top10"]:
        assert weighted[actor] == score
    for measure in ("degree", "weighted_degree", "eigenvector", "pagerank", "closeness"):
        assert net.centrality(measure).actors[0].id == "Eddard-Stark"


def test_the_best_modularity_that_anybody_found(case):
    net, figures = case
    answer = net.communities()
    best = figures["modularity_best_found_leiden60"]
    assert answer.modularity == pytest.approx(best, abs=5e-7 * (1 + 1e-6))


def test_the_communities_of_the_karate_club():
    best, division, *_ = (entry["value"] for entry in expected("karate")["published"])
    answer = graph.load(DATA / "karate").communities()
    assert answer.modularity == pytest.approx(best, abs=5e-8)
    ours = {actor.id: each.number for each in answer.communities for actor in each.actors}
    pairs = set(zip(division, (ours[name] for name in sorted(ours)), strict=True))
    assert len(pairs) == len(set(division)) == len(answer.communities) == 4
