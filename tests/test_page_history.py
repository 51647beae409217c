"""What a reader does in one go is one step back, and every step can be taken back."""

import pytest

pytestmark = pytest.mark.browser


def undo(one):
    one.page.get_by_role("button", name="Undo", exact=True).click()


def cannot_undo(one):
    return one.page.get_by_role("button", name="Undo", exact=True).is_disabled()


def drag(one, start, end):
    one.page.mouse.move(*start)
    one.page.mouse.down()
    one.page.mouse.move(*end, steps=4)
    one.page.mouse.up()


def brush(one, first, last):
    one.open_years()
    box = one.page.locator(".histogram").bounding_box()
    height = box["y"] + 20
    drag(one, (box["x"] + first, height), (box["x"] + last, height))


def test_each_brush_is_a_step(belarus_visit):
    one = belarus_visit
    brush(one, 300, 340)
    first = one.state
    brush(one, 600, 500)
    assert one.state not in ("", first)
    one.page.get_by_role("button", name="All years").click()
    assert one.state == ""
    undo(one)
    undo(one)
    assert one.state == first
    undo(one)
    assert one.state == ""
    assert cannot_undo(one)


def test_playing_is_a_step_of_its_own(belarus_visit):
    one = belarus_visit
    brush(one, 300, 340)
    brushed = one.state
    one.page.get_by_role("button", name="Play").click()
    one.page.get_by_role("button", name="Pause").click()
    assert one.state != brushed
    undo(one)
    assert one.state == brushed


@pytest.mark.parametrize("name", ["Start again", "Undo"])
def test_whoever_changes_the_period_stops_playing(belarus_visit, name):
    one = belarus_visit
    one.open_years()
    one.page.get_by_role("button", name="Play").click()
    one.page.get_by_role("button", name=name, exact=True).click()
    assert one.page.get_by_role("button", name="Play").is_visible()
    assert one.state == ""


def test_arrows_in_a_date_are_one_step(belarus_visit):
    belarus_visit.open_years()
    field = belarus_visit.page.locator("#time").get_by_label("to", exact=True)
    for _ in range(3):
        field.press("ArrowDown")
    assert belarus_visit.state == "#to=2019"
    undo(belarus_visit)
    assert belarus_visit.state == ""


def test_a_double_click_in_the_legend_is_one_step(belarus_visit):
    one = belarus_visit
    one.open_types()
    row = one.page.locator(".legend-toggle", has_text="supports")
    row.dblclick()
    assert row.get_attribute("aria-pressed") == "true"
    assert one.drawing["relations"] < 40
    row.dblclick()
    assert one.state == ""
    undo(one)
    assert one.drawing["relations"] < 40
    undo(one)
    assert one.state == ""
    assert cannot_undo(one)


SLOW_CLOCK = """() => {
  const [read, now] = [performance.now.bind(performance), { late: 0 }];
  performance.now = () => read() + (now.late += 100);
  window.setClockRight = () => (performance.now = read);
}"""


def press(one, row):
    row.hover()
    one.page.mouse.down()


def test_scores_that_arrive_while_a_control_is_pressed_do_not_take_its_click(belarus_visit):
    one = belarus_visit
    one.open_types()
    rows = [one.page.locator(".legend-toggle", has_text=name) for name in ("supports", "sanctions")]
    rows[1].scroll_into_view_if_needed()
    one.page.evaluate(SLOW_CLOCK)
    rows[0].click()
    press(one, rows[1])
    one.page.evaluate("setClockRight()")
    one.page.wait_for_timeout(300)
    one.page.mouse.up()
    assert one.state == "#avoid=sanctions,supports"
    one.page.get_by_role("tab", name="Ranks").click()
    assert "computing" not in one.page.locator("#panel-ranks").inner_text().lower()


def test_playing_waits_while_a_control_is_pressed(belarus_visit):
    one = belarus_visit
    one.open_years()
    one.open_types()
    row = one.page.locator(".legend-toggle", has_text="supports")
    row.scroll_into_view_if_needed()
    one.page.get_by_role("button", name="Play").click()
    press(one, row)
    played = one.state
    one.page.wait_for_timeout(3000)
    assert one.state == played
    one.page.mouse.up()
    assert one.state.startswith("#avoid=supports&")
    one.page.wait_for_url(lambda url: url.partition("at=")[2] > played.partition("at=")[2])


def test_a_slide_of_the_confidence_is_one_step(belarus_visit):
    slide = belarus_visit.page.get_by_label("Confidence")
    slide.scroll_into_view_if_needed()
    box = slide.bounding_box()
    height = box["y"] + box["height"] / 2
    drag(belarus_visit, (box["x"] + 8, height), (box["x"] + box["width"] / 2, height))
    assert belarus_visit.state.startswith("#min_confidence=0.")
    undo(belarus_visit)
    assert belarus_visit.state == ""


def test_a_drag_can_be_taken_back_and_done_again(belarus_visit):
    one = belarus_visit
    home = one.point("germany")
    drag(one, home, (home[0] - 80, home[1] + 30))
    moved = one.point("germany")
    assert moved == pytest.approx((home[0] - 80, home[1] + 30), abs=2)
    undo(one)
    assert one.point("germany") == pytest.approx(home, abs=1)
    one.page.get_by_role("button", name="Redo").click()
    assert one.point("germany") == pytest.approx(moved, abs=1)
    one.page.get_by_role("button", name="Start again").click()
    assert one.point("germany") == pytest.approx(home, abs=1)
    undo(one)
    assert one.point("germany") == pytest.approx(moved, abs=1)


def from_belarus(one):
    """Where an actor is, seen from another, at any zoom."""
    drawing = one.drawing
    here, there = (drawing["positions"][each] for each in ("belarus", "germany"))
    return [(there[axis] - here[axis]) / drawing["scale"] for axis in "xy"]


def test_a_moved_actor_stays_when_the_story_or_the_browser_turns(visit, belarus, page_of):
    one = visit(page_of(belarus, title="Told"), "#view=network")
    x, y = one.point("germany")
    drag(one, (x, y), (x - 80, y + 30))
    moved = from_belarus(one)
    one.page.keyboard.press("n")
    assert from_belarus(one) == pytest.approx(moved, abs=1)
    one.page.go_back()
    one.page.locator("#story").wait_for(state="hidden")
    assert from_belarus(one) == pytest.approx(moved, abs=1)


def test_an_actor_is_moved_without_dragging(visit, belarus_page):
    one = visit(belarus_page, "#actor=germany")
    x, y = one.point("germany")
    one.page.get_by_role("button", name="Move", exact=True).click()
    one.said("Click where Germany should stand")
    one.page.keyboard.press("Escape")
    assert one.state == "#actor=germany"
    one.page.get_by_role("button", name="Move", exact=True).click()
    one.page.mouse.click(x - 70, y + 20)
    assert one.point("germany") == pytest.approx((x - 70, y + 20), abs=2)
    assert one.state == "#actor=germany"
    undo(one)
    assert one.point("germany") == pytest.approx((x, y), abs=2)
