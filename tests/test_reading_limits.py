"""How much is read of a file: bounds in words, which can be raised, and not a step beyond."""

import csv
import gzip
import io
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner
from tiny_network import COUPLE, folder, problems

import graph
from explorer.cli import explore
from graph.formats.csv_file import read_csv
from graph.rules.all_tables import TOO_MANY_CELLS


def bounded(path, **limits):
    """Return what is told of a folder's files under these limits."""
    try:
        net = graph.load(path, limits=graph.Limits(**limits))
    except graph.DataError as error:
        return [str(problem) for problem in error.problems]
    return [str(warning) for warning in net.warnings]


def test_a_cell_of_a_mebibyte_is_read_and_one_beyond_is_told(tmp_path):
    assert problems(tmp_path, actors=f"{COUPLE}c,{'x' * (1 << 20)},person\n") == []
    (told,) = problems(tmp_path, actors=f"{COUPLE}c,{'x' * ((1 << 20) + 1)},person\n")
    assert told.startswith("actors.csv:4: has a cell of more than 1MiB characters. Shorten it")
    assert told.endswith("or allow more: --longest-cell 2MiB.")


def test_reading_leaves_the_limit_of_the_csv_module_alone(tmp_path):
    before = csv.field_size_limit()
    graph.load(folder(tmp_path))
    bounded(tmp_path, longest_cell=1)
    assert csv.field_size_limit() == before


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["", ".gz"])
def test_a_file_of_the_most_is_read_and_one_beyond_is_told(tmp_path, ending):
    pack = gzip.compress if ending else bytes
    path = folder(tmp_path) / f"sources.csv{ending}"
    path.write_bytes(pack(b"id\n" + b"\n" * ((1 << 20) - 3)))
    assert bounded(tmp_path, largest_file=1 << 20) == []
    path.write_bytes(pack(b"id\n" + b"\n" * ((1 << 20) - 2)))
    (told,) = bounded(tmp_path, largest_file=1 << 20)
    assert told.startswith(
        f"{path.name}: is larger than 1MiB (unpacked), the most that is read. Remove"
    )
    assert told.endswith("or allow more: --largest-file 2MiB.")


def test_files_that_are_too_large_are_told_before_any_is_read(tmp_path, monkeypatch):
    path = folder(tmp_path, actors=f"{COUPLE}c,{'x' * 5000},person\n")
    monkeypatch.setattr("graph.formats.csv_file.read_csv", None)
    told = bounded(path, largest_file=10)
    assert [each.partition(":")[0] for each in told] == ["actors.csv", "relations.csv"]
    sizes = [(path / f"{name}.csv").stat().st_size for name in ("actors", "relations")]
    allowed = [int(each.rpartition(" ")[2].rstrip(".")) for each in told]
    assert all(size <= enough < 2 * size for size, enough in zip(sizes, allowed, strict=True))


