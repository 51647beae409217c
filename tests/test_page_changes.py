"""The view of the timeline draws how the network changes, as `explore timeline` tells it."""

import pytest
from terminal import run
from tiny_network import network

pytestmark = pytest.mark.browser

CHANGES = "#view=timeline&timeline=changes"
LINES = ("a ally b start=2001 end=2003", "b opposes c start=2003", "a ally c start=2005")


def read_table(one):
    rows = one.page.locator(".periods tbody tr")
    rows.first.wait_for()
    return [
        row.locator("th, td").all_inner_texts()
        for row in (rows.nth(i) for i in range(rows.count()))
    ]


def list_printed(*options):
    """List the cells of the table that the terminal prints as Markdown."""
    printed = run("--example", "timeline", *options, "--format", "markdown").stdout
    rows = [line for line in printed.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows[2:]]


def test_the_table_is_that_of_the_terminal(belarus, belarus_page, visit):
    one = visit(belarus_page, "#view=timeline")
    button = one.page.get_by_role("button", name="Changes of the network")
    button.press("Enter")
    assert one.state == CHANGES
    assert button.get_attribute("aria-pressed") == "true"
    assert one.page.evaluate("document.activeElement.dataset.key") == "timeline changes"
    assert read_table(one) == list_printed()
    answer = belarus.timeline()
    text = one.page.locator("#view-timeline").inner_text()
    assert answer.sentence in text
    assert all(note in text for note in answer.notes)
    one.page.get_by_role("button", name="Undo", exact=True).click()
    assert one.state == "#view=timeline"
    one.assert_quiet()


def test_it_follows_the_filters_and_shades_the_years_that_are_chosen(belarus, belarus_page, visit):
    one = visit(belarus_page, f"#avoid=borders&certain=yes&rank_by=degree&{CHANGES[1:]}")
    assert read_table(one) == list_printed("--avoid", "borders", "--certain", "--by", "degree")
    assert one.page.locator(".series-chosen").count() == 0
    one.page.locator(".periods").get_by_role("button", name="2020", exact=True).click()
    assert "from=2020&to=2020" in one.state
    assert one.page.locator(".series-chosen").count() == one.page.locator(".series").count()
    assert read_table(one) == list_printed("--avoid", "borders", "--certain", "--by", "degree")
    one.page.get_by_role("tab", name="Network").click()
    assert one.drawing["relations"] == len(
        belarus.avoid("borders").at("2020", certain=True).relation_rows
    )


def test_charts_have_one_axis_and_say_their_values(page_of, visit):
    one = visit(page_of(network(*LINES)), CHANGES)
    charts = one.page.locator(".series")
    titles = ["Relations", "Actors", "Components", "Frustration index", "Balanced triangles"]
    titles += ["Larger camp", "Smaller camp", "Density"]
    assert charts.locator("strong").all_inner_texts()[:8] == titles
    camps = [charts.nth(i).locator(".series-ground title").all_text_contents() for i in (5, 6)]
    sizes = [[each.rsplit(": ", 1)[1] for each in told] for told in camps]
    assert sizes == [["2", "2", "1", "2"], ["0", "1", "1", "1"]]
    assert charts.first.inner_text().startswith("Relations\n1 to 2")
    # 2001 to 2002, 2003, 2004, from 2005: one, two, one and two relations.
    told = charts.first.locator(".series-ground title").all_text_contents()
    assert told == ["2001 to 2002: 1", "2003: 2", "2004: 1", "from 2005: 2"]
    grounds = [charts.nth(i).locator(".series-ground") for i in (0, 1)]
    edges = [[each.nth(i).bounding_box()["width"] for i in range(4)] for each in grounds]
    assert edges[0] == pytest.approx(edges[1], abs=0.01)
    assert edges[0][0] == pytest.approx(2 * edges[0][1], abs=0.5)
    lines = charts.first.locator(".series-line").get_attribute("d")
    assert lines.count("V") == 3  # a step between two periods each


def test_at_390_pixels_the_table_alone_scrolls_sideways(belarus_page, visit):
    one = visit(belarus_page, CHANGES, width=390, height=844, has_touch=True)
    read_table(one)
    view = "document.querySelector('#view-timeline')"
    assert one.page.evaluate(f"{view}.scrollWidth <= {view}.clientWidth")
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    widths = [one.page.locator(".series svg").nth(i).bounding_box() for i in range(3)]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in widths)


def test_paper_has_the_charts_in_light_colours(belarus_page, visit):
    one = visit(belarus_page, CHANGES, color_scheme="dark")
    read_table(one)
    one.page.emulate_media(media="print")
    printed = one.page.locator("#print")
    printed.locator(".series").first.wait_for()
    assert printed.locator(".series").count() == 11
    assert printed.locator("tbody tr").count() == 16
    inks = one.page.evaluate(
        """["#print .series-line", "#print .early-years"].map((selector) => {
          const style = getComputedStyle(document.querySelector(selector));
          return selector.endsWith("line") ? style.stroke : style.fill;
        })"""
    )
    assert inks == ["rgb(0, 0, 0)", "rgb(242, 242, 240)"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("a ally b",), "No relation has a date: the network is the same at any time."),
        (("a ally b start=2001",), "1 period from 2001 on."),
    ],
)
def test_little_is_told_where_little_is_dated(page_of, visit, lines, said):
    one = visit(page_of(network(*lines)), CHANGES)
    one.page.get_by_text(said).wait_for()
    one.assert_quiet()
