"""What the backend leaves to networkx, and that columns are checked."""

from decimal import Decimal
from fractions import Fraction

import networkx as nx
import numpy as np
import pytest

from graph.backend import interface
from graph.backend.conversion import convert_from_nx
from graph.backend.dispatch import can_run, should_run
from graph.backend.exemptions import EXEMPT, on_start_tests
from graph.backend.igraph_graph import Graph


def triangle(**attributes):
    return Graph.from_edges("abc", [0, 1, 2], [1, 2, 0], directed=False, attributes=attributes)


@pytest.mark.parametrize(
    ("sources", "targets", "attributes", "message"),
    [
        ([0], [1, 2], {}, "targets has 2 values for 1 edges"),
        ([0], [1], {"weight": []}, "weight has 0 values for 1 edges"),
        ([0], [3], {}, "an edge's end is not one of the 3 nodes"),
        ([-1], [1], {}, "an edge's end is not one of the 3 nodes"),
        ([0, 1], [1, 0], {}, "two edges have the same ends"),
    ],
)
def test_columns_are_checked(sources, targets, attributes, message):
    with pytest.raises(ValueError, match=message):
        Graph.from_edges("abc", sources, targets, directed=False, attributes=attributes)


def test_an_edge_each_way_is_no_double():
    both = Graph.from_edges("ab", np.array([0, 1]), np.array([1, 0]), directed=True)
    assert both.number_of_edges() == 2
    assert both.edges == [("a", "b"), ("b", "a")]


def test_a_graph_knows_its_nodes():
    graph = triangle()
    assert "a" in graph
    assert "z" not in graph
    assert ["a"] not in graph
    assert [*graph] == [*graph.nodes] == ["a", "b", "c"]
    assert (len(graph), graph.number_of_nodes(), graph.is_multigraph()) == (3, 3, False)


@pytest.mark.parametrize("length", [-1, 0])
def test_lengths_that_igraph_refuses(length):
    graph = triangle(weight=[1, 2, length])
    with pytest.raises(NotImplementedError, match="igraph does not accept the lengths"):
        interface.betweenness_centrality(graph, weight="weight")


def test_rounding_decides_ties_as_in_networkx_unless_told_otherwise():
    square = nx.Graph()
    square.add_weighted_edges_from([(0, 1, 0.1), (1, 2, 0.2), (0, 3, 0.15), (3, 2, 0.15)])
    with pytest.raises(NotImplementedError, match="are rounded"):
        interface.betweenness_centrality(
            convert_from_nx(square, edge_attrs={"weight": 1}), weight="weight"
        )
    with nx.config(backend_priority=["igraph"], warnings_to_ignore={"cache"}):
        by_networkx = nx.betweenness_centrality(square, weight="weight")
    assert (by_networkx[1], by_networkx[3]) == (0, pytest.approx(1 / 3))
    settings = nx.config.backends["igraph"]
    with settings(rounded_ties=True), nx.config(warnings_to_ignore={"cache"}):
        shared = nx.betweenness_centrality(square, weight="weight", backend="igraph")
    assert shared[1] == pytest.approx(1 / 6)


def test_a_length_may_be_no_function():
    refused = can_run("closeness_centrality", [nx.path_graph(3)], {"distance": lambda *_: 1})
    assert "calls no function" in refused
    refused = can_run("dijkstra_path", [nx.path_graph(3), 0, 2, lambda *_: 1], {})
    assert "calls no function" in refused


def test_distances_that_are_given_are_networkxs():
    path = nx.path_graph(3)
    known = dict(nx.all_pairs_shortest_path_length(path))
    with pytest.raises(NotImplementedError):
        interface.closeness_centrality(convert_from_nx(path), sp=known)


@pytest.mark.parametrize("weight", ["2", Fraction(1, 2), Decimal(2), None, np.float32(0.1), 1j])
def test_weights_of_another_kind_are_networkxs(weight):
    with pytest.raises(NotImplementedError, match="a value that is not a number"):
        interface.pagerank(triangle(weight=[1, 2, weight]))


@pytest.mark.parametrize("kind", [bool, np.int8, np.uint16, np.int32, np.float32, object])
def test_a_column_of_any_numeric_type_is_read(kind):
    typed = triangle(weight=np.array([1, 1, 1], dtype=kind))
    assert interface.pagerank(typed) == interface.pagerank(triangle(weight=[1, 1, 1]))


