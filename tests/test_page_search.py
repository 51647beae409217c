"""The search reads names as forgivingly as every other face, and asks instead of guessing."""

import pytest

import graph

pytestmark = pytest.mark.browser


def search(one, text):
    box = one.page.get_by_role("combobox", name="Search for an actor")
    box.fill(text)
    return box


@pytest.mark.parametrize("query", ["Lukashenko", "lukasenka", "Лукашенко", "Łukaszenka"])
def test_enter_takes_a_name_only_one_actor_has(belarus_visit, query):
    search(belarus_visit, query).press("Enter")
    assert belarus_visit.state == "#actor=lukashenko"


def test_typing_offers_actors_and_arrows_choose(belarus_visit):
    box = search(belarus_visit, "kalin")
    options = belarus_visit.page.get_by_role("option")
    assert options.count() >= 2
    box.press("ArrowDown")
    box.press("ArrowDown")
    second = options.nth(1)
    assert second.get_attribute("aria-selected") == "true"
    assert box.get_attribute("aria-activedescendant") == second.get_attribute("id")
    name = second.locator("bdi").inner_text()
    box.press("Enter")
    assert belarus_visit.page.locator("#card-title").inner_text() == name


def test_a_near_miss_is_asked_about_never_taken(belarus_visit):
    search(belarus_visit, "Lukashenka Alexandr X").press("Enter")
    assert belarus_visit.state == ""
    search(belarus_visit, "Lukashenkko").press("Enter")
    assert belarus_visit.state == ""
    belarus_visit.page.get_by_role("button", name="Alexander Lukashenko").first.click()
    assert belarus_visit.state == "#actor=lukashenko"


def test_homonyms_are_listed(visit, page_of, tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,Jan Novak,person\nb,Jan Novak,person\n")
    (tmp_path / "relations.csv").write_text("source,target,type\na,b,opposes\n")
    one = visit(page_of(graph.load(tmp_path)))
    search(one, "Jan Novak").press("Enter")
    assert one.state == ""
    assert one.page.locator(".masthead .search-note button").count() == 2


def test_nobody_of_that_name(belarus_visit):
    search(belarus_visit, "qqqqqqq").press("Enter")
    note = belarus_visit.page.locator(".masthead .search-note")
    assert note.inner_text() == "'qqqqqqq' names no actor. No actor has a name near it."


def test_the_list_says_when_there_are_more(belarus, belarus_visit):
    search(belarus_visit, "Belarusian")
    told = belarus_visit.page.locator(".masthead .options-told")
    with pytest.raises(graph.ActorAmbiguous) as caught:
        belarus.resolve("Belarusian")
    every = len(caught.value.candidates)
    assert belarus_visit.page.locator(".masthead .option").count() == 8
    assert told.inner_text().startswith(f"8 of {every} actors")
    belarus_visit.said(f"8 of {every} actors")
    search(belarus_visit, "kalin")
    assert told.is_hidden()


def test_what_would_be_suggested_is_listed(belarus_visit):
    search(belarus_visit, "Lukashnko")
    assert "Did you mean" in belarus_visit.page.locator(".masthead .options-told").inner_text()
    option = belarus_visit.page.get_by_role("option").first
    assert option.locator("bdi").first.inner_text() == "Alexander Lukashenko"
    option.click()
    assert belarus_visit.state == "#actor=lukashenko"


def test_the_nearest_name_is_listed_first_and_enter_moves_to_it(belarus_visit):
    page = belarus_visit.page
    box = search(belarus_visit, "viln")
    assert page.get_by_role("option").first.locator("bdi").inner_text() == "Vilnius"
    box.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Vilnius"
    assert belarus_visit.state == ""
    page.keyboard.press("Enter")
    assert belarus_visit.state == "#actor=vilnius"


def test_after_a_choice_the_focus_is_in_the_next_empty_field(belarus_visit):
    page = belarus_visit.page
    page.get_by_role("tab", name="Path").click()
    page.get_by_role("combobox", name="From", exact=True).fill("viln")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.get_by_role("combobox", name="From", exact=True).input_value() == "Vilnius"
    assert page.evaluate("document.activeElement.labels[0].textContent") == "To"


def test_a_field_that_is_left_does_not_take_the_focus_back(belarus_visit):
    page = belarus_visit.page
    page.get_by_role("tab", name="Path").click()
    page.get_by_role("combobox", name="From", exact=True).fill("viln")
    page.get_by_role("combobox", name="To", exact=True).focus()
    page.locator(".search-note:visible").wait_for()
    assert page.evaluate("document.activeElement.labels[0].textContent") == "To"


@pytest.mark.parametrize("label", ["Search for an actor", "From", "To", "Avoid an actor"])
def test_nobody_is_told_in_the_terminal_s_words(belarus, belarus_visit, label):
    belarus_visit.page.get_by_role("tab", name="Path").click()
    box = belarus_visit.page.get_by_role("combobox", name=label, exact=True)
    box.fill("Lukashnko")
    box.press("Enter")
    note = belarus_visit.page.locator(".search-note:visible")
    asked = "'Lukashnko' names no actor. Did you mean Alexander Lukashenko? Enter takes it."
    assert " ".join(note.inner_text().split()).replace(" ?", "?") == asked
    with pytest.raises(graph.ActorNotFound, match=r"'Lukashnko' names no actor\. Did you mean"):
        belarus.resolve("Lukashnko")
    box.press("Enter")
    assert belarus_visit.page.locator(".search-note:visible").count() == 0
    assert box.input_value() in ("", "Alexander Lukashenko")


def test_suggestions_are_told_apart_and_enter_takes_none_of_several(belarus_visit):
    box = belarus_visit.page.get_by_role("combobox", name="Search for an actor")
    box.fill("vilnus")
    for _ in range(2):
        box.press("Enter")
    choices = belarus_visit.page.locator(".masthead .search-note .chip")
    assert choices.all_inner_texts()[0] == "Vilnius"
    assert choices.count() > 1
    assert belarus_visit.state == ""
    belarus_visit.said("'vilnus' names no actor. Did you mean 'Vilnius'")
    belarus_visit.said(" or '")
    choices.first.click()
    assert belarus_visit.state == "#actor=vilnius"


HOLD = """(input) => {
  const press = (repeat) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
    { key: "Enter", bubbles: true, cancelable: true, repeat }));
  input.focus();
  return [press(false), press(true), press(true)];
}"""


@pytest.mark.parametrize("name", ["Jan Novak", "Jan Novac Ek"])
def test_a_key_that_is_held_does_not_answer_the_question(visit, page_of, tmp_path, name):
    rows = "a,Jan Novak,person\nb,Jan Novak,person\nc,Jan Nowac Ek,person\n"
    (tmp_path / "actors.csv").write_text(f"id,name,kind\n{rows}")
    (tmp_path / "relations.csv").write_text("source,target,type\na,b,opposes\nb,c,ally\n")
    one = visit(page_of(graph.load(tmp_path)))
    box = search(one, name)
    done = box.evaluate(HOLD)
    assert done[-1] is False  # the browser does nothing of its own with a held key either
    assert one.state == ""
    assert one.page.locator(".masthead .search-note button").count() >= 1
    one.page.keyboard.press("Enter")
    assert one.state.startswith("#actor=")
