"""Rows in error are set aside on request alone, with what needs them; it is always said."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from terminal import run
from tiny_network import COUPLE, FUNDING, folder

import explorer
import graph
from graph.formats import csv_file

BROKEN = FUNDING + "a,,ally\nb,a,fund\nb,a,hosts\n"
SAID = "relations.csv: 2 rows in error are set aside: lines 3 and 4."


@pytest.mark.parametrize("large", [False, True])
def test_the_rest_is_read(tmp_path, large, monkeypatch):
    if large:
        monkeypatch.setattr(csv_file, "LARGE", 0)
    data = folder(tmp_path, relations=BROKEN)
    with pytest.raises(graph.DataError):
        graph.load(data)
    net = graph.load(data, set_aside=True)
    assert [relation.type.name for relation in net.relation_rows] == ["funds", "hosts"]
    assert [str(warning) for warning in net.warnings] == [SAID]


def test_sound_data_is_read_as_ever(tmp_path):
    assert graph.load(folder(tmp_path), set_aside=True).warnings == ()


def test_relations_of_an_actor_that_is_set_aside_are_set_aside_too(tmp_path):
    actors = "ID,Label,kind,start\na,Ann,person,2020\nb,Bob,person,x\nc,Cy,person,\n"
    relations = "source,target,type\na,b,funds\na,c,funds\nBob,c,ally\n"
    net = graph.load(folder(tmp_path, actors=actors, relations=relations), set_aside=True)
    assert [actor.id for actor in net.actor_rows] == ["a", "c"]
    assert len(net.relation_rows) == 1
    told = [str(each) for each in net.warnings if each.rule == "set-aside"]
    assert told == [
        "actors.csv: 1 row in error is set aside: line 3.",
        "relations.csv: 2 rows in error are set aside: lines 2 and 4.",
    ]


def test_the_first_of_two_actors_with_an_id_stays(tmp_path):
    net = graph.load(folder(tmp_path, actors=COUPLE + "a,Anna,person\n"), set_aside=True)
    assert [actor.name for actor in net.actor_rows] == ["Ann", "Bob"]
    assert len(net.relation_rows) == 1


def test_relations_of_a_type_that_is_set_aside_do_not_become_neutral(tmp_path):
    types = "type,sign\ncites,positif\nmocks,-\n"
    relations = "source,target,type\na,b,cites\na,b,mocks\n"
    net = graph.load(folder(tmp_path, relations=relations, types=types), set_aside=True)
    assert [relation.type.name for relation in net.relation_rows] == ["mocks"]


def test_a_cell_below_the_start_of_its_row_is_of_that_row(tmp_path):
    actors = COUPLE + 'c,"Cy\nlong",person\n"d\n",Dan|,person\ne,,person\n'
    net = graph.load(folder(tmp_path, actors=actors), set_aside=True)
    assert [actor.id for actor in net.actor_rows][-1] != "e"
    assert any("line 8." in str(each) for each in net.warnings if each.rule == "set-aside")


@pytest.mark.parametrize("actors", ['id,name\na,"x\n', "id,kind\na,person\n", b"\xff\xfe\x00\xd8"])
def test_an_error_of_a_file_stays_an_error(tmp_path, actors):
    with pytest.raises(graph.DataError):
        graph.load(folder(tmp_path, actors=actors), set_aside=True)


def test_strict_still_refuses_warnings(tmp_path):
    data = folder(tmp_path, relations=BROKEN + "a,a,ally\n")
    with pytest.raises(graph.DataError, match="is related to itself"):
        graph.load(data, set_aside=True, strict=True)
    net = graph.load(folder(tmp_path, relations=BROKEN), set_aside=True, strict=True)
    assert len(net.relation_rows) == 2


@pytest.mark.parametrize(
    "words", [["path", "a", "b"], ["show", "a"], ["centrality"], ["save", "clean"], ["sources"]]
)
def test_every_command_says_so(tmp_path, words, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = folder(tmp_path, relations=BROKEN)
    assert run(*words, data=data).exit_code == 1
    answer = run("--set-aside", *words, data=data)
    assert answer.exit_code == 0
    assert answer.stderr.splitlines()[0] == f"Warning: {SAID}"


def test_check_counts_it(tmp_path):
    data = folder(tmp_path, relations=BROKEN)
    answer = run("check", "--set-aside", "--format", "json", data=data)
    assert answer.exit_code == 0
    (problem,) = json.loads(answer.stdout)["problems"]
    assert problem["rule"] == "set-aside"


def test_the_page_and_the_notebook_say_so(tmp_path):
    net = explorer.load(folder(tmp_path, relations=BROKEN), set_aside=True)
    assert SAID in net.html()
    assert SAID in net.html(description="Mine.")
    assert SAID in net._repr_html_()
    assert SAID in net.redact("description").html()


CELLS = st.sampled_from(["a", "b", "c", "", "a;b", "ally", "fund", "x", "2020", "1,5,2", "-1"])


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(*[CELLS] * 5), max_size=8),
    st.lists(st.tuples(*[CELLS] * 3), max_size=5),
)
def test_whatever_rows_there_are_the_rest_is_sound(relations, actors):
    from graph.data.table import Table
    from graph.rules.checked_columns import build_checked_columns

    def make(name, header, rows):
        cells = {column: [row[n] for row in rows] for n, column in enumerate(header)}
        return Table(name, cells, range(2, len(rows) + 2))

    tables = {
        "actors": make("actors.csv", ("id", "name", "start"), actors),
        "relations": make(
            "relations.csv", ("source", "target", "type", "weight", "start"), relations
        ),
    }
    columns, warnings = build_checked_columns(tables, set_aside=True)
    aside = sum(len(tables[family]) for family in tables)
    aside -= len(columns.relations) + len(columns.actors) - columns.actors.made_count
    assert bool(aside) == any(each.rule == "set-aside" for each in warnings)
    assert len(graph.Network.from_columns(columns).relation_rows) == len(columns.relations)
