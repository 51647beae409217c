"""Every step that a writer makes in a folder, and something that happens at one of them."""

import io
import json
import os
import signal
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

ON_PATHS = ["mkdir", "stat", "lstat", "open", "replace", "rename", "link", "unlink", "rmdir"]


class Steps:
    """Count the steps that touch a folder, and at one of them do something.

    Parameters
    ----------
    folder
        Where steps count.
    at
        The number of the step, from 0; None lets all be as they are.
    happens
        What is done there, before the step or `after` it; it may raise.
    """

    def __init__(self, folder, at=None, happens=None, *, after=False):
        self.folder, self.at, self.happens, self.after = str(folder), at, happens, after
        self.made = []

    def step(self, name, make):
        mine = len(self.made) == self.at
        self.made.append(name)
        if mine and not self.after:
            self.happens()
        done = None
        try:
            done = make()
        finally:
            if mine and self.after:
                if name == "create" and done is not None:  # nobody else would close it
                    done.close()
                if name == "open" and done is not None:
                    os.close(done)
                self.happens()
        return done

    def is_here(self, path):
        return not isinstance(path, int) and str(path).startswith(self.folder)

    def on_path(self, name):
        real = getattr(os, name)

        def call(path, *more, **options):
            def make():
                return real(path, *more, **options)

            return self.step(name, make) if self.is_here(path) else make()

        return patch.object(os, name, call)

    def on_fsync(self):
        real = os.fsync
        return patch.object(os, "fsync", lambda number: self.step("fsync", lambda: real(number)))

    def on_create(self):
        real = io.open

        def create(path, mode="r", *more, **options):
            if not self.is_here(path) or "x" not in mode:
                return real(path, mode, *more, **options)
            return File(self, self.step("create", lambda: real(path, mode, *more, **options)))

        return patch.object(io, "open", create)

    @contextmanager
    def watched(self):
        with ExitStack() as patches:
            for name in ON_PATHS:
                patches.enter_context(self.on_path(name))
            patches.enter_context(self.on_fsync())
            patches.enter_context(self.on_create())
            yield self


class File:
    """A file whose every call is a step; writing is two, as a disk is full halfway."""

    def __init__(self, steps, file):
        self.steps, self.file = steps, file

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.file.close()
        if error[0] is None:
            self.steps.step("close", lambda: None)

    def write(self, data):
        half = len(data) // 2
        self.steps.step("write", lambda: self.file.write(data[:half]))
        self.file.flush()
        self.steps.step("write", lambda: self.file.write(data[half:]))

    def flush(self):
        self.steps.step("flush", self.file.flush)

    def fileno(self):
        return self.file.fileno()


def contents(folder):
    """Return everything in a folder: files with their text, folders as None."""
    return {
        str(path.relative_to(folder)): None if path.is_dir() else path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
    }


def drive(words, before, number, *, after):
    """Run the command in a fork for each of its steps, and kill it there; print what came of it.

    Run in a process of its own. What was imported for the first run is there for the others.
    """
    import explorer.cli.commands.html
    import explorer.cli.commands.init
    import explorer.cli.group
    import explorer.page
    import graph.formats.atomic_write  # noqa: F401 - what all runs need

    explorer.page.build_page = lambda *_, **__: "new"
    whole = _driven(words, before, None, number, after=after)
    steps = range(len(whole["steps"]))
    killed = [_driven(words, before, at, number, after=after) for at in steps]
    print(json.dumps([whole, *killed]))  # noqa: T201


def _driven(words, before, at, number, *, after):
    """Return what came of one run, and of a second one after a kill."""
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory() as beside:
        folder, about = Path(place).resolve(), Path(beside)
        for name, text in before.items():
            (folder / name).write_text(text, encoding="utf-8")

        def stop():
            os.kill(os.getpid(), number)
            os.kill(os.getpid(), number)  # whoever presses twice disturbs no cleaning up

        def run(steps):
            child = os.fork()
            if child == 0:
                os._exit(_run(words, steps, about))
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            return {"code": code, "told": (about / "2").read_text(), "left": contents(folder)}

        result = run(Steps(folder, at, stop, after=after))
        if at is None:
            result["steps"] = json.loads((about / "steps").read_text())
        elif number == signal.SIGKILL:
            result["again"] = run(Steps(folder))
        return result


def _run(words, steps, about):
    """Run the command with its output in files, and return its exit code."""
    from explorer.cli import main

    os.chdir(steps.folder)
    for stream in (1, 2):
        file = os.open(about / str(stream), os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        os.dup2(file, stream)
    sys.argv[1:] = words
    try:
        with steps.watched():
            main()
    except SystemExit as end:
        return end.code
    finally:
        (about / "steps").write_text(json.dumps(steps.made))
