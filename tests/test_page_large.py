"""Above 20,000 relations the page opens on what can be read, and says what it left out."""

import pytest

import graph

pytestmark = pytest.mark.browser

ACTORS = 2_400
RELATIONS = 20_001


@pytest.fixture(scope="module")
def large(page_of):
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
    return page_of(graph.Network.from_frames(actors, relations), title="Large")


def test_the_foremost_actors_are_drawn_until_everything_is_asked_for(visit, large):
    one = visit(large)
    note = one.page.locator("#plate-note")
    assert one.page.locator("#document").get_attribute("type") == "text/plain"  # deflated
    assert one.drawing["actors"] == 300
    assert "Showing the 300 actors with most relations of 2,400;" in note.inner_text()
    note.get_by_role("button", name="Draw everything").click()
    assert one.state == "#whole=yes"
    assert (one.drawing["actors"], one.drawing["relations"]) == (ACTORS, RELATIONS)
    assert note.is_hidden()
    one.page.get_by_role("button", name="Undo").click()
    assert one.drawing["actors"] == 300


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
