"""Run processes in turn, and measure the time, the peak memory and the output of each."""

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
    """Raised if a figure cannot be measured: a feature, a library or a file is missing."""


@dataclass(frozen=True)
class Run:
    """A whole process: seconds of wall clock, peak memory in MB, its output, its processor time."""

    seconds: float
    megabytes: float
    output: str
    processor: float = 0.0


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in the repository's root, in a process of its own.

    Raises
    ------
    NotMeasurable
        When it fails, with the last line of its standard error.
    """
    # A child inherits the peak memory of its parent, so this process must stay small.
    settings = {**os.environ, "PYTHONIOENCODING": "utf-8", **(environment or {})}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output, errors = (_read_all(file) for file in (out, err))
    if process.returncode:
        lines = errors.strip().splitlines() or [f"exit code {process.returncode}"]
        raise NotMeasurable(lines[-1])
    processor = used.ru_utime + used.ru_stime
    return Run(seconds, used.ru_maxrss * MAXRSS_UNIT / 1e6, output, processor)


def _read_all(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


def build_python_command(*words: str) -> list[str]:
    """Build the command that runs Python with these arguments."""
    return [sys.executable, *words]


def build_peer_command(name: str, *words: str) -> list[str]:
    """Build the command that runs a peer's program."""
    return build_python_command(str(PEERS / f"{name}.py"), *words)


def run_in_turn(rounds: int, *sides: Callable[[], Side]) -> list[tuple[Side, ...]]:
    """Run all sides in each round; return their results without the first round, the warm-up."""
    return [tuple(side() for side in sides) for _ in range(rounds + 1)][1:]
