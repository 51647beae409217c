"""Signals that ask the process to end: files are cleaned up, and one line says why it ended."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

MESSAGES = {
    "SIGINT": "Interrupted.",
    "SIGBREAK": "Interrupted.",
    "SIGTERM": "Terminated.",
    "SIGHUP": "Hung up.",
}
CLEANUP_TIME = 2.0  # seconds for cleaning up, in which further signals are ignored
RETRY_DELAY = 0.005  # seconds


class Stopped(BaseException):
    """A signal asked the process to end; like `KeyboardInterrupt`, not a subclass of Exception."""


class SignalHandler:
    """Turn signals into `Stopped` while a command runs."""

    def __init__(self) -> None:
        self.is_over = False
        self.signal: signal.Signals | None = None
        self._last_time = float("-inf")

    def install(self) -> None:
        """Handle every signal in `MESSAGES` that is not ignored already, as under nohup."""
        for number in _list_signals():
            if signal.getsignal(number) not in (signal.SIG_IGN, None):
                signal.signal(number, self._stop)
        sys.unraisablehook = self._stop_again

    def _stop(self, number: int, _: FrameType | None) -> None:
        now = time.monotonic()
        if self.is_over or now - self._last_time < CLEANUP_TIME:
            return
        self._last_time, self.signal = now, signal.Signals(number)
        raise Stopped

    def _stop_again(self, args: UnraisableHookArgs) -> None:
        """Repeat the signal where Python cannot raise, as in the callback of a weak reference."""
        if isinstance(args.exc_value, Stopped) and self.signal is not None:
            from _thread import start_new_thread

            self._last_time = float("-inf")
            start_new_thread(_raise_later, (self.signal,))
        else:
            sys.__unraisablehook__(args)


def run_until_signal(run: Callable[[], None]) -> None:
    """Run a command; a signal ends it with one line on stderr and an exit code of its own."""
    handler = SignalHandler()
    try:
        handler.install()
        try:
            run()
        finally:
            handler.is_over = True
    except SystemExit:
        raise
    except BaseException:  # a library may have replaced `Stopped` by an error of its own
        handler.is_over = True
        if handler.signal is None:
            raise
        _print_last(MESSAGES[handler.signal.name])
        _end(128 + handler.signal)
    finally:
        for number in _list_signals():
            signal.signal(number, signal.SIG_IGN)  # Python shuts down


def _end(code: int) -> NoReturn:
    """End the process; at once where a solver goes on in a thread, which Python cannot stop."""
    if "graph.analysis.balance.interruptible" in sys.modules:
        from graph.analysis.balance.interruptible import is_solver_running

        if is_solver_running():
            os._exit(code)
    sys.exit(code)


def _list_signals() -> list[signal.Signals]:
    return [number for number in signal.Signals if number.name in MESSAGES]


def _raise_later(number: signal.Signals) -> None:
    from _thread import interrupt_main

    time.sleep(RETRY_DELAY)
    interrupt_main(number)


def _print_last(line: str) -> None:
    """Print a line, and discard the part of an answer that is not printed yet."""
    from explorer.cli.printing import discard_output, print_message

    if sys.stdout is not None:
        discard_output(sys.stdout)
    print_message(line)
