import json
import os

import pytest
from terminal import folder, on_terminal, process, run

from explorer.cli.output_files import format_size


@pytest.fixture
def data(tmp_path, monkeypatch):
    case = tmp_path / "case"
    case.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder(case)


FORMS = {"svg": b"<?xml ", "png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-"}


@pytest.mark.parametrize("form", FORMS)
def test_the_ending_says_what_is_written(data, tmp_path, form):
    answer = run("picture", "-o", f"map.{form}", data=data)
    drawn = (tmp_path / f"map.{form}").read_bytes()
    size = format_size(len(drawn))
    told = f"map.{form}: 5 actors, 7 relations, {size}\n"
    assert (answer.exit_code, answer.stdout, answer.stderr) == (0, told, "")
    assert drawn.startswith(FORMS[form])
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_a_picture_can_go_to_stdout_as_it_is(data, tmp_path, form):
    run("picture", "-o", f"map.{form}", data=data)
    done = process("--data", str(data), "picture", "-o", "-", "--format", form)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (tmp_path / f"map.{form}").read_bytes()


def test_without_a_name_it_is_beside_whoever_asks(data, tmp_path):
    assert run("picture", data=data).stdout.startswith("network.svg: 5 actors")
    assert run("picture", "--format", "pdf", data=data).stdout.startswith("network.pdf: 5 actors")
    assert {path.name for path in tmp_path.iterdir()} == {"case", "network.svg", "network.pdf"}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("map.pgn", "'map.pgn' does not end in the name of a picture format. Did you mean '.png'?"),
        ("map", "'map' does not end in the name of a picture format. Choose .svg, .png or .pdf."),
        (
            "map.doc",
            "'map.doc' does not end in the name of a picture format. Choose .svg, .png or .pdf.",
        ),
        ("new/", "'new/' names a folder. Give the name of a file in it."),
        ("types.csv", "'types.csv' is the name of a data file. Give a name that ends in .svg."),
    ],
)
def test_a_name_that_is_no_pictures_is_refused(data, tmp_path, name, told):
    answer = run("picture", "-o", name, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == f"Error: --output: {told} See: explore picture --help\n"
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


MISUSES = [
    (["-o", "map.png", "--format", "svg"],
     "--output: 'map.png' ends in .png, but --format is svg. Give only one."),
    (["--page", "a4", "--width", "900"], "--page and --width or --height exclude each other."),
    (["--sources"], "--sources needs a pdf, because svg has no pages."),
    (["--format", "pgn"],
     "Invalid value for '--format': 'pgn' is not a picture format. Did you mean 'png'?"),
    (["--theme", "dim"],
     "Invalid value for '--theme': 'dim' is not a theme. Choose light or dark."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), MISUSES)
def test_what_contradicts_itself_or_means_nothing_is_refused(data, tmp_path, words, told):
    answer = run("picture", *words, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == f"Error: {told} See: explore picture --help\n"
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_a_measure_that_there_is_not_leaves_the_old_file(data, tmp_path):
    (tmp_path / "map.svg").write_text("old", encoding="utf-8")
    answer = run("picture", "-o", "map.svg", "--size-by", "degre", data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == "Error: --size-by: 'degre' is not a measure. Did you mean 'degree'?\n"
    assert (tmp_path / "map.svg").read_text(encoding="utf-8") == "old"


def test_an_input_is_never_written_over(data, tmp_path):
    mine = (data / "actors.csv").rename(tmp_path / "mine.svg")
    before = mine.read_bytes()
    answer = run("--actors", str(mine), "picture", "-o", "mine.svg", data=data)
    assert answer.exit_code == 1
    assert answer.stderr == "Error: mine.svg: this file is an input. Give another file to write.\n"
    assert mine.read_bytes() == before


def test_filters_choose_what_is_drawn_and_are_told(data, tmp_path):
    answer = run("picture", "--only", "ally", "-o", "map.svg", data=data)
    assert answer.stdout.startswith("map.svg: 5 actors, 1 relation, ")
    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert ">Filters: only ally.<" in drawn
    assert ">is allied with (1)<" in drawn
    assert "funds" not in drawn


def test_a_saved_layout_is_read_and_can_be_left_out(data, tmp_path):
    plain = run("picture", "-o", "-", data=data).stdout
    layout = {"version": 1, "positions": {"ada": [900, 0], "bank": [0, 0]}}
    (data / "layout.json").write_text(json.dumps(layout), encoding="utf-8")
    arranged = run("picture", "-o", "-", data=data).stdout
    assert arranged != plain
    assert run("picture", "-o", "-", "--no-layout", data=data).stdout == plain
    (data / "layout.json").rename(tmp_path / "mine.json")
    assert run("picture", "-o", "-", "--layout", "mine.json", data=data).stdout == arranged
    both = run("picture", "--layout", "mine.json", "--no-layout", data=data)
    assert both.stderr.startswith("Error: --layout and --no-layout exclude each other.")


def test_a_size_of_ones_own(data, tmp_path):
    run("picture", "-o", "map.svg", "--width", "900", data=data)
    assert 'width="900" height="506"' in (tmp_path / "map.svg").read_text(encoding="utf-8")


def test_what_is_no_text_is_not_written_to_a_terminal(data):
    output, code = on_terminal("--data", str(data), "picture", "-o", "-", "--format", "png",
                               NO_COLOR="1", columns=200)  # fmt: skip
    assert code == 2
    told = "Error: --output: png is not text for a terminal. Give the name of a file."
    assert output == f"{told} See: explore picture --help\n"


@pytest.mark.slow
def test_names_without_room_are_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run("picture", "-o", "map.svg", "--width", "320", "--height", "320")
    assert answer.stdout.startswith("map.svg: 85 actors, 235 relations, ")
    assert " names are left out, so that the others can be read.\n" in answer.stdout
    piped = run("picture", "-o", "-", "--width", "320", "--height", "320")
    assert piped.stdout.endswith("</svg>\n")
    assert " names are left out, so that the others can be read.\n" in piped.stderr


def test_large_networks_say_what_is_left_out(data, monkeypatch):
    monkeypatch.setattr("explorer.picture.large_networks.MOST_DRAWN", 5)
    monkeypatch.setattr("explorer.picture.large_networks.FOREMOST", 3)
    answer = run("picture", "-o", "map.svg", data=data)
    told = "Warning: Drawn are the 3 actors with most relations of 5.\n"
    assert (answer.exit_code, answer.stderr) == (0, told)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="a pipe of this kind is a system's own")
def test_a_pipe_by_its_name_is_refused(data):
    done = process("--data", str(data), "picture", "-o", "/dev/stderr", "--format", "svg")
    assert (done.returncode, done.stdout) == (1, b"")
