"""A picture draws the areas of communities, and says who has no relations, as the page does."""

from itertools import combinations

import pytest
from test_picture import group, middle_of
from tiny_network import network

from explorer.picture import captions, draw_picture
from explorer.picture.sheet import THEMES
from graph.saved.arrangement import Arrangement

CAVES = [f"{a} borders {b}" for cave in ("ABCD", "EFGH") for a, b in combinations(cave, 2)]
LONE = [f"Lone{number}" for number in range(30)]


def labels(made):
    return [part.text for part in group(made, "names")]


@pytest.fixture(scope="module")
def caves():
    net = network(*CAVES, "A borders E", actors=" ".join(LONE))
    return net, draw_picture(net, legend=False)


def test_each_community_has_an_area_in_its_colour(caves):
    fills = [part.get("fill") for part in group(caves[1], "communities")]
    assert fills == list(THEMES["light"].communities[:2])


def test_networks_with_tensions_have_no_areas_of_communities():
    assert group(draw_picture(network(*CAVES, "A opposes E")), "communities") == []
    assert len(group(draw_picture(network(*CAVES, "A ally E")), "communities")) == 2


@pytest.mark.parametrize("page", ["slide", "a4-upright"])
def test_many_actors_without_relations_are_lines_beyond_all_others(caves, page):
    parts = group(draw_picture(caves[0], legend=False, page=page), "actors")
    marks = {part.findtext("{http://www.w3.org/2000/svg}title"): middle_of(part) for part in parts}
    lone, others = [marks[name] for name in LONE], [marks[name] for name in "ABCDEFGH"]
    (side,) = (side for side in (0, 1) if min(m[side] for m in lone) > max(m[side] for m in others))
    assert len({round(mark[side]) for mark in lone}) <= 5


def test_they_have_a_caption_in_place_of_names(caves):
    _, made = caves
    assert {"30 without", "relations"} <= set(labels(made))
    assert not set(LONE) & set(labels(made))
    assert made.left_out == ("30 names are left out, so that the others can be read.",)


def test_a_reader_who_placed_them_gets_no_caption(caves):
    net, _ = caves
    placed = {name: (50 * row, 9 * row) for row, name in enumerate([*"ABCDEFGH", *LONE])}
    made = draw_picture(net, legend=False, arrangement=Arrangement(placed))
    assert "30 without" not in labels(made)


def test_in_a_crowd_communities_have_names_unless_their_foremost_actor_has_one(monkeypatch):
    large = [f"L{place}" for place in range(24)]
    inside = [f"{a} borders {b}" for circle in (large, "EFGH") for a, b in combinations(circle, 2)]
    net = network(*inside)
    assert not [text for text in labels(draw_picture(net, legend=False)) if "Around" in text]
    monkeypatch.setattr(captions, "CROWD", 8)
    assert [text for text in labels(draw_picture(net, legend=False)) if "Around" in text] == [
        "Around E"
    ]
