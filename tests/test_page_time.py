"""The years are a filter: by brush, by keyboard, by playing."""

import re

import pytest
from labels import say
from playwright.sync_api import expect
from scenes import drawn

import graph

pytestmark = pytest.mark.browser


@pytest.fixture
def belarus_visit(belarus_visit):
    belarus_visit.open_years()
    return belarus_visit


def test_a_year_typed_keeps_what_may_hold_then(belarus, belarus_visit):
    for name in ("From", "to"):
        field = belarus_visit.page.locator("#time").get_by_label(name, exact=True)
        field.fill("2022-08")
        field.press("Tab")
    assert belarus_visit.state == "#at=2022-08"
    assert belarus_visit.drawing["relations"] == len(belarus.at("2022-08").relation_rows)


def test_what_may_hold_is_counted_and_can_be_left_out(belarus, visit, belarus_page):
    one = visit(belarus_page, "#at=2020")
    at_2020 = belarus.at("2020")
    many, may_hold = len(at_2020.relation_numbers), at_2020.may_hold_count
    said = one.page.locator("#time .time-said")
    assert said.inner_text() == (
        f"Of {many} relations, {many - may_hold} certainly hold in 2020. The other {may_hold} may "
        "hold then: their start or end is not known."
    )
    assert one.page.locator("#plate-count").inner_text().endswith(f", {may_hold} may hold in 2020")
    one.page.get_by_label("Only what holds for certain").check()
    assert one.state == "#at=2020&certain=yes"
    assert one.drawing["relations"] == len(belarus.at("2020", certain=True).relation_rows)
    assert "may hold" not in said.inner_text()


def test_nothing_is_asked_about_certainty_without_a_date(belarus_visit):
    assert belarus_visit.page.get_by_label("Only what holds for certain").is_disabled()


def test_actors_that_do_not_exist_at_the_date_are_not_drawn(belarus, visit, belarus_page):
    one = visit(belarus_page, "#at=1700")
    assert one.drawing["actors"] == drawn(lambda net: net.at("1700"))(belarus)


def test_a_former_link_still_leaves_out_what_is_undated(visit, belarus_page):
    one = visit(belarus_page, "#at=2020&undated=no")
    assert one.page.get_by_label("Only what holds for certain").is_checked()


def test_the_key_of_the_chart_says_what_is_not_drawn(belarus, belarus_visit):
    open_ends = {"", "..", "ended"}
    yearless = sum(not row.start and row.end in open_ends for row in belarus.relation_rows)
    key = belarus_visit.page.locator("#time .time-key").inner_text()
    assert "start in that year" in key
    assert "hold or may hold then" in key
    assert f"{yearless} relations have no year, so no bar" in key


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


@pytest.mark.nightly(but_each=2)
@pytest.mark.parametrize("width", [1440, 390])
def test_no_line_of_the_timeline_is_cut(visit, belarus_page, width):
    one = visit(belarus_page, "#view=timeline", width=width)
    for row in one.page.locator(".timeline-row .span").all():
        room = float(row.get_attribute("width"))
        drawn = row.evaluate(
            """(svg) => [...svg.querySelectorAll(".line, .fading, circle, .mark")]
                .map((part) => part.getBBox()).map(({ x, width }) => [x, x + width])"""
        )
        assert min(start for start, _ in drawn) >= 0
        assert max(end for _, end in drawn) <= room + 0.01


def test_the_timeline_says_what_is_contested(visit, belarus_page):
    one = visit(belarus_page, "#view=timeline")
    rows = one.page.locator(".timeline-row button", has_text="Lukashenko leads Belarus")
    flags = [row.locator(".flag").all_text_contents() for row in rows.all()]
    assert flags == [["contested"], ["disputed by many leaders in the EU and the United States"]]


