"""The keyboard focus is never lost, is always seen, and gets everywhere in few steps."""

import pytest

pytestmark = pytest.mark.browser

FOCUSED = """(() => {
  const { activeElement: node } = document;
  return { id: node.id, tag: node.localName, in: node.closest("[id]")?.id ?? "",
    panel: node.closest(".panel-body")?.id ?? "", seen: node.checkVisibility(),
    outline: getComputedStyle(node).outlineStyle };
})()"""


# What has the focus, and of a grid of points on it those where nothing else lies on top.
STOP = """(() => {
  const { activeElement: node } = document;
  if (node === document.body) return null;
  node.dataset.stop ??= `${window.stops = (window.stops ?? 0) + 1} ${node.localName}`;
  const { left, top, width, height } = node.getBoundingClientRect();
  const parts = [0.05, 0.25, 0.5, 0.75, 0.95];
  const points = parts.flatMap((x) => parts.map((y) => [left + x * width, top + y * height]));
  const isSeen = ([x, y]) => node.contains(document.elementFromPoint(x, y));
  return { name: node.dataset.stop, seen: points.some(isSeen) };
})()"""


def focused(one):
    return one.page.evaluate(FOCUSED)


def press(one, *keys):
    for key in keys:
        one.page.keyboard.press(key)


def test_few_tab_stops_lead_to_the_network(belarus_visit):
    stops = 0
    while focused(belarus_visit)["id"] != "canvas":
        press(belarus_visit, "Tab")
        stops += 1
        assert stops <= 20
        assert focused(belarus_visit)["outline"] != "none"


@pytest.mark.nightly(but_each=3)
@pytest.mark.slow
@pytest.mark.parametrize(
    "hash_",
    ["", "#step=3", "#panel=path", "#view=table&actor=minsk", "#view=timeline&actor=minsk"],
)
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_focus_is_never_wholly_covered(visit, belarus_page, size, hash_):
    one = visit(belarus_page, hash_, width=size[0], height=size[1])
    stops = set()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(120):
            press(one, key)
            stop = one.page.evaluate(STOP)
            if stop is None:
                break
            stops.add(stop["name"])
            assert stop["seen"], (key, one.page.evaluate("document.activeElement.outerHTML"))
    assert len(stops) > 10


def test_skip_links_lead_to_the_network_and_to_the_details(visit, belarus_page):
    one = visit(belarus_page, "#actor=minsk")
    press(one, "Tab", "Tab", "Enter")
    assert focused(one)["id"] == "canvas"
    one.page.locator("#skip-panel").focus()
    press(one, "Enter")
    assert focused(one)["id"] == "card-title"
    assert focused(one)["outline"] != "none"


def test_arrows_go_through_the_legend_which_is_one_stop(belarus_visit):
    one = belarus_visit
    one.page.locator('[data-key="open tie"]').click()
    one.page.locator('[data-key="group tie"]').focus()
    assert one.page.locator("#legend [tabindex='0']").count() == 1
    press(one, "ArrowDown", "ArrowDown", "ArrowRight")
    assert one.page.evaluate("document.activeElement.dataset.key") == "only type supports"
    press(one, "ArrowLeft", "Space", "ArrowDown")
    assert one.state == "#avoid=supports"
    assert one.page.evaluate("document.activeElement.dataset.key") == "type funds"
    press(one, "Shift+Tab", "Tab")
    assert one.page.evaluate("document.activeElement.dataset.key") == "type funds"


def test_what_opens_has_the_focus(visit, belarus_page):
    one = visit(belarus_page, "#panel=ranks")
    one.page.locator("#panel-ranks [data-key^='rank ']").nth(2).focus()
    press(one, "Enter")
    assert focused(one)["id"] == "card-title"
    one.page.locator("#panel-details [data-key='hide actor']").focus()
    press(one, "Enter")
    assert focused(one)["panel"] == "panel-details"
    one.page.locator("#canvas").focus()
    press(one, "t")
    assert focused(one)["in"] == "view-table"
    press(one, "t")
    assert focused(one)["id"] == "canvas"


# A state, the control that is pressed and goes away, and where the focus is then.
GOING = [
    ("#avoid_actor=belarus", "#plate-note .chip", "canvas"),
    ("#avoid_actor=belarus", "#legend .chip", "legend"),
    ("#avoid=opposes", "#legend [data-key='show all']", "legend"),
    ("#actor=minsk&ego=1", "[data-key='ego off']", "canvas"),
    ("#at=2020", "#time .link", "time-from"),
    ("#actor=minsk", "#panel-details .actor-link", "card-title"),
]


def test_the_focus_goes_near_to_what_is_gone(visit, belarus_page):
    for hash_, control, heir in GOING:
        one = visit(belarus_page, hash_)
        one.page.locator(control).first.focus()
        press(one, "Enter")
        assert focused(one)["in"] == heir, control
        assert focused(one)["seen"]


def test_a_tool_that_is_done_hands_on_the_focus(belarus_visit):
    one = belarus_visit
    press(one, "t")
    one.page.get_by_role("button", name="Undo", exact=True).focus()
    press(one, "Enter")
    assert one.page.evaluate("document.activeElement.closest('#tools') !== null")
    assert not one.page.evaluate("document.activeElement.disabled")


def test_the_network_is_walked_by_keys_alone(belarus_visit):
    one = belarus_visit
    one.page.locator("#canvas").focus()
    press(one, "Enter")
    first = one.state
    assert first.startswith("#actor=")
    press(one, "PageDown")
    assert one.state not in ("", first)
    press(one, "PageUp")
    assert one.state == first
    assert focused(one)["id"] == "canvas"
    press(one, "Enter")
    assert focused(one)["id"] == "card-title"
    press(one, "Escape")
    assert (focused(one)["id"], one.state) == ("canvas", first)
    press(one, "Escape")
    assert one.state == ""


def test_single_keys_can_be_turned_off(belarus_visit):
    one = belarus_visit
    press(one, "?")
    one.page.get_by_label("Single keys work").uncheck()
    press(one, "Escape", "t", "p", "/")
    assert one.state == ""
    assert one.page.locator("kbd.search-key").is_hidden()
    scale = one.drawing["scale"]
    one.page.locator("#canvas").focus()
    press(one, "+")
    assert one.drawing["scale"] > scale
    one.page.get_by_role("button", name="Help").click()
    one.page.get_by_label("Single keys work").check()
    press(one, "Escape", "t")
    assert one.state == "#view=table"


def test_a_press_that_slides_off_a_suggestion_chooses_nobody(belarus_visit):
    one = belarus_visit
    box = one.page.get_by_role("combobox", name="Search for an actor")
    box.fill("minsk")
    option = one.page.locator(".masthead .option").first.bounding_box()
    one.page.mouse.move(option["x"] + 20, option["y"] + 10)
    one.page.mouse.down()
    assert one.state == ""
    one.page.mouse.move(option["x"] - 300, option["y"] + 300)
    one.page.mouse.up()
    assert one.state == ""
    one.page.locator(".masthead .option").first.click()
    assert one.state == "#actor=minsk"
