"""Completion and progress, run in this process; other tests drive them through a real shell."""

import io
import sys
import time

import pytest
from click.shell_completion import ShellComplete

from explorer.cli import explore, progress
from explorer.cli.completion_shells import make_script, print_completions


def completed(*words):
    """Return what the Tab key offers for the last word of a command line."""
    *before, last = words
    shell = ShellComplete(explore, {}, "explore", "_EXPLORE_COMPLETE")
    return [item.value for item in shell.get_completions(["--example", *before], last)]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("show", "Alexander Luk"), ["Alexander Lukashenko"]),
        (("show", "alexander luk"), ["Alexander Lukashenko"]),
        (("path", "--avoid", "ally,bor"), ["ally,borders"]),
        (("path", "--kind", "per"), ["person"]),
        (("path", "--without-source", "pike"), ["pike2022"]),
        (("html", "--redact", "ali"), ["aliases"]),
        (("html", "--redact", "note,ali"), ["note,aliases"]),
        (("centrality", "--by", "degree,clo"), ["degree,closeness"]),
        (("show", "Nobody of this name"), []),
    ],
)
def test_values_are_completed(words, offered):
    assert completed(*words) == offered


def test_data_that_cannot_be_read_completes_nothing(tmp_path):
    shell = ShellComplete(explore, {}, "explore", "_EXPLORE_COMPLETE")
    assert shell.get_completions(["--data", str(tmp_path), "show"], "L") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(shell):
    assert "_EXPLORE_COMPLETE" in make_script(explore, "_EXPLORE_COMPLETE", shell)


def test_an_unknown_shell_has_none():
    assert print_completions(explore, "_EXPLORE_COMPLETE", "nonesuch_complete") == 1


def test_the_bar_shows_what_is_done(monkeypatch):
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "is_terminal", lambda _: True)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.ProgressBar("reading") as bar:
        for _ in range(100):
            if bar._task is not None:  # noqa: SLF001 - the timer's thread sets it
                break
            time.sleep(0.02)
        bar.update("reading", 1, 2)
        bar.update("layout", 0, 0)
    assert bar._bar is not None  # noqa: SLF001
    assert bar._bar.tasks[0].description == "layout"  # noqa: SLF001


def test_what_is_quick_shows_no_bar(monkeypatch):
    monkeypatch.setattr(progress, "is_terminal", lambda _: True)
    with progress.ProgressBar("reading") as bar:
        bar.update("reading", 1, 2)
    assert bar._bar is None  # noqa: SLF001
