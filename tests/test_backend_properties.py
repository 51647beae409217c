"""Every function of the backend against networkx, on random graphs of every shape."""

import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.backend import interface
from graph.backend.conversion import convert_from_nx, convert_to_nx
from graph.backend.igraph_graph import Graph
from graph.backend.versions import IS_3_7

NODES = st.permutations(["b", "a", "e", "c", "d", "g", "f", "h"])


@st.composite
def columns(draw, *, directed=None, loops=True, least=0):
    """Nodes by name, edges in any order either way round, lengths in halves, some integers."""
    count = draw(st.integers(least, 8))
    nodes = draw(NODES)[:count]
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=20)) if count else []
    directed = draw(st.booleans()) if directed is None else directed
    unique = {pair if directed else tuple(sorted(pair)): pair for pair in pairs}
    edges = [pair for pair in unique.values() if loops or pair[0] != pair[1]]
    halves = draw(st.booleans())
    length = st.integers(1, 8).map(lambda length: length / 2 if halves else length)
    weights = draw(st.lists(length, min_size=len(edges), max_size=len(edges)))
    return nodes, edges, weights, directed


def both(parts):
    """The same graph from columns, and as networkx builds it."""
    nodes, edges, weights, directed = parts
    sources, targets = [u for u, _ in edges], [v for _, v in edges]
    ours = Graph.from_edges(
        nodes, sources, targets, directed=directed, attributes={"weight": weights}
    )
    theirs = nx.DiGraph() if directed else nx.Graph()
    theirs.add_nodes_from(nodes)
    theirs.add_weighted_edges_from(
        (nodes[u], nodes[v], w) for (u, v), w in zip(edges, weights, strict=True)
    )
    return ours, theirs


