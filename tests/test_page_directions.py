"""Names written from right to left stand in a sentence without turning it around."""

import pytest

import graph

pytestmark = pytest.mark.browser

SARAH, DAVID = "\u05e9\u05e8\u05d4 12", "34 \u05d3\u05d5\u05d3"
ORDER = """(place) => [...place.querySelectorAll("bdi")].map((name) => [
  name.textContent, Math.round(name.getBoundingClientRect().left)])"""


@pytest.fixture(scope="module")
def directed_page(page_of):
    import pandas as pd

    actors = [("a", SARAH), ("b", DAVID), ("c", "Anna\u202e\u200b")]
    return page_of(
        graph.Network.from_frames(
            pd.DataFrame([{"id": i, "name": name, "kind": "person"} for i, name in actors]),
            pd.DataFrame(
                [
                    {"source": "a", "target": "b", "type": "funds", "start": "2020"},
                    {"source": "b", "target": "c", "type": "funds", "start": "2021"},
                ]
            ),
        ),
        title="Directions",
    )


@pytest.mark.parametrize(
    ("hash_", "place"),
    [
        ("#path=a,b", ".step-line"),
        ("#path=a,b", ".claim-link"),
        ("#actor=a", ".tie-line"),
        ("#relation", "#card-title"),
        ("#view=timeline", ".timeline-sentence"),
    ],
)
def test_a_sentence_reads_from_left_to_right(visit, directed_page, hash_, place):
    one = visit(directed_page)
    if hash_ == "#relation":
        hash_ = f"#relation={one.find('a', 'b')['paths'][0]['relations'][0][0]}"
    one.page.evaluate("hash => { location.hash = hash; }", hash_)
    sentence = one.page.locator(place).first
    sentence.wait_for()
    places = dict(sentence.evaluate(ORDER))
    assert places[SARAH] < places["funds"] < places[DAVID]


def test_the_tables_without_javascript_too(visit, directed_page):
    one = visit(directed_page, java_script_enabled=False)
    assert one.page.locator("td bdi").all_inner_texts() == [SARAH, DAVID, DAVID]


def test_fields_labels_and_titles_show_what_hides(visit, directed_page):
    one = visit(directed_page, "#path=b,c")
    assert (
        one.page.get_by_role("combobox", name="To", exact=True).input_value() == "Anna\ufffd\ufffd"
    )
    one.page.get_by_role("tab", name="Timeline").click()
    titles = one.page.locator(".timeline-words[title]").evaluate_all(
        "all => all.map((o) => o.title)"
    )
    assert any("Anna\ufffd\ufffd" in title for title in titles)
    hiding = "[...document.querySelectorAll('*')].flatMap((o) => [...o.attributes])"
    said = f"{hiding}.filter((a) => /title|label/.test(a.name)).map((a) => a.value).join(' ')"
    assert "\u202e" not in one.page.evaluate(said)
