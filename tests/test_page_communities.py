"""The panel of communities: who is in which, shown alone, coloured, and kept in the link."""

import re

import pytest

from explorer.page.html import ASSETS

pytestmark = pytest.mark.browser

THEMES = ASSETS / "view" / "styles.js"
SHEET = ASSETS / "style" / "communities.css"


def test_communities_are_those_of_the_engine(visit, belarus, belarus_page):
    one = visit(belarus_page, "#panel=communities")
    answer = belarus.communities()
    panel = one.page.locator("#panel-communities")
    items = panel.locator(".community")
    assert items.count() == len(answer.communities)
    for item, community in zip(items.all(), answer.communities, strict=True):
        title = item.locator(".community-title").inner_text().split("\n")
        assert title == [f"Community {community.number}", f"{len(community.actors)} actors"]
        names = item.locator("p .link").all_inner_texts()
        assert names == [actor.name for actor in community.foremost]
    told = panel.inner_text()
    assert f"Modularity {answer.modularity:.3f}" in told
    assert f"{len(answer.isolates)} actors are in none" in told
    assert "Counted from all relations." in told
    assert " ".join(describe_tries(answer)) in told


def describe_tries(answer):
    openings = "The search ran|They found|In another"
    notes = [note for note in answer.notes if re.match(openings, note)]
    assert len(notes) == 3
    return notes


def test_under_filters_the_panel_says_how_far_the_tries_agree(visit, belarus, belarus_page):
    panel = visit(belarus_page, "#panel=communities&avoid=borders").page
    tries = " ".join(describe_tries(belarus.avoid("borders").communities()))
    panel.locator("#panel-communities p", has_text=tries).wait_for()


def test_one_is_shown_alone_until_all_are_asked_for(visit, belarus, belarus_page):
    one = visit(belarus_page, "#panel=communities")
    _, second, third, *_ = belarus.communities().communities
    item = one.page.locator(".community").nth(1)
    item.get_by_role("button", name="Show only this").click()
    one.said("Only community 2 is shown")
    assert one.state == "#panel=communities&community=2"
    drawing = one.drawing
    assert set(drawing["positions"]) == {actor.id for actor in second.actors}
    members = set(drawing["positions"])
    among = [row for row in belarus.relation_rows if {row.source.id, row.target.id} <= members]
    assert drawing["relations"] == len(among)
    told = one.page.locator("#plate-note").inner_text()
    assert f"Only community 2, around {second.actors[0].name}" in told
    item.get_by_text("All members").click()
    assert set(item.locator(".members .link").all_inner_texts()) == {
        actor.name for actor in second.actors
    }
    item.locator(".members .link").first.click()
    assert "community=2" in one.state
    assert one.page.get_by_role("button", name="community 2").is_visible()
    one.page.keyboard.press("/")
    one.page.keyboard.type(third.actors[0].name)
    one.page.keyboard.press("Enter")
    assert one.state == f"#actor={third.actors[0].id}"  # in another one: all are drawn again
    one.page.go_back()
    one.page.locator("#plate-note").get_by_role("button", name="Show all").click()
    assert "community" not in one.state.replace("panel=communities", "")
    one.assert_quiet()


def test_marks_are_coloured_and_the_legend_says_what_by(visit, belarus, belarus_page):
    one = visit(belarus_page, "#panel=communities")
    one.page.get_by_role("button", name="Colour marks by community").click()
    assert one.state == "#colour_by=community&panel=communities"
    key = one.page.locator("#settings .colour-key li").all_inner_texts()
    assert key[0] == f"1, around {belarus.communities().communities[0].actors[0].name}"
    assert key[-1] == "actors in no community"
    with one.page.expect_download() as saved:
        one.page.get_by_role("button", name="Export").click()
        one.page.get_by_role("button", name="Vector drawing (SVG)").click()
    drawn = saved.value.path().read_text(encoding="utf-8")
    for colour in THEME_COLOURS["light"][:6]:
        assert colour in drawn


def colours(text):
    return re.findall(r"#[0-9a-f]{6}", text)


THEME_COLOURS = {
    name: colours(
        re.search(rf"{name}: .*?communities: \[(.*?)\]", THEMES.read_text("utf-8"), re.DOTALL)[1]
    )
    for name in ("light", "dark")
}


@pytest.mark.parametrize(("theme", "number"), [("light", 0), ("dark", 1)])
def test_the_style_sheet_has_the_canvas_colours(theme, number):
    rules = re.findall(r"^ *:root[^{]*\{[^}]*\}", SHEET.read_text("utf-8"), re.MULTILINE)
    assert colours(rules[number]) == THEME_COLOURS[theme]
