"""A progress bar on stderr, on a terminal, for what takes longer than a second."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

from explorer.cli.printing import is_terminal

if TYPE_CHECKING:
    from threading import Timer

    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds


class Waiting:
    """Show that work goes on inside the ``with``, from its second second on.

    Parameters
    ----------
    what
        The work, in a word or two.
    """

    def __init__(self, what: str) -> None:
        self._what, self._done, self._total = what, 0, 0
        self._timer: Timer | None = None
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._over = False

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
        self._over = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._bar is not None:
            self._bar.stop()

    def step(self, what: str, done: int, total: int) -> None:
        """Tell what is being done, how many such parts are done, and how many there are."""
        other = what != self._what
        self._what, self._done, self._total = what, done, total
        if self._bar is not None and self._task is not None:
            if other:
                self._bar.reset(self._task)  # so that what is left is told from this work alone
            self._bar.update(self._task, description=what, completed=done, total=total or None)

    def _show(self) -> None:
        """Start the bar; runs in the timer's thread."""
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        text = TextColumn("{task.description}", markup=False)
        left = TimeRemainingColumn(elapsed_when_finished=True)
        bar = Progress(text, BarColumn(), left, console=Console(stderr=True), transient=True)
        if self._over:
            return
        self._task = bar.add_task(self._what, completed=self._done, total=self._total or None)
        self._bar = bar
        bar.start()
