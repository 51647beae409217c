"""Places, notes and filters that a reader keeps: in a layout that comes back, and in a link."""

import json

import pytest

import graph
from explorer.page import Presentation, build_page
from graph.saved.layout_file import read_layout

pytestmark = pytest.mark.browser
WATCH = "navigator.clipboard.writeText = async (text) => { window.copied = text; };"
NOTE = "Ask the <b>archive</b>, again."


def drag(one, actor, across, down):
    x, y = one.point(actor)
    one.page.mouse.move(x, y)
    one.page.mouse.down()
    one.page.mouse.move(x + across, y + down, steps=12)
    one.page.mouse.up()


def export(one, name):
    one.page.get_by_role("button", name="Export").click()
    one.page.locator("#export-menu").get_by_role("button", name=name).click()


def kept_by_a_reader(visit, file):
    """Open a page as a reader who moves Minsk, notes something on it and hides a type."""
    one = visit(file, "#actor=minsk", watch=WATCH)
    before = one.drawing["positions"]["minsk"]
    drag(one, "minsk", -60, 90)
    summary = one.page.locator(".own-note summary")
    assert summary.inner_text() == "Add a note of your own"
    summary.click()
    field = one.page.get_by_label("Note on Minsk")
    field.fill(NOTE)
    assert summary.inner_text() == "Your own note"
    field.press("Escape")
    one.open_types()
    one.page.locator(".legend-toggle", has_text="opposes").click()
    assert one.state == "#actor=minsk&avoid=opposes"
    moved = one.drawing["positions"]["minsk"]
    assert moved["x"] - before["x"] == pytest.approx(-60, abs=2)
    assert moved["y"] - before["y"] == pytest.approx(90, abs=2)
    return one


def test_a_layout_comes_back_as_it_was_saved(belarus_page, visit, tmp_path):
    one = kept_by_a_reader(visit, belarus_page)
    with one.page.expect_download() as download:
        export(one, "Layout and notes")
    assert download.value.suggested_filename == "layout.json"
    saved = tmp_path / "layout.json"
    download.value.save_as(saved)
    told = json.loads(saved.read_text(encoding="utf-8"))
    assert len(told["positions"]) == 85
    assert (told["notes"], told["state"]) == (
        {"actors": {"minsk": NOTE}, "relations": {}},
        "#actor=minsk&avoid=opposes&colour_by=camp",
    )
    network = graph.load_example()
    layout = read_layout(saved, network)
    assert layout.warnings == ()
    again = tmp_path / "again.html"
    made = build_page(network, Presentation("Belarus", story=False, arrangement=layout))
    again.write_text(made, encoding="utf-8", newline="\n")
    other = visit(again)
    assert other.state == ""
    assert other.page.locator(".legend-row.is-off", has_text="opposes").count() == 1
    assert other.page.locator(".own-note summary").inner_text() == "A note saved with this page"
    assert other.page.get_by_label("Note on Minsk").input_value() == NOTE
    assert same_shape(one.drawing["positions"], other.drawing["positions"])
    assert other.page.evaluate("actorExplorer.layout().notes") == told["notes"]
    other.page.locator(".section-head .link", has_text="Show all").click()
    assert other.state == "#actor=minsk&colour_by=camp"


def same_shape(here, there):
    """Tell whether two drawings differ by scale and place alone, but for a few pixels."""
    ends = [min(here, key=lambda name: here[name][axis]) for axis in "xy"]
    ends += [max(here, key=lambda name: here[name][axis]) for axis in "xy"]
    left, top, right, bottom = ends

    def shares(drawing):
        across = drawing[right]["x"] - drawing[left]["x"]
        down = drawing[bottom]["y"] - drawing[top]["y"]
        return {
            name: (
                (place["x"] - drawing[left]["x"]) / across,
                (place["y"] - drawing[top]["y"]) / down,
            )
            for name, place in drawing.items()
        }

    one, other = shares(here), shares(there)
    return all(
        abs(a - b) < 0.01 for name in one for a, b in zip(one[name], other[name], strict=True)
    )


def test_a_link_shows_somebody_else_the_same(belarus_page, visit):
    one = kept_by_a_reader(visit, belarus_page)
    export(one, "Copy a link")
    one.said("Link copied")
    link = one.page.evaluate("window.copied")
    hash_ = link[link.index("#") :]
    assert hash_.startswith("#actor=minsk&avoid=opposes&colour_by=camp&moved=minsk,")
    other = visit(belarus_page, hash_, width=390, height=844)
    assert other.page.locator(".own-note summary").inner_text() == "A note from the link you opened"
    field = other.page.get_by_label("Note on Minsk")
    assert field.input_value() == NOTE
    places = [each.page.evaluate("actorExplorer.layout().positions.minsk") for each in (one, other)]
    assert places[0] != places[1]
    export_again = other.page.evaluate("location.hash.includes('moved=minsk,')")
    assert export_again
    fresh = visit(belarus_page, "#actor=minsk")
    where = "actorExplorer.layout().positions.minsk"
    assert fresh.page.evaluate(where) != one.page.evaluate(where)
    one.page.get_by_role("button", name="Start again").click()
    assert fresh.page.evaluate(where) == one.page.evaluate(where)
    third = visit(belarus_page, "#moved=nobody,1,2,minsk,x,y&notes=nobody,Hello")
    assert third.page.locator(".own-note").count() == 0
