import subprocess
import sys

import pytest
from terminal import environment, folder, run
from test_cli_startup import SLOW

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
def case(tmp_path):
    (tmp_path / "case").mkdir()
    return folder(tmp_path / "case")


def test_what_is_kept_is_shown_and_cleared(cache_folder, case):
    assert run("cache").stdout == f"{cache_folder}: 0 networks, 0 bytes.\n"
    first, second = (run("path", "ada", "Dock", data=case) for _ in range(2))
    assert first.stdout == second.stdout != ""
    head, line = run("cache", "show").stdout.splitlines()
    assert head.startswith(f"{cache_folder}: 1 network, ")
    assert line.startswith(f"  {case}: actors.csv, relations.csv, sources.csv: ")
    assert ", last used 20" in line
    assert run("cache", "clear").stdout.startswith(f"{cache_folder}: removed 1 network, ")
    assert list(cache_folder.iterdir()) == []


def test_clearing_leaves_alone_what_is_not_ours(cache_folder):
    cache_folder.mkdir()
    (cache_folder / "letter.txt").write_text("mine")
    (cache_folder / "drawer").mkdir()
    answer = run("cache", "clear")
    assert answer.exit_code == 0
    assert answer.stdout == (
        f"{cache_folder}: removed 0 networks, 0 bytes. "
        "Not part of the cache, so not removed: drawer, letter.txt\n"
    )
    assert (cache_folder / "letter.txt").read_text() == "mine"


def test_a_run_without_the_cache_keeps_nothing(cache_folder, case):
    assert run("--no-cache", "path", "ada", "Dock", data=case).exit_code == 0
    assert not cache_folder.exists()


def test_a_misspelt_word_is_told():
    answer = run("cache", "shw")
    assert answer.exit_code == 2
    assert "Did you mean 'show'?" in answer.stderr


@pytest.mark.usefixtures("cache_folder")
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
