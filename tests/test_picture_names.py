"""Names in a picture cover no other name and no mark, whatever the network."""

from itertools import combinations
from math import cos, sin, tau

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_network import network, of_rows

from explorer.picture.curves import Circle
from explorer.picture.labels import Name, list_line_breaks, position_labels
from explorer.picture.line_density import LineDensity
from explorer.picture.network_drawing import DrawnNetwork, draw_network
from explorer.picture.shapes import Box
from explorer.picture.sheet import THEMES
from explorer.picture.styles import FEW_RELATIONS, build_styles
from graph.layout.positions import compute_positions

LETTERS = st.sampled_from("ABWilmąЖш中ع -")
NAMES = st.text(LETTERS, min_size=1, max_size=50).filter(str.strip)
AREA = Box(20, 30, 500, 360)


def measure(texts):
    """Stand for a font whose letters are all as wide."""
    return [0.6 * len(text) for text in texts]


@st.composite
def networks(draw):
    names = draw(st.lists(NAMES, min_size=1, max_size=30))
    actors = [
        {"id": f"a{row}", "name": name, "kind": draw(st.sampled_from(["person", "state", "x"]))}
        for row, name in enumerate(names)
    ]
    ends = st.sampled_from([actor["id"] for actor in actors])
    relation = st.fixed_dictionaries({
        "source": ends, "target": ends, "type": st.sampled_from(["ally", "funds", "opposes"]),
        "stance": st.sampled_from(["asserts", "disputes"]), "note": st.uuids().map(str),
    })  # fmt: skip
    relations = draw(st.lists(relation, max_size=40))
    return of_rows(actors, relations)


def draw(net, area=AREA, measure=measure, positions=None):
    scores = [float(row) for row in range(len(net.actor_rows))]
    look = build_styles(net, THEMES["light"]), THEMES["light"]
    drawn = DrawnNetwork(net, positions or compute_positions(net), scores)
    return draw_network(drawn, look, area, measure)


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(networks())
def test_no_name_covers_another_name_a_mark_or_a_sign(net):
    result = draw(net)
    signs = [Box(badge.x - 7, badge.y - 7, 14, 14) for badge in result.drawing.badges]
    for one, other in combinations(result.labels, 2):
        assert not one.box.overlaps(other.box)
    for label in result.labels:
        assert AREA.contains(label.box)
        assert not any(label.box.overlaps(sign) for sign in signs)
        others = [mark for actor, mark in enumerate(result.marks) if actor != label.name.actor]
        assert label.name.strong or not any(label.box.overlaps(mark.box) for mark in others)


@settings(max_examples=40, deadline=None)
@given(networks())
def test_every_actor_and_relation_is_drawn_and_every_missing_name_is_counted(net):
    result = draw(net)
    assert len(result.drawing.figures) == len(net.actor_rows)
    pairs = {frozenset((each.source, each.target)) for each in net.relation_rows}
    few = len(net.relation_rows) <= FEW_RELATIONS
    assert len(result.drawing.strokes) == len(net.relation_rows if few else pairs)
    assert len(result.labels) + result.left_out_count == len(net.actor_rows)
    assert len({label.name.actor for label in result.labels}) == len(result.labels)


def test_all_names_are_there_when_there_is_room():
    result = draw(network("Ann ally Bob", "Bob funds Cem", "Cem opposes Ann"))
    assert result.left_out_count == 0
    assert result.notes == ()
    assert {line for label in result.labels for line in label.lines} == {"Ann", "Bob", "Cem"}


def test_without_room_the_important_names_stay():
    names = [f"Name{row}" for row in range(25)]
    net = network(*(f"{name} ally Hub" for name in names), actors=" ".join([*names, "Hub"]))
    around = [tau * row / 25 for row in range(25)]
    star = [*((round(500 * cos(angle)), round(500 * sin(angle))) for angle in around), (0, 0)]
    result = draw(net, Box(0, 0, 260, 150), positions=star)
    kept = [label.name.actor for label in result.labels]
    assert 0 < result.left_out_count < 26
    assert result.notes == (
        f"{result.left_out_count} names are left out, so that the others can be read.",
    )
    assert max(label.name.mark.r for label in result.labels) in {
        label.name.mark.r for label in result.labels if label.name.actor == 25
    }
    assert 25 in kept


