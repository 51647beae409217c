"""What is printed holds every letter, whatever the system says it can show."""

import io
import subprocess
import sys

import pytest
from systems import only_on_posix
from terminal import environment, folder, on_terminal, process

from explorer.cli.printing import prepare_streams

pytestmark = pytest.mark.slow

ACTORS = "id,name,kind,aliases\na,Łuka Лука,person,Лука\nb,Jan Bo,person,\nc,Jan Ek,person,\n"
RELATIONS = "source,target,type\na,b,ally\n"
POOR = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii:strict"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C"},
]


@pytest.fixture
def data(tmp_path):
    return str(folder(tmp_path, ACTORS, RELATIONS))


@pytest.mark.parametrize(
    ("form", "setting"),
    [*(("text", setting) for setting in POOR), *((form, POOR[0]) for form in ("csv", "json"))],
    ids=str,
)
def test_a_file_or_pipe_gets_utf_8_always(data, setting, form):
    words = ("--data", data, "path", "a", "b", "--format", form)
    done = process(*words, env=environment(**setting))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Łuka Лука" in done.stdout.decode("utf-8")
    assert done.stdout == process(*words, env=environment(PYTHONUTF8="1")).stdout


@pytest.mark.parametrize("words", [("html", "-o", "-"), ("path", "a", "b"), ("show", "a")])
def test_so_it_is_with_every_answer(data, words):
    done = process("--data", data, *words, env=environment(PYTHONIOENCODING="cp1252"))
    assert (done.returncode, done.stderr) == (0, b"")
    done.stdout.decode("utf-8")


def test_what_stands_on_stderr_is_utf_8_too(data):
    done = process("--data", data, "show", "Луке", env=environment(PYTHONIOENCODING="cp1252"))
    assert done.returncode == 1
    assert "Луке" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("path", "a", "b"), ("centrality",), ("show", "a")])
@pytest.mark.parametrize("letters", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_a_letter_shows_its_number(data, command, letters):
    output, code = on_terminal(
        "--data", data, *command, NO_COLOR="1", PYTHONIOENCODING=f"{letters}:strict"
    )
    assert code == 0
    assert "\\u041b\\u0443\\u043a\\u0430" in output.encode("ascii", "backslashreplace").decode()
    assert "\\u2588" not in output  # bars are drawn with what there is


def test_the_tab_key_offers_names_in_any_script(data):
    words = {"COMP_LINE": f"explore --data '{data}' show Л"}
    asked = environment(_EXPLORE_COMPLETE="bash_complete", **words, PYTHONIOENCODING="cp1252")
    done = process(env=asked)
    assert "Лука" in done.stdout.decode("utf-8")


@only_on_posix
@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-"])
def test_a_doubtful_name_is_an_error_where_nobody_can_be_asked(data, closed):
    command = [sys.executable, "-m", "explorer", "--data", data, "path", "Jan", "a"]
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {closed}', "sh", *command],
        env=environment(), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Error: 'Jan' names 2 actors") or "2>&-" in closed
    assert "Traceback" not in done.stderr


@only_on_posix
def test_without_words_nothing_fails_where_there_is_no_stderr():
    command = [sys.executable, "-m", "explorer"]
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" 2>&-', "sh", *command],
        env=environment(), capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2


def test_bytes_that_are_no_text_can_be_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\n"), encoding="utf-8"))
    prepare_streams()
    assert sys.stdin.readline() == "\ufffd\n"
