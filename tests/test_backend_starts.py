"""Starts, returns and bases that a caller gives: the backend takes them as networkx does."""

import networkx as nx
import pytest

from graph.backend.igraph_graph import Graph
from graph.backend.link_analysis import eigenvector_centrality, hits, katz_centrality, pagerank

# a and b point at c, c at a; d points at nobody.
NODES, EDGES = "abcd", ["ac", "bc", "ca", "ad"]


@pytest.fixture
def ours():
    sources, targets = ([NODES.index(edge[end]) for edge in EDGES] for end in (0, 1))
    return Graph.from_edges(NODES, sources, targets, directed=True)


@pytest.fixture
def theirs():
    return ordered(nx.DiGraph(EDGES))


def ordered(graph):
    copy = nx.DiGraph()
    copy.add_nodes_from(NODES)
    copy.add_edges_from(graph.edges)
    return copy


SOME, ALL = {"a": 1, "d": 3}, dict(zip(NODES, [4, 3, 2, 1], strict=True))
NONE = dict.fromkeys(NODES, 0)


@pytest.mark.parametrize(
    "given",
    [{"nstart": SOME}, {"personalization": SOME}, {"dangling": SOME}, {"nstart": ALL, "alpha": 0.5},
     {"personalization": SOME, "dangling": ALL}],
    ids=" and ".join,
)  # fmt: skip
def test_pagerank_starts_and_returns_where_it_is_asked(ours, theirs, given):
    expected = nx.pagerank(theirs, **given)
    assert pagerank(ours, **given) == pytest.approx(expected, rel=1e-9)
    assert pagerank(ours, **given) != pytest.approx(pagerank(ours, alpha=0.7), rel=1e-3)


def test_a_return_to_nobody_is_no_return(ours):
    with pytest.raises(ZeroDivisionError):
        pagerank(ours, personalization=NONE)


@pytest.mark.parametrize("function", [eigenvector_centrality, katz_centrality])
def test_a_start_for_everybody_is_taken(function):
    theirs = ordered(nx.DiGraph([*EDGES, "ab", "da"]))
    sources = [NODES.index(edge[0]) for edge in theirs.edges]
    targets = [NODES.index(edge[1]) for edge in theirs.edges]
    ours = Graph.from_edges(NODES, sources, targets, directed=True)
    expected = getattr(nx, function.__name__)(theirs, nstart=ALL, backend="networkx")
    assert function(ours, nstart=ALL) == pytest.approx(expected, rel=1e-9)


def test_a_start_that_networkx_alone_understands_is_left_to_it(ours):
    with pytest.raises(NotImplementedError, match="some nodes"):
        eigenvector_centrality(ours, nstart=SOME)
    with pytest.raises(NotImplementedError, match="not a number"):
        eigenvector_centrality(ours, nstart={**ALL, "a": "4"})


def test_a_start_of_nothing_is_refused(ours):
    with pytest.raises(nx.NetworkXError, match="all zero"):
        eigenvector_centrality(ours, nstart=NONE)
    with pytest.raises(ZeroDivisionError):
        eigenvector_centrality(ours, nstart=dict(zip(NODES, [1, -1, 1, -1], strict=True)))


def test_katz_takes_a_base_for_each(ours, theirs):
    expected = nx.katz_centrality(theirs, beta=ALL, backend="networkx")
    assert katz_centrality(ours, beta=ALL) == pytest.approx(expected, rel=1e-9)
    with pytest.raises(nx.NetworkXError, match="for every node"):
        katz_centrality(ours, beta=SOME)


def test_hubs_by_iteration_start_where_they_are_asked(ours, theirs):
    hubs, authorities = hits(ours, nstart=ALL, method="power_iteration")
    expected = nx.hits(theirs)
    assert hubs == pytest.approx(expected[0], abs=1e-7)
    assert authorities == pytest.approx(expected[1], abs=1e-7)
    with pytest.raises(nx.NetworkXError, match="missing"):
        hits(ours, nstart=SOME, method="power_iteration")
    with pytest.raises(nx.NetworkXError, match="sum to zero"):
        hits(ours, nstart=NONE, method="power_iteration")


def test_without_rounds_nothing_settles(ours):
    for method in ("svd", "power_iteration"):
        with pytest.raises(nx.PowerIterationFailedConvergence):
            hits(ours, max_iter=0, method=method)
    with pytest.raises(nx.PowerIterationFailedConvergence):
        pagerank(ours, max_iter=0)


def test_hits_of_nobody_and_by_no_method():
    nobody = Graph.from_edges("", [], [], directed=True)
    assert hits(nobody) == ({}, {})
    with pytest.raises(ValueError, match="guess"):
        hits(nobody, method="guess")
