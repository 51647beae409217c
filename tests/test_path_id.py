"""The id of a path: made of its relations' ids, the same when rows move and data improve."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_network import network

import graph
from graph.analysis.paths.path_id import MOST_RELATIONS, format_path_id, parse_path_id
from graph.data.records import Actor, Relation
from graph.data.vocabulary import TYPES

ENDS = Actor("a", "A", "person"), Actor("b", "B", "person")


def test_it_names_the_relations_of_each_step_in_the_order_of_their_ids():
    net = network("A funds B id=r2", "B ally A id=r1", "C opposes B id=r3")
    assert net.path("A", "C").paths[0].id == "path:~r1,r2.~r3"
    assert net.path("C", "A").paths[0].id == "path:r3.r1,~r2"


def test_it_is_the_same_when_rows_move_and_when_they_say_more():
    rows = ["A funds B", "A leads B", "B opposes C"]
    better = ["B opposes C start=2020 confidence=B2", "A leads B reference=x", "A funds B"]
    assert network(*rows).path("A", "C").paths[0].id == network(*better).path("A", "C").paths[0].id


def test_a_path_without_a_step_has_none():
    net = network("A funds B")
    assert net.path("A", "A").paths[0].id == ""


def test_signs_of_ids_are_written_as_in_a_web_address():
    ids = ["a.b", "~c", "d,e", "f g", "é"]
    assert format_path_id([(ENDS[0], [_make_relation(each) for each in ids])]) == (
        "path:%7Ec,%C3%A9,a%2Eb,d%2Ce,f%20g"
    )


def test_of_very_many_parallel_relations_the_first_are_named():
    many = [_make_relation(f"r{number:02}") for number in range(50)]
    named = parse_path_id(format_path_id([(ENDS[0], many)]))[0]
    assert [each.id for each in named] == [f"r{number:02}" for number in range(MOST_RELATIONS)]


@settings(max_examples=50)
@given(st.lists(st.lists(st.text(min_size=1), min_size=1, max_size=3, unique=True), min_size=1))
def test_it_is_read_back(ids):
    steps = [
        (ENDS[index % 2], [_make_relation(name) for name in step]) for index, step in enumerate(ids)
    ]
    read = parse_path_id(format_path_id(steps))
    assert [{each.id for each in step} for step in read] == [set(step) for step in ids]
    assert all(
        each.is_backwards == bool(index % 2) for index, step in enumerate(read) for each in step
    )


@pytest.mark.parametrize("text", ["", "path:", "path:r1..r2", "path:r1,", "r1", "path:~"])
def test_what_is_no_id_is_refused(text):
    with pytest.raises(graph.QuestionError, match="is not the id of a path"):
        parse_path_id(text)


def _make_relation(name):
    return Relation(name, *ENDS, TYPES["funds"])
