"""On a phone a key beside the network says what the inks of lines mean."""

import pytest
from tiny_network import network

from explorer.page import build_page

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


def test_a_phone_has_a_key_of_the_lines_that_no_name_covers(visit, belarus_page):
    one = visit(belarus_page, **PHONE)
    key = one.page.locator("#line-key")
    lines = ["Ties", "Tensions", "Both", "Command", "Neutral"]
    assert key.locator("li").all_text_contents() == [*lines, "?contested", "×disputed"]
    box, canvas = key.bounding_box(), one.page.locator("#canvas").bounding_box()
    left, top = box["x"] - canvas["x"], box["y"] - canvas["y"]
    for label in one.drawing["labels"]:
        is_beside = label["x"] >= left + box["width"] or label["x"] + label["width"] <= left
        assert is_beside or label["y"] + label["height"] <= top


def test_a_wide_window_has_the_legend_instead(visit, belarus_page):
    assert visit(belarus_page).page.locator("#line-key").is_hidden()


def test_lines_of_one_ink_need_no_key(visit, tmp_path):
    path = tmp_path / "page.html"
    rows = [f"A{number} borders B{number}" for number in range(30)]
    path.write_text(build_page(network(*rows)), encoding="utf-8", newline="\n")
    assert visit(path, **PHONE).page.locator("#line-key").count() == 0
