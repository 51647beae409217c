"""The page tells how sure ranks are as the terminal does, of the whole network."""

import pytest
from tiny_network import network

from explorer.page import rank_doubt
from explorer.page.rank_doubt import MEASURES, build_rank_doubt


def test_the_page_has_the_ranks_of_the_terminal(belarus):
    found = build_rank_doubt(belarus)["rank_doubt"]
    assert list(found["measures"]) == list(MEASURES)
    for measure in MEASURES:
        answer = belarus.centrality_doubt(measure)
        ranges = {each.actor.id: each for each in answer.ranges}
        columns = found["measures"][measure]
        for place, actor in enumerate(belarus.actor_rows):
            own = ranges[actor.id]
            assert columns["best"][place] == own.best
            assert columns["worst"][place] == own.worst
            assert columns["falls_to"][place] == own.falls_to
            cause, number = own.find_cause(answer.omissions), columns["without"][place]
            assert (cause and cause.name) == (
                None if number is None else found["omissions"][number]
            )
            assert columns["missing"].get(place, "") == own.find_missing(answer.omissions)
        assert found["notes"] == list(answer.notes)


def test_a_large_network_and_one_without_relations_have_none(monkeypatch):
    assert build_rank_doubt(network(actors="a b")) == {}
    pair = network("a ally b")
    assert build_rank_doubt(pair)["rank_doubt"]["measures"]["degree"]["best"] == [1, 1]
    monkeypatch.setattr(rank_doubt, "MOST_RELATIONS", 0)
    assert build_rank_doubt(pair) == {}


@pytest.mark.browser
def test_whiskers_and_falls_are_told_while_no_filter_is_set(visit, belarus, belarus_page):
    one = visit(belarus_page, "#panel=ranks&rank_by=betweenness")
    answer = belarus.centrality_doubt("betweenness")
    panel = one.page.locator("#panel-ranks")
    second = answer.ranges[1]
    cause = second.find_cause(answer.omissions)
    row = panel.locator("tbody tr").nth(1)
    assert second.actor.name in row.inner_text()
    assert f"without {cause.name}" in row.inner_text()
    bar, whisker = row.locator(".meter").bounding_box(), row.locator(".whisker").bounding_box()
    assert bar["x"] <= whisker["x"]
    assert whisker["x"] + whisker["width"] <= bar["x"] + bar["width"] + 2
    panel.get_by_text("How sure ranks are").click()
    panel.get_by_text(answer.notes[0]).wait_for()
    assert "nine of ten draws of the whole network" in panel.inner_text()
    assert answer.notes[0] in panel.inner_text()
    panel.locator("#rank-by").select_option("pagerank")
    assert panel.locator(".whisker").count() == 0
    other = visit(belarus_page, "#panel=ranks&avoid=borders")
    other.page.locator("#panel-ranks", has_text="Counted from the relations").wait_for()
    assert other.page.locator(".whisker").count() == 0
    one.assert_quiet()
