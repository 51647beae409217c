"""``explore compare``: what differs between two folders, in four forms."""

import csv
import io
import json
from pathlib import Path

import pytest
from hostile import hostile_folder
from labels import say
from rendered import rendered
from terminal import ACTORS, RELATIONS, folder, on_terminal, run

import graph
from graph.text.safe import visible

LATER_ACTORS = ACTORS.replace("elle,Elle Oy,person,,,\n", "finn,Finn,person,,,\n").replace(
    "South Club,organisation", "Southern Club,organisation"
)
LATER_RELATIONS = (
    RELATIONS.replace("elle,dock,attacks,,,,disputes,,,r7\n", "finn,dock,attacks,,,,,paper,,\n")
    .replace("ada,club,ally,,,,asserts,,,r5", "club,ada,ally,2024,,,asserts,,,r5")
    .replace("bank,ada,opposes,,,0.3,asserts,,,r3\n", "")
)
TEXT = say("""\
Actors: 1 added, 1 removed, 1 changed. Relations: 1 added, 2 removed, 1 changed.

Added actors
+ Finn (person, finn)

Removed actors
- Elle Oy (person, elle)

Changed actors
~ Southern Club (organisation, club)
  name: Southern Club, was South Club

Added relations
+ attacks  Finn [attacks] West Dock [1]

Removed relations
- opposes  North Bank [opposes] Ada Ek, confidence 0.3
- attacks  Elle Oy [attacks] West Dock, disputed

Changed relations
~ ally  Southern Club [ally] Ada Ek (from 2024)
        start: 2024, was blank

Sources
[1] Bo, C. (2023). The paper. Press. https://example.org/paper
""")
MARKDOWN = say("""\
**Changed relations**

- *ally*: Southern Club [ally] Ada Ek (from 2024) – start: 2024, was blank

[^1]: Bo, C. (2023). The paper. Press. <https://example.org/paper>
""")


@pytest.fixture
def folders(tmp_path):
    for name in ("may", "june"):
        (tmp_path / name).mkdir()
    folder(tmp_path / "may")
    folder(tmp_path / "june", LATER_ACTORS, LATER_RELATIONS)
    return str(tmp_path / "may"), str(tmp_path / "june")


def compare(*words):
    """Ask without the option that says where one folder is."""
    from click.testing import CliRunner

    from explorer.cli import explore

    return CliRunner().invoke(explore, ["compare", *words], prog_name="explore")


def test_what_differs_is_told_in_lines(folders):
    answer = compare(*folders)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, TEXT, "")


def test_the_same_folder_twice(folders):
    assert compare(folders[0], folders[0]).stdout == "Nothing differs.\n"


def test_filters_apply_to_both(folders):
    answer = compare(*folders, "--only", "attacks").stdout
    assert answer.startswith(
        "Actors: 1 added, 1 removed, 1 changed. Relations: 1 added, 1 removed, 0 changed.\n"
    )
    assert answer.endswith("\n\nFilters: only attacks.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--avoid-actor", "finn"], "Actors: 0 added, 1 removed, 1 changed. Relations: 0 added,"),
        (["--avoid-actor", "Elle Oy"], "Actors: 1 added, 0 removed, 1 changed. Relations: 1"),
        (["--only-actor", "finn", "--only-actor", "dock"],
         "Actors: 1 added, 0 removed, 0 changed. Relations: 1 added, 0 removed, 0 changed."),
        (["--only-actor", "finn"], "Actors: 1 added, 0 removed, 0 changed."),
        (["--kind", "asset"], "Nothing differs."),
    ],
)  # fmt: skip
def test_a_name_may_be_known_to_one_of_them(folders, words, told):
    answer = compare(*folders, *words)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.startswith(told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--avoid-actor", "nobody at all"], "'nobody at all' names no actor"),
        (["--only", "ally,fnds"], "'fnds' is not a relation type. Did you mean 'funds'?"),
        (["--kind", "state"], "'state'"),
        (["--without-source", "papr"], "'papr' is not a source. Did you mean 'paper'"),
    ],
)
def test_a_name_that_neither_knows_is_an_error(folders, words, told):
    answer = compare(*folders, *words)
    assert answer.exit_code in {1, 2}
    assert answer.stdout == ""
    assert told in answer.stderr


def test_markdown(folders):
    assert compare(*folders, "--format", "markdown").stdout.endswith(MARKDOWN)


def test_json_is_the_answer_with_each_relation_whole(folders):
    parsed = json.loads(compare(*folders, "--format", "json").stdout)
    known = graph.compare(*map(graph.load, folders)).to_dict()
    assert parsed["actors"] == known["actors"]
    changed = parsed["relations"]["changed"][0]
    assert (changed["id"], changed["start"], changed["source"]) == ("r5", "2024", "club")
    assert changed["fields"] == [{"field": "start", "before": "", "after": "2024"}]
    assert [row["id"] for row in parsed["relations"]["removed"]] == ["r3", "r7"]


def test_csv_has_a_row_for_each_difference(folders):
    rows = list(csv.DictReader(io.StringIO(compare(*folders, "--format", "csv").stdout)))
    assert [(row["family"], row["id"], row["change"], row["field"]) for row in rows] == [
        ("actor", "finn", "added", ""),
        ("actor", "elle", "removed", ""),
        ("actor", "club", "changed", "name"),
        ("relation", rows[3]["id"], "added", ""),
        ("relation", "r3", "removed", ""),
        ("relation", "r7", "removed", ""),
        ("relation", "r5", "changed", "start"),
    ]


