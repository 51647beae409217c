"""What a file marks as private is never published, however the mark is written."""

import json

import pytest
from importing import read_rows

import graph
from graph.importing.draft import KEY, Draft
from graph.importing.finished import finish_draft
from graph.importing.options import ImportOptions
from graph.importing.run import import_files


@pytest.fixture
def publish(tmp_path):
    """Import files, given by name; return what is public of them, and the report."""

    def publish_files(options=None, **texts):
        paths = []
        for name, text in texts.items():
            paths.append(tmp_path / name.replace("__", "."))
            paths[-1].write_text(text, encoding="utf-8")
        imported = import_files(paths, options)
        folder = tmp_path / "out"
        folder.mkdir()
        for name, text in imported.files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return graph.load(folder, cache=False).public(), imported.report

    return publish_files


@pytest.mark.parametrize("mark", ["yes", "x", "ja", "TRUE", "1.0", "-", "n/a", "?", "secret"])
def test_whatever_is_no_plain_no_is_private(publish, mark):
    ties = f"source,target,type,private\nAnna,Bo,ally,{mark}\nBo,Cy,ally,no\nCy,Di,ally,nein\n"
    net, report = publish(ties__csv=ties)
    assert [(r.source.id, r.target.id) for r in net.relation_rows] == [("Bo", "Cy"), ("Cy", "Di")]
    is_known = mark in ("yes", "TRUE", "1.0")
    assert any("column private is read as yes" in each for each in report.guesses) != is_known


@pytest.mark.parametrize("header", ["Private", "is_private", "PRIVATE?"])
def test_the_header_may_be_written_otherwise(publish, header):
    net, _ = publish(ties__csv=f"source,target,type,{header}\nAnna,Bo,ally,oui\nBo,Cy,ally,\n")
    assert [r.source.id for r in net.relation_rows] == ["Bo"]


def test_a_column_that_a_person_maps_is_private_too(publish):
    options = ImportOptions(roles={"flag": "private"})
    ties = "source,target,type,flag\nAnna,Bo,ally,x\nBo,Cy,ally,\n"
    net, _ = publish(options, ties__csv=ties)
    assert [r.source.id for r in net.relation_rows] == ["Bo"]


def test_two_marks_are_one(publish):
    ties = "source,target,type,private,Is Private\nAnna,Bo,ally,no,x\nBo,Cy,ally,no,no\n"
    net, _ = publish(ties__csv=ties)
    assert [r.source.id for r in net.relation_rows] == ["Bo"]


def test_an_actor_in_two_rows_is_private_if_one_says_so(publish):
    net, _ = publish(
        people__csv="name,kind,private\nAnna,person,no\nAnna,person,x\nBo,person,\nCy,person,\n",
        ties__csv="source,target,type\nAnna,Bo,ally\nBo,Cy,ally\n",
    )
    assert [each.name for each in net.actor_rows] == ["Bo", "Cy"]


def test_sources_and_types_have_marks_too(publish):
    net, _ = publish(
        ties__csv="source,target,type,reference\nAnna,Bo,ally,s1\nBo,Cy,mocks,s2\nCy,Di,ally,s3\n",
        sources__csv="id,title,Private\ns1,Diary,x\ns2,Paper,no\ns3,Book,no\ns3,Book,ja\n",
        types__csv="type,sign,private\nmocks,-,x\n",
    )
    assert [r.source.id for r in net.relation_rows] == ["Anna", "Cy"]
    assert not {"s1", "s3"} & {*net.columns.sources}


@pytest.mark.parametrize("mark", ["x", "ja", True, "yes"])
def test_marks_of_network_files(publish, mark):
    nodes = [{"id": 1, "name": "Anna", "Private": mark}, {"id": 2, "name": "Bo"}]
    nodes += [{"id": 3, "name": "Cy"}, {"id": 4, "name": "Di"}]
    links = [{"source": 1, "target": 2}, {"source": 2, "target": 3, "private": mark}]
    links.append({"source": 3, "target": 4, "private": False})
    net, _ = publish(net__json=json.dumps({"nodes": nodes, "links": links}))
    assert "Anna" not in [each.name for each in net.actor_rows]
    assert [(r.source.name, r.target.name) for r in net.relation_rows] == [("Cy", "Di")]


def test_another_column_that_is_called_private_is_asked_about(publish):
    ties = "source,target,source private\nAnna,Bo,yes\nBo,Cy,\n"
    _, report = publish(ties__csv=ties)
    said = "relations: 'source private' does not keep any row out of a page."
    assert any(each.startswith(said) for each in report.guesses)


def test_a_column_of_ones_own_stays_one(publish):
    ties = "source,target,type,private\nAnna,Bo,ally,equity\n"
    net, _ = publish(ImportOptions(roles={"private": "own"}), ties__csv=ties)
    assert len(net.relation_rows) == 1


def test_a_private_source_in_error_keeps_its_mark_and_loses_the_cell():
    draft = Draft(relations={"source": ["a"], "target": ["b"], "reference": ["s"]})
    draft.sources = {"id": ["s"], "url": ["javascript:x"], "private": ["yes"]}
    finished = finish_draft(draft, ImportOptions())
    assert finished.tables["sources"]["private"] == ["yes"]
    assert [row.reason for row in finished.draft.set_aside] == []


def test_a_private_actor_without_a_sound_name_is_refused():
    draft = Draft(actors={KEY: ["x" * 2000], "name": ["Ann"], "private": ["yes"]})
    draft.relations = {"source": ["x" * 2000], "target": ["b"]}
    with pytest.raises(graph.DataError, match="is private, and its row is in error"):
        finish_draft(draft, ImportOptions())


def test_set_aside_and_columns_keep_the_marks(publish, tmp_path):
    publish(ties__csv="source,target,private\nAnna,Bo,x\nBo,Cy,\n")
    rows = read_rows((tmp_path / "out" / "relations.csv").read_text(encoding="utf-8"))
    assert [row["private"] for row in rows] == ["yes", ""]
