"""Which paths are asked for on a page: every order and limit, as in Python, on one opened page."""

import json
from pathlib import Path

import pytest
from browser import READY

pytestmark = pytest.mark.browser

BEST = json.loads((Path(__file__).parent / "cases/best_paths.json").read_text(encoding="utf-8"))
NOT_ASKED = ("actors", "avoid", "answer", "paths", "why")
ALL = f"""questions => {READY}.then(() =>
    questions.map(([from, to, options]) => actorExplorer.find(from, to, options)))"""
SHOWN = ".path-length"


def ask(case):
    first, *via, last = case["actors"]
    given = {name: each for name, each in case.items() if name not in NOT_ASKED}
    options = {name: each for name, each in given.items() if each is not None}
    return [first, last, {**options, "via": via, "avoid": case["avoid"], "limit": 5}]


def test_every_shared_case_of_the_best_paths_has_the_shared_answer(belarus_visit):
    found = belarus_visit.page.evaluate(ALL, [ask(case) for case in BEST])
    assert len(found) == len(BEST) > 80
    for case, answer in zip(BEST, found, strict=True):
        keys = ("actors", "relations", "sentence", "confidence")
        assert [[path[key] for key in keys] for path in answer["paths"]] == case["paths"], case
        assert {name: answer[name] for name in case["answer"]} == case["answer"], case


def read_paths(page):
    """Turn through all paths that the panel lists; return what it says of each."""
    page.wait_for_selector(SHOWN)
    words = [page.locator(SHOWN).inner_text()]
    while page.get_by_role("button", name="Next path").is_enabled():
        page.get_by_role("button", name="Next path").click()
        words.append(page.locator(SHOWN).inner_text())
    return words


def test_the_options_of_the_panel_ask_what_python_answers(visit, belarus, belarus_page):
    page = visit(belarus_page, "#path=lukashenko,ukraine").page
    page.locator(".path-more summary").click()
    page.locator("#path-k").select_option("3")
    answer = belarus.path("lukashenko", "ukraine", k=3)
    assert [words.split(" ")[0] for words in read_paths(page)] == [
        str(len(path.steps)) for path in answer.paths
    ]
    page.locator("#path-by").select_option("confidence")
    answer = belarus.path("lukashenko", "ukraine", k=3, by="confidence")
    assert answer.notes[0] in page.locator("#panel-path").inner_text()
    page.locator("#path-longest").fill("3")
    page.locator("#path-longest").press("Enter")
    answer = belarus.path("lukashenko", "ukraine", k=3, by="confidence", max_length=3)
    assert answer.notes[0] in page.locator("#panel-path").inner_text()
    page.locator("#path-times").select_option("together")
    assert page.locator("#path-by").input_value() == "steps"  # times go with steps alone
    page.locator("#path-hubs").check()
    assert page.locator("#path-times").input_value() == ""  # and not with a way around hubs
    assert "path_hubs" in page.evaluate("location.hash")


def test_the_timeline_marks_the_shown_path(visit, belarus_page):
    page = visit(belarus_page, "#view=timeline&path=lukashenko,vilnius").page
    said = page.locator("#view-timeline .table-head").inner_text()
    assert "The steps of the path from Alexander Lukashenko to Vilnius have their numbers." in said
    assert "All steps may hold at the same time: from 2022-08. Those years are shaded." in said
    rows = page.locator(".timeline-row.is-on-path")
    assert {row.locator(".flag").inner_text() for row in rows.all()} == {
        "step 1",
        "step 2",
        "step 3",
    }
    bands = page.locator(".timeline-row .path-time")
    assert bands.count() == page.locator(".timeline-row").count()
    started = rows.filter(has_text="Vilnius").locator("circle").first
    start = float(bands.first.get_attribute("x"))
    assert abs(start - float(started.get_attribute("cx"))) < 6
    page.evaluate("location.hash = '#view=timeline'")
    page.wait_for_function("!document.querySelector('.path-time')")
    assert page.locator(".is-on-path").count() == 0