def test_the_timeline_says_and_marks_which_years_are_chosen(visit, belarus_page):
    one = visit(belarus_page, "#view=timeline&from=2020&to=2020")
    said = one.page.locator("#view-timeline .table-head").inner_text()
    assert "dated relations that hold or may hold in 2020." in said
    bands = one.page.locator(".timeline-row .span .brush")
    assert bands.count() == one.page.locator(".timeline-row").count()
    start, width = (float(bands.first.get_attribute(name)) for name in ("x", "width"))
    began = one.page.locator(".timeline-row", has_text="from 2020").first.locator("circle").first
    assert start <= float(began.get_attribute("cx")) <= start + width


def test_arrows_move_a_field_by_a_year(belarus_visit):
    field = belarus_visit.page.locator("#time").get_by_label("to", exact=True)
    field.press("ArrowDown")
    assert belarus_visit.state == "#to=2021"


SMALL = 900  # pixels; a narrower window has a dock
OLD = [
    "a,Rome,state,-753,..",
    "c,Cid,organisation,,",
    "d,Dag,organisation,,ended",
]
OLD_RELATIONS = [
    "a,c,opposes,-43,-30",
    "a,c,ally,856,0877",
    "a,c,funds,1450~,1460",
    "a,c,supports,185X,186X",
    "a,d,member_of,2005,ended",
    "a,c,leads,2010,..",
    "a,d,donated_to,2011,",
    "c,a,hosts,,2012",
]


@pytest.fixture
def old_visit(visit, page_of, tmp_path):
    (tmp_path / "actors.csv").write_text("\n".join(["id,name,kind,start,end", *OLD]))
    columns = "source,target,type,start,end"
    (tmp_path / "relations.csv").write_text("\n".join([columns, *OLD_RELATIONS]))
    return lambda state, **size: visit(page_of(graph.load(tmp_path)), state, **size)


def show_years(one):
    """Open the years: they are drawn when they are seen."""
    one.page.get_by_role("tab", name="Network").click()
    small = one.page.viewport_size["width"] < SMALL
    one.page.get_by_role("button", name="Time" if small else "Show the years", exact=True).click()
    one.page.locator(".histogram .year").first.wait_for()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_axis_breaks_where_nothing_changes_for_long(old_visit, width):
    one = old_visit("#view=timeline", width=width)
    assert labels(one, ".timeline-axis")[0] == "-43"
    row = one.page.locator(".timeline-row .span").first
    assert row.locator(".early-years").count() == 4
    assert one.page.locator(".timeline-axis .axis-break").count() == 4
    show_years(one)
    assert one.page.locator(".histogram .axis-break").count() == 4


def test_a_bar_says_its_years_and_counts(old_visit):
    one = old_visit("")
    show_years(one)
    titles = one.page.locator(".histogram title").all_text_contents()
    assert titles[0] == "-43 … -41: 1 starts, 2 hold or may hold"
    assert titles[-1] == "2012: 0 start, 3 hold or may hold"
    assert labels(one, ".histogram")[0] == "-43"


def test_playing_goes_from_change_to_change(old_visit):
    one = old_visit("#at=1455")
    one.page.get_by_role("button", name="Play").click()
    assert one.state == "#at=1460"
    expect(one.page).to_have_url(re.compile("#at=185X$"))
    one.page.get_by_role("button", name="Pause").click()
    assert one.state in {"#at=185X", "#at=186X"}


def test_what_changes_at_a_date_is_told_and_announced(old_visit):
    one = old_visit("#at=2005")
    changes = one.page.locator(".time-changes")
    begun = f"Begins: {say('Rome [member_of!] Dag')} (from 2005, ended)."
    assert changes.inner_text().strip() == begun
    for name in ("to", "From"):
        field = one.page.locator("#time").get_by_label(name, exact=True)
        field.fill("2012")
        field.press("Tab")
    one.said(f"Ends: {say('Cid [hosts!] Rome')} (until 2012).")
    one.page.get_by_role("button", name="All years").click()
    assert changes.is_hidden()


