"""Opening and Fit show everything drawn: lines, loops, marks and names, clear of buttons."""

import pytest
from tiny_network import network

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TYPES = [
    *("supports", "funds", "opposes", "attacks", "leads"),
    *("hosts", "commands", "sanctions", "borders", "member_of"),
]
SCREENS = {"wide": (1440, 900), "phone": (390, 844), "beside panels": (940, 600)}
CASES = {
    "a fan": [f"a {name} b" for name in TYPES],
    "a fan at the rim": [*(f"a {name} b" for name in TYPES), "b supports c", "c supports d"],
    "loops": ["a supports b", *(f"{end} {name} {end}" for end in "ab" for name in TYPES[:4])],
    "a grid": [f"n{i} supports n{j}" for i in range(40) for j in (i + 1, i + 8) if j < 40],
}
LOOK = """() => {
  const point = ({x, y}) => [x, y];
  dispatchEvent(new Event("beforeprint"));
  const lines = [...document.querySelectorAll("#print > svg > .lines path[stroke]")];
  const drawn = lines.flatMap((line) => {
    const length = line.getTotalLength();
    return Array.from({length: 17}, (_, i) => point(line.getPointAtLength(length * i / 16)));
  });
  dispatchEvent(new Event("afterprint"));
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  const zoom = document.getElementById("zoom").getBoundingClientRect();
  const controls = [zoom.left - canvas.left, zoom.top - canvas.top, zoom.width, zoom.height];
  return {drawn, controls, size: [canvas.width, canvas.height], lines: lines.length};
}"""


@pytest.fixture(scope="module")
def pages(page_of):
    return {name: page_of(network(*rows)) for name, rows in CASES.items()}


def meets(box, x, y, width, height):
    left, top, across, down = box
    return x < left + across and left < x + width and y < top + down and top < y + height


def assert_all_in_sight(one):
    drawing, look = one.drawing, one.page.evaluate(LOOK)
    assert look["lines"] == drawing["relations"]
    width, height = look["size"]
    for x, y in look["drawn"]:
        assert 0 <= x <= width, (x, y)
        assert 0 <= y <= height, (x, y)
    for place in drawing["positions"].values():
        x, y, r = place["x"], place["y"], place["r"]
        assert r <= x <= width - r
        assert r <= y <= height - r
        assert not meets(look["controls"], x - r, y - r, 2 * r, 2 * r)
    for label in drawing["labels"]:
        box = label["x"], label["y"], label["width"], label["height"]
        assert not meets(look["controls"], *box)


def test_on_a_phone_the_count_leaves_the_key_free(visit, belarus_page):
    page = visit(belarus_page, "#at=2022-08", width=390, height=844).page
    key, count, zoom = (
        page.locator(f"#{part}").bounding_box() for part in ("line-key", "plate-count", "zoom")
    )
    assert key["y"] + key["height"] <= count["y"]
    assert count["height"] <= 54  # three lines
    assert max(key["x"] + key["width"], count["x"] + count["width"]) <= zoom["x"]


@pytest.mark.parametrize("link", ["#path=lukashenko,vilnius", "#actor=lukashenko"])
def test_on_a_phone_no_name_is_under_the_sheet(visit, belarus_page, link):
    one = visit(belarus_page, link, width=390, height=844)
    top = one.page.evaluate(
        "document.getElementById('panel').getBoundingClientRect().top"
        " - document.getElementById('canvas').getBoundingClientRect().top"
    )
    assert one.drawing["labels"]
    assert max(label["y"] + label["height"] for label in one.drawing["labels"]) <= top + 1


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("case", CASES)
def test_everything_is_in_sight_after_opening_and_after_fit(visit, pages, case, screen):
    width, height = SCREENS[screen]
    one = visit(pages[case], width=width, height=height)
    assert_all_in_sight(one)
    one.page.get_by_role("button", name="Zoom in").click()
    one.page.get_by_role("button", name="Fit to window").click()
    assert_all_in_sight(one)