@pytest.mark.parametrize("kind", [str, complex])
def test_a_column_of_another_type_is_not(kind):
    with pytest.raises(NotImplementedError, match="a value that is not a number"):
        interface.pagerank(triangle(weight=np.array([1, 1, 1], dtype=kind)))


@pytest.mark.parametrize("length", [1e-12, 1e-200])
def test_short_lengths_are_not_lost(length):
    pair = Graph.from_edges("ab", [0], [1], directed=False, attributes={"far": [length]})
    assert interface.closeness_centrality(pair, "a", "far") == pytest.approx(1 / length)
    assert interface.harmonic_centrality(pair, ["a"], "far") == {"a": pytest.approx(1 / length)}


def test_lengths_whose_reciprocals_are_no_doubles_are_networkxs():
    with pytest.raises(NotImplementedError, match="too short"):
        interface.closeness_centrality(triangle(far=[1, 2, 5e-324]), distance="far")


@pytest.mark.parametrize("directed", [True, False])
def test_no_division_is_called_so_with_networkxs_words(directed):
    pair = nx.DiGraph(name="us") if directed else nx.Graph(name="us")
    pair.add_edge("a", "b")
    with pytest.raises(nx.NetworkXError) as ours:
        nx.community.modularity(pair, ({"a"},), backend="igraph")
    with pytest.raises(nx.NetworkXError) as theirs:
        nx.community.modularity(pair, ({"a"},), backend="networkx")
    assert str(ours.value) == str(theirs.value)
    assert "named 'us' with 2 nodes and 1 edges" in str(ours.value)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("bridges", [nx.path_graph(3), 0]),
        ("transitivity", [nx.DiGraph()]),
        ("louvain_communities", [nx.DiGraph()]),
        ("leiden_communities", [nx.DiGraph()]),
        ("pagerank", [nx.MultiGraph()]),
    ],
)
def test_what_it_cannot_run_has_a_reason(name, args):
    assert isinstance(can_run(name, args, {}), str)


def test_a_quick_question_is_worth_no_conversion_but_any_columns():
    path = nx.path_graph(3)
    assert isinstance(should_run("is_connected", [path], {}), str)
    assert should_run("pagerank", [path], {}) is True
    assert should_run("is_connected", [triangle()], {}) is True
    nx.core_number(path, backend="igraph")
    assert should_run("is_connected", [path], {}) is True


def test_a_refusal_leaves_the_generator_untouched():
    graph = nx.path_graph(6)
    options = {"k": 3, "endpoints": True, "seed": 4}
    with nx.config(backend_priority=["igraph"]):
        ours = nx.betweenness_centrality(graph, **options)
    assert ours == nx.betweenness_centrality(graph, backend="networkx", **options)


def test_a_view_is_read_as_networkx_shows_it():
    graph = nx.DiGraph([(0, 1), (1, 2), (2, 0), (3, 0)])
    for view in (
        graph.reverse(copy=False),
        graph.subgraph([0, 1, 3]),
        graph.to_undirected(as_view=True),
    ):
        ours = convert_from_nx(view)
        assert ours.edges == [*view.edges]
        assert interface.core_number(ours) == nx.core_number(view)


@pytest.mark.parametrize("graph", [nx.MultiGraph(), nx.MultiDiGraph()])
def test_a_multigraph_is_not_converted(graph):
    with pytest.raises(NotImplementedError):
        convert_from_nx(graph)


def test_attributes_by_function_are_not_converted():
    with pytest.raises(NotImplementedError):
        convert_from_nx(nx.path_graph(2), preserve_edge_attrs=True)


class _Item:
    def __init__(self, file, name):
        self.path, self.name, self.marks = type("Path", (), {"name": file}), name, []

    def add_marker(self, mark):
        self.marks.append(mark.mark.name)


def test_exempt_tests_alone_are_marked():
    exempt = _Item(*next(iter(EXEMPT)).split(":"))
    other = _Item("test_core.py", "test_cores")
    on_start_tests([exempt, other])
    assert (exempt.marks, other.marks) == (["xfail"], [])
