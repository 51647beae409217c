"""The panel of sources: what rests on each, in words and on the canvas, and what falls with it."""

import re
from pathlib import Path

import pytest
from labels import say

import graph

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def net():
    return graph.load(CASES / "evidence")


@pytest.fixture(scope="module")
def evidence_page(page_of, net):
    return page_of(net)


def entry(one, title):
    title = re.compile(title)
    return one.page.locator("#panel-sources .source").filter(
        has=one.page.locator(".source-title", has_text=title)
    )


def names(one, title):
    """What the buttons of an entry say."""
    return entry(one, title).locator(".deeds button").all_inner_texts()


def opened(one, title):
    """The sentences in an entry's fold, once it is opened."""
    entry(one, title).locator("summary").click()
    links = entry(one, title).locator(".rest-link")
    links.first.wait_for()
    return links.all_inner_texts()


def test_each_source_says_what_would_fall_with_it(visit, evidence_page):
    one = visit(evidence_page, "#panel=sources")
    told = {
        "Süd": "4 relations rest on it (2 on it alone), 2 actors. Without it, 2 relations would be "
        "gone.",
        "North": "2 relations rest on it (1 on it alone), 3 actors. Without it, 1 relation and "
        "1 actor would be gone.",
        "West": "0 relations rest on it, 1 actor. Without it, 1 actor would be gone.",
        "Unread": "0 relations rest on it, 0 actors. Nothing rests on it.",
        "Without": "1 relation, 1 actor.",
    }
    for title, words in told.items():
        assert words in entry(one, title).inner_text(), title
    both = ["Show in the network", "What if it is wrong?"]
    assert [names(one, title) for title in told] == [both, both, both, [], both[:1]]
    texts = one.page.locator("#panel-sources .quiet").first.inner_text()
    assert texts == (
        "4 sources, the most cited first. 1 relation cites a page or a text directly. "
        "4 independent voices. Voices that are no declared source: A letter."
    )


def test_under_a_filter_the_panel_says_what_it_counts(visit, evidence_page):
    said = "Counted from what the filters select."
    for link, expected in (("#panel=sources", False), ("#at=2022&panel=sources", True)):
        one = visit(evidence_page, link)
        assert (said in one.page.locator("#panel-sources").inner_text()) == expected


def test_what_a_wrong_source_takes_along_is_what_the_engine_says(visit, evidence_page, net):
    one = visit(evidence_page, "#panel=sources")
    for title, source in (("Süd", "s"), ("North", "t"), ("West", "u")):
        left = net.without_source(source)
        entry(one, title).get_by_role("button", name="What if it is wrong?").click()
        assert one.state == f"#without_source={source}&panel=sources"
        drawing = one.drawing
        assert drawing["relations"] == len(left.relation_rows)
        assert set(drawing["positions"]) == {actor.id for actor in left.actor_rows}
        entry(one, title).get_by_role("button", name="Trust it again").click()
    assert one.state == "#panel=sources"


def test_what_reaches_us_through_a_wrong_source_goes_with_it(visit, page_of):
    through = graph.load(CASES / "evidence_through")
    one, left = visit(page_of(through), "#panel=sources"), through.without_source("paper")
    assert (
        "6 relations rest on it (4 on it alone), 4 actors. 2 sources reach us through it. "
        "Without it, 4 relations and 1 actor would be gone."
    ) in entry(one, "The Paper").inner_text()
    entry(one, "The Paper").get_by_role("button", name="What if it is wrong?").click()
    assert one.drawing["relations"] == len(left.relation_rows)
    assert set(one.drawing["positions"]) == {actor.id for actor in left.actor_rows}
    assert "5 independent voices: " in one.page.locator("#panel-sources .quiet").first.inner_text()


def test_what_rests_on_a_source_is_told_in_sentences_that_lead_on(visit, evidence_page, net):
    one = visit(evidence_page, "#panel=sources")
    assert one.page.locator(".rest-link").count() == 0, "made when it is opened"
    assert opened(one, "Süd") == [rest.relation.sentence for rest in net.withdrawal("s").relations]
    heads = entry(one, "Süd").locator(".rest-title").all_inner_texts()
    assert heads == ["Resting on it alone", "Resting on others, too", "Actors"]
    assert opened(one, "Without") == [rest.relation.sentence for rest in net.unsourced().relations]
    one.open_types()
    one.page.locator(".legend-toggle", has_text="is allied with").click()
    links = entry(one, "Süd").locator(".rest-link").all_inner_texts()
    left = net.avoid("ally").withdrawal("s")
    assert links == [rest.relation.sentence for rest in left.relations], "and it stays open"
    one.page.get_by_role("button", name=say("Ann [funds] Bob (from 2020)")).click()
    assert one.state == "#relation=r1&avoid=ally"


def test_it_is_brought_forward_on_the_canvas_and_kept_in_the_link(visit, evidence_page):
    one = visit(evidence_page, "#panel=sources")
    entry(one, "North").get_by_role("button", name="Show in the network").click()
    one.said("2 relations resting on Ek, D. (2022). The North Report.")
    assert one.state == "#panel=sources&source=t"
    shown = one.drawing
    assert set(shown["relationsEmphasised"]) == {"r2", "r7"}
    assert set(shown["emphasised"]) == {"a", "b", "c", "e"}
    again = visit(evidence_page, "#source=t")
    assert again.drawing["relationsEmphasised"] == shown["relationsEmphasised"]
    entry(one, "Without").get_by_role("button", name="Show in the network").click()
    assert one.state == "#panel=sources&unsourced=yes"
    assert one.drawing["relationsEmphasised"] == ["r6"]
    one.page.locator("#canvas").focus()
    one.page.keyboard.press("Escape")
    assert one.state == "#panel=sources"
    assert one.drawing["emphasised"] == []


def test_a_source_of_many_relations_is_told_in_portions(visit, belarus, belarus_page):
    one = visit(belarus_page, "#panel=sources")
    found = belarus.withdrawal("consequences_article")
    told = opened(one, "Belarus and the Consequences")
    assert len(told) == 100
    rest = len(found.relations) - 100
    for words in (f"Show 100 more of {rest}", f"Show {rest - 100} more of {rest - 100}"):
        one.page.get_by_role("button", name=words).click()
    assert entry(one, "Belarus and the Consequences").locator(".rest-link").all_inner_texts() == [
        rest.relation.sentence for rest in found.relations
    ]
