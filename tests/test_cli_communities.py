import csv
import io
import json

import pytest
from rendered import rendered
from terminal import folder, on_terminal, run

# Two triangles and one relation between them; Zed is only opposed.
ACTORS = "id,name,kind\n" + "".join(
    f"{name.lower()},{name},person\n" for name in ("Ann", "Bo", "Cy", "Dee", "Eve", "Fay", "Zed")
)
RELATIONS = "source,target,type\n" + "".join(
    f"{row}\n"
    for row in (
        "ann,bo,ally", "bo,cy,ally", "cy,ann,funds", "dee,eve,leads", "eve,fay,leads",
        "fay,dee,ally", "cy,dee,hosts", "ann,zed,opposes",
    )
)  # fmt: skip
CAPTION = (
    "Modularity 0.357 (0 is no better than chance, 1 the most). "
    "6 relations lie within communities, 1 between them. "
    "1 actor without edges is in no community. "
    "Found by the Leiden method on: "
    "all relations between two actors as one, in both directions, without weights; "
    "disputed relations are left out. "
    "Relations of a negative sign are left out: opposes 1."
)
TEXT = f"""\
community  actors  relations  foremost       mostly
        1       3          3  Ann, Bo, Cy    ally 2, funds 1
        2       3          3  Dee, Eve, Fay  leads 2, ally 1

2 of 2 communities. {CAPTION}
"""
MEMBERS = f"""\
Community 1: 3 actors, 3 relations within, 1 to others; mostly ally 2, funds 1
Ann, Bo, Cy

1 of 2 communities. --top 2 shows all. {CAPTION}
"""


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, ACTORS, RELATIONS)


def test_piped_it_is_aligned_columns(data):
    answer = run("communities", data=data)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, TEXT, "")


def test_members_are_named_when_asked_for(data):
    assert run("communities", "--members", "--top", "1", data=data).stdout == MEMBERS


def test_markdown_is_a_table_or_lists(data):
    table = run("communities", "--format", "markdown", data=data).stdout
    assert "| 1 | 3 | 3 | Ann, Bo, Cy | ally 2, funds 1 |" in table.splitlines()
    lists = run("communities", "--members", "--format", "markdown", data=data).stdout
    assert lists.startswith("**Community 1: 3 actors, 3 relations within")
    assert [line for line in lists.splitlines() if line.startswith("- ")] == [
        "- Ann", "- Bo", "- Cy", "- Dee", "- Eve", "- Fay",
    ]  # fmt: skip
    for told in (table, lists):
        assert "Modularity 0.357" in rendered(told).text


def test_csv_is_a_row_an_actor_unless_cut(data):
    rows = list(csv.reader(io.StringIO(run("communities", "--format", "csv", data=data).stdout)))
    assert rows[0] == ["community", "name", "kind", "id", "weight"]
    assert rows[1] == ["1", "Ann", "person", "ann", "2.0"]
    assert rows[-1] == ["", "Zed", "person", "zed", "0"]
    assert len(rows) == 8
    cut = run("communities", "--format", "csv", "--top", "1", data=data).stdout
    assert len(cut.splitlines()) == 4


def test_json_says_whether_it_was_cut(data):
    whole = json.loads(run("communities", "--format", "json", data=data).stdout)
    assert (whole["cut_short"], len(whole["communities"])) == (False, 2)
    assert whole["negative_counts"] == {"opposes": 1}
    assert [actor["id"] for actor in whole["isolates"]] == ["zed"]
    cut = json.loads(run("communities", "--format", "json", "--top", "1", data=data).stdout)
    assert (cut["cut_short"], cut["modularity"]) == (True, whole["modularity"])
    assert [each["number"] for each in cut["communities"]] == [1]


def test_filters_choose_what_counts_and_are_told(data):
    told = run("communities", "--avoid", "leads", data=data).stdout.splitlines()
    assert told[2].split()[:3] == ["2", "2", "1"]
    assert told[-1] == "Filters: avoid leads."


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_none_is_said(data, form):
    told = run("communities", "--only", "opposes", "--format", form, data=data).stdout
    assert told.startswith("There are no communities: no actor has an edge.")


def test_strong_relations_count_for_more_when_asked(data):
    (data / "relations.csv").write_text(
        "source,target,type,weight\nann,bo,ally,1\nbo,cy,ally,9\ncy,dee,ally,1\n", encoding="utf-8"
    )
    plain = run("communities", data=data).stdout
    assert "Ann, Bo" in plain
    strong = run("communities", "--weighted", data=data).stdout
    assert "Bo, Cy" in strong
    assert "with their weights" in strong


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("words", [(), ("--members",), ("--only", "attacks")])
@pytest.mark.parametrize("columns", [40, 100])
def test_on_a_terminal_no_line_is_longer_than_it_is_wide(words, columns):
    output, code = on_terminal("--example", "communities", *words, columns=columns, NO_COLOR="1")
    assert code == 0
    assert max(map(len, output.splitlines())) <= columns
    assert "communities" in output


def test_on_a_terminal_filters_are_told_below_the_table():
    output, _ = on_terminal("--example", "communities", "--avoid", "borders", NO_COLOR="1")
    assert output.rstrip().splitlines()[-1] == "Filters: avoid borders."
