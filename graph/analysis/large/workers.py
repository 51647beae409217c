"""A pool of worker processes, which end at once when they are no longer needed.

Each worker is an interpreter of its own that receives the edges once and then one share after the
other. Nothing is forked, so that threads are safe, and no script is imported a second time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from graph.analysis.large.array_stream import read_array, write_arrays
from graph.analysis.large.work_shares import Estimator, Share

if TYPE_CHECKING:
    import subprocess

    import numpy as np
    from numpy.typing import NDArray

    from graph.analysis.large.edge_arrays import EdgeArrays

WORTHWHILE = 1e9  # steps in all; with fewer, starting workers takes longer than they save

SCRIPT = """
import sys
sys.path[:] = sys.argv[4:]
from graph.analysis.large.worker_process import serve
try:
    serve(sys.argv[1], int(sys.argv[2]), directed=sys.argv[3] == "directed",
          requests=sys.stdin.buffer, results=sys.stdout.buffer)
except (EOFError, OSError, KeyboardInterrupt):
    sys.exit()
"""


def count_cores() -> int:
    """Return how many cores this process may use.

    Examples
    --------
    >>> count_cores() >= 1
    True
    """
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@contextmanager
def compute_with_workers(
    estimator: type[Estimator], edges: EdgeArrays, shares: list[Share], workers: int
) -> Iterator[Iterator[NDArray[np.float64]]]:
    """Yield the result for each share, in order, from this process or from several others.

    Parameters
    ----------
    estimator
        What computes the shares, in `graph.analysis.large.worker_process.ESTIMATORS`.
    edges
        The edges it works on.
    shares
        The shares.
    workers
        How many processes at most; 1 is this process itself.

    Examples
    --------
    >>> import numpy as np
    >>> from graph.analysis.large.betweenness import ExactBetweenness
    >>> from graph.analysis.large.edge_arrays import EdgeArrays
    >>> star = EdgeArrays(4, np.array([0, 0, 0]), np.array([1, 2, 3]))
    >>> shares = [(0, 2), (2, 4)]
    >>> with compute_with_workers(ExactBetweenness, star, shares, workers=2) as results:
    ...     print(sum(results))
    [3. 0. 0. 0.]
    """
    workers = min(workers, len(shares))
    if workers <= 1 or not sys.executable:
        yield map(estimator(edges).compute, shares)
        return
    from concurrent.futures import ThreadPoolExecutor
    from queue import SimpleQueue

    idle: SimpleQueue[_Worker] = SimpleQueue()

    def compute(share: Share) -> NDArray[np.float64]:
        worker = idle.get()
        try:
            return worker.compute(share)
        finally:
            idle.put(worker)

    with ExitStack() as stack:
        threads = ThreadPoolExecutor(workers)
        stack.callback(threads.shutdown, cancel_futures=True)
        for _ in range(workers):
            idle.put(stack.enter_context(_start_worker(estimator, edges)))
        yield threads.map(compute, shares)


class _Worker:
    """A process that computes shares; when it fails, they are computed here."""

    def __init__(
        self, process: subprocess.Popen[bytes], estimator: type[Estimator], edges: EdgeArrays
    ) -> None:
        self.process, self.estimator, self.edges = process, estimator, edges
        self.has_edges = self.is_stopped = False

    def compute(self, share: Share) -> NDArray[np.float64]:
        try:
            return self._request(share)
        except (OSError, ValueError, EOFError):
            if self.is_stopped:
                raise
        return self.estimator(self.edges).compute(share)

    def _request(self, share: Share) -> NDArray[np.float64]:
        import numpy as np

        stdin, stdout = self.process.stdin, self.process.stdout
        if stdin is None or stdout is None:
            raise EOFError
        if not self.has_edges:
            weights = np.zeros(0) if self.edges.weights is None else self.edges.weights
            write_arrays(stdin, self.edges.sources, self.edges.targets, weights)
            self.has_edges = True
        write_arrays(stdin, np.array(share))
        return read_array(stdout)


@contextmanager
def _start_worker(estimator: type[Estimator], edges: EdgeArrays) -> Iterator[_Worker]:
    """Start a process that receives no key press, and kill it at the end."""
    import subprocess

    direction = "directed" if edges.directed else "undirected"
    words = [sys.executable, "-c", SCRIPT, estimator.__name__, str(edges.actor_count), direction]
    path = [str(Path(__file__).parents[3]), *filter(None, sys.path)]
    process = subprocess.Popen(  # noqa: S603 - this interpreter, with words of our own
        [*words, *path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    worker = _Worker(process, estimator, edges)
    try:
        yield worker
    finally:
        worker.is_stopped = True
        process.kill()
        with suppress(OSError):  # the last request is still in the pipe
            process.__exit__(None, None, None)
