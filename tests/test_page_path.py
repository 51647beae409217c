"""The page finds the same paths, in the same words, as the terminal and the notebook."""

import dataclasses
import json
import re
from pathlib import Path

import click
import pytest
from documents import read_blocks
from labels import say

from explorer.report import paths as terminal

pytestmark = pytest.mark.browser

CASES = json.loads((Path(__file__).parent / "cases/paths.json").read_text(encoding="utf-8"))
ASKED = ("only", "avoid", "avoid_actor", "only_actor", "at", "certain", "directed")


def test_every_shared_case_has_the_shared_answer(belarus_visit):
    for case in CASES:
        options = {name: case[name] for name in ASKED if case[name] not in ([], False, "")}
        if not case["at"]:
            options.pop("certain", None)  # it counts only with a date
        answer = belarus_visit.find(case["from"], case["to"], **options)
        assert answer["length"] == case["length"], case
        assert answer["path_count"] == case["path_count"], case
        assert answer["paths"] == case["paths"], case


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"avoid": ["bordrs"]}, "avoid: 'bordrs' is not a relation type here. Did you mean 'b"),
        ({"at": "2022-13"}, "at: '2022-13' is not a date: there is no month 13."),
        ({"certain": True}, "certain: needs at, from or to."),
        ({"from": "2022", "to": "2020"}, "to: 2020 is before 2022. Swap the two dates."),
        ({"basis": "aleged"}, "basis: 'aleged' is not a basis. Did you mean 'alleged'?"),
        ({"limit": 0}, "limit: must be 1 or more, not 0."),
        ({"kindz": []}, "kindz: there is no such option. Did you mean 'kind'?"),
    ],
)
def test_a_question_with_no_meaning_is_refused(belarus_visit, options, message):
    with pytest.raises(Exception, match=re.escape(message)):
        belarus_visit.find("lukashenko", "vilnius", **options)


def test_the_documented_question_has_the_answer_of_python(belarus, belarus_visit):
    (question,) = read_blocks("docs/publishing.md", "js")
    left = belarus.avoid("borders").avoid_basis("alleged").at(2022)
    expected = left.path("Lukashenko", "Vilnius").to_dict()
    assert belarus_visit.page.evaluate(question)["paths"] == expected["paths"]


def test_who_says_so_and_why_there_is_no_path_as_in_python(belarus, belarus_visit):
    ends = "lukashenko", "poland"
    answer = belarus_visit.find(*ends, according_to=["Lukashenko"], basis=["alleged"])
    left = belarus.according_to("Lukashenko").basis("alleged").path(*ends).to_dict()
    assert answer["paths"] == left["paths"]
    answer = belarus_visit.find("lukashenko", "vilnius", only=["located_in"])
    why = belarus.only("located_in").path("lukashenko", "vilnius").to_dict()["why"]
    assert {**answer["why"], "sentence": ""} == {**why, "sentence": ""}


def test_actors_are_left_out_by_name(belarus, belarus_visit):
    names = ["Poland", "Government of Belarus"]
    answer = belarus_visit.find("lukashenko", "vilnius", avoid_actor=names)
    network = belarus.avoid_actor(*names)
    assert answer == network.path("lukashenko", "vilnius").to_dict()


def ask(one, source, target):
    one.page.get_by_role("tab", name="Path").click()
    for name, text in (("From", source), ("To", target)):
        box = one.page.get_by_role("combobox", name=name, exact=True)
        box.fill(text)
        box.press("Enter")


def steps(one):
    return one.page.locator("#path-answer .step-line").all_inner_texts()


def test_the_panel_tells_the_path_step_by_step(belarus, belarus_visit):
    ask(belarus_visit, "Lukashenko", "Vilnius")
    assert belarus_visit.state == "#path=lukashenko,vilnius"
    answer = belarus.path("Lukashenko", "Vilnius")
    assert steps(belarus_visit) == [step.sentence for step in answer.paths[0].steps]
    belarus_visit.said(str(answer.paths[0].sentence))


def end(one, name):
    return one.page.get_by_role("combobox", name=name, exact=True)


