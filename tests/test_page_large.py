"""Above 20,000 relations the page opens on what can be read, and says what it left out."""

import json
from collections import Counter
from itertools import combinations

import pytest
from accessibility import axe_source, violations

import graph

pytestmark = pytest.mark.browser

ACTORS = 2_400
RELATIONS = 20_001


@pytest.fixture(scope="module")
def network():
    import pandas as pd

    names = [f"Actor {i}" for i in range(ACTORS)]
    actors = pd.DataFrame({"id": [f"a{i}" for i in range(ACTORS)], "name": names, "kind": "person"})
    ends = [(i % 250, (i * 7) % (ACTORS - 1)) for i in range(RELATIONS - 1)]
    ends.append((ACTORS - 2, ACTORS - 1))
    relations = pd.DataFrame(
        {
            "source": [f"a{source}" for source, _ in ends],
            "target": [f"a{target}" for _, target in ends],
            "type": "ally",
        }
    )
    return graph.Network.from_frames(actors, relations)


@pytest.fixture(scope="module")
def large(page_of, network):
    return page_of(network, title="Large")


def test_communities_are_bubbles_until_everything_is_asked_for(visit, large, network):
    one = visit(large)
    note = one.page.locator("#plate-note")
    assert one.page.locator("#document").get_attribute("type") == "text/plain"  # deflated
    sizes = [
        {"number": each.number, "actors": len(each.actors)}
        for each in network.communities().communities
    ]
    drawn = one.drawing["communities"]
    shown = [{field: each[field] for field in ("number", "actors")} for each in drawn]
    assert len(shown) > 1
    assert shown == sizes[: len(shown)]
    assert f"communities, with {sum(each['actors'] for each in shown):,} of 2,4" in (
        note.inner_text()
    )
    assert one.drawing["actors"] == 0
    assert violations(one, axe_source()) == []
    note.get_by_role("button", name="Draw everything").click()
    assert one.state == "#whole=yes"
    assert (one.drawing["actors"], one.drawing["relations"]) == (ACTORS, RELATIONS)
    assert one.drawing["communities"] == []
    assert note.is_hidden()
    one.page.get_by_role("button", name="Undo").click()
    assert one.drawing["communities"] == drawn
    one.assert_quiet()


def test_the_foremost_actors_are_named_in_or_beside_their_bubbles(visit, large, network):
    drawing = visit(large).drawing
    ends = [*network.relations["source"], *network.relations["target"]]
    foremost = [actor for actor, _ in Counter(ends).most_common(10)]
    boxes = {label["actor"]: label for label in drawing["labels"]}
    assert set(foremost) <= boxes.keys()
    for one, other in combinations(drawing["labels"], 2):
        assert any(
            one[side] + one[size] <= other[side] + 1 or other[side] + other[size] <= one[side] + 1
            for side, size in (("x", "width"), ("y", "height"))
        ), (one, other)


def test_only_the_name_of_a_bubble_stands_alone_beside_it(visit, large):
    one = visit(large)
    said = [each.get_attribute("aria-label") for each in one.page.locator(".bubble").all()]
    firsts = {label.split("around ")[1].split(":")[0] for label in said}
    drawing = one.drawing
    others = [label for label in drawing["labels"] if label["text"] not in firsts]
    assert others
    for label in others:
        x, y = label["x"] + label["width"] / 2, label["y"] + label["height"] / 2
        within = any(
            (x - bubble["x"]) ** 2 + (y - bubble["y"]) ** 2 < bubble["r"] ** 2
            for bubble in drawing["communities"]
        )
        assert within or label["text"].startswith("+ ")
    bold = one.page.locator("#bubbles [font-weight='600']").all_text_contents()
    assert bold
    assert set(bold) <= firsts


def test_a_bubble_is_opened_by_a_double_click_or_by_keys(visit, large, network):
    communities = network.communities().communities
    one = visit(large)
    one.page.locator(".bubble").nth(1).dblclick()
    one.said("Only community 2 is shown")
    assert one.state == "#community=2"
    assert set(one.drawing["positions"]) == {actor.id for actor in communities[1].actors}
    assert one.page.locator("#bubbles").is_hidden()
    one.page.keyboard.press("Escape")
    assert one.state == ""
    first = one.page.locator(".bubble").first
    assert first.get_attribute("aria-label").startswith(
        f"Community 1, around {communities[0].actors[0].name}: {len(communities[0].actors)} actors"
    )
    first.focus()
    assert any(moves(one, f"Arrow{way}") for way in ("Right", "Left", "Down", "Up"))
    label = one.page.evaluate("document.activeElement.getAttribute('aria-label')")
    one.page.keyboard.press("Enter")
    assert one.state == f"#community={label.split(',')[0].removeprefix('Community ')}"


def moves(one, key):
    """Whether an arrow key leads to another bubble."""
    before = one.page.evaluate("document.activeElement.getAttribute('aria-label')")
    one.page.keyboard.press(key)
    after = one.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert after.startswith("Community ")
    return after != before


def test_what_is_exported_is_what_is_shown_and_all_the_data(visit, large, network):
    one = visit(large)
    foremost = network.communities().communities[0].actors[0].name
    one.page.get_by_role("button", name="Export").click()
    with one.page.expect_download() as saved:
        one.page.get_by_role("button", name="Vector drawing (SVG)").click()
    drawing = saved.value.path().read_text(encoding="utf-8")
    assert foremost in drawing
    assert drawing.count("<circle") == len(one.drawing["communities"])
    assert "tabindex" not in drawing
    one.page.get_by_role("button", name="Export").click()
    with one.page.expect_download() as saved:
        one.page.get_by_role("button", name="Everything (JSON)").click()
    data = json.loads(saved.value.path().read_text(encoding="utf-8"))
    assert data["about"]["relations"] == RELATIONS


def test_a_relation_is_shown_among_the_foremost_actors(visit, large, network):
    one = visit(large, f"#relation={network.relation_rows[-1].id}")
    assert one.drawing["actors"] == 302
    note = one.page.locator("#plate-note").inner_text()
    assert "Showing the 300 actors with most relations of 2,400;" in note


def test_an_actor_searched_for_is_shown_with_its_surroundings(visit, large):
    one = visit(large)
    box = one.page.get_by_role("combobox", name="Search for an actor")
    box.fill(f"a{ACTORS - 1}")
    box.press("Enter")
    assert one.state == f"#actor=a{ACTORS - 1}&ego=1"
    assert set(one.drawing["emphasised"]) == {f"a{ACTORS - 2}", f"a{ACTORS - 1}"}
    assert one.drawing["actors"] == 2
    assert "Around" in one.page.locator("#plate-note").inner_text()


def test_a_path_shows_its_actors(visit, large):
    one = visit(large, f"#path=a{ACTORS - 1},a0")
    path = one.find(f"a{ACTORS - 1}", "a0")["paths"][0]
    assert set(one.drawing["emphasised"]) == set(path["actors"])
