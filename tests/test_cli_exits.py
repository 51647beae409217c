import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from labels import say
from systems import only_on_posix
from terminal import environment, folder, process, run

from explorer.cli import explore

FULL = Path("/dev/full")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["cehck"], "'cehck' is not a command. Did you mean 'check'? See: explore --help"),
        (["help"], "'help' is not a command. Did you mean '--help'? See: explore --help"),
        (["xyz"], "'xyz' is not a command. Choose path, cite, between,"),
        (
            ["path", "--formt", "x"],
            "No such option '--formt'. Did you mean '--format' or '--from'?",
        ),
        (["--vesion"], "No such option '--vesion'. Did you mean '--version' or '--relations'?"),
        (["path", "a", "-avoid", "b"], "'-a'. An option that is a word begins with two dashes."),
        (["show", "North", "Bank"], 'A name of several words needs quotes: "North Bank".'),
        (["centrality", "--top", "ten"], "--top must be 1 or more, not 'ten'."),
        (
            ["path", "a", "b", "--min-confidence", "170%"],
            "--min-confidence: '170%' is not a confidence: it is above 100%. Write 0 to 1, a perc",
        ),
        (["path", "a", "b", "--format", "jsn"], "'jsn' is not a format. Did you mean 'json'?"),
        (["path", "a"], "Missing argument 'OTHER'. See: explore path --help"),
        (["path", "Minsk", "Belarus", "--only", "fund"], "'fund' is not a relation type. Did you"),
        (
            ["path", "Minsk", "Belarus", "--at", "spring"],
            "at: 'spring' is not a date. Write a",
        ),
        (["path", "Minsk", "Belarus", "--at", "44 BC"], "and 1 BC is 0. Write -43."),
        (
            ["path", "Minsk", "Belarus", "--min-confidence", "nan"],
            "'nan' is not a confidence: it is not finite. Write 0",
        ),
        (
            ["path", "Minsk", "Belarus", "--all", "--limit", "0"],
            "--limit must be 1 to 10,000, not 0.",
        ),
        (["path", "Minsk", "Belarus", "--limit", "9" * 23], "--limit must be 1 to 10,000, not"),
        (["path", "Minsk", "Belarus", "--kind", "persn"], "Did you mean 'person'?"),
        (
            ["path", "Minsk", "Belarus", "--certain"],
            "--certain needs --at, --from or --to. See: explore path",
        ),
        (["centrality", "--no-unrated"], "--no-unrated needs --min-confidence. See: explore cent"),
        (["path", "a", "b", "--only", ""], "--only is empty. Give a type, such as ally. See:"),
        (["path", "a", "b", "--only", ","], "--only is empty. Give a type, such as ally."),
        (["show", "a", "--avoid", "ally", "--avoid", ""], "--avoid is empty."),
        (["html", "--kind", " "], "--kind is empty. Give a kind, such as person."),
        (["centrality", "--avoid-actor", ""], "--avoid-actor is empty. Give an actor, such as"),
        (["centrality", "--by", ""], "--by is empty. Give a measure, such as degree."),
        (["centrality", "--by", "all,foo"], "--by: 'foo' is not a measure."),
        (["html", "-o", ""], "--output is empty. Give a file, such as network.html."),
        (["init", ""], "DIR is empty. Give a folder, such as mycase."),
        (["html", "-o", "-", "--open"], "--open needs a file, but -o - writes to stdout."),
    ],
)
def test_wrong_usage_is_one_line_with_the_nearest_and_exit_2(words, message):
    answer = run(*words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("Error: ")
    assert message in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_example_and_data_exclude_each_other():
    answer = CliRunner().invoke(explore, ["--example", "--data", "x", "check"])
    assert answer.exit_code == 2
    assert "Error: --example and --data exclude each other." in answer.stderr


@pytest.mark.parametrize("option", ["data", "actors", "relations", "sources", "types"])
def test_a_variable_that_is_not_set_is_no_place(option):
    answer = CliRunner().invoke(explore, [f"--{option}", "", "check"])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert f"Error: --{option} is empty. Give a fi" in answer.stderr.replace("folder", "file")


def test_broken_data_tells_every_problem_on_stderr(tmp_path):
    data = folder(tmp_path, relations="source,target,type\nada,bank,fund\nada,ad a,ally\n")
    answer = run("path", "ada", "bank", data=data)
    assert (answer.exit_code, answer.stdout) == (1, "")
    lines = answer.stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("Error: relations.csv:2: type: 'fund' is not a relation type.")
    assert lines[1].startswith("Error: relations.csv:3: target: 'ad a' names no actor.")


def test_very_many_problems_are_cut_and_the_rest_counted(tmp_path):
    rows = "".join(f"ada,x{number};bank,ally\n" for number in range(60))
    data = folder(tmp_path, relations=f"source,target,type\n{rows}")
    (line,) = run("path", "ada", "bank", data=data).stderr.splitlines()
    assert line.endswith("Likewise line 3 ('x1;bank'), line 4 ('x2;bank') and 57 more.")
    assert len(run("check", "--all", data=data).stdout.splitlines()) == 61


def test_the_rest_is_led_to_with_every_word_that_led_here(tmp_path):
    rows = "".join(f"ada,bank,t{number}\n" for number in range(60))
    relations = folder(tmp_path, relations=f"source,target,type\n{rows}") / "relations.csv"
    mine = relations.rename(tmp_path / "my relations.csv")
    words = ["--data", str(tmp_path), "--relations", str(mine), "show", "ada"]
    last = CliRunner().invoke(explore, words).stderr.splitlines()[-1]
    assert last == f"57 more: explore --data {tmp_path} --relations '{mine}' check"


START = [
    "To create a pair of files: explore init DIR",
    "To try the example: explore --example path Lukashenko Vilnius",
]


@pytest.mark.parametrize("command", [["check"], ["path", "a", "b"]])
def test_an_empty_folder_is_told_how_to_start(tmp_path, command):
    answer = run(*command, data=tmp_path)
    assert answer.exit_code == 1
    assert answer.stderr.splitlines()[-2:] == START
    assert "relations.csv: this file does not exist." in answer.output


def test_a_folder_with_one_of_the_files_is_not_told_so(tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\n")
    answer = run("check", data=tmp_path)
    assert "this file does not exist." in answer.stdout
    assert answer.stderr == ""


def test_no_pile_of_warnings_hides_the_error(tmp_path):
    loops = "".join(f"ada,ada,ally,{number}\n" for number in range(2000, 2060))
    data = folder(tmp_path, relations=f"source,target,type,start\n{loops}ada,bank,fund,\n")
    first, second, *_ = run("path", "ada", "bank", data=data).stderr.splitlines()
    assert first.startswith("Error: relations.csv:62: type: 'fund' is not a relation type.")
    assert second.startswith("Warning: relations.csv:2: target:")


def test_warnings_stand_on_stderr_and_the_answer_on_stdout(tmp_path):
    loops = "".join(f"ada,ada,ally,{number}\n" for number in range(2000, 2005))
    data = folder(tmp_path, relations=f"source,target,type,start\n{loops}ada,bank,ally,\n")
    answer = run("path", "ada", "bank", data=data)
    assert answer.exit_code == 0
    assert answer.stdout.startswith(say("Ada Ek [ally] North Bank.\n"))
    (line,) = answer.stderr.splitlines()
    assert line.startswith("Warning: relations.csv:2: target: 'ada' is related to itself.")
    assert line.endswith("The same in lines 3, 4 and 2 more.")


@pytest.mark.parametrize("options", ["actors", "relations", "sources"])
def test_a_file_can_be_given_instead_of_the_folders(tmp_path, options):
    data = folder(tmp_path)
    other = (data / f"{options}.csv").rename(tmp_path / "other.csv")
    words = ["--data", str(data), f"--{options}", str(other), "path", "ada", "dock"]
    answer = CliRunner().invoke(explore, words)
    assert answer.exit_code == 0, answer.stderr
    assert "[1] Bo, C. (2023)." in answer.stdout


def test_further_types_can_be_given(tmp_path):
    types = tmp_path / "mine.csv"
    types.write_text("type,sign,mutual,influence,label,inverse\nowes,-,no,yes,owes,is owed by\n")
    data = folder(tmp_path, relations="source,target,type\nada,bank,owes\n")
    words = ["--data", str(data), "--types", str(types), "path", "bank", "ada"]
    assert CliRunner().invoke(explore, words).stdout.startswith("North Bank is owed by Ada Ek.")


def test_ctrl_c_is_one_line_and_130(monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.network.Network.from_example", interrupted)
    answer = run("check")
    assert (answer.exit_code, answer.stdout, answer.stderr) == (130, "", "Interrupted.\n")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (MemoryError(), "There is not enough memory for this."),
        (RecursionError("maximum recursion depth exceeded"), "This is nested too deeply"),
        (
            ImportError("\nhow to\n\nlib.so: no room\n"),
            "A library cannot be loaded: lib.so: no",
        ),
    ],
)
def test_what_the_machine_cannot_do_is_one_line(monkeypatch, error, told):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr("graph.network.Network.from_example", fails)
    answer = run("check")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr.startswith(f"Error: {told}")
    assert answer.stderr.count("\n") == 1


COMMANDS = [
    *([*words, "--format", form]
      for words in (["path", "Minsk", "Belarus"], ["show", "Minsk"], ["check"], ["centrality"])
      for form in ("text", "json", "csv", "markdown")),
    ["html", "-o", "-"], ["--help"], ["path", "--help"], ["--version"], ["completion", "bash"],
]  # fmt: skip


@pytest.mark.nightly(but_each=4)
@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_full_disk_is_one_line_for_every_command(words):
    with FULL.open("wb") as full:
        example = [] if words[0] == "completion" else ["--example"]
        done = process(*example, *words, stdout=full)
    assert (done.returncode, done.stderr) == (1, b"Error: No space left on device.\n")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize(("words", "code"), [(["check"], 0), (["show", "xqz"], 1), (["xqz"], 2)])
def test_messages_that_cannot_be_told_change_no_exit_code(words, code):
    with FULL.open("wb") as full:
        assert process("--example", *words, stderr=full).returncode == code


@only_on_posix
def test_no_file_takes_the_place_of_a_closed_stream(tmp_path):
    """Whatever a library tells the closed stderr would stand in the page."""
    script = """
import os
import explorer.page
def page(*_, **__):
    return "new"
explorer.page.build_page = page
real = os.fsync
def fsync(number):
    os.write(2, b"a library's warning")
    real(number)
os.fsync = fsync
from explorer.cli import main
main()
"""
    page = tmp_path / "page.html"
    words = [sys.executable, "-c", script, "--example", "html", "-o", str(page)]
    done = subprocess.run(
        ["/bin/sh", "-c", '"$@" <&- 2>&-', "sh", *words], env=environment(), check=False, timeout=60
    )
    assert (done.returncode, page.read_text()) == (0, "new")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--example", "html"], "network.html: the current folder is gone. Change to another."),
        (["init", "mine"], "mine: the current folder is gone. Change to another."),
        (["check"], ""),
        (
            ["path", "a", "b"],
            "relations.csv: this file does not exist. Give the folder that has it.",
        ),
    ],
)
def test_a_current_folder_that_is_gone_is_no_traceback(tmp_path, words, told):
    script = 'mkdir "$0" && cd "$0" && rmdir "$0" && exec "$@"'
    place, command = str(tmp_path / "gone"), [sys.executable, "-m", "explorer", *words]
    done = subprocess.run(
        ["/bin/sh", "-c", script, place, *command],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"Error: {told}" if told else "To create a pair")
    assert "Traceback" not in done.stderr


