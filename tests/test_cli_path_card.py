"""What is cited of a path: its sources, its picture, its id, and when there was one."""

import json

import pytest
from terminal import folder, run

ACTORS = "id,name,kind\na,Ann,person\nb,Bank,organisation\nc,Cafe,organisation\n"
RELATIONS = (
    "id,source,target,type,start,end,confidence,reference,note\n"
    "r1,a,b,funds,2001,2005,0.5,s1|https://example.org/x|A {letter} & more,\n"
    "r2,b,c,funds,2003,,,s2,\n"
)
SOURCES = (
    "id,title,author,publisher,date,url,via\n"
    's1,"100% & true","Bo, C.",Press,2022-08-03,https://example.org/1,\n'
    "s2,Second,,,1450~,,s1\n"
)


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, ACTORS, RELATIONS, SOURCES)


def test_bibtex_has_each_source_once(data):
    assert run("path", "a", "c", "--format", "bibtex", data=data).stdout == (
        "@misc{s1,\n  author = {{Bo, C.}},\n  title = {{100\\% \\& true}},\n  year = {2022},\n"
        "  month = {8},\n  publisher = {{Press}},\n  url = {https://example.org/1},\n}\n\n"
        "@misc{reference,\n  title = {{https://example.org/x}},\n  url = {https://example.org/x},\n}"
        "\n\n@misc{reference-2,\n  title = {{A \\{letter\\} \\& more}},\n}\n\n"
        "@misc{s2,\n  title = {{Second}},\n  year = {1450},\n  note = {Quoted in s1.},\n}\n"
    )


def test_csl_json_has_what_reference_managers_read(data):
    items = json.loads(run("path", "a", "c", "--format", "csl-json", data=data).stdout)
    assert items[0] == {
        "id": "s1",
        "type": "webpage",
        "title": "100% & true",
        "author": [{"literal": "Bo, C."}],
        "issued": {"date-parts": [[2022, 8, 3]]},
        "publisher": "Press",
        "URL": "https://example.org/1",
    }
    assert items[3]["issued"] == {"date-parts": [[1450]], "circa": True}
    assert [item["id"] for item in items] == ["s1", "reference", "reference-2", "s2"]


def test_without_a_path_there_are_no_sources(tmp_path):
    data = folder(tmp_path, ACTORS, "source,target,type\na,b,ally\n")
    answer = run("path", "a", "c", "--format", "csl-json", data=data)
    assert json.loads(answer.stdout) == []
    assert "No path leads from Ann to Cafe." in answer.stderr


