"""The frustration index is exact: against all divisions of small graphs, and as published."""

import itertools
import json
from random import Random
from time import monotonic

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_published_answers import DATA

import graph
from graph.analysis.balance import (
    covering,
    frustration,
    local_search,
    proof,
    turning_programme,
    violation_search,
)
from graph.analysis.balance.blocks import find_blocks
from graph.analysis.balance.covering import CoveringProgramme
from graph.analysis.balance.cycle_packing import Packing, pack_cycles
from graph.analysis.balance.divisions import list_best_divisions
from graph.analysis.balance.frustration import find_frustration
from graph.analysis.balance.interruptible import run_interruptibly
from graph.analysis.balance.local_search import (
    SideSearch,
    compute_effort,
    find_sides,
    search_again,
    search_longer,
)
from graph.analysis.balance.negative_cycles import CycleFinder
from graph.analysis.balance.proof import Proof, prove_block
from graph.analysis.balance.signed_graph import SignedGraph, make_signed_graph
from graph.analysis.balance.turning_programme import OUT_OF_TIME, OutOfTimeError

LARGEST = 12


def ignore(*_):
    """Take no report."""


TRIANGLE = [(0, 1, 1), (1, 2, 1), (0, 2, -1)]
without_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"no data at {DATA}")


@st.composite
def signed_edges(draw, *, connected=False):
    """Draw a graph of up to twelve vertices, as its size and its edges with signed weights."""
    size, share = draw(st.integers(2, LARGEST)), draw(st.sampled_from((0.2, 0.4, 0.6, 1)))
    weights = draw(st.sampled_from([(1, -1), (1, 2, -1, -3), (-1,), (1, 1, -1), (1, 1, 1, -1)]))
    random = Random(draw(st.integers(0, 10_000)))  # noqa: S311 - a graph, not a secret
    tree = {(random.randrange(each), each) for each in range(1, size) if connected}
    pairs = itertools.combinations(range(size), 2)
    chosen = [pair for pair in pairs if pair in tree or random.random() < share]
    return size, [(*pair, random.choice(weights)) for pair in chosen]


def list_optima(size, edges):
    """Return the least cost of all divisions in two, and every division that has it."""
    sides = np.array(list(itertools.product((1, -1), repeat=size - 1)), np.int64)
    sides = np.hstack((np.ones((len(sides), 1), np.int64), sides))
    costs = np.zeros(len(sides), np.int64)
    for one, other, weight in edges:
        costs += abs(weight) * (weight * sides[:, one] * sides[:, other] < 0)
    return int(costs.min()), sides[costs == costs.min()]


def is_bound(optima, one, other):
    return len(set(optima[:, one] * optima[:, other])) == 1


SMALL = {
    "all against each other": (6, [(*pair, -1) for pair in itertools.combinations(range(6), 2)]),
    "a ring with one against": (7, [(each, (each + 1) % 7, -1 if each else 1) for each in range(6)]
                                + [(0, 6, -1)]),
    "Petersen's graph": (10, [(*sorted(pair), -1) for pair in nx.petersen_graph().edges]),
    "wheel with weights": (6, [(0, each, each - 3 or 2) for each in range(1, 6)]
                           + [(each, each % 5 + 1, -2) for each in range(1, 5)]),
}  # fmt: skip


@pytest.mark.parametrize("name", SMALL)
def test_what_the_optima_share_is_found_by_programmes_alone(name, monkeypatch):
    monkeypatch.setattr(covering, "FEW_CYCLES", 0)
    monkeypatch.setattr(proof, "FEW_VERTICES", 0)
    monkeypatch.setattr(proof, "pack_cycles", lambda *_: None)
    monkeypatch.setattr(turning_programme, "FEW_VERTICES", 0)
    monkeypatch.setattr(violation_search, "FEW_LOOKS", 0)
    assert_exact(*SMALL[name])


