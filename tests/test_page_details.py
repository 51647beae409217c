"""Choosing an actor or a line says what is known, and who says so."""

import pytest
from labels import say
from tiny_network import network

import graph

pytestmark = pytest.mark.browser


def details(one):
    return one.page.locator("#panel-details").inner_text()


def test_a_click_on_a_mark_chooses_its_actor(belarus, belarus_visit):
    belarus_visit.page.mouse.click(*belarus_visit.point("poland"))
    assert belarus_visit.state == "#actor=poland"
    actor = belarus.resolve("poland")
    text = details(belarus_visit)
    assert actor.name in text
    assert actor.description in text
    belarus_visit.page.locator("#panel-details .aliases summary").click()
    assert all(alias in details(belarus_visit) for alias in actor.aliases)


def test_relations_read_the_right_way_round_with_their_sources(visit, belarus, belarus_page):
    one = visit(belarus_page, "#actor=putin")
    ties = one.page.locator("#panel-details .tie-line").all_inner_texts()
    expected = []
    for relation in belarus.relation_rows:
        if "putin" not in {relation.source.id, relation.target.id}:
            continue
        if relation.source.id == "putin" or relation.type.mutual:
            other = relation.target if relation.source.id == "putin" else relation.source
            expected.append(f"Vladimir Putin {relation.type.label} {other.name}")
        else:
            expected.append(f"Vladimir Putin {relation.type.inverse} {relation.source.name}")
    assert len(ties) == len(expected)
    for words in expected:
        assert any(tie.startswith(words) for tie in ties), words
    assert one.page.locator("#panel-details .tie .references").count() == len(ties)


def test_measures_are_of_what_the_filters_select(visit, belarus, belarus_page):
    one = visit(belarus_page, "#actor=putin&avoid=ally")
    one.page.get_by_text("Measures", exact=True).click()
    one.page.get_by_text("Counted from the relations that the filters select.").wait_for()
    rank = belarus.avoid("ally").show("putin").ranks["pagerank"]
    assert one.page.locator(".measures tr", has_text="PageRank").inner_text().endswith(f"{rank}.")


def test_the_first_actors_are_by_a_measure_spelt_as_it_is(visit, belarus_page):
    assert "First by PageRank" in details(visit(belarus_page, "#size_by=pagerank"))
    assert "First by betweenness" in details(visit(belarus_page))


def test_the_neighbours_come_forward(visit, belarus, belarus_page):
    drawing = visit(belarus_page, "#actor=putin").drawing
    ends = {
        end.id
        for relation in belarus.relation_rows
        for end in (relation.source, relation.target)
        if "putin" in {relation.source.id, relation.target.id}
    }
    assert set(drawing["emphasised"]) == ends
    assert "putin" in {label["actor"] for label in drawing["labels"]}


def test_hovering_shows_neighbours_and_leaving_does_not(belarus_visit):
    x, y = belarus_visit.point("lithuania")
    belarus_visit.page.mouse.move(x, y)
    assert "lithuania" in belarus_visit.drawing["emphasised"]
    assert belarus_visit.page.locator("#tip").inner_text().startswith("Lithuania")
    belarus_visit.page.mouse.move(5, 5)
    assert belarus_visit.drawing["emphasised"] == []
    assert belarus_visit.page.locator("#tip").is_hidden()


PAIRED = {
    "actors.csv": "id,name,kind\na,Ann,person\nb,Bob,person\n",
    "sources.csv": "id,title,publisher\ns1,One,Gazette\ns2,Two,Herald\n",
    "relations.csv": "source,target,type,start,confidence,reference\n"
    "a,b,funds,2020,0.5,s1|s2\n"
    "b,a,opposes,2021,,s1\n"
    "a,b,located_in,,,\n",
}


def test_pointing_at_a_line_tells_the_first_relation_and_names_the_others(visit, page_of, tmp_path):
    for name, text in PAIRED.items():
        (tmp_path / name).write_text(text)
    one = visit(page_of(graph.load(tmp_path)))
    (ax, ay), (bx, by) = one.point("a"), one.point("b")
    tip = one.page.locator("#tip")
    told = set()
    for share in (-24, -12, 0, 12, 24):  # so few have a line each
        one.page.mouse.move((ax + bx) / 2 + share / 2, (ay + by) / 2 + share)
        if tip.is_visible():
            told.add(tip.inner_text())
    ann, bob = say("Ann [funds] Bob (from 2020)"), say("Bob [opposes] Ann (from 2021)")
    assert told <= {
        f"{ann}\nconfidence 0.5 · 2 independent voices\nand 2 more: opposes, is located in",
        f"{bob}\none independent voice\nand 2 more: funds, is located in",
        f"{say('Ann [located_in] Bob')}\nno source\nand 2 more: funds, opposes",
    }
    assert len(told) >= 2


def test_a_contested_relation_shows_every_claim(visit, belarus, belarus_page):
    disputing = next(each for each in belarus.relation_rows if each.stance == "disputes")
    claims = [
        each
        for each in belarus.relation_rows
        if (each.source, each.target, each.type)
        == (disputing.source, disputing.target, disputing.type)
    ]
    one = visit(belarus_page, f"#relation={disputing.id}")
    assert one.page.locator("#panel-details .tie").count() == len(claims)
    assert "contested" in details(one)
    assert ", disputed" in details(one)


