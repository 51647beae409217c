"""Read a file by a library in a process of its own, whose memory and time are bounded.

A library may end its process when a file makes it ask for too much memory. That must not be the
process of the person, whose notebook may hold the work of a day.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from graph.data.limits import MIB, Limits
from graph.errors import DataError, Problem

LEAST_MEMORY = 1024 * MIB
TIMES_FILE = 24  # bytes of memory for each byte of text
LARGEST_MEMORY = 6 * 1024 * MIB
LONGEST = 600  # seconds; the largest file that is read takes far less
ROOM = "graph.importing.tables"
CODE = """
import json, os, sys
sys.path[:] = json.loads(sys.argv[1])
from graph.importing.tables.bounded_process import serve
serve()
sys.stdout.flush()
os._exit(0)  # a library's threads may hinder an orderly end
"""
# Libraries that start threads, or reserve memory, take no more than the bound allows.
SPARING = {
    "RUST_BACKTRACE": "0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "ARROW_IO_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
Answer = dict[str, Any]


class Reader(NamedTuple):
    """A function that reads files of a format.

    Parameters
    ----------
    path
        The module of this room and the function: ``workbook_sheets:read_sheets``. It takes the
        bytes, what is wanted and the limits, and returns what JSON can hold; under ``problem``
        what is wrong, what to do, and the rule.
    size
        The size of the file unpacked.
    remedy
        What to do when it cannot be read.
    """

    path: str
    size: int
    remedy: str = "Save it again as .xlsx or .csv."


def read_in_process(
    reader: Reader, raw: bytes, name: str, wanted: tuple[str, ...], limits: Limits
) -> Answer:
    """Return what a reader returns for a file, from another process.

    Parameters
    ----------
    reader
        The reader.
    raw, name, wanted, limits
        As in `graph.importing.tables.workbook.read_grids`.

    Raises
    ------
    DataError
        When the reader finds a problem, the process ended without an answer, or gave none in time.
    """
    if not sys.executable:  # where no process can be started
        answer = _load_reader(reader.path)(raw, wanted, limits)
    else:
        memory = min(LARGEST_MEMORY, LEAST_MEMORY + TIMES_FILE * reader.size)
        asked = [reader.path, wanted, limits.most_cells, limits.longest_cell, memory]
        arguments = [sys.executable, "-I", "-c", CODE, json.dumps(sys.path), json.dumps(asked)]
        try:
            done = subprocess.run(  # noqa: S603 - our own code, in this Python
                arguments, input=raw, capture_output=True, env={**os.environ, **SPARING},
                check=True, timeout=LONGEST,
            )  # fmt: skip
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            what = "cannot be read: it asks for more memory or time than is allowed, or is damaged."
            problem = Problem(name, None, "", what, reader.remedy, rule="unreadable-file")
            raise DataError([problem]) from error
        answer = json.loads(done.stdout)
    if "problem" in answer:
        what, remedy, rule = answer["problem"]
        raise DataError([Problem(name, None, "", what, remedy, rule=rule)])
    return answer


def serve() -> None:
    """Read the file on the standard input; write what is in it to the standard output."""
    reader, wanted, most_cells, longest_cell, memory = json.loads(sys.argv[2])
    read = _load_reader(reader)
    _bound_memory(memory)
    raw = sys.stdin.buffer.read()
    limits = Limits(most_cells=most_cells, longest_cell=longest_cell)
    json.dump(read(raw, tuple(wanted), limits), sys.stdout)


def _load_reader(path: str) -> Callable[[bytes, tuple[str, ...], Limits], Answer]:
    module, _, function = path.partition(":")
    read: Callable[[bytes, tuple[str, ...], Limits], Answer] = getattr(
        import_module(f"{ROOM}.{module}"), function
    )
    return read


def _bound_memory(size: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    most = size if hardest == resource.RLIM_INFINITY else min(size, hardest)
    resource.setrlimit(resource.RLIMIT_AS, (most, hardest))