@pytest.mark.parametrize(
    ("form", "start"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")]
)
def test_a_picture_of_the_path_alone(data, tmp_path, form, start):
    file = tmp_path / f"path.{form}"
    answer = run("path", "a", "c", "-o", str(file), data=data)
    assert answer.stdout.startswith(f"{file}: 3 actors, 2 relations, ")
    assert start in file.read_bytes()[:200]


def test_a_picture_of_several_paths_says_that_it_shows_the_first(tmp_path):
    rows = "source,target,type\na,b,ally\nb,c,ally\na,d,ally\nd,c,ally\n"
    data = folder(tmp_path, f"{ACTORS}d,Dan,person\n", rows)
    file = tmp_path / "path.svg"
    for options in ((), ("--all",), ("--k", "2")):
        answer = run("path", "a", "c", *options, "-o", str(file), data=data)
        assert answer.stdout.startswith(f"{file}: the first of 2 paths, 3 actors, 2 relations, ")
        assert "This is the first of 2 paths." in file.read_text()


def test_a_picture_cites_what_its_steps_cite_and_not_what_actors_cite(tmp_path):
    actors = "id,label,references\na,Ann,Of Ann\nb,Bob,Of Bob\n"
    data = folder(tmp_path, actors, "source,target,type,references\na,b,ally,Of both\n")
    file = tmp_path / "path.svg"
    run("path", "a", "b", "-o", str(file), data=data)
    drawn = file.read_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Sources: Of both." in drawn
    assert "Of Ann" not in drawn


def test_a_picture_leaves_out_what_is_private(tmp_path):
    data = folder(tmp_path, ACTORS, "source,target,type,private\na,b,ally,yes\nb,c,ally,\n")
    file = tmp_path / "path.svg"
    answer = run("path", "a", "c", "-o", str(file), data=data)
    assert "1 relation" in answer.stdout
    assert "Withheld: 1 relation." in answer.stderr


def test_a_picture_needs_the_ending_of_one(data):
    answer = run("path", "a", "c", "-o", "path.svgg", data=data)
    assert answer.exit_code == 2
    assert "'path.svgg' does not end in the name of a picture format" in answer.stderr
    assert "Did you mean '.svg'?" in answer.stderr


def test_without_a_path_there_is_no_picture(tmp_path):
    data = folder(tmp_path, ACTORS, "source,target,type\na,b,ally\n")
    answer = run("path", "a", "c", "-o", str(tmp_path / "x.svg"), data=data)
    assert answer.stdout.startswith("No path leads from Ann to Cafe.")
    assert not (tmp_path / "x.svg").exists()


def test_a_cited_path_still_stands(data):
    answer = run("cite", "path:r1.r2", data=data)
    assert answer.stdout.startswith("This path still stands, on the same relations.\n\nAnn funded")
    assert "Cite as path:r1.r2" in answer.stdout


def test_what_changed_since_is_listed(data, tmp_path):
    card = tmp_path / "card.json"
    card.write_text(run("path", "a", "c", "--format", "json", data=data).stdout)
    assert (
        "No relation says anything else than it did."
        in run("cite", "path:r1.r2", "--card", str(card), data=data).stdout
    )
    changed = RELATIONS.replace("0.5,s1|https://example.org/x", "0.9,s2").replace("r2,b", "r3,b")
    (tmp_path / "relations.csv").write_text(changed + "r2,b,c,ally,,,,,\n")
    answer = run("cite", "path:r1.r2", "--card", str(card), data=data).stdout
    assert "This path still stands, but not on the same relations." in answer
    assert "New beside them: Bank funds Cafe (from 2003)." in answer
    assert (
        "confidence was 0.5, is 0.9; no longer cites s1, https://example.org/x; now cites s2"
        in answer
    )


def test_a_path_of_which_a_step_is_gone(data, tmp_path):
    (tmp_path / "relations.csv").write_text(RELATIONS.replace("r2,b,c", "r2,c,a"))
    answer = run("cite", "path:r1.r9", data=data)
    assert (
        "This path no longer stands: a step of it has no relation left.\nGone: r9." in answer.stdout
    )


def test_filters_leave_relations_out(data):
    answer = run("cite", "path:r1.r2", "--only", "ally", data=data).stdout
    assert answer.startswith("The filters leave no relation of a step of this path.\n")
    assert "Left out by the filters: " in answer
    assert "Gone" not in answer
    rows = run("cite", "path:r1.r2", "--only", "ally", "--format", "csv", data=data).stdout
    assert [row.split(",")[1:3] for row in rows.splitlines()[1:]] == [
        ["r1", "left out"],
        ["r2", "left out"],
    ]


def test_a_step_in_the_middle_is_found_between_its_neighbours(tmp_path):
    rows = "id,source,target,type\nr1,a,b,ally\nr5,b,c,ally\nr3,c,d,ally\n"
    data = folder(tmp_path, ACTORS + "d,Dan,person\n", rows)
    answer = run("cite", "path:r1.r2.r3", "--format", "json", data=data).stdout
    cited = json.loads(answer)["cited"][0]
    assert (cited["gone"], cited["added"], cited["id_today"]) == (["r2"], ["r5"], "path:r1.r5.r3")


def test_cite_answers_in_every_format(data):
    for form in ("markdown", "csv"):
        assert "r2" in run("cite", "path:r1.r2", "--format", form, data=data).stdout
    rows = run("cite", "path:r1.r2", "--format", "csv", data=data).stdout.splitlines()
    assert rows[1] == "path:r1.r2,r1,stands,Ann funded Bank (2001 to 2005)"


@pytest.mark.parametrize(
    ("ids", "problem"),
    [
        ("path:r8.r9", "No relation of 'path:r8.r9' is in the data"),
        ("path:r2.r1", "do not follow each other"),
        ("path:r1.", "is not the id of a path"),
    ],
)
def test_what_is_no_path_is_refused(data, ids, problem):
    answer = run("cite", ids, data=data)
    assert answer.exit_code == 2
    assert problem in answer.stderr


@pytest.mark.parametrize(
    "text", ["[]", "{", '{"relations": [1]}', "[" * 100_000, '{"relations": 3}']
)
def test_a_card_that_is_none_is_refused(data, tmp_path, text):
    (tmp_path / "card.json").write_text(text)
    answer = run("cite", "path:r1.r2", "--card", str(tmp_path / "card.json"), data=data)
    assert answer.exit_code == 2
    assert "is not what explore path --format json prints" in answer.stderr


def test_the_history_says_when_a_path_exists(data):
    answer = run("path", "a", "c", "--history", data=data).stdout
    assert answer.startswith(
        "A path may lead from Ann to Cafe: 2003 to 2005.\n\n- Until 2002: no path."
    )
    assert "- 2003 to 2005, 2 steps: Ann funded Bank (2001 to 2005); Bank funds" in answer
    assert "- From 2006: no path.\n\nSources\n[1]" in answer


def test_the_history_in_every_format(data):
    rows = run("path", "a", "c", "--history", "--format", "csv", data=data).stdout.splitlines()
    assert [row.split(",")[:4] for row in rows] == [
        ["from", "to", "length", "id"],
        ["", "2002", "", ""],
        ["2003", "2005", "2", "path:r1.r2"],
        ["2006", "", "", ""],
    ]
    assert (
        "**A path may lead"
        in run("path", "a", "c", "--history", "--format", "markdown", data=data).stdout
    )
    parsed = json.loads(run("path", "a", "c", "--history", "--format", "json", data=data).stdout)
    assert [each["id"] for each in parsed["relations"]] == ["r1", "r2"]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["--history", "--k", "2"], "--history takes --directed and filters"),
        (["--history", "--format", "bibtex"], "--history has no picture and no bibliography"),
        (["--history", "-o", "x.svg"], "--history has no picture and no bibliography"),
    ],
)
def test_what_a_history_does_not_take_is_refused(data, options, problem):
    answer = run("path", "a", "c", *options, data=data)
    assert answer.exit_code == 2
    assert problem in answer.stderr
