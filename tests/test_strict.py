"""Warnings let an answer through, with lines on stderr; where they are strict, they do not."""

import json

import pytest
from click.testing import CliRunner
from tiny_network import folder

import graph
from explorer.cli import explore

LOOP = "source,target,type\na,b,funds\na,a,ally\n"
TOLD = "relations.csv:3: target: 'a' is related to itself. Paths and measures ignore it."


@pytest.fixture
def data(tmp_path):
    return folder(tmp_path, relations=LOOP)


def ask(data, *words):
    return CliRunner().invoke(explore, ["--data", str(data), *words])


COMMANDS = [["path", "a", "b"], ["between", "a", "b"], ["show", "a"], ["centrality"],
            ["communities"], ["structure"], ["html", "-o", "-"]]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_warning_is_a_line_beside_the_answer_unless_it_is_strict(data, words):
    answer = ask(data, *words)
    assert (answer.exit_code, answer.stderr) == (0, f"Warning: {TOLD}\n")
    assert answer.stdout
    strict = ask(data, "--strict", *words)
    assert (strict.exit_code, strict.stdout, strict.stderr) == (1, "", f"Error: {TOLD}\n")


@pytest.mark.parametrize("words", [["--strict", "check"], ["check", "--strict"]], ids=" ".join)
def test_check_is_strict_either_way(data, words):
    answer = ask(data, *words, "--format", "json")
    told = json.loads(answer.stdout)
    assert (answer.exit_code, told["errors"], told["warnings"]) == (1, 1, 0)
    assert told["problems"][0]["severity"] == "error"


def test_the_notebook_is_strict_when_asked(data):
    assert [str(warning) for warning in graph.load(data).warnings] == [TOLD]
    with pytest.raises(graph.DataError) as caught:
        graph.load(data, strict=True)
    assert str(caught.value) == TOLD


def test_what_has_no_warning_is_read_strictly(tmp_path):
    assert graph.load(folder(tmp_path), strict=True).warnings == ()


def test_the_way_to_all_problems_keeps_every_option(tmp_path):
    rows = "".join(f"a,b,t{i}\n" for i in range(60))
    data = folder(tmp_path, relations=f"source,target,type\n{rows}")
    answer = ask(data, "--strict", "--encoding", "utf-8", "--most-problems", "55", "show", "a")
    assert answer.stderr.splitlines()[-1] == (
        f"10 more: explore --data {data} --encoding utf-8 --strict --most-problems 55 check"
    )
