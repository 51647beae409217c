"""The page as a screen reader has it: Chromium's accessibility tree, without the screen."""

import pytest
from accessibility import of_role, properties, told, tree, words
from scenes import drawn

pytestmark = pytest.mark.browser


def names(nodes, role):
    return [told(node, "name") for node in of_role(nodes, role)]


def test_the_table_names_its_columns_and_its_rows(visit, belarus, belarus_page):
    one = visit(belarus_page, "#view=table")
    nodes = tree(one)
    assert names(nodes, "table") == ["actors, filtered as the network is"]
    headers = [name.strip(" ↕") for name in names(nodes, "columnheader")]
    assert {"Name", "Kind", "Relations", "Betweenness"} <= set(headers)
    assert names(nodes, "rowheader") == [actor.name for actor in belarus.actor_rows]
    one.page.locator("[data-key='table relations']").click()
    assert len(of_role(tree(one), "rowheader")) == 200  # the rest is a button away


def test_what_changes_is_told_in_the_live_region(belarus, belarus_visit):
    belarus_visit.open_types()
    belarus_visit.page.get_by_role("button", name="opposes", exact=False).first.click()
    left = len(belarus.avoid("opposes").relation_rows)
    shown = drawn(lambda net: net.avoid("opposes"))(belarus)
    sentence = f"{shown} of 85 actors, {left} of 235 relations shown"
    belarus_visit.said(sentence)
    nodes = tree(belarus_visit)
    live = [words(nodes, node) for node in of_role(nodes, "status")]
    assert sentence in live


def test_a_path_is_told_as_a_sentence(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    one.page.get_by_role("button", name="Next path").press("Enter")
    second = belarus.path("lukashenko", "vilnius").paths[1]
    for step in second.steps:
        one.said(step.sentence)


def test_tabs_tell_which_is_open_and_filters_whether_they_are_on(visit, belarus_page):
    one = visit(belarus_page, "#panel=ranks&avoid=opposes")
    one.page.get_by_role("tab", name="Ranks", selected=True).wait_for()
    nodes = tree(one)
    tabs = {told(node, "name"): properties(node)["selected"] for node in of_role(nodes, "tab")}
    assert tabs["Network"]
    assert tabs["Ranks"]
    assert not tabs["Details"]
    toggles = {
        told(node, "name"): properties(node).get("pressed") for node in of_role(nodes, "button")
    }
    pressed = [state for name, state in toggles.items() if name.startswith("opposes")]
    assert pressed == ["false"]


def test_every_part_of_the_page_is_a_landmark(belarus_visit):
    nodes = tree(belarus_visit)
    found = {role: names(nodes, role) for role in ("banner", "main", "region", "search")}
    assert len(found["banner"]) == len(found["main"]) == len(found["search"]) == 1
    assert {"Legend and filters", "Time"} <= set(found["region"])
    assert [name for name in names(nodes, "application") if name.startswith("Network of 85")]
