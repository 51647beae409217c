"""Communities: not networkx's very own, but as good, and the same by the same seed."""

import random
from inspect import signature

import igraph
import networkx as nx
import pytest

from graph.backend import interface
from graph.backend.conversion import convert_from_nx
from graph.backend.igraph_graph import Graph

GRAPHS = {
    "karate": nx.karate_club_graph(),
    "miserables": nx.les_miserables_graph(),
    "florentine": nx.florentine_families_graph(),
    "women": nx.davis_southern_women_graph(),
    "caveman": nx.relaxed_caveman_graph(12, 8, 0.2, seed=3),
    "random": nx.gnp_random_graph(120, 0.05, seed=4),
    "scale free": nx.barabasi_albert_graph(300, 3, seed=5),
}
METHODS = ["louvain_communities", "leiden_communities"]


def found(name, graph, **options):
    # networkx 3.6 passes to a backend what its own signature lacks, too.
    metric = {"metric": "modularity"} if name == "leiden_communities" else {}
    return getattr(nx.community, name)(graph, backend="igraph", **metric, **options)


@pytest.fixture(autouse=True)
def _quiet_cache():
    with nx.config(warnings_to_ignore={"cache"}):
        yield


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
@pytest.mark.parametrize("weight", ["weight", None])
def test_no_worse_than_networkx(name, graph, weight):
    best = max(
        nx.community.modularity(
            graph, nx.community.louvain_communities(graph, weight=weight, seed=seed), weight=weight
        )
        for seed in range(3)
    )
    ours = nx.community.modularity(graph, found(name, graph, weight=weight, seed=1), weight=weight)
    assert ours >= best - 1e-12


def test_a_large_graph_is_divided_as_well():
    graph = nx.barabasi_albert_graph(1500, 2, seed=6)
    ours = found("leiden_communities", graph, seed=1)
    theirs = nx.community.louvain_communities(graph, seed=1)
    assert nx.community.modularity(graph, ours) >= nx.community.modularity(graph, theirs)


@pytest.mark.parametrize("name", METHODS)
def test_the_same_seed_finds_the_same(name):
    graph = GRAPHS["random"]
    assert found(name, graph, seed=7) == found(name, graph, seed=7)
    own = random.Random(7)  # noqa: S311 - a division, not a secret
    assert found(name, graph, seed=own) == found(name, graph, seed=7)


@pytest.mark.parametrize("name", METHODS)
def test_igraph_draws_as_before_afterwards(name):
    random.seed(1)
    before = igraph.Graph.Erdos_Renyi(n=30, m=40).get_edgelist()
    random.seed(1)
    found(name, GRAPHS["karate"], seed=7)
    assert igraph.Graph.Erdos_Renyi(n=30, m=40).get_edgelist() == before


@pytest.mark.parametrize("name", METHODS)
def test_communities_are_a_division_in_the_order_of_nodes(name):
    parts = found(name, GRAPHS["karate"], seed=1)
    assert nx.community.is_partition(GRAPHS["karate"], parts)
    assert [min(part) for part in parts] == sorted(min(part) for part in parts)


@pytest.mark.parametrize("name", METHODS)
def test_nobody_is_tied_to_anybody(name):
    assert found(name, nx.empty_graph(3)) == [{0}, {1}, {2}]
    assert found(name, nx.empty_graph(0)) == []


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("level", [0, -1])
def test_a_level_is_positive(name, level):
    with pytest.raises(ValueError, match="max_level argument must be a positive integer or None"):
        found(name, GRAPHS["karate"], max_level=level)


def test_lower_levels_are_finer():
    graph = convert_from_nx(GRAPHS["scale free"])
    first, *_, last = (nx.community.louvain_communities(graph, max_level=k, seed=1) for k in (1, 9))
    assert len(first) > len(last)


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("weights", [[-1.0, 2.0], [0.0, 0.0], [float("nan"), 1.0], ["a", "b"]])
def test_weights_that_networkx_is_left_to(name, weights):
    path = Graph.from_edges("abc", [0, 1], [1, 2], directed=False, attributes={"weight": weights})
    with pytest.raises(NotImplementedError):
        found(name, path)


def test_another_threshold_is_networkxs():
    with pytest.raises(NotImplementedError):
        found("louvain_communities", GRAPHS["karate"], threshold=0.1)


@pytest.mark.parametrize("options", [{"metric": "cpm"}, {"theta": 0.5}, {"max_level": 1}])
def test_leiden_for_another_aim_is_networkxs(options):
    with pytest.raises(NotImplementedError):
        interface.leiden_communities(
            convert_from_nx(GRAPHS["karate"]), **{"metric": "modularity", **options}
        )


def test_leiden_without_a_metric_means_what_networkx_means():
    karate = convert_from_nx(GRAPHS["karate"])
    by_name = "metric" in signature(nx.community.leiden_communities).parameters
    if by_name:  # from networkx 3.7 on: the constant Potts model
        with pytest.raises(NotImplementedError):
            interface.leiden_communities(karate, seed=1)
    else:
        same = interface.leiden_communities(karate, seed=1, metric="modularity")
        assert interface.leiden_communities(karate, seed=1) == same


def test_a_division_has_everybody_once():
    pair = Graph.from_edges("ab", [0], [1], directed=False)
    for parts in ([{"a"}], [{"a"}, {"a", "b"}], [{"a", "b", "c"}]):
        with pytest.raises(nx.NetworkXError, match="is not a valid partition"):
            nx.community.modularity(pair, parts)
