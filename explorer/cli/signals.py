"""Signals that ask the process to end: what was begun is cleaned up, and one line tells."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

TOLD = {
    "SIGINT": "Interrupted.",
    "SIGBREAK": "Interrupted.",
    "SIGTERM": "Terminated.",
    "SIGHUP": "Hung up.",
}
PATIENCE = 2.0  # seconds for cleaning up, in which no further signal disturbs
AGAIN = 0.005


class Stopped(BaseException):
    """A signal asked the process to end; nobody takes this for an error of their own."""


class Heeding:
    """What is done about signals, until the answer is given."""

    def __init__(self) -> None:
        self.over = False
        self.number: signal.Signals | None = None
        self._last = float("-inf")

    def start(self) -> None:
        """Heed the signals that are not ignored already, as nohup has it."""
        for number in _numbers():
            if signal.getsignal(number) not in (signal.SIG_IGN, None):
                signal.signal(number, self._stop)
        sys.unraisablehook = self._unraisable

    def _stop(self, number: int, _: FrameType | None) -> None:
        now = time.monotonic()
        if self.over or now - self._last < PATIENCE:
            return
        self._last, self.number = now, signal.Signals(number)
        raise Stopped

    def _unraisable(self, args: UnraisableHookArgs) -> None:
        """Stop again where Python lets nothing be raised, as in a weak reference's callback."""
        if isinstance(args.exc_value, Stopped) and self.number is not None:
            from _thread import start_new_thread

            self._last = float("-inf")
            start_new_thread(_again, (self.number,))
        else:
            sys.__unraisablehook__(args)


def stoppable(run: Callable[[], None]) -> None:
    """Run what ends the process; a signal ends it earlier, in one line and with its own code."""
    heeding = Heeding()
    try:
        heeding.start()
        try:
            run()
        finally:
            heeding.over = True
    except SystemExit:
        raise
    except BaseException:
        heeding.over = True
        stop = heeding.number
        if stop is None:
            raise
        _tell(TOLD[stop.name])  # whatever it was that Python made of the signal
        sys.exit(128 + stop)
    finally:
        for number in _numbers():
            signal.signal(number, signal.SIG_IGN)  # Python is tidying up


def _numbers() -> list[signal.Signals]:
    return [number for number in signal.Signals if number.name in TOLD]


def _again(number: signal.Signals) -> None:
    from _thread import interrupt_main

    time.sleep(AGAIN)
    interrupt_main(number)


def _tell(line: str) -> None:
    """Tell a line; what has not been printed of an answer by now never will be."""
    from explorer.cli.printing import discard, tell

    if sys.stdout is not None:
        discard(sys.stdout)
    tell(line)
