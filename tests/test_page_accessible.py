"""axe-core finds nothing in any view, light and dark, wide and narrow."""

from pathlib import Path

import pytest
from browser import missing

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STATES = [
    "",
    "#actor=lukashenko",
    "#path=lukashenko,vilnius&avoid=borders",
    "#at=2022&hide=opposes&undated=no",
    "#view=table",
    "#view=timeline",
]


@pytest.fixture(scope="module")
def axe():
    if not AXE.exists():
        missing("axe-core", "npm ci")
    return AXE.read_text(encoding="utf-8")


def violations(one, axe):
    # A script element would be stopped by the page's own policy.
    one.page.evaluate(axe)
    found = one.page.evaluate("(rules) => axe.run({ runOnly: rules })", RULES)["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


SCREENS = [
    {"width": width, "height": height, "color_scheme": scheme}
    for width, height in [(1440, 900), (390, 844)]
    for scheme in ["light", "dark"]
]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("hash_", STATES)
def test_no_view_has_a_violation(visit, belarus_page, axe, hash_, screen):
    assert violations(visit(belarus_page, hash_, **screen), axe) == []


@pytest.mark.parametrize("tab", ["Path", "Sources", "About"])
def test_no_panel_has_a_violation(belarus_visit, axe, tab):
    belarus_visit.page.get_by_role("tab", name=tab).click()
    assert violations(belarus_visit, axe) == []


@pytest.mark.parametrize("opened", ["help", "search", "export"])
def test_nothing_that_opens_has_a_violation(belarus_visit, axe, opened):
    if opened == "help":
        belarus_visit.page.keyboard.press("?")
    elif opened == "search":
        belarus_visit.page.get_by_role("combobox", name="Search for an actor").fill("be")
    else:
        belarus_visit.page.get_by_role("button", name="Export").click()
    assert violations(belarus_visit, axe) == []


def test_every_target_on_a_phone_is_large_enough(visit, belarus_page):
    one = visit(belarus_page, "#actor=lukashenko", width=390, height=844, has_touch=True)
    # A link in a sentence may be small; a checkbox has its label.
    targets = "button, input:not([type=checkbox]), select, summary"
    small = one.page.evaluate(
        """(targets) => [...document.querySelectorAll(targets)]
          .filter((each) => each.offsetParent && !each.closest("p, .tie"))
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
          .map((each) => each.outerHTML.slice(0, 120))""",
        targets,
    )
    assert small == []


def test_a_phone_never_scrolls_sideways(visit, belarus_page):
    for hash_ in STATES:
        one = visit(belarus_page, hash_, width=320, height=640, has_touch=True)
        assert one.page.evaluate("document.documentElement.scrollWidth") <= 320
