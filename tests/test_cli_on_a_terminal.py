"""Questions, the pager, widths and signals in this process; other tests use a real terminal."""

import io
import os
import runpy
import shlex
import signal
import sys

import pytest
from systems import need_posix
from terminal import folder
from tiny_network import network

import graph
from explorer.cli import main, printing
from explorer.cli.ask_actor import ask_actor
from explorer.cli.pager import find_pager, page_text
from explorer.cli.signals import run_until_signal

need_posix()

LONG = "a line\n" * 99


class Terminal(io.StringIO):
    """What a test reads and writes as if it was a terminal."""

    encoding = "ascii"

    def isatty(self):
        return True


def open_terminal(monkeypatch):
    """Let standard input and output be a terminal of 24 lines, and return the output."""
    for name, value in {"LINES": "24", "COLUMNS": "80", "TERM": "xterm", "PAGER": "cat"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    return sys.stdout


@pytest.fixture
def restored():
    """What a command does to signals lasts until the process ends; here until the test does."""
    before = {number: signal.getsignal(number) for number in list_signals()}
    hook = sys.unraisablehook
    yield
    sys.unraisablehook = hook
    for number, handler in before.items():
        signal.signal(number, handler)


def list_signals():
    return signal.SIGINT, signal.SIGTERM, signal.SIGHUP


# Which actor is meant


def ambiguous(path):
    actors = "id,name,kind\nann1,Ann,person\nann2,Ann,person\n"
    relations = "source,target,type\nann1,ann2,ally\n"
    with pytest.raises(graph.ActorAmbiguous) as caught:
        graph.load(folder(path, actors, relations)).show("Ann")
    return caught.value


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("2\n", "ann2"),
        ("7\nx\n1\n", "ann1"),
        ("0\n", None),
        ("\n", None),
        ("Q\n", None),
        ("", None),
    ],
)
def test_a_listed_number_chooses_an_actor(tmp_path, monkeypatch, capsys, typed, chosen):
    error = ambiguous(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    actor = ask_actor(error)
    assert (actor and actor.id) == chosen
    asked = capsys.readouterr().err
    assert "1  Ann (person, ann1)" in asked
    assert asked.count("Give a number from 0 to 2.") == ("7" in typed) + ("x" in typed)


def test_without_candidates_nothing_is_asked(capsys):
    with pytest.raises(graph.ActorNotFound) as caught:
        network("A ally B").show("Zzzzzzzz")
    assert ask_actor(caught.value) is None
    assert capsys.readouterr().err == ""


# The pager


@pytest.mark.parametrize("pager", ["", "cat", "'open", "no-such-pager-here"])
def test_these_mean_no_pager(monkeypatch, pager):
    terminal = open_terminal(monkeypatch)
    monkeypatch.setenv("PAGER", pager)
    assert find_pager() == []
    assert not page_text(LONG)
    printing.print_answer(LONG)
    assert terminal.getvalue() == f"{LONG}\n"


def test_a_dumb_terminal_and_a_pipe_have_no_pager(monkeypatch):
    terminal = open_terminal(monkeypatch)
    assert printing.is_terminal(terminal)
    monkeypatch.setenv("PAGER", sys.executable)
    assert find_pager() == [sys.executable]
    monkeypatch.setenv("TERM", "dumb")
    assert find_pager() == []
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    printing.print_answer(LONG)
    assert terminal.getvalue() == f"{LONG}\n"


def test_what_is_longer_than_the_terminal_goes_to_the_pager(monkeypatch, tmp_path):
    terminal = open_terminal(monkeypatch)
    script = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    shown = tmp_path / "shown"
    monkeypatch.setenv("PAGER", shlex.join([sys.executable, "-c", script, str(shown)]))
    before = signal.getsignal(signal.SIGINT)
    printing.print_answer(LONG)
    assert shown.read_text() == f"{LONG}\n"
    assert terminal.getvalue() == ""
    assert signal.getsignal(signal.SIGINT) is before
    printing.print_answer("short")
    assert terminal.getvalue() == "short\n"


@pytest.mark.parametrize(("line_count", "is_paged"), [(23, False), (24, True)])
def test_the_prompt_needs_a_line_of_the_terminal_too(monkeypatch, line_count, is_paged):
    open_terminal(monkeypatch)
    monkeypatch.setenv("PAGER", shlex.join([sys.executable, "-c", ""]))
    assert page_text("\n".join(["a line"] * line_count)) is is_paged


def test_a_reader_may_leave_the_pager(monkeypatch):
    terminal = open_terminal(monkeypatch)
    monkeypatch.setenv("PAGER", shlex.join([sys.executable, "-c", ""]))
    assert page_text("x" * 1_000_000 + LONG)
    assert terminal.getvalue() == ""


def test_a_pager_that_cannot_be_started_is_none(monkeypatch, tmp_path):
    terminal = open_terminal(monkeypatch)
    broken = tmp_path / "pager"
    broken.write_text("#!/nowhere/at/all\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PAGER", str(broken))
    assert not page_text(LONG)
    assert terminal.getvalue() == ""


# Widths, colours and letters


@pytest.mark.parametrize(
    ("columns", "width"), [("90", 90), ("1", printing.NARROWEST), ("9999", printing.WIDEST)]
)
def test_an_answer_is_as_wide_as_the_terminal(monkeypatch, columns, width):
    open_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", columns)
    assert printing.get_terminal_width() == width


def test_a_terminal_without_a_size_has_80_columns(monkeypatch):
    terminal = open_terminal(monkeypatch)

    def refuse(_):
        raise OSError

    assert printing.is_terminal(terminal)
    monkeypatch.setenv("COLUMNS", "many")
    monkeypatch.setattr(os, "get_terminal_size", refuse)
    assert printing.get_terminal_width() == 80


def test_bars_are_drawn_where_the_terminal_has_their_letters(monkeypatch):
    terminal = open_terminal(monkeypatch)
    assert not printing.can_draw_blocks()
    monkeypatch.setattr(type(terminal), "encoding", "utf-8")
    assert printing.can_draw_blocks()


def test_a_table_is_printed_as_it_is(monkeypatch):
    terminal = open_terminal(monkeypatch)
    printing.print_rich("[bold]not markup[/bold]")
    assert "[bold]not markup[/bold]" in terminal.getvalue()


def test_a_terminal_that_lacks_a_letter_gets_its_number(monkeypatch):
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding="ascii")
    monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8"))
    printing.prepare_streams()
    stream.write("Ž")
    stream.flush()
    assert written.getvalue() == b"\\u017d"
    assert sys.stdin.read() == "�"


