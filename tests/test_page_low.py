"""Low windows: at 200 % and on a phone on its side the drawing has at least half of the height."""

import pytest
from accessibility import axe_source, tree, unnamed, violations

pytestmark = pytest.mark.browser

WINDOWS = [(720, 450), (844, 390), (960, 540), (640, 360), (667, 375), (1024, 600), (1280, 640)]
SHARE = "document.getElementById('canvas').clientHeight / innerHeight"
CUT = """[...document.querySelectorAll("h1, .views .tab, .tools button, .masthead .field")]
  .filter((each) => each.offsetParent)
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([, box]) => box.left < 0 || box.right > innerWidth || box.width < 24)
  .map(([each]) => each.outerHTML.slice(0, 80))"""
COVERED = """[...document.querySelectorAll(".top :is(h1, .tab, .field, .tools button)")]
  .filter((each) => each.offsetParent)
  .filter((each) => {
    const { left, top, width, height } = each.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return !each.contains(hit) && !hit.contains(each);
  }).map((each) => each.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("told", [False, True])
def test_the_drawing_has_half_of_a_low_window(visit, belarus, belarus_page, page_of, told):
    page = page_of(belarus, title="Belarus and the war") if told else belarus_page
    one = visit(page, width=WINDOWS[0][0], height=WINDOWS[0][1])
    for width, height in WINDOWS:
        one.page.set_viewport_size({"width": width, "height": height})
        assert one.drawing["actors"] > 0
        assert one.page.evaluate(SHARE) >= 0.5, (width, height)
        assert one.page.evaluate(CUT) == [], (width, height)
        assert one.page.evaluate(COVERED) == [], (width, height)


@pytest.mark.parametrize("name", ["Filter", "Time", "Details"])
def test_so_it_has_beside_a_sheet(visit, belarus_page, name):
    for width, height in [(844, 390), (720, 450)]:
        one = visit(belarus_page, "#at=2022", width=width, height=height, has_touch=True)
        one.page.locator(".dock").get_by_role("button", name=name).click()
        assert one.page.evaluate(SHARE) >= 0.5
        canvas = one.page.locator("#canvas").bounding_box()
        assert canvas["width"] >= 0.4 * width
        assert one.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_on_its_side_has_all_that_changes_and_most_of_the_drawing(visit, belarus_page):
    one = visit(belarus_page, "#at=2020", width=844, height=390, has_touch=True)
    one.page.locator(".dock").get_by_role("button", name="Time").click()
    assert one.page.evaluate(SHARE) >= 0.55
    changes = one.page.locator(".time-changes")
    assert changes.inner_text().endswith("more.")
    assert changes.evaluate("(line) => line.scrollHeight <= line.clientHeight + 1")


def test_a_chosen_actor_is_in_sight_beside_its_sheet(visit, belarus_page):
    one = visit(belarus_page, "#actor=belarus", width=844, height=390, has_touch=True)
    canvas = one.page.locator("#canvas").bounding_box()
    x, y = one.point("belarus")
    assert canvas["x"] < x < canvas["x"] + canvas["width"]
    assert canvas["y"] < y < canvas["y"] + canvas["height"]


def test_400_percent_needs_no_scrolling_sideways(visit, belarus, page_of):
    page = page_of(belarus, title="A title of the length that editors like to write above it")
    for hash_ in ["#view=network", "#actor=belarus", "#view=table", "#view=timeline", "#step=2"]:
        one = visit(page, hash_, width=320, height=256)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= 320, hash_
        assert one.page.evaluate(CUT) == [], hash_


def test_low_windows_are_accessible(visit, belarus, page_of):
    axe = axe_source()
    page = page_of(belarus, title="Belarus and the war")
    for hash_, size in [
        ("#actor=belarus&avoid_actor=minsk", (844, 390)),
        ("#step=2", (720, 450)),
        ("#view=table", (320, 256)),
    ]:
        one = visit(page, hash_, width=size[0], height=size[1])
        assert violations(one, axe) == [], hash_
        assert unnamed(tree(one)) == [], hash_


ROWS = """() => {
  const box = document.querySelector(".table-scroll").getBoundingClientRect();
  const sheet = document.querySelector(".sheet.is-open").getBoundingClientRect();
  return [...document.querySelectorAll(".data tbody tr")].filter((row) => {
    const { left, top, bottom } = row.firstElementChild.getBoundingClientRect();
    const isAbove = sheet.left > left + 40 || bottom <= sheet.top + 1;
    return top >= box.top && bottom <= box.bottom + 1 && isAbove;
  }).length;
}"""


@pytest.mark.parametrize("size", [(390, 640), (390, 667), (360, 700), (375, 740)])
@pytest.mark.parametrize("name", ["Filter", "Details"])
def test_beside_a_sheet_a_phone_shows_five_rows_of_the_table(visit, belarus_page, size, name):
    one = visit(belarus_page, "#view=table", width=size[0], height=size[1], has_touch=True)
    one.page.locator(".dock").get_by_role("button", name=name).click()
    assert one.page.evaluate(ROWS) >= 5
