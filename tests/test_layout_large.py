import random
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout import circles
from graph.layout.community_levels import SMALL, find_community_levels
from graph.layout.large_component import draw_large_component
from graph.layout.layout_edges import LayoutEdges, merge_groups, split_by_group
from graph.layout.positions import EXACT, position_rows

pytestmark = pytest.mark.long

Edges = list[tuple[int, int]]


def make_edges(edges: Edges):
    ends = np.array(edges, dtype=np.int64)
    return LayoutEdges(ends[:, 0], ends[:, 1], np.ones(len(edges)))


def make_caves(number: int, size: int):
    """Cliques in a ring, each tied to the next by one tie."""
    edges = [
        (cave * size + one, cave * size + other)
        for cave in range(number)
        for one, other in combinations(range(size), 2)
    ]
    return edges + [
        tuple(sorted((cave * size, (cave + 1) % number * size + 1))) for cave in range(number)
    ]


def make_tree(actors: int, seed: int):
    source = random.Random(seed)  # noqa: S311 - a test's network
    return [(source.randrange(row), row) for row in range(1, actors)]


def compute(edges: Edges, actors: int, **more):
    return np.array(position_rows([64.0] * actors, [(*edge, 1.0) for edge in edges], **more))


def test_communities_are_parts_of_those_before_and_small_at_the_end():
    levels = find_community_levels(make_edges(make_caves(60, 12)), 720)
    assert levels[0].tolist() == [0] * 720
    for outer, inner in pairwise(levels):
        assert len(set(zip(inner, outer, strict=True))) == inner.max() + 1
        assert sorted(set(inner)) == list(range(inner.max() + 1))
    assert np.bincount(levels[-1]).max() <= SMALL


def test_a_clique_is_never_torn():
    last = find_community_levels(make_edges(make_caves(60, 12)), 720)[-1]
    assert all(len(set(last[cave * 12 : cave * 12 + 12])) == 1 for cave in range(60))


def test_a_star_stays_whole():
    levels = find_community_levels(make_edges([(0, leaf) for leaf in range(1, 500)]), 500)
    assert len(levels) == 1


@pytest.mark.nightly(but_each=4)
@pytest.mark.parametrize(
    "edges",
    [
        pytest.param([(0, leaf) for leaf in range(1, 600)], id="star"),
        pytest.param([(row, row + 1) for row in range(599)], id="line"),
        pytest.param(
            list(combinations(range(80), 2)) + [(79, 80 + n) for n in range(520)], id="core"
        ),
        pytest.param(make_tree(600, 2), id="tree"),
    ],
)
def test_odd_large_networks_have_places_apart(edges: Edges):
    positions = compute(edges, 600)
    assert len({tuple(point) for point in positions.tolist()}) == 600


def test_caves_lie_in_discs_of_their_own():
    positions = compute(make_caves(60, 12), 720).reshape(60, 12, 2)
    middles = positions.mean(axis=1)
    reach = np.hypot(*(positions - middles[:, None]).transpose(2, 0, 1)).max(axis=1)
    for one, other in combinations(range(60), 2):
        assert np.hypot(*(middles[one] - middles[other])) > max(reach[one], reach[other])


@pytest.mark.nightly
def test_the_same_seed_gives_the_same_places_and_another_one_others():
    edges = make_tree(1_500, 4)
    assert (compute(edges, 1_500) == compute(edges, 1_500)).all()
    assert (compute(edges, 1_500) != compute(edges, 1_500, seed=2)).any()


def test_a_large_drawing_is_landscape():
    wide, high = np.ptp(compute(make_tree(3_000, 1), 3_000), axis=0)
    assert 1 < wide / high < 2.5


def test_progress_is_told_until_all_is_done():
    calls = []
    compute(make_caves(60, 12), 720, progress=lambda *state: calls.append(state))
    assert {what for what, _, _ in calls} == {"communities", "actors", "discs"}
    assert all(0 <= done <= everything for _, done, everything in calls)
    assert ("communities", 720, 720) in calls


def test_what_progress_raises_ends_the_work():
    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compute(make_tree(EXACT + 1, 1), EXACT + 1, progress=stop)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50), st.floats(1, 30)), min_size=1))
def test_circles_apart_never_overlap_and_lie_within_the_one_around_them(found):
    across, down, radii = (np.array(column) for column in zip(*found, strict=True))
    one_group = np.zeros(len(found), dtype=np.int64)
    positions = circles.separate_circles(across + 1j * down, radii, one_group, 1)
    for one, other in combinations(range(len(found)), 2):
        assert abs(positions[one] - positions[other]) >= (radii[one] + radii[other]) * (1 - 1e-6)
    middle, radius = circles.enclose_circles(positions, radii, one_group, 1)
    assert (np.abs(positions - middle[0]) + radii <= radius[0] * (1 + 1e-9)).all()


@given(st.integers(2, 30), st.integers(1, 5), st.randoms(use_true_random=False))
def test_every_tie_is_within_a_group_or_between_two(actors, groups, source):
    edges = make_tree(actors, source.randrange(99))
    group_of = np.array([source.randrange(groups) for _ in range(actors)])
    ties = make_edges(edges)
    inside = sum(len(found) for _, found in split_by_group(ties, group_of, groups))
    assert inside + merge_groups(ties, group_of, groups).value.sum() == len(edges)


def test_nobody_stands_on_another():
    edges = make_tree(1_000, 5)
    rooms = [46.0] * 1_000
    source = random.Random(1)  # noqa: S311 - a picture
    points = np.array(draw_large_component(make_edges(edges), rooms, source))
    found = points[:, 0] + 1j * points[:, 1]
    gaps = np.abs(found[:, None] - found) + np.eye(1_000) * 1e9
    assert gaps.min() > 30
