"""The page shows camps as Python found them: in the document, in colours, apart, and in words."""

import pytest
from terminal import run
from tiny_network import network

import graph
from explorer.page import camps as page_camps
from explorer.page.camps import build_camps
from explorer.picture import draw_picture
from explorer.picture.sheet import THEMES
from explorer.picture.styles import build_styles
from explorer.report.camps import IN_TENSION
from graph.saved.arrangement import Arrangement

TRIANGLE = ("a ally b", "b ally c", "a opposes c", "a opposes d", "b opposes d", "c opposes d")


def test_the_document_has_camps_tensions_and_triangles():
    net = network(*TRIANGLE, actors="d")
    camps = build_camps(net, Arrangement())["camps"]
    assert camps["number"] == [2, 1, 1, 1]
    assert (camps["names"], camps["counts"]) == (["a, b and c", "d"], [3, 1])
    assert [each["actors"] for each in camps["triangles"]] == [[1, 3, 2], [1, 3, 0]]
    assert [each["title"] for each in camps["tensions"]] == [IN_TENSION]
    items = camps["tensions"][0]["items"]
    assert items[0]["support"] == "It rests on one row that is not rated."
    assert len(camps["x"]) == len(camps["y"]) == 4


def test_the_document_has_none_without_a_conflict_or_in_a_large_network(monkeypatch):
    assert build_camps(network("a ally b", "b ally c"), Arrangement()) == {}
    foes = network("a opposes b", "b opposes c", "c opposes a")
    assert build_camps(foes, Arrangement()) == {}
    monkeypatch.setattr(page_camps, "MOST_ACTORS", 2)
    assert build_camps(network(*TRIANGLE), Arrangement()) == {}


def test_actors_stay_where_a_reader_arranged_them():
    camps = build_camps(network(*TRIANGLE), Arrangement({"a": (1, 2)}))["camps"]
    assert "x" not in camps
    assert camps["opens"] is False


BLOCS = (
    "a ally b",
    "b ally c",
    "d ally e",
    "e ally f",
    "a opposes d",
    "b opposes e",
    "c opposes f",
)


@pytest.mark.parametrize(
    ("relations", "opens"),
    [
        (BLOCS, True),
        ((*TRIANGLE, "d ally e"), False),  # a camp of two
        ((*BLOCS, *(f"a met m{each}" for each in range(6))), True),
        ((*BLOCS, *(f"a met m{each}" for each in range(7))), False),  # most are in no camp
    ],
)
def test_a_page_and_a_picture_open_by_camp_where_most_are_in_a_camp_of_three(relations, opens):
    net = network(*relations)
    camps = build_camps(net, Arrangement())["camps"]
    assert camps["opens"] is opens
    assert ("Camps" in draw_picture(net).svg) is opens


def test_a_picture_opens_as_was_saved():
    net = network(*BLOCS)
    plain = draw_picture(net, colour_by="plain").svg
    assert "Camps" not in plain
    placed = {actor.id: (each, each % 3) for each, actor in enumerate(net.actor_rows)}
    for arrangement, opens in (
        (Arrangement(placed), False),
        (Arrangement(placed, state="#colour_by=camp"), True),
        (Arrangement(state="#colour_by=plain"), False),
        (Arrangement(state="#size_by=pagerank"), True),
    ):
        assert ("Camps" in draw_picture(net, arrangement=arrangement).svg) is opens


def test_a_long_name_of_a_camp_is_shortened():
    net = network(*(each.replace("a ", "a_very_long_name_of_an_alliance ") for each in BLOCS))
    camps = build_camps(net, Arrangement())["camps"]
    assert len(camps["names"][0]) > 32
    assert camps["short_names"][0].endswith(" and others")


def test_a_picture_is_coloured_by_camp():
    net = network(*TRIANGLE, *(f"a ally e{each}" for each in range(4)))
    drawn = draw_picture(net, colour_by="camp").svg
    assert "Camps" in drawn
    assert 'fill="#e8004d"' in drawn
    assert 'fill="#004f94"' in drawn
    plain = draw_picture(network("a ally b"), colour_by="camp")
    assert plain.cautions[0].startswith("Marks have no colours of camps. One camp")
    with pytest.raises(graph.QuestionError, match="colouring"):
        draw_picture(net, colour_by="side")


def test_who_is_of_an_earlier_era_has_not_the_colour_of_a_camp():
    net = network("a opposes b start=2020", "a ally c", "b opposes d end=1863", "d ally c end=1850")
    theme = THEMES["light"]
    styles = build_styles(net, theme, net.camps())
    colours = styles.list_mark_colours(4, theme)
    assert colours[3] == theme.communities[-1]
    assert not set(colours[:3]) & {theme.communities[-1], theme.ink}
    assert "ended before 1990, in grey (1)" in draw_picture(net, colour_by="camp").svg


def test_explore_picture_has_the_option(tmp_path):
    run("picture", "--colour-by", "plain", "-o", str(tmp_path / "plain.svg"))
    assert "Camps" not in (tmp_path / "plain.svg").read_text("utf-8")


@pytest.mark.browser
def test_camps_are_drawn_apart_and_tensions_are_shown(visit, belarus, belarus_page):
    one = visit(belarus_page, "#colour_by=plain&panel=camps")
    answer = belarus.camps()
    panel = one.page.locator("#panel-camps")
    assert answer.sentence in panel.inner_text()
    panel.get_by_role("button", name="Draw the camps apart").click()
    one.said("Camps stand apart, in colours of their own")
    assert one.state == "#colour_by=camp&panel=camps"
    positions = one.drawing["positions"]
    first, second = ([positions[actor.id]["x"] if isinstance(positions[actor.id], dict)
                      else positions[actor.id][0] for actor in camp.actors]
                     for camp in answer.camps)  # fmt: skip
    assert sum(first) / len(first) < sum(second) / len(second)
    key = one.page.locator("#settings .colour-key li").all_inner_texts()
    assert key[0].startswith("camp 1: Government of Belarus")
    assert "ended before 1992 (6)" in key
    panel.get_by_text("Ended before 1992 (6)").wait_for()
    panel.get_by_text("In no camp (2)").click()
    panel.locator(".members .link").first.wait_for()
    assert set(panel.locator(".members .link").all_inner_texts()) == {
        actor.name for actor in answer.unplaced
    }
    triangle = belarus.balance().unbalanced[0]
    panel.locator(".tensions .link", has_text=triangle.sentence.removesuffix(".")).click()
    assert "ask=" in one.state
    assert "panel=camps" in one.state
    one.page.get_by_role("button", name="Ignore camps").click()
    assert "colour_by=plain" in one.state
    one.assert_quiet()


@pytest.mark.browser
def test_a_page_opens_by_camp_unless_a_link_says_otherwise(visit, belarus_page):
    one = visit(belarus_page)
    assert one.page.locator("#colour-by").input_value() == "camp"
    assert {"Government of Belarus and others", "Poland and others"} <= {
        label["text"].replace("\n", " ") for label in one.drawing["labels"]
    }
    assert one.state == ""
    saved = one.page.evaluate("actorExplorer.layout()")
    assert saved["state"] == "#colour_by=camp"
    one = visit(belarus_page, "#moved=belarus,10,10")  # of a page that did not open by camp
    assert one.page.locator("#colour-by").input_value() == "plain"
    one = visit(belarus_page, "#colour_by=kind")
    assert one.page.locator("#settings .colour-key").count() == 0
