"""Filters: what each keeps, that they chain, and that none changes what it was asked of."""

import random
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import folder, network

import graph
from graph.rules.cells import CONFIDENCE_DUE


@pytest.fixture
def net():
    """Five relations among A, B, C and D: three types, two dated, two rated, one end unknown."""
    return network(
        "A funds B start=2020 end=2021 confidence=0.9",
        "A ally B confidence=0.2",
        "B borders C start=2022",
        "C funds D end=2019",
        "D ally A",
    )


def kept(net):
    return [f"{r.source.id}{r.target.id} {r.type.name}" for r in net.relation_rows]


def people(net):
    return "".join(actor.id for actor in net.actor_rows)


def test_only_some_types(net):
    assert kept(net.only("funds")) == ["AB funds", "CD funds"]
    assert kept(net.only("funds", ["borders"])) == ["AB funds", "BC borders", "CD funds"]
    assert kept(net.only()) == []
    assert people(net.only("borders")) == "ABCD"


def test_avoiding_some_types(net):
    assert kept(net.avoid("funds", "ally")) == ["BC borders"]
    assert kept(net.avoid(["funds"], "leads")) == ["AB ally", "BC borders", "DA ally"]
    assert kept(net.avoid()) == kept(net)


@pytest.mark.parametrize(
    ("date", "rows"),
    [
        ("2019", ["AB ally", "CD funds", "DA ally"]),
        ("2020", ["AB funds", "AB ally", "DA ally"]),
        ("2021-12-31", ["AB funds", "AB ally", "DA ally"]),
        ("2022", ["AB ally", "BC borders", "DA ally"]),
        ("1000", ["AB ally", "CD funds", "DA ally"]),
    ],
)
def test_at_a_date(net, date, rows):
    assert kept(net.at(date)) == rows
    assert kept(net.at(date, certain=True)) == [row for row in rows if row == "AB funds"]
    assert people(net.at(date)) == "ABCD"


def test_at_leaves_out_actors_that_do_not_exist_then_with_their_relations(tmp_path):
    actors = "id,name,kind,start,end\na,Ann,person,1900,1950\nb,Bob,person,,\n"
    net = graph.load(folder(tmp_path, actors=actors))
    assert (people(net.at("2022")), kept(net.at("2022"))) == ("b", [])
    assert (people(net.at("1950")), kept(net.at("1950"))) == ("ab", ["ab funds"])


def test_confident(net):
    assert kept(net.min_confidence(0.5)) == ["AB funds", "BC borders", "CD funds", "DA ally"]
    assert kept(net.min_confidence(0.9, unrated=False)) == ["AB funds"]
    assert kept(net.min_confidence(0, unrated=False)) == ["AB funds", "AB ally"]
    assert kept(net.min_confidence(0)) == kept(net)


def test_a_grade_that_says_nothing_is_unrated():
    net = network("A funds B confidence=F6", "A funds C confidence=E5")
    assert kept(net.min_confidence(0.5)) == ["AB funds"]
    assert kept(net.min_confidence(0, unrated=False)) == ["AC funds"]


def test_without_actors(net):
    less = net.avoid_actor("B")
    assert (people(less), kept(less)) == ("ACD", ["CD funds", "DA ally"])
    assert kept(net.avoid_actor(["B", "D"])) == []
    assert kept(net.avoid_actor()) == kept(net)


def test_kinds(tmp_path):
    actors = "id,name,kind\na,Ann,person\nb,Bob,person\nm,Minsk,place\n"
    relations = "source,target,type\na,b,funds\na,m,located_in\n"
    net = graph.load(folder(tmp_path, actors=actors, relations=relations))
    assert (people(net.kind("person")), kept(net.kind("person"))) == ("ab", ["ab funds"])
    assert kept(net.kind(["person"], "place")) == kept(net)


def test_filters_chain_and_narrow(net):
    assert kept(net.only("funds", "ally").avoid("ally").at("2020")) == ["AB funds"]
    assert kept(net.only("funds").only("ally")) == []
    assert people(net.avoid_actor("A").avoid_actor("C")) == "BD"
    assert net.at("2020").avoid_actor("B").path("A", "D").length == 1


def test_nothing_changes_the_network_and_columns_are_shared(net):
    before = kept(net), people(net)
    narrower = net.only("funds").avoid_actor("A").at("2020").min_confidence(0.5)
    assert (kept(net), people(net)) == before
    assert narrower.columns is net.columns
    with pytest.raises(FrozenInstanceError):
        net.relation_numbers = ()


