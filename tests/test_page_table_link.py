"""The table's tab, sort and text are in its link; what a link says in vain is told."""

import csv
import io

import pytest

pytestmark = pytest.mark.browser


def first_cells(one, count=3):
    return one.page.locator("#data-table tbody th").all_inner_texts()[:count]


def test_tab_sort_and_text_are_in_the_link_and_back(visit, belarus_page):
    one = visit(belarus_page, "#view=table")
    table = one.page.locator("#view-table")
    table.locator(".choice", has_text="Relations").click()
    table.locator("[data-key='sort start']").click()
    table.locator("[data-key='sort start']").click()
    table.get_by_role("searchbox", name="Find in the table").fill("vilnius")
    one.page.wait_for_function("actorExplorer.state().includes('find=vilnius')")
    assert one.state == "#view=table&table=relations&sort=-start&find=vilnius"
    rows = table.locator("tbody tr").all_inner_texts()
    again = visit(belarus_page, one.state)
    assert again.page.locator("#view-table tbody tr").all_inner_texts() == rows
    assert all("vilnius" in row.lower() for row in rows)
    assert again.page.get_by_role("searchbox", name="Find in the table").input_value() == "vilnius"
    assert again.page.locator("th[aria-sort=descending]").count() == 1
    again.page.get_by_role("tab", name="Network").click()
    again.page.get_by_role("tab", name="Table").click()
    assert again.page.locator("#view-table tbody tr").all_inner_texts() == rows


def test_a_text_is_found_without_case_and_accents_and_keeps_the_focus(visit, belarus_page):
    one = visit(belarus_page, "#view=table")
    field = one.page.get_by_role("searchbox", name="Find in the table")
    field.press_sequentially("KALINOUSKI")
    assert field.input_value() == "KALINOUSKI"
    one.page.locator("#view-table .quiet", has_text="of 85 actors, filtered").wait_for()
    names = one.page.locator("#data-table tbody th").all_inner_texts()
    assert any("Kalinoŭski" in name for name in names)
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name="Download CSV").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(names)
    one.page.get_by_role("button", name="Undo").click()
    assert field.input_value() == ""


def test_back_and_forward_walk_through_tab_sort_and_text(visit, belarus_page):
    one = visit(belarus_page, "#view=table")
    table = one.page.locator("#view-table")
    table.locator(".choice", has_text="Relations").click()
    table.locator("[data-key='sort start']").click()
    table.get_by_role("searchbox", name="Find in the table").fill("vilnius")
    whole = "#view=table&table=relations&sort=start&find=vilnius"
    for go, state in [
        (None, whole),
        ("back", "#view=table&table=relations&sort=start"),
        ("back", "#view=table&table=relations"),
        ("back", "#view=table"),
        ("forward", "#view=table&table=relations"),
    ]:
        if go:
            one.page.evaluate(f"history.{go}()")
        one.page.wait_for_function(f"actorExplorer.state() === {state!r}")
    assert table.locator(".choice[aria-pressed=true]").inner_text() == "Relations"
    assert table.locator("th[aria-sort]").count() == 0


@pytest.mark.parametrize(
    ("hash_", "words"),
    [
        ("#avoid=fnds", "This link says 'avoid=fnds', which means nothing here."),
        ("#at=20x2&from=no", "This link says 'at=20x2', 'from=no', which mean nothing here."),
        ("#from=2020&to=2014", "'from=2020&to=2014'"),
        ("#hide=opposes", "'hide'"),
        ("#view=table&sort=nope", "'sort=nope'"),
        ("#path=lukashenko,vilnius&path_number=900&avoid_kind=ghost", "'avoid_kind=ghost'"),
        ("#actor=nobody&avoid=x", "'nobody', which is not an actor here. This link says 'avoid=x'"),
        ("#moved=ghost,1,2", "'ghost', which is not an actor here."),
    ],
)
def test_what_a_link_says_in_vain_is_told(visit, belarus_page, hash_, words):
    one = visit(belarus_page, hash_)
    assert words in one.page.locator("#notice p").inner_text()
    one.said(words)


def test_an_actor_moved_far_off_by_a_link_leaves_the_network_legible(visit, belarus_page):
    scale = visit(belarus_page).drawing["scale"]
    moved = visit(belarus_page, "#view=network&moved=vilnius,999999,-999999").drawing["scale"]
    assert moved > scale / 3