def test_keys_move_the_period_and_pull_its_ends(visit, belarus_page):
    one = visit(belarus_page, "#from=2000&to=2005")
    years = one.page.get_by_role("slider", name="Period")
    assert years.get_attribute("aria-valuetext") == "2000 … 2005"
    for key, state in [
        ("ArrowRight", "#from=2001&to=2006"),
        ("Shift+ArrowRight", "#from=2001&to=2007"),
        ("Shift+ArrowUp", "#from=2002&to=2007"),
        ("Shift+ArrowDown", "#from=2001&to=2007"),
        ("ArrowLeft", "#from=2000&to=2006"),
    ]:
        years.press(key)
        assert one.state == state
    assert years.get_attribute("aria-valuetext") == "2000 … 2006"
    one.page.get_by_role("button", name="Undo", exact=True).click()
    assert one.state == "#from=2001&to=2007"


def test_open_and_doubtful_ends_and_events_are_drawn_as_such(old_visit):
    one = old_visit("#view=timeline")

    def count(words, marks):
        return one.page.locator(".timeline-row", has_text=words).locator(marks).count()

    assert count("Rome was allied with Cid", "circle") == 2
    assert count("Rome was allied with Cid", ".fading") == 0
    assert count("Rome funded Cid", "circle[fill^=var]") == 1
    assert count("Rome was a member of Dag", ".fading") > 0
    assert count("Rome was a member of Dag", "circle[fill^=var]") == 1
    assert count("Rome leads Cid", ".fading") > 0
    assert count("Rome donated to Dag", ".mark") == 1
    assert count("Rome donated to Dag", ".line") == 0
    assert count("Cid hosted Rome", ".fading") > 0


def test_years_before_our_era_can_be_asked(old_visit):
    one = old_visit("#at=-40")
    assert one.drawing["relations"] == 2  # one of them ended in 2012, and nobody knows its start
    assert "-43 is 44 BC" in one.page.locator("#time .time-key").inner_text()
    field = one.page.locator("#time").get_by_label("From", exact=True)
    assert field.input_value() == "-40"
    field.press("ArrowUp")
    assert one.state == "#at=-39"
    field.press("ArrowDown")
    assert one.state == "#from=-40&to=-39"


def test_a_date_in_doubt_is_not_asked(old_visit):
    one = old_visit("")
    one.open_years()
    field = one.page.locator("#time").get_by_label("From", exact=True)
    field.fill("1450~")
    field.press("Tab")
    one.said("'1450~' is in doubt. Ask about 1450, or a longer span.")
    assert one.state == ""


def test_a_wrong_date_stays_in_sight_and_the_other_field_waits_for_it(belarus_visit):
    page = belarus_visit.page
    first, last = (page.locator("#time").get_by_label(name, exact=True) for name in ("From", "to"))
    first.fill("2022-13")
    last.fill("2022")
    last.press("Tab")
    hint = page.locator("#time-hint")
    assert hint.inner_text().startswith("'2022-13' is not a date: there is no month 13.")
    assert first.get_attribute("aria-describedby") == "time-hint"
    assert (first.get_attribute("aria-invalid"), belarus_visit.state) == ("true", "")
    first.fill("2021-13")
    first.fill("2021-12")
    first.press("Tab")
    assert hint.is_hidden()
    assert belarus_visit.state == "#from=2021-12&to=2022"


def test_dates_the_wrong_way_round_are_refused(belarus_visit):
    page = belarus_visit.page
    first, last = (page.locator("#time").get_by_label(name, exact=True) for name in ("From", "to"))
    first.fill("2022")
    last.fill("2020")
    last.press("Tab")
    belarus_visit.said("2020 is before 2022. Swap the two dates.")
    assert page.locator("#time-hint").inner_text() == "2020 is before 2022. Swap the two dates."
    assert (first.input_value(), last.input_value()) == ("2022", "2020")
    assert belarus_visit.state == "#from=2022"
    last.fill("2023")
    last.press("Tab")
    assert belarus_visit.state == "#from=2022&to=2023"
    assert page.locator("#time-hint").is_hidden()


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
