import shlex

import click
import pytest
from click.testing import CliRunner
from terminal import ROOT

from explorer.cli import explore
from explorer.cli.lazy_group import Command

CONTEXT = click.Context(explore, info_name="explore")
COMMANDS = {name: explore.get_command(CONTEXT, name) for name in explore.list_commands(CONTEXT)}
EXAMPLES = [example for command in COMMANDS.values() for example in command.examples]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_line_and_an_example(name):
    assert isinstance(COMMANDS[name], Command)
    answer = CliRunner().invoke(explore, [name, "--help"])
    assert answer.exit_code == 0
    assert all(f"  {example}\n" in answer.stdout for example in COMMANDS[name].examples)
    assert COMMANDS[name].examples
    assert explore.summaries[name].endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_only_options_are_listed_as_options(name):
    listed = CliRunner().invoke(explore, [name, "--help"]).stdout.partition("Options:\n")[2]
    lines = listed.partition("\n\n")[0].splitlines()
    assert all(line.startswith(("  -", "    ")) for line in lines)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_fits_80_columns(name):
    words = [name, "--help"] if name else ["--help"]
    text = CliRunner().invoke(explore, words, terminal_width=80).stdout
    long = [line for line in text.splitlines() if len(line) > 80]
    assert [line for line in long if len(line.split()) > 1] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_short_h_helps_too(name):
    runner = CliRunner()
    long, short = (runner.invoke(explore, [name, option]).stdout for option in ("--help", "-h"))
    assert long == short


@pytest.mark.slow
def test_every_example_works_in_turn(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ties.csv").write_text("from,to,type\nAnna,Bo,funds\n")
    (tmp_path / "nodes.csv").write_text("id,label\na,Anna\nb,Bo\n")
    (tmp_path / "edges.csv").write_text("source,target,relation\na,b,rival\n")
    for folder, name in (("anna", "Alexander Lukashenko"), ("bo", "A. Lukashenko")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "actors.csv").write_text(f"name\n{name}\nMinsk\n")
        (tmp_path / folder / "relations.csv").write_text(f"source,target\n{name},Minsk\n")
    for example in EXAMPLES:
        program, *words = shlex.split(example)
        assert program == "explore"
        answer = CliRunner().invoke(explore, words, prog_name="explore")
        assert (answer.exit_code, "Error" in answer.stderr) == (0, False), example
        assert answer.stdout.strip(), example


def test_the_examples_of_the_whole_work_in_the_projects_folder(monkeypatch):
    monkeypatch.chdir(ROOT)
    lines = [line.strip() for line in explore.help.splitlines()]
    examples = [line for line in lines if line.startswith("explore ") and "mycase" not in line]
    assert len(examples) == 2
    for example in examples:
        answer = CliRunner().invoke(explore, shlex.split(example)[1:])
        assert answer.exit_code == 0, example


def test_help_lists_every_command_and_how_to_complete():
    answer = CliRunner().invoke(explore, ["-h"]).stdout
    for name, line in explore.summaries.items():
        assert f"  {name.ljust(11)}  {line}" in answer
    assert "explore completion" in " ".join(answer.split())


def test_version():
    answer = CliRunner().invoke(explore, ["--version"])
    assert answer.exit_code == 0
    name, number = answer.stdout.split()
    assert (name, number.count(".")) == ("explore", 2)
