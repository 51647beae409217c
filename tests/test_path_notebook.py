"""Paths in a notebook: the card, the drawing, when there is one, and what was cited."""

import re

import pytest
from tiny_network import network

import explorer
from explorer.report.answer_html import render_html
from graph import QuestionError

ROWS = ("<b> funds B start=2000 reference=x id=r1", "B funds C id=r2")


def test_the_card_is_markdown_with_footnotes():
    net = explorer.load_example()
    card = net.path("Lukashenko", "Vilnius").card
    assert "Cite as `path:" in card
    assert "\n\n[^1]: " in card


def test_a_path_is_drawn_alone():
    net = explorer.load_example()
    picture = net.draw_path(net.path("Lukashenko", "Vilnius").paths[0], theme="dark")
    assert "Alexander Lukashenko and Vilnius" in picture.svg


def test_a_very_long_path_is_not_drawn():
    rows = [f"A{number} ally A{number + 1}" for number in range(40)]
    net = network(*rows)
    from explorer.picture.path_picture import draw_path

    with pytest.raises(QuestionError, match="the path has 40 steps, and a picture shows"):
        draw_path(net, net.path("A0", "A40").paths[0])


def test_a_whole_answer_is_not_drawn():
    net = explorer.load_example()
    with pytest.raises(QuestionError, match=r"path: Paths is no single path\. Give one of"):
        net.draw_path(net.path("Minsk", "Kyiv"))


def test_answers_are_shown_as_text():
    net = network(*ROWS)
    shown = render_html(net.path_history("<b>", "C"))
    assert "<li><bdi>From 2000, 2 steps: &lt;b&gt;" in shown
    cited = render_html(net.cited_path("path:r1.r2"))
    assert cited.startswith("<p><bdi>This path still stands, on the same relations.</bdi></p>")
    assert "&lt;b&gt;" in cited
    filtered = render_html(net.avoid("funds").cited_path("path:r1.r2"))
    assert "Left out by the filters: &lt;b&gt; funds B" in filtered


def test_disjoint_paths_have_headings():
    rows = [row for at in range(7) for row in (f"<b> funds M{at}", f"M{at} funds C")]
    shown = render_html(network(*rows).cut("<b>", "C"))
    headings = re.findall(r"<p>(Path .*?)</p><ol>", shown)
    assert headings == [f"Path {number} of 7" for number in range(1, 6)]
    assert "<p>2 more paths: see .paths</p>" in shown
    assert "<b>" not in shown


def test_members_of_an_ego_network_stand_below_their_distance():
    net = network("A funds B reference=x", "A ally B", "B opposes <i>", "C funds B")
    shown = render_html(net.ego("A", depth=2))
    near, far = shown.split("<p>One step away</p>")[1].split("<p>Two steps away</p>")
    assert (near.count("<li>"), "is allied with" in near, "[1]" in near) == (2, True, True)
    assert far.index("&lt;i&gt;") < far.index("<bdi>is funded by</bdi> <bdi>C</bdi>")
    assert "<i>" not in shown


def test_what_was_cited_as_a_table():
    answer = network(*ROWS).cited_path("path:r1.r9")
    assert answer.frame["state"].tolist() == ["gone"]
    assert repr(answer) == "<CitedPath: path:r1.r9, does not stand>"
    assert answer.to_dict()["stands"] is False
