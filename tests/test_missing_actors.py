"""Whoever the relations name and actors.csv leaves out is made an actor, never in silence."""

import pytest
from tiny_network import COUPLE, FUNDING, folder, problems

import explorer
import graph
from graph.formats import csv_file


@pytest.fixture(params=[False, True], ids=["small", "large"])
def either_size(request, monkeypatch):
    if request.param:
        monkeypatch.setattr(csv_file, "LARGE", 0)


def load_alone(path, relations):
    (path / "relations.csv").write_text(relations, encoding="utf-8")
    return graph.load(path)


@pytest.mark.usefixtures("either_size")
def test_relations_alone_make_a_network(tmp_path):
    net = load_alone(tmp_path, "source,target,type\nAnn,Bob,ally\nBob,Cy,funds\n")
    assert [(each.id, each.name, each.kind) for each in net.actor_rows] == [
        (name, name, "actor") for name in ("Ann", "Bob", "Cy")
    ]
    assert [(note.severity, str(note)) for note in net.warnings] == [
        ("note", "relations.csv: 3 actors made of the ends of relations: 'Ann', 'Bob', 'Cy'.")
    ]
    assert net.path("Ann", "Cy").length == 2


@pytest.mark.usefixtures("either_size")
def test_an_actor_that_a_file_leaves_out_is_a_warning(tmp_path):
    relations = FUNDING + "b,Newcomer,funds\nc,b,ally\n"
    net = graph.load(folder(tmp_path, relations=relations))
    assert [actor.id for actor in net.actor_rows] == ["a", "b", "Newcomer", "c"]
    assert [str(warning) for warning in net.warnings] == [
        (
            "relations.csv: 2 actors not in actors.csv, made of the ends of relations: 'Newcomer',"
            " 'c'. Add what is known of them to actors.csv."
        )
    ]


def test_what_is_made_is_written_and_read_again(tmp_path):
    net = graph.load(folder(tmp_path, relations=FUNDING + "b,Newcomer,cites\n"))
    net.to_folder(tmp_path / "saved")
    again = graph.load(tmp_path / "saved")
    assert again.warnings == ()
    assert again.actor_rows == net.actor_rows
    assert again.relation_rows == net.relation_rows


PEOPLE = "id,name,kind\n1,Anna Lee,person\n2,Bo Diaz,person\n007,Red Star,organisation\n"


@pytest.mark.usefixtures("either_size")
@pytest.mark.parametrize(
    ("end", "remedy"),
    [
        ("anna lee", "Did you mean '1' (Anna Lee)?"),
        ("Díaz", "Did you mean '2' (Bo Diaz)?"),
        ("Lee", "Did you mean '1' (Anna Lee)?"),
        ("Lee, Anna", "Did you mean '1' (Anna Lee)?"),
        ("Ana Lee", "Did you mean '1' (Anna Lee)?"),
        ("7", "Were zeros lost or added? Did you mean '007'?"),
        ("1.0", "Were zeros lost or added? Did you mean '1'?"),
        ("1; 2", "It holds 2 actors: write a row for each of them."),
        ("Anna Lee & Bo Diaz", "It holds 2 actors: write a row for each of them."),
        ("1;nobody else", "It holds 2 actors: write a row for each of them."),
    ],
)
def test_an_end_that_nearly_names_an_actor_is_an_error(tmp_path, end, remedy):
    told = problems(tmp_path, actors=PEOPLE, relations=f'source,target,type\n1,"{end}",ally\n')
    assert told == [f"relations.csv:2: target: {end!r} names no actor. {remedy}"]


@pytest.mark.parametrize("end", ["Star", "8", "Anna", "Bob", "Red Star 2", "Iran", "Lee & Sons"])
def test_an_end_that_is_unlike_every_actor_is_made(tmp_path, end):
    relations = f"source,target,type\n1,{end},ally\n"
    (told,) = problems(tmp_path, actors=PEOPLE, relations=relations)
    assert "1 actor not in actors.csv" in told


def test_an_end_that_may_be_one_of_several_is_no_list(tmp_path):
    net = load_alone(tmp_path, 'source,target\n"King, Martin Luther",Ann\n')
    assert [actor.id for actor in net.actor_rows] == ["King, Martin Luther", "Ann"]


def test_actors_made_of_names_that_are_nearly_the_same_are_told(tmp_path):
    net = load_alone(
        tmp_path, "source,target\nAnna Lee,Bo\nLee Anna,Bo\nUnit 11,Unit 12\nAnna  Leee,Bo\n"
    )
    told = [str(each) for each in net.warnings if each.rule == "near-actor"]
    assert told == [
        (
            "relations.csv:5: source: 'Anna  Leee' is nearly 'Anna Lee'. Both are made actors."
            " If they are one actor, write the name in one way."
        )
    ]


def test_a_line_of_a_made_actor_is_one_of_the_relations(tmp_path):
    net = load_alone(tmp_path, "source,target\nAnna,Bo\nanna,Bo\n")
    (told,) = (str(each) for each in net.warnings if each.rule == "similar-id")
    assert told.startswith("relations.csv:3: 'anna' looks like 'Anna' in line 2 of relations.csv.")


def test_an_actors_file_that_cannot_be_read_makes_no_actors(tmp_path):
    told = problems(tmp_path, actors='id,name\na,"A\n')
    assert len(told) == 1
    assert "never closed" in told[0]


def test_a_frame_of_relations_alone():
    import pandas as pd

    net = explorer.from_frames(relations=pd.DataFrame({"source": ["A"], "target": ["B"]}))
    assert len(net.actor_rows) == 2
    with pytest.raises(graph.QuestionError, match="relations"):
        explorer.from_frames(actors=pd.DataFrame({"name": ["A"]}))


@pytest.mark.usefixtures("either_size")
def test_nobody_is_no_hub(tmp_path):
    relations = (
        "source,target,type\nunknown,Ann,funds\nunknown,Bob,funds\nCy,n/a,funds\n-,Cy,ally\n"
    )
    net = load_alone(tmp_path, relations)
    assert net.path("Ann", "Bob").length is None
    names = {actor.name for actor in net.actor_rows}
    assert {"unknown (Ann)", "unknown (Bob)", "n/a (Cy)", "- (Cy)"} <= names
    told = [str(each) for each in net.warnings if each.rule == "nobody"]
    assert told[0] == (
        "relations.csv:2: source: 'unknown' is the name of nobody, at 2 ends."
        " It is a different actor for each actor at the other end."
    )
    assert len(told) == 3


def test_an_actor_with_the_name_of_nobody_is_told_and_one_with_such_an_id_is_not(tmp_path):
    actors = COUPLE + "NA,Namibia,state\nx,Unknown,person\nnull,Jo Null,person\n"
    net = graph.load(folder(tmp_path, actors=actors, relations=FUNDING + "NA,null,ally\n"))
    (told,) = net.warnings
    assert (told.rule, told.line, told.value) == ("nobody", 5, "Unknown")


def test_a_workbook_beside_is_said_with_the_command_that_reads_it(tmp_path):
    (tmp_path / "relations.csv").write_text("source,target\na,b\n")
    (tmp_path / "actors.xlsx").write_bytes(b"PK")
    with pytest.raises(graph.DataError, match=r"explore import actors\.xlsx -o DIR"):
        graph.load(tmp_path)
