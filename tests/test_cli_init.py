import pytest
from click.testing import CliRunner
from labels import say
from terminal import run

from explorer.cli import explore


def test_the_start_is_sound_and_answers(tmp_path):
    case = tmp_path / "new" / "case"
    answer = CliRunner().invoke(explore, ["init", str(case)])
    assert answer.exit_code == 0
    assert sorted(path.name for path in case.iterdir()) == [
        "README.txt", "actors.csv", "relations.csv", "sources.csv", "story.md",
    ]  # fmt: skip
    assert run("check", data=case).stdout.startswith("No problems. 5 actors,")
    assert run("story", data=case).stdout.startswith("Who pays for the water?")
    path = run("path", "Mayor", "Newspaper", data=case)
    assert path.exit_code == 0
    assert path.stdout.startswith(
        say("Ada Mayor [~supports!] (alleged, contested: asserted by one witness, disputed by ")
    )
    assert "\nSources\n" in path.stdout


@pytest.mark.parametrize("name", ["actors.csv", "README.txt"])
def test_nothing_is_written_over(tmp_path, name):
    (tmp_path / name).write_text("mine")
    answer = CliRunner().invoke(explore, ["init", str(tmp_path)])
    assert answer.exit_code == 1
    assert (
        answer.stderr
        == f"Error: {tmp_path}: this folder already has {name}. Give another folder.\n"
    )
    assert [path.read_text() for path in tmp_path.iterdir()] == ["mine"]


def test_a_file_in_the_way_is_one_line(tmp_path):
    (tmp_path / "case").write_text("mine")
    answer = CliRunner().invoke(explore, ["init", str(tmp_path / "case")])
    assert answer.exit_code == 1
    assert answer.stderr.startswith("Error: ")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("place", [".", "new", "new/case"])
def test_a_write_that_fails_leaves_nothing_behind(tmp_path, monkeypatch, place):
    def fails(path, data):
        if path.name == "relations.csv":
            raise OSError(28, "No space left on device", str(path))
        path.write_bytes(data)

    monkeypatch.setattr("graph.formats.atomic_write._write_flushed", fails)
    answer = CliRunner().invoke(explore, ["init", str(tmp_path / place)])
    assert answer.exit_code == 1
    assert answer.stderr == f"Error: {tmp_path / place}: No space left on device.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_leaves_none_of_those_above_it(tmp_path):
    answer = CliRunner().invoke(explore, ["init", str(tmp_path / "new" / ("x" * 300))])
    assert answer.exit_code == 1
    assert answer.stderr.startswith("Error: ")
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_way_is_not_followed(tmp_path):
    (tmp_path / "actors.csv").symlink_to("elsewhere.csv")
    answer = CliRunner().invoke(explore, ["init", str(tmp_path)])
    assert answer.exit_code == 1
    assert "already has actors.csv" in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["actors.csv"]
