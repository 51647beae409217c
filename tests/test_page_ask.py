"""The page answers typed questions as Python does, and shows what it answers."""

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

CASES = json.loads((Path(__file__).parent / "cases/typed.json").read_text(encoding="utf-8"))
PLAIN = [case for case in CASES if not case["avoid"] and not case["at"]]
PATTERN = "? leads A; A attacks Ukraine"
LINK = "#ask=%3F%20leads%20A%3B%20A%20attacks%20Ukraine"


def ask(one, text):
    """Type a question into the panel and return what stands below."""
    one.page.evaluate("location.hash = '#panel=ask'")
    one.page.fill("#ask", text)
    one.page.press("#ask", "Enter")
    return one.page.inner_text("#ask-answer")


def test_every_shared_case_has_the_shared_answer(belarus_visit):
    for case in PLAIN:
        answer = belarus_visit.page.evaluate("text => actorExplorer.ask(text)", case["ask"])
        if case.get("error"):
            assert answer["error"], case["ask"]
            continue
        assert answer["sentence"] == case["sentence"]
        assert answer["notes"] == case["notes"]
        groups = [
            [[each["source"], each["target"], *each["relations"]] for each in steps]
            for steps in answer["steps"]
        ]
        assert groups == [[step[1:] for step in steps] for _, steps in case["groups"]], case["ask"]


def test_a_typed_question_is_answered_with_sources_and_in_the_address(belarus_visit):
    text = ask(belarus_visit, PATTERN)
    assert f"1 answer to “{PATTERN}”." in text
    assert "1. ? is Vladimir Putin, A is Russia" in text
    assert "Invasion begun in 2022" in text
    assert belarus_visit.state == LINK


def test_show_only_this_draws_the_answer_alone(belarus_visit):
    ask(belarus_visit, PATTERN)
    belarus_visit.page.click("#panel-ask [data-key='only']")
    assert belarus_visit.state == f"{LINK}&ask_alone=yes"
    assert belarus_visit.page.inner_text("#plate-note").startswith("Only this answer is shown")
    assert "3 of 85 actors" in belarus_visit.page.inner_text("#plate-count")
    belarus_visit.page.keyboard.press("Escape")
    assert belarus_visit.state == LINK
    belarus_visit.page.keyboard.press("Escape")
    assert "ask=" not in belarus_visit.state


def test_a_part_of_an_answer_comes_forward_alone(belarus_visit):
    ask(belarus_visit, "cut Minsk, Vilnius")
    belarus_visit.page.click("#panel-ask [data-key='group 2']")
    assert belarus_visit.state.endswith("&ask_number=2")
    pressed = "#panel-ask [aria-pressed='true']"
    assert belarus_visit.page.inner_text(pressed) == "Path 2 of 3"


def test_what_cannot_be_read_is_marked_and_examples_help(belarus_visit):
    text = ask(belarus_visit, "? leeds A")
    assert "'leeds' is not a relation. Did you mean 'leads'?" in text
    assert belarus_visit.page.inner_text("#ask-answer .ask-wrong") == "leeds"
    belarus_visit.page.click("#ask-answer .ask-examples button >> nth=1")
    assert "connect" in belarus_visit.page.inner_text("#ask-answer .ask-sentence")
    belarus_visit.page.click("#panel-ask [data-key='clear']")
    assert belarus_visit.page.input_value("#ask") == ""


def test_a_path_that_is_asked_for_stands_in_the_panel_of_paths(belarus, belarus_visit):
    one = belarus_visit
    ask(one, "path Putin Kyiv")
    assert one.state == "#path=putin,kyiv"
    assert one.page.is_visible("#panel-path")
    assert one.page.evaluate("document.activeElement.id") == "path-answer"
    assert (
        one.page.locator("#panel-path").get_by_role("combobox", name="To", exact=True).input_value()
        == "Kyiv"
    )
    one.said(belarus.path("putin", "kyiv").sentence)
    one.page.get_by_role("button", name="Undo", exact=True).click()
    assert one.state == "#panel=ask"
    assert "names no actor" in ask(one, "path Putin, Kyif")
    one.assert_quiet()


def test_a_path_leads_to_what_separates_its_ends(belarus_visit):
    belarus_visit.page.evaluate("location.hash = '#path=minsk,vilnius'")
    belarus_visit.page.click("[data-key='What separates them']")
    sentence = belarus_visit.page.inner_text("#ask-answer .ask-sentence")
    assert sentence.startswith("Removing 3 actors separates Minsk from Vilnius:")


def test_markup_in_a_question_is_text(belarus_visit):
    ask(belarus_visit, "<img src=x onerror=alert(1)> leads ?")
    assert belarus_visit.page.query_selector("#ask-answer img") is None
    assert "<img src=x onerror=alert(1)>" in belarus_visit.page.inner_text("#ask-answer")
