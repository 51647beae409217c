"""Columns in any case and under other plain names are read as ours, and said once a table."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_network import COUPLE, FUNDING, folder, problems

import explorer
import graph
from graph.data.columns import ACTOR_COLUMNS, RELATION_COLUMNS
from graph.data.table import Table
from graph.rules.foreign_headers import match_columns, read_foreign_headers
from graph.rules.header_words import HEADER_WORDS, normalize_header
from graph.rules.headers import KNOWN_COLUMNS


def match(family, *header, cells=()):
    columns = {name: list(cells) for name in header}
    return match_columns(family, Table(f"{family}.csv", columns, range(2, 2 + len(cells))))


def test_case_and_spaces_do_not_count(tmp_path):
    net = graph.load(
        folder(
            tmp_path,
            actors="ID;Name;KIND;Also Known As\na;Ann;person;Annie\nb;Bob;person;\n",
            relations="Source;TARGET;Type;startDate\na;b;funds;2020\n",
        )
    )
    relation = net.relation_rows[0]
    assert (relation.sentence, relation.start) == ("Ann funds Bob (from 2020)", "2020")
    assert net.resolve("Annie").id == "a"
    assert [str(note) for note in net.warnings] == [
        (
            "actors.csv:1: 'ID' is read as id, 'Name' as name, 'KIND' as kind,"
            " 'Also Known As' as aliases."
        ),
        (
            "relations.csv:1: 'Source' is read as source, 'TARGET' as target, 'Type' as type,"
            " 'startDate' as start."
        ),
    ]


def test_our_own_name_comes_first():
    assert match("relations", "source", "from", "target", "type", "relation") == {}
    assert match("actors", "name", "label", "title", "kind", "type") == {}


def test_a_source_id_beside_a_sources_node_is_a_citation():
    header = ("source_node_id", "target_node_id", "source_id")
    assert match("relations", *header)["source_id"] == "reference"
    assert match("relations", "source", "target", "source_id") == {"source_id": "reference"}
    assert match("relations", "source", "target", "source_id", "target_id") == {}
    assert match("relations", "source_id", "target_id") == {
        "source_id": "source",
        "target_id": "target",
    }


@pytest.mark.parametrize(
    ("header", "cells", "read"),
    [("link", ["https://example.org/a"], {"link": "reference"}), ("link", ["officer of"], {}),
     ("strength", ["3", ""], {"strength": "weight"}), ("strength", ["strong"], {}),
     ("certainty", ["B2"], {"certainty": "confidence"}), ("certainty", ["quite"], {})],
)  # fmt: skip
def test_cells_speak_for_what_a_name_means(header, cells, read):
    columns = {"source": ["a"] * len(cells), "target": ["b"] * len(cells), header: cells}
    table = Table("relations.csv", columns, range(2, 2 + len(cells)))
    assert match_columns("relations", table) == read


def test_a_table_without_its_ends_is_not_read_otherwise():
    """A hint about what is missing says more than a table that is half understood."""
    assert match("relations", "From", "remark", "TYPE") == {"TYPE": "type"}


def test_a_hint_names_no_column_of_another_meaning(tmp_path):
    (told,) = problems(tmp_path, actors="surname,kind\nLee,person\n")
    assert told == "actors.csv:1: name: this column is missing. Required: name."


def test_private_is_read_in_any_case(tmp_path):
    net = graph.load(
        folder(tmp_path, actors="id,name,kind,Private\na,Ann,person,yes\nb,B,state,\n")
    )
    assert len(net.public().actor_rows) == 1


def test_a_cell_of_several_lines_keeps_its_line(tmp_path):
    actors = 'Id,Label,Note,Start\na,Ann,"two\nlines",x\nb,Bob,,\n'
    told = problems(tmp_path, actors=actors)
    assert any(line.startswith("actors.csv:3: start: 'x' is not a date.") for line in told)


def test_frames_have_headers_in_any_case_too():
    frame = pd.DataFrame({"From": ["Ann"], "To": ["Bob"], "Relation": ["funds"]})
    net = explorer.from_frames(relations=frame)
    assert str(net.path("Ann", "Bob")).startswith("Ann funds Bob")
    assert "&#x27;From&#x27; is read as source" in net._repr_html_()


@given(
    st.sampled_from(sorted(KNOWN_COLUMNS)),
    st.lists(
        st.sampled_from([*ACTOR_COLUMNS, *RELATION_COLUMNS, "Mine", "url", "From", "to", "Label"]),
        unique=True,
    ),
)
def test_no_column_is_lost_and_ours_stay(family, header):
    table = Table(f"{family}.csv", {name: [] for name in header}, ())
    read = read_foreign_headers({family: table})[0][family]
    assert len(read.columns) == len(header)
    assert set(read.columns) >= set(header) & set(KNOWN_COLUMNS[family])


def test_a_word_means_one_column():
    for columns in HEADER_WORDS.values():
        words = [word for column, words in columns.items() for word in words]
        ends = {"source_id"}  # an end of its own, or a citation beside one
        assert {word for word in words if words.count(word) > 1} <= ends
        assert all(word == normalize_header(word) for word in words)


GEPHI = "Source,Target,Type,Id,Label,Weight\na,b,{},0,{},2\nb,a,{},1,{},1\n"


@pytest.mark.parametrize(
    ("cells", "name", "mutual"),
    [(("Undirected", "friend") * 2, "friend", True), (("Directed", "friend") * 2, "friend", False),
     (("Undirected", "") * 2, "related_to", True), (("Directed", "") * 2, "related_to", False),
     (("Directed", "friend", "Undirected", "friend"), "friend", False),
     (("Undirected", "funds") * 2, "funds", False)],
)  # fmt: skip
def test_gephis_type_is_a_direction(tmp_path, cells, name, mutual):
    net = graph.load(folder(tmp_path, actors=COUPLE, relations=GEPHI.format(*cells)))
    for relation in net.relation_rows:
        assert (relation.type.name, relation.type.mutual) == (name, mutual)
        assert relation.attributes["direction"] in ("Directed", "Undirected")
    assert net.relation_rows[0].weight == 2


def test_a_type_that_is_called_directed_beside_others_is_a_type(tmp_path):
    relations = FUNDING + "b,a,directed\n"
    net = graph.load(folder(tmp_path, relations=relations))
    assert [relation.type.name for relation in net.relation_rows] == ["funds", "directed"]
