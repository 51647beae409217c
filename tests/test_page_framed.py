"""Inside a sandboxed frame, as in a notebook, the page works without an address of its own."""

import html

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def framed(visit, tmp_path, belarus_page):
    notebook = tmp_path / "notebook.html"
    frame = frame_of(belarus_page.read_text(encoding="utf-8"))
    notebook.write_text(
        f"<!doctype html><title>notebook</title><link rel=icon href=data:,>{frame}",
        encoding="utf-8",
    )
    return visit(notebook, width=1000, height=700)


def frame_of(page):
    text = html.escape(page, quote=True)
    sandbox = "allow-scripts allow-downloads allow-popups"
    return f'<iframe sandbox="{sandbox}" width="100%" height="640" srcdoc="{text}"></iframe>'


def test_choosing_filtering_and_undoing_work(framed):
    frame = framed.page.frame_locator("iframe")
    box = frame.get_by_role("combobox", name="Search for an actor")
    box.fill("Lukashenko")
    box.press("Enter")
    assert frame.locator("#card-title").inner_text() == "Alexander Lukashenko"
    frame.get_by_role("tab", name="Table").click()
    frame.get_by_role("tab", name="Network").click()
    frame.locator('[data-key="open tension"]').click()
    frame.locator(".legend-toggle", has_text="opposes").click()
    frame.get_by_role("button", name="Undo").click()
    toggle = frame.locator(".legend-toggle", has_text="opposes")
    assert toggle.get_attribute("aria-pressed") == "true"


def test_the_theme_changes_though_nothing_can_be_remembered(framed):
    frame = framed.page.frame_locator("iframe")
    frame.get_by_role("button", name="Light or dark").click()
    assert frame.locator("html").get_attribute("data-theme") == "dark"
