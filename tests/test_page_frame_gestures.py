"""In a frame the wheel and a finger scroll the page around it; the network is zoomed on purpose."""

import html

import pytest

from explorer.page import Presentation, build_page

pytestmark = pytest.mark.browser

HINT = ".gesture-hint.is-shown"


@pytest.fixture
def article(visit, belarus, tmp_path):
    """A function that opens an article with the page in a frame, longer than the window."""

    def open_article(**context):
        text = html.escape(build_page(belarus, Presentation(embed=True, story=False)), quote=True)
        frame = f'<iframe title="map" width="640" height="480" srcdoc="{text}"></iframe>'
        style = "<style>p { height: 2000px }</style>"
        path = tmp_path / "article.html"
        path.write_text(
            "<!doctype html><title>article</title><link rel=icon href=data:,>"
            f'<meta name=viewport content="width=device-width">{style}{frame}<p>text</p>',
            encoding="utf-8",
        )
        one = visit(path, width=800, height=700, watch="", **context)
        frame = one.page.frames[1]
        frame.locator("#canvas canvas").first.wait_for()
        return one, frame

    return open_article


def scale(frame):
    wait = "new Promise((done) => setTimeout(done, 150))"
    return frame.evaluate(f"{wait}.then(() => actorExplorer.drawing().scale)")


def scrolled(one):
    return one.page.evaluate("scrollY")


def test_the_wheel_scrolls_the_article_and_a_hint_says_how_to_zoom(article):
    one, frame = article()
    before = scale(frame)
    one.page.mouse.move(400, 250)
    one.page.mouse.wheel(0, 120)
    frame.locator(HINT, has_text="Hold Ctrl and scroll to zoom").wait_for()
    assert not frame.locator("#tip").is_visible()  # nothing over the hint
    assert scale(frame) == before
    assert scrolled(one) == 120


def test_ctrl_or_a_click_into_it_zooms_until_the_pointer_leaves(article):
    one, frame = article()
    before = scale(frame)
    one.page.mouse.move(400, 250)
    one.page.keyboard.down("Control")
    one.page.mouse.wheel(0, -120)
    one.page.keyboard.up("Control")
    nearer = scale(frame)
    assert nearer > before
    box = frame.locator("#canvas").bounding_box()
    one.page.mouse.click(box["x"] + 20, box["y"] + 20)
    one.page.mouse.wheel(0, -120)
    nearest = scale(frame)
    assert nearest > nearer
    assert scrolled(one) == 0
    one.page.mouse.move(400, 600)
    one.page.mouse.move(400, 250)
    one.page.mouse.wheel(0, 120)
    assert scale(frame) == nearest
    assert scrolled(one) == 120


def drag_fingers(one, *ways):
    """Fingers that go along straight lines, each from one point to another."""
    session = one.page.context.new_cdp_session(one.page)

    def touch(kind, share):
        points = [
            {"x": x + share * (to_x - x), "y": y + share * (to_y - y), "id": i}
            for i, ((x, y), (to_x, to_y)) in enumerate(ways)
        ]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 0)
    for step in range(1, 11):
        touch("touchMove", step / 10)
        one.page.wait_for_timeout(16)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_one_finger_scrolls_the_article_and_two_zoom(article):
    one, frame = article(has_touch=True)
    before = scale(frame)
    drag_fingers(one, ((400, 300), (400, 150)))
    frame.locator(HINT, has_text="with two fingers").wait_for()
    assert scale(frame) == before
    assert scrolled(one) > 50
    before_rest = -1
    while before_rest != (before_rest := scrolled(one)):  # the article goes on for a moment
        one.page.wait_for_timeout(200)
    one.page.evaluate("scrollTo(0, 0)")
    drag_fingers(one, ((380, 200), (300, 220)), ((420, 200), (500, 220)))
    assert scale(frame) == pytest.approx(5 * before, rel=0.1)
    assert scrolled(one) == 0


def test_a_page_of_its_own_has_the_wheel(belarus_visit):
    before = belarus_visit.drawing["scale"]
    box = belarus_visit.page.locator("#canvas").bounding_box()
    belarus_visit.page.mouse.move(box["x"] + 300, box["y"] + 200)
    belarus_visit.page.mouse.wheel(0, -120)
    assert belarus_visit.drawing["scale"] > before
    assert belarus_visit.page.locator(".gesture-hint").count() == 0
