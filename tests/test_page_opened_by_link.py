"""Every scene, opened directly by its link, prints and exports what it shows.

A link may open on the table or the timeline, so that the canvas was never in sight.
"""

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from scenes import PAGES, SCENES, drawn, shown_on

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SVG = "{http://www.w3.org/2000/svg}"
LINKED = [scene for scene in SCENES if not scene.keys and not scene.click]
PRINTED = """() => {
  dispatchEvent(new Event("beforeprint"));
  const drawn = document.querySelector("#print > svg > .marks")?.children.length;
  const words = document.getElementById("print").textContent;
  const rows = document.querySelectorAll("#print tbody tr, #print .timeline-row").length;
  dispatchEvent(new Event("afterprint"));
  return { drawn, words, rows };
}"""


@pytest.fixture(scope="module")
def pages(page_of, belarus):
    return {name: page_of(shown_on(name, belarus), **about) for name, about in PAGES.items()}


def export_file(page, item):
    """Choose from the export menu; return the bytes of the file."""
    page.evaluate("document.querySelector('[aria-controls=export-menu]').click()")
    button = page.locator("#export-menu button", has_text=item)
    with page.expect_download() as download:
        button.evaluate("node => node.click()")  # a frame's bare view hides it
    return download.value.path().read_bytes()


def count_marks(content):
    """Count the actors of a picture's drawing, and return all its words."""
    root = ET.fromstring(content)  # noqa: S314 - our own file
    drawing = next(node for node in root if node.tag == f"{SVG}svg" and len(node) > 3)
    marks = next(node for node in drawing if node.get("class") == "marks")
    return len(marks), " ".join(node.text or "" for node in root.iter(f"{SVG}text"))


@pytest.mark.nightly(but_each=5)
@pytest.mark.parametrize("scene", LINKED, ids=lambda scene: scene.name)
def test_a_linked_scene_prints_and_exports(visit, pages, scene):
    page = visit(pages[scene.page], scene.hash).page
    title = page.title()
    printed = page.evaluate(PRINTED)
    page.evaluate("new Promise((done) => setTimeout(done, 100))")
    if page.locator("#view-network").is_visible():
        drawing = page.evaluate("actorExplorer.drawing()")
        assert printed["drawn"] == drawing["actors"]
    else:
        assert printed["rows"] == page.locator(".data tbody tr, .timeline-row").count() > 0
        export_file(page, "(SVG)")  # draws what was never in sight
        drawing = page.evaluate("actorExplorer.drawing()")
    assert drawing["actors"] > 0 or scene.relations == 0
    assert "with the actor explorer" in printed["words"]
    marks, words = count_marks(export_file(page, "(SVG)"))
    assert marks == drawing["actors"]
    assert title in words
    if scene.narrow:  # it has a part of its own; the bitmap is made from the drawing above
        assert export_file(page, "(PNG").startswith(b"\x89PNG\r\n")
    rows = list(csv.reader(io.StringIO(export_file(page, "Actors").decode("utf-8-sig"))))
    assert len(rows) > drawing["actors"] if scene.actors is None else len(rows) > 1
    rows = list(csv.reader(io.StringIO(export_file(page, "Relations").decode("utf-8-sig"))))
    assert len(rows) >= drawing["relations"]
    document = json.loads(export_file(page, "(JSON)"))
    assert document["about"]["title"] == title


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize(
    "hash_",
    [
        "",
        "actor=lukashenko",
        "actor=vilnius&ego=1",
        "path=lukashenko,vilnius&path_alone=yes",
        "community=2",
        "at=2022&colour_by=kind&size_by=degree",
        "source=dickinson2022",
    ],
)
def test_the_picture_is_the_same_from_every_view(visit, pages, hash_):
    network = visit(pages["plain"], f"#{hash_}").page
    network.evaluate("new Promise((done) => setTimeout(done, 100))")
    expected = count_marks(export_file(network, "(SVG)"))
    for view in ("table", "timeline"):
        other = visit(pages["plain"], f"#view={view}&{hash_}").page
        assert count_marks(export_file(other, "(SVG)")) == expected, view


