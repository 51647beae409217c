"""What a signal does to a command that runs in this process."""

import gc
import os
import signal
import sys
import weakref

import pytest
from systems import only_on_posix

from explorer.cli import signals
from explorer.cli.signals import SignalHandler, Stopped, run_until_signal
from graph.analysis.balance import interruptible

pytestmark = only_on_posix


@pytest.fixture(autouse=True)
def own_handlers(monkeypatch):
    """Signals end what a test runs, as in a new process, and are as before after it."""
    before = {name: signal.getsignal(getattr(signal, name)) for name in ("SIGINT", "SIGTERM")}
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(signals, "MESSAGES", {name: signals.MESSAGES[name] for name in before})
    for name in before:
        signal.signal(getattr(signal, name), signal.default_int_handler)
    yield
    for name, handler in before.items():
        signal.signal(getattr(signal, name), handler)


@pytest.mark.parametrize(
    ("number", "line"), [(signal.SIGINT, "Interrupted."), (signal.SIGTERM, "Terminated.")]
)
def test_a_signal_ends_a_run_with_a_line_and_its_code(capsys, number, line):
    with pytest.raises(SystemExit) as end:
        run_until_signal(lambda: signal.raise_signal(number))
    assert end.value.code == 128 + number
    assert capsys.readouterr() == ("", f"{line}\n")


def test_an_error_that_a_library_made_of_the_signal_is_not_shown(capsys):
    def run():
        try:
            signal.raise_signal(signal.SIGTERM)
        except Stopped:
            raise ValueError("a callback failed") from None

    with pytest.raises(SystemExit) as end:
        run_until_signal(run)
    assert end.value.code == 128 + signal.SIGTERM
    assert capsys.readouterr().err == "Terminated.\n"


def test_a_solver_that_goes_on_does_not_hold_the_process_up(monkeypatch):
    def end(code):
        raise SystemExit(f"at once, {code}")

    monkeypatch.setattr(interruptible, "is_solver_running", lambda: True)
    monkeypatch.setattr(os, "_exit", end)
    with pytest.raises(SystemExit) as at_once:
        run_until_signal(lambda: signal.raise_signal(signal.SIGINT))
    assert at_once.value.code == "at once, 130"


def test_an_error_without_a_signal_stays_an_error():
    def run():
        raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        run_until_signal(run)


def test_a_second_signal_does_not_stop_the_cleaning_up():
    cleaned = []

    def run():
        try:
            signal.raise_signal(signal.SIGINT)
        finally:
            signal.raise_signal(signal.SIGINT)
            cleaned.append("whole")

    with pytest.raises(SystemExit):
        run_until_signal(run)
    assert cleaned == ["whole"]


def test_an_ignored_signal_stays_ignored():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    done = []

    def run():
        signal.raise_signal(signal.SIGINT)
        done.append("all of it")

    run_until_signal(run)
    assert done == ["all of it"]


def test_where_python_cannot_raise_the_signal_comes_again():
    """A callback of a weak reference drops what is raised in it."""

    class Thing:
        pass

    thing = Thing()
    seen = []

    def call_back(_):
        seen.append("called")
        signal.raise_signal(signal.SIGTERM)

    reference = weakref.ref(thing, call_back)

    def run():
        nonlocal thing
        thing = None
        gc.collect()
        while True:  # until the signal is repeated
            pass

    with pytest.raises(SystemExit) as end:
        run_until_signal(run)
    assert seen == ["called"]
    assert reference() is None
    assert end.value.code == 128 + signal.SIGTERM


def test_what_else_cannot_be_raised_is_python_s_own_affair(monkeypatch):
    passed_on = []
    monkeypatch.setattr(sys, "__unraisablehook__", passed_on.append)
    handler = SignalHandler()
    handler.install()

    class Other:
        exc_value = ValueError()

    sys.unraisablehook(Other)
    assert passed_on == [Other]
