"""Weights from 1e-100 to 1e100: every measure answers, and equally short paths are exact."""

import json
import math
from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from terminal import run
from tiny_network import folder, network

import graph
from explorer.page.document import build_document
from explorer.page.presentation import Presentation
from graph.analysis.centrality import MEASURES
from graph.analysis.large import strategy
from graph.analysis.large.whole_lengths import find_whole_lengths
from graph.analysis.measures import MEASURES as FUNCTIONS
from graph.select.projection import MANY, Projection

EVEN = ["1", "2", "3", "4", "6", "0.1", "0.2", "0.3", "1.5"]
ODD = ["1e-100", "1e100", "1e-50", "9007199254740993", "1e-12", "123456.78", "97"]
ENDS = st.sampled_from("ABCDEFG")
KINDS = st.sampled_from(["ally", "funds", "opposes"])


def rows(weights):
    row = st.tuples(ENDS, KINDS, ENDS, st.sampled_from(weights))
    return st.lists(row, max_size=18)


def of_rows(listed):
    return network(*(f"{a} {kind} {b} weight={weight}" for a, kind, b, weight in listed))


@pytest.fixture(params=["small", "large"])
def _size(request, monkeypatch):
    """As in a small network, and by the ways of a large one."""
    if request.param == "large":
        monkeypatch.setattr("graph.select.projection.MANY", 0)
        monkeypatch.setattr(strategy, "MANY", 0)
        monkeypatch.setattr(strategy, "SMALL", 0)


@pytest.mark.nightly(but_each=2)
@pytest.mark.slow
@pytest.mark.usefixtures("_size")
@settings(max_examples=40)
@example([("A", "ally", "B", "1e100"), ("B", "ally", "C", "1e-100")], True, True)  # noqa: FBT003
@example([("A", "ally", "B", "9007199254740993")], True, False)  # noqa: FBT003
@example([("A", "ally", "B", "1"), ("A", "ally", "C", "1")], False, False)  # noqa: FBT003
@given(rows(EVEN + ODD), st.booleans(), st.booleans())
def test_every_measure_and_community_of_any_weights_is_a_number(listed, weighted, directed):
    net = of_rows(listed)
    for exact in (None, False, True):
        answer = net.centrality(weighted=weighted, directed=directed, exact=exact)
        for measure, scores in answer.scores.items():
            assert all(math.isfinite(score) for score in scores), measure
            assert measure == "pn" or min(scores, default=0) >= 0
        assert max(answer.scores["betweenness"], default=0) <= 1 + 1e-9
        assert str(answer)
        assert json.dumps(answer.to_dict())
    communities = net.communities(weighted=weighted)
    assert -1 <= communities.modularity <= 1
    assert json.dumps(communities.to_dict(), allow_nan=False)
    assert json.dumps(build_document(net, Presentation()), allow_nan=False)


def betweenness_of_fractions(net, *, directed):
    """Return networkx's betweenness with lengths that are never rounded."""
    plain = nx.DiGraph() if directed else nx.Graph()
    plain.add_nodes_from(actor.id for actor in net.actor_rows)
    by_type, weights = {}, {}
    for row in net.relation_rows:
        key = row.source.id, row.target.id, row.type
        by_type[key] = by_type.get(key, 0) + Fraction(str(row.weight))
    for (here, there, kind), weight in by_type.items():
        back = by_type.get((there, here, kind), -1) if kind.mutual else -1
        if back > weight or (back == weight and here > there):
            continue  # the same is listed the other way round, and counts once
        pairs = [(here, there)]
        pairs += [pairs[0][::-1]] if directed and kind.mutual else []
        for pair in pairs:
            key = pair if directed else tuple(sorted(pair))
            weights[key] = weights.get(key, 0) + weight
    plain.add_edges_from((a, b, {"far": 1 / w}) for (a, b), w in weights.items() if a != b)
    return nx.betweenness_centrality(plain, weight="far")


def betweenness_of(net, **options):
    answer = net.centrality("betweenness", weighted=True, **options)
    return dict(zip((a.id for a in answer.actors), answer.scores["betweenness"], strict=True))


