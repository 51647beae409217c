"""From 500 relations on the page paints lines and marks itself: they answer as vis-network's do."""

import math
import random
from itertools import product

import pytest

import graph

pytestmark = pytest.mark.browser

TEAMS, CITIES = 20, 26
TYPES = ["supports", "opposes", "allied_with", "attacks", "trades_with", "leads"]
FAR = 30  # pixels
TIES, WORDS = (0, 158, 115), (91, 96, 103)  # inks of the light theme
INK = """(ink) => {
  const sheet = document.querySelector("#canvas canvas:not(.overlay)");
  const copy = new OffscreenCanvas(sheet.width, sheet.height).getContext("2d");
  copy.drawImage(sheet, 0, 0);
  const { data } = copy.getImageData(0, 0, sheet.width, sheet.height);
  const isNear = (at) => ink.every((value, i) => Math.abs(data[at + i] - value) < 30);
  let lines = 0;
  for (let at = 0; at < data.length; at += 4) {
    lines += data[at + 3] > 200 && isNear(at) ? 1 : 0;
  }
  return lines;
}"""


@pytest.fixture(scope="module")
def crowd_page(page_of, tmp_path_factory):
    """Teams, each of which supports every city, and one couple who oppose each other."""
    folder = tmp_path_factory.mktemp("crowd")
    rows = [f"team{i},city{j},supports" for i in range(TEAMS) for j in range(CITIES)]
    rows += ["far,farther,opposes", "farther,far,opposes"]
    (folder / "relations.csv").write_text("\n".join(["source,target,type", *rows]))
    return page_of(graph.load(folder))


@pytest.fixture(scope="module")
def camps_page(page_of, tmp_path_factory):
    """Two camps as high as the canvas: it is seen whole from farther away than their actors."""
    folder = tmp_path_factory.mktemp("camps")
    chance = random.Random(1)  # noqa: S311 - always the same
    ends = [(int(chance.random() ** 2 * 80), chance.randrange(80)) for _ in range(640)]
    rows = [f"a{i},a{j},{chance.choice(TYPES)}" for i, j in ends if i != j]
    (folder / "relations.csv").write_text("\n".join(["source,target,type", *dict.fromkeys(rows)]))
    return page_of(graph.load(folder))


def count_inked(one, ink=TIES):
    """Count the pixels in an ink on the sheet of lines, when all is drawn."""
    assert one.drawing["relations"]
    return one.page.evaluate(INK, ink)


def find_lonely_point(one):
    """Find a point of a line between two actors with no other actor near, in window pixels."""
    places = {actor: (at["x"], at["y"]) for actor, at in one.drawing["positions"].items()}
    box = one.page.locator("#canvas").bounding_box()
    for i, j in product(range(TEAMS), range(CITIES)):
        (x, y), (x2, y2) = places[f"team{i}"], places[f"city{j}"]
        middle = (x + x2) / 2, (y + y2) / 2
        if all(math.dist(middle, place) > FAR for place in places.values()):
            return box["x"] + middle[0], box["y"] + middle[1]
    raise AssertionError(places)


def test_lines_have_the_ink_of_their_pair_and_go_with_the_filter(visit, crowd_page):
    one = visit(crowd_page)
    assert one.drawing["relations"] == TEAMS * CITIES + 2
    assert count_inked(one) > 2000
    one.page.evaluate("location.hash = '#avoid=supports'")
    one.page.wait_for_function("actorExplorer.drawing().relations === 2")
    assert count_inked(one) < 50


def test_names_share_the_sheet_of_lines_until_something_changes(visit, crowd_page):
    one = visit(crowd_page)
    sheets = one.page.locator("#canvas canvas")
    assert sheets.count() == 1
    with_names = count_inked(one, WORDS)
    one.page.mouse.move(*one.point("far"))
    one.page.locator("#canvas canvas.overlay").wait_for()
    assert sheets.count() == 2
    assert count_inked(one, WORDS) < with_names / 2  # the rest is of marks
    assert count_inked(one) > 2000


def test_areas_are_whole_also_where_another_view_opens_first(visit, camps_page):
    opened = visit(camps_page)
    later = visit(camps_page, "#view=table")
    later.page.get_by_role("tab", name="Network").click()
    assert later.drawing["scale"] == opened.drawing["scale"]
    opened.page.get_by_role("button", name="Fit to window").click()
    assert later.drawing["scale"] == opened.drawing["scale"]


def test_a_line_tells_its_relation_when_it_is_pointed_at(visit, crowd_page):
    one = visit(crowd_page)
    point = find_lonely_point(one)
    one.page.mouse.move(*point)
    tip = one.page.locator("#tip")
    tip.wait_for()
    assert "supports" in tip.inner_text()
    one.page.mouse.click(*point)
    assert "relation=" in one.state


