"""Read a workbook in a process of its own, whose memory is bounded.

The library that reads workbooks ends its process when a file makes it ask for too much memory. That
must not be the process of the person, whose notebook may hold the work of a day.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

from graph.data.limits import MIB, Limits
from graph.errors import DataError, Problem

LEAST_MEMORY = 1024 * MIB
TIMES_FILE = 24  # bytes of memory for each byte of text
LARGEST_MEMORY = 6 * 1024 * MIB
LONGEST = 600  # seconds; the largest workbook that is read takes far less
CODE = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from graph.importing.tables.workbook_process import serve
serve()
"""
Answer = dict[str, Any]


def read_in_process(
    raw: bytes, name: str, wanted: tuple[str, ...], limits: Limits, size: int
) -> Answer:
    """Return what `read_sheets` of `workbook_sheets` returns, from another process.

    Parameters
    ----------
    raw, name, wanted, limits
        As in `graph.importing.tables.workbook.read_grids`.
    size
        The size of the workbook unpacked.

    Raises
    ------
    DataError
        When the process ended without an answer, or gave none in time.
    """
    if not sys.executable:  # where no process can be started
        from graph.importing.tables.workbook_sheets import read_sheets

        return read_sheets(raw, wanted, limits)
    memory = min(LARGEST_MEMORY, LEAST_MEMORY + TIMES_FILE * size)
    asked = [wanted, limits.most_cells, limits.longest_cell, memory]
    arguments = [sys.executable, "-I", "-c", CODE, json.dumps(sys.path), json.dumps(asked)]
    environment = {**os.environ, "RUST_BACKTRACE": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - our own code, in this Python
            arguments, input=raw, capture_output=True, env=environment, check=True, timeout=LONGEST
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        what = "cannot be read: it asks for more memory or time than is allowed, or is damaged."
        remedy = "Save it again as .xlsx or .csv."
        problem = Problem(name, None, "", what, remedy, rule="unreadable-file")
        raise DataError([problem]) from error
    answer: Answer = json.loads(done.stdout)
    return answer


def serve() -> None:
    """Read the workbook on the standard input; write what is in it to the standard output."""
    from graph.importing.tables.workbook_sheets import read_sheets

    wanted, most_cells, longest_cell, memory = json.loads(sys.argv[2])
    _bound_memory(memory)
    raw = sys.stdin.buffer.read()
    limits = Limits(most_cells=most_cells, longest_cell=longest_cell)
    json.dump(read_sheets(raw, tuple(wanted), limits), sys.stdout)


def _bound_memory(size: int) -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hardest = resource.getrlimit(resource.RLIMIT_AS)
    most = size if hardest == resource.RLIM_INFINITY else min(size, hardest)
    resource.setrlimit(resource.RLIMIT_AS, (most, hardest))
