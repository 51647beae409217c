"""The page's words are for the device at hand: what a mouse clicks, a finger taps."""

import pytest

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("by_touch", [False, True])
def test_help_is_told_for_the_device_at_hand(visit, belarus_page, by_touch):
    size = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True} if by_touch else {}
    page = visit(belarus_page, "#actor=russia", **size).page
    page.get_by_role("button", name="Help").click()
    told = page.locator("#help").inner_text()
    assert ("Tap an actor" in told) is by_touch
    assert ("double-click" in told) is not by_touch
    assert ("With a keyboard" in told) is by_touch
