"""The story in the page: walked with the keyboard, linked to, left and taken up again."""

import pytest
from accessibility import axe_source, violations

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def story_page(page_of, belarus):
    return page_of(belarus, title="Belarus and the war")


READ_HEADING = """() => {
  const heading = document.getElementById("story-heading");
  return [heading.innerText, heading === document.activeElement];
}"""


def heading(one):
    """The heading that is shown, once it is shown, and whether it has the focus."""
    # In one step: scores that arrive draw the heading again.
    return tuple(
        one.page.locator("#story-heading").inner_text() and one.page.evaluate(READ_HEADING)
    )


def behind_the_card(one):
    """The actors shown whose mark lies behind the story's card."""
    card = one.page.locator("#story").bounding_box()
    canvas = one.page.locator("#canvas").bounding_box()
    left, top = card["x"] - canvas["x"], card["y"] - canvas["y"]
    drawing = one.drawing
    return [
        actor
        for actor, place in drawing["positions"].items()
        if left <= place["x"] <= left + card["width"] and top <= place["y"] <= top + card["height"]
    ]


def test_the_story_is_walked_with_the_keyboard(visit, belarus, story_page):
    axe, steps = axe_source(), belarus.story.steps
    one = visit(story_page)
    assert heading(one) == (belarus.story.title, False)
    assert (one.state, behind_the_card(one)) == ("", [])
    for number, step in enumerate(steps, 1):
        one.page.keyboard.press("n")
        assert heading(one) == (step.heading, True)
        one.said(f"Step {number} of {len(steps)}: {step.heading}")
        assert one.state == f"#step={number}"
    one.page.keyboard.press("n")
    one.said("This is the last step")
    assert violations(one, axe) == []
    one.page.keyboard.press("b")
    one.page.keyboard.press("b")
    assert heading(one) == (steps[-3].heading, True)
    shown = one.drawing
    assert shown["actors"] == len(belarus.actor_rows)
    path = belarus.avoid("borders").path("Lukashenko", "Vilnius").paths[0]
    hidden = set(behind_the_card(one))
    assert hidden.isdisjoint(actor.id for actor in path.actors)
    # The list of steps, and out of the story by its buttons.
    one.page.get_by_role("button", name="All steps").focus()
    one.page.keyboard.press("Enter")
    assert one.page.locator("#story [aria-current=step]").inner_text().endswith(steps[-3].heading)
    assert violations(one, axe) == []
    one.page.get_by_role("button", name=steps[0].heading).focus()
    one.page.keyboard.press("Enter")
    assert heading(one) == (steps[0].heading, True)
    one.page.get_by_role("button", name="All steps").click()
    one.page.get_by_role("button", name="Leave the story").focus()
    one.page.keyboard.press("Enter")
    assert not one.page.locator("#story").is_visible()
    one.said("The story is closed")
    one.page.keyboard.press("n")
    assert heading(one) == (steps[0].heading, True)
    assert one.page.locator("#story .story-list").count() == 0
    for _ in range(3):  # what the step chose, its surroundings, the story
        one.page.keyboard.press("Escape")
    assert not one.page.locator("#story").is_visible()


def test_a_step_is_a_link_and_what_a_reader_makes_of_it_another(visit, belarus, story_page):
    steps = belarus.story.steps
    one = visit(story_page, "#step=2", width=390, height=844, has_touch=True)
    page = one.page
    assert heading(one)[0] == steps[1].heading
    assert not page.locator("#panel").is_visible()  # it would cover the story
    assert {"belarus", "russia"}.isdisjoint(behind_the_card(one))
    page.get_by_role("button", name="Next", exact=True).tap()
    assert (one.state, heading(one)) == ("#step=3", (steps[2].heading, True))
    page.go_back()
    page.get_by_role("heading", name=steps[1].heading).wait_for()
    one.said(f"Step 2 of {len(steps)}")
    assert page.url.endswith("#step=2")
    page.go_forward()
    page.get_by_role("heading", name=steps[2].heading).wait_for()
    # What the reader changes leaves the step, and not the story.
    page.get_by_role("tab", name="Table").tap()
    assert one.state == f"{steps[2].link.replace('timeline', 'table')}&step=3"
    assert heading(one)[0] == steps[2].heading
    page.get_by_role("button", name="Show this step again").tap()
    assert one.state == "#step=3"
    page.get_by_role("button", name="Leave the story").tap()
    assert one.state == steps[2].link
    page.reload()
    assert not page.locator("#story").is_visible()
    page.get_by_role("button", name="Story", exact=True).tap()
    assert (one.state, heading(one)) == ("", (belarus.story.title, True))
    page.goto(f"{story_page.as_uri()}#view=network")
    assert not page.locator("#story").is_visible()
