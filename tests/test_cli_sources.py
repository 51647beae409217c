"""``explore sources``: the list, one source, what has none, and the filter of every command."""

import csv
import io
import json

import pytest
from labels import say
from terminal import folder, on_terminal, run

import graph

LIST = """\
2 sources, 7 relations. 4 independent voices. Voices that are no declared source: example.org; \
A memo. 1 cites a page or a text and no declared source. 3 cite nothing.

relations  alone  actors  source
        2      1       1  paper   Bo, C. (2023). The paper. Press. https://example.org/paper
        1      1       0  letter  A letter.

relations  alone  cited, and no source in sources.csv
        1      0  https://example.org/a
        1      1  A memo

alone: relations that rest on this source alone, and fall with it.
What cites nothing: explore sources --unsourced
"""
PAPER = say("""\
Bo, C. (2023). The paper. Press. https://example.org/paper
2 relations rest on it, 1 of them on it alone; 1 actor rests on it.

Resting on it alone
funds  Ada Ek [funds] North Bank (from 2021), disputed [1]

Resting on others, too
funds  Ada Ek [funds!] North Bank (2020 to 2022), contested: \
asserted by Bo, C. and example.org, disputed by Bo, C., confidence 0.8 (grade B2), \
2 independent voices [1] [2]
       Says one witness

Actors resting on it alone: Ada Ek

Sources
[1] Bo, C. (2023). The paper. Press. https://example.org/paper
[2] https://example.org/a
""")
PAPER_MARKDOWN = say("""**Bo, C. (2023). The paper. Press.**[^1]

2 relations rest on it, 1 of them on it alone; 1 actor rests on it.

**Resting on it alone**

- *funds*: Ada Ek [funds] North Bank (from 2021), disputed[^1]

**Resting on others, too**

- *funds*: Ada Ek [funds!] North Bank (2020 to 2022), contested: \
asserted by Bo, C. and example.org, disputed by Bo, C., confidence 0.8 (grade B2), \
2 independent voices[^1][^2]\
 (Says one witness)

Actors resting on it alone: Ada Ek

[^1]: Bo, C. (2023). The paper. Press. <https://example.org/paper>
[^2]: https&#58;//example.org/a
""")


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path)


def test_every_source_is_listed_with_what_rests_on_it(data):
    answer = run("sources", data=data)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, LIST, "")


@pytest.mark.parametrize("typed", ["paper", "The Paper", "THE  PAPER"])
def test_one_source_is_told_with_every_relation(data, typed):
    answer = run("sources", typed, data=data)
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, PAPER, "")


def test_what_has_no_source_is_told(data):
    answer = run("sources", "--unsourced", data=data).stdout
    assert answer.startswith(
        "Without a source\n3 relations cite nothing, and so do 4 actors.\n\nopposes  "
    )
    assert answer.endswith(
        "\n\nActors without a source: North Bank, South Club, West Dock, Elle Oy\n"
    )
    assert "Sources\n" not in answer


def test_markdown(data):
    assert run("sources", "paper", "--format", "markdown", data=data).stdout == PAPER_MARKDOWN
    listed = run("sources", "--format", "markdown", data=data).stdout
    assert "\n| 2 | 1 | 1 | paper | Bo, C. (2023). The paper. Press. |\n" in listed


def test_json_is_the_answer_with_each_relation_whole(data):
    net = graph.load(data)
    assert json.loads(run("sources", "--format", "json", data=data).stdout) == {
        "version": 1,
        **net.evidence().to_dict(),
    }
    parsed = json.loads(run("sources", "paper", "--format", "json", data=data).stdout)
    assert (parsed["source"], parsed["actors"]) == ("paper", ["ada"])
    assert [(row["id"], row["alone"], row["stance"]) for row in parsed["relations"]] == [
        ("r2", True, "disputes"), ("r1", False, "asserts"),
    ]  # fmt: skip


def test_csv_has_a_row_for_each(data):
    listed = list(csv.DictReader(io.StringIO(run("sources", "--format", "csv", data=data).stdout)))
    assert [(row["source"], row["relations"], row["alone"]) for row in listed] == [
        ("paper", "2", "1"), ("letter", "1", "1"),
    ]  # fmt: skip
    one = run("sources", "paper", "--format", "csv", data=data).stdout
    rows = list(csv.DictReader(io.StringIO(one)))
    assert [(row["rests_on"], row["alone"], row["id"]) for row in rows] == [
        ("paper", "yes", "r2"), ("paper", "no", "r1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["sources", "paper2"], "Error: SOURCE: 'paper2' is not a source. Did you mean 'paper'?"),
        (["sources", "papr"], "Error: SOURCE: 'papr' is not a source. Did you mean 'paper' ("),
        (["show", "ada", "--without-source", "papr"], "--without-source: 'papr' is not a source."),
        (["sources", "paper", "--unsourced"], "Error: --unsourced and SOURCE exclude each other"),
        (["sources", ""], "SOURCE is empty. Give a source, such as"),
    ],
)
def test_a_misspelt_source_is_a_question_that_cannot_be_answered(data, words, told):
    answer = run(*words, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert told in answer.stderr


def test_every_command_can_do_without_a_source(data):
    told = run("show", "ada", "--without-source", "The paper", data=data)
    assert "from 2021" not in told.stdout
    assert told.stdout.endswith("\n\nFilters: without source 'The paper'.\n")
    assert told.stdout.startswith(
        "Ada Ek (person): 3 of 4 relations under the filters, with 2 others.\n"
    )
    path = run("path", "ada", "dock", "--without-source", "letter", "--avoid", "leads", data=data)
    assert path.stdout.startswith("No path leads")


def test_an_actor_of_whom_nothing_is_left_is_left_out(data):
    words = ["show", "ada", "--only", "leads", "--without-source", "paper"]
    answer = run(*words, data=data)
    assert answer.exit_code == 2
    assert "'Ada Ek' is left out by the filters." in answer.stderr


def test_on_a_narrow_terminal_lines_hang_together(data):
    output, code = on_terminal("--data", str(data), "sources", "paper", columns=50, NO_COLOR="1")
    assert code == 0
    assert max(map(len, output.splitlines())) <= 58, "only an address may be longer"
    assert say("\nfunds  Ada Ek [funds] North Bank (from 2021),\n       disputed [1]\n") in output
