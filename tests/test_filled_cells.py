"""Blank cells with a plain meaning are filled, and what is understood is noted once."""

import networkx as nx
import pytest
from terminal import run
from tiny_network import FUNDING, folder, network, problems

import explorer
import graph
from graph.formats.csv_writer import format_csv_files
from graph.select.projection import Projection


@pytest.mark.parametrize(
    ("relations", "count"),
    [
        ("source,target\na,b\nb,a\n", "2 rows"),
        ("source,target,type\na,b,\nb,a,funds\n", "1 row"),
    ],
)
def test_a_relation_without_a_type_is_related_to(tmp_path, relations, count):
    net = graph.load(folder(tmp_path, relations=relations))
    first = net.relation_rows[0]
    assert (first.type.name, first.sentence) == ("related_to", "Ann is related to Bob")
    assert [str(note) for note in net.warnings] == [
        f"relations.csv: type: blank in {count}, read as 'related_to'."
    ]
    assert "a,b,related_to" in format_csv_files(net)["relations.csv"]


@pytest.mark.parametrize("actors", ["name\na\nb\n", "id,name,kind\n,a,\nb,b,\n"])
def test_an_actor_without_id_and_kind_has_its_name_as_id(tmp_path, actors):
    net = graph.load(folder(tmp_path, actors=actors))
    assert [(each.id, each.name, each.kind) for each in net.actor_rows] == [
        ("a", "a", "actor"),
        ("b", "b", "actor"),
    ]
    assert [(note.severity, note.column) for note in net.warnings] == [
        ("note", "id"),
        ("note", "kind"),
    ]
    assert len(net.kind("actor").actor_rows) == 2


def test_a_full_row_is_not_touched(tmp_path):
    assert problems(tmp_path) == []


def test_two_actors_of_one_name_need_ids(tmp_path):
    told = problems(tmp_path, actors="name,kind\nAnn,person\nAnn,state\n", relations=FUNDING)
    assert "actors.csv:3: id: 'Ann' is already in line 2. Rename one." in told


def test_a_note_is_no_problem_even_where_warnings_are_errors(tmp_path):
    files = folder(tmp_path, relations="source,target\na,b\n")
    (note,) = graph.load(files, strict=True).warnings
    assert note.severity == "note"


@pytest.mark.parametrize(
    ("cell", "confidence"),
    [("85%", 0.85), ("7 %", 0.07), ("100%", 1), ("0%", 0), ("12.5%", 0.125), ("High", 0.8),
     ("medium", 0.5), ("LOW", 0.2)],
)  # fmt: skip
def test_confidence_in_percentages_and_words(tmp_path, cell, confidence):
    relations = f"source,target,type,confidence\na,b,funds,{cell}\n"
    net = graph.load(folder(tmp_path, relations=relations))
    assert net.relation_rows[0].confidence == confidence
    (note,) = net.warnings
    assert (note.severity, note.rule) == ("note", "understood-confidence")


LINES = ["A funds B weight=0", "B funds C weight=2", "C funds A"]


def test_a_weight_of_0_is_noted_and_told():
    net = network(*LINES)
    assert [str(note) for note in net.warnings] == [
        "relations.csv: weight: 0 in 1 row: no edge in measures that use weights."
    ]
    assert net.show("A").relations[0].sentence == "A funds B"


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("many", [5_000, 0])
def test_a_weight_of_0_makes_no_weighted_edge_in_either_engine(directed, many, monkeypatch):
    monkeypatch.setattr("graph.select.projection.MANY", many)
    net = network(*LINES)
    weighted = Projection(directed=directed, weighted=True)
    assert len(weighted.edges(net).sources) == 2
    assert weighted.graph(net).number_of_edges() == 2
    assert Projection(directed=directed).graph(net).number_of_edges() == 3


def test_parallel_relations_share_a_weighted_edge_if_any_weighs():
    net = network("A funds B weight=0", "A hosts B weight=3", "B hosts C weight=0")
    edges = Projection(weighted=True).edges(net)
    assert edges.weights.tolist() == [3]


@pytest.mark.parametrize(
    "measure", ["betweenness", "closeness", "harmonic", "pagerank", "eigenvector"]
)
def test_weighted_measures_take_no_edge_of_weight_0(measure):
    without = network(*LINES[1:], actors="A B C")
    scores = network(*LINES, actors="A B C").centrality(measure, weighted=True).frame
    assert (
        scores[measure].tolist()
        == without.centrality(measure, weighted=True).frame[measure].tolist()
    )


def test_a_path_walks_a_relation_of_weight_0():
    net = network(*LINES)
    assert net.path("A", "B").length == 1
    assert nx.is_connected(Projection().graph(net))


def test_an_actor_whose_relations_weigh_0_is_in_no_weighted_community():
    net = network("A funds B weight=0", "B funds C weight=2", "C funds D", "D funds E weight=0")
    found = net.communities(weighted=True)
    assert [actor.id for actor in found.isolates] == ["A", "E"]
    assert [each.outside_count for each in found.communities] == [2]


def test_all_weights_0():
    net = network("A funds B weight=0", "B funds C weight=0")
    frame = net.centrality("betweenness", "weighted_degree", weighted=True).frame
    assert set(frame["betweenness"]) | set(frame["weighted_degree"]) == {0}
    assert net.communities(weighted=True).communities == ()


BLANK_TYPES = "source,target,type\na,b,\nb,c,funds\n"
TRIO = "id,name,kind\na,Ann,person\nb,Bob,person\nc,Cy,\n"
NOTES = ("Note: actors.csv: kind: blank in 1 row", "Note: relations.csv: type: blank in 1 row")


def count_notes(*words, data):
    stderr = run(*words, data=data).stderr
    assert "Warning" not in stderr
    return [note in stderr for note in NOTES]


def test_notes_are_said_where_a_file_is_written_and_not_beside_every_answer(tmp_path):
    data = folder(tmp_path, actors=TRIO, relations=BLANK_TYPES)
    for words in (["show", "a"], ["centrality"], ["communities"], ["structure"], ["sources"]):
        assert count_notes(*words, data=data) == [False, False], words
    assert count_notes("html", "-o", str(tmp_path / "page.html"), data=data) == [True, True]
    assert count_notes("save", str(tmp_path / "saved"), data=data) == [True, True]
    checked = run("check", data=data).stdout
    assert all(note in checked for note in NOTES)


def test_a_path_says_that_a_type_was_filled_where_a_step_shows_it(tmp_path):
    data = folder(tmp_path, actors=TRIO, relations=BLANK_TYPES)
    assert count_notes("path", "b", "c", data=data) == [False, False]
    assert count_notes("path", "a", "c", data=data) == [False, True]


def test_a_notebook_says_it_once_below_the_whole_network(tmp_path):
    net = explorer.load(folder(tmp_path, actors=TRIO, relations=BLANK_TYPES))
    assert net._repr_html_().count("blank in 1 row, read as") == 2
    assert "blank in" not in net.avoid("funds")._repr_html_()


def test_the_text_of_an_error_has_no_notes(tmp_path):
    relations = "source,target,type\na,b,\na,bob,funds\n"
    with pytest.raises(graph.DataError) as caught:
        graph.load(folder(tmp_path, relations=relations))
    assert str(caught.value).startswith("relations.csv:3: target: 'bob' names no actor.")
    assert len(str(caught.value).splitlines()) == 1
    assert [problem.severity for problem in caught.value.errors_first] == ["error", "note"]