def test_as_many_cells_are_allowed_as_a_large_file_has(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.formats.csv_rows.LARGE", 10)
    path = folder(tmp_path, actors=COUPLE + "".join(f"c{i},C {i},person\n" for i in range(20)))
    (told,) = bounded(path, most_cells=9)
    assert bounded(path, most_cells=int(told.rpartition(" ")[2].rstrip("."))) == []


@pytest.mark.parametrize("ending", ["", ".gz"])
def test_a_file_is_read_no_further_than_the_most(tmp_path, ending):
    path = tmp_path / f"any.csv{ending}"
    with (gzip.open if ending else open)(path, "wb") as file:
        file.write(bytes(1 << 26))
    tracemalloc.start()
    try:
        with pytest.raises(graph.DataError, match="is larger than"):
            read_csv(path, limits=graph.Limits(largest_file=1 << 20))
        assert tracemalloc.get_traced_memory()[1] < 1 << 24
    finally:
        tracemalloc.stop()


def test_cells_beyond_the_most_are_told_where_they_begin(tmp_path):
    folder(tmp_path)
    assert bounded(tmp_path, most_cells=9) == []
    told = "has more than 8 cells up to here. Remove rows, or allow more: --most-cells 16."
    assert bounded(tmp_path, most_cells=8) == [f"actors.csv:3: {told}"]


def test_ragged_rows_beyond_the_most_are_counted(tmp_path):
    rows = "".join(f"c{i},Cat {i},person,4\n" for i in range(5))
    told = bounded(folder(tmp_path, actors=COUPLE + rows), most_problems=2)
    ragged = f"has 4 cells, but the header names 3 columns. {TOO_MANY_CELLS}"
    assert told[:2] == [f"actors.csv:{line}: {ragged}" for line in (4, 5)]
    assert "actors.csv: 3 more errors are not listed. " in told[2]


def test_too_little_memory_is_told(tmp_path, monkeypatch):
    def fails(*_):
        raise MemoryError

    folder(tmp_path)
    monkeypatch.setattr("graph.formats.csv_file.decode", fails)
    with pytest.raises(graph.DataError, match=r"^actors\.csv: cannot be read: there is not enough"):
        graph.load(tmp_path)
    monkeypatch.undo()
    monkeypatch.setattr(Path, "open", fails)
    with pytest.raises(graph.DataError, match=r"^actors\.csv: cannot be read: there is not enough"):
        graph.load(tmp_path)


def test_ten_thousand_columns_are_read(tmp_path):
    extra = range(9_997)
    actors = io.StringIO()
    csv.writer(actors).writerows(
        [["id", "name", "kind", *(f"c{i}" for i in extra)], ["a", "Ann", "person", *extra],
         ["b", "Bob", "person", *extra]]
    )  # fmt: skip
    net = graph.load(folder(tmp_path, actors=actors.getvalue()))
    assert net.actor_rows[1].attributes["c9996"] == "9996"


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (["--largest-file", "10"], "is larger than 10 (unpacked), the most that is read."),
        (["--longest-cell", "3"], "has a cell of more than 3 characters."),
        (["--most-cells", "4"], "has more than 4 cells up to here."),
        (["--encoding", "utf-16-le"], "byte"),
    ],
)
def test_the_terminal_sets_them(tmp_path, option, told):
    data = folder(tmp_path, actors=COUPLE + "c,Cat,person")
    answer = CliRunner().invoke(explore, ["--data", str(data), *option, "check"])
    assert answer.exit_code == 1
    assert told in answer.stdout
    raised = ["--largest-file", "1GiB", "--longest-cell", "2 MiB", "--most-cells", "1.5M"]
    assert CliRunner().invoke(explore, ["--data", str(data), *raised, "check"]).exit_code == 0


@pytest.mark.parametrize("size", ["", "0", "-1", "1x", "1e9", "٣", "1,5", "nan", "9" * 20])
def test_what_is_no_size_is_wrong_usage(size):
    answer = CliRunner().invoke(explore, ["--largest-file", size, "--example", "check"])
    assert answer.exit_code == 2
    assert answer.stderr.count("\n") == 1


BLANK = {"breaks": "\n", "cells": ",,\n", "quoted": '"","",""\n', "blanks": " , ,\t\n"}


@pytest.mark.parametrize("row", BLANK.values(), ids=BLANK)
@pytest.mark.parametrize("above", [True, False])
@pytest.mark.parametrize("large", [True, False])
def test_blank_rows_beyond_the_most_are_told(tmp_path, monkeypatch, row, above, large):
    monkeypatch.setattr("graph.formats.csv_rows.MOST_BLANK", 50)
    monkeypatch.setattr("graph.formats.csv_file.MOST_BLANK", 50)
    monkeypatch.setattr("graph.formats.csv_file.LARGE", 0 if large else 1 << 30)
    text = row * 50 + COUPLE if above else COUPLE + row * 50
    assert problems(tmp_path, actors=text) == []
    (told,) = problems(tmp_path, actors=row + text + row)
    assert told.endswith("has more than 50 blank rows up to here. Remove them.")


def test_more_columns_than_a_spreadsheet_has_are_told(tmp_path):
    columns = "".join(f",c{number}" for number in range(16_382))
    text = f"id,name,kind{columns}\na,Ann,person\n"
    (told,) = problems(tmp_path, actors=text)
    assert told == (
        "actors.csv:1: has 16,385 columns, but the most that are read are 16,384. "
        "Remove columns, or put what they say into rows."
    )


def test_a_file_of_ragged_rows_is_not_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr("graph.formats.csv_rows.MOST_RAGGED", 5)
    assert len(problems(tmp_path, actors=COUPLE + "c\n" * 5)) == 5
    (told,) = problems(tmp_path, actors=COUPLE + "c\n" * 9)
    assert told == (
        "actors.csv:9: has more than 5 rows up to here with too few or too many cells. "
        "Its header names 3 columns: is it the right file, and its first line?"
    )
