"""A picture and the page draw the same outlines, curves, sizes and colours."""

import json
import re
import subprocess
from itertools import combinations
from pathlib import Path

import pytest
from browser import node_path
from tiny_network import network, of_rows

from explorer.picture.box_grid import BoxGrid
from explorer.picture.curves import Circle, compute_bends, draw_curve
from explorer.picture.label_leaders import find_leader
from explorer.picture.label_owners import seems_anothers
from explorer.picture.line_fade import choose_fade, fade_fans
from explorer.picture.mark_outlines import draw_outline
from explorer.picture.name_limit import (
    choose_named_share,
    count_foremost,
    find_bold_score,
    limit_names,
)
from explorer.picture.pair_lines import choose_ink, list_pair_lines
from explorer.picture.shapes import Box
from explorer.picture.sheet import THEMES
from explorer.picture.styles import build_styles, compute_radii
from graph.data.vocabulary import TYPES
from graph.layout.styles import SHAPES, build_kind_styles
from graph.select.used_types import list_used_kinds

ASSETS = Path(__file__).parents[1] / "explorer" / "page" / "assets"
KINDS = ["person", "state", "institution", "place", "asset", "port", "vessel"]
RELATIONS = [(0, 1), (1, 0), (0, 1), (1, 2), (2, 0)]
CIRCLES = [Circle(10, 20, 6), Circle(210, 70, 11), Circle(90, 300, 5)]
FAN = [*((0, leaf) for leaf in range(1, 101)), (1, 2), (3, 3)]
BOXES = [(0, 28, 40, 16), (0, 60, 40, 16), (40, 40, 30, 16), (70, 10, 30, 16)]  # of names
SEEN = [(0, 30, 30, 16), (17, 24, 60, 16), (17, 24, 250, 30), (80, 270, 60, 16)]  # names of one
SCORES = [[9, 6, 4, 3, 2, 1], [3, 3, 3, 3], [2, 0, 0], [40, *[10] * 30], []]
CROWDS = [(500_000, 0, 0), (500_000, 100, 0.1), (500_000, 2_000, 0.1), (500_000, 100, 4)]
SCRIPT = """
import {{ chooseFade, fadeFans }} from "{assets}/core/line_fade.js";
import {{ chooseNamedShare, countForemost, findBoldScore }} from "{assets}/core/name_limit.js";
import {{ bundlePairs, choosePairInk }} from "{assets}/view/pair_lines.js";
import {{ findLeader }} from "{assets}/view/label_leaders.js";
import {{ createGrid }} from "{assets}/view/label_grid.js";
import {{ seemsAnothers }} from "{assets}/view/label_owners.js";
import {{ drawMark, listSmallestFirst }} from "{assets}/view/marks.js";
import {{ drawEdgeLine, fanOut }} from "{assets}/view/edge_geometry.js";
import {{ THEMES, measureRadii, makeKindStyles }} from "{assets}/view/styles.js";
const asked = JSON.parse(process.argv[1]);
const {{ shapes, circles, relations, kinds, ties, area, mixes, fan, crowds, boxes }} = asked;
const {{ scores, seen }} = asked;
const places = circles.map(([x, y, r]) => ({{ x, y, r }}));
const rows = relations.map(([source, target]) => ({{ source, target }}));
const bends = [...fanOut(bundlePairs(rows), rows, (i) => places[i], 11)];
const network = {{ kinds }};
process.stdout.write(JSON.stringify({{
  themes: THEMES,
  marks: shapes.map((shape) => drawMark(shape, 30, 40, 8)),
  bends,
  lines: rows.map(({{ source, target }}, i) =>
    drawEdgeLine(places[source], places[target], {{ bend: bends[i], arrow: 12 }})),
  radii: [...measureRadii(ties, area)],
  fades: [0, 4, 5, 10, 40, 999].map((count) =>
    chooseFade(Array.from({{ length: count }}, () => ({{ length: 100, width: 1 }})), 1000)),
  leaders: boxes.map(([x, y, width, height]) =>
    findLeader({{ x, y, width, height }}, places[0])),
  fans: fadeFans(fan),
  shares: crowds.map((crowd) => chooseNamedShare(...crowd)),
  foremost: [240000, 260000].map(countForemost),
  bold: scores.map(findBoldScore),
  strange: seen.map(([x, y, width, height]) => {{
    const marks = createGrid();
    for (const [owner, {{ x, y, r }}] of places.entries()) {{
      marks.add({{ x: x - r, y: y - r, width: 2 * r, height: 2 * r, owner }});
    }}
    return seemsAnothers({{ x, y, width, height }}, {{ actor: 0, ...places[0] }}, marks);
  }}),
  order: listSmallestFirst([0, 1, 2, 3], [5, 3, 5, 4]),
  star: [...measureRadii([199, ...Array(199).fill(1)], area)],
  inks: mixes.map((mix) => choosePairInk(mix)),
  hollow: makeKindStyles(network, {{ kinds }}).map(({{ hollow }}) => hollow),
}}));
"""


