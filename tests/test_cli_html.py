import pytest
from systems import only_on_posix
from terminal import folder, process, run


@pytest.fixture
def data(tmp_path, monkeypatch):
    case = tmp_path / "case"
    case.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder(case)


def test_the_page_is_written_beside_whoever_asks(data, tmp_path):
    answer = run("html", data=data)
    page = (tmp_path / "network.html").read_bytes()
    size = f"{len(page) / 1e6:.1f} MB"
    assert size != "0.0 MB"
    assert (answer.exit_code, answer.stdout) == (
        0,
        f"network.html: 5 actors, 7 relations, {size}\n",
    )
    assert page.startswith(b"<!doctype html>")
    assert b"\r" not in page
    assert list(tmp_path.glob(".*")) == []


def test_the_page_can_go_to_stdout(data, tmp_path):
    answer = run("html", "-o", "-", "--title", "Harbour case", data=data)
    assert answer.stdout.startswith("<!doctype html>")
    assert "Harbour case" in answer.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_the_page_tells_its_command_without_folders(data):
    answer = run("html", "-o", "-", "--avoid", "funds", "--at", "2022", data=data).stdout
    assert "explore html --avoid funds --at 2022" in answer
    assert str(data) not in answer


def test_filters_choose_what_is_drawn(data):
    answer = run("html", "--only", "ally", "-o", "page.html", data=data)
    assert answer.stdout.startswith("page.html: 5 actors, 1 relation, ")


NAMES = ["actors.csv", "relations.csv", "sources.csv.gz", "types.csv", "Types.CSV"]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_never_takes_the_name_of_data(data, name):
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    answer = run("html", "-o", str(data / name), data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr == (
        f"Error: --output: {name!r} is the name of a data file. Give a name that ends in .html."
        " See: explore html --help\n"
    )
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_nor_does_it_by_a_link(data, tmp_path):
    (tmp_path / "page.html").symlink_to(data / "types.csv")
    assert run("html", "-o", "page.html", data=data).exit_code == 2
    assert not (data / "types.csv").exists()


def test_an_input_is_never_written_over(data, tmp_path):
    mine = (data / "actors.csv").rename(tmp_path / "mine.html")
    before = mine.read_bytes()
    answer = run("--actors", str(mine), "html", "-o", "mine.html", data=data)
    assert answer.exit_code == 1
    assert answer.stderr == "Error: mine.html: this file is an input. Give another file to write.\n"
    assert mine.read_bytes() == before


@only_on_posix
def test_the_systems_name_of_stdout_is_stdout(data):
    done = process("--data", str(data), "html", "-o", "/dev/stdout")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"<!doctype html>")


@pytest.mark.slow
@only_on_posix
def test_a_pipe_by_its_name_is_refused(data):
    done = process("--data", str(data), "html", "-o", "/dev/stderr")
    assert (done.returncode, done.stdout) == (1, b"")
    told = b"Error: /dev/stderr: this is not a regular file. Give the name of a file to write.\n"
    assert done.stderr == told


def test_a_folder_that_is_not_there_is_one_line(data):
    answer = run("html", "-o", "gone/page.html", data=data)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == (
        "Error: gone/page.html: the folder 'gone' does not exist. Create it first.\n"
    )


def test_open_shows_the_file_that_was_written(data, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr("click.launch", shown.append)
    assert run("html", "--open", data=data).exit_code == 0
    assert shown == [(tmp_path / "network.html").as_uri()]


def test_a_folder_that_is_not_there_yet_is_no_file(data, tmp_path):
    answer = run("html", "-o", "new/", data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "'new/' names a folder. Give the name of a file in it." in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


def test_links_that_lead_round_in_a_circle_are_one_line(data, tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    answer = run("html", "-o", "a", data=data)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert answer.stderr == "Error: a: Too many levels of symbolic links.\n"