def test_a_layout_that_does_not_exist_is_one_line():
    answer = run("html", "--layout", "gone.json")
    told = "Error: gone.json: this file does not exist. Check the file's name.\n"
    assert (answer.exit_code, answer.stderr) == (1, told)


def test_a_file_with_nearly_the_right_name_is_pointed_out(tmp_path):
    for name in ("actors.xlsx", "relations (1).csv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    message = run("check", data=tmp_path).output
    assert "explore import actors.xlsx -o DIR" in message
    assert "If 'relations (1).csv' is meant, save it as a CSV file named relations.csv." in message


@pytest.mark.long
@pytest.mark.parametrize(
    "setting",
    [
        {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"HOME": "/dev/null"},
        {"COLUMNS": "0"}, {"COLUMNS": "-1"}, {"COLUMNS": "x"}, {"COLUMNS": "9" * 5000},
        {"TERM": ""}, {"TERM": "nonsense"}, {"TMPDIR": "/nowhere"}, {"_EXPLORE_COMPLETE": ""},
    ],
    ids=str,
)  # fmt: skip
def test_no_setting_changes_an_answer(setting):
    words = ("--example", "path", "Лукашенко", "Вільня")
    usual = run(*words[1:])
    done = process(*words, env=environment(**setting))
    assert (done.returncode, done.stderr, done.stdout) == (0, b"", usual.stdout_bytes)


def test_a_file_that_the_system_refuses_is_one_line(monkeypatch):
    def refused(*_, **__):
        raise OSError(errno.EACCES, "Permission denied", "network.html")

    monkeypatch.setattr("graph.network.Network.from_example", refused)
    answer = run("check")
    assert (answer.exit_code, answer.stderr) == (1, "Error: network.html: Permission denied.\n")


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_one_line_and_1():
    with FULL.open("wb") as full:
        done = process("--example", "check", stdout=full)
    assert (done.returncode, done.stderr) == (1, b"Error: No space left on device.\n")


@only_on_posix
def test_a_reader_who_leaves_is_told_nothing():
    command = [sys.executable, "-m", "explorer", "--example", "show", "Belarus"]
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            command,
            env=environment(),
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert (done.returncode, done.stderr) == (1, b"")


@only_on_posix
def test_without_any_output_it_says_so():
    command = [sys.executable, "-m", "explorer", "--example", "check"]
    script = ["sh", "-c", '"$@" >&-', "sh", *command]
    done = subprocess.run(
        script, env=environment(), stderr=subprocess.PIPE, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (
        1,
        b"Error: There is no standard output to write to.\n",
    )


@only_on_posix
def test_bytes_that_are_no_text_end_in_one_line():
    done = process("--example", "path", b"\xff\xfe\x1b[2J", "Vilnius")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr
