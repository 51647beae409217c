"""The page shows camps as Python found them: in the document, in colours, apart, and in words."""

import pytest
from terminal import run
from tiny_network import network

import graph
from explorer.page import camps as page_camps
from explorer.page.camps import build_camps
from explorer.picture import draw_picture
from graph.saved.arrangement import Arrangement

TRIANGLE = ("a ally b", "b ally c", "a opposes c", "a opposes d", "b opposes d", "c opposes d")


def test_the_document_has_camps_tensions_and_triangles():
    net = network(*TRIANGLE, actors="d")
    camps = build_camps(net, Arrangement())["camps"]
    assert camps["number"] == [2, 1, 1, 1]
    assert (camps["names"], camps["counts"]) == (["a, b and c", "d"], [3, 1])
    assert [each["actors"] for each in camps["triangles"]] == [[1, 3, 2], [1, 3, 0]]
    assert len(camps["tensions"]) == 1
    assert camps["tensions"][0]["support"] == "It rests on one row that is not rated."
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


def test_explore_picture_has_the_option(tmp_path):
    run("picture", "--colour-by", "camp", "-o", str(tmp_path / "camps.svg"))
    assert "Kalinoŭski Regiment" in (tmp_path / "camps.svg").read_text("utf-8")


@pytest.mark.browser
def test_camps_are_drawn_apart_and_tensions_are_shown(visit, belarus, belarus_page):
    one = visit(belarus_page, "#panel=camps")
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
    panel.get_by_text("In none (2)").click()
    assert set(panel.locator(".members .link").all_inner_texts()) == {
        actor.name for actor in answer.unplaced
    }
    triangle = belarus.balance().unbalanced[0]
    panel.locator(".tensions .link", has_text=triangle.sentence.removesuffix(".")).click()
    assert "ask=" in one.state
    assert "panel=camps" in one.state
    one.page.get_by_role("button", name="Draw together").click()
    assert "colour_by=plain" in one.state
    one.assert_quiet()
