import csv
import io
import json

import pytest
from labels import say
from terminal import folder, run

import graph

TEXT = say("""\
Ada Ek (person): 4 relations with 2 others.
A mayor. [1]

id: ada
also: Ek
rank: degree 1, betweenness 2, pagerank 1 (of 5). pagerank: 1 negative relation \
is left out, because an edge counts as support (in commands, --signs all keeps it)

ally     Ada Ek [ally] South Club
funds    Ada Ek [funds!] North Bank (2020 to 2022), contested: \
asserted by Bo, C. and example.org, disputed by Bo, C., confidence 0.8 (grade B2), \
2 independent voices [1] [2]
         Says one witness
funds    Ada Ek [funds] North Bank (from 2021), disputed [1]
opposes  Ada Ek [~opposes] North Bank, confidence 0.3

Sources
[1] Bo, C. (2023). The paper. Press. https://example.org/paper
[2] https://example.org/a
""")


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


def test_an_actor_is_told_with_every_relation_and_its_sources(data):
    answer = run("show", "Ek", data=data)
    ranks = graph.load(data).show("ada").ranks
    told = ", ".join(f"{measure} {place}" for measure, place in ranks.items())
    expected = TEXT.replace("degree 1, betweenness 2, pagerank 1", told)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, expected, "")


def test_filters_choose_what_is_told(data):
    answer = run("show", "ada", "--only", "ally", data=data).stdout
    assert answer.startswith("Ada Ek (person): 1 of 4 relations under the filters, with 1 other.\n")
    assert "funds" not in answer


def test_further_columns_are_told(tmp_path):
    data = folder(
        tmp_path, "id,name,kind,start,Party\na,Bo,person,1990,Greens\n", "source,target,type\n"
    )
    answer = run("show", "Bo", data=data).stdout
    assert "\ndates: from 1990\n" in answer
    assert "\nParty: Greens\n" in answer


@pytest.mark.parametrize(
    ("end", "dates"), [("..", None), ("ended", "ended"), ("1999", "until 1999")]
)
def test_an_actor_that_still_exists_has_no_line_of_dates(end, dates, tmp_path):
    data = folder(tmp_path, f"id,name,kind,end\na,Bo,person,{end}\n", "source,target,type\n")
    lines = run("show", "Bo", data=data).stdout.splitlines()
    told = [line for line in lines if line.startswith("dates:")]
    assert told == ([f"dates: {dates}"] if dates else [])


def test_json_tells_the_profile_and_each_relation_whole(data):
    parsed = json.loads(run("show", "ada", "--format", "json", data=data).stdout)
    known = graph.load(data).show("ada").to_dict()
    assert parsed["ranks"] == known["ranks"]
    assert [r["relation"] for r in parsed["relations"]] == ["r5", "r1", "r2", "r3"]
    assert [r["standing"] for r in parsed["relations"]] == [
        "stands", "contested", "contested", "stands",
    ]  # fmt: skip
    assert parsed["relations"][3]["sentence"] == say("Ada Ek [~opposes] North Bank")
    assert parsed["actor"]["references"][0]["source"] == "paper"


def test_csv_has_a_row_for_each_relation(data):
    answer = run("show", "ada", "--format", "csv", data=data).stdout
    rows = list(csv.DictReader(io.StringIO(answer)))
    assert [(row["actor"], row["neighbour"], row["id"]) for row in rows] == [
        ("ada", "club", "r5"), ("ada", "bank", "r1"), ("ada", "bank", "r2"), ("ada", "bank", "r3"),
    ]  # fmt: skip


def test_markdown_has_a_list_and_footnotes(data):
    answer = run("show", "ada", "--format", "markdown", data=data).stdout
    assert answer.startswith("**Ada Ek (person): 4 relations with 2 others.**\n\nA mayor.[^1]\n")
    funds = say(
        "- *funds*: Ada Ek [funds!] North Bank (2020 to 2022), contested: "
        "asserted by Bo, C. and example.org, disputed by Bo, C., confidence 0.8 (grade B2), "
        "2 independent voices"
    )
    assert f"\n{funds}[^1][^2]" in answer
    assert answer.endswith("[^2]: https&#58;//example.org/a\n")
