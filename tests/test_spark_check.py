"""Checks on Spark say what the rules say here: the same problems, lines, values and remedies."""

import csv
from pathlib import Path
from random import Random

import pytest
import test_row_queries
from terminal import run
from tiny_network import folder

import graph

pytestmark = pytest.mark.spark

ACTORS = """\
id,name,kind,aliases,start,end,reference
ada,Ada Ek,person,,1980,,paper
bo,Bo Yt,persn,,2021-13,,

bo,Bo Zed,person,,,2020,Paper
dock,West Dock,asset,"Dock, Quay",,,https://example.org/a b
cy,Unknown,person,,,,
"""
RELATIONS = """\
source,target,type,start,end,weight,confidence,stance,basis,reference,own
ada,bo,funds,1970,,,,,,,
ada,dock,alyl,2020,2019,heavy,high,maybe,,letter,
ada,Ada Ek,ally,,,,B7,,guessed,,

ada,bo,ally,2001,,1,0.5,,,paper,
ada,bo,ally,2001,,1,0.5,,,paper,
ada,Wst Dock,ally,,,,,,,,a\u200bb
,dock,ally,,,,,,,,
ada,dock,ally,too few
ada,bo,rivals,,,,,,,,
,,,,,,,,,,
"""
SOURCES = "id,title,date,url\npaper,The paper,2000,ftp://x\n"


def list_here(path):
    """Return the errors and warnings that one machine lists, as texts."""
    try:
        problems = graph.load(path).warnings
    except graph.DataError as error:
        problems = error.problems
    return sorted(str(each) for each in problems if each.severity != "note")


def list_there(spark, path):
    """Return the same from Spark, and all that the check found."""
    from graph.spark.checking import check
    from graph.spark.data import SparkData

    checked = check(SparkData.read(spark, str(path)))
    return sorted(map(str, checked.problems)), checked


def test_problems_have_their_lines(spark, tmp_path):
    rows = "source,target,weight\nada,dock,1\n\nada,dock,x\nada,,\nada,dock,1\nada,dock\n"
    data = folder(tmp_path, actors="id,name\nada,Ada Ek\ndock,Dock\n", relations=rows)
    here, (there, _) = list_here(data), list_there(spark, data)
    assert [each.split(":")[1] for each in here] == ["4", "5", "6", "7"]
    assert there == here


@pytest.mark.nightly
def test_every_problem_with_its_line(spark, tmp_path):
    data = folder(tmp_path, actors=ACTORS, relations=RELATIONS, sources=SOURCES)
    here, (there, _) = list_here(data), list_there(spark, data)
    assert len(here) > 20
    assert there == here


@pytest.mark.nightly
def test_the_example_has_none_and_is_counted(spark):
    path = Path(__file__).parents[1]
    there, checked = list_there(spark, path)
    net = graph.load(path)
    assert there == list_here(path)
    counts = checked.actor_count, checked.relation_count, checked.source_count
    assert counts == (len(net.actor_rows), len(net.relation_rows), len(net.source_rows))


def write_drawn(path, seed):
    """Write four tables in which any cell may be odd, on one line each."""
    for family, table in test_row_queries.draw_many(Random(seed), 40).items():  # noqa: S311
        rows = zip(*table.columns.values(), strict=True)
        with (path / f"{family}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(table.columns)
            writer.writerows([cell.replace("\n", "") for cell in row] for row in rows)


@pytest.mark.nightly
@pytest.mark.parametrize("most_here", [0, 200_000])
def test_odd_cells_are_found_alike_whether_all_actors_come_home_or_some(
    spark, tmp_path, monkeypatch, most_here
):
    monkeypatch.setattr("graph.spark.data.MOST_HERE", most_here)
    write_drawn(tmp_path, 1)
    here, (there, _) = list_here(tmp_path), list_there(spark, tmp_path)
    assert len(here) > 200
    assert there == here


@pytest.mark.nightly
def test_a_problem_of_many_parts_names_its_file_and_its_line_there(spark, tmp_path):
    data = folder(tmp_path, actors=ACTORS)
    (data / "relations.csv").unlink()
    parts = data / "relations"
    parts.mkdir()
    rows = "source,target,weight\nada,dock,1\n\nada,dock,x\n"
    for name in ("part 0", "part-1"):
        (parts / f"{name}.csv").write_text(rows)
    there, checked = list_there(spark, data)
    assert [each.partition(": 'x'")[0] for each in there if "'x'" in each] == [
        "relations/part 0.csv:4: weight", "relations/part-1.csv:4: weight",
    ]  # fmt: skip
    same = [each for each in there if "identical" in each]
    assert "relations/part-1.csv:2: is identical to line 2 of relations/part 0.csv." in same[0]
    assert checked.relation_count == 4


@pytest.mark.nightly
def test_a_problem_of_parquet_names_its_file_and_its_row(spark, tmp_path):
    for name, weights in (("a", ["1", "2", "x"]), ("b", ["y", "1", "2"])):
        rows = [("ada", "dock", weight) for weight in weights]
        frame = spark.createDataFrame(rows, "source string, target string, weight string")
        frame.coalesce(1).write.parquet(str(tmp_path / name))
        part = next((tmp_path / name).glob("*.parquet"))
        (tmp_path / "relations").mkdir(exist_ok=True)
        part.rename(tmp_path / "relations" / f"{name}.parquet")
    there, _ = list_there(spark, tmp_path)
    assert [each.partition(" is not")[0] for each in there if "is not a number" in each] == [
        "relations/a.parquet:3: weight: 'x'", "relations/b.parquet:1: weight: 'y'",
    ]  # fmt: skip


@pytest.mark.nightly
def test_cells_of_several_lines_count_as_lines(spark, tmp_path):
    rows = 'source,target,note,weight\nada,dock,"one\n\ntwo",1\n\nada,dock,"a\nb",x\nada,dock,,y\n'
    data = folder(tmp_path, actors=ACTORS, relations=rows)
    assert list_there(spark, data)[0] == list_here(data)


@pytest.mark.nightly
def test_of_very_many_rows_in_doubt_the_first_are_checked_and_this_is_said(
    spark, tmp_path, monkeypatch
):
    monkeypatch.setattr("graph.spark.suspects.MOST_PICKED", 2)
    rows = "source,target,type,weight\n" + "ada,dock,rivals,x\n" * 4
    data = folder(tmp_path, actors="id,name\nada,Ada\ndock,Dock\n", relations=rows)
    there, _ = list_there(spark, data)
    assert [each.partition(": ")[0] for each in there if "'x'" in each] == [
        "relations.csv:2", "relations.csv:3",
    ]  # fmt: skip
    cut = [each for each in there if "more than 2 rows may break a rule" in each]
    assert len(cut) == 1
    assert "identical-row" in cut[0]
    assert "invalid-weight" in cut[0]
    # What is said once of a type is counted in all rows.
    assert any("'rivals' is not declared, in 4 rows" in each for each in there)


@pytest.mark.nightly
def test_the_command_says_what_it_says_here(tmp_path):
    data = folder(tmp_path, actors=ACTORS, relations=RELATIONS, sources=SOURCES)
    here = run("check", "--format", "json", data=data)
    there = run("check", "--format", "json", "--engine", "spark", data=data)
    assert here.exit_code == there.exit_code == 1
    assert "is already in line" in there.stdout
