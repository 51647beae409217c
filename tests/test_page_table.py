"""The tables say what the network shows: filtered alike, sortable, downloadable."""

import csv
import io

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def tables(visit, belarus_page):
    return visit(belarus_page, "#view=table")


def column(one, number):
    return one.page.locator(f"#data-table tbody tr > :nth-child({number})").all_inner_texts()


def test_all_actors_are_there(belarus, tables):
    assert column(tables, 1) == [actor.name for actor in belarus.actor_rows]


def test_the_relations_follow_the_filters(visit, belarus, belarus_page):
    one = visit(belarus_page, "#view=table&avoid=opposes")
    one.page.locator("#view-table").get_by_role("button", name="Relations").first.click()
    expected = belarus.avoid("opposes").relation_rows
    assert column(one, 1)[:200] == [relation.source.name for relation in expected][:200]


def test_a_heading_sorts_and_says_so(belarus, tables):
    button = tables.page.get_by_role("columnheader", name="Name").get_by_role("button")
    button.click()
    header = tables.page.get_by_role("columnheader", name="Name")
    assert header.get_attribute("aria-sort") == "ascending"
    ascending = column(tables, 1)
    button.click()
    assert header.get_attribute("aria-sort") == "descending"
    assert column(tables, 1) == ascending[::-1]
    assert sorted(ascending) == sorted(actor.name for actor in belarus.actor_rows)
    assert tables.page.evaluate("document.activeElement.dataset.key") == "sort name"


def test_numbers_sort_as_numbers(tables):
    tables.page.get_by_role("columnheader", name="Relations").get_by_role("button").click()
    counts = [int(text.replace(",", "")) for text in column(tables, 5)]
    assert counts == sorted(counts, reverse=True)


def test_a_name_opens_its_details(tables):
    tables.page.locator("#data-table").get_by_role("button", name="Vladimir Putin").click()
    assert tables.state == "#view=table&actor=putin"
    assert tables.page.locator("#card-title").inner_text() == "Vladimir Putin"


def test_the_csv_holds_every_row_kept(belarus, visit, belarus_page):
    one = visit(belarus_page, "#view=table&avoid_kind=person")
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name="Download CSV").click()
    text = download.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    kept = [actor.id for actor in belarus.actor_rows if actor.kind != "person"]
    assert [row["id"] for row in rows] == kept


def test_the_picture_is_downloaded_as_vectors_and_as_pixels(belarus, belarus_visit):
    def save(name):
        belarus_visit.page.get_by_role("button", name="Export").click()
        with belarus_visit.page.expect_download() as download:
            belarus_visit.page.get_by_role("button", name=name).click()
        return download.value.path().read_bytes()

    svg = save("Vector drawing").decode()
    assert svg.startswith("<?xml")
    # Every pair of actors has a line, and every actor a mark.
    pairs = {frozenset((each.source.id, each.target.id)) for each in belarus.relation_rows}
    assert svg.count("<path") > len(pairs) + len(belarus.actor_rows)
    assert "Q" in svg
    png = save("Picture")
    width = int.from_bytes(png[16:20])
    assert png.startswith(b"\x89PNG")
    assert width == 2 * belarus_visit.page.locator("#canvas").bounding_box()["width"]


def test_timeline_rows_lead_to_their_relation(visit, belarus, belarus_page):
    one = visit(belarus_page, "#view=timeline")
    open_ends = {"", "..", "ended"}
    dated = [row for row in belarus.relation_rows if row.start or row.end not in open_ends]
    rows = one.page.locator("#view-timeline .timeline-row")
    assert rows.count() == len(dated)
    rows.first.get_by_role("button").click()
    assert "relation=" in one.state


@pytest.mark.parametrize("which", ["Actors", "Relations"])
def test_the_last_column_wraps_inside_what_is_seen(tables, which):
    tables.page.locator("#view-table").get_by_role("button", name=which).first.click()
    size = tables.page.locator(".table-scroll").evaluate("(e) => [e.scrollWidth, e.clientWidth]")
    assert size[0] <= size[1]


def test_on_a_phone_no_row_is_tall_for_what_is_out_of_sight(visit, belarus_page):
    one = visit(belarus_page, "#view=table", width=390, height=844)
    heights = """(rows) => rows.map(({ cells }) => [cells[0], cells[cells.length - 1]].map(
        (cell) => cell.firstElementChild.getBoundingClientRect().height))"""
    for name, description in one.page.locator("#data-table tbody tr").evaluate_all(heights):
        assert description <= name


def test_the_csv_names_its_columns_as_the_terminal_does(tables):
    def header(which):
        tables.page.locator("#view-table").get_by_role("button", name=which).first.click()
        with tables.page.expect_download() as download:
            tables.page.get_by_role("button", name="Download CSV").click()
        return next(csv.reader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))

    measures = [each["id"] for each in tables.document()["measures"]]
    assert "pagerank" in measures
    assert set(measures) <= set(header("Actors"))
    assert {"stance", "standing"} <= set(header("Relations"))