def test_answers_of_a_network_do_not_leak_into_its_filtered_ones(net):
    assert net.path("A", "B").length == 1
    assert net.avoid("funds", "ally").path("A", "B").length is None
    assert (len(net.graph.edges), len(net.only("funds").graph.edges)) == (5, 2)


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (
            lambda net: net.only("fund"),
            "only: 'fund' is not a relation type. Did you mean 'funds'?",
        ),
        (
            lambda net: net.avoid("fund"),
            "avoid: 'fund' is not a relation type. Did you mean 'funds'?",
        ),
        (
            lambda net: net.at("soon"),
            (
                "at: 'soon' is not a date."
                " Write a year (2022), a month (2022-08) or a day (2022-08-08)."
            ),
        ),
        (
            lambda net: net.min_confidence(85),
            "min_confidence: 85 is not a confidence: it is above 1. Did you mean 0.85?",
        ),
        (
            lambda net: net.min_confidence(float("nan")),
            f"min_confidence: nan is not a confidence: it is not finite. {CONFIDENCE_DUE}",
        ),
        (
            lambda net: net.min_confidence(None),
            f"min_confidence: None is not a confidence. {CONFIDENCE_DUE}",
        ),
        (
            lambda net: net.kind("persn"),
            "kind: no actor is of the kind 'persn'. Did you mean 'person'?",
        ),
        (lambda net: net.kind("xyz"), "kind: no actor is of the kind 'xyz'. There are: person."),
    ],
)
def test_a_question_without_meaning(net, question, message):
    with pytest.raises(graph.QuestionError) as caught:
        question(net)
    assert str(caught.value) == message


def test_an_unknown_type_tells_all_that_are_known(net):
    with pytest.raises(graph.QuestionError, match="Known: ally, supports, funds,"):
        net.only("xyz")


def test_some_only_actor(net):
    assert people(net.only_actor("D", ["A"], "B")) == "ABD"
    assert kept(net.only_actor("D", "A", "B")) == ["AB funds", "AB ally", "DA ally"]
    assert (people(net.only_actor()), kept(net.only_actor())) == ("", [])
    assert people(net.avoid_actor("A").only_actor("A", "B")) == "B"
    with pytest.raises(graph.ActorNotFound):
        net.only_actor("Narnia")


def test_without_somebody_unknown(net):
    with pytest.raises(graph.ActorNotFound):
        net.avoid_actor("Narnia")


FILTERS = {
    "only": lambda net: net.only("funds", "ally"),
    "avoid": lambda net: net.avoid("funds"),
    "at": lambda net: net.at("2021", certain=True),
    "min_confidence": lambda net: net.min_confidence(0.5),
    "avoid_actor": lambda net: net.avoid_actor("B"),
}
LINE = st.builds(
    "{} {} {}{}{}".format,
    st.sampled_from("ABCD"),
    st.sampled_from(["funds", "ally", "borders"]),
    st.sampled_from("ABCD"),
    st.sampled_from(["", " start=2020", " start=2021 end=2022", " end=2020", " start=2022"]),
    st.sampled_from(["", " confidence=0.4", " confidence=B2"]),
)


@given(st.lists(LINE, max_size=8), st.permutations(list(FILTERS)))
def test_filters_may_come_in_any_order(lines, order):
    there = network(*lines, actors="A B C D")
    back = there
    for name in order:
        there = FILTERS[name](there)
    for name in reversed(order):
        back = FILTERS[name](back)
    assert there.relation_rows == back.relation_rows
    assert there.actor_rows == back.actor_rows


@pytest.mark.slow
@given(st.lists(LINE, max_size=8))
def test_without_is_the_data_without(lines):
    less = network(*lines, actors="A B C D").avoid_actor("B")
    anew = network(*(line for line in lines if "B" not in line.split()[:3:2]), actors="A C D")
    assert less.actor_rows == anew.actor_rows
    assert [r.sentence for r in less.relation_rows] == [r.sentence for r in anew.relation_rows]
    assert (
        less.path("A", "D").to_dict()["path_count"] == anew.path("A", "D").to_dict()["path_count"]
    )
    assert less.centrality().scores == anew.centrality().scores


def test_the_belarus_case_without_somebody_is_the_data_without(tmp_path):
    net = graph.load_example()
    generator = random.Random(7)  # noqa: S311 - a sample, not a secret
    here = net.files[0].parent
    for actor in generator.sample(net.actor_rows, 5):
        for name in ("actors", "relations"):
            lines = (here / f"{name}.csv").read_text(encoding="utf-8").splitlines(keepends=True)
            own = [line for line in lines if actor.id in line.split(",")[: 1 + (name != "actors")]]
            assert own or name == "relations"
            text = "".join(line for line in lines if line not in own)
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        (tmp_path / "sources.csv").write_bytes((here / "sources.csv").read_bytes())
        less, anew = net.avoid_actor(actor.id), graph.load(tmp_path)
        assert less.actor_rows == anew.actor_rows
        assert less.relation_rows == anew.relation_rows


def test_a_year_may_be_a_number(net):
    assert list(net.at(2022).relation_numbers) == list(net.at("2022").relation_numbers)
    with pytest.raises(graph.QuestionError, match="'22' is not a date"):
        net.at(22)
