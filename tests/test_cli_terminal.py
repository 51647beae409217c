import pytest
from labels import say
from terminal import on_terminal, process

from explorer.cli.progress import ProgressBar

PATH = ("--example", "path", "Lukashenko", "Vilnius")
SLOWLY = """
import sys, time
from graph.network import Network
import explorer.cli.progress as waiting
waiting.PATIENCE = {patience}
read = Network.from_example
def slowly():
    time.sleep({pause})
    return read()
Network.from_example = slowly
from explorer.cli import main
main()
"""


@pytest.mark.long
@pytest.mark.parametrize("columns", [80, 120])
def test_lines_are_broken_between_words_and_hang(columns):
    output, code = on_terminal(*PATH, columns=columns, NO_COLOR="1")
    assert code == 0
    assert max(map(len, output.splitlines())) <= min(columns, 100)
    assert say("\n3. located_in  United Transition Cabinet [located_in] Vilnius (since") in output
    flat = " ".join(output.split())
    assert flat == " ".join(process(*PATH).stdout.decode().split())


def test_a_terminal_gets_colour():
    assert "\x1b[36m" in on_terminal(*PATH)[0]


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
@pytest.mark.parametrize("words", [PATH, ("--example", "centrality"), ("--example", "check")])
def test_colour_can_be_declined(setting, words):
    assert "\x1b" not in on_terminal(*words, **setting)[0]


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.parametrize("words", [PATH, ("--example", "centrality"), ("--example", "show", "KGB")])
def test_a_pipe_gets_plain_text(words):
    done = process(*words)
    assert done.returncode == 0
    assert not any(mark in done.stdout.decode() for mark in "\x1b─│█")


@pytest.mark.slow
def test_what_takes_long_shows_a_bar_and_wipes_it():
    script = SLOWLY.format(patience=0.05, pause=1.0)
    output, code = on_terminal(*PATH, program=("-c", script))
    assert code == 0
    assert "Reading" in output
    assert "\x1b[2K" in output  # the line of the bar is wiped


def test_what_is_quick_shows_no_bar():
    script = SLOWLY.format(patience=30, pause=0)
    assert "Reading" not in on_terminal(*PATH, program=("-c", script))[0]


def test_no_bar_is_shown_where_there_is_no_terminal(capsys):
    with ProgressBar("Reading") as progress:
        progress.update("Measuring", 1, 2)
    assert capsys.readouterr() == ("", "")
