"""What no measure depends on: the order of rows, names, and how a mutual relation is listed."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_network import network

from graph.analysis.centrality import MEASURES

NAMES = "ABCDEFG"
ROW = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(["ally", "funds", "opposes", "borders"]),
    st.sampled_from(NAMES),
    st.sampled_from(["1", "2", "3", "0.5"]),
)
ROWS = st.lists(ROW, min_size=1, max_size=14)
OPTIONS = st.sampled_from(
    [{}, {"directed": True}, {"weighted": True}, {"directed": True, "weighted": True}]
)
MUTUAL = {"ally", "borders"}


def make(rows, names=NAMES):
    lines = [f"{here} {kind} {there} weight={weight}" for here, kind, there, weight in rows]
    return network(*lines, actors=" ".join(names))


def scores_of(net, options):
    answer = net.centrality(**options)
    ids = [actor.id for actor in answer.actors]
    return {name: dict(zip(ids, each, strict=True)) for name, each in answer.scores.items()}


def agree(ours, theirs, name_of=lambda name: name):
    assert ours.keys() == theirs.keys()
    for measure, scores in ours.items():
        renamed = {name_of(actor): score for actor, score in scores.items()}
        assert theirs[measure] == pytest.approx(renamed, abs=1e-9), measure


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(ROWS, OPTIONS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, options, chance):
    names = chance.sample(NAMES, len(NAMES))
    shuffled = chance.sample(rows, len(rows))
    agree(scores_of(make(rows), options), scores_of(make(shuffled, names), options))


@settings(max_examples=20, deadline=None)
@given(ROWS, OPTIONS)
def test_names_change_nothing(rows, options):
    other = dict(zip(NAMES, random.Random(1).sample(NAMES, len(NAMES)), strict=True))  # noqa: S311
    renamed = [(other[here], kind, other[there], weight) for here, kind, there, weight in rows]
    agree(scores_of(make(rows), options), scores_of(make(renamed), options), other.__getitem__)


@pytest.mark.nightly
@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(ROWS, OPTIONS)
def test_a_mutual_relation_counts_once_however_it_is_listed(rows, options):
    """Turned round, and, of each pair listed one way, both ways."""
    mutual = [row for row in rows if row[1] in MUTUAL]
    listed = {(here, kind, there) for here, kind, there, _ in mutual}
    once = [row for row in mutual if (row[2], row[1], row[0]) not in listed]
    turned = [(there, kind, here, weight) for here, kind, there, weight in once]
    rest = [row for row in rows if row not in once]
    plain = scores_of(make(rows), options)
    agree(plain, scores_of(make(rest + turned), options))
    agree(plain, scores_of(make(rows + turned), options))


@pytest.mark.long
@settings(max_examples=30, deadline=None)
@given(ROWS, OPTIONS)
def test_a_copy_beside_it_gives_both_copies_equal_scores(rows, options):
    copy = [(here.lower(), kind, there.lower(), weight) for here, kind, there, weight in rows]
    for measure, scores in scores_of(make(rows + copy, NAMES + NAMES.lower()), options).items():
        lower = {name.lower(): scores[name] for name in NAMES}
        assert {name: scores[name] for name in lower} == pytest.approx(lower, abs=1e-9), measure


def test_who_gave_most_and_who_got_most():
    net = make([("A", "funds", "B", "3"), ("C", "funds", "B", "2"), ("A", "ally", "C", "1")], "ABC")
    assert net.centrality("weighted_in_degree").scores["weighted_in_degree"] == (5, 1, 1)
    given_most = net.centrality("weighted_out_degree")
    assert [actor.id for actor in given_most.actors] == ["A", "C", "B"]
    assert given_most.scores["weighted_out_degree"] == (4, 3, 0)


def test_outward_counts_the_steps_from_an_actor():
    """A leads to B and B to C; D is alone."""
    net = make([("A", "funds", "B", "2"), ("B", "funds", "C", "2")], "ABCD")
    inward = scores_of(net, {"directed": True})
    outward = scores_of(net, {"directed": True, "outward": True})
    for measure in ("closeness", "harmonic"):
        for here, there in ("AC", "BB", "CA", "DD"):
            assert outward[measure][here] == pytest.approx(inward[measure][there])
    for measure in MEASURES.keys() - {"closeness", "harmonic", "pn", "eigenvector"}:
        assert outward[measure] == inward[measure]


@pytest.mark.parametrize("weighted", [False, True])
def test_outward_is_computed_alike_in_large_networks(monkeypatch, weighted):
    net = make([("A", "funds", "B", "2"), ("B", "funds", "C", "4"), ("C", "ally", "D", "1")])
    options = {"directed": True, "outward": True, "weighted": weighted}
    few = scores_of(net, options)
    monkeypatch.setattr("graph.select.projection.MANY", 0)
    monkeypatch.setattr("graph.analysis.large.strategy.MANY", 0)
    agree(few, scores_of(net, options))


def test_outward_needs_a_direction():
    with pytest.raises(Exception, match="outward follows arrows: ask for directed, too"):
        make([("A", "funds", "B", "1")]).centrality("closeness", outward=True)