def test_a_picture_follows_what_changed_while_the_canvas_was_out_of_sight(visit, belarus, pages):
    page = visit(pages["plain"]).page
    page.get_by_role("tab", name="Table").click()
    page.locator('[data-key="open tension"]').click()
    page.locator(".legend-toggle", has_text="opposes").click()
    page.locator(".legend-toggle", has_text="person").click()
    marks, words = count_marks(export_file(page, "(SVG)"))
    assert marks == drawn(lambda net: net.avoid("opposes").avoid_kind("person"))(belarus)
    assert f"{marks} of 85 actors" in words
    assert "Sources: " in words


def test_the_drawing_alone_is_what_is_seen_of_it(visit, pages):
    page = visit(pages["story"], "#step=2").page
    alone = ET.fromstring(export_file(page, "Only the drawing, as SVG"))  # noqa: S314 - our own
    paper = page.evaluate(PAPER)
    assert [float(each) for each in alone.get("viewBox").split()] == pytest.approx(
        [paper[name] for name in ("x", "y", "width", "height")], abs=0.1
    )
    assert float(alone.get("height")) < page.locator("#canvas").bounding_box()["height"]
    assert page.title() not in " ".join(node.text or "" for node in alone.iter(f"{SVG}text"))
    assert export_file(page, "Only the drawing, as PNG").startswith(b"\x89PNG")


RECORD = """() => {
  window.printed = [];
  const record = () => printed.push(document.querySelector("#print > svg").outerHTML);
  addEventListener("beforeprint", record);
  matchMedia("print").addEventListener("change", ({ matches }) => matches && record());
}"""


@pytest.mark.parametrize("hash_", ["", "path=lukashenko,vilnius", "community=2"])
def test_paper_shows_the_part_that_the_screen_showed(visit, pages, hash_):
    page = visit(pages["plain"], f"#{hash_}").page
    page.evaluate(RECORD)
    page.pdf()
    before, on_paper = page.evaluate("printed")
    assert on_paper == before


PAPER = """() => {
  dispatchEvent(new Event("beforeprint"));
  const { x, y, width, height } = document.querySelector("#print > svg").viewBox.baseVal;
  dispatchEvent(new Event("afterprint"));
  return { x, y, width, height };
}"""


def test_paper_leaves_out_what_the_story_card_covers(visit, pages):
    one = visit(pages["story"])
    one.page.get_by_role("button", name="Start", exact=True).click()
    canvas = one.page.locator("#canvas").bounding_box()
    card = one.page.locator("#story").bounding_box()
    paper, drawing = one.page.evaluate(PAPER), one.drawing
    right, bottom = paper["x"] + paper["width"], paper["y"] + paper["height"]
    assert bottom < canvas["height"] - card["height"] / 2
    for mark in drawing["positions"].values():
        assert paper["x"] <= mark["x"] - mark["r"] <= mark["x"] + mark["r"] <= right
        assert paper["y"] <= mark["y"] - mark["r"] <= mark["y"] + mark["r"] <= bottom
    for name in drawing["labels"]:
        assert paper["x"] <= name["x"] <= name["x"] + name["width"] <= right
        assert paper["y"] <= name["y"] <= name["y"] + name["height"] <= bottom


def test_paper_shows_all_of_a_canvas_that_the_reader_has_moved(visit, pages):
    one = visit(pages["plain"])
    one.page.get_by_role("button", name="Zoom in").click()
    width, height = one.page.evaluate("""() => {
      const { width, height } = document.getElementById("canvas").getBoundingClientRect();
      return [width, height];
    }""")
    paper = one.page.evaluate(PAPER)
    assert paper == pytest.approx({"x": 0, "y": 0, "width": width, "height": height}, abs=1)


def test_paper_explains_what_is_brought_forward_alone(visit, pages):
    words = visit(pages["plain"], "#path=lukashenko,vilnius").page.evaluate(PRINTED)["words"]
    assert "is located in (1)" in words
    assert "is part of" not in words


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize(("hash_", "most"), [("", 2), ("path=lukashenko,vilnius", 1)])
def test_a4_holds_it_on_few_pages_with_its_whole_title(visit, pages, hash_, most, landscape):
    page = visit(pages["plain"], f"#{hash_}").page
    paper = page.pdf(format="A4", landscape=landscape)
    assert len(re.findall(rb"/Type ?/Page\b", paper)) <= most + landscape
    page.emulate_media(media="print")
    dek = page.locator(".masthead .dek")
    assert dek.evaluate("node => node.scrollWidth <= node.clientWidth")
