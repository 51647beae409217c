"""The search reads names as forgivingly as every other face, and asks instead of guessing."""

import pytest

import graph

pytestmark = pytest.mark.browser


def search(one, text):
    box = one.page.get_by_role("combobox", name="Search for an actor")
    box.fill(text)
    return box


@pytest.mark.parametrize("query", ["Lukashenko", "lukasenka", "Лукашенко", "Łukaszenka"])
def test_enter_takes_a_name_only_one_actor_has(belarus_visit, query):
    search(belarus_visit, query).press("Enter")
    assert belarus_visit.state == "#actor=lukashenko"


def test_typing_offers_actors_and_arrows_choose(belarus_visit):
    box = search(belarus_visit, "kalin")
    options = belarus_visit.page.get_by_role("option")
    assert options.count() >= 2
    box.press("ArrowDown")
    box.press("ArrowDown")
    second = options.nth(1)
    assert second.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == second.get_attribute("id")
    name = second.locator("bdi").inner_text()
    box.press("Enter")
    assert belarus_visit.page.locator("#card-title").inner_text() == name


def test_a_near_miss_is_asked_about_never_taken(belarus_visit):
    search(belarus_visit, "Lukashenka Alexandr X").press("Enter")
    assert belarus_visit.state == ""
    search(belarus_visit, "Lukashenkko").press("Enter")
    assert belarus_visit.state == ""
    belarus_visit.page.get_by_role("button", name="Alexander Lukashenko").first.click()
    assert belarus_visit.state == "#actor=lukashenko"


def test_homonyms_are_listed(visit, page_of, tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,Jan Novak,person\nb,Jan Novak,person\n")
    (tmp_path / "relations.csv").write_text("source,target,type\na,b,opposes\n")
    one = visit(page_of(graph.load(tmp_path)))
    search(one, "Jan Novak").press("Enter")
    assert one.state == ""
    assert one.page.locator(".masthead .search-note button").count() == 2


def test_nobody_of_that_name(belarus_visit):
    search(belarus_visit, "qqqqqqq").press("Enter")
    note = belarus_visit.page.locator(".masthead .search-note")
    assert note.inner_text() == "No actor is called “qqqqqqq”."
