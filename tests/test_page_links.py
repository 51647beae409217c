"""A link shows exactly what its sender saw; a hash from a stranger does no harm."""

import pytest
from touching import WATCH, outrages

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "hash_",
    [
        "#actor=lukashenko",
        "#path=lukashenko,vilnius&path_avoid=borders",
        "#view=table&avoid=funds&at=2022-08",
        "#actor=putin&ego=2&size_by=betweenness&colour_by=kind",
    ],
)
def test_a_hash_is_shown_and_kept(visit, belarus_page, hash_):
    assert visit(belarus_page, hash_).state == hash_


def test_back_and_forward(belarus_visit):
    page = belarus_visit.page
    page.mouse.click(*belarus_visit.point("poland"))
    page.get_by_role("tab", name="Table").click()
    assert belarus_visit.state == "#view=table&actor=poland"
    page.go_back()
    assert belarus_visit.state == "#actor=poland"
    page.go_back()
    assert belarus_visit.state == ""
    page.go_forward()
    assert belarus_visit.state == "#actor=poland"


def test_undo_redo_and_start_again(belarus_visit):
    page = belarus_visit.page
    page.locator('[data-key="open tie"]').click()
    page.locator('[data-key="open tension"]').click()
    page.locator(".legend-toggle", has_text="opposes").click()
    page.locator(".legend-toggle", has_text="supports").click()
    page.get_by_role("button", name="Undo").click()
    assert belarus_visit.state == "#avoid=opposes"
    page.get_by_role("button", name="Redo").click()
    assert belarus_visit.state == "#avoid=opposes,supports"
    page.get_by_role("button", name="Start again").click()
    assert belarus_visit.state == ""
    page.get_by_role("button", name="Undo").click()
    assert belarus_visit.state == "#avoid=opposes,supports"


@pytest.mark.nightly(but_each=4)
@pytest.mark.parametrize(
    "hash_",
    [
        "#actor=nobody",
        "#view=%E0%A4%A&ego=-1",
        "#__proto__=1&path=a",
        "#path=lukashenko",
        "#<script>alert(1)</script>",
        f"#actor={'x' * 100_000}",
        f"#{'&' * 10_000}",
        f"#avoid_actor={','.join(map(str, range(5_000)))}",
        "#actor=%",
        "#actor=%C0%AE%C0%AE",
        "#actor=%00lukashenko",
        "#actor=%EF%BB%BFlukashenko",
        "#path=lukashenko,vilnius,nobody",
        "#path=constructor,prototype",
        "#constructor=x&prototype=y&hasOwnProperty=z",
        "#path_number=99999999999999999999&ego=1e9&min_confidence=1e400",
        "#path_number=-0&ego=0x9&min_confidence=NaN",
        "#at=99999-99-99&from=-1e3&to=Infinity",
        "#view=javascript:stolen=1&size_by=toString&colour_by=constructor",
        "#avoid=%3Cimg%20src=x%20onerror=stolen=1%3E",
        "#actor=%3Cimg%20src=x%20onerror=stolen=1%3E",
        "#actor='\"><svg/onload=stolen=1>",
        "#actor=%E2%80%AEoknehsakul&actor=%ED%A0%80",
        "#javascript:stolen=1",
        "#{{7*7}}${stolen=1}",
        "#:~:text=stolen",
        "#main",
        "#document",
    ],
)
def test_a_hash_from_a_stranger_is_ignored(visit, belarus, belarus_page, hash_):
    one = visit(belarus_page, hash_, watch=WATCH)
    assert one.state == ""
    assert one.drawing["actors"] == len(belarus.actor_rows)
    assert one.page.evaluate("document.documentElement.scrollWidth") == 1440
    assert one.page.locator("#notice").bounding_box() is None or (
        one.page.locator("#notice").bounding_box()["height"] < 100
    )
    assert outrages(one) == []


def test_a_changed_hash_from_a_stranger_is_ignored(belarus_visit):
    page = belarus_visit.page
    for hash_ in ("#actor=%E0%A4%A", "#__proto__=1", f"#path={'a,' * 5_000}b", "#path_number=1e99"):
        page.evaluate("hash => { location.hash = hash; }", hash_)
        page.wait_for_function("actorExplorer.state() === ''")
        assert page.locator("#canvas").is_visible()


def test_a_changed_address_is_followed(belarus_visit):
    belarus_visit.page.evaluate("location.hash = '#actor=putin'")
    belarus_visit.page.locator("#card-title", has_text="Vladimir Putin").wait_for()
    assert belarus_visit.state == "#actor=putin"


def test_an_actor_a_link_names_in_vain_is_said_and_the_rest_is_shown(visit, belarus_page):
    one = visit(belarus_page, "#view=table&path=lukashenko,foo&avoid=opposes")
    assert one.state == "#view=table&avoid=opposes"
    notice = one.page.locator("#notice")
    words = "This link names 'foo', which is not an actor here."
    assert notice.locator("p").inner_text() == words
    one.said(words)
    notice.get_by_role("button", name="Close this notice").click()
    assert notice.is_hidden()
    one.page.evaluate("location.hash = '#actor=putin'")
    one.page.locator("#card-title", has_text="Vladimir Putin").wait_for()
    assert notice.is_hidden()
    one.page.evaluate("location.hash = '#actor=%3Cb%3E,bar'")
    notice.locator("p", has_text="'<b>', 'bar', which are not actors here.").wait_for()


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("#path=lukashenko,vilnius&path_number=50000", "#path=lukashenko,vilnius&path_number=13"),
        ("#path=lukashenko,lukashenko&path_number=3", "#path=lukashenko,lukashenko"),
    ],
)
def test_a_link_to_a_path_that_there_is_not_shows_the_last(visit, belarus_page, asked, shown):
    one = visit(belarus_page, asked)
    assert one.state == shown
    assert one.page.evaluate("location.hash") == shown
    assert "No path" not in one.page.locator("#path-answer").inner_text()
    one.page.evaluate("location.hash = '#path=lukashenko,vilnius&path_number=14'")
    one.page.locator(".path-length", has_text="path 13 of 13").wait_for()
    assert one.page.evaluate("location.hash") == "#path=lukashenko,vilnius&path_number=13"
