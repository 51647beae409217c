"""A network over time: periods of the same relations, and what is answered about each."""

import json

import pytest
from terminal import folder, run
from tiny_network import network

import graph
from graph.analysis.extent import measure_extent
from graph.analysis.timeline import measurement

# a and b are friends from 2001 on, c their foe in 2003 and 2004; d comes in 2004 for ever.
LINES = (
    "a ally b start=2001",
    "b opposes c start=2003 end=2004",
    "a ally c start=2004-05-01 end=2004",
    "c ally d start=2004-07",
)


def list_counts(answer):
    return [(each.dates, each.actor_count, each.relation_count) for each in answer.periods]


def test_a_period_is_the_years_of_the_same_relations():
    answer = network(*LINES).timeline("degree")
    assert list_counts(answer) == [
        ("2001 to 2002", 2, 1), ("2003", 3, 2), ("2004", 4, 4), ("from 2005", 4, 2)
    ]  # fmt: skip
    assert [each.component_count for each in answer.periods] == [1, 1, 1, 2]
    assert answer.sentence == (
        "4 periods from 2001 on. From the first to the last: actors 2 to 4, relations 1 to 2 and "
        "components 1 to 2."
    )


def test_figures_of_periods_are_those_of_structure(belarus):
    scattered = network("a ally b", "a opposes b", "c ally d", "d ally e", "f met f", actors="g")
    for net in (belarus, belarus.at("1990"), scattered, network(actors="a"), network()):
        structure = net.structure()
        components = structure.components
        assert measure_extent(net) == (
            structure.actor_count,
            structure.relation_count,
            components.weak,
            components.largest_weak,
            structure.density,
        )


def test_months_tell_them_apart_more_finely():
    answer = network(*LINES).timeline("degree", every="month")
    assert [each.dates for each in answer.periods] == [
        "2001-01 to 2002-12",
        "2003-01 to 2004-04",
        "2004-05 to 2004-06",
        "2004-07 to 2004-12",
        "from 2005-01",
    ]


def test_balance_and_ranks_are_those_of_the_period():
    of_2004 = network(*LINES).timeline("degree").periods[2]
    # a and b are friends, c is a friend of a and a foe of b: the triangle is not balanced.
    assert (of_2004.lower, of_2004.upper, of_2004.balanced, of_2004.triangles) == (1, 1, 0, 1)
    assert of_2004.first[0].id == "c"
    assert network(*LINES).timeline().periods[2].first[0].id == "c"


def test_without_a_start_a_relation_may_hold_before_and_not_for_certain():
    net = network("a ally b end=2003", "b ally c start=2002 end=2005")
    assert list_counts(net.timeline("degree")) == [
        ("2002 to 2003", 3, 2),
        ("2004 to 2005", 2, 1),
        ("from 2006", 0, 0),
    ]
    assert "1 of 2 relations has no start, and may hold at any time before." in str(net.timeline())
    certain = net.timeline("degree", certain=True)
    assert list_counts(certain) == [("2002 to 2005", 2, 1), ("from 2006", 0, 0)]


def test_years_before_the_common_era_are_in_order():
    answer = network("a ally b start=-44 end=-43", "b ally c start=0010").timeline("degree")
    assert [each.dates for each in answer.periods] == ["-44 to -43", "-42 to 0009", "from 0010"]
    months = network("a ally b start=-44-03 end=-44-05").timeline("degree", every="month")
    assert [each.dates for each in months.periods] == ["-44-03 to -44-05", "from -44-06"]


def test_of_a_span_that_is_asked_about_periods_lie_within_it():
    answer = network(*LINES).between("2002", "2003").timeline("degree")
    assert list_counts(answer) == [("2002", 2, 1), ("2003", 3, 2)]
    assert network(*LINES).between("2004", "").timeline("degree").periods[-1].dates == "from 2005"


def test_balance_is_left_out_of_large_networks(monkeypatch):
    monkeypatch.setattr(measurement, "MOST_DIVIDED", 3)
    answer = network(*LINES).timeline("degree")
    assert {each.frustration for each in answer.periods} == {""}
    assert "Balance and camps of each period are left out: they would take long." in str(answer)


def test_without_dates_there_is_no_period():
    answer = network("a ally b").timeline()
    assert answer.periods == []
    assert answer.sentence == "No relation has a date: the network is the same at any time."


def test_a_unit_and_a_measure_must_exist():
    with pytest.raises(graph.QuestionError, match="year or month"):
        network("a ally b").timeline(every="day")
    with pytest.raises(graph.QuestionError, match="degree"):
        network("a ally b").timeline("degre")


def test_in_the_terminal(tmp_path):
    data = folder(tmp_path)
    words = ("timeline", "--by", "degree")
    assert "A period ends in the year before relations change." in run(*words, data=data).stdout
    found = json.loads(run(*words, "--format", "json", data=data).stdout)
    assert (found["unit"], found["measure"]) == ("year", "degree")
    rows = run(*words, "--format", "csv", data=data).stdout.splitlines()
    assert rows[0].startswith("from,until,actor_count,relation_count")
    assert len(rows) == 1 + len(found["periods"])
    assert "| period | actors |" in run(*words, "--format", "markdown", data=data).stdout


@pytest.mark.parametrize("figure", ["frustration", "balance", "density", "components"])
def test_a_figure_that_every_period_has_may_be_asked_for(figure):
    assert run("timeline", "--measure", figure).stdout == run("timeline").stdout


def test_the_measure_may_be_given_by_either_name():
    shown = run("timeline", "--measure", "degree").stdout
    assert shown == run("timeline", "--by", "degree").stdout != run("timeline").stdout
