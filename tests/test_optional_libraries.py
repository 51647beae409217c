"""What needs a library that is not installed says so, and how to get it; all else goes on."""

import subprocess
import sys

import pytest
from terminal import environment

import graph
from explorer.cli.session import FASTER, Session
from graph.errors.optional_libraries import PACKAGES, require_library
from graph.importing.tables.parquet_table import read_table

WITHOUT = """
import sys
for library in {missing!r}:
    sys.modules[library] = None
sys.argv = ["explore", *{words!r}]
from explorer.cli import main
main()
"""
PICTURE = "A picture needs typst, which is not installed. Install it: pip install typst font-source"
PARQUET = "needs pyarrow, which is not installed. Install it: pip install pyarrow"


def explore_without(missing, folder, *words):
    script = WITHOUT.format(missing=missing, words=words)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.long
@pytest.mark.parametrize(
    "words",
    [
        ("picture", "-o", "map.svg"),
        ("picture", "-o", "map.pdf"),
        ("path", "Lukashenko", "Vilnius", "-o", "path.png"),
        ("brief", "-o", "brief.pdf"),
    ],
)
def test_a_picture_without_typst_is_one_line_and_1(tmp_path, words):
    code, printed, told = explore_without(["typst"], tmp_path, "--example", *words)
    assert (code, printed) == (1, "")
    assert told.startswith(f"Error: {PICTURE}")
    assert told.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_export_to_parquet_without_pyarrow_is_one_line_and_1(tmp_path):
    words = "--example", "export", "case.parquet"
    code, printed, told = explore_without(["pyarrow"], tmp_path, *words)
    assert (code, printed, told) == (1, "", f"Error: A Parquet file {PARQUET}\n")
    assert list(tmp_path.iterdir()) == []


def test_an_import_of_parquet_without_pyarrow_is_a_problem_of_the_file(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    what, remedy, _ = read_table(b"PAR1PAR1", (), graph.Limits())["problem"]
    assert f"{what} {remedy}" == PARQUET


def test_large_files_are_read_without_pyarrow_too(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.formats.csv_file.LARGE", 0)
    graph.load_example().to_folder(tmp_path)
    with_arrow = graph.load(tmp_path, cache=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    without = graph.load(tmp_path, cache=False)
    assert without.relation_rows == with_arrow.relation_rows
    assert without.actor_rows == with_arrow.actor_rows


@pytest.mark.parametrize(
    ("slow", "missing", "told"), [(0, True, f"Note: {FASTER}\n"), (0, False, ""), (60, True, "")]
)
def test_what_reads_faster_is_told_where_reading_takes_long(
    monkeypatch, capsys, slow, missing, told
):
    monkeypatch.setattr("explorer.cli.session.SLOW", slow)
    if missing:
        monkeypatch.setitem(sys.modules, "pyarrow", None)
    Session.from_options({"example": True}).read()
    assert capsys.readouterr().err == told


# pyspark is there for the tests of Spark alone.
@pytest.mark.parametrize("library", [each for each in PACKAGES if each != "pyspark"])
def test_what_is_installed_is_not_told(library, monkeypatch):
    require_library(library, "This")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(graph.LibraryMissing, match=f"This needs {library}, .* pip install "):
        require_library(library, "This")


def test_a_library_that_lacks_another_one_is_not_called_missing(tmp_path, monkeypatch):
    (tmp_path / "typst.py").write_text("import nothing_of_this_name", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    with pytest.raises(ModuleNotFoundError, match="nothing_of_this_name"):
        require_library("typst", "This")
