"""On paper: light colours whatever the screen has, and one sheet for the picture and its words."""

import pytest
from tiny_network import network

pytestmark = pytest.mark.browser

SHEET = {"width": 1017, "height": 688}  # pixels of an A4 sheet on its side, between its margins
KEY = """() => [...document.querySelectorAll("#print .colour-key li")].map((item) =>
  getComputedStyle(item.querySelector("span, i, svg") ?? item, null).backgroundColor)"""
HEIGHTS = """() => {
  const { height } = document.querySelector("#print > svg").getBoundingClientRect();
  return [height, document.getElementById("print").getBoundingClientRect().bottom];
}"""

POINTS = """() => [...document.querySelectorAll("#print > svg text")].map((text) => {
  const { a, b } = text.getScreenCTM();
  return (0.75 * Math.hypot(a, b)) * parseFloat(getComputedStyle(text).fontSize);
})"""

BESIDE = """() => [
  document.querySelector("#print > svg").getBoundingClientRect().right,
  ...[...document.querySelectorAll("#print .print-story p, #print .print-legend li")]
    .map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return range.getBoundingClientRect().left;
    }),
]"""


@pytest.fixture(scope="module")
def rings_page(page_of):
    """Three rings of supporters: a community each."""
    rows = [
        f"{ring}{i} supports {ring}{(i + step) % 6}"
        for ring in ("Ann", "Bob", "Cem")
        for i in range(6)
        for step in (1, 2)
    ]
    rows += ["Ann0 supports Bob0", "Bob3 supports Cem0"]
    return page_of(network(*rows))


def print_on(one):
    one.page.set_viewport_size(SHEET)
    assert one.drawing["actors"]
    one.page.emulate_media(media="print")
    one.page.wait_for_selector("#print > svg")


def test_the_key_has_the_colours_of_the_marks_whatever_the_screen_has(visit, rings_page):
    found = []
    for scheme in ("light", "dark"):
        one = visit(rings_page, "#colour_by=community", color_scheme=scheme)
        print_on(one)
        found.append(one.page.evaluate(KEY))
    light, dark = found
    assert len(light) >= 3
    assert len(set(light)) >= 3
    assert dark == light


def test_the_picture_has_the_sheet_but_for_its_words(visit, rings_page):
    one = visit(rings_page, "#colour_by=community")
    print_on(one)
    height, bottom = one.page.evaluate(HEIGHTS)
    assert height > 0.6 * SHEET["height"]
    assert bottom <= SHEET["height"]


def test_on_its_side_a_sheet_has_a_story_and_the_legend_beside_the_picture(visit, belarus, page_of):
    one = visit(page_of(belarus), "#step=0")
    print_on(one)
    height, _ = one.page.evaluate(HEIGHTS)
    assert height > 0.6 * SHEET["height"]
    end, *starts = one.page.evaluate(BESIDE)
    assert all(start > end for start in starts)


def test_the_legend_counts_relations_as_the_screen_does(visit, belarus, page_of):
    one = visit(page_of(belarus))
    rows = one.page.locator(".group-toggle")
    names = rows.locator(".legend-label").all_inner_texts()
    counts = rows.locator(".count").all_inner_texts()
    print_on(one)
    printed = one.page.locator("#print .print-legend li").all_inner_texts()
    for name, count in zip(names, counts, strict=True):
        assert any(text.startswith(f"{name} ({count}): ") for text in printed)
    assert sum(map(int, counts)) == len(belarus.relation_rows)


@pytest.mark.parametrize("sheet", [(688, 1017), (1017, 688), (720, 960), (965, 710)])
def test_names_have_at_least_seven_points_on_a4_and_letter(visit, rings_page, sheet):
    assert len(list_points(visit(rings_page, width=1920, height=1080), sheet)) >= 10


def test_signs_of_claims_are_as_legible(visit, belarus_page):
    one = visit(belarus_page, width=1920, height=1080)
    list_points(one, (688, 1017))
    texts = one.page.locator("#print > svg text").all_text_contents()
    assert {"?", "×"} <= set(texts)


def list_points(one, sheet):
    assert one.drawing["actors"]
    one.page.emulate_media(media="print")  # as a browser does, before it lays out the sheet
    one.page.wait_for_selector("#print > svg")
    one.page.set_viewport_size({"width": sheet[0], "height": sheet[1]})
    sizes = one.page.evaluate(POINTS)
    assert min(sizes) >= 7
    return sizes
