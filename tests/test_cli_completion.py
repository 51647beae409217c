import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner
from systems import only_on_posix
from terminal import environment, folder, process

from explorer.cli import explore

HOSTILE = (
    "id,name,kind,aliases\na,$(touch owned) *,person,\nb,Bad\x1b[2J,person,\nc,Bo Ek,person,Ek\n"
)


def complete(*words, shell="bash"):
    """Return what the Tab key gets after the words, the last of which is still being typed."""
    setting = {
        "_EXPLORE_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "\n".join(["explore", *words]),
        "COMP_CWORD": str(len(words)),
    }
    done = process(env=environment(**setting))
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


def names(*words):
    return [line.removeprefix("plain,") for line in complete(*words)]


def test_commands_and_options():
    assert names("ce") == ["centrality"]
    assert names("path", "--dir") == ["--directed"]


def test_names_of_actors_with_spaces_aliases_and_ids(tmp_path):
    data = ("--data", str(folder(tmp_path)))
    assert names(*data, "path", "N") == ["North Bank"]
    assert names(*data, "path", "ada", "So") == ["South Club"]
    assert names(*data, "path", "ada", "So", "Do") == [""]  # both ends are given
    assert names(*data, "show", "E") == ["Ek", "Elle Oy"]
    assert names(*data, "path", "--avoid-actor", "we") == ["West Dock"]
    assert names(*data, "path", "--only-actor", "we") == ["West Dock"]
    assert names(*data, "path", "North\\ B") == ["North Bank"]


def test_names_of_the_example_in_any_script():
    assert "Vilnius" in names("--example", "path", "Lukashenko", "Vil")
    assert "Лукашенко" in names("--example", "show", "Лука")


def test_types_kinds_and_measures_also_after_a_comma(tmp_path):
    data = ("--data", str(folder(tmp_path)))
    assert names(*data, "path", "--only", "fu") == ["funds"]
    assert names(*data, "path", "--avoid", "ally,su") == ["ally,supports", "ally,supplies"]
    assert names(*data, "centrality", "--kind", "p") == ["person"]
    assert names(*data, "centrality", "--by", "betw") == ["betweenness"]
    assert names(*data, "path", "--format", "js") == ["json"]


@pytest.mark.parametrize(
    "words", [["--data", "gone", "path", "x"], ["--data", "gone", "nothing", "x"]]
)
def test_without_data_it_stays_silent(words):
    assert complete(*words) == [""]


def test_a_broken_request_stays_silent():
    done = process(env=environment(_EXPLORE_COMPLETE="bash_complete"))
    assert (done.stdout, done.stderr) == (b"", b"")


def test_what_cannot_be_seen_is_not_offered(tmp_path):
    data = ("--data", str(folder(tmp_path, HOSTILE, "source,target,type\n")))
    assert names(*data, "show", "") == ["$(touch owned) *", "b", "Bo Ek"]


def bash_is_old():
    """Return whether there is no bash, or an older one than the script is for, as on macOS."""
    if shutil.which("bash") is None:
        return True
    asked = [shutil.which("bash"), "-c", "echo $((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1]))"]
    return int(subprocess.run(asked, capture_output=True, check=True).stdout) < 404


@only_on_posix
@pytest.mark.skipif(bash_is_old(), reason="needs bash 4.4")
def test_bash_quotes_what_it_inserts(tmp_path):
    """Drive the real script: readline's own quoting is asked for, and nothing is run or split."""
    data = folder(tmp_path, HOSTILE, "source,target,type\n")
    (tmp_path / "explore").write_text('#!/bin/sh\nexec "$PYTHON" -m explorer "$@"\n')
    (tmp_path / "explore").chmod(0o755)
    script = CliRunner().invoke(explore, ["completion", "bash"]).stdout
    drive = f"""{script}
compopt() {{ printf '%s ' compopt "$@"; echo; }}
cd {data}
COMP_WORDS=(explore show "") COMP_CWORD=2
_explore_completion "$PWD/explore"
printf '<%s>' "${{COMPREPLY[@]}}"
"""
    setting = environment(PYTHON=sys.executable)
    done = subprocess.run(
        [shutil.which("bash"), "--norc", "-c", drive],
        env=setting,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[0] == "compopt -o filenames "
    assert done.stdout.endswith("<$(touch owned) *><b><Bo Ek>")
    assert not (data / "owned").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(shell):
    answer = CliRunner().invoke(explore, ["completion", shell])
    assert answer.exit_code == 0
    assert f"_EXPLORE_COMPLETE={shell}_complete" in answer.stdout


def test_how_to_switch_it_on_is_told():
    answer = CliRunner().invoke(explore, ["completion"]).stdout
    for shell in ("bash", "zsh", "fish"):
        assert f"explore completion {shell}" in answer


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_names_with_what_they_are(tmp_path, shell):
    data = str(folder(tmp_path))
    setting = {
        "_EXPLORE_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": f"explore --data {data} show Do",
    }
    number = "4" if shell == "zsh" else "Do"
    done = process(env=environment(COMP_CWORD=number, **setting))
    assert "Dock" in done.stdout.decode()
    assert "West Dock, asset" in done.stdout.decode()