def test_a_name_stands_where_few_lines_run():
    name = Name(0, (("Ann",),), Circle(50, 50, 5))
    below = [(x, y) for x in range(30, 70, 3) for y in range(56, 74, 3)]
    free = position_labels([name], {"Ann": 2}, Box(0, 0, 100, 100))[0].box
    moved = position_labels([name], {"Ann": 2}, Box(0, 0, 100, 100), (), LineDensity(below))[0].box
    assert free.y > 50
    assert moved.y + moved.height < 50


def test_a_name_keeps_away_from_the_marks_of_others():
    ann, bob = Name(0, (("Ann",),), Circle(50, 50, 5)), Name(1, (("",),), Circle(50, 79, 3))
    label = position_labels([ann, bob], {"Ann": 2, "": 0}, Box(0, 0, 100, 100))[0]
    assert label.box.y + label.box.height < 50


def crowded(*, strong):
    around = [Circle(50 + dx, 50 + dy, 3) for dx in range(-48, 49, 12) for dy in (-20, 0, 20)]
    lesser = [Name(row, (("",),), mark) for row, mark in enumerate(around, 1)]
    hub = Name(0, (("Hub",),), Circle(50, 35, 8), strong=strong)
    return position_labels([hub, *lesser], {"Hub": 3, "": 0}, Box(0, 20, 100, 40))


def test_in_a_crowd_a_foremost_name_covers_lesser_marks_rather_than_be_left_out():
    assert [label for label in crowded(strong=False) if label.name.actor == 0] == []
    assert [label.lines for label in crowded(strong=True) if label.name.actor == 0] == [("Hub",)]


def test_a_name_that_finds_no_room_is_tried_in_smaller_letters():
    name = Name(0, (("Anna",),), Circle(50, 50, 5))
    wide = position_labels([name], {"Anna": 7.5}, Box(0, 0, 100, 100))
    narrow = position_labels([name], {"Anna": 8.5}, Box(0, 0, 100, 100))
    assert [label.size for label in (*wide, *narrow)] == [12, 10.5]
    assert position_labels([name], {"Anna": 9.5}, Box(0, 0, 100, 100)) == []


def test_signs_cover_no_mark_and_no_other_sign():
    pairs = [f"A funds B start={year}" for year in range(2001, 2006)]
    denials = [f"{pair} stance=disputes" for pair in pairs]
    result = draw(network(*pairs, *denials, "A ally C", "C ally B"))
    signs = [Box(badge.x - 7, badge.y - 7, 14, 14) for badge in result.drawing.badges]
    assert len(signs) == 10
    assert not any(one.overlaps(other) for one, other in combinations(signs, 2))
    assert not any(sign.overlaps(mark.box) for sign in signs for mark in result.marks)


def test_long_names_are_broken_evenly_and_then_cut():
    assert list_line_breaks("Vilnius Conference of the Belarusian Opposition") == (
        ("Vilnius Conference", "of the Belarusian", "Opposition"),
        ("Vilnius Conference of the", "Belarusian Opposition"),
    )
    assert list_line_breaks("W" * 5_000) == (("W" * 31 + "…",),)
    assert all(len(line) <= 32 for lines in list_line_breaks("word " * 400) for line in lines)
    assert list_line_breaks("word " * 400)[0][-1].endswith("…")


def test_nobody_is_drawn_where_nobody_is():
    result = draw(network("A ally B").only("funds").avoid_actor("A", "B"))
    assert (result.labels, result.left_out_count, result.drawing.figures) == ([], 0, [])