# With the limits as they are, small graphs meet no interior point, programme of turns, or scipy,
# and those that a packing of cycles proves no programme at all.
@pytest.mark.slow
@pytest.mark.parametrize(
    "limits",
    [(100, 10, 20_000, True), (100, 0, 0, True), (0, 0, 0, False), (0, 4, 0, False)],
    ids=str,
)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(drawn=signed_edges())
def test_it_is_the_least_of_all_divisions_and_knows_what_they_share(limits, drawn):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering, "FEW_CYCLES", limits[0])
        patch.setattr(proof, "FEW_VERTICES", limits[1])
        patch.setattr(turning_programme, "FEW_VERTICES", limits[1])
        patch.setattr(violation_search, "FEW_LOOKS", limits[2])
        if not limits[3]:
            patch.setattr(proof, "pack_cycles", lambda *_: None)
        assert_exact(*drawn)


def assert_exact(size, edges):
    """Compare the index, what may turn and who is bound to whom with all divisions."""
    signed = make_signed_graph(size, edges)
    found = find_frustration(signed)
    least, optima = list_optima(size, edges)
    assert found.lower == found.upper == least == signed.measure_cost(found.sides)
    for number, (one, other, _) in enumerate(edges):
        assert found.turns[number] == (not is_bound(optima, one, other))
    for one, other in itertools.combinations(range(size), 2):
        assert (found.set_of[one] == found.set_of[other]) == is_bound(optima, one, other)


@pytest.mark.slow
@settings(max_examples=15, deadline=None, derandomize=True)
@given(signed_edges(), st.randoms())
def test_the_optimum_does_not_depend_on_the_order_of_edges_or_on_the_first_guess(drawn, random):
    size, edges = drawn
    sides = find_frustration(make_signed_graph(size, edges)).sides.tolist()
    shuffled = random.sample(edges, len(edges))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(proof, "FEW_VERTICES", 0)
        patch.setattr(turning_programme, "FEW_VERTICES", 0)
        assert find_frustration(make_signed_graph(size, shuffled)).sides.tolist() == sides


def test_disjoint_cycles_prove_sides_without_a_programme(monkeypatch):
    # Two triangles of one foe each, which share a vertex: an edge of each is frustrated.
    edges = [*TRIANGLE, (2, 3, 1), (3, 4, 1), (2, 4, -1)]
    graph = make_signed_graph(5, edges)
    assert pack_cycles(graph, np.ones(5, np.int64)) == Packing([(0, 1, 2), (3, 4, 5)], [0] * 6)
    monkeypatch.setattr(proof, "Proof", None)
    found = find_frustration(graph)
    assert (found.lower, found.upper, found.turns.all()) == (2, 2, True)


def test_a_packing_that_falls_short_proves_nothing():
    foes = make_signed_graph(4, [(*pair, -1) for pair in itertools.combinations(range(4), 2)])
    # Two edges are frustrated, and any two of the four triangles have one in common.
    assert pack_cycles(foes, np.array([1, 1, -1, -1])) is None
    assert prove_block(foes, monotonic() + 60, ignore).lower == 2


def test_a_search_that_goes_on_finds_what_one_that_never_stopped_finds():
    rng = np.random.default_rng(1)
    pairs = list(itertools.combinations(range(30), 2))
    graph = make_signed_graph(30, [(*pair, int(rng.choice((1, -1)))) for pair in pairs])
    search = SideSearch(graph)
    for share in (0, 10, 1):
        search.improve(compute_effort(graph) // share if share else 0)
    assert search.get_sides().tolist() == find_sides(graph).tolist()


@pytest.mark.parametrize("name", SMALL)
def test_the_best_divisions_are_all_that_there_are(name):
    size, edges = SMALL[name]
    sources, targets, weights = np.array(edges).T
    for ends in ((sources, targets), (targets, sources)):
        found = list_best_divisions(size, *ends, weights)
        assert found.tolist() == list_optima(size, edges)[1].tolist()


def test_sixteen_rivals_are_proved_by_looking_at_all_divisions():
    pairs = itertools.combinations(range(16), 2)
    found = find_frustration(make_signed_graph(16, [(*pair, -1) for pair in pairs]))
    assert found.lower == found.upper == 2 * 28  # eight on each side
    assert len(set(found.set_of.tolist())) == 16
    assert found.turns.all()


def test_blocks_of_a_graph_are_those_of_networkx():
    parts = nx.disjoint_union(nx.barbell_graph(4, 3), nx.windmill_graph(3, 4))
    edges = [(*sorted(edge), 1) for edge in parts.edges]
    found = [{edges[each][:2] for each in block} for block in find_blocks(
        make_signed_graph(len(parts), edges))]  # fmt: skip
    expected = [{tuple(sorted(edge)) for edge in block}
                for block in nx.biconnected_component_edges(parts)]  # fmt: skip
    assert sorted(map(sorted, found)) == sorted(sorted(each) for each in expected if len(each) > 1)


def test_a_cycle_that_is_walked_twice_along_an_edge_drops_it():
    # From 0 both ways to the foes 3 and 4, over the edge between 0 and 1 twice.
    lollipop = make_signed_graph(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (1, 3, -1)])
    finder = CycleFinder(lollipop, np.array([1, 1, 1, 1]))
    assert finder.find_cycles(np.zeros(4)) == {(1, 2, 3)}