def outcome(function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        return list(result) if hasattr(result, "__next__") else result
    except (nx.NetworkXException, ZeroDivisionError, ValueError, KeyError) as error:
        return type(error), str(error)


def same(ours, theirs):
    """Equal to 1e-9, dictionaries and lists in the same order, integers where they are."""
    if isinstance(theirs, dict):
        return [*ours] == [*theirs] and all(same(ours[key], theirs[key]) for key in theirs)
    if isinstance(theirs, list | tuple) and not isinstance(theirs, str):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(theirs, float):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return ours == theirs and type(ours) is type(theirs)


def agree(name, parts, *args, orig=None, **kwargs):
    orig = orig or getattr(nx, name)
    graph, peer = both(parts)
    theirs = outcome(orig, peer, *args, **kwargs)
    ours = outcome(orig, graph, *args, **kwargs)  # through networkx's own dispatch
    assert same(ours, theirs), (name, ours, theirs)
    converted = outcome(getattr(interface, name), convert_from_nx(peer, edge_attrs={"weight": 1}),
                        *args, **kwargs)  # fmt: skip
    if not isinstance(theirs, tuple) or not isinstance(theirs[0], type):
        assert same(converted, theirs), (name, converted, theirs)


SCORES = ["degree_centrality", "closeness_centrality", "harmonic_centrality",
          "betweenness_centrality", "edge_betweenness_centrality", "clustering"]  # fmt: skip


@pytest.mark.parametrize("name", SCORES)
@given(columns())
def test_scores_of_any_graph(name, parts):
    agree(name, parts)


@pytest.mark.parametrize("name", ["in_degree_centrality", "out_degree_centrality"])
@given(columns(directed=True))
def test_scores_of_directed_graphs(name, parts):
    agree(name, parts)


@given(columns(loops=False))
def test_cores(parts):
    agree("core_number", parts)


@given(columns(directed=False))
def test_cores_refuse_loops(parts):
    agree("core_number", parts)


@pytest.mark.parametrize(
    ("name", "attribute"),
    [
        ("closeness_centrality", "distance"),
        ("harmonic_centrality", "distance"),
        ("betweenness_centrality", "weight"),
        ("edge_betweenness_centrality", "weight"),
        ("clustering", "weight"),
    ],
)
@given(columns())
def test_scores_by_weight(name, attribute, parts):
    agree(name, parts, **{attribute: "weight"})


@pytest.mark.parametrize("name", ["betweenness_centrality", "edge_betweenness_centrality"])
@given(columns())
def test_paths_counted_and_not_shared(name, parts):
    agree(name, parts, normalized=False)


@pytest.mark.parametrize("normalized", [True, False])
@given(columns())
def test_ends_of_paths(normalized, parts):
    agree("betweenness_centrality", parts, endpoints=True, normalized=normalized)


@pytest.mark.parametrize("normalized", [True, False])
@given(columns(least=2))
def test_a_sample_is_the_one_that_networkx_draws(normalized, parts):
    ours, theirs = both(parts)
    options = {"k": 2, "seed": 5, "normalized": normalized}
    assert same(
        nx.betweenness_centrality(ours, **options), nx.betweenness_centrality(theirs, **options)
    )


@given(columns(), st.booleans())
def test_closeness_unscaled(parts, scaled):
    agree("closeness_centrality", parts, wf_improved=scaled)


@given(columns(), st.sampled_from("abcz"))
def test_closeness_of_one(parts, node):
    agree("closeness_centrality", parts, u=node)
    agree("closeness_centrality", parts, u=node, distance="weight")


@given(columns(), st.lists(st.sampled_from("abcz"), max_size=3))
def test_harmonic_of_some(parts, nodes):
    agree("harmonic_centrality", parts, nodes)


@pytest.mark.parametrize("name", ["pagerank", "eigenvector_centrality", "katz_centrality"])
@given(columns(), st.sampled_from([None, "weight", "none such"]))
def test_scores_by_links(name, parts, weight):
    agree(name, parts, weight=weight)


@pytest.mark.slow
@given(columns(least=3), st.integers(0, 3), st.integers(0, 3))
def test_pagerank_by_preference(parts, first, second):
    nodes = parts[0]
    agree("pagerank", parts, personalization={nodes[0]: first, nodes[1]: second})
    start = dict.fromkeys(nodes, 1) | {nodes[0]: 3}
    agree("pagerank", parts, nstart=start, dangling={nodes[2]: 1}, tol=1e-12, max_iter=500)
    agree("eigenvector_centrality", parts, nstart=dict(reversed(start.items())))
    agree("katz_centrality", parts, beta=start, nstart=start, normalized=False)


@pytest.mark.parametrize("start", [None, 3])
@given(columns(directed=False, least=1), st.sampled_from("abz"))
def test_triangles(start, parts, node):
    chosen = [None, node, [node, "b"]][start or 0] if start is None else [node, "b", "b"]
    agree("triangles", parts, chosen)
    agree("clustering", parts, chosen)


@given(columns(), st.booleans(), st.sampled_from([None, "weight"]))
def test_mean_clustering(parts, zeros, weight):
    agree("average_clustering", parts, count_zeros=zeros, weight=weight)


UNDIRECTED = ["transitivity", "connected_components", "number_connected_components", "is_connected",
              "biconnected_components", "is_biconnected", "bridges", "has_bridges"]  # fmt: skip
DIRECTED = [f"{before}{kind}_connected{after}" for kind in ("strongly", "weakly")
            for before, after in [("", "_components"), ("number_", "_components"),
                                  ("is_", "")]]  # fmt: skip


@pytest.mark.parametrize("name", UNDIRECTED)
@given(columns(directed=False))
def test_undirected_graphs(name, parts):
    agree(name, parts)


@pytest.mark.parametrize("name", DIRECTED)
@given(columns(directed=True))
def test_directed_graphs(name, parts):
    agree(name, parts)


@pytest.mark.parametrize("name", UNDIRECTED)
def test_a_wrong_direction_is_refused_alike(name):
    if name != "transitivity":
        agree(name, ("ab", [(0, 1)], [1], True))


@given(columns(directed=False))
def test_articulation_points_in_the_order_of_nodes(parts):
    ours, theirs = both(parts)
    wanted = set(nx.articulation_points(theirs))
    assert [*nx.articulation_points(ours)] == [node for node in parts[0] if node in wanted]


@given(columns(directed=False, least=1))
def test_the_component_of_a_node(parts):
    agree("node_connected_component", parts, parts[0][0])
    agree("node_connected_component", parts, "z")


@given(columns(), st.sampled_from("abz"), st.sampled_from([None, 0, 1, 2, -1, 2.5]))
def test_steps(parts, source, cutoff):
    agree("single_source_shortest_path_length", parts, source, cutoff=cutoff)
    agree("all_pairs_shortest_path_length", parts, cutoff=cutoff)


@pytest.mark.parametrize(
    "name",
    [
        "single_source_dijkstra_path_length",
        "single_source_dijkstra_path",
        "single_source_dijkstra",
    ],
)
@given(columns(), st.sampled_from("abz"), st.sampled_from([None, 0, 2.5, 4]))
def test_distances(name, parts, source, cutoff):
    agree(name, parts, source, cutoff=cutoff)
    agree(name, parts, source, cutoff=cutoff, weight=None)


@pytest.mark.parametrize("name", ["dijkstra_path", "dijkstra_path_length"])
@given(columns(), st.sampled_from("abz"), st.sampled_from("abcdz"))
def test_distances_of_two(name, parts, source, target):
    agree(name, parts, source, target)


@given(columns(), st.lists(st.floats(0, 1), min_size=20, max_size=20))
def test_rounded_distances_and_lengths_of_nothing(parts, lengths):
    nodes, edges, _, directed = parts
    lengths = [round(length, 1) for length in lengths[: len(edges)]]
    agree("single_source_dijkstra", (nodes, edges, lengths, directed), "a")


@given(columns(), st.lists(st.sampled_from("xyz"), min_size=8, max_size=8), st.floats(0.5, 2))
def test_modularity(parts, labels, resolution):
    nodes = parts[0]
    groups = [{n for n, own in zip(nodes, labels, strict=False) if own == kind} for kind in "xyz"]
    agree("modularity", parts, groups, resolution=resolution, orig=nx.community.modularity)


@given(columns())
def test_graphs_come_back_as_they_were(parts):
    ours, theirs = both(parts)
    for graph in (ours, convert_from_nx(theirs, edge_attrs={"weight": 1})):
        back = convert_to_nx(graph)
        assert [*back.nodes] == [*theirs.nodes]
        assert [*back.edges(data=True)] == [*theirs.edges(data=True)]
    assert ours.edges == [*theirs.edges]


@settings(max_examples=30)
@given(columns(directed=True, least=2))
def test_authorities_point_where_networkx_says(parts):
    """On a graph with one strongest direction; elsewhere the answer is a matter of chance."""
    nodes, edges, _, directed = parts
    edges = [*dict.fromkeys([(0, 1), *edges])]
    weights = [100, *([1] * (len(edges) - 1))]
    ours, theirs = both((nodes, edges, weights, directed))
    assert same(list(nx.hits(ours)), list(nx.hits(theirs)))


@settings(max_examples=30)
@given(columns(directed=True, least=2), st.booleans())
def test_hubs_by_method(parts, normalized):
    """Iteration agrees with networkx 3.7, which has it; both methods agree where hubs are sure."""
    nodes, edges, _, directed = parts
    edges = [*dict.fromkeys([(0, 1), *edges])]
    weights = [100, *([1] * (len(edges) - 1))]
    ours, theirs = both((nodes, edges, weights, directed))
    by_iteration = interface.hits(ours, method="power_iteration", normalized=normalized)
    if IS_3_7:
        assert same(list(by_iteration), list(nx.hits(theirs, normalized=normalized)))
        assert same(list(nx.hits(ours, method="svd")), list(nx.hits(theirs, method="svd")))
    if normalized:
        by_vectors = interface.hits(ours, method="svd")
        assert all(
            math.isclose(found[node], sure[node], abs_tol=1e-6)
            for found, sure in zip(by_iteration, by_vectors, strict=True)
            for node in nodes
        )


def test_hubs_by_another_method_are_refused():
    with pytest.raises(ValueError, match="method not supported: guess"):
        interface.hits(both(("ab", [(0, 1)], [1], True))[0], method="guess")


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ({"a": 1}, "must have a value for every node; missing: {'b'}"),
        ({"a": 1, "b": -1}, "not sum to zero"),
    ],
)
def test_a_start_of_hubs_is_checked(start, told):
    with pytest.raises(nx.NetworkXError, match=told):
        interface.hits(both(("ab", [(0, 1)], [1], True))[0], nstart=start, method="power_iteration")