@pytest.mark.usefixtures("_size")
@settings(max_examples=60)
@given(rows([*EVEN, "97", "123456.78"]), st.booleans())
def test_equally_short_paths_are_those_of_exact_fractions(listed, directed):
    net = of_rows(listed)
    exact = betweenness_of_fractions(net, directed=directed)
    assert betweenness_of(net, directed=directed) == pytest.approx(exact, abs=1e-12)


# From A to D there are two paths of the same length: 1/2, and 1/3 + 1/6.
HALVES = ["A ally B weight=3", "B ally D weight=6", "A ally D weight=2"]


@pytest.mark.usefixtures("_size")
def test_a_third_and_a_sixth_are_a_half():
    assert betweenness_of(network(*HALVES))["B"] == pytest.approx(1 / 2)


@pytest.mark.usefixtures("_size")
def test_a_tie_among_weights_without_a_common_multiple(monkeypatch):
    """Lengths of 256 bits: 1/3 + 1/6 is off by one in the last, as many as there are actors."""
    monkeypatch.setattr("graph.analysis.large.whole_lengths.MOST_BITS", 1)
    net = network(*HALVES)
    edges = Projection().edges(net)
    assert find_whole_lengths(edges.weights, 3).slack == 3
    assert betweenness_of(net)["B"] == pytest.approx(1 / 2)


def test_the_same_rule_holds_below_and_above_five_thousand_edges():
    """Copies of one network, beside each other: the same share of their paths leads through B."""

    def count_paths(copies):
        net = network(*(
            f"{source}{copy} ally {target}{copy} weight={weight}"
            for copy in range(copies)
            for source, target, weight in ("AB3", "BD6", "AD2", "BE7", "ED5", "EA3")
        ))  # fmt: skip
        others = len(net.actor_rows) - 1
        pairs = others * (others - 1) / 2
        return len(net.relation_rows), betweenness_of(net)["B0"] * pairs

    (few, expected), (many, counted) = count_paths(3), count_paths(900)
    assert few < MANY < many
    assert expected == pytest.approx(1 / 2)
    assert counted == pytest.approx(expected)


@pytest.mark.parametrize("weight", ["1", "7", "0.1", "1e-100", "1e100"])
@pytest.mark.parametrize("measure", MEASURES)
def test_equal_weights_are_steps_in_their_unit(weight, measure):
    lines = ["A ally B", "B ally C", "C ally D", "A ally E", "E ally D"]
    plain, equal = network(*lines), network(*(f"{line} weight={weight}" for line in lines))
    has_unit = measure in ("closeness", "harmonic") or measure.startswith("weighted_")
    unit = float(weight) if has_unit else 1
    expected = plain.centrality(measure).scores[measure]
    answer = equal.centrality(measure, weighted=True)
    assert answer.scores[measure] == pytest.approx([unit * score for score in expected], rel=1e-9)


def test_equal_weights_are_sampled_as_steps_are(monkeypatch):
    monkeypatch.setattr("graph.analysis.large.closeness.REFINED", 10)
    plain = graph.Network.from_graph(nx.barabasi_albert_graph(120, 2, seed=5))
    answer = plain.centrality("betweenness", "harmonic", weighted=True, exact=False)
    assert answer.sampled.keys() == {"betweenness", "harmonic"}
    assert answer.scores == plain.centrality("betweenness", "harmonic", exact=False).scores
    assert "All edges have the same weight, 1, which changes no rank." in answer.notes


def test_the_unit_ranks_nobody_otherwise():
    """The largest first, however small all are."""
    for unit in ("1e-100", "1e-20", "1", "1e90"):
        net = network(f"A ally B weight={unit}", f"B ally C weight=3{unit[1:]}")
        for measure in ("weighted_degree", "closeness", "harmonic"):
            answer = net.centrality(measure, weighted=True)
            assert [actor.id for actor in answer.actors] == ["B", "C", "A"], (measure, unit)
            assert answer.actor_ranks == (1, 2, 3)
        members = net.communities(weighted=True).communities[0].actors
        assert members[0].id == "B"


# What options change


