"""A hidden actor is named where it was hidden, with a way back."""

import pytest

pytestmark = pytest.mark.browser


def back(one, place):
    return one.page.locator(place).get_by_role("button", name="Show Belarus again")


def test_hide_leaves_a_chip_that_shows_the_actor_again(visit, belarus_page):
    one = visit(belarus_page, "#actor=belarus")
    one.page.get_by_role("button", name="Hide", exact=True).click()
    assert one.state == "#avoid_actor=belarus"
    one.said("Belarus is hidden")
    assert back(one, "#legend").is_visible()
    back(one, "#plate-note").click()
    one.said("Belarus is shown again")
    assert one.state == ""
    assert one.drawing["actors"] == 85


def test_the_card_of_a_hidden_actor_shows_it_again(visit, belarus_page):
    one = visit(belarus_page, "#actor=belarus&avoid_actor=belarus")
    card = one.page.locator("#panel-details")
    assert "Hidden in the drawing." in card.inner_text()
    assert card.get_by_role("button", name="Hide", exact=True).count() == 0
    card.get_by_role("button", name="Show again").click()
    assert one.state == "#actor=belarus"


def test_the_card_says_that_the_filters_leave_an_actor_undrawn(visit, belarus_page):
    one = visit(belarus_page, "#actor=belarus&avoid_kind=state")
    assert (
        "The filters leave this actor undrawn." in one.page.locator("#panel-details").inner_text()
    )


def test_the_note_names_some_hidden_actors_and_counts_the_others(visit, belarus_page):
    one = visit(belarus_page, "#avoid_actor=belarus,russia,iran,poland,germany")
    assert "and 2 more" in one.page.locator("#plate-note").inner_text()
    assert one.page.locator("#legend .chip").count() == 5


def test_wider_surroundings_are_named_and_drawn_in_full(visit, belarus_page):
    near = visit(belarus_page, "#actor=vilnius&ego=1").drawing
    far = visit(belarus_page, "#actor=vilnius&ego=2").drawing
    assert len(far["emphasised"]) == far["actors"] > near["actors"]
    assert len(far["relationsEmphasised"]) == far["relations"]
    added = {label["actor"] for label in far["labels"]} - set(near["emphasised"])
    assert len(added) > 5