def test_sources_are_links_where_they_have_a_safe_address(visit, page_of, tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,Ann,person\nb,Bob,person\n")
    (tmp_path / "relations.csv").write_text(
        "source,target,type,reference\n"
        "a,b,funds,https://example.org/1|javascript:alert(1)|https://me:pw@example.org/|A book\n"
    )
    one = visit(page_of(graph.load(tmp_path)), "#actor=a")
    references = one.page.locator("#panel-details .tie .references")
    assert references.locator("li").count() == 4
    assert references.locator("a").count() == 1
    link = references.locator("a")
    assert link.get_attribute("href") == "https://example.org/1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_double_click_shows_only_the_surroundings(belarus_visit):
    belarus_visit.page.mouse.dblclick(*belarus_visit.point("iran"))
    assert "ego=1" in belarus_visit.state
    near = belarus_visit.drawing["actors"]
    belarus_visit.page.get_by_role("button", name="One step more").click()
    assert belarus_visit.drawing["actors"] > near
    belarus_visit.page.locator("#plate-note").get_by_role("button", name="Show all").click()
    assert "ego" not in belarus_visit.state


def test_dragging_moves_an_actor(belarus_visit):
    x, y = belarus_visit.point("germany")
    before = belarus_visit.drawing["positions"]["germany"]
    belarus_visit.page.mouse.move(x, y)
    belarus_visit.page.mouse.down()
    belarus_visit.page.mouse.move(x + 60, y - 10, steps=6)
    belarus_visit.page.mouse.up()
    after = belarus_visit.drawing["positions"]["germany"]
    # The first pixels only tell a drag from a click.
    assert after["x"] - before["x"] == pytest.approx(60, abs=15)
    assert belarus_visit.state == ""


def test_a_claim_and_its_denial_stand_side_by_side(visit, belarus_page):
    one = visit(belarus_page, "#actor=lukashenko")
    ties = one.page.locator("#panel-details .tie-line").all_inner_texts()
    claim = say("Alexander Lukashenko [leads] Belarus (since 1994)")
    denial = say("Alexander Lukashenko [leads] Belarus (from 2020), disputed by many leaders")
    (asserted,) = (number for number, tie in enumerate(ties) if tie.startswith(claim))
    assert ties[asserted + 1].startswith(denial)


def test_weight_and_confidence_are_plain_numbers(visit, page_of, tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,Ann,person\nb,Bob,person\n")
    (tmp_path / "relations.csv").write_text(
        "source,target,type,weight,confidence\n"
        "a,b,funds,2.0,C4\na,b,opposes,1,\na,b,supports,0.25,1\n"
    )
    one = visit(page_of(graph.load(tmp_path)), "#actor=a")
    facts = one.page.locator("#panel-details .facts").all_inner_texts()
    assert sorted(facts) == ["weight 0.25 · confidence 1", "weight 2 · confidence 0.4 (grade C4)"]


def test_folds_stay_open_with_the_focus_when_the_card_is_drawn_again(visit, belarus_page):
    one = visit(belarus_page, "#actor=poland")
    summaries = one.page.locator("#panel-details summary")
    assert summaries.count() == 3  # aliases, a note of one's own, measures
    for summary in summaries.all():
        summary.click()
    summaries.first.focus()
    one.page.evaluate("location.hash = 'actor=poland&avoid=borders'")
    one.page.locator("#panel-details", has_text="more hidden by the filters").wait_for()
    assert one.page.locator("#panel-details details[open]").count() == 3
    assert one.page.evaluate("document.activeElement.parentElement.className") == "aliases"
    one.page.evaluate("location.hash = 'actor=lithuania'")
    one.page.locator("#panel-details .card-title", has_text="Lithuania").wait_for()
    assert one.page.locator("#panel-details details[open]").count() == 0


def test_scores_have_the_digits_of_the_terminal(visit, belarus, belarus_page):
    one = visit(belarus_page, "#actor=putin")
    one.page.locator("#panel-details .fold:not(.own-note) summary").click()
    rows = one.page.locator(".measures tbody tr").all_inner_texts()
    shown = {row.split("\t")[0].lower(): row.split("\t")[1] for row in rows}
    answer = belarus.centrality("betweenness", "degree")
    at = [actor.id for actor in answer.actors].index("putin")
    assert shown["betweenness"] == f"{answer.scores['betweenness'][at]:.4f}"
    assert shown["degree"] == f"{answer.scores['degree'][at]:.0f}"


def first(one):
    """What the list of the first actors is called, and who is in it."""
    heading = one.page.locator("#panel-details h3", has_text="First by")
    names = one.page.locator("#panel-details .ranking .rank-name").all_inner_texts()
    return (heading.inner_text() if heading.count() else ""), names


def test_the_first_actors_follow_the_filters(visit, belarus, belarus_page):
    assert first(visit(belarus_page))[0] == "First by betweenness"
    one = visit(belarus_page, "#avoid=opposes&avoid_kind=state")
    one.page.evaluate("actorExplorer.scores()")  # computes to the end what is pending
    heading, names = first(one)
    assert heading == "First by betweenness"
    answer = belarus.avoid("opposes").avoid_kind("state").centrality("betweenness")
    assert names == [actor.name for actor in answer.actors[: len(names)]]


def test_nobody_is_first_where_all_are_equal_at_nothing(visit, page_of):
    pair = page_of(network("a funds b", "b funds a", "c funds c"))
    heading, names = first(visit(pair))
    assert (heading, names[:2]) == ("First by number of relations", ["a", "b"])
    assert first(visit(page_of(network(actors="a b")))) == ("", [])
