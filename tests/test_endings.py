"""What is written under a name is what its ending says, or nothing is written."""

import pytest
from click.testing import CliRunner
from terminal import run
from tiny_network import folder

import explorer
from explorer.cli import explore
from graph import OutputError, QuestionError
from graph.formats.endings import describe_folder_ending, describe_page_ending, find_content


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "case").mkdir()
    return folder(tmp_path / "case")


WRONG = [
    (("html", "-o", "x.png"), "For a picture: explore picture -o x.png."),
    (("html", "-o", "x.SVG"), "For a picture: explore picture -o x.SVG."),
    (("html", "-o", "x.jpg"), "For a picture: explore picture -o x.png."),
    (("html", "-o", ".pdf"), "and a page ends in .html."),
    (("html", "-o", "x.csv"), "For a table: explore save DIR, or explore centrality"),
    (("html", "-o", "a;b.json"), "explore centrality --format json > 'a;b.json'"),
    (("html", "-o", "x.gexf"), "For a network file: explore export x.gexf."),
    (("html", "-o", "x.docx"), "Give a name that ends in .html."),
    (("html", "-o", "x.html.gz"), "and a page ends in .html."),
    (("picture", "-o", "x.html"), "For a page: explore html -o x.html."),
    (("picture", "-o", "x.HTM"), "For a page: explore html -o x.HTM."),
    (("picture", "-o", "x.csv"), "For a table: explore centrality"),
    (("picture", "-o", "x.html", "--format", "svg"), "ends in .html, but --format is svg."),
    (("picture", "-o", "x.jpg", "--format", "png"), "ends in .jpg, but --format is png."),
    (("save", "x.csv"), "Give the name of a folder. For a table: explore centrality"),
    (("save", "x.html"), "For a page: explore html -o x.html."),
    (("save", "x.png"), "For a picture: explore picture -o x.png."),
    (("centrality", "-o", "x.csv"), "The answer is printed: add > FILE."),
    (("show", "Ann", "--output", "x.json"), "The answer is printed: add > FILE."),
    (("extract", "x.html"), "For a page: explore html -o x.html."),
    (("save", "-o", "x"), "Give the folder alone: explore save DIR."),
    (("picture", "-o", "x"), "'x' does not end in the name of a picture format."),
]


@pytest.mark.parametrize(("words", "told"), WRONG, ids=lambda value: " ".join(value)[:30])
def test_the_terminal_refuses_and_names_the_right_command(data, tmp_path, words, told):
    answer = run(*words, data=data)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert told in answer.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


@pytest.mark.parametrize("name", ["x.html", "x.HTM", "x", "x.y.html"])
def test_a_page_has_its_endings_or_none(data, tmp_path, name):
    assert run("html", "-o", name, data=data).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(b"<!doctype html>")


def test_a_page_without_an_ending_brings_a_hint(data):
    assert "Give a name such as belarus.html." in run("html", "-o", "belarus", data=data).stderr
    assert run("html", "-o", "belarus.html", data=data).stderr == ""


@pytest.mark.parametrize("name", [".", "./", "..", "x/.."])
def test_a_folder_without_a_name_of_its_own_is_a_folder(data, tmp_path, monkeypatch, name):
    here, target = tmp_path / "above" / "here", tmp_path / "above"
    (here / "x").mkdir(parents=True)
    monkeypatch.chdir(here)
    assert run("html", "-o", name, data=data).stderr.startswith("Error: ")
    answer = CliRunner().invoke(explore, ["init", name])
    assert answer.exit_code == 0, answer.output
    folder = target if name.startswith("..") else here
    assert (folder / "actors.csv").exists()
    answer = run("save", name, data=data)
    assert answer.stderr.startswith(f"Error: {name.rstrip('/')}: this folder already has")


def test_a_folder_may_have_a_dot_or_be_there_already(data, tmp_path):
    assert run("save", "may.2022", data=data).exit_code == 0
    (tmp_path / "old.csv").mkdir()
    assert run("save", "old.csv", data=data).exit_code == 0


STARTS = {
    "x.html": b"<!doctype html>",
    "x.HTM": b"<!doctype html>",
    "x.svg": b"<?xml",
    "x.PNG": b"\x89PNG",
    "x.pdf": b"%PDF-",
    ".svg": b"<?xml",
}


@pytest.mark.parametrize("name", STARTS)
def test_a_notebook_goes_by_the_ending(tmp_path, name):
    net = explorer.load(folder(tmp_path))
    assert net.save(tmp_path / name, title="Two").read_bytes().startswith(STARTS[name])


def test_a_notebook_saves_a_folder_as_the_terminal_does(tmp_path):
    net = explorer.load(folder(tmp_path))
    assert net.save(tmp_path / "saved") == tmp_path / "saved"
    assert explorer.load(tmp_path / "saved").relation_rows[0].source.id == "a"


@pytest.mark.parametrize("name", ["x.csv", "x.json", "x.docx", "may.2022"])
def test_a_notebook_refuses_what_it_does_not_write(tmp_path, name):
    net = explorer.load(folder(tmp_path))
    before = sorted(tmp_path.iterdir())
    with pytest.raises(QuestionError, match=r"^file: .*net\.to_folder\("):
        net.save(tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["map", "map.jpg", "."])
def test_a_picture_says_which_endings_it_has(tmp_path, name):
    picture = explorer.load(folder(tmp_path)).picture()
    with pytest.raises(QuestionError, match=r"^file: .* does not end in \.svg, \.png or \.pdf"):
        picture.save(tmp_path / name)


@pytest.mark.parametrize("name", ["x.png", "x.csv", "x.docx"])
def test_a_comparison_is_a_page_only(tmp_path, name):
    net = explorer.load(folder(tmp_path))
    with pytest.raises(QuestionError, match=r"^file: .*\.html"):
        explorer.compare(net, net).save(tmp_path / name)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["x.csv", "x.html", "x.png"])
def test_a_folder_is_never_called_like_a_file(tmp_path, name):
    net = explorer.load(folder(tmp_path))
    with pytest.raises(OutputError, match="Give the name of a folder"):
        net.to_folder(tmp_path / name)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.Html", "page"), ("a.png.", "picture"), ("a.csv", "table"), ("a", None), ("a.b", None)],
)
def test_an_ending_names_a_content(name, content):
    assert find_content(name) == content


def test_without_another_way_the_sentence_still_says_what_is_due():
    assert describe_page_ending("x.csv", {}).endswith("a page ends in .html.")
    assert describe_folder_ending("x.csv", {}).endswith("Give the name of a folder.")