def test_without_time_there_are_two_bounds_and_no_comparison():
    foes = make_signed_graph(9, [(*pair, -1) for pair in itertools.combinations(range(9), 2)])
    found = find_frustration(foes, seconds=1e-9)
    assert (found.lower, found.upper, found.is_optimal) == (0, 16, False)
    assert found.set_of is found.turns is None
    assert foes.measure_cost(found.sides) == 16


def test_whole_numbers_close_the_gap_that_linear_programmes_leave():
    foes = make_signed_graph(5, [(*pair, -1) for pair in itertools.combinations(range(5), 2)])
    bounds = []
    proving = Proof(foes, monotonic() + 60, lambda *each: bounds.append(each))
    proving.run_relaxed()
    assert proving.lower == 4  # ten triangles, each edge in three: 10 / 3
    rng = np.random.default_rng(1)
    pairs = list(itertools.combinations(range(12), 2))
    signs = make_signed_graph(12, [(*pair, int(rng.choice((1, -1)))) for pair in pairs])
    bounds = prove_block(signs, monotonic() + 60, ignore)
    assert bounds.is_optimal
    assert bounds.upper == list_optima(12, [
        (one, other, int(sign)) for (one, other), sign in zip(pairs, signs.signs, strict=True)
    ])[0]  # fmt: skip


def test_a_gap_of_one_and_more_needs_whole_numbers():
    foes = make_signed_graph(7, [(*pair, -1) for pair in itertools.combinations(range(7), 2)])
    proving = Proof(foes, monotonic() + 60, ignore)
    proving.run_relaxed()
    assert (proving.lower, proving.upper) == (7, 9)  # 21 edges, of each triangle one: 21 / 3
    proving.run_whole()
    assert proving.lower == 9


BOUND_WITHOUT_A_PATH = """
0 1 -|0 3 +|0 4 -|0 6 -|1 3 +|1 4 -|2 3 +|2 4 +|2 6 -|3 5 +|3 6 +|4 5 +|4 6 -|5 6 +
"""
FREE_THOUGH_ALIKE = """
0 1 +|0 2 +|0 3 +|0 6 -|0 7 +|1 2 +|1 5 -|1 7 -|2 4 +|2 5 +|2 6 -|2 7 +|3 7 +|4 5 -|5 6 -|6 7 -
"""


def parse_edges(text):
    """Return the edges of a text such as ``0 1 +|1 2 -``."""
    cells = [each.split() for each in text.strip().split("|")]
    return [(int(one), int(other), int(f"{sign}1")) for one, other, sign in cells]


@pytest.mark.parametrize("text", [BOUND_WITHOUT_A_PATH, FREE_THOUGH_ALIKE])
def test_vertices_that_no_edge_shows_to_be_bound_are_asked_for(text):
    edges = parse_edges(text)
    found = find_frustration(make_signed_graph(8 if "7" in text else 7, edges))
    _, optima = list_optima(len(found.sides), edges)
    for one, other in itertools.combinations(range(len(found.sides)), 2):
        assert (found.set_of[one] == found.set_of[other]) == is_bound(optima, one, other)


def test_an_index_is_known_though_the_time_to_compare_optima_ran_out(monkeypatch):
    def run_out(*_):
        raise OutOfTimeError(OUT_OF_TIME)

    monkeypatch.setattr(frustration, "find_optima", run_out)
    found = find_frustration(make_signed_graph(3, TRIANGLE))
    assert (found.upper, found.is_optimal, found.set_of, found.turns) == (1, True, None, None)


def test_an_error_of_a_solver_is_raised_where_it_was_called():
    def fail():
        raise ValueError("no solution")

    with pytest.raises(ValueError, match="no solution"):
        run_interruptibly(fail)


