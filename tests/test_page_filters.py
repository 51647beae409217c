"""The legend is the filter, and its counts follow the other filters."""

import pytest
from scenes import drawn

pytestmark = pytest.mark.browser


@pytest.fixture
def belarus_visit(belarus_visit):
    belarus_visit.open_types()
    return belarus_visit


def row(one, label):
    return one.page.locator(".legend-toggle", has_text=label)


def count(one, label):
    return int(row(one, label).locator(".count").inner_text())


def test_each_row_counts_its_relations(belarus, belarus_visit):
    for name in {relation.type.name for relation in belarus.relation_rows}:
        kind = belarus.types[name]
        expected = sum(relation.type.name == name for relation in belarus.relation_rows)
        rows = belarus_visit.page.locator(".legend-toggle").filter(
            has=belarus_visit.page.get_by_text(kind.label, exact=True)
        )
        assert int(rows.locator(".count").inner_text()) == expected


def test_a_click_hides_and_another_brings_back(belarus, belarus_visit):
    every = belarus_visit.drawing["relations"]
    row(belarus_visit, "opposes").click()
    assert belarus_visit.state == "#avoid=opposes"
    left = len(belarus.avoid("opposes").relation_rows)
    assert belarus_visit.drawing["relations"] == left
    assert row(belarus_visit, "opposes").get_attribute("aria-pressed") == "false"
    row(belarus_visit, "opposes").click()
    assert belarus_visit.drawing["relations"] == every


@pytest.mark.parametrize("how", ["double-click", "alt-click", "only"])
def test_a_type_is_shown_alone(belarus, belarus_visit, how):
    if how == "double-click":
        row(belarus_visit, "supports").dblclick()
    elif how == "alt-click":
        row(belarus_visit, "supports").click(modifiers=["Alt"])
    else:
        belarus_visit.page.get_by_role("button", name="Show only supports").click(force=True)
    assert belarus_visit.drawing["relations"] == len(belarus.only("supports").relation_rows)


def test_who_is_left_without_relations_is_gone_or_faded(belarus, belarus_visit):
    gone = drawn(lambda net: net.only("supports"))(belarus)
    belarus_visit.page.get_by_role("button", name="Show only supports").click(force=True)
    assert belarus_visit.drawing["actors"] == gone < 85
    switch = belarus_visit.page.get_by_label("Actors with no visible relations")
    switch.select_option("faded")
    assert belarus_visit.state.endswith("&without_relations=faded")
    assert belarus_visit.drawing["actors"] == 85
    belarus_visit.page.get_by_role("button", name="Undo", exact=True).click()
    assert belarus_visit.drawing["actors"] == gone
    assert switch.input_value() == "gone"


def test_who_comes_back_is_in_sight(visit, belarus_page):
    one = visit(belarus_page, "#at=1700")
    assert one.drawing["actors"] < 85
    one.page.get_by_role("button", name="All years").click()
    one.page.wait_for_timeout(700)  # the camera moves
    box = one.page.locator("#canvas").bounding_box()
    positions = one.drawing["positions"].values()
    assert len(positions) == 85
    assert all(0 < mark["x"] < box["width"] and 0 < mark["y"] < box["height"] for mark in positions)


def test_counts_follow_the_other_filters(belarus, visit, belarus_page):
    one = visit(belarus_page, "#avoid_kind=state")
    kinds = {actor.kind for actor in belarus.actor_rows} - {"state"}
    expected = belarus.kind(*kinds).only("opposes").relation_rows
    assert count(one, "opposes") == len(expected)


def test_a_sign_group_goes_together(belarus, belarus_visit):
    belarus_visit.page.locator('[data-key="group tension"]').click()
    left = [relation for relation in belarus.relation_rows if relation.type.sign != "-"]
    assert belarus_visit.drawing["relations"] == len(left)


def test_confidence_leaves_out_the_less_sure(belarus, belarus_visit):
    slider = belarus_visit.page.get_by_label("Confidence")
    slider.fill("0.8")
    assert belarus_visit.drawing["relations"] == len(belarus.min_confidence(0.8).relation_rows)
    belarus_visit.page.get_by_label("without a rating").uncheck()
    sure = belarus.min_confidence(0.8, unrated=False).relation_rows
    assert belarus_visit.drawing["relations"] == len(sure)


def test_what_if_a_source_is_wrong(belarus, belarus_visit):
    belarus_visit.page.get_by_role("tab", name="Sources").click()
    belarus_visit.page.get_by_role("button", name="What if it is wrong?").first.click()
    left = belarus.without_source("consequences_article").relation_rows
    assert belarus_visit.drawing["relations"] == len(left) < len(belarus.relation_rows)
    belarus_visit.page.locator("#plate-note").get_by_role("button", name="Show all").click()
    assert belarus_visit.drawing["relations"] == len(belarus.relation_rows)


def test_show_all_takes_every_filter_off(visit, belarus, belarus_page):
    one = visit(belarus_page, "#avoid=opposes&avoid_kind=person&at=2022&min_confidence=0.5")
    one.page.locator("#legend").get_by_role("button", name="Show all").click()
    assert one.drawing["relations"] == len(belarus.relation_rows)
    assert one.state == ""


def test_size_follows_the_measure_chosen(belarus_visit):
    before = belarus_visit.drawing["positions"]
    belarus_visit.page.get_by_label("Size by").select_option("betweenness")
    after = belarus_visit.drawing["positions"]
    assert any(before[actor]["r"] != after[actor]["r"] for actor in before)


def test_how_much_is_drawn_is_said_where_it_is_not_all(visit, belarus, belarus_page):
    one = visit(belarus_page, "#avoid_kind=person&avoid=opposes")
    kept = belarus.avoid("opposes").avoid_kind("person")
    words = (
        f"{drawn(lambda _: kept)(belarus)} of {len(belarus.actor_rows)} actors, "
        f"{len(kept.relation_rows)} of {len(belarus.relation_rows)} relations"
    )
    count = one.page.locator("#plate-count")
    assert count.inner_text() == words
    one.open_types()
    one.page.locator(".legend-toggle", has_text="opposes").click()
    one.said(" relations shown")
    one.page.locator("#legend").get_by_role("button", name="Show all").click()
    assert count.is_hidden()


def test_the_legend_says_what_to_type_in_the_terminal(belarus_visit):
    row = belarus_visit.page.locator(".legend-toggle", has_text="is located in")
    assert row.get_attribute("title") == "located_in"
    belarus_visit.page.get_by_role("tab", name="About").click()
    assert belarus_visit.page.locator("#panel-about code", has_text="located_in").count() == 1