def test_problems_are_told_with_the_folder_that_has_them(folders, tmp_path):
    (tmp_path / "june" / "relations.csv").write_text("source,target,type\nada,ad a,funds\n")
    answer = compare(*folders)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr.startswith(f"Error: {folders[1]}/relations.csv:2: target: 'ad a'")
    gone = compare(folders[0], str(tmp_path / "july"))
    assert (gone.exit_code, gone.stdout) == (2, "")
    assert f"'{tmp_path}/july' is no version of the data. Give a folder, a date" in gone.stderr


@pytest.mark.usefixtures("folders")
def test_a_folder_whose_name_a_file_begins_with_is_told_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "june").rename(tmp_path / "rel")
    (tmp_path / "rel" / "relations.csv").write_text("source,target,type\nada,ad a,funds\n")
    assert compare("may", "rel").stderr.startswith("Error: rel/relations.csv:2: target: 'ad a'")


def test_one_folder_is_said_in_one_way(folders):
    answer = run("compare", *folders, data=folders[0])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "--data names one version" in answer.stderr
    assert run("compare", *folders).exit_code == 2
    assert compare(folders[0]).exit_code == 2


@pytest.mark.nightly(but_each=2)
@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_whatever_a_cell_holds_is_only_said(tmp_path, form):
    (tmp_path / "evil").mkdir()
    (tmp_path / "good").mkdir()
    evil, good = str(hostile_folder(tmp_path / "evil")), str(folder(tmp_path / "good"))
    mild = tmp_path / "evil" / "relations.csv"
    for pair in ((good, evil), (evil, good)):
        answer = compare(*pair, "--format", form)
        assert answer.exit_code == 0, answer.stderr
        for line in answer.stdout.split("\n"):
            assert visible(line) == line
        if form == "markdown":
            assert set(rendered(answer.stdout).tags) <= {"p", "strong", "em", "ol", "ul", "li", "a"}
    changed = tmp_path / "changed"
    changed.mkdir()
    hostile_folder(changed)
    text = mild.read_text(encoding="utf-8")
    mild.write_text(text.replace('"asserts"', '"disputes"'), encoding="utf-8")
    answer = compare(str(changed), evil, "--format", form)
    assert "disputes" in answer.stdout


def test_a_terminal_has_signs_and_no_longer_lines(folders):
    output, code = on_terminal("compare", *folders, columns=48, NO_COLOR="1")
    assert code == 0
    assert say("\n+ attacks  Finn [attacks] West Dock [1]\n") in output
    assert say("\n- opposes  North Bank [opposes] Ada Ek, confidence\n           0.3\n") in output


def test_the_page_of_two_folders(folders, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run_html(*folders, "-o", "changes.html", "--only", "attacks")
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.startswith("changes.html: 6 actors, 2 relations, ")
    page = (tmp_path / "changes.html").read_text(encoding="utf-8")
    assert "explore html BEFORE AFTER --only attacks" in page
    assert str(tmp_path) not in page
    assert "Actors: 1 added, 1 removed, 1 changed." in page


@pytest.mark.parametrize("given", [1, 3])
def test_a_page_is_of_no_folder_or_two(folders, given):
    answer = run_html(*[*folders, folders[0]][:given])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "given. Give two, before and after, or none." in answer.stderr


def test_the_page_of_two_folders_never_takes_the_name_of_data(folders, tmp_path):
    data = tmp_path / "may" / "actors.csv"
    before = data.read_bytes()
    link = tmp_path / "page.html"
    link.hardlink_to(data)
    answer = run_html(*folders, "-o", str(link))
    assert answer.exit_code == 1
    assert data.read_bytes() == before


def run_html(*words):
    from click.testing import CliRunner

    from explorer.cli import explore

    return CliRunner().invoke(explore, ["html", *words], prog_name="explore")


def test_at_a_date_what_may_hold_is_marked_and_counted(folders):
    text = compare(*folders, "--at", "2023").stdout
    assert say("+ attacks  Finn [attacks] West Dock, undated [1]") in text
    assert (
        "4 relations may hold in 2023, but not certainly: their start or end is not known." in text
    )
    parsed = json.loads(compare(*folders, "--at", "2023", "--format", "json").stdout)
    assert parsed["time"]["may_hold_count"] == 4
    assert parsed["relations"]["added"][0]["why"] == "undated"
    assert "time" not in json.loads(compare(*folders, "--format", "json").stdout)


def test_a_kind_with_a_comma_may_be_in_one_of_two_versions(folders):
    actors = Path(folders[1], "actors.csv")
    text = actors.read_text(encoding="utf-8")
    actors.write_text(text.replace("finn,Finn,person", 'finn,Finn,"town, free"'), encoding="utf-8")
    answer = compare(*folders, "--kind", "town, free", "--kind", "person,organisation")
    assert answer.exit_code == 0
    assert "+ Finn (town, free, finn)" in answer.stdout


def test_a_column_of_one_version_can_be_redacted(folders):
    relations = Path(folders[1], "relations.csv")
    head, *rows = relations.read_text(encoding="utf-8").splitlines()
    lines = [f"{head},phone", *(f"{row},98765" for row in rows)]
    relations.write_text("\n".join(lines), encoding="utf-8")
    for name in ("phone", "relations.phone"):
        answer = run_html(*folders, "--redact", name, "-o", "-")
        assert (answer.exit_code, "98765" in answer.stdout) == (0, False), answer.stderr
        assert f"Withheld from {folders[1]}: 1 column (relations.phone)" in answer.stderr
    answer = run_html(*folders, "--redact", "fone", "-o", "-")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "no file has a column 'fone'." in answer.stderr
