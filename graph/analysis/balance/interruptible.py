"""Run a solver so that a signal ends the wait for it: compiled code does not look at signals."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from threading import enumerate as list_threads
from typing import Any

NAME = "solver"
PATIENCE = 3_600.0  # seconds of one wait; while it lasts, signals are handled at once


def run_interruptibly(solve: Callable[..., Any], *args: Any, **options: Any) -> Any:  # noqa: ANN401 - of any solver
    """Return what a function returns, which runs in a thread; an exception is raised here.

    After an interruption the thread goes on until the solver's own limit of time, and is dropped.

    Examples
    --------
    >>> run_interruptibly(max, [1, 3], default=0)
    3
    """
    results: list[Any] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(solve(*args, **options))
        except BaseException as error:  # noqa: BLE001 - raised again below
            errors.append(error)

    thread = Thread(target=run, name=NAME, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(PATIENCE)
    if errors:
        raise errors[0]
    return results[0]


def is_solver_running() -> bool:
    """Return whether a solver goes on whose wait was interrupted.

    Examples
    --------
    >>> is_solver_running()
    False
    """
    return any(thread.name == NAME for thread in list_threads())
