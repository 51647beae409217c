"""The years are a filter: by brush, by keyboard, by playing."""

import pytest

pytestmark = pytest.mark.browser


def test_a_year_typed_keeps_what_may_hold_then(belarus, belarus_visit):
    for name in ("From", "to"):
        field = belarus_visit.page.locator("#time").get_by_label(name, exact=True)
        field.fill("2022-08")
        field.press("Tab")
    assert belarus_visit.state == "#at=2022-08"
    assert belarus_visit.drawing["relations"] == len(belarus.at("2022-08").relation_rows)


def test_undated_relations_can_be_left_out_and_their_number_is_said(belarus, visit, belarus_page):
    one = visit(belarus_page, "#at=2020")
    undated = sum(not relation.start and not relation.end for relation in belarus.relation_rows)
    label = one.page.locator("#time label[for=undated]")
    assert label.inner_text() == f"Keep {undated} undated relations"
    one.page.get_by_label("undated").uncheck()
    kept = belarus.at("2020", certain=True).relation_rows
    assert one.drawing["relations"] == len(kept)
    assert label.inner_text() == f"Keep {undated} undated relations"


def test_dragging_over_the_bars_chooses_a_period(belarus_visit):
    box = belarus_visit.page.locator(".histogram").bounding_box()
    middle = box["y"] + box["height"] / 3
    belarus_visit.page.mouse.move(box["x"] + box["width"] - 4, middle)
    belarus_visit.page.mouse.down()
    belarus_visit.page.mouse.move(box["x"] + box["width"] - 60, middle, steps=4)
    belarus_visit.page.mouse.up()
    assert "from=20" in belarus_visit.state
    assert "to=2022" in belarus_visit.state
    belarus_visit.page.get_by_role("button", name="All years").click()
    assert belarus_visit.state == ""


def test_a_wrong_date_filters_nothing_and_is_said(belarus_visit):
    field = belarus_visit.page.locator("#time").get_by_label("From", exact=True)
    field.fill("soon")
    field.press("Tab")
    belarus_visit.said(
        "'soon' is not a date. Write a year (2022), a month (2022-08) or a day (2022-08-08)."
    )
    assert field.get_attribute("aria-invalid") == "true"
    assert belarus_visit.state == ""


def labels(one, place):
    return one.page.locator(f"{place} .year-label").all_text_contents()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_axis_breaks_where_early_years_are_drawn_together(visit, belarus_page, width):
    one = visit(belarus_page, "#view=timeline", width=width)
    assert "1795 … 1981" in labels(one, ".timeline-axis")
    assert "1795" not in labels(one, ".timeline-axis")
    assert one.page.locator(".timeline-axis .axis-break").count() == 1


def test_the_first_bar_says_which_years_it_stands_for(belarus_visit):
    assert labels(belarus_visit, ".histogram")[0] == "1795 … 1981"
    assert belarus_visit.page.locator(".histogram .axis-break").count() == 1


@pytest.mark.parametrize("width", [1440, 390])
def test_no_line_of_the_timeline_is_cut(visit, belarus_page, width):
    one = visit(belarus_page, "#view=timeline", width=width)
    for row in one.page.locator(".timeline-row .span").all():
        room = float(row.get_attribute("width"))
        start, end = map(float, row.locator("path[stroke]").get_attribute("d")[1:].split(" 11H"))
        assert start >= 0
        assert end <= room
        dots = [float(x.get_attribute("cx")) for x in row.locator("circle").all()]
        assert all(4 <= x <= room - 4 for x in dots)
        if len(dots) == 1:
            assert end - start >= 20


def test_the_timeline_says_what_is_contested(visit, belarus_page):
    one = visit(belarus_page, "#view=timeline")
    rows = one.page.locator(".timeline-row button", has_text="Lukashenko leads Belarus")
    flags = [row.locator(".flag").all_text_contents() for row in rows.all()]
    assert flags == [["contested"], ["disputed"]]


