"""Several rows about one relation: whether it stands, is contested, or only disputed."""

import pytest
from labels import say
from tiny_network import network

ASSERTED, DISPUTED = "A {} B", "A {} B stance=disputes"
BACK = "B {} A stance=disputes"


def standing(net, actor="A"):
    return [(tie.relation.stance, tie.standing) for tie in net.show(actor).relations]


@pytest.mark.parametrize("name", ["funds", "ally"])
def test_one_who_asserts_and_one_who_disputes_make_it_contested(name):
    net = network(ASSERTED.format(name), DISPUTED.format(name))
    assert standing(net) == [("asserts", "contested"), ("disputes", "contested")]
    assert net.path("A", "B").sentence == f"A {net.types[name].label} (contested) B."


@pytest.mark.parametrize(
    ("basis", "words"),
    [("alleged", "alleged, contested"), ("inferred", "inferred, contested"), ("", "contested")],
)
def test_what_a_contested_relation_rests_on_is_said_too(basis, words):
    net = network(f"{ASSERTED.format('funds')} basis={basis}", DISPUTED.format("funds"))
    assert net.path("A", "B").sentence == say(f"A [funds] ({words}) B.")


def test_one_stated_row_speaks_for_those_that_are_alleged():
    asserted = ASSERTED.format("funds")
    net = network(asserted, f"{asserted} basis=alleged", DISPUTED.format("funds"))
    assert net.path("A", "B").sentence == say("A [funds] (contested) B.")


@pytest.mark.parametrize("basis", ["alleged", "inferred"])
def test_a_row_that_disputes_says_what_it_rests_on(basis):
    net = network(f"{DISPUTED.format('funds')} basis={basis} claimant=X", "A hosts B")
    told = say(f"A [funds] B, {basis}, disputed by X")
    assert net.relation_rows[0].sentence == told
    step = say(f"A [funds] ({basis}, disputed by X) and [hosts] B.")
    assert net.path("A", "B").sentence == step


def test_a_mutual_relation_may_be_disputed_from_its_other_end():
    assert standing(network(ASSERTED.format("ally"), BACK.format("ally")))[0][1] == "contested"


def test_a_directed_relation_is_not_disputed_by_a_row_about_its_reverse():
    net = network(ASSERTED.format("funds"), BACK.format("funds"))
    assert standing(net) == [("asserts", "stands"), ("disputes", "disputed")]


def test_several_who_assert_make_it_stand():
    assert (
        standing(network(ASSERTED.format("funds"), ASSERTED.format("funds") + " note=x"))
        == [("asserts", "stands")] * 2
    )


def test_types_are_disputed_each_for_itself():
    net = network(ASSERTED.format("funds"), DISPUTED.format("hosts"))
    assert standing(net) == [("asserts", "stands"), ("disputes", "disputed")]
    assert net.path("A", "B").sentence == say("A [funds] and [hosts] (disputed) B.")


def test_what_is_only_disputed_is_listed_but_neither_walked_nor_counted():
    net = network(DISPUTED.format("funds"), "B funds C")
    assert [relation.id for relation in net.relation_rows] == list(net.relations["id"])
    assert net.graph.number_of_edges() == 2
    assert net.path("A", "B").length is None
    assert net.centrality("degree").scores["degree"] == (1, 1, 0)
    assert [actor.id for actor in net.centrality("degree").actors] == ["B", "C", "A"]


def test_a_contested_relation_counts_by_those_who_assert_it():
    net = network("A funds B weight=2", "A funds B weight=5 stance=disputes")
    assert net.centrality("weighted_degree").scores["weighted_degree"] == (2, 2)


def test_a_row_that_a_filter_leaves_out_settles_nothing():
    net = network("A leads B start=1994", "A leads B start=2020 stance=disputes")
    assert net.path("A", "B").sentence == say("A [leads] (contested) B (from 1994).")
    told = say("A [leads] B (from 1994), end not known.")
    assert net.at("2019").path("A", "B").sentence == told
    early = network("A leads B start=2020", "A leads B start=1994 stance=disputes").at("2019")
    assert standing(early) == [("disputes", "disputed")]
    assert early.path("A", "B").length is None
