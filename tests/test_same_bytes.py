"""The same question gives the same bytes, wherever and however the process runs."""

import os
import subprocess
import sys

import pytest
from terminal import ROOT, environment, folder

FORMS = ("text", "json", "csv", "markdown")
COMMANDS = [
    *([*words, "--format", form]
      for words in (["path", "Putin", "Vilnius", "--all"], ["show", "Лукашенко"], ["check"],
                    ["centrality", "--by", "all"],
                    ["communities", "--members"], ["structure"], ["balance"], ["camps"],
                    ["brokers"],
                    ["between", "Putin", "Vilnius", "Iran"])
      for form in FORMS),
    ["html", "-o", "-"],
    ["picture", "-o", "-"],
]  # fmt: skip
ASK = """
import sys
from explorer.cli import explore
for words in {commands!a}:
    try:
        explore.main([*{place!r}, *words], prog_name="explore")
    except SystemExit as end:
        print(words[0], "ends with", end.code, flush=True)
"""
USUAL = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
SETTINGS = [
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "tr_TR.UTF-8", "LANG": "xx", "TZ": "nonsense"},
    {"PYTHONHASHSEED": "7", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "COLUMNS": "500",
     "TERM": "dumb", "NO_COLOR": "1"},
]  # fmt: skip


def ask(place, setting, cwd=ROOT, mask=0o022):
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(commands=COMMANDS, place=place)],
        env=environment(**setting),
        cwd=cwd,
        umask=mask,
        capture_output=True,
        check=True,
        timeout=300,
    )
    return done.stdout, done.stderr


@pytest.fixture(scope="module")
def usual():
    return ask(["--example"], USUAL)


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.parametrize("setting", SETTINGS, ids=" ".join)
def test_every_answer_is_the_same_bytes(usual, tmp_path, setting):
    assert len(usual[0]) > 500_000
    assert usual[0].count(b"ends with 0") == len(COMMANDS)
    assert ask(["--example"], setting, cwd=tmp_path, mask=0o077) == usual


def test_problems_too_are_told_in_the_same_bytes(tmp_path):
    folder(tmp_path, relations="source,target,type\nada,bank,fundss\nada,bank,ally\n")
    usual = ask(["--data", str(tmp_path)], USUAL)
    assert usual[0].count(b"ends with 1") == len(COMMANDS)
    assert ask(["--data", str(tmp_path)], SETTINGS[0], cwd=tmp_path, mask=0o077) == usual


@pytest.mark.slow
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_page_in_a_file_is_the_same_bytes(usual, tmp_path, mask):
    words = [sys.executable, "-m", "explorer", "--example", "html", "-o", "page.html"]
    subprocess.run(words, env=environment(**SETTINGS[0]), cwd=tmp_path, umask=mask, check=True,
                   capture_output=True)  # fmt: skip
    assert (tmp_path / "page.html").read_bytes() in usual[0]
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o666 & ~mask
    assert os.listdir(tmp_path) == ["page.html"]  # noqa: PTH208
