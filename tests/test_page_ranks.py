"""The rank table: any measure with bars, and degrees counted again under the reader's filters."""

import pytest

from graph.analysis.facts.catalogue import MEASURE_FACTS

pytestmark = pytest.mark.browser

# All rows at once: to ask for one after the other takes a second.
READ_ROWS = """(rows) => rows.map((row) => [
  row.querySelector("button bdi").innerText, [...row.querySelectorAll("td")].at(-1).innerText
])"""


def table(one):
    one.page.evaluate("actorExplorer.scores()")  # computes to the end what is pending
    rows = one.page.locator("#panel-ranks .ranks tbody tr").evaluate_all(READ_ROWS)
    return [(name, float(score)) for name, score in rows]


def ranked(network, measure):
    answer = network.centrality(measure)
    scores = zip(answer.actors, answer.scores[measure], strict=True)
    row = {actor.id: place for place, actor in enumerate(network.actor_rows)}
    ordered = sorted(scores, key=lambda pair: (-round(pair[1], 12), row[pair[0].id]))
    return [(actor.name, round(score, 4)) for actor, score in ordered]


@pytest.mark.parametrize("measure", ["degree", "in_degree", "out_degree", "weighted_degree"])
def test_degrees_are_those_of_the_engine_under_the_same_filters(
    visit, belarus, belarus_page, measure
):
    one = visit(belarus_page, f"#panel=ranks&rank_by={measure}&avoid=opposes,part_of&at=2022")
    kept = belarus.avoid("opposes", "part_of").at("2022")
    seen = table(one)
    assert len(seen) == 50
    assert seen == ranked(kept, measure)[:50]
    assert one.page.get_by_text("Counted from the relations that the filters select.").is_visible()


@pytest.mark.parametrize("measure", ["betweenness", "eigenvector", "pagerank", "pn"])
def test_other_measures_follow_the_filters_too(visit, belarus, belarus_page, measure):
    one = visit(belarus_page, f"#panel=ranks&rank_by={measure}&avoid=borders")
    text = "Counted from the relations that the filters select."
    one.page.get_by_text(text).wait_for()
    assert table(one)[:10] == ranked(belarus.avoid("borders"), measure)[:10]
    one.page.evaluate("location.hash = '#panel=ranks&rank_by=betweenness'")
    one.page.get_by_text("Counted from all relations.").wait_for()
    assert table(one)[:10] == ranked(belarus, "betweenness")[:10]


def test_the_panel_sizes_and_colours_marks_and_stays_in_the_link(visit, belarus_page):
    one = visit(belarus_page)
    one.page.get_by_role("tab", name="Ranks").click()
    one.page.get_by_label("Rank by").select_option("pagerank")
    one.page.get_by_role("button", name="Size marks by it").click()
    one.page.get_by_role("button", name="Colour marks by it").click()
    assert one.state == "#size_by=pagerank&colour_by=pagerank&rank_by=pagerank&panel=ranks"
    assert one.page.locator("#settings .colour-key li").count() == 4
    one.page.get_by_role("button", name="Colour marks by it").click()
    assert one.state == "#size_by=pagerank&rank_by=pagerank&panel=ranks"
    one.page.locator(".ranks .link").first.click()
    assert one.page.locator("#panel-details .card-title").inner_text() == table_first(one)


def test_what_a_measure_means_folds_out_and_stays_open(visit, belarus_page):
    one = visit(belarus_page, "#panel=ranks&rank_by=pn")
    fold = one.page.locator("#panel-ranks .fold")
    fold.locator("summary").click()
    facts = MEASURE_FACTS["pn"]
    texts = [facts.question, f"Score of an actor a, one of n: {facts.formula}.", facts.misleads]
    assert fold.locator("p").all_inner_texts() == texts
    one.page.get_by_label("Rank by").select_option("closeness")
    assert fold.locator("p").first.inner_text() == MEASURE_FACTS["closeness"].question


def table_first(one):
    one.page.go_back()
    name = table(one)[0][0]
    one.page.go_forward()
    return name


def test_a_link_opens_the_panel_it_names(visit, belarus_page):
    one = visit(belarus_page, "#panel=about")
    assert one.page.get_by_role("heading", name="About this page").is_visible()
    one.page.get_by_role("tab", name="Details").click()
    assert one.state == ""
