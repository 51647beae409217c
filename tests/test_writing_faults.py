"""Whatever happens at whichever step of whichever writer: the old file is whole, or the new one."""

import errno
import functools
import json
import os
import signal
import subprocess
import sys

import pytest
from click.testing import CliRunner
from faults import Steps, contents
from systems import need_posix
from terminal import ROOT, environment, heed_signals

from explorer.cli import explore
from graph.formats.atomic_write import write_new, write_text

pytestmark = pytest.mark.slow

need_posix()

CASE = {"actors.csv": "id,name,kind\n", "relations.csv": "source,target,type\n"}
OLD = {"page.html": "old"}


def command(*words):
    """Return what runs a command in the current folder, and raises what it told."""

    def run(_):
        answer = CliRunner().invoke(explore, words, prog_name="explore")
        assert answer.exit_code in (0, 1, 130), answer.exception
        if answer.exit_code:
            assert answer.stderr.count("\n") == 1, answer.stderr
            raise RuntimeError(answer.stderr)

    return run


DATA = str(ROOT / "tests" / "cases" / "no_path")  # small: what is read is another file's matter
HTML = ["--data", DATA, "html", "-o", "page.html"]
WRITERS = {
    "write_text over an old file": (OLD, lambda here: write_text(here / "page.html", "new")),
    "write_text a new file": ({}, lambda here: write_text(here / "page.html", "new")),
    "write_new into a folder": (OLD, lambda here: write_new(here, CASE)),
    "write_new into a new folder": (OLD, lambda here: write_new(here / "a" / "b", CASE)),
    "explore html over an old file": (OLD, command(*HTML)),
    "explore html to a new file": ({}, command(*HTML)),
    "explore init in a folder": (OLD, command("init", ".")),
    "explore init in a new folder": (OLD, command("init", "a/b")),
}
FAULTS = {
    "ENOSPC": OSError(errno.ENOSPC, "No space left on device"),
    "EACCES": PermissionError(errno.EACCES, "Permission denied"),
    "EINTR": InterruptedError(errno.EINTR, "Interrupted system call"),
    "EIO": OSError(errno.EIO, "Input/output error"),
    "Ctrl-C": KeyboardInterrupt(),
    "MemoryError": MemoryError(),
}


def raising(error):
    def happens():
        raise error

    return happens


def run(here, writer, steps):
    """Run a writer in a folder; return what there was before and after, and what it raised."""
    before, write = WRITERS[writer]
    here.mkdir()
    for name, text in before.items():
        (here / name).write_text(text)
    os.chdir(here)
    raised = None
    with steps.watched():
        try:
            write(here)
        except BaseException as error:  # noqa: BLE001 - whatever it is
            raised = error
    return before, contents(here), raised


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("explorer.page.build_page", lambda *_, **__: "new")
    return tmp_path


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
@pytest.mark.parametrize("writer", WRITERS)
def test_a_fault_at_any_step(place, writer, after):
    wholly = Steps(place / "whole")
    before, whole, raised = run(place / "whole", writer, wholly)
    assert raised is None
    assert whole != before
    assert {"create", "write", "flush", "fsync"} <= set(wholly.made)
    assert {"replace", "rename", "link"} & set(wholly.made)
    for fault, error in FAULTS.items():
        ended = 0
        for at, name in enumerate(wholly.made):
            here = place / f"{fault}{at}"
            steps = Steps(here, at, raising(error), after=after)
            _, left, raised = run(here, writer, steps)
            told = f"{fault} at step {at}, {name}"
            assert left in (before, whole), told
            assert raised is not None or left == whole, told
            ended += raised is not None
        assert ended > len(wholly.made) / 2, fault  # some faults have a way round them


PROCESSES = {
    "html over an old file": (HTML, OLD),
    "html to a new file": (HTML, {}),
    "init in a folder": (["init", "."], OLD),
    "init in a new folder": (["init", "a/b"], OLD),
}


@functools.cache
def driven(writer, number, *, after):
    """Return what came of a command that is killed at each of its steps."""
    words, before = PROCESSES[writer]
    script = f"from faults import drive; drive({words}, {before}, {int(number)}, after={after})"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(PYTHONPATH=os.pathsep.join([str(ROOT / "tests"), str(ROOT)])),
        capture_output=True,
        check=False,
        text=True,
        timeout=300,
        preexec_fn=heed_signals,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


LINES = {
    signal.SIGINT: "Interrupted.\n",
    signal.SIGTERM: "Terminated.\n",
    signal.SIGHUP: "Hung up.\n",
}


# All signals take one way; the others are tried on one writer of a file and one of a folder.
SIGNALLED = [(writer, signal.SIGTERM, after) for writer in PROCESSES for after in (False, True)]
SIGNALLED += [
    (writer, number, False)
    for writer in ("html over an old file", "init in a new folder")
    for number in (signal.SIGINT, signal.SIGHUP)
]


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize(("writer", "number", "after"), SIGNALLED)
def test_a_signal_at_any_step_leaves_nothing_behind(writer, number, after):
    _, before = PROCESSES[writer]
    whole, *killed = driven(writer, number, after=after)
    assert (whole["code"], whole["told"]) == (0, "")
    assert len(killed) == len(whole["steps"]) >= 9
    for name, result in zip(whole["steps"], killed, strict=True):
        assert (result["code"], result["told"]) == (128 + number, LINES[number]), name
        assert result["left"] in (before, whole["left"]), name


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
@pytest.mark.parametrize("writer", PROCESSES)
def test_a_kill_at_any_step_leaves_whole_files_and_no_harm(writer, after):
    _, before = PROCESSES[writer]
    whole, *killed = driven(writer, signal.SIGKILL, after=after)
    for name, result in zip(whole["steps"], killed, strict=True):
        assert result["code"] == -signal.SIGKILL, name
        seen = {path: text for path, text in result["left"].items() if ".part" not in path}
        for path, text in seen.items():
            assert text in (before.get(path, whole["left"].get(path)), whole["left"].get(path))
        assert before.keys() <= seen.keys() <= before.keys() | whole["left"].keys()
        last = result["again"]
        if last["code"]:
            assert "Give another folder." in last["told"], name
        else:
            assert whole["left"].items() <= last["left"].items(), name


@pytest.mark.nightly
@pytest.mark.parametrize("after", [False, True], ids=["before it", "after it"])
def test_a_kill_leaves_no_part_of_a_new_folder(after):
    whole, *killed = driven("init in a new folder", signal.SIGKILL, after=after)
    for name, result in zip(whole["steps"], killed, strict=True):
        files = {path for path in result["left"] if path.startswith("a/b")}
        assert files in (set(), {path for path in whole["left"] if path.startswith("a/b")}), name
