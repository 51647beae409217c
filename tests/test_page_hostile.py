"""Whatever stands in the files is shown as text: nothing runs, is fetched or hides."""

import csv

import pytest

import graph

pytestmark = pytest.mark.browser

NAMES = [
    "</script><script>window.stolen = 1</script>",
    "<img src=x onerror='window.stolen = 1'>",
    "{{7*7}}{% for x in y %}",
    "__proto__",
    "constructor",
    "\u202eevitcepsrep",
    "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df",
    '=HYPERLINK("http://example.org")',
    "x" * 300,
    "\u0000bell\u0007"[1:],
]


@pytest.fixture(scope="module")
def hostile_page(page_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    with (folder / "actors.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "kind", "aliases", "description", "<b>column</b>"])
        for i, name in enumerate(NAMES):
            ident = ["__proto__", "toString"][i] if i < 2 else f"a{i}"
            writer.writerow([ident, name, "person", f"{name} too", name, name])
    with (folder / "relations.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target", "type", "reference", "note"])
        for i in range(2, len(NAMES)):
            writer.writerow(["__proto__", f"a{i}", "funds", "javascript:window.stolen=1", NAMES[i]])
        writer.writerow(
            ["toString", "a2", "opposes", "data:text/html,<script>1</script>", NAMES[0]]
        )
    network = graph.load(folder)
    return page_of(network, title=NAMES[0], description=NAMES[1], command=NAMES[0])


@pytest.mark.parametrize(
    "hash_", ["", "#view=table", "#view=timeline", "#actor=__proto__", "#path=a3,a5"]
)
def test_nothing_runs_in_any_view(visit, hostile_page, hash_):
    one = visit(hostile_page, hash_)
    assert one.document()["about"]["actors"] == len(NAMES)
    for tab in ("Details", "Path", "Sources", "About"):
        one.page.get_by_role("tab", name=tab).click()
    assert one.page.evaluate("window.stolen") is None
    assert one.page.locator("img").count() == 0
    assert one.page.locator("a[href^='javascript'], a[href^='data']").count() == 0


def test_odd_ids_are_drawn_and_found(visit, hostile_page):
    one = visit(hostile_page, "#actor=__proto__")
    assert one.drawing["actors"] == len(NAMES)
    assert one.page.locator("#card-title").inner_text() == NAMES[0]
    assert one.find("__proto__", "toString")["length"] == 2


def test_what_cannot_be_seen_is_shown(visit, hostile_page):
    one = visit(hostile_page, "#actor=a5")
    assert one.page.locator("#card-title").inner_text() == "\ufffdevitcepsrep"


@pytest.fixture(scope="module")
def long_page(page_of):
    import pandas as pd

    names = ["word " * 1_000, "W" * 5_000, "\u3164\u115f", "\u202ecab", "Anna"]
    actors = pd.DataFrame({"id": [f"a{i}" for i in range(5)], "name": names, "kind": "person"})
    ends = {"source": ["a0", "a1", "a2", "a3"], "target": ["a1", "a2", "a3", "a4"]}
    relations = pd.DataFrame({**ends, "type": "funds", "start": "2020"})
    return page_of(graph.Network.from_frames(actors, relations), title="Long names")


def test_names_on_the_canvas_are_short_and_seen(visit, long_page):
    labels = {label["actor"]: label["text"] for label in visit(long_page).drawing["labels"]}
    assert labels["a1"] == f"{'W' * 31}…"
    assert labels["a2"] == "\ufffd" * 2
    assert labels["a3"] == "\ufffdcab"


@pytest.mark.parametrize("hash_", ["#path=a0,a4", "#path=a0,a2&path_alone=yes", "#actor=a1"])
def test_names_brought_forward_are_short(visit, long_page, hash_):
    labels = visit(long_page, hash_).drawing["labels"]
    assert any(label["text"].endswith("…") for label in labels)
    assert all(len(label["text"]) <= 38 for label in labels)
    assert all(label["width"] < 420 for label in labels)


@pytest.mark.parametrize("hash_", ["", "#actor=a1&ego=1", "#view=timeline", "#path=a0,a4"])
def test_a_long_name_does_not_widen_the_page_or_cover_the_canvas(visit, long_page, hash_):
    one = visit(long_page, hash_)
    assert one.page.evaluate("document.documentElement.scrollWidth") == 1440
    if "ego" in hash_:
        assert one.page.locator("#plate-note").bounding_box()["height"] < 80


def test_a_search_for_markup_finds_text(visit, hostile_page):
    one = visit(hostile_page)
    box = one.page.get_by_role("combobox", name="Search for an actor")
    box.fill("<img src=x onerror='window.stolen = 1'>")
    box.press("Enter")
    assert one.state == "#actor=toString"


def test_the_exported_picture_holds_no_markup_of_theirs(visit, hostile_page):
    one = visit(hostile_page)
    one.page.get_by_role("button", name="Export").click()
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name="Vector drawing").click()
    svg = download.value.path().read_text(encoding="utf-8")
    assert "<script" not in svg
    assert "<img" not in svg
