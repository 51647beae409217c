"""Every example of docs/automation.md runs as it stands, in a folder with the Belarus case."""

import re
import shutil

import pytest
from browser import missing
from documents import copy_clone, read_blocks, run_shell
from labels import say
from systems import need_posix

need_posix()

PAGE = "docs/automation.md"
SCRIPT = "#!/bin/sh"
SHELL = [code for code in read_blocks(PAGE, "sh") if not code.startswith(SCRIPT)]
HOW_TO_GET = {"jq": "apt-get install jq", "make": "apt-get install make"}


def need(program):
    if shutil.which(program) is None:
        missing(program, HOW_TO_GET[program])


@pytest.fixture
def clone(tmp_path):
    (tmp_path / "network").mkdir()
    return copy_clone(tmp_path / "network")


def modification_times(folder, *names):
    return [(folder / name).stat().st_mtime_ns for name in names]


def test_the_shell_says_whether_there_is_a_path(clone):
    need("jq")
    run = run_shell(SHELL[0], clone)
    assert (run.returncode, run.stdout, run.stderr) == (0, "connected\nnot connected\n", "")


@pytest.mark.slow
def test_jq_reads_the_answers(clone):
    need("jq")
    run = run_shell(SHELL[1], clone)
    assert (run.returncode, run.stderr) == (0, "")
    assert say("Belarus [~leads] Alexander Lukashenko (since 1994)") in run.stdout
    assert re.search(r'^"belarus",0\.\d+$', run.stdout, re.MULTILINE)
    assert run.stdout.endswith("true\n")


def test_there_are_no_other_blocks():
    assert len(SHELL) == 2


@pytest.mark.nightly
@pytest.mark.slow
def test_make_writes_what_is_older_than_the_data(clone):
    need("make")
    (code,) = read_blocks(PAGE, "make")
    # Editors of Markdown turn tabs into blanks, and make would refuse these.
    assert "\n\t$(EXPLORE)" in code
    (clone / "Makefile").write_text(code, encoding="utf-8")
    written = ("network.html", "network.pdf", "ranks.csv")
    assert run_shell("make", clone).returncode == 0
    before = modification_times(clone, *written)
    assert "Nothing to be done" in run_shell("make", clone).stdout
    assert modification_times(clone, *written) == before


@pytest.mark.nightly
@pytest.mark.slow
def test_cron_runs_the_script_and_a_failure_leaves_the_page_of_yesterday(clone):
    (script,) = (code for code in read_blocks(PAGE, "sh") if code.startswith(SCRIPT))
    (line,) = read_blocks(PAGE, "crontab")
    minute, hour, *days, command = line.strip().split(maxsplit=5)
    assert (int(minute) < 60, int(hour) < 24, days) == (True, True, ["*", "*", "*"])
    (clone / "nightly.sh").write_text(script, encoding="utf-8")
    (clone / "nightly.sh").chmod(0o755)
    home = {"HOME": str(clone.parent)}
    assert run_shell(command, clone.parent, **home).returncode == 0
    page = (clone / "public" / "index.html").read_bytes()
    with (clone / "relations.csv").open("a", encoding="utf-8") as file:
        file.write("minsk,vilnius,ally,,,,,,,,,\n")
    assert run_shell(command, clone.parent, **home).returncode == 0
    changed = (clone / "public" / "index.html").read_bytes()
    assert changed != page
    assert "Minsk" in (clone / "public" / "changes.md").read_text(encoding="utf-8")
    with (clone / "relations.csv").open("a", encoding="utf-8") as file:
        file.write("minsk,nobody,ally,,,,,,,,,\n")
    assert run_shell(command, clone.parent, **home).returncode == 1
    assert (clone / "public" / "index.html").read_bytes() == changed
    assert "nobody" in (clone / "nightly.log").read_text(encoding="utf-8")


@pytest.mark.nightly
@pytest.mark.slow
def test_the_steps_of_the_workflow_run(clone):
    (workflow,) = read_blocks(PAGE, "yaml")
    steps = re.findall(r"^ +- run: (.*)$", workflow, re.MULTILINE)
    assert steps[0] == "pip install -q ."
    run = run_shell("\n".join([". .venv/bin/activate", *steps[1:]]), clone)
    assert (run.returncode, (clone / "public" / "index.html").exists()) == (0, True)
    assert "\t" not in workflow


def test_the_exit_codes_are_those_of_the_table(clone):
    def code(words):
        return run_shell(f". .venv/bin/activate; explore {words}", clone).returncode

    assert code("path Lukashenko Vilnius --only funds") == 0
    assert code("show Nobodyatall") == 1
    assert code("path Minsk Vilnius --only fnds") == 2