def test_a_name_left_is_read_as_on_enter(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    end(one, "From").fill("Vladimir Putin")
    assert (one.state, steps(one)) == ("#panel=path", [])
    end(one, "From").press("Tab")
    one.page.locator("#path-answer .step-line").first.wait_for()
    assert one.state == "#path=putin,vilnius"
    end(one, "To").fill("Kyiv")
    end(one, "To").press("Enter")
    assert one.state == "#path=putin,kyiv"
    expected = belarus.path("putin", "kyiv").paths[0]
    assert steps(one) == [step.sentence for step in expected.steps]


def test_the_other_end_is_read_before_the_answer(visit, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    end(one, "From").fill("Vladimir Putin")
    end(one, "To").fill("Kyiv")
    end(one, "To").press("Enter")
    assert one.state == "#path=putin,kyiv"


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_a_name_asked_about_leaves_its_end_empty(visit, belarus_page, key):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    end(one, "From").fill("Putn")
    end(one, "From").press(key)
    question = one.page.locator("#panel-path .search-note", has_text="Did you mean")
    question.wait_for()
    end(one, "To").fill("Kyiv")
    end(one, "To").press("Enter")
    assert (one.state, steps(one)) == ("#panel=path", [])
    question.get_by_role("button", name="Vladimir Putin").click()
    assert one.state == "#path=putin,kyiv"


def test_typing_over_a_name_ends_its_path_and_undo_brings_both_back(visit, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    end(one, "To").press("End")
    end(one, "To").press("x")
    assert (one.state, steps(one)) == ("#panel=path", [])
    one.page.get_by_role("button", name="Undo").click()
    assert one.state == "#path=lukashenko,vilnius"
    assert end(one, "To").input_value() == "Vilnius"


def test_next_and_previous_turn_among_equally_short_paths(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    answer = belarus.path("lukashenko", "vilnius")
    for path in answer.paths[1:3]:
        one.page.get_by_role("button", name="Next path").click()
        assert steps(one) == [step.sentence for step in path.steps]
    one.page.get_by_role("button", name="Previous path").click()
    assert one.state == "#path=lukashenko,vilnius&path_number=2"


def test_the_path_comes_forward_and_can_stand_alone(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    first = belarus.path("lukashenko", "vilnius").paths[0]
    assert set(one.drawing["emphasised"]) == {actor.id for actor in first.actors}
    one.page.get_by_role("button", name="Show only this").click()
    assert one.drawing["actors"] == len(first.actors)
    one.page.locator("#plate-note").get_by_role("button", name="Show all").click()
    assert one.drawing["actors"] == len(belarus.actor_rows)


def test_types_are_avoided_by_the_path_and_stay_drawn(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    one.page.get_by_label("Avoid", exact=True).select_option("borders")
    assert one.state == "#path=lukashenko,vilnius&path_avoid=borders"
    expected = belarus.avoid("borders").path("lukashenko", "vilnius").paths[0]
    assert steps(one) == [step.sentence for step in expected.steps]
    assert one.drawing["relations"] == len(belarus.relation_rows)


def test_an_actor_is_avoided(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    box = one.page.get_by_role("combobox", name="Avoid an actor")
    box.fill("belarus")
    box.press("Enter")
    expected = belarus.avoid_actor("belarus").path("lukashenko", "vilnius").paths[0]
    assert steps(one) == [step.sentence for step in expected.steps]
    one.page.get_by_role("button", name="Bring Belarus back").click()
    assert one.state == "#path=lukashenko,vilnius"


def test_along_the_arrows_only(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    one.page.get_by_label("Only along the arrows").check()
    answer = belarus.path("lukashenko", "vilnius", directed=True)
    words = one.page.locator("#path-answer").inner_text()
    if answer.paths:
        assert steps(one) == [step.sentence for step in answer.paths[0].steps]
    else:
        assert "No path leads from Alexander Lukashenko to Vilnius." in words


def test_no_path_says_what_stands_in_the_way(visit, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius&at=1990&certain=yes")
    words = one.page.locator("#path-answer").inner_text()
    assert "No path leads from Alexander Lukashenko to Vilnius." in words
    assert 'Without "Only what holds for certain" there is a path of 3 steps: ' in words


@pytest.mark.parametrize("hidden", ["avoid_actor=lukashenko", "avoid_kind=person"])
def test_an_end_that_the_filters_hide_is_said_and_shown_again(visit, belarus_page, hidden):
    one = visit(belarus_page, f"#path=lukashenko,vilnius&{hidden}")
    answer = one.page.locator("#path-answer")
    assert "Alexander Lukashenko is left out by the filters." in answer.inner_text()
    assert "No path" not in answer.inner_text()
    answer.get_by_role("button", name="Show Alexander Lukashenko again").click()
    assert one.state == "#path=lukashenko,vilnius"
    assert steps(one)


def test_the_ends_swap(visit, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    one.page.get_by_role("button", name="Swap from and to").click()
    assert one.state == "#path=vilnius,lukashenko"


def relation_rows(one):
    rows = one.page.locator("#path-answer .step-claims > li")
    return [list(filter(None, row.locator("div").inner_text().split("\n"))) for row in rows.all()]


def test_each_relation_is_a_sentence_with_all_that_is_known(visit, belarus_page):
    leads, supports, opposes, _ = relation_rows(visit(belarus_page, "#path=lukashenko,vilnius"))
    assert leads[:3] == [
        say("Alexander Lukashenko [leads] Government of Belarus"),
        "confidence 0.9 · one independent voice",
        "The government is his own",
    ]
    assert leads[3].startswith("Why Belarus is called Europe’s last dictatorship (2021).")
    assert supports[0] == say("Alexander Lukashenko [~supports] Government of Belarus")
    assert opposes[0] == say("Government of Belarus [~opposes] United Transition Cabinet, inferred")


def test_the_dates_of_a_step_are_told_once(visit, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    for step in one.page.locator("#path-answer .step").all():
        words = step.inner_text()
        assert words.count("(since ") == 1, words


def test_a_contested_relation_names_both_sides(visit, belarus_page):
    claim, denial = relation_rows(visit(belarus_page, "#path=lukashenko,belarus"))
    assert claim[0] == say("Alexander Lukashenko [leads] Belarus")
    leaders = "disputed by many leaders in the EU and the United States"
    assert claim[1].startswith('contested: asserted by "Why Belarus is called ')
    assert claim[1].endswith(f"{leaders} · one independent voice")
    assert denial[0] == say(f"Alexander Lukashenko [leads] Belarus (from 2020), {leaders}")


def test_a_confidence_has_its_grade_and_no_percent(visit, belarus_page):
    rows = relation_rows(visit(belarus_page, "#path=russia,belarus"))
    (controls,) = (row for row in rows if row[0].startswith(say("Russia [controls] Belarus")))
    assert controls[1] == "confidence 0.4 (grade C4)"
    assert "%" not in controls[1]


def test_arrowheads_point_the_way_the_sentence_is_read(visit, belarus, belarus_page):
    one = visit(belarus_page, "#path=lukashenko,vilnius")
    expected = [
        "matrix(-1 0 0 1 44 0)" if relation.source != step.source else None
        for step in belarus.path("lukashenko", "vilnius").paths[0].steps
        for relation in step.relations
    ]
    samples = one.page.locator("#path-answer .step-claims .sample > g").all()
    assert [sample.get_attribute("transform") for sample in samples] == expected
    assert len(set(expected)) == 2  # one way and the other


def copied(one, name):
    one.page.get_by_role("button", name=f"Copy {name}").click()
    one.said(f"Copied as {name}")
    return one.page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("which", [1, 4, 7])
def test_what_is_copied_is_what_the_terminal_prints(visit, belarus, belarus_page, which):
    answer = belarus.path("lukashenko", "vilnius")
    alone = dataclasses.replace(answer, path_count=1, paths=answer.paths[which - 1 : which])
    hash_ = f"#path=lukashenko,vilnius&path_number={which}"
    one = visit(belarus_page, hash_, permissions=["clipboard-read", "clipboard-write"])
    text = click.unstyle(terminal.to_text(alone, most=None, width=None)) + "\n"
    assert copied(one, "text") == text
    # The two escape differently what reads the same.
    markdown = terminal.to_markdown(alone, most=None).replace("&amp;", "&") + "\n"
    assert copied(one, "Markdown").replace("\\", "") == markdown.replace("\\", "")


def test_the_same_actor_twice_is_said_to_be_so(visit, belarus_page):
    one = visit(belarus_page, "#path=vilnius,vilnius")
    assert one.page.locator("#path-answer").inner_text().strip() == "Both names mean Vilnius."
