"""What is seen when a page opens: the foremost are named, the network has most of the window."""

from itertools import combinations, pairwise

import pytest
from tiny_network import network

from explorer.page import build_page

pytestmark = pytest.mark.browser

SIZES = [(1920, 1080), (1440, 900), (1024, 768), (390, 844)]
LEAST = {1920: (0.65, 0.45), 1440: (0.65, 0.45), 1024: (0.55, 0.35), 390: (0.65, 0.35)}
CONTROLS = """() => ["#zoom", "#plate-count", "#story.is-strip"].flatMap((selector) => {
  const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  return width ? [{ x: x - canvas.x, y: y - canvas.y, width, height }] : [];
})"""


@pytest.fixture(scope="module")
def caves_page(tmp_path_factory):
    """Six circles of friends without signs, and thirty actors without relations."""
    caves = [[f"Cave{cave}-{place}" for place in range(8)] for cave in range(6)]
    inside = [f"{a} knows {b}" for cave in caves for a, b in combinations(cave, 2)]
    bridges = [f"{a[0]} knows {b[1]}" for a, b in pairwise(caves)]
    lone = " ".join(f"Lone{number}" for number in range(30))
    names = " ".join(name for cave in caves for name in cave)
    path = tmp_path_factory.mktemp("caves") / "caves.html"
    page = build_page(network(*inside, *bridges, actors=f"{names} {lone}"))
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def overlap(one, other):
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", ["belarus_page", "caves_page"])
def test_the_foremost_are_named_and_the_network_is_large(visit, request, name, width, height):
    one = visit(request.getfixturevalue(name), width=width, height=height)
    drawing = one.drawing
    marks, labels = drawing["positions"], drawing["labels"]
    named = {label["actor"] for label in labels}
    foremost = sorted(marks, key=lambda actor: -marks[actor]["r"])
    assert named.issuperset(foremost[:10])
    assert len(named.intersection(foremost[:20])) >= (18 if width > 390 else 10)
    assert not any(overlap(a, b) for a, b in combinations(labels, 2))
    for box in one.page.evaluate(CONTROLS):
        assert not any(overlap({**mark, "width": 0, "height": 0}, box) for mark in marks.values())
    canvas = one.page.locator("#canvas").bounding_box()
    across, down = ([mark[axis] for mark in marks.values()] for axis in "xy")
    box = (max(across) - min(across)) * (max(down) - min(down)) / (width * height)
    least_canvas, least_box = LEAST[width]
    assert canvas["width"] * canvas["height"] / (width * height) >= least_canvas
    assert box >= least_box


def test_without_signs_communities_are_coloured_until_the_reader_says_otherwise(visit, caves_page):
    one = visit(caves_page)
    assert one.page.locator("#settings .colour-key li").count() == 7
    assert one.page.locator("#colour-by").input_value() == "community"
    assert one.state == ""
    one.page.locator("#colour-by").select_option("plain")
    assert one.page.locator("#settings .colour-key").count() == 0
    assert one.state == "#colour_by=plain"


def test_who_has_no_relation_is_in_a_block_that_says_so(visit, caves_page):
    drawing = visit(caves_page).drawing
    block = [mark for actor, mark in drawing["positions"].items() if actor.startswith("Lone")]
    others = [mark for actor, mark in drawing["positions"].items() if actor.startswith("Cave")]
    assert min(mark["y"] for mark in block) > max(mark["y"] for mark in others)
    assert len({round(mark["y"]) for mark in block}) <= 3
    assert [label["text"] for label in drawing["labels"] if label["actor"] is None] == [
        "30 without relations"
    ]


def test_from_afar_communities_have_names_unless_their_foremost_actor_has_one(visit, tmp_path):
    large, small = ([f"{word}{place}" for place in range(n)] for word, n in (("L", 24), ("S", 5)))
    inside = [f"{a} knows {b}" for circle in (large, small) for a, b in combinations(circle, 2)]
    path = tmp_path / "circles.html"
    path.write_text(build_page(network(*inside)), encoding="utf-8", newline="\n")
    one = visit(path)
    for _ in range(2):
        one.page.get_by_role("button", name="Zoom out").click()
    texts = {label["text"] for label in one.drawing["labels"]}
    assert {"L0", "Around S0"} <= texts
    assert "Around L0" not in texts


def test_ties_without_tensions_leave_communities_coloured(visit, tmp_path):
    circles = [[f"{letter}{place}" for place in range(5)] for letter in "AB"]
    inside = [f"{a} ally {b}" for circle in circles for a, b in combinations(circle, 2)]
    page = tmp_path / "allies.html"
    page.write_text(build_page(network(*inside)), encoding="utf-8", newline="\n")
    one = visit(page)
    assert one.page.locator("#colour-by").input_value() == "community"
    page.write_text(build_page(network(*inside, "A0 opposes B0")), encoding="utf-8", newline="\n")
    assert visit(page).page.locator("#colour-by").input_value() != "community"


def test_names_of_groups_are_whole_beside_counts_of_a_million(visit, caves_page):
    one = visit(caves_page)
    cut = one.page.evaluate(
        """() => {
          for (const count of document.querySelectorAll(".legend-group .count")) {
            count.textContent = "1,234,567";
          }
          return [...document.querySelectorAll(".legend-group .legend-label")]
            .map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
        }"""
    )
    assert cut
    assert not any(cut)


def test_a_crowd_has_few_names_beside_the_foremost_until_one_zooms_in(visit, tmp_path):
    hubs = [f"Hub{place}" for place in range(24)]
    leaves = [f"{hub} knows {hub}-{place}" for hub in hubs for place in range(25)]
    path = tmp_path / "crowd.html"
    path.write_text(
        build_page(network(*leaves, *(f"{a} knows {b}" for a, b in pairwise(hubs)))),
        encoding="utf-8",
        newline="\n",
    )
    one = visit(path, width=1024, height=768)
    named = {label["actor"] for label in one.drawing["labels"]}
    assert len(named.intersection(hubs)) >= 20
    assert len(named) <= 45
    for _ in range(5):
        one.page.get_by_role("button", name="Zoom in").click()
    assert {label["actor"] for label in one.drawing["labels"]} - named - set(hubs)
