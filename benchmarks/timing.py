"""What a fresh process takes: its time, its peak memory, its output. Sides run in turn."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TypeVar

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "benchmarks" / "peers"
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes
Side = TypeVar("Side")


class NotMeasurable(Exception):  # noqa: N818 - no error: the row says why it stays empty
    """Why there is no figure: a feature, a library or a file is not there."""


@dataclass(frozen=True)
class Run:
    """One process from start to end: seconds of wall clock, peak memory in MB, what it printed."""

    seconds: float
    megabytes: float
    output: str


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in the repository's root, in a process of its own.

    Raises
    ------
    NotMeasurable
        When it fails, with the last line it wrote to standard error.
    """
    # The kernel hands a parent's peak on to its child, so this process must stay small itself.
    settings = {**os.environ, "PYTHONIOENCODING": "utf-8", **(environment or {})}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output, errors = (_written(file) for file in (out, err))
    if process.returncode:
        said = errors.strip().splitlines() or [f"exit code {process.returncode}"]
        raise NotMeasurable(said[-1])
    return Run(seconds, used.ru_maxrss * MAXRSS_UNIT / 1e6, output)


def _written(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


def python(*words: str) -> list[str]:
    """Return the command that runs Python with these words."""
    return [sys.executable, *words]


def peer(name: str, *words: str) -> list[str]:
    """Return the command that runs a peer's program."""
    return python(str(PEERS / f"{name}.py"), *words)


def in_turn(rounds: int, *sides: Callable[[], Side]) -> list[tuple[Side, ...]]:
    """Return what the sides gave, round by round; a first round warms up and is dropped."""
    return [tuple(side() for side in sides) for _ in range(rounds + 1)][1:]
