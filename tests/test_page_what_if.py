"""The page lists what would be otherwise without an actor or a source, as the terminal does."""

from itertools import combinations
from pathlib import Path

import pytest
from tiny_network import network, of_rows

import graph
from graph import what_if

CASES = Path(__file__).parent / "cases"

pytestmark = pytest.mark.browser

WITHOUT_BELARUS = "#actor=belarus&avoid_actor=belarus"


def list_told(answer):
    """List the sentences of the terminal."""
    return [each.sentence for each in answer.consequences]


def open_structure(part):
    part.get_by_text("Structure (").click()


def test_without_an_actor_the_card_lists_what_the_terminal_lists(belarus, belarus_visit):
    one = belarus_visit
    one.page.evaluate("location.hash = '#actor=belarus'")
    card = one.page.locator("#panel-details")
    button = card.get_by_role("button", name="Without this actor…")
    button.focus()
    one.page.keyboard.press("Enter")
    assert one.state == WITHOUT_BELARUS
    assert one.page.evaluate("document.activeElement.dataset.key") == "suppose"
    open_structure(card.locator(".what-if"))
    told = card.locator(".what-if li").all_inner_texts()
    assert told == list_told(what_if(belarus, without="belarus"))
    assert one.drawing["relations"] == len(belarus.avoid_actor("belarus").relation_rows)
    one.said(what_if(belarus, without="belarus").sentence)
    assert card.locator(".what-if code").count() == 0
    card.get_by_role("button", name="Show again").press("Enter")
    assert one.state == "#actor=belarus"
    assert card.locator(".what-if").count() == 0
    one.page.get_by_role("button", name="Undo", exact=True).click()
    assert one.state == WITHOUT_BELARUS
    card.get_by_role("button", name="KGB of Belarus").first.click()
    assert "actor=kgb_belarus" in one.state
    one.assert_quiet()


def test_a_path_that_is_asked_for_is_compared_by_the_measure_that_is_ranked_by(
    belarus, belarus_page, visit
):
    link = "#actor=russia&path=kaliningrad,lukashenko&avoid_actor=russia&avoid=borders"
    one = visit(belarus_page, f"{link}&rank_by=degree")
    part = one.page.locator(".what-if")
    open_structure(part)
    ends = [("kaliningrad", "lukashenko")]
    rest = belarus.avoid("borders")
    answer = what_if(rest, without="russia", paths=ends, measure="degree")
    assert part.locator("li").all_inner_texts() == list_told(answer)
    assert any(each.topic == "paths" for each in answer.consequences)
    assert "Ranks by degree: of actors in both" in part.inner_text()
    assert any(each.topic == "camps" for each in answer.consequences)
    assert answer.notes[-1] in part.inner_text()
    assert "explore whatif" not in part.inner_text()


def test_without_a_source_its_entry_lists_what_the_terminal_lists(page_of, visit):
    through = graph.load(CASES / "evidence_through")
    one = visit(page_of(through), "#panel=sources")
    entry = one.page.locator(".source", has_text="The Paper").first
    entry.get_by_role("button", name="What if it is wrong?").click()
    open_structure(entry)
    told = entry.locator(".what-if li").all_inner_texts()
    assert told == list_told(what_if(through, without_source="paper"))
    entry.get_by_role("button", name="Trust it again").click()
    assert one.page.locator(".what-if").count() == 0


def test_a_page_of_two_versions_compares_nothing_else(page_of, visit):
    compared = graph.compare(network("a ally b", "b ally c"), network("a ally b"))
    one = visit(page_of(compared), "#actor=a")
    assert one.page.get_by_role("button", name="Hide", exact=True).count() == 1
    assert one.page.get_by_text("Without this actor…").count() == 0


def test_what_takes_long_to_prove_is_for_the_terminal_and_hostile_names_stay_text(page_of, visit):
    evil = "<img src=x onerror=alert(1)>'s"
    actors = [{"id": f"{evil}{each}", "name": evil} for each in "abcdefghijklmn"]
    relations = [
        {"source": one["id"], "target": other["id"], "type": "opposes"}
        for one, other in combinations(actors, 2)
    ]
    one = visit(page_of(of_rows(actors, relations)))
    one.page.evaluate(
        "(id) => { location.hash = `#actor=${encodeURIComponent(id)}` }", actors[1]["id"]
    )
    one.page.get_by_role("button", name="Without this actor…").click()
    part = one.page.locator(".what-if")
    assert f"Without {evil}, " in part.inner_text()
    assert "The frustration index, tensions and camps are not compared here" in part.inner_text()
    assert part.locator("code").inner_text().endswith(r"onerror=alert(1)>'\''sb'")
    assert part.locator("img").count() == 0
    one.assert_quiet()
