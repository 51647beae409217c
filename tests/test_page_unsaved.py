"""What a reader moves and writes is not lost without a word."""

import pytest

pytestmark = pytest.mark.browser
WATCH = "navigator.clipboard.writeText = async (text) => { window.copied = text; };"
LEAVE = """() => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}"""


def note(one):
    place = one.page.locator(".unsaved")
    return place.locator("span").inner_text() if place.is_visible() else ""


def drag(one, actor):
    x, y = one.point(actor)
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x - 60, y + 60, steps=4)
    one.page.mouse.up()


def test_a_moved_actor_is_offered_to_be_kept_until_it_is(visit, belarus_page):
    one = visit(belarus_page, watch=WATCH)
    assert note(one) == ""
    drag(one, "germany")
    assert note(one) == "You moved 1 actor. A reload loses that."
    assert not one.page.evaluate(LEAVE)
    one.page.get_by_role("button", name="Undo", exact=True).click()
    assert note(one) == ""
    one.page.get_by_role("button", name="Redo", exact=True).click()
    one.page.locator(".unsaved").get_by_role("button", name="Copy link").click()
    one.page.locator(".unsaved").wait_for(state="hidden")
    link = one.page.evaluate("copied")
    assert "moved=germany," in link
    again = visit(belarus_page, link[link.index("#") :])
    assert note(again) == ""


def test_a_written_note_is_asked_about_when_the_page_is_left(visit, belarus_page):
    one = visit(belarus_page, "#actor=minsk", watch=WATCH)
    assert not one.page.evaluate(LEAVE)
    one.page.locator(".own-note summary").click()
    one.page.get_by_label("Note on Minsk").fill("Ask again.")
    drag(one, "germany")
    assert note(one) == "You moved 1 actor and wrote 1 note. A reload loses that."
    assert one.page.evaluate(LEAVE)
    with one.page.expect_download() as download:
        one.page.locator(".unsaved").get_by_role("button", name="Save layout").click()
    assert download.value.suggested_filename == "layout.json"
    assert note(one) == ""
    assert not one.page.evaluate(LEAVE)


def test_the_offer_can_be_closed_and_comes_back_with_the_next_change(visit, belarus_page):
    one = visit(belarus_page)
    drag(one, "germany")
    one.page.get_by_role("button", name="Close this note").click()
    assert note(one) == ""
    drag(one, "vilnius")
    assert note(one) == "You moved 2 actors. A reload loses that."
