"""Versions that are no folders: dates and revisions; and what differs in the answers."""

import json
import shutil
import subprocess

import pytest
from terminal import folder, run
from tiny_network import network

import graph

RELATIONS = "source,target,type,start,end\nann,bob,ally,2001,\nbob,cy,opposes,2010,\n"
ACTORS = "id,name,kind\n" + "".join(f"{name},{name},person\n" for name in ("ann", "bob", "cy"))
SOURCES = "id,title\n"


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, ACTORS, RELATIONS, SOURCES)


def git(place, *words):
    config = [
        "-c",
        "user.name=Ann",
        "-c",
        "user.email=ann@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    command = [shutil.which("git"), "-C", place, *config, *words]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    """A folder in a repository whose data has changed since its first commit."""
    if shutil.which("git") is None:
        pytest.skip("no git")
    place = tmp_path / "data"
    place.mkdir()
    folder(place, ACTORS, RELATIONS, SOURCES)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    (place / "relations.csv").write_text(RELATIONS + "ann,cy,ally,2012,\n")
    return place


def compare(data, *words):
    return json.loads(run("compare", *words, "--format", "json", data=data).stdout)


def test_two_dates_are_two_versions(data):
    found = compare(data, "2005", "2015")["relations"]
    assert [each["type"] for each in found["added"]] == ["opposes"]
    assert found["removed"] == []


def test_a_revision_of_git_is_a_version(repository):
    found = compare(repository, "HEAD", str(repository))["relations"]
    assert [each["type"] for each in found["added"]] == ["ally"]
    assert found["removed"] == []


def test_a_problem_of_a_revision_is_told_with_its_name(repository):
    git(repository, "commit", "-q", "-a", "-m", "second")
    (repository / "relations.csv").write_text(RELATIONS + "ann,nobody-at-all,aly,2012,\n")
    git(repository, "commit", "-q", "-a", "-m", "third")
    answer = run("compare", "HEAD", "HEAD~1", data=repository)
    assert answer.exit_code == 1
    assert "HEAD:relations.csv:4: " in answer.stderr


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD~99", "2005-13"])
def test_what_is_no_version_is_refused(repository, name):
    answer = run("compare", "--", name, ".", data=repository)
    assert (answer.exit_code in (1, 2), answer.stdout) == (True, "")
    assert not (repository / "x").exists()


def test_consequences_are_told_when_asked_for(data):
    found = compare(data, "2005", "2015", "--consequences", "--by", "degree")["consequences"]
    assert {"topic": "structure", "subject": "edge_count", "label": "edges", "before": "1",
            "after": "2"} in found  # fmt: skip
    assert "consequences" not in compare(data, "2005", "2015")
    text = run("compare", "2005", "2015", "--consequences", data=data).stdout
    assert "\nCamps\n- cy: a new camp (cy), was in no camp\n" in text
    rows = run("compare", "2005", "2015", "--consequences", "--format", "csv", data=data).stdout
    assert "answer,edge_count,structure,edges,1,2," in rows
    marked = run("compare", "2005", "2015", "--consequences", "--format", "markdown", data=data)
    assert "**Structure**\n\n- " in marked.stdout
    refused = run("compare", "2005", "2015", "--by", "degree", data=data)
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_in_python():
    before, after = network("a ally b", "b ally c"), network("a ally b", "b opposes c")
    found = graph.compare(before, after)
    assert found.consequences is None
    sentences = [each.sentence for each in found.with_consequences("degree").consequences]
    assert sentences == [
        "strong components: 2, was 1",
        "actors in the largest strong: 2, was 3",
        "directed density: 0.5, was 0.667",
        "reciprocity: 0.667, was 1",
        "c: a new camp (c), was camp 1",
    ]
