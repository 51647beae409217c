"""What is cited of a path on the page: its id, its sources, when there is one; times of steps."""

from urllib.parse import quote

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def open_path(visit, belarus_page):
    """A function that opens the page with a path."""

    def open_page(more=""):
        return visit(belarus_page, f"#path=lukashenko,vilnius&panel=path{more}").page

    return open_page


def test_a_path_has_the_id_of_the_terminal(open_path, belarus):
    page = open_path()
    path = belarus.path("Lukashenko", "Vilnius").paths[0]
    assert page.locator(".path-id").inner_text() == path.id


def test_it_says_when_there_is_a_path(open_path, belarus):
    page = open_path()
    page.get_by_text("When is there a path?").click()
    history = belarus.path_history("Lukashenko", "Vilnius")
    shown = page.locator(".path-periods li").all_inner_texts()
    assert shown == [period.sentence for period in history.periods]


def test_steps_may_be_asked_to_hold_at_once(open_path):
    page = open_path("&path_times=together")
    assert page.locator("#path-times").input_value() == "together"
    page.locator("#path-times").select_option("in_order")
    page.wait_for_function("location.hash.includes('path_times=in_order')")
    page.locator("#path-by").select_option("voices")
    page.wait_for_function("!location.hash.includes('path_times')")


def test_sources_are_copied_for_reference_managers(open_path):
    page = open_path()
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="Copy BibTeX").click()
    assert page.evaluate("window.copied").startswith("@misc{")
    page.get_by_role("button", name="Copy CSL-JSON").click()
    assert '"type": "document"' in page.evaluate("window.copied")


def test_a_copied_link_finds_the_path_again_by_its_id(open_path, visit, belarus_page, belarus):
    page = open_path("&avoid=borders")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.get_by_role("button", name="Copy link", exact=True).click()
    link = page.evaluate("window.copied")
    path = belarus.path("Lukashenko", "Vilnius").paths[0]
    again = visit(belarus_page, f"#{link.partition('#')[2]}")
    assert again.page.input_value("#ask") == f"cite {path.id}"
    shown = again.page.inner_text("#ask-answer")
    assert shown.startswith("This path still stands, on the same relations.")
    assert all(actor.name in shown for actor in path.actors)
    assert "avoid=borders" in again.state


def test_it_says_where_the_data_no_longer_hold_a_path(visit, belarus_page, belarus):
    first, *_, last = belarus.path("Lukashenko", "Vilnius").paths[0].id.split(".")
    asked = quote(f"{first}.rgone.ralso.{last}")
    page = visit(belarus_page, f"#ask={asked}&panel=ask").page
    shown = page.inner_text("#ask-answer")
    assert "This path no longer stands: a step of it has no relation left." in shown
    assert "Gone: rgone, ralso." in shown
