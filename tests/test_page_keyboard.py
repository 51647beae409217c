"""Everything is reachable without a pointer."""

import pytest

pytestmark = pytest.mark.browser


def focused(one):
    return one.page.evaluate("document.activeElement.id")


def press(one, *keys):
    for key in keys:
        one.page.keyboard.press(key)


def test_the_skip_link_leads_to_the_tables(belarus_visit):
    press(belarus_visit, "Tab")
    assert focused(belarus_visit) == "skip"
    press(belarus_visit, "Enter")
    assert belarus_visit.state == "#view=table"
    assert belarus_visit.page.evaluate("document.activeElement.closest('#view-table') !== null")


def test_slash_searches_and_the_keys_are_left_to_the_field(belarus_visit):
    press(belarus_visit, "/")
    belarus_visit.page.keyboard.type("t/f")
    assert belarus_visit.page.get_by_role("combobox", name="Search").input_value() == "t/f"
    assert belarus_visit.state == ""


def test_t_goes_to_the_table_and_back(belarus_visit):
    press(belarus_visit, "t")
    assert belarus_visit.state == "#view=table"
    press(belarus_visit, "t")
    assert belarus_visit.state == ""


def test_p_asks_for_a_path_from_the_chosen_actor(visit, belarus_page):
    one = visit(belarus_page, "#actor=lukashenko")
    press(one, "p")
    assert (
        one.page.get_by_role("combobox", name="From", exact=True).input_value()
        == "Alexander Lukashenko"
    )
    one.page.keyboard.type("Vilnius")
    press(one, "Enter")
    assert one.state == "#path=lukashenko,vilnius"


def test_plus_minus_and_f_zoom_and_fit(belarus_visit):
    scale = belarus_visit.drawing["scale"]
    press(belarus_visit, "+")
    assert belarus_visit.drawing["scale"] == pytest.approx(1.4 * scale)
    press(belarus_visit, "-", "-")
    assert belarus_visit.drawing["scale"] == pytest.approx(scale / 1.4)
    press(belarus_visit, "f")
    assert belarus_visit.drawing["scale"] == pytest.approx(scale)


def test_arrows_move_the_paper(belarus_visit):
    before = belarus_visit.drawing["positions"]["belarus"]
    belarus_visit.page.locator("#canvas").focus()
    press(belarus_visit, "ArrowRight")
    after = belarus_visit.drawing["positions"]["belarus"]
    assert after["x"] == pytest.approx(before["x"] - 60)


def test_arrows_walk_to_a_neighbour_of_the_chosen_actor(visit, belarus, belarus_page):
    one = visit(belarus_page, "#actor=belarus")
    one.page.locator("#canvas").focus()
    here = one.drawing["positions"]["belarus"]
    press(one, "ArrowRight")
    there = one.state.removeprefix("#actor=")
    assert there != "belarus"
    pairs = {frozenset((each.source.id, each.target.id)) for each in belarus.relation_rows}
    assert frozenset(("belarus", there)) in pairs
    assert one.drawing["positions"][there]["x"] > here["x"]


def test_escape_lets_go_step_by_step(visit, belarus_page):
    one = visit(belarus_page, "#actor=putin&ego=1")
    press(one, "Escape")
    assert one.state == "#actor=putin"
    press(one, "Escape")
    assert one.state == ""


def test_the_question_mark_opens_help_and_escape_closes_it(belarus_visit):
    press(belarus_visit, "?")
    assert belarus_visit.page.locator("#help").is_visible()
    press(belarus_visit, "Escape")
    assert belarus_visit.page.locator("#help").is_hidden()


def test_tabs_move_by_arrows(belarus_visit):
    belarus_visit.page.get_by_role("tab", name="Network").focus()
    press(belarus_visit, "ArrowRight")
    assert focused(belarus_visit) == "tab-table"
    assert belarus_visit.state == "#view=table"


def test_a_legend_row_keeps_the_focus_when_it_is_drawn_again(belarus_visit):
    belarus_visit.open_types()
    belarus_visit.page.locator(".legend-toggle", has_text="opposes").focus()
    press(belarus_visit, "Space")
    assert belarus_visit.state == "#avoid=opposes"
    assert belarus_visit.page.evaluate("document.activeElement.dataset.key") == "type opposes"


def test_after_a_path_is_complete_the_keys_work(belarus_visit):
    press(belarus_visit, "p")
    belarus_visit.page.keyboard.type("Putin")
    press(belarus_visit, "Enter")
    belarus_visit.page.keyboard.type("Vilnius")
    press(belarus_visit, "Enter")
    assert focused(belarus_visit) == "path-answer"
    press(belarus_visit, "?")
    assert belarus_visit.page.locator("#help").is_visible()
    press(belarus_visit, "Escape", "t")
    assert belarus_visit.state == "#view=table&path=putin,vilnius"


def test_escape_closes_a_list_then_leaves_the_field(belarus_visit):
    press(belarus_visit, "/")
    belarus_visit.page.keyboard.type("kalin")
    press(belarus_visit, "Escape")
    assert belarus_visit.page.locator(".masthead .option").first.is_hidden()
    box = belarus_visit.page.get_by_role("combobox", name="Search")
    assert box.input_value() == "kalin"
    press(belarus_visit, "Escape")
    assert box.input_value() == ""
    assert focused(belarus_visit) == "canvas"
    press(belarus_visit, "t")
    assert belarus_visit.state == "#view=table"


def test_a_path_field_left_by_escape_says_again_whose_it_is(visit, belarus_page):
    one = visit(belarus_page, "#path=putin,vilnius")
    box = one.page.get_by_role("combobox", name="To", exact=True)
    box.fill("Kyiv")
    press(one, "Escape", "Escape")
    assert box.input_value() == "Vilnius"
    assert focused(one) == "path-answer"
    assert one.state == "#path=putin,vilnius"


def test_escape_leaves_a_date_and_lets_go_of_nothing(visit, belarus_page):
    one = visit(belarus_page, "#actor=putin")
    one.open_years()
    one.page.locator("#time").get_by_label("From", exact=True).focus()
    press(one, "Escape")
    assert focused(one) == "canvas"
    assert one.state == "#actor=putin"
