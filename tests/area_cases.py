"""Marks and lines whose areas Python and the page outline alike."""

from graph.layout.area_outlines import AreaMark, draw_rings, outline_areas

HAND = {
    "marks": [[0, 0, 5, 0], [40, 0, 5, 0], [20, 30, 7, 0], [300, 10, 5, 0], [20, 12, 4, 1]],
    "lines": [[0, 1], [1, 2], [2, 3]],
    "count": 2,
}
NEAR = [(0, 0, 5), (40, 0, 5), (20, 30, 7)]
FAR = [(900 * place, 900, 5) for place in range(4)]


def make_circles(far):
    """Make three communities of three marks near each other, some with far members besides."""
    near = [[x + 400 * number, y, r, number] for number in range(3) for x, y, r in NEAR]
    marks = near + [[x, y + 900 * number, r, number] for number in far for x, y, r in FAR]
    return {"marks": marks, "lines": [], "count": 3}


def make_area_cases():
    """Return marks by hand and two crowds, each with the areas of its communities.

    Of one case by hand most members of a community are far from each other, of the other one those
    of most communities.
    """
    crowds = make_crowd(60, 3), make_crowd(300, 9)
    return [make_case(each) for each in (HAND, *crowds, make_circles([1]), make_circles([1, 2]))]


def make_case(asked):
    marks = [AreaMark(*mark) for mark in asked["marks"]]
    areas = outline_areas(marks, [tuple(line) for line in asked["lines"]], asked["count"])
    return {**asked, "areas": [draw_rings(rings) for rings in areas]}


def make_crowd(size, communities):
    """Make marks around the middles of communities, without a library's random numbers."""
    marks, lines, state = [], [], size
    for row in range(size):
        state = state * 16807 % 2147483647
        community = state % communities
        across, down = state // 97 % 199 + state // 7 % 101, state // 13 % 149 + state // 31 % 83
        x, y = across + 170 * (community % 3), down + 130 * (community // 3)
        marks.append([x, y, 3 + state % 5, community])
        if row:
            lines.append([row, state % row])
    return {"marks": marks, "lines": lines, "count": min(communities, 8)}