def test_what_is_not_written_yet_can_be_discarded(tmp_path):
    file = tmp_path / "answer"
    with file.open("w") as stream:
        stream.write("half an answer")
        printing.discard_output(stream)
    assert file.read_text() == ""


# Signals


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize(
    ("number", "line"),
    [(signal.SIGINT, "Interrupted."), (signal.SIGTERM, "Terminated."), (signal.SIGHUP, "Hung up.")],
)
def test_a_signal_ends_a_command_with_one_line(capsys, number, line):
    signal.signal(number, signal.SIG_DFL)
    with pytest.raises(SystemExit) as caught:
        run_until_signal(lambda: os.kill(os.getpid(), number))
    assert caught.value.code == 128 + number
    assert capsys.readouterr().err == f"{line}\n"


@pytest.mark.usefixtures("restored")
@pytest.mark.parametrize("error", [SystemExit(3), ValueError("of ours")])
def test_whatever_else_ends_a_command_goes_on(error):
    def fail():
        raise error

    with pytest.raises(type(error)) as caught:
        run_until_signal(fail)
    assert caught.value is error


@pytest.mark.usefixtures("restored")
def test_the_module_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["explore", "--version"])
    for start in (main, lambda: runpy.run_module("explorer", run_name="__main__")):
        with pytest.raises(SystemExit) as caught:
            start()
        assert caught.value.code in (0, None)
        assert capsys.readouterr().out.startswith("explore ")
