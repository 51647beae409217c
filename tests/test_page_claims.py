"""Who says so, on the page: the filters, the details and the sources."""

from pathlib import Path

import pytest
from tiny_network import network

import graph

pytestmark = pytest.mark.browser

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="module")
def net():
    return graph.load(CASES / "claims")


@pytest.fixture(scope="module")
def claims_page(page_of, net):
    return page_of(net)


def test_a_basis_is_hidden_and_shown_in_the_legend(net, visit, claims_page):
    one = visit(claims_page)
    row = one.page.locator('[data-key="basis alleged"]')
    assert int(row.locator(".count").inner_text()) == len(net.basis("alleged").relation_rows)
    row.click()
    assert one.state == "#avoid_basis=alleged"
    assert one.drawing["relations"] == len(net.avoid_basis("alleged").relation_rows)
    one.page.locator('[data-key="only basis inferred"]').click(force=True)
    assert one.state == "#avoid_basis=alleged,stated"
    assert one.drawing["relations"] == len(net.basis("inferred").relation_rows)


def test_a_claimant_is_chosen_in_the_settings(net, visit, claims_page):
    one = visit(claims_page)
    one.page.get_by_label("According to").select_option(label="Ann Ek")
    assert one.state == "#according_to=ann"
    assert one.drawing["relations"] == len(net.according_to("Ann Ek").relation_rows)
    one.page.get_by_label("According to").select_option(label="anybody")
    assert one.state == ""


def test_a_link_filters_by_basis_and_claimants(net, visit, claims_page):
    one = visit(claims_page, "#according_to=bo,two%20witnesses&basis=alleged")
    left = net.according_to("bo", "two witnesses").basis("alleged")
    assert one.drawing["relations"] == len(left.relation_rows)
    assert one.page.get_by_label("According to").input_value() == "several"


def test_details_say_who_says_so_and_tell_a_mutual_type_once(visit, claims_page):
    one = visit(claims_page, "#actor=bo")
    text = " ".join(one.page.locator("#panel-details").inner_text().split())
    assert "is opposed by Ann Ek, alleged by Bo Lund" in text
    assert "contested: asserted by two witnesses and one row, disputed by Cy Ltd." in text
    one = visit(claims_page, "#actor=north")
    text = " ".join(one.page.locator("#panel-details").inner_text().split())
    assert text.count("2 claims") == 2
    assert "2 independent voices" in text


def test_sources_say_how_many_voices_they_are(visit, claims_page):
    one = visit(claims_page, "#panel=sources")
    text = " ".join(one.page.locator("#panel-sources").inner_text().split())
    assert "4 independent voices: sources that reach us through" in text
    assert text.count("Reaches us through Reed, J. and Poe, K. The article. The Post.") == 2
    assert text.count("One voice with Reed, J. and Poe, K. The article. The Post.") == 1


def test_the_legend_lists_what_there_is(visit, page_of):
    plain = visit(page_of(network("A funds B", "B hosts C")))
    assert plain.page.locator('[data-key^="basis "], .legend-note').count() == 0
    some = visit(
        page_of(network("A funds B basis=alleged", "B hosts C", "C ally A stance=disputes"))
    )
    keys = some.page.locator('.legend-toggle[data-key^="basis "]')
    assert [row.get_attribute("data-key") for row in keys.all()] == [
        "basis stated",
        "basis alleged",
    ]
    notes = some.page.locator(".legend-note:not(.is-words)")
    assert [note.inner_text().split()[1] for note in notes.all()] == ["disputed"]
    some.page.locator('[data-key="type ally"]').click()
    assert notes.count() == 0  # nothing of the kind is in sight
