"""Shares of work spread over processes, which end at once when they are no longer needed.

Each worker is an interpreter of its own that is handed the ties once and then one share after the
other. Nothing is forked, so that threads do no harm, and no script is imported a second time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graph.analysis.large.piping import receive, send
from graph.analysis.large.shares import TASKS, Share

if TYPE_CHECKING:
    import subprocess

    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import Ties

PAYS = 1e9  # steps in all; below, starting workers takes longer than they save

WORK = """
import sys
sys.path[:] = sys.argv[4:]
from graph.analysis.large.shares import serve
try:
    serve(sys.argv[1], int(sys.argv[2]), directed=sys.argv[3] == "directed",
          streams=(sys.stdin.buffer, sys.stdout.buffer))
except (EOFError, OSError, KeyboardInterrupt):
    sys.exit()
"""


def cores() -> int:
    """Return how many cores this process may use.

    Examples
    --------
    >>> cores() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@contextmanager
def working(
    what: str, ties: Ties, asked: list[Share], workers: int
) -> Iterator[Iterator[NDArray[np.float64]]]:
    """Yield what comes of each share, in the order asked, from one process or several.

    Parameters
    ----------
    what
        A name in `graph.analysis.large.shares.TASKS`.
    ties
        What the work is on.
    asked
        The shares.
    workers
        How many processes at the most; one is this process itself.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.edge_arrays import Ties
    >>> star = Ties(4, np.array([0, 0, 0]), np.array([1, 2, 3]))
    >>> with working("betweenness", star, [(0, 2), (2, 4)], workers=2) as parts:
    ...     print(sum(parts))
    [3. 0. 0. 0.]
    """
    workers = min(workers, len(asked))
    if workers <= 1 or not sys.executable:
        yield map(TASKS[what](ties), asked)
        return
    from concurrent.futures import ThreadPoolExecutor
    from queue import SimpleQueue

    idle: SimpleQueue[_Worker] = SimpleQueue()

    def do(share: Share) -> NDArray[np.float64]:
        worker = idle.get()
        try:
            return worker.do(share)
        finally:
            idle.put(worker)

    with ExitStack() as stack:
        threads = ThreadPoolExecutor(workers)
        stack.callback(threads.shutdown, cancel_futures=True)
        for _ in range(workers):
            idle.put(stack.enter_context(_worker(what, ties)))
        yield threads.map(do, asked)


class _Worker:
    """A process that does shares; when it fails, they are done here."""

    def __init__(self, process: subprocess.Popen[bytes], what: str, ties: Ties) -> None:
        self.process, self.what, self.ties = process, what, ties
        self.begun = self.over = False

    def do(self, share: Share) -> NDArray[np.float64]:
        try:
            return self._asked(share)
        except (OSError, ValueError, EOFError):
            if self.over:
                raise
        return TASKS[self.what](self.ties)(share)

    def _asked(self, share: Share) -> NDArray[np.float64]:
        import numpy as np

        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise EOFError
        if not self.begun:
            lengths = np.zeros(0) if self.ties.distances is None else self.ties.distances
            send(stdin, self.ties.sources, self.ties.targets, lengths)
            self.begun = True
        send(stdin, np.array(share))
        return receive(stdout)


@contextmanager
def _worker(what: str, ties: Ties) -> Iterator[_Worker]:
    """Start a process that no key pressed reaches, and kill it at the end."""
    import subprocess

    direction = "directed" if ties.directed else "either"
    words = [sys.executable, "-c", WORK, what, str(ties.number), direction]
    path = [str(Path(__file__).parents[3]), *filter(None, sys.path)]
    process = subprocess.Popen(  # noqa: S603 - this interpreter, with words of our own
        [*words, *path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    worker = _Worker(process, what, ties)
    try:
        yield worker
    finally:
        worker.over = True
        process.kill()
        with suppress(OSError):  # what it was asked last is still in the pipe
            process.__exit__(None, None, None)
