"""A phone: targets are large enough, and nothing scrolls sideways; axe-core runs in every scene."""

import pytest

pytestmark = pytest.mark.browser

STATES = [
    "",
    "#actor=lukashenko",
    "#path=lukashenko,vilnius&path_avoid=borders",
    "#at=2022&avoid=opposes&certain=yes",
    "#view=table",
    "#view=timeline",
    "#view=timeline&timeline=changes",
    "#panel=brokers",
]
SIZES = {True: [(390, 844), (844, 390), (320, 256)], False: [(1440, 900)]}
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# A link in a sentence may be small; a checkbox has its label.
SMALL = """[...document.querySelectorAll("button, input:not([type=checkbox]), select, summary")]
  .filter((each) => each.offsetParent && !each.closest("p, .tie"))
  .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("has_touch", [True, False])
@pytest.mark.parametrize(
    "hash_",
    [
        "#actor=lukashenko&at=2020",
        "#avoid_actor=minsk&panel=ranks",
        "#actor=belarus&avoid_actor=belarus",
        "#panel=brokers",
        "#view=timeline&timeline=changes",
    ],
)
def test_every_target_is_large_enough(visit, belarus_page, hash_, has_touch):
    first, *others = SIZES[has_touch]
    one = visit(belarus_page, hash_, width=first[0], height=first[1], has_touch=has_touch)
    assert one.page.evaluate(SMALL) == []
    for width, height in others:  # a window that is turned or made smaller opens no other page
        one.page.set_viewport_size({"width": width, "height": height})
        one.page.evaluate(FRAMES)
        assert one.page.evaluate(SMALL) == [], (width, height)


def test_a_phone_never_scrolls_sideways(visit, belarus_page):
    for hash_ in STATES:
        one = visit(belarus_page, hash_, width=320, height=640, has_touch=True)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= 320
