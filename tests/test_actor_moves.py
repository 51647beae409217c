import random
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph
from graph.layout.actor_moves import move_actors
from graph.layout.positions import compute_positions
from graph.layout.readability import count_crossings

ROOM = (64.0, 46.0)


def overlaps(points):
    return [
        pair
        for pair in combinations(range(len(points)), 2)
        if all(abs(points[pair[0]][axis] - points[pair[1]][axis]) < ROOM[axis] for axis in (0, 1))
    ]


def move(points, edges, seed=1):
    lengths = dict.fromkeys(edges, 1.0)
    source = random.Random(seed)  # noqa: S311 - a picture
    return move_actors(points, lengths, [ROOM] * len(points), source)


def test_a_tangled_tree_is_drawn_without_crossings():
    edges = [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)]
    tangled = [(0, 0), (600, 300), (0, 300), (0, 600), (300, 900), (600, 600), (900, 0)]
    assert count_crossings(tangled, edges) > 0
    assert count_crossings(move(tangled, edges), edges) == 0


def test_a_mark_moves_off_an_edge_of_others():
    points = move([(0, 0), (200, 3), (400, 0), (200, 300)], [(0, 2), (1, 3)])
    (ax, ay), (x, y), (bx, by), _ = points
    off = (
        abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    )
    assert off >= 20 or not min(ax, bx) < x < max(ax, bx)


@st.composite
def drawings(draw):
    count = draw(st.integers(2, 9))
    cells = draw(st.permutations([(x * 90, y * 70) for x in range(4) for y in range(4)]))
    pairs = list(combinations(range(count), 2))
    chain = [(row, row + 1) for row in range(count - 1)]
    extra = draw(st.lists(st.sampled_from(pairs), max_size=12))
    return cells[:count], list(dict.fromkeys([*chain, *extra]))


@settings(max_examples=30, deadline=None)
@given(drawings())
def test_rooms_stay_apart_and_positions_whole(drawing):
    points, edges = drawing
    moved = move(points, edges)
    assert overlaps(moved) == []
    assert all(x == round(x) and y == round(y) for x, y in moved)
    assert moved == move(points, edges)


@pytest.mark.slow
def test_the_example_has_fewer_crossings_than_force_atlas():
    network = graph.load_example()
    ends = zip(*network.columns.endpoints, strict=True)
    pairs = sorted({(min(pair), max(pair)) for pair in ends if pair[0] != pair[1]})
    found = nx.forceatlas2_layout(nx.Graph(pairs), seed=1)
    theirs = count_crossings([found[row] for row in range(len(found))], pairs)
    assert count_crossings(compute_positions(network), pairs) < 0.9 * theirs
