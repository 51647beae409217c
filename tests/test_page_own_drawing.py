"""From 500 relations on the page paints lines and marks itself: they answer as vis-network's do."""

import math
from itertools import product

import pytest

import graph

pytestmark = pytest.mark.browser

TEAMS, CITIES = 20, 26
FAR = 30  # pixels
INK = """() => {
  const sheet = document.querySelector("#canvas canvas:not(.overlay)");
  const copy = new OffscreenCanvas(sheet.width, sheet.height).getContext("2d");
  copy.drawImage(sheet, 0, 0);
  const { data } = copy.getImageData(0, 0, sheet.width, sheet.height);
  const isNear = (at, ...ink) => ink.every((value, i) => Math.abs(data[at + i] - value) < 30);
  let lines = 0;
  for (let at = 0; at < data.length; at += 4) {
    lines += data[at + 3] > 200 && isNear(at, 0, 158, 115) ? 1 : 0;
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


def count_inked(one):
    """Count the pixels in the ink of ties, when all is drawn."""
    assert one.drawing["relations"]
    return one.page.evaluate(INK)


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
    box = one.page.locator("#canvas").bounding_box()
    x, y = box["x"] + 8, box["y"] + 8
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + 40, y + 30, steps=8)
    one.page.mouse.up()
    after = one.drawing["positions"]
    assert all(after[a]["x"] - before[a]["x"] == pytest.approx(40, abs=2) for a in before)
