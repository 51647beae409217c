"""Betweenness of small networks needs no library, and is that of networkx to the last digit."""

import networkx as nx
import pytest

from graph import Network
from graph.analysis.small_betweenness import compute_betweenness, list_neighbours


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("size", [0, 1, 2, 3, 40])
def test_it_is_that_of_networkx(size, directed):
    drawn = nx.gnm_random_graph(size, 2 * size, seed=size, directed=directed)
    theirs = nx.DiGraph() if directed else nx.Graph()
    theirs.add_nodes_from(range(size))
    theirs.add_edges_from(sorted(drawn.edges))
    ours = compute_betweenness(list_neighbours(size, sorted(drawn.edges), directed=directed))
    assert dict(enumerate(ours)) == nx.betweenness_centrality(theirs)


@pytest.mark.parametrize("directed", [False, True])
def test_a_network_has_it(directed):
    drawn = nx.gnm_random_graph(30, 50, seed=1, directed=True)
    network = Network.from_graph(drawn)
    scores = network.centrality("betweenness", directed=directed).frame
    theirs = nx.betweenness_centrality(drawn if directed else drawn.to_undirected())
    assert {int(row.id): row.betweenness for row in scores.itertuples()} == pytest.approx(theirs)
