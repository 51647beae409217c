"""A network in a notebook: small, mostly drawing, and with a sentence for an error."""

import nbformat
import pytest
from nbclient import NotebookClient
from rendered import unpack_frame

import explorer
import graph
from explorer.notebook.frame import frame_page

MOST = 320_000  # characters of a display
WIDTH, HEIGHT = 900, 640


@pytest.mark.nightly
@pytest.mark.slow
def test_a_display_is_short():
    net = explorer.load_example()
    assert len(net._repr_html_()) < MOST
    assert len(net.avoid("borders")._repr_html_()) < MOST
    assert len(explorer.compare(net.at("2014"), net)._repr_html_()) < MOST * 1.2


def test_an_error_is_one_sentence_and_the_readers_own_line():
    with pytest.raises(graph.QuestionError) as caught:
        explorer.load_example().avoid("bordrs")
    lines = caught.value._render_traceback_()
    sentence = "QuestionError: avoid: 'bordrs' is not a relation type. Did you mean 'borders'?"
    assert lines[0] == sentence
    assert len(lines) == 2
    assert lines[1].endswith('explorer.load_example().avoid("bordrs")')


def test_every_error_of_ours_is_shown_so():
    kinds, found = [graph.GraphError], []
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        found.append(kind)
    assert len(found) > 5
    assert all(hasattr(kind, "_render_traceback_") for kind in found)


def test_a_name_in_an_error_gives_the_notebook_no_orders():
    error = graph.OutputError("a\x1b[2Jb")
    assert error._render_traceback_() == ["OutputError: a\N{REPLACEMENT CHARACTER}[2Jb"]


@pytest.mark.slow
def test_a_notebook_shows_both():
    cells = ["import explorer\nnet = explorer.load_example()", "net.show('Nobody at all')", "net"]
    notebook = nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, cells)))
    NotebookClient(notebook, timeout=120, allow_errors=True, kernel_name="python3").execute()
    _, failed, shown = notebook.cells
    assert failed.outputs[0].traceback == [
        "ActorNotFound: 'Nobody at all' names no actor. No actor has a name near it.",
        "  in line 1: net.show('Nobody at all')",
    ]
    assert shown.outputs[0].data["text/html"].startswith("<iframe ")


@pytest.fixture
def framed(chromium, tmp_path):
    """A function from a display to the frame that shows it, beside a margin."""
    opened = []

    def show(display):
        path = tmp_path / "notebook.html"
        path.write_text(f"<!doctype html><body style='margin: 0'>{display}", encoding="utf-8")
        surroundings = chromium.new_context(
            viewport={"width": WIDTH, "height": HEIGHT + 20}, offline=True
        )
        page = surroundings.new_page()
        opened.append(surroundings)
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda message: page.problems.append(message.text))
        page.goto(path.as_uri())
        frame = page.frame_locator("iframe")
        frame.locator("#canvas canvas").first.wait_for()
        assert page.problems == []
        return frame

    yield show
    for one in opened:
        one.close()


@pytest.mark.browser
def test_most_of_the_frame_is_the_drawing(framed):
    frame = framed(explorer.load_example()._repr_html_())
    box = frame.locator("#canvas").bounding_box()
    assert box["width"] * box["height"] >= WIDTH * HEIGHT / 2
    assert frame.locator(".story").count() == 0 or not frame.locator(".story").is_visible()
    frame.get_by_role("button", name="Path").click()
    assert frame.locator("#panel-path").is_visible()
    box = frame.locator("#canvas").bounding_box()
    assert box["width"] * box["height"] >= WIDTH * HEIGHT / 2
    frame.get_by_role("button", name="Search").click()
    frame.locator("#search input").fill("putin")
    frame.locator("#search input").press("Enter")
    assert frame.locator("#card-title").inner_text() == "Vladimir Putin"


@pytest.mark.browser
def test_two_versions_are_mostly_drawing_too(framed):
    net = explorer.load_example()
    frame = framed(explorer.compare(net.at("2014"), net)._repr_html_())
    box = frame.locator("#canvas").bounding_box()
    assert box["width"] * box["height"] >= WIDTH * HEIGHT / 2


@pytest.mark.browser
def test_a_picture_is_as_wide_as_there_is_room(chromium):
    surroundings = chromium.new_context(viewport={"width": 600, "height": 500})
    page = surroundings.new_page()
    page.set_content(explorer.load_example().only("borders").picture()._repr_svg_())
    box = page.locator("svg").bounding_box()
    surroundings.close()
    assert box["x"] + box["width"] <= 600
    assert box["height"] < 400


def test_a_frame_is_the_page_again():
    assert unpack_frame(frame_page("<p>é</p>")) == "<p>é</p>"
