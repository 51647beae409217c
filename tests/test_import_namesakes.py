"""Rows of one name that contradict each other are several actors; no row of actors is lost."""

import pytest
from importing import read_rows

from graph.importing.options import ImportOptions
from graph.importing.run import import_files

TIES = "source,target,type\nAnna,Bo,ally\nBo,Jo,owns\n"


def bring(tmp_path, people, ties=TIES, **options):
    for name, text in (("people.csv", people), ("ties.csv", ties)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [tmp_path / "people.csv", tmp_path / "ties.csv"]
    return import_files(paths, ImportOptions(**options)).files


@pytest.mark.parametrize(
    ("people", "ids"),
    [
        ("name,kind,born\nJo,person,1920\nJo,person,1950\n", ["Jo (1920)", "Jo (1950)"]),
        ("name,kind,born\nJo,company,\nJo,place,\n", ["Jo (company)", "Jo (place)"]),
        ("name,born\nJo,1920\nJo,1920-05\n", []),
        ("name,start\nJo,1920\nJo,1950\n", []),  # terms of one person
    ],
)
def test_a_father_and_a_son_are_two_actors(tmp_path, people, ids):
    files = bring(tmp_path, people)
    rows = read_rows(files["actors.csv"])
    assert [row["id"] for row in rows if row["name"] == "Jo" and "id" in row] == ids
    if ids:
        assert "Its target is the name of several actors." in files["set_aside.csv"]
        assert "is the name of 2 actors" in files["import.md"]


def test_who_is_one_actor_after_all_is_joined_as_asked(tmp_path):
    people = "name,born\nJo,1920\nJo,1950\n"
    files = bring(tmp_path, people, merge={"Jo (1950)": "Jo (1920)"})
    rows = [row for row in read_rows(files["actors.csv"]) if row["name"] == "Jo"]
    assert [row["start as written"] for row in rows] == ["1920 | 1950"]
    assert "set_aside.csv" not in files


def test_what_rows_of_one_id_contradict_in_is_kept_beside(tmp_path):
    people = "id,name,kind,born\n1,Jo,person,1920\n1,Jo,company,1950\n"
    (row, *_) = read_rows(bring(tmp_path, people)["actors.csv"])
    assert (row["kind as written"], row["start as written"]) == ("person | company", "1920 | 1950")


def test_a_row_of_actors_without_a_name_is_set_aside(tmp_path):
    files = bring(tmp_path, "name,kind,born\nn/a,person,1900\nJo,person,1950\n,,\n")
    (row,) = read_rows(files["set_aside.csv"])
    assert (row["place"], row["reason"], row["start"]) == (
        "people.csv:2", "It names no actor.", "1900")  # fmt: skip


def test_actors_listed_beside_a_blank_name_are_set_aside(tmp_path):
    people = "event,participant 1,participant 2,participant 3\nE1,Anna,Bo,Cy\n,Ed,Flo,\n"
    file = tmp_path / "events.csv"
    file.write_text(people)
    (row,) = read_rows(import_files([file]).files["set_aside.csv"])
    assert (row["participant 1"], row["place"]) == ("Ed", "events.csv:3")
