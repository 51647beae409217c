"""An actor with its parts, and a community, are folded into one mark and opened again."""

import pytest

pytestmark = pytest.mark.browser


def test_an_actor_is_folded_and_opened_on_its_card_by_key_and_undone(visit, belarus_page):
    one = visit(belarus_page, "#actor=eu&panel=details")
    whole = one.drawing
    card = one.page.locator("#panel-details")
    card.get_by_role("button", name="Fold its 2 parts").click()
    assert one.state == "#actor=eu&panel=details&fold=eu"
    one.said("European Union is folded: 2 parts, 5 relations inside, 37 to others")
    assert "Folded: 2 parts, 5 relations inside" in card.inner_text()
    folded = one.drawing
    assert folded["folded"] == {"eu": ["poland", "lithuania"]}
    assert whole["actors"] - folded["actors"] == 2
    assert "poland" not in folded["positions"]
    one.page.locator("#canvas").focus()
    one.page.keyboard.press("o")
    one.said("European Union is open")
    assert one.drawing["relations"] == whole["relations"]
    one.page.get_by_role("button", name="Undo").click()
    one.page.get_by_role("button", name="Undo").click()
    assert one.state == "#actor=eu&panel=details"
    one.page.get_by_role("button", name="Redo").click()
    assert one.drawing["folded"] == {"eu": ["poland", "lithuania"]}
    one.assert_quiet()


def test_the_handle_beside_a_mark_opens_it_and_folds_the_chosen(visit, belarus_page):
    one = visit(belarus_page, "#actor=eu&fold=eu")

    def press(text):
        (handle,) = [each for each in one.drawing["handles"] if each["actor"] == "eu"]
        assert handle["text"] == text
        one.page.locator("#canvas").click(position={"x": handle["x"], "y": handle["y"]})
        one.page.wait_for_timeout(500)

    press("+2")
    assert one.state == "#actor=eu"
    press("−2")
    assert one.state == "#actor=eu&fold=eu"


def test_who_is_drawn_in_another_is_found_and_opened(visit, belarus_page):
    one = visit(belarus_page, "#fold=eu")
    chip = one.page.locator("#plate-note").get_by_role("button", name="Open European Union")
    assert chip.inner_text().split() == ["European", "Union", "+2"]
    one.page.keyboard.press("/")
    one.page.keyboard.type("Poland")
    one.page.keyboard.press("Enter")
    card = one.page.locator("#panel-details")
    assert "Drawn in European Union, which is folded." in card.inner_text()
    assert "eu" in one.drawing["emphasised"]
    card.get_by_role("button", name="Open European Union").click()
    assert one.state == "#actor=poland"


def test_a_path_through_a_part_is_drawn_through_it(visit, belarus_page):
    one = visit(belarus_page, "#path=suwalki_corridor,lithuania&fold=eu")
    assert one.drawing["emphasised"] == ["suwalki_corridor", "lithuania"]
    assert one.drawing["folded"] == {}
    one.page.locator("#panel-path").get_by_role("button", name="Clear").click()
    assert set(one.drawing["folded"]) == {"eu"}


@pytest.mark.nightly
def test_all_are_folded_and_every_relation_is_still_said(visit, belarus_page):
    one = visit(belarus_page)
    whole = one.drawing
    one.page.get_by_role("button", name="Fold all").click()
    drawing = one.drawing
    inside = sum(map(len, drawing["folded"].values()))
    assert drawing["actors"] + inside == whole["actors"]
    assert inside > 30
    with one.page.expect_download() as saved:
        one.page.get_by_role("button", name="Export").click()
        one.page.get_by_role("button", name="Vector drawing (SVG)").click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert "so many more actors are drawn in it" in text
    one.page.keyboard.press("t")
    assert one.page.locator("#view-table tbody tr").count() == whole["actors"]
    one.page.get_by_role("button", name="Open all").click()
    assert one.state == "#view=table"


def test_a_community_is_one_mark_with_its_name(visit, belarus, belarus_page):
    one = visit(belarus_page, "#panel=communities")
    first = belarus.communities().communities[0]
    item = one.page.locator(".community").first
    item.get_by_role("button", name="Fold").click()
    assert one.state == "#panel=communities&fold_community=1"
    name = first.foremost[0].name
    folded = one.drawing["folded"]
    assert {key: len(parts) for key, parts in folded.items()} == {
        first.foremost[0].id: len(first.actors) - 1
    }
    assert f"Around {name}" in [label["text"] for label in one.drawing["labels"]]
    item.get_by_role("button", name="Open").click()
    assert one.drawing["folded"] == {}
    panel = one.page.locator("#panel-communities")
    panel.get_by_role("button", name="Fold all").click()
    all_folded = one.drawing["folded"]
    assert one.drawing["actors"] < 20
    assert "fold_community=1,10,2," in one.state or "fold_community=1,2,3," in one.state
    one.page.get_by_role("button", name="Undo").click()
    assert one.drawing["folded"] == {}
    one.page.get_by_role("button", name="Redo").click()
    assert one.drawing["folded"] == all_folded
    panel.get_by_role("button", name="Open all").click()
    assert (one.drawing["folded"], one.state) == ({}, "#panel=communities")
