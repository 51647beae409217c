"""Closeness and harmonic by searches from many actors at once, of all or of a sample."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph
from graph.analysis.large import closeness
from graph.analysis.large.bitset_bfs import WIDTH, BitsetSearch
from graph.analysis.large.edge_arrays import EdgeArrays
from graph.analysis.large.strategy import MeasureOptions, compute_scores

MEASURES = {"closeness": nx.closeness_centrality, "harmonic": nx.harmonic_centrality}
PAIRS = st.sets(st.tuples(st.integers(0, 79), st.integers(0, 79)), max_size=120)


def plain_graph(number, pairs, *, directed):
    plain = nx.DiGraph() if directed else nx.Graph()
    plain.add_nodes_from(range(number))
    plain.add_edges_from((a % number, b % number) for a, b in pairs if a % number != b % number)
    return plain


def edges_of(plain):
    ends = np.array(sorted(plain.edges), dtype=np.int64).reshape(-1, 2)
    return EdgeArrays(len(plain), ends[:, 0], ends[:, 1], None, plain.is_directed())


@pytest.fixture
def sampling(monkeypatch):
    """Let few actors be many: most of a network of 120 is sampled."""
    monkeypatch.setattr(closeness, "REFINED", 12)
    monkeypatch.setattr(closeness, "SAMPLES", 2_048)


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 80), PAIRS, st.booleans(), st.lists(st.integers(0, 79), max_size=WIDTH))
def test_every_bit_is_a_search_of_its_own(number, pairs, directed, drawn):
    plain = plain_graph(number, pairs, directed=directed)
    sources = [source % number for source in drawn]
    steps = [dict(nx.single_source_shortest_path_length(plain, source)) for source in sources]
    found = [{source: 0} for source in sources]
    for step, bits in BitsetSearch(edges_of(plain)).search(sources):
        for actor, word in enumerate(bits.tolist()):
            for place in range(len(sources)):
                if word >> place & 1:
                    found[place][actor] = step
    assert found == steps


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 80), PAIRS, st.booleans(), st.sampled_from(sorted(MEASURES)))
def test_all_searches_together_are_as_networkx_has_it(number, pairs, directed, measure):
    plain = plain_graph(number, pairs, directed=directed)
    scores = closeness.compute_scores(
        measure, edges_of(plain), lambda kind, edges, shares: map(kind(edges).compute, shares)
    )
    expected = MEASURES[measure](plain)
    assert scores == pytest.approx([expected[actor] for actor in range(number)], abs=1e-9)


@pytest.mark.parametrize(
    ("measure", "directed"), [("closeness", False), ("harmonic", False), ("harmonic", True)]
)
@pytest.mark.parametrize("seed", range(1, 5))
@pytest.mark.usefixtures("sampling")
def test_a_sample_keeps_what_it_promises(measure, directed, seed):
    plain = nx.barabasi_albert_graph(110, 2, seed=seed)
    plain = nx.disjoint_union(plain, nx.path_graph(4))
    plain = nx.DiGraph(sorted(plain.edges)) if directed else plain
    edges = edges_of(plain)
    found, how = compute_scores(measure, edges, MeasureOptions(exact=False, seed=seed))
    scores = MEASURES[measure](plain)
    exact = np.array([round(scores[actor], 9) for actor in range(len(plain))])
    assert 0 < abs(found - exact).max() <= how.error
    highest = np.argsort(-exact, kind="stable")[: how.exact_count]
    assert how.exact_count > 0 or directed  # so few of them reach each other that the bound is wide
    assert (
        np.argsort(-found.round(9), kind="stable")[: how.exact_count].tolist() == highest.tolist()
    )
    assert found[highest] == pytest.approx(exact[highest], abs=1e-9)
    assert found[-4:] == pytest.approx(exact[-4:], abs=1e-9)  # beside the largest component


@pytest.mark.usefixtures("sampling")
def test_any_number_of_workers_gives_the_same_bits():
    edges = edges_of(nx.gnm_random_graph(1_000, 2_000, seed=2))
    for exact in (True, False):
        scores, how = compute_scores("harmonic", edges, MeasureOptions(exact=exact, workers=1))
        others, same = compute_scores("harmonic", edges, MeasureOptions(exact=exact, workers=2))
        assert (others.tobytes(), same) == (scores.tobytes(), how)


@pytest.mark.usefixtures("sampling")
def test_another_seed_draws_another_sample():
    edges = edges_of(nx.gnm_random_graph(200, 400, seed=2))
    one, again, other = (
        compute_scores("closeness", edges, MeasureOptions(exact=False, seed=seed))[0].tobytes()
        for seed in (3, 3, 4)
    )
    assert one == again != other


@pytest.mark.usefixtures("sampling")
def test_the_answer_says_who_is_exact():
    net = graph.Network.from_graph(nx.barabasi_albert_graph(120, 2, seed=5))
    answer = net.centrality("closeness", exact=False)
    how = answer.sampled["closeness"]
    assert (
        f", the first {how.exact_count} exact. Ranks below the first {how.exact_count} rest on"
        in str(answer)
    )
    assert answer.to_dict()["sampled"]["closeness"]["exact_count"] == how.exact_count


def test_what_is_directed_weighted_or_small_is_exact():
    net = graph.Network.from_graph(nx.barabasi_albert_graph(40, 2, seed=5))
    assert net.centrality("closeness", directed=True, exact=False).sampled == {}
    assert net.centrality("harmonic", weighted=True, exact=False).sampled == {}
    assert net.centrality("harmonic", exact=False).sampled == {}  # all are among the highest


@pytest.mark.usefixtures("sampling")
def test_long_searches_are_sampled_unless_exact_is_asked_for(monkeypatch):
    monkeypatch.setattr("graph.analysis.large.strategy.MOST_CLOSENESS", 100)
    net = graph.Network.from_graph(nx.barabasi_albert_graph(120, 2, seed=5))
    assert net.centrality("closeness").sampled.keys() == {"closeness"}
    assert net.centrality("closeness", exact=True).sampled == {}
