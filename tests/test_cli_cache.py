import subprocess
import sys

import pytest
from terminal import environment, folder, run
from test_cli_startup import SLOW

from graph.cache import store

ASK = """
import sys
import graph.cache
graph.cache.LEAST_BYTES = 0
from explorer.cli import explore
try:
    explore.main(sys.argv[1:], prog_name="explore")
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv(store.FOLDER_VARIABLE, str(tmp_path / "kept"))
    monkeypatch.setattr("graph.cache.LEAST_BYTES", 0)
    return tmp_path / "kept"


@pytest.fixture
def case(tmp_path):
    (tmp_path / "case").mkdir()
    return folder(tmp_path / "case")


def test_what_is_kept_is_shown_and_cleared(kept, case):
    assert run("cache").stdout == f"{kept}: 0 networks, 0 bytes.\n"
    first, second = (run("path", "ada", "Dock", data=case) for _ in range(2))
    assert first.stdout == second.stdout != ""
    head, line = run("cache", "show").stdout.splitlines()
    assert head.startswith(f"{kept}: 1 network, ")
    assert line.startswith(f"  {case}: actors.csv, relations.csv, sources.csv: ")
    assert ", last used 20" in line
    assert run("cache", "clear").stdout.startswith(f"{kept}: removed 1 network, ")
    assert list(kept.iterdir()) == []


def test_clearing_leaves_alone_what_is_not_ours(kept):
    kept.mkdir()
    (kept / "letter.txt").write_text("mine")
    assert run("cache", "clear").exit_code == 0
    assert (kept / "letter.txt").read_text() == "mine"


def test_a_run_without_the_cache_keeps_nothing(kept, case):
    assert run("--no-cache", "path", "ada", "Dock", data=case).exit_code == 0
    assert not kept.exists()


def test_a_misspelt_word_is_told():
    answer = run("cache", "shw")
    assert answer.exit_code == 2
    assert "Did you mean 'show'?" in answer.stderr


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    "words", [["path", "Ada Ek", "dock"], ["path", "ada", "Dock", "--directed", "--format", "json"]]
)
def test_asked_again_a_path_imports_nothing_slow(case, words):
    answers = [
        subprocess.run(
            [sys.executable, "-c", ASK, "--data", str(case), *words],
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        for _ in range(2)
    ]
    assert answers[0].stdout == answers[1].stdout
    imported = set(answers[1].stderr.split())
    assert "mmap" in imported
    assert imported & (SLOW | {"pyarrow", "platformdirs"}) == set()
