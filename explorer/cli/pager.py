"""A pager for answers that are longer than the terminal, as git has it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import click

DEFAULT = "less"
LESS_OPTIONS = "FRX"  # as git: end at once where all fits, keep colours and the screen


def page_text(text: str) -> bool:
    """Show a text on a terminal in a pager; return False where there is none, or the text fits.

    The pager is that of PAGER, else `less`. An empty PAGER, `cat` and --no-pager mean none.
    """
    command = find_pager()
    if not command or _fits(text):
        return False
    environment = {"LESS": LESS_OPTIONS, "LV": "-c", **os.environ}
    with _ignored_interrupts():
        try:
            subprocess.run(command, input=f"{text}\n".encode(), env=environment, check=False)  # noqa: S603 - the reader's own pager
        except BrokenPipeError:  # the reader left before the end
            pass
        except OSError:
            return False
    return True


def find_pager() -> list[str]:
    """Return the command of the pager; empty for none."""
    context = click.get_current_context(silent=True)
    if context is not None and context.find_root().params.get("no_pager"):
        return []
    if os.environ.get("TERM") == "dumb":
        return []
    try:
        words = shlex.split(os.environ.get("PAGER", DEFAULT))
    except ValueError:  # an open quote
        return []
    is_found = bool(words) and words[0] != "cat" and shutil.which(words[0])
    return words if is_found else []


def _fits(text: str) -> bool:
    """Return whether a text has fewer lines than the terminal."""
    lines = text.count("\n") + 1
    return lines < shutil.get_terminal_size().lines


@contextmanager
def _ignored_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to the pager while it runs."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
