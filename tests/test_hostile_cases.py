"""Every case of the corpus ends as it should: no traceback, nothing changed, nothing left."""

import os

import pytest
from click.testing import CliRunner
from hostile_cases import ACTORS, CASES, FOLDER, PIPE, RELATIONS, Link
from systems import need_posix

from explorer.cli import explore
from graph.formats import csv_file
from graph.text.safe import visible

LONGEST_LINE = 3_000
LONG = "20,000 times"  # in the names of cases that take seconds
PARAMETERS = [
    pytest.param(case, id=case.name, marks=[pytest.mark.long] if LONG in case.name else [])
    for case in CASES
]


def lay(folder, files):
    """Write the files of a case beside those of the good pair that it leaves alone."""
    for name, content in ({"actors.csv": ACTORS, "relations.csv": RELATIONS} | files).items():
        path = folder / name
        if content is FOLDER:
            path.mkdir()
        elif content is PIPE:
            need_posix()
            os.mkfifo(path)
        elif isinstance(content, Link):
            path.symlink_to(content.target)
        elif content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


def state(folder, made=()):
    """Return what stands in a folder apart from what may be made: kinds, times, contents."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.relative_to(folder).parts[0] not in made:
            known = path.lstat()
            content = path.read_bytes() if path.is_file() and path.stat().st_dev else b""
            found[path.name] = (known.st_mode, known.st_mtime_ns, content)
    return found


def test_the_corpus_is_large_and_its_names_tell_its_cases_apart():
    assert len(CASES) >= 200
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.long
@pytest.mark.nightly(but_each=3)  # odd, so that both ways of reading have their turn
@pytest.mark.parametrize("large", [False, True], ids=["as it is", "as if large"])
@pytest.mark.parametrize("case", PARAMETERS)
def test_it_ends_as_it_should(case, large, tmp_path, monkeypatch):
    if large:
        monkeypatch.setattr(csv_file, "LARGE", 0)
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    if "/dev/" in repr((case.files, case.words)):
        need_posix()
    lay(folder, case.files)
    monkeypatch.chdir(elsewhere)
    before = state(folder)
    words = [case.words] if isinstance(case.words, str) else case.words
    place = () if "--data" in words or "init" in words else ("--data", str(folder))
    answer = CliRunner().invoke(
        explore, [*place, *(word.replace("{}", str(folder)) for word in words)]
    )
    printed = answer.stdout + answer.stderr
    assert isinstance(answer.exception, SystemExit | None), repr(answer.exception)
    assert "Traceback" not in printed
    assert (case.told in printed, answer.exit_code) == (True, case.code), printed[:2_000]
    assert_only_text(answer)
    assert state(folder, case.made) == before
    assert {path.name for path in folder.iterdir()} - before.keys() == set(case.made)
    assert list(elsewhere.iterdir()) == []


def assert_only_text(answer):
    """Assert that lines are of a length to read, and that nothing in them hides or commands."""
    for line in (answer.stdout + answer.stderr).replace("\r\n", "\n").split("\n"):
        assert visible(line) == line
        assert len(line) <= LONGEST_LINE
    for line in answer.stderr.splitlines():
        starts = ("Error: ", "Warning: ", "Own columns in the page: ", "betweenness: all scores ")
        assert line.startswith(starts) or " more: explore " in line
