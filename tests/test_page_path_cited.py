"""What is cited of a path on the page: its id, its sources, when there is one; times of steps."""

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
