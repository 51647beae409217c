"""Options of explore work before and behind a command; a wrong argument is told what is meant."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from systems import only_on_posix
from terminal import folder, on_terminal, process, run

from explorer.cli import explore, pager

GROUP_OPTIONS = [option for option in explore.params if option.name != "version"]
VALUES = {"largest_file": "100", "longest_cell": "1", "most_cells": "3", "most_problems": "1"}
SAME_ANSWER = (
    *("strict", "set_aside", "no_cache", "no_pager", "most_problems"),  # of data without a problem
    "engine",  # the default, in words
    *("actors", "relations", "sources"),  # which are the files of the folder here
)
NOT_ABOUT_DATA = ["init x", "cache show", "completion bash"]


def ask(*words):
    return CliRunner().invoke(explore, list(words), prog_name="explore")


def arguments(option, data):
    """Return an option with a value that shows in the answer of check."""
    if option.is_flag:
        return [option.opts[0]]
    files = {name: str(data / f"{name}.csv") for name in ("actors", "relations", "sources")}
    files |= {"types": str(data / "nothing.csv"), "data": str(data), "encoding": "utf-16"}
    files |= {"engine": "here", "master": "local"}
    return [option.opts[0], {**files, **VALUES}[option.name]]


@pytest.fixture
def data(tmp_path, monkeypatch):
    """Return a case, beside an empty folder in which the tests run."""
    case = tmp_path / "case"
    case.mkdir()
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    return folder(case)


@pytest.mark.parametrize("option", GROUP_OPTIONS, ids=lambda option: option.name)
def test_every_option_works_behind_the_command_as_before_it(data, option):
    given = arguments(option, data)
    place = [] if option.name in ("data", "example") else ["--data", str(data)]
    before, behind = ask(*place, *given, "check"), ask(*place, "check", *given)
    assert (before.exit_code, before.stdout) == (behind.exit_code, behind.stdout)
    assert behind.stderr == before.stderr
    if option.name not in SAME_ANSWER:
        assert behind.stdout != ask(*place, "check").stdout


def test_the_last_one_counts_and_an_empty_one_is_refused(data):
    answer = ask("--data", "nowhere", "path", "ada", "West Dock", "--data", str(data))
    assert answer.exit_code == 0
    refused = ask("show", "ada", "--data", "")
    assert (refused.exit_code, "--data is empty" in refused.stderr) == (2, True)
    both = ask("--example", "show", "ada", "--data", str(data))
    assert "--example and --data exclude each other" in both.stderr
    assert ask("show", "--version").stdout.startswith("explore ")


@pytest.mark.parametrize(
    "option",
    [option for option in GROUP_OPTIONS if option.name != "no_pager"],
    ids=lambda option: option.name,
)
@pytest.mark.parametrize("command", NOT_ABOUT_DATA)
def test_commands_that_read_no_data_refuse_them(data, option, command):
    given = arguments(option, data)
    for words in ([*given, *command.split()], [*command.split(), *given]):
        answer = ask(*words)
        assert (answer.exit_code, answer.stdout) == (2, "")
        assert f"{option.opts[0]} has no effect" in answer.stderr
    assert not list(Path().iterdir())


@pytest.mark.parametrize("option", ["--encoding", "--largest-file", "--most-cells", "--types"])
def test_the_example_refuses_what_it_would_ignore(option):
    value = "1" if "-" in option[2:] else "x"
    answer = ask("--example", option, value, "check")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert f"--example and {option} exclude each other." in answer.stderr


def test_a_picture_takes_its_sources_or_those_of_a_file(data, tmp_path):
    place = ["--data", str(data), "picture", "-o", str(tmp_path / "p.pdf")]
    assert ask(*place, "--sources").exit_code == 0
    lines = ["id,title,author,publisher,date,url,archive_url", "paper,A,,,,,", "letter,B,,,,,"]
    (tmp_path / "own.csv").write_text("\n".join(lines))
    assert ask(*place, "--sources", str(tmp_path / "own.csv")).exit_code == 0
    gone = ask(*place, "--sources", "gone.csv")
    assert (gone.exit_code, "gone.csv: this file does not exist" in gone.stderr) == (1, True)
    empty = ask(*place, "--sources", "")
    assert "--sources is empty" in empty.stderr


def test_the_environment_names_the_default_folder(data, monkeypatch):
    monkeypatch.setenv("EXPLORE_DATA", str(data))
    assert ask("show", "ada").stdout.startswith("Ada Ek")
    assert "Minsk" in ask("show", "Minsk", "--example").stdout
    assert ask("compare", str(data), str(data)).exit_code == 0
    monkeypatch.setenv("EXPLORE_DATA", "")
    assert "this file does not exist" in ask("show", "ada").stderr


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["html", "belarus.html"], "To name the file to write: -o belarus.html"),
        (["picture", "my map.svg"], "To name the file to write: -o 'my map.svg'"),
        (["html", "."], "To read this folder: --data ."),
        (["check", "."], "To read this folder: --data ."),
        (["sources", "a", "b.csv"], "To read this file: --relations b.csv"),
        (["check", "actors2.csv"], "To read this file: --actors actors2.csv"),
        (["centrality", "degree"], "To choose a measure: --by degree"),
        (["show", "North", "Bank"], "A name of several words needs quotes"),
        (["story", "x"], "Remove it."),
        (["html", "x"], "1 folder given. Give two, before and after, or none."),
    ],
)
@pytest.mark.usefixtures("data")
def test_an_argument_too_many_is_told_what_is_meant(words, remedy):
    answer = ask(*words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert remedy in answer.stderr


def test_every_unknown_name_is_told():
    filters = ["--only", "fu,bo", "--kind", "x,y", "--avoid-actor", "Qq", "--avoid-actor", "Ww"]
    answer = run("path", "Foo", "Baz", *filters, "--at", "spring", "--without-source", "zz")
    assert answer.exit_code == 2
    told = answer.stderr
    for word in ("Foo", "Baz", "fu", "bo", "x", "y", "Qq", "Ww", "spring", "zz"):
        assert f"'{word}'" in told
    assert told.count("Error:") == 10
    assert run("path", "Foo", "Baz").exit_code == 1
    assert run("path", "Foo", "Foo").stderr.count("Error:") == 1
    assert run("show", "Foo", "--only", "fu").stderr.count("Error:") == 2
    left_out = run("path", "Minsk", "Vilnius", "--kind", "person").stderr
    assert left_out.count("left out by the filters") == 2
    measures = run("centrality", "--by", "dgree,rank").stderr
    assert "'dgree' is not" in measures
    assert "'rank' is not" in measures
    columns = run("html", "--redact", "aa", "--redact", "bb", "-o", "-").stderr
    assert "'aa'" in columns
    assert "'bb'" in columns


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("weighted degree", "weighted_degree"),
        ("In-degree", "in_degree"),
        ("PageRank", "pagerank"),
        ("harmonic closeness", "harmonic"),
        ("Betweenness centrality", "betweenness"),
    ],
)
def test_a_measure_has_every_name_that_the_page_gives_it(name, field):
    asked = run("centrality", "--by", name, "--top", "3", "--format", "csv")
    assert asked.stdout == run("centrality", "--by", field, "--top", "3", "--format", "csv").stdout


@pytest.mark.slow
@only_on_posix
@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_in_an_ascii_locale_any_name_can_be_asked_and_written(tmp_path, locale):
    case = tmp_path / "дела"
    case.mkdir()
    folder(case, "id,name,kind,aliases\na,Žižek,person,Жижек\n", "source,target,type\n")
    setting = {"LC_ALL": locale, "PYTHONUTF8": "0", "PATH": os.environ["PATH"]}
    shown = process("--data", str(case), "show", "Жижек", env=setting)
    assert shown.stdout.decode().startswith("Žižek")
    page = tmp_path / "Žižek.html"
    done = process("--data", str(case), "html", "--title", "Žižek", "-o", str(page), env=setting)
    assert done.stderr == b""
    assert "<title>Žižek</title>" in page.read_text(encoding="utf-8")


@pytest.mark.slow
@only_on_posix
def test_a_long_answer_on_a_terminal_is_shown_in_the_pager(tmp_path):
    script = tmp_path / "page"
    script.write_text("#!/bin/sh\necho PAGED with $LESS\ncat\n")
    script.chmod(0o755)
    long = ["--example", "show", "Belarus"]
    text, code = on_terminal(*long, PAGER=str(script))
    assert (code, text.startswith("PAGED with FRX")) == (0, True)
    assert "Belarus" in text
    for words, pager_command in [
        (["--example", "--version"], str(script)),
        ([*long, "--no-pager"], str(script)),
        (long, ""),
        (long, "'"),
        (long, "/nowhere/pager"),
    ]:
        text, code = on_terminal(*words, PAGER=pager_command)
        assert (code, "PAGED" in text) == (0, False)
    assert "PAGED" not in process(*long).stdout.decode()


def test_what_fits_needs_no_pager(monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAGER", "true")
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("COLUMNS", "80")
    assert pager.find_pager() == ["true"]
    assert not pager.page_text("short")
    assert pager.page_text("line\n" * 20)
    monkeypatch.setenv("TERM", "dumb")
    assert not pager.page_text("line\n" * 20)


def test_a_long_name_does_not_pad_every_line(tmp_path):
    rows = ["id,name,kind", f"a,{'x' * 150},person", "b,Bo,person", "c,Cy,person"]
    relations = "source,target,type\na,b,ally\nb,c,ally\n"
    case = folder(tmp_path, "\n".join(rows) + "\n", relations)
    for command in (["centrality"], ["communities"]):
        lines = run(*command, data=case).stdout.splitlines()[:-1]  # the caption is a sentence
        assert max(len(line) for line in lines if "x" * 150 not in line) < 130


def test_the_exit_codes_are_in_the_help():
    text = ask("--help").stdout
    assert "Exit codes:" in text
    assert "that there is no path is an answer, too" in text
    assert run("path", "Minsk", "Vilnius", "--only", "praises").exit_code in (0, 2)
    assert run("path", "Putin", "Vilnius", "--only", "ally").exit_code == 0
