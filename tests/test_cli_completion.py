import contextlib
import io

import pytest
from click.testing import CliRunner
from terminal import environment, folder, process

from explorer.cli import explore
from explorer.cli.completion_shells import print_completions

HOSTILE = (
    "id,name,kind,aliases\na,$(touch owned) *,person,\nb,Bad\x1b[2J,person,\nc,Bo Ek,person,Ek\n"
)


def complete(*words, shell="bash"):
    """Return what the Tab key gets after the words, the last of which is still being typed."""
    printed, errors = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setenv("COMP_LINE", " ".join(["explore", *words]))
        with contextlib.redirect_stderr(errors):
            code = print_completions(explore, "_EXPLORE_COMPLETE", f"{shell}_complete")
    assert (code, errors.getvalue()) == (0, "")
    return printed.buffer.getvalue().decode().splitlines()


def names(*words):
    return [line.removeprefix("plain,") for line in complete(*words)]


def test_commands_and_options():
    assert names("ce") == ["centrality"]
    assert names("path", "--dir") == ["--directed"]


def test_names_of_actors_with_spaces_aliases_and_ids(tmp_path):
    data = ("--data", str(folder(tmp_path)))
    assert names(*data, "path", "N") == ["North\\ Bank"]
    assert names(*data, "path", "ada", "So") == ["South\\ Club"]
    assert names(*data, "path", "ada", "So", "Do") == ["Dock"]  # a path leads on
    assert names(*data, "show", "E") == ["Ek", "Elle\\ Oy"]
    assert names(*data, "path", "--avoid-actor", "we") == ["West\\ Dock"]
    assert names(*data, "path", "--only-actor", "we") == ["West\\ Dock"]
    assert names(*data, "path", "North\\ B") == ["North\\ Bank"]


def test_names_of_the_example_in_any_script():
    assert "Vilnius" in names("--example", "path", "Lukashenko", "Vil")
    assert "Лукашенко" in names("--example", "show", "Лука")


def test_types_kinds_and_measures_also_after_a_comma(tmp_path):
    data = ("--data", str(folder(tmp_path)))
    assert names(*data, "path", "--only", "fu") == ["funds"]
    both = names(*data, "path", "--avoid", "ally,su")
    assert both == ["ally,supports", "ally,supplies", "ally,sued"]
    assert names(*data, "centrality", "--kind", "p") == ["person"]
    assert names(*data, "centrality", "--by", "betw") == ["betweenness"]
    assert names(*data, "path", "--format", "js") == ["json"]


def test_dates_of_the_relations_in_their_order(tmp_path):
    rows = "source,target,type,start,end\nada,elle,funds,2022-08,..\nada,dock,ally,2021,2022\n"
    data = ("--data", str(folder(tmp_path, relations=rows)))
    assert names(*data, "path", "--at", "202") == ["2021", "2022", "2022-08"]
    assert names(*data, "path", "--from", "2022-") == ["2022-08"]
    assert names(*data, "path", "--to", "-") != ["2021"]


@pytest.mark.parametrize(
    "words", [["--data", "gone", "path", "x"], ["--data", "gone", "nothing", "x"]]
)
def test_without_data_it_stays_silent(words):
    assert complete(*words) == [""]


def test_the_shell_gets_the_same_from_the_program():
    setting = {"_EXPLORE_COMPLETE": "bash_complete", "COMP_LINE": "explore ce"}
    done = process(env=environment(**setting))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"plain,centrality\n", b"")


def test_a_broken_request_stays_silent(monkeypatch, capfd):
    monkeypatch.delenv("COMP_LINE", raising=False)
    for instruction in ("bash_complete", "csh_complete", "bash_nothing", ""):
        assert print_completions(explore, "_EXPLORE_COMPLETE", instruction) == 1
    assert capfd.readouterr() == ("", "")


def test_what_cannot_be_seen_is_not_offered(tmp_path):
    data = ("--data", str(folder(tmp_path, HOSTILE, "source,target,type\n")))
    assert names(*data, "show", "") == ["\\$\\(touch\\ owned\\)\\ \\*", "b", "Bo\\ Ek"]


@pytest.mark.parametrize("typed", ['"$HO', "`Bo", "$(Bo", "$'Bo", "x;Bo", ">Bo"])
def test_what_the_shell_itself_would_replace_is_not_completed(tmp_path, typed):
    data = ("--data", str(folder(tmp_path, HOSTILE, "source,target,type\n")))
    assert complete(*data, "show", typed) == [""]


def test_folders_and_files_are_quoted(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("mi`a`", "mi-2", "-mi", ".mi", "mi\n"):
        (tmp_path / name).mkdir()
    (tmp_path / "mi.csv").touch()
    assert complete("--data", "mi") == ["folder,mi-2/", "folder,mi\\`a\\`/"]
    assert names("--actors", "mi.") == ["mi.csv"]
    assert complete("--actors", "nowhere/mi") == [""]
    assert complete("compare", "mi-") == ["folder,mi-2/"]
    assert complete("show", "--only-actor", "x", "--format=cs") == ["plain,--format=csv"]
    assert complete("--data=mi-") == ["folder,--data=mi-2/"]


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
    lines = complete("--data", str(folder(tmp_path)), "show", "Do", shell=shell)
    offered = {
        "zsh": ["plain", "Dock", "West Dock, asset"],
        "fish": ["plain,Dock\tWest Dock, asset"],
    }
    assert lines == offered[shell]
    assert complete("--data", "x", shell=shell)[0].startswith("dir")


def test_sources_claimants_and_bases_of_the_data(tmp_path):
    rows = "source,target,type,claimant,basis\nada,elle,funds,Two witnesses,alleged\n"
    data = ("--data", str(folder(tmp_path, relations=rows)))
    assert names(*data, "path", "--without-source", "pa") == ["paper"]
    assert names(*data, "path", "--according-to", "Tw") == ["Two\\ witnesses"]
    assert names(*data, "path", "--avoid-basis", "al") == ["alleged"]
    assert names(*data, "path", "--avoid-basis", "alleged,in") == ["alleged,inferred"]
    assert names("--data", "gone", "path", "--without-source", "pa") == [""]


def test_a_tilde_stands_for_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mine").mkdir()
    assert complete("--data", "~/mi") == ["folder,~/mine/"]
