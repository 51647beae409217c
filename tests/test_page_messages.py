"""What the reader does is answered in sight, and nothing is called done that a frame forbids."""

import pytest
from tiny_network import network

pytestmark = pytest.mark.browser

SITE = "https://newsroom.test"
EXPORTS = ["Picture (PNG", "Vector drawing", "Actors (CSV)", "Everything (JSON)", "layout.json"]
NO_COPYING = """
navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
document.execCommand = () => false;
"""


@pytest.fixture(scope="module")
def html(page_of):
    return page_of(network("Ann funds Bob", "Bob leads Cyd"), title="Three").read_text("utf-8")


@pytest.fixture
def framed(chromium, html):
    """A function that opens the page in a frame with a sandbox; return the frame."""
    contexts = []

    def open_frame(sandbox):
        bodies = {"/": f'<iframe width=900 height=700 sandbox="{sandbox}" src="/page"></iframe>'}
        context = chromium.new_context()
        contexts.append(context)
        context.route(
            "**/*",
            lambda route: route.fulfill(
                body=bodies.get(route.request.url.removeprefix(SITE), html),
                headers={"content-type": "text/html; charset=utf-8"},
            ),
        )
        page = context.new_page()
        page.goto(f"{SITE}/")
        return page.frame_locator("iframe")

    yield open_frame
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit, page_of):
    return visit(page_of(network("Ann funds Bob", "Bob leads Cyd"), title="Three")).page


def message(place, words):
    place.locator("#toast.is-seen", has_text=words).wait_for()


def choose(place, item):
    place.get_by_role("button", name="Export", exact=True).click()
    place.locator("#export-menu button", has_text=item).click()


def test_an_export_is_told_with_the_name_of_the_file(page):
    names = set()
    for item in EXPORTS:
        with page.expect_download() as download:
            choose(page, item)
        names.add(name := download.value.suggested_filename)
        message(page, f"Saved as {name}")
        page.keyboard.press("Shift")
        page.locator("#toast:not(.is-seen)").wait_for(state="attached")
    assert len(names) == len(EXPORTS)


def test_copies_and_filters_and_a_download_of_the_table_are_told(page):
    page.evaluate("navigator.clipboard.writeText = async () => {}")
    choose(page, "Copy a link")
    message(page, "Link copied")
    page.locator(".legend-toggle", has_text="funds").click()
    message(page, "1 of 2 relations shown")
    page.get_by_role("button", name="Show all").first.click()
    message(page, "All filters are off")
    page.get_by_role("tab", name="Table").click()
    with page.expect_download():
        page.get_by_role("button", name="Download CSV").click()
    message(page, "Saved as actors.csv")


def test_a_sandbox_that_forbids_downloads_is_not_told_as_done(framed):
    frame = framed("allow-scripts allow-same-origin")
    told = set()
    for item in EXPORTS:
        choose(frame, item)
        words = "is not saved: this frame forbids it. Open the page in a window of its own"
        seen = frame.locator("#toast.is-seen", has_text=words)
        for name in told:  # what was told of the last file is gone
            seen = seen.filter(has_not_text=name)
        told.add(seen.inner_text().split(" is not saved")[0])
    assert len(told) == len(EXPORTS)


def test_where_it_cannot_be_known_nothing_is_called_done(framed):
    frame = framed("allow-scripts")
    choose(frame, "Actors (CSV)")
    message(frame, "If no file arrives, this frame forbids it. Open the page in a window")
    frame.get_by_role("tab", name="Table").click()
    frame.get_by_role("button", name="Download CSV").click()
    message(frame, "actors.csv goes to the browser. If no file arrives")


def test_a_frame_that_forbids_printing_says_what_to_do(framed):
    frame = framed("allow-scripts allow-downloads")
    choose(frame, "Print")
    message(frame, "This frame does not let the page print. Open the page in a window")


def test_a_text_that_may_not_be_copied_is_shown_selected(page):
    page.evaluate(NO_COPYING)
    choose(page, "Copy a link")
    field = page.get_by_role("textbox", name="Text to copy")
    assert field.input_value().endswith("page.html#view=network")
    selected = field.evaluate("node => node.selectionEnd - node.selectionStart")
    assert selected == len(field.input_value())
    page.get_by_role("button", name="Close", exact=True).click()
    assert field.count() == 0


def test_a_theme_chosen_on_one_page_is_not_that_of_others(chromium, page_of):
    net = network("Ann funds Bob")
    pages = {
        "/one": page_of(net).read_text("utf-8"),
        "/two": page_of(net, theme="light").read_text("utf-8"),
    }
    context = chromium.new_context(color_scheme="light")
    context.route(
        "**/*",
        lambda route: route.fulfill(
            body=pages[route.request.url.removeprefix(SITE)],
            headers={"content-type": "text/html; charset=utf-8"},
        ),
    )
    page = context.new_page()
    page.goto(f"{SITE}/one")
    page.get_by_role("button", name="Light or dark").click()
    shown = []
    for name in ("/one", "/two"):
        page.goto(f"{SITE}{name}")
        shown.append(page.locator("html").get_attribute("data-theme"))
    assert shown == ["dark", "light"]
    context.close()
