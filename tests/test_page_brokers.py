"""The panel of brokers tells what `explore brokers` tells of the whole network."""

import pytest
from terminal import run
from tiny_network import network

from explorer.page import brokers as page_brokers
from explorer.page.brokers import build_brokers

# b joins a to the rest, and d joins e.
LINE = ("a funds b", "b funds c", "c funds d", "d ally e", "c ally b")


def test_the_document_has_figures_roles_and_key_players():
    found = build_brokers(network(*LINE))["brokers"]
    assert found["sentence"] == (
        "c stands between the most others (betweenness 0.667); without c, 2 actors lose touch."
    )
    assert found["brokers"][0] == {
        "actor": 2,
        "figures": ["0.667", "0.500", "2.000", "2"],
        "roles": "coordinator 1",
    }
    assert [each["actors"] for each in found["parting"]] == [[2], [1], [3]]
    assert found["parting"][1]["sentence"] == "Without b, 1 actor loses touch."
    assert [len(each["actors"]) for each in found["players"]] == [1, 1, 3, 3]


def test_roles_between_camps_are_those_of_the_terminal(belarus):
    found = {each["actor"]: each for each in build_brokers(belarus)["brokers"]["brokers"]}
    printed = run(
        "--example", "brokers", "--between", "camp", "--top", "30", "--format", "markdown"
    ).stdout
    lines = [line.strip("| ").split(" | ") for line in printed.splitlines() if "|" in line][2:]
    roles = {line[0].strip(): line[5].strip() for line in lines if len(line) > 5}
    assert sum(map(bool, roles.values())) > 10
    rows = belarus.actor_rows
    named = {rows[number].name: each.get("camp_roles", "") for number, each in found.items()}
    assert named == {name: roles.get(name, "") for name in named}


def test_without_tensions_no_broker_is_between_camps():
    assert all(
        "camp_roles" not in each for each in build_brokers(network(*LINE))["brokers"]["brokers"]
    )


def test_few_actors_have_fewer_key_players():
    found = build_brokers(network("a ally b", "b ally c"))["brokers"]
    assert [len(each["actors"]) for each in found["players"]] == [1, 1]


def test_the_document_has_none_without_relations_or_of_a_large_network(monkeypatch):
    assert build_brokers(network(actors="a b")) == {}
    assert build_brokers(network("a ally a", actors="b")) == {}
    monkeypatch.setattr(page_brokers, "MOST_ACTORS", 4)
    assert build_brokers(network(*LINE)) == {}


def test_many_are_cut(monkeypatch):
    monkeypatch.setattr(page_brokers, "MOST_LISTED", 1)
    found = build_brokers(network(*LINE))["brokers"]
    assert (len(found["brokers"]), len(found["parting"])) == (1, 1)


@pytest.mark.browser
def test_the_panel_says_what_the_terminal_says(belarus, belarus_page, visit):
    one = visit(belarus_page, "#panel=ranks&rank_by=betweenness")
    tab = one.page.get_by_role("tab", name="Ranks")
    one.page.get_by_role("button", name="Brokers and key players").press("Enter")
    assert one.state == "#rank_by=betweenness&panel=brokers"
    panel = one.page.get_by_role("tabpanel", name="Ranks")
    assert panel.get_attribute("id") == "panel-brokers"
    assert tab.get_attribute("aria-selected") == "true"
    answer = belarus.brokers(k=3)
    assert answer.sentence in panel.inner_text()
    printed = run("--example", "brokers", "--top", "30", "--format", "markdown").stdout
    rows = [line.strip("| ").split(" | ") for line in printed.splitlines() if "|" in line][2:]
    bodies = panel.locator("tbody").all_inner_texts()
    assert len(bodies) == len(rows) == 30
    for body, row in zip(bodies, rows, strict=True):
        assert all(cell.strip() in body for cell in row)
    for sentence in answer.player_sentences:
        assert panel.get_by_role("button", name=sentence).count() == 1
    camp_roles = build_brokers(belarus)["brokers"]["brokers"][0]["camp_roles"]
    assert f"between camps: {camp_roles}" in bodies[0]
    # How sure the rank is stands below, too.
    doubt = belarus.centrality_doubt("betweenness").ranges[1]
    assert f"falls to {doubt.falls_to}th without" in bodies[1]
    one.assert_quiet()


@pytest.mark.browser
def test_key_players_are_shown_on_the_drawing(belarus, belarus_page, visit):
    one = visit(belarus_page, "#panel=brokers")
    sentence = belarus.brokers(k=3).player_sentences[1]
    button = one.page.locator("#panel-brokers").get_by_role("button", name=sentence)
    button.press("Enter")
    players = {actor.id for actor in belarus.brokers(k=3).reaching.actors}
    assert "panel=brokers" in one.state
    assert players <= set(one.drawing["emphasised"])
    assert button.get_attribute("aria-pressed") == "true"
    button.press("Enter")
    assert one.state == "#panel=brokers"
    one.page.get_by_role("button", name="Undo", exact=True).click()
    assert players <= set(one.drawing["emphasised"])
    only = belarus.brokers().reaching.actors[0]
    one.page.locator("#panel-brokers .brokers").get_by_role(
        "button", name=only.name, exact=True
    ).click()
    assert f"actor={only.id}" in one.state


@pytest.mark.browser
def test_a_page_without_brokers_says_so(page_of, visit):
    one = visit(page_of(network(actors="a b")), "#panel=brokers")
    assert "Brokers are not known" in one.page.locator("#panel-brokers").inner_text()
    two = visit(page_of(network(actors="a b")), "#panel=ranks")
    assert two.page.get_by_role("button", name="Brokers and key players").count() == 0
