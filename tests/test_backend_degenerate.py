"""Graphs and weights of little meaning: the backend answers as networkx does, or declines."""

import math
import warnings
from decimal import Decimal
from fractions import Fraction

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.backend.info import FUNCTIONS
from graph.backend.versions import HITS_METHOD

WEIGHTS = [None, 0, 0.0, -0.0, 1, 2.5, -1, True, "2", " 1 ", "far", math.nan, math.inf, -math.inf,
           1e300, 1e-300, 10**400, 2**60 + 1, 1j, [1], Fraction(1, 3), Decimal("0.5"),
           np.float32(0.1), np.float64(2.5), np.int64(2), np.int8(100), np.True_]  # fmt: skip
SHAPES = [
    ("", []),
    ("a", []),
    ("ab", []),
    ("a", ["aa"]),
    ("ab", ["aa"]),
    ("ba", ["ab"]),
    ("ab", ["ab", "ba", "bb"]),
    ("cab", ["ab", "bc"]),
    ("abc", ["ab", "bc", "ca"]),
    ("zabc", ["ab", "bc", "ca", "aa"]),
    ("abcd", ["ab", "cd"]),
    ("dabc", ["ab", "ac", "bd", "cd"]),
    ("gfabcde", ["ab", "bc", "ca", "de", "ed", "ff"]),
]
NODE = {"node_connected_component", "single_source_shortest_path_length"}
PATHS = {name for name in FUNCTIONS if "dijkstra" in name}
CHANCE = {"articulation_points", "louvain_communities", "leiden_communities"}
NAMES = sorted({*FUNCTIONS} - CHANCE)


@st.composite
def graphs(draw):
    """A small shape, directed or not, with one or two weights that alternate."""
    nodes, edges = draw(st.sampled_from(SHAPES))
    graph = draw(st.sampled_from([nx.Graph, nx.DiGraph]))()
    graph.add_nodes_from(nodes)
    weights = draw(st.lists(st.sampled_from(WEIGHTS), min_size=1, max_size=2))
    for number, (source, target) in enumerate(edges):
        graph.add_edge(source, target, weight=weights[number % len(weights)])
    return graph


def outcome(function, *args, **kwargs):
    """What is returned, or the error's type and text; warnings are networkx's affair."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = function(*args, **kwargs)
            return list(result) if hasattr(result, "__next__") else result
        except Exception as error:  # noqa: BLE001 - any error must be networkx's
            return type(error), str(error)


def same(ours, theirs):
    """Equal to 1e-9, dictionaries and lists in the same order; numpy's numbers are numbers."""
    if isinstance(theirs, dict):
        return [*ours] == [*theirs] and all(same(ours[key], theirs[key]) for key in theirs)
    if isinstance(theirs, list | tuple):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(theirs, int | float) and isinstance(ours, int | float):
        both_nan = math.isnan(theirs) and math.isnan(ours)
        return both_nan or math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return ours == theirs


def list_arguments(name, graph):
    first, last = next(iter(graph), "a"), next(reversed([*graph]), "a")
    if name in NODE | PATHS:
        ends = [first, last] if name.startswith("dijkstra") else [first]
        return [(ends, {}), ([[], last][: len(ends)], {}), (["none such", last][: len(ends)], {})]
    if name == "modularity":
        parts = [[{node} for node in graph], [{*graph}], (set(graph),), [{first}], [],
                 [[first, first]], [{*graph, "none such"}], [[[]], [*graph]], {*graph}]  # fmt: skip
        return [([given], {}) for given in parts]
    if name == "hits" and HITS_METHOD == "svd":
        return [([], {"max_iter": 0})]  # where it converges, networkx itself starts at random
    argument = "distance" if name in {"closeness_centrality", "harmonic_centrality"} else "weight"
    weighted = name.endswith(("clustering", "centrality")) and "degree" not in name
    return [([], {}), ([], {argument: "weight"})] if weighted else [([], {})]


@pytest.mark.long
@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=30)
@given(graphs())
def test_the_same_answer_or_error_or_none(name, graph):
    function = getattr(nx, name, None) or getattr(nx.community, name)
    for args, kwargs in list_arguments(name, graph):
        theirs = outcome(function, graph, *args, backend="networkx", **kwargs)
        ours = outcome(function, graph, *args, backend="igraph", **kwargs)
        assert is_declined(ours) or same(ours, theirs), (args, kwargs, ours, theirs)
        graph.__networkx_cache__.clear()


def is_declined(result):
    return isinstance(result, tuple) and bool(result) and result[0] is NotImplementedError
