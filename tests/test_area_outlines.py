"""The area of a community hugs its members, and covers nobody else."""

import json
from itertools import product
from pathlib import Path

import pytest
from area_cases import make_area_cases, make_case, make_circles

from graph.layout.area_outlines import AreaMark, is_inside, outline_areas

CASES = Path(__file__).parent / "cases" / "areas.json"


def grid(left, top, community, size=3, step=30):
    """Marks in rows and columns."""
    return [
        AreaMark(left + step * i, top + step * j, 5, community)
        for i, j in product(range(size), repeat=2)
    ]


def covered(rings, mark):
    """Whether a mark is within an area: in its outer ring, and in none of its holes."""
    return sum(is_inside(ring, (mark.x, mark.y)) for ring in rings) % 2 == 1


def test_two_communities_have_an_area_each_around_their_own_members():
    left, right = grid(0, 0, 0), grid(90, 0, 1)
    first, second = outline_areas([*left, *right], [], 2)
    assert all(covered(first, mark) and not covered(second, mark) for mark in left)
    assert all(covered(second, mark) and not covered(first, mark) for mark in right)


def test_an_area_has_a_hole_around_somebody_else():
    marks = grid(0, 0, 0, size=5)
    marks[12] = marks[12]._replace(community=1)  # in the middle
    (rings,) = outline_areas(marks, [], 1)
    assert len(rings) == 2
    assert not covered(rings, marks[12])
    assert all(covered(rings, mark) for mark in marks if not mark.community)


def test_a_gap_without_anybody_is_no_hole():
    (rings,) = outline_areas([m for m in grid(0, 0, 0, size=5) if (m.x, m.y) != (60, 60)], [], 1)
    assert len(rings) == 1


def test_members_far_off_stay_outside_and_two_have_no_area():
    far = [AreaMark(600, 600, 5, 0), AreaMark(630, 600, 5, 0)]
    near = grid(0, 0, 0)
    (rings,) = outline_areas([*near, *far], [], 1)
    assert [covered(rings, mark) for mark in far] == [False, False]
    assert outline_areas(far, [], 1) == [[]]


def test_a_short_line_between_members_bridges_a_gap():
    marks = [*grid(0, 0, 0), *grid(130, 0, 0)]
    assert [len(rings) for rings in outline_areas(marks, [], 1)] == [2]
    assert [len(rings) for rings in outline_areas(marks, [(6, 9)], 1)] == [1]
    assert [len(rings) for rings in outline_areas(marks, [(6, 9)] * 6_001, 1)] == [2]


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_drawn_has_no_area(count):
    assert outline_areas([], [], count) == [[]] * count


def test_the_shared_cases_are_what_is_outlined_now():
    assert json.loads(CASES.read_text("utf-8")) == make_area_cases()


def test_a_community_most_of_whose_members_are_outside_has_no_area():
    case = make_case(make_circles([1]))
    assert [bool(area) for area in case["areas"]] == [True, False, True]


def test_few_areas_of_many_communities_are_not_drawn():
    assert make_case(make_circles([1, 2]))["areas"] == ["", "", ""]
