"""Whoever types what README.md says, line by line, gets what it says."""

import csv
import re
import runpy
from fnmatch import fnmatch

import pandas as pd
import pytest
from documents import ROOT, copy_clone, read_blocks, run_shell
from systems import only_on_posix

from graph.data.vocabulary import KINDS, TYPES

README = (ROOT / "README.md").read_text(encoding="utf-8")
FIRST, SECOND, *TOUR = read_blocks("README.md", "sh")


def test_the_first_command_is_the_main_job_and_the_second_the_tests():
    assert FIRST.count("\n") == SECOND.count("\n") == 1
    assert "explore html -o belarus.html" in FIRST
    assert "explore path Lukashenko Vilnius" in FIRST
    assert "pytest" in SECOND


def is_ignored(name, patterns):
    return any(fnmatch(name, pattern.rstrip("/")) for pattern in patterns)


def test_windows_gets_the_same_command():
    (windows,) = read_blocks("README.md", "bat")
    assert windows.replace("\\", "/").replace("Scripts", "bin") == FIRST.replace(
        "python3", "python"
    )


@only_on_posix
@pytest.mark.slow
def test_every_line_of_the_tour_runs_in_a_fresh_clone(tmp_path):
    clone = copy_clone(tmp_path)
    own = [["from", "to", "type"], ["Ann", "Bob", "funds"]]
    pd.DataFrame(own[1:], columns=own[0]).to_excel(clone / "ties.xlsx", index=False)
    shipped = [*(path.name for path in clone.iterdir()), "ties"]
    lines = [line for block in TOUR for line in block.splitlines()]
    # Each line is announced, so that a failure names it, and none complains.
    script = "\n".join(f"echo {number}\n{line}" for number, line in enumerate(lines, 1))
    run = run_shell(script, clone)
    assert (run.returncode, run.stderr.count("Error")) == (0, 0), f"{run.stdout}\n{run.stderr}"
    assert f"\n{len(lines)}\n" in run.stdout
    with (clone / "centrality.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file))[:2] == ["rank", "name"]
    for name in ("map.pdf", "changes.html", "mine.html", "before/actors.csv", "mine/story.md"):
        assert (clone / name).stat().st_size > 0
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    written = {f"/{path.name}" for path in clone.iterdir()} - {f"/{name}" for name in shipped}
    assert [name for name in written if not is_ignored(name, ignored)] == []


@pytest.mark.slow
def test_the_python_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    (code,) = read_blocks("README.md", "python")
    script = tmp_path / "script.py"
    script.write_text(code, encoding="utf-8")
    net = runpy.run_path(str(script))["net"]
    assert net.path("Lukashenko", "Vilnius").length == 3


def test_it_lists_every_built_in_kind_and_type():
    kinds = re.search(r"\*\*Kinds of actors\*\* are(.*?), or your", README, re.DOTALL)
    types = re.search(r"\*\*Types of relations\*\* are(.*?), and those", README, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", kinds[1])) == set(KINDS)
    assert set(re.findall(r"`(\w+)`", types[1])) == set(TYPES)


def test_its_pictures_are_there_and_small():
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert len(pictures) == 2
    assert all((ROOT / name).stat().st_size < 400_000 for name in pictures)
