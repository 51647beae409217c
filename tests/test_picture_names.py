"""Names in a picture cover no other name and no mark, whatever the network."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_network import network, of_rows

from explorer.picture.clutter import Clutter
from explorer.picture.curves import Circle
from explorer.picture.ink import Box
from explorer.picture.labels import Name, placed, ways
from explorer.picture.paper import THEMES
from explorer.picture.scene import Drawn, scene
from explorer.picture.styles import styles_of
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


def drawn(net, area=AREA, measure=measure):
    scores = [float(row) for row in range(len(net.actor_rows))]
    look = styles_of(net), THEMES["light"]
    return scene(Drawn(net, compute_positions(net), scores), look, area, measure)


@settings(max_examples=40, deadline=None)
@given(networks())
def test_no_name_covers_another_name_a_mark_or_a_sign(net):
    made = drawn(net)
    signs = [Box(badge.x - 7, badge.y - 7, 14, 14) for badge in made.ink.badges]
    for one, other in combinations(made.labels, 2):
        assert not one.box.meets(other.box)
    for label in made.labels:
        assert AREA.holds(label.box)
        assert not any(label.box.meets(sign) for sign in signs)
        others = [mark for actor, mark in enumerate(made.marks) if actor != label.name.actor]
        assert not any(label.box.meets(mark.box) for mark in others)


@settings(max_examples=40, deadline=None)
@given(networks())
def test_every_actor_and_relation_is_drawn_and_every_missing_name_is_counted(net):
    made = drawn(net)
    assert len(made.ink.figures) == len(net.actor_rows)
    assert len(made.ink.strokes) == len(net.relation_rows)
    assert len(made.labels) + made.left_out == len(net.actor_rows)
    assert len({label.name.actor for label in made.labels}) == len(made.labels)


def test_all_names_are_there_when_there_is_room():
    made = drawn(network("Ann ally Bob", "Bob funds Cem", "Cem opposes Ann"))
    assert made.left_out == 0
    assert made.notes == ()
    assert {line for label in made.labels for line in label.lines} == {"Ann", "Bob", "Cem"}


def test_without_room_the_important_names_stay():
    net = network(*(f"Name{row} ally Hub" for row in range(25)), actors="Hub")
    made = drawn(net, Box(0, 0, 260, 150))
    kept = [label.name.actor for label in made.labels]
    assert 0 < made.left_out < 26
    assert made.notes == (f"{made.left_out} names are left out: there is no room for them.",)
    assert max(label.name.mark.r for label in made.labels) in {
        label.name.mark.r for label in made.labels if label.name.actor == 25
    }
    assert 25 in kept


def test_a_name_stands_where_few_lines_run():
    name = Name(0, (("Ann",),), Circle(50, 50, 5))
    below = [(x, y) for x in range(30, 70, 3) for y in range(56, 74, 3)]
    free = placed([name], {"Ann": 2}, Box(0, 0, 100, 100))[0].box
    moved = placed([name], {"Ann": 2}, Box(0, 0, 100, 100), (), Clutter(below))[0].box
    assert free.y > 50
    assert moved.y + moved.height < 50


def test_a_name_keeps_away_from_the_marks_of_others():
    ann, bob = Name(0, (("Ann",),), Circle(50, 50, 5)), Name(1, (("",),), Circle(50, 79, 3))
    label = placed([ann, bob], {"Ann": 2, "": 0}, Box(0, 0, 100, 100))[0]
    assert label.box.y + label.box.height < 50


def crowded(must):
    around = [Circle(50 + dx, 50 + dy, 3) for dx in range(-48, 49, 12) for dy in (-20, 0, 20)]
    lesser = [Name(place, (("",),), mark) for place, mark in enumerate(around, 1)]
    hub = Name(0, (("Hub",),), Circle(50, 35, 8), must=must)
    return placed([hub, *lesser], {"Hub": 3, "": 0}, Box(0, 20, 100, 40))


def test_in_a_crowd_a_foremost_name_covers_lesser_marks_rather_than_be_left_out():
    assert [label for label in crowded(must=False) if label.name.actor == 0] == []
    assert [label.lines for label in crowded(must=True) if label.name.actor == 0] == [("Hub",)]


def test_a_name_that_finds_no_room_is_tried_in_smaller_letters():
    name = Name(0, (("Anna",),), Circle(50, 50, 5))
    wide = placed([name], {"Anna": 7.5}, Box(0, 0, 100, 100))
    narrow = placed([name], {"Anna": 8.5}, Box(0, 0, 100, 100))
    assert [label.size for label in (*wide, *narrow)] == [12, 10.5]
    assert placed([name], {"Anna": 9.5}, Box(0, 0, 100, 100)) == []


def test_signs_cover_no_mark_and_no_other_sign():
    pairs = [f"A funds B start={year}" for year in range(2001, 2006)]
    denials = [f"{pair} stance=disputes" for pair in pairs]
    made = drawn(network(*pairs, *denials, "A ally C", "C ally B"))
    signs = [Box(badge.x - 7, badge.y - 7, 14, 14) for badge in made.ink.badges]
    assert len(signs) == 10
    assert not any(one.meets(other) for one, other in combinations(signs, 2))
    assert not any(sign.meets(mark.box) for sign in signs for mark in made.marks)


def test_long_names_are_broken_evenly_and_then_cut():
    assert ways("Vilnius Conference of the Belarusian Opposition") == (
        ("Vilnius Conference", "of the Belarusian", "Opposition"),
        ("Vilnius Conference of the", "Belarusian Opposition"),
    )
    assert ways("W" * 5_000) == (("W" * 31 + "…",),)
    assert all(len(line) <= 32 for way in ways("word " * 400) for line in way)
    assert ways("word " * 400)[0][-1].endswith("…")


def test_nobody_is_drawn_where_nobody_is():
    made = drawn(network("A ally B").only("funds").avoid_actor("A", "B"))
    assert (made.labels, made.left_out, made.ink.figures) == ([], 0, [])
