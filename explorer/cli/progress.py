"""A progress bar on stderr, on a terminal, for work that takes longer than a second."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from explorer.cli.printing import is_terminal

if TYPE_CHECKING:
    from threading import Timer

    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds


class ProgressBar:
    """Show a progress bar while the ``with`` block runs, once it has run for a second.

    Parameters
    ----------
    task
        The name of the work, in a word or two.
    """

    def __init__(self, task: str) -> None:
        self._name, self._done, self._total = task, 0, 0
        self._timer: Timer | None = None
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._ended = False

    def __enter__(self) -> Self:
        if is_terminal(sys.stderr):
            from threading import Timer

            self._timer = Timer(PATIENCE, self._show)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._bar is not None:
            self._bar.stop()

    def update(self, task: str, done: int, total: int) -> None:
        """Set the name of the work, how many of its parts are done, and how many there are."""
        is_new = task != self._name
        self._name, self._done, self._total = task, done, total
        if self._bar is not None and self._task is not None:
            if is_new:
                self._bar.reset(self._task)  # the remaining time is estimated from this work only
            self._bar.update(self._task, description=task, completed=done, total=total or None)

    def _show(self) -> None:
        """Start the bar; runs in the timer's thread."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        text = TextColumn("{task.description}", markup=False)
        remaining = TimeRemainingColumn(elapsed_when_finished=True)
        bar = Progress(text, BarColumn(), remaining, console=Console(stderr=True), transient=True)
        if self._ended:
            return
        self._task = bar.add_task(self._name, completed=self._done, total=self._total or None)
        self._bar = bar
        bar.start()