@pytest.fixture(scope="module")
def page():
    kinds = [
        {"shape": style["shape"], "color": style["color"]} for style in build_kind_styles(KINDS)
    ]
    asked = {"shapes": SHAPES, "circles": CIRCLES, "relations": RELATIONS, "kinds": kinds,
             "ties": [0, 1, 4, 9], "area": 20_000, "fan": FAN, "crowds": CROWDS,
             "boxes": BOXES, "scores": SCORES, "seen": SEEN, "mixes": [
                 [{"id": each.name, "sign": each.sign} for each in mix]
                                     for size in (1, 2)
                                     for mix in combinations(TYPES.values(), size)]}  # fmt: skip
    script = SCRIPT.format(assets=ASSETS.as_uri())
    command = [node_path(), "--input-type=module", "-e", script, json.dumps(asked)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def numbers(*paths):
    return [float(number) for path in paths for number in re.findall(r"-?[\d.]+", path)]


def test_marks_have_the_same_outlines(page):
    for shape, path in zip(SHAPES, page["marks"], strict=True):
        assert numbers(draw_outline(shape, 30, 40, 8)) == pytest.approx(numbers(path), abs=0.011), (
            shape
        )


def test_parallel_lines_bend_alike(page):
    bends = compute_bends(RELATIONS, CIRCLES)
    assert bends == pytest.approx(page["bends"], abs=1e-6)
    for (source, target), bend, line in zip(RELATIONS, bends, page["lines"], strict=True):
        mine = draw_curve(CIRCLES[source], CIRCLES[target], bend, 12)
        start, end = numbers(mine.path)[:2], numbers(mine.path)[-2:]
        other = numbers(line["d"])
        assert start + end == pytest.approx(other[:2] + other[-2:], abs=0.2)
        assert numbers(mine.head) == pytest.approx(numbers(line["head"]), abs=0.2)
        assert list(mine.middle) == pytest.approx(list(line["middle"].values()), abs=0.2)


def test_marks_have_the_same_sizes(page):
    assert compute_radii([0, 1, 4, 9], 20_000) == pytest.approx(page["radii"], abs=1e-4)
    star = compute_radii([199] + 199 * [1], 20_000)
    assert star == pytest.approx(page["star"], abs=1e-4)
    assert star[0] == pytest.approx(11)  # the hub is large in the crowd
    assert star[1] < 3.1


def test_a_phone_has_half_as_many_foremost_names(page):
    assert page["bold"] == [find_bold_score(each) for each in SCORES]
    assert page["foremost"] == [count_foremost(240_000), count_foremost(260_000)] == [10, 20]


def test_no_mark_lies_under_a_smaller_one(page):
    assert page["order"] == [1, 3, 0, 2]


def test_the_same_kinds_are_hollow(page):
    actors = [{"id": kind, "name": kind, "kind": kind} for kind in KINDS]
    net = of_rows(actors, [])
    hollow = {kind: mark.hollow for kind, mark in build_styles(net, THEMES["light"]).marks.items()}
    assert list_used_kinds(net) == KINDS
    assert list(hollow.values()) == page["hollow"]
    assert set(page["hollow"]) == {False, True}


def test_themes_have_the_same_colours(page):
    for name, theme in THEMES.items():
        for colour in ("paper", "ink", "text", "soft", "pairs"):
            assert getattr(theme, colour) == page["themes"][name][colour]
        assert list(theme.communities) == page["themes"][name]["communities"]


def test_pairs_have_the_same_inks(page):
    mixes = [list(mix) for size in (1, 2) for mix in combinations(TYPES.values(), size)]
    assert [choose_ink(mix) for mix in mixes] == page["inks"]


def test_many_lines_fade_alike(page):
    counts = [0, 4, 5, 10, 40, 999]
    assert [choose_fade([(100, 1)] * count, 1000) for count in counts] == page["fades"]
    assert page["fades"][0] > page["fades"][-1]


def test_the_lines_of_a_hub_fade_alike(page):
    assert fade_fans(FAN) == page["fans"]
    assert page["fans"][0] < page["fans"][-1] == 1


def test_a_crowd_and_a_weave_have_the_same_share_of_names(page):
    assert [choose_named_share(*crowd) for crowd in CROWDS] == pytest.approx(page["shares"])
    assert [limit_names(*crowd) for crowd in CROWDS] == [0, 100, 40, 27]


def test_lines_to_names_run_alike(page):
    leaders = [find_leader(Box(*box), CIRCLES[0]) for box in BOXES]
    assert [leader is None for leader in leaders] == [True, False, False, False]
    for leader, other in zip(leaders[1:], page["leaders"][1:], strict=True):
        ends = [value for end in ("from", "to") for value in other[end].values()]
        assert [each for point in leader for each in point] == pytest.approx(ends)
    assert page["leaders"][0] is None


def test_lines_of_small_networks_have_arrowheads_where_all_run_one_way():
    net = network("a funds b", "a hosts b", "b funds c", "c funds b", "c ally d")
    lines = list_pair_lines(net, list(zip(*net.columns.endpoints, strict=True)), {})
    assert {line.relations: (line.arrow, line.both_ways) for line in lines} == {
        (0, 1): (True, False),
        (2, 3): (True, True),
        (4,): (False, False),
    }


def test_lines_are_as_thick_as_they_weigh_where_weights_differ():
    ties = ["a met b weight=3", "b met a weight=1", "b met c weight=1", "c ally d weight=4"]
    lines = list_widths(network(*ties))
    assert lines == [((2,), 0.75 + 3.25 / 2), ((0, 1), 4.0), ((3,), 4.0)]
    assert {width for _, width in list_widths(network(*(tie[:-1] + "2" for tie in ties)))} == {
        1.0,
        1.5,
    }
    many = [f"a{i} met b" for i in range(9)]
    assert {width for _, width in list_widths(network("c met b weight=7", *many))} == {1.0}


def list_widths(net):
    lines = list_pair_lines(net, list(zip(*net.columns.endpoints, strict=True)), {})
    return [(line.relations, line.width) for line in lines]


def test_names_seem_those_of_the_same_marks(page):
    marks = BoxGrid((mark.box, row) for row, mark in enumerate(CIRCLES))
    seem = [seems_anothers(Box(*each), CIRCLES[0], 0, marks) for each in SEEN]
    assert page["strange"] == seem == [False, False, True, True]