def test_a_search_for_cycles_stops_when_time_is_up():
    triangle = make_signed_graph(3, TRIANGLE)
    assert CycleFinder(triangle, np.ones(3, np.int64)).find_cycles(np.zeros(3), 0) == set()


def test_a_linear_programme_without_time_has_no_values():
    vertices = range(40)
    foes = make_signed_graph(40, [(*pair, -1) for pair in itertools.combinations(vertices, 2)])
    programme = CoveringProgramme(foes.weights)
    programme.add_cycles(CycleFinder(foes, find_sides(foes)).find_cycles(np.zeros(780)))
    assert programme.relax(0).values is None
    proving = Proof(foes, monotonic() + 0.05, ignore)
    proving.run_relaxed()
    proving.run_whole()
    assert proving.lower < proving.upper == 380


@pytest.mark.published
@pytest.mark.slow
@without_data
def test_published_networks():
    tribes = graph.load(DATA / "tribes").balance()
    assert tribes.frustration == 7
    assert round(tribes.balance_ratio, 6) == 0.867647
    cow = DATA / "cow_signed"
    for name, expected in json.loads((cow / "expected.json").read_text())["windows"].items():
        answer = graph.load(cow, relations=cow / f"windows/relations_{name}.csv").balance()
        assert answer.frustration == expected["frustration_index"]["exact"]
        assert dict(answer.triangles) == expected["triangles"]


@pytest.mark.published
@pytest.mark.slow
@without_data
def test_a_network_of_thousands_is_proved_within_what_is_known():
    answer = graph.load(DATA / "bitcoin_otc").balance()
    assert 1026 <= answer.lower <= answer.upper <= 1073
    assert answer.frustration == 1073


def make_power_law(size, edges, flipped):
    """Return a graph of few foremost vertices, in two camps but for flipped signs."""
    rng = np.random.default_rng(1)
    plain = nx.barabasi_albert_graph(size, 4, seed=1)
    shares = np.array([plain.degree[each] for each in range(size)], float)
    while plain.number_of_edges() < edges:
        plain.add_edge(*map(int, rng.choice(size, 2, replace=False, p=shares / shares.sum())))
    sides = rng.choice((-1, 1), size)
    signs = [(*sorted(pair), int(sides[pair[0]] * sides[pair[1]])) for pair in plain.edges]
    turned = rng.random(len(signs)) < flipped
    return make_signed_graph(size, sorted(
        (one, other, -sign if turns else sign)
        for (one, other, sign), turns in zip(signs, turned.tolist(), strict=True)
    ))  # fmt: skip


@pytest.mark.slow
def test_a_large_network_is_proved_though_its_relaxation_is_not_exact():
    large = make_power_law(600, 2600, 0.12)
    found = find_frustration(large)
    assert found.is_optimal
    assert large.measure_cost(found.sides) == found.upper
    heavy = SignedGraph(
        large.size, large.sources, large.targets, large.signs, large.weights * 999_999
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Proof, "run_whole", ignore)  # the relaxation alone closes the gap
        assert find_frustration(heavy).upper == found.upper * 999_999
        assert find_frustration(heavy).is_optimal


def test_the_bound_in_whole_numbers_is_the_weight_of_the_cover():
    for size in (30, 40, 50):
        frustrated = make_power_law(size, 3 * size, 0.5)
        bounds = prove_block(frustrated, monotonic() + 60, ignore)
        programme = CoveringProgramme(frustrated.weights)
        programme.add_cycles(bounds.cycles)
        found = programme.solve(60)
        assert bounds.is_optimal
        assert found.is_optimal
        assert found.bound == pytest.approx(frustrated.weights @ found.values)


def test_a_longer_search_is_never_worse(monkeypatch):
    monkeypatch.setattr(local_search, "LONG_EFFORT", 20_000)
    frustrated = make_power_law(60, 300, 0.5)
    sides = find_sides(frustrated)
    longer = search_longer(frustrated, sides)
    assert frustrated.measure_cost(longer) <= frustrated.measure_cost(sides)
    assert search_longer(frustrated, sides, 0).tolist() == sides.tolist()
    again = search_again(frustrated, sides)
    assert frustrated.measure_cost(again) <= frustrated.measure_cost(sides)