def test_a_mark_is_dragged_and_the_paper_stays(visit, crowd_page):
    one = visit(crowd_page)
    before = one.drawing["positions"]
    x, y = one.point("far")
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + 30, y - 20, steps=12)
    one.page.mouse.up()
    after = one.drawing["positions"]
    moved = {actor for actor in before if abs(before[actor]["x"] - after[actor]["x"]) > 1}
    assert moved == {"far"}
    assert after["far"]["x"] - before["far"]["x"] == pytest.approx(30, abs=2)
    assert after["far"]["y"] - before["far"]["y"] == pytest.approx(-20, abs=2)
    one.page.get_by_role("button", name="Undo").click()
    assert one.drawing["positions"]["far"]["x"] == pytest.approx(before["far"]["x"], abs=1)


def test_the_paper_is_dragged_beside_the_marks(visit, crowd_page):
    one = visit(crowd_page)
    before = one.drawing["positions"]
    one.drag_paper()
    after = one.drawing["positions"]
    assert all(after[a]["x"] - before[a]["x"] == pytest.approx(40, abs=2) for a in before)


def test_the_wheel_zooms_around_what_is_under_the_pointer(visit, crowd_page):
    one = visit(crowd_page)
    before = one.drawing
    x, y = one.point("far")
    one.page.mouse.move(x, y)
    for _ in range(5):
        one.page.mouse.wheel(0, -120)
    one.page.wait_for_function(f"actorExplorer.drawing().scale > {1.3 * before['scale']}")
    after = one.drawing
    assert after["scale"] == pytest.approx(before["scale"] * 1.06**5, rel=1e-6)
    for axis in "xy":
        was, is_now = (each["positions"]["far"][axis] for each in (before, after))
        assert is_now == pytest.approx(was, abs=1)


def test_two_fingers_zoom_and_a_tap_chooses(visit, crowd_page):
    one = visit(crowd_page, has_touch=True, width=900, height=700)
    before = one.drawing["scale"]
    touch = one.page.context.new_cdp_session(one.page)
    box = one.page.locator("#canvas").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def send(kind, apart):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        touches = {"type": kind, "touchPoints": points if apart else []}
        touch.send("Input.dispatchTouchEvent", touches)

    send("touchStart", 40)
    for apart in (50, 60, 70, 80):
        send("touchMove", apart)
    send("touchEnd", 0)
    assert one.drawing["scale"] == pytest.approx(2 * before, rel=0.02)
    assert one.state == ""
    one.page.get_by_role("button", name="Fit to window").tap()
    point = one.point("farther")
    one.page.touchscreen.tap(*point)
    one.page.wait_for_function("actorExplorer.state().includes('actor=farther')")


def test_another_size_of_the_window_is_filled(visit, crowd_page):
    one = visit(crowd_page)
    one.page.set_viewport_size({"width": 1000, "height": 700})
    one.page.wait_for_function(
        """() => {
          const { positions } = actorExplorer.drawing();
          const { clientWidth, clientHeight } = document.getElementById("canvas");
          const sheet = document.querySelector("#canvas canvas:not(.overlay)");
          const fits = ({ x, y }) => x > 0 && y > 0 && x < clientWidth && y < clientHeight;
          return sheet.width === clientWidth && Object.values(positions).every(fits);
        }"""
    )
    assert count_inked(one) > 1000


def test_such_a_page_carries_no_library(crowd_page, belarus_page):
    assert "visjs.github.io" not in crowd_page.read_text(encoding="utf-8")
    assert "visjs.github.io" in belarus_page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["far", "right"])
def test_a_double_click_opens_an_actor_that_the_first_click_covers(
    visit, crowd_page, belarus_page, name
):
    """At the first click the details open, and the network moves away from under the pointer."""
    one = visit(crowd_page if name == "far" else belarus_page, width=1024, height=700)
    places = one.drawing["positions"]
    actor = name if name == "far" else max(places, key=lambda each: places[each]["x"])
    one.page.mouse.dblclick(*one.point(actor))
    one.page.wait_for_function("actorExplorer.state().includes('ego=1')")
    assert f"actor={actor}" in one.state


def test_a_small_network_is_painted_as_vis_network_draws_it(visit, belarus, page_of):
    """As in a notebook's display, which does without the library."""
    drawings = []
    for library in (True, False):
        one = visit(page_of(belarus, library=library), "#only=attacks")
        drawings.append(one.drawing)
        assert one.page.evaluate("'vis' in window") is library
    drawn, painted = drawings
    names = [{label["text"] for label in drawing["labels"]} for drawing in (drawn, painted)]
    assert names[0] == names[1]
    assert painted["signs"] == drawn["signs"]
    for actor, place in drawn["positions"].items():
        assert painted["positions"][actor] == pytest.approx(place, abs=1)
