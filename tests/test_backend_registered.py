"""That networkx finds the backend, and uses it when told to."""

import subprocess
import sys
from importlib.metadata import entry_points

import networkx as nx
import pytest

from graph.backend import interface
from graph.backend.igraph_graph import Graph
from graph.backend.info import FUNCTIONS, get_info

LAZY = (
    "import sys, graph, graph.backend.info; print({'networkx', 'igraph', 'numpy'} & {*sys.modules})"
)


def test_the_entry_points_are_there():
    [backend] = entry_points(group="networkx.backends", name="igraph")
    [info] = entry_points(group="networkx.backend_info", name="igraph")
    assert backend.load() is interface
    assert info.load() is get_info


def test_what_networkx_is_told_is_what_there_is():
    tools = {"can_run", "should_run", "convert_from_nx", "convert_to_nx", "on_start_tests"}
    assert set(interface.__all__) == {*FUNCTIONS} | tools
    assert all(hasattr(interface, name) for name in interface.__all__)
    assert [*FUNCTIONS] == sorted(FUNCTIONS)


def test_every_function_is_networkxs_by_the_same_name():
    known = {name for name in dir(nx) if hasattr(getattr(nx, name), "orig_func")}
    known |= {name for name in dir(nx.community) if hasattr(getattr(nx.community, name), "name")}
    assert set(FUNCTIONS) - known == set()


def test_telling_networkx_about_it_imports_nothing():
    done = subprocess.run([sys.executable, "-c", LAZY], capture_output=True, check=True)
    assert done.stdout == b"set()\n"


def test_a_call_may_name_the_backend():
    assert nx.core_number(nx.path_graph(3), backend="igraph") == {0: 1, 1: 1, 2: 1}


def test_a_graph_in_columns_needs_no_name():
    star = Graph.from_edges("abc", [0, 0], [1, 2], directed=False)
    assert nx.core_number(star) == {"a": 1, "b": 1, "c": 1}


def test_the_priority_decides(monkeypatch):
    calls = []
    monkeypatch.setattr(interface, "core_number", lambda graph: calls.append(type(graph)))
    with nx.config(backend_priority=["igraph"]):
        nx.core_number(nx.path_graph(3))
    assert calls == [Graph]


def test_the_priority_leaves_the_rest_to_networkx():
    double = nx.MultiGraph([(0, 1), (0, 1)])
    with nx.config(backend_priority=["igraph"]):
        assert nx.shortest_path(nx.path_graph(3), 0, 2) == [0, 1, 2]
        assert nx.degree_centrality(double) == {0: 2.0, 1: 2.0}


def test_a_call_that_is_declined_says_so():
    with pytest.raises(NotImplementedError, match="not implemented by 'igraph' backend"):
        nx.degree_centrality(nx.MultiGraph([(0, 1)]), backend="igraph")