def test_the_timeline_says_and_marks_which_years_are_chosen(visit, belarus_page):
    one = visit(belarus_page, "#view=timeline&from=2020&to=2020&undated=no")
    said = one.page.locator("#view-timeline .table-head").inner_text()
    assert "dated relations that may have held in 2020." in said
    bands = one.page.locator(".timeline-row .span .brush")
    assert bands.count() == one.page.locator(".timeline-row").count()
    start, width = (float(bands.first.get_attribute(name)) for name in ("x", "width"))
    began = one.page.locator(".timeline-row", has_text="from 2020").first.locator("circle").first
    assert start <= float(began.get_attribute("cx")) <= start + width


def test_arrows_move_a_field_by_a_year(belarus_visit):
    field = belarus_visit.page.locator("#time").get_by_label("to", exact=True)
    field.press("ArrowDown")
    assert belarus_visit.state == "#to=2021"


def test_playing_goes_year_by_year(visit, belarus_page):
    one = visit(belarus_page, "#at=2019")
    one.page.get_by_role("button", name="Play").click()
    bars = one.page.locator(".histogram .year:not(.is-off)")
    before = bars.get_attribute("x")
    one.page.locator(f".histogram .year:not(.is-off):not([x='{before}'])").wait_for()
    one.page.get_by_role("button", name="Pause").click()
    assert one.state in {"#at=2020", "#at=2021"}


def test_a_wrong_date_stays_in_sight_and_the_other_field_waits_for_it(belarus_visit):
    page = belarus_visit.page
    first, last = (page.locator("#time").get_by_label(name, exact=True) for name in ("From", "to"))
    first.fill("2022-13")
    last.fill("2022")
    last.press("Tab")
    hint = page.locator("#time-hint")
    assert hint.inner_text().startswith("'2022-13' is not a date. Write a year (2022)")
    assert first.get_attribute("aria-describedby") == "time-hint"
    assert (first.get_attribute("aria-invalid"), belarus_visit.state) == ("true", "")
    first.fill("2021-13")
    first.fill("2021-12")
    first.press("Tab")
    assert hint.is_hidden()
    assert belarus_visit.state == "#from=2021-12&to=2022"


def test_another_period_takes_a_wrong_date_away(belarus_visit):
    first = belarus_visit.page.locator("#time").get_by_label("From", exact=True)
    first.fill("soon")
    first.press("Tab")
    belarus_visit.page.evaluate("location.hash = '#at=2020'")
    belarus_visit.page.locator("#time-hint").wait_for(state="hidden")
    assert (first.input_value(), first.get_attribute("aria-invalid")) == ("2020", "false")


def pull(one, start, end):
    """Drag over the chart from the middle of a bar, or from an edge, to another."""
    box = one.page.locator(".histogram").bounding_box()
    one.page.mouse.move(box["x"] + start, box["y"] + 24)
    one.page.mouse.down()
    one.page.mouse.move(box["x"] + end, box["y"] + 24, steps=6)
    one.page.mouse.up()


def test_the_brush_is_moved_pulled_at_its_edges_and_drawn_anew(visit, belarus_page):
    one = visit(belarus_page, "#from=2000&to=2005")
    bars = one.page.locator(".histogram .year")
    step = one.page.locator(".histogram").bounding_box()["width"] / bars.count()
    chosen = one.page.locator(".histogram .year:not(.is-off)")
    left = float(chosen.first.get_attribute("x"))
    pull(one, left + 3.5 * step, left + 6.5 * step)  # from its middle: the period is moved
    assert one.state == "#from=2003&to=2008"
    pull(one, left + 9 * step, left + 11.5 * step)  # at its end
    assert one.state == "#from=2003&to=2011"
    pull(one, left + 3 * step, left + 5.5 * step)  # at its beginning
    assert one.state == "#from=2005&to=2011"
    pull(one, left + 8.5 * step, left + 90 * step)  # moved to the end of the chart, at most
    assert one.state == "#from=2016&to=2022"
    pull(one, left + 18.5 * step, left + 18.5 * step)  # a click beside it: one year
    assert one.state == "#at=2018"
    pull(one, left + 2.5 * step, left + 4.5 * step)  # beside it: a new period
    assert one.state == "#from=2002&to=2004"
    for _ in range(6):
        one.page.get_by_role("button", name="Undo", exact=True).click()
    assert one.state == "#from=2000&to=2005"
