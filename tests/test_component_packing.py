"""The largest component is in the middle, the others around it, near and without overlaps."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout.component_packing import pack_hulls
from graph.layout.packing import pack_components

GAP = 20.0
SIDES = st.floats(1, 400)
BOXES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=12)


def box(wide, high):
    return [(0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high)]


def drawn(sizes, aspect=1.6):
    """The left, top, right and bottom of each box."""
    places = pack_hulls([box(*size) for size in sizes], GAP, aspect)
    return [(x, y, x + w, y + h) for (x, y), (w, h) in zip(places, sizes, strict=True)]


@settings(max_examples=40, deadline=None)
@given(BOXES, st.floats(1, 3))
def test_no_two_boxes_are_nearer_than_the_gap(sizes, aspect):
    sizes.sort(key=lambda size: -size[0] * size[1])
    for (left, top, right, bottom), other in combinations(drawn(sizes, aspect), 2):
        across = max(left - other[2], other[0] - right)
        down = max(top - other[3], other[1] - bottom)
        assert max(across, down) >= GAP - 0.01


def test_the_largest_is_in_the_middle_of_many():
    boxes = drawn([(600, 400)] + [(80, 60)] * 40)
    middle = [(min(b[i] for b in boxes) + max(b[i + 2] for b in boxes)) / 2 for i in (0, 1)]
    assert abs(middle[0] - 300) < 130
    assert abs(middle[1] - 200) < 130


def test_small_ones_fill_the_corners_beside_a_round_one():
    ring = [(500.0, 0.0), (850.0, 150.0), (1000.0, 500.0), (850.0, 850.0), (500.0, 1000.0),
            (150.0, 850.0), (0.0, 500.0), (150.0, 150.0)]  # fmt: skip
    places = pack_hulls([ring, *[box(60, 40)] * 4], GAP, 1.0)
    assert all(-25 <= x <= 965 and -25 <= y <= 985 for x, y in places[1:])


def test_nothing_has_no_places():
    assert pack_hulls([], GAP, 1.6) == []


def test_isolated_actors_lie_below_all_components():
    components = [([0, 1], [(0.0, 0.0), (300.0, 200.0)]), ([2, 3], [(0.0, 0.0), (90.0, 0.0)])]
    positions = pack_components([64.0] * 40, components, list(range(4, 40)))
    assert min(y for _, y in positions[4:]) > max(y for _, y in positions[:4])
    assert len({y for _, y in positions[4:]}) == 4


def test_a_network_of_isolated_actors_alone_is_a_block():
    assert len(set(pack_components([64.0] * 30, [], list(range(30))))) == 30
