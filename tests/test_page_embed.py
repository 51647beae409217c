"""A page written for a frame is a bare view at 600 by 400, and the page it always was in full."""

import pytest

import graph
from explorer.page import Presentation, build_page

pytestmark = pytest.mark.browser
HIDDEN = [".masthead h1", ".views", "#time", "#panel", "#filters", "#dock"]


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    path = tmp_path_factory.mktemp("bare") / "page.html"
    told = Presentation("Belarus and the war", embed=True, theme="dark")
    path.write_text(build_page(graph.load_example(), told), encoding="utf-8", newline="\n")
    return path


def is_seen(one, place):
    box = one.page.locator(place).bounding_box()
    return box is not None and box["width"] > 2


def test_it_is_the_canvas_and_a_line_until_something_is_chosen(bare, visit):
    one = visit(bare, width=600, height=400)
    shown = one.page
    assert [place for place in HIDDEN if is_seen(one, place)] == []
    canvas = shown.locator("#canvas").bounding_box()
    assert (canvas["width"], canvas["height"] > 350) == (600, True)
    assert shown.locator(".embed-line").inner_text().split("\n") == [
        "Legend", "Belarus and the war", "Open in full",
    ]  # fmt: skip
    shown.mouse.click(*one.point("lukashenko"))
    assert shown.locator("#card-title").inner_text() == "Alexander Lukashenko"
    assert shown.locator("#canvas").bounding_box()["width"] == 300
    x, y = one.point("lukashenko")
    assert 0 < x < 300
    assert 0 < y < 360
    assert one.drawing["scale"] >= 0.6
    shown.locator("#panel .sheet-close").click()
    assert not is_seen(one, "#panel")
    assert shown.evaluate("document.activeElement.id") == "canvas"


def test_its_legend_filters_and_its_keys_work(bare, visit):
    one = visit(bare, width=600, height=400)
    shown, legend = one.page, one.page.locator("#embed-legend")
    legend.click()
    assert legend.get_attribute("aria-expanded") == "true"
    shown.locator('[data-key="open tension"]').click()
    shown.locator(".legend-toggle", has_text="opposes").click()
    assert one.state == "#avoid=opposes"
    shown.keyboard.press("Escape")
    assert (legend.get_attribute("aria-expanded"), is_seen(one, "#filters")) == ("false", False)
    assert shown.evaluate("document.activeElement.id") == "embed-legend"
    shown.keyboard.press("/")
    assert is_seen(one, "#search")
    shown.keyboard.type("putin")
    shown.keyboard.press("Enter")
    assert (one.state, is_seen(one, "#search")) == ("#actor=putin&avoid=opposes", False)
    assert shown.locator("#card-title").inner_text() == "Vladimir Putin"
    link = shown.locator(".embed-full").get_attribute("href")
    assert link == "?full#actor=putin&avoid=opposes"
    shown.keyboard.press("Escape")
    shown.keyboard.press("Escape")
    assert (one.state, is_seen(one, "#panel")) == ("#avoid=opposes", False)
    shown.keyboard.press("p")
    assert is_seen(one, "#panel-path")
    shown.keyboard.press("Escape")
    shown.keyboard.press("Escape")
    shown.keyboard.press("t")
    assert is_seen(one, "#view-table table")


def test_in_full_it_is_the_page_as_always(bare, visit):
    one = visit(bare, "?full#actor=putin", width=1440, height=900)
    assert all(is_seen(one, place) for place in (".masthead h1", ".views", "#panel", "#filters"))
    assert one.page.locator(".embed-line").count() == 0
    assert one.state == "#actor=putin"


def test_on_paper_it_has_its_title_legend_and_sources(bare, visit):
    one = visit(bare, "#actor=putin", width=600, height=400)
    one.page.emulate_media(media="print")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert is_seen(one, ".masthead h1")
    assert is_seen(one, ".print-legend")
    assert not is_seen(one, ".embed-line")


def test_a_frame_without_an_address_has_no_way_out(bare, visit, tmp_path):
    import html

    text = html.escape(bare.read_text(encoding="utf-8"), quote=True)
    outer = tmp_path / "outer.html"
    outer.write_text(
        "<!doctype html><title>outer</title><link rel=icon href=data:,>"
        f'<iframe sandbox="allow-scripts" width="600" height="400" srcdoc="{text}"></iframe>',
        encoding="utf-8",
    )
    frame = visit(outer, width=700, height=500).page.frame_locator("iframe")
    frame.locator("#embed-legend").click()
    assert frame.locator(".legend").is_visible()
    assert not frame.locator(".embed-full").is_visible()


def test_the_readers_own_theme_goes_before_the_authors(bare, visit):
    one = visit(bare, "?full", color_scheme="light")
    html = one.page.locator("html")
    assert html.get_attribute("data-theme") == "dark"
    one.page.get_by_role("button", name="Light or dark").click()
    one.page.reload()
    assert html.get_attribute("data-theme") == "light"
