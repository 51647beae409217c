"""Whatever a cell holds, what is printed only says it."""

import csv
import io
import json

import pytest
from terminal import folder, on_terminal, run

EVIL = "\x1b[2J\x9b31m\x07[red]x[/red]\u202egpj.\u2066<b>*a*</b>`|$1$ [l](javascript:1)"
CELLS = ["id", "name", "kind", "aliases", "description", "party"]
COMMANDS = [
    ["path", "a", "b"],
    ["between", "a", "b"],
    ["cut", "a", "b"],
    ["ego", "a"],
    ["find", "? any A"],
    ["show", "a"],
    ["centrality"],
    ["centrality", "--doubt", "--draws", "2"],
    ["communities", "--members"],
    ["centrality", "--by", "all"],
    ["structure"],
    ["balance"],
    ["brokers"],
    ["camps"],
    ["timeline"],
    ["camps", "--doubt", "--draws", "2"],
    ["whatif", "--without", "a", "--path", "a", "b"],
    ["sources"],
    ["sources", "s"],
    ["show", "a", "--without-source", "s"],
]
UNSEEN = set("\x1b\x9b\x07\u202e\u2066\x00\r\x7f")


def table(*rows):
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()


@pytest.fixture
def data(tmp_path):
    actors = table(
        CELLS, ["a", f"A{EVIL}", f"k{EVIL}", EVIL, EVIL, EVIL], ["b", "=1+1", "person", "", "", ""]
    )
    relations = table(
        ["source", "target", "type", "reference", "note", "id"],
        ["a", "b", "owes", f"s|{EVIL.replace('|', '')}", EVIL, f"r{EVIL}"],
    )
    types = table(
        ["type", "sign", "mutual", "influence", "label", "inverse"],
        ["owes", "0", "no", "yes", f"owes{EVIL}", EVIL],
    )
    sources = table(
        ["id", "title", "author", "publisher", "date", "url", "archive_url"],
        ["s", EVIL, EVIL, EVIL, EVIL, "javascript:alert(1)", EVIL],
    )
    case = folder(tmp_path, actors, relations, sources)
    (case / "types.csv").write_text(types, encoding="utf-8")
    return case


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_unseen_is_printed(data, words, form):
    answer = run(*words, "--format", form, data=data)
    assert answer.exit_code == 0, answer.stderr
    assert UNSEEN & set(answer.stdout + answer.stderr) == set()


@pytest.mark.nightly(but_each=4)
@pytest.mark.slow
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_terminal_gets_no_command_and_reads_no_markup(data, words):
    output, code = on_terminal("--data", str(data), *words, NO_COLOR="1", columns=400)
    assert code == 0
    assert UNSEEN & set(output) == set()
    assert "[red]x[/red]" in output


def test_json_keeps_every_character(data):
    parsed = json.loads(run("show", "a", "--format", "json", data=data).stdout)
    assert parsed["actor"]["name"] == f"A{EVIL}"
    assert parsed["actor"]["attributes"] == {"party": EVIL}


def test_csv_holds_no_formula(data):
    answer = run("centrality", "--format", "csv", data=data).stdout
    assert "'=1+1" in [row["name"] for row in csv.DictReader(io.StringIO(answer))]


def test_markdown_holds_no_markup(data):
    answer = run("path", "a", "b", "--format", "markdown", data=data).stdout
    assert "<b>" not in answer
    assert "\\[l\\](javascript:1)" in answer
    assert "<javascript" not in answer


def test_problems_are_told_without_commands(tmp_path):
    columns = ["source", "target", "type", "weight"]
    relations = table(columns, [f"x{EVIL}", "y\ny", f"t{EVIL}", f"w{EVIL}"])
    data = folder(tmp_path, relations=relations)
    for words in (["check"], ["path", "ada", "dock"], ["check", "--format", "markdown"]):
        answer = run(*words, data=data)
        assert answer.exit_code == 1
        assert UNSEEN & set(answer.stdout + answer.stderr) == set()


@pytest.mark.parametrize("query", [EVIL, "\x1b]0;t\x07", "x" * 10_000, "\ud800", "", " "])
def test_a_hostile_question_is_one_line(query):
    answer = run("path", query, "Vilnius")
    assert answer.exit_code == 1
    assert answer.stderr.count("\n") == 1
    assert UNSEEN & set(answer.stderr) == set()