def test_what_is_not_sampled_says_why():
    net = network("A ally B weight=2", "B ally C")
    notes = net.centrality("betweenness", "degree", weighted=True, exact=False).notes
    assert notes[:-1] == (
        "degree: not changed by the option weighted.",
        "betweenness: exact, as weighted paths are not sampled.",
        "degree: exact, as it is never sampled.",
    )
    assert net.centrality("closeness", directed=True, exact=False).notes == (
        "closeness: exact, as steps along arrows are not sampled.",
    )
    assert net.centrality("harmonic", exact=False).notes == (
        "harmonic: exact, as the network is small.",
    )
    assert net.centrality("closeness", weighted=True, exact=True).notes == ()


@pytest.mark.parametrize("measure", ["betweenness", "closeness", "harmonic"])
@pytest.mark.parametrize("exact", [None, False])
def test_what_would_take_long_and_has_no_sample_is_refused(monkeypatch, measure, exact):
    monkeypatch.setattr(strategy, "MOST_WEIGHTED", 5)
    net = network("A ally B weight=2", "B ally C")
    with pytest.raises(graph.QuestionError) as caught:
        net.centrality(measure, weighted=True, exact=exact)
    assert str(caught.value) == (
        f"centrality: {measure} of 3 actors and 2 edges takes many minutes, and weighted paths are "
        "not sampled. Measure it without weights, or exactly (--exact) and wait."
    )
    assert net.centrality(measure, weighted=True, exact=True).sampled == {}


def test_long_searches_along_arrows_are_refused(monkeypatch):
    monkeypatch.setattr(strategy, "MOST_CLOSENESS", 5)
    net = network("A funds B", "B funds C")
    with pytest.raises(graph.QuestionError, match="Measure it without direction, or exactly"):
        net.centrality("closeness", directed=True)
    assert net.centrality("harmonic", directed=True).scores


def test_paths_that_are_equal_by_rounding_are_told(monkeypatch):
    monkeypatch.setattr(strategy, "MOST_WHOLE", 5)
    net = network("A ally B weight=2.000001", "B ally C weight=1234567.7")
    answer = net.centrality("betweenness", weighted=True)
    assert answer.method_notes == (strategy.ROUNDED,)
    assert net.centrality("betweenness", weighted=True, exact=True).method_notes == ()


# What each measure is measured on


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("measure", MEASURES)
def test_the_projection_that_is_told_is_the_one_that_counts(measure, directed, weighted):
    """Scores on what the answer names are those it lists."""
    net = network("A funds B weight=2", "B funds C weight=3", "C ally A", "C funds D", "B funds A")
    answer = net.centrality(measure, directed=directed, weighted=weighted)
    told = answer.projections[measure]
    assert answer.to_dict()["projections"] == {measure: told.to_dict()}
    assert answer.projection_sentence == f"How it is counted: {told}."
    graph_of = told.graph(net)
    weight = "weight" if told.weighted else None
    degrees = {"degree": "degree", "in_degree": "in_degree", "out_degree": "out_degree",
               "weighted_degree": "degree"}  # fmt: skip
    if measure in degrees:
        expected = dict(getattr(graph_of, degrees[measure])(weight=weight))
    else:
        expected = FUNCTIONS[measure](net, told)
    rows = [net.columns.actor_row[actor.id] for actor in answer.actors]
    assert answer.scores[measure] == pytest.approx([expected[row] for row in rows])


def test_measures_on_several_projections_are_told_apart():
    net = network("A funds B weight=2")
    sentence = net.centrality("betweenness", "weighted_degree", "in_degree").projection_sentence
    assert sentence == (
        "How it is counted: all relations between two actors as one; "
        "disputed relations are left out. "
        "betweenness: in both directions, without weights; "
        "weighted_degree: in both directions, with their weights; "
        "in_degree: from source to target, without weights."
    )


def test_the_terminal_says_it_too(tmp_path):
    data = folder(tmp_path, relations="source,target,type,weight\na,b,funds,1e100\nb,a,ally,3\n")
    answer = run("centrality", "--by", "weighted_degree", data=data)
    assert "in both directions, with their weights" in answer.stdout
    assert "1e+100" in answer.stdout
    assert run("communities", "--weighted", data=data).exit_code == 0
