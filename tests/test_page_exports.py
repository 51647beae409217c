"""What a hostile page hands over is as harmless as the page: CSV, JSON, SVG, PNG, copied text."""

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from hostile import PAYLOADS, hostile_folder
from rendered import rendered

import graph
from explorer.page.html import escape_json
from explorer.report.json_csv import format_csv
from graph.text.safe import HIDING, visible
from graph.text.urls import parse_web_address

pytestmark = pytest.mark.browser

COPIES = "navigator.clipboard.writeText = async (text) => { window.copied = text; };"
SVG = "{http://www.w3.org/2000/svg}"
SVG_TAGS = {f"{SVG}{tag}" for tag in ("svg", "rect", "g", "path", "circle", "text")}
SVG_ATTRIBUTES = {
    *("width", "height", "viewBox", "role", "aria-label", "x", "y", "cx", "cy", "r", "d"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity"),
    *("font-family", "font-size", "font-weight", "text-anchor", "paint-order", "direction"),
    *("class", "fill-opacity", "transform"),
}
NAMELESS = "\\u0000\\ud800\\ufffe\\u0001\\u000b]]>&#0;"


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return graph.load(hostile_folder(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="module")
def hostile_page(page_of, network):
    return page_of(network, title=PAYLOADS["double quote"], description=PAYLOADS["comment"])


def exported(one, item):
    """Choose from the export menu; return the file's name and bytes."""
    one.page.get_by_role("button", name="Export").click()
    with one.page.expect_download() as download:
        one.page.get_by_role("button", name=item).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


@pytest.mark.parametrize("table", ["Actors", "Relations"])
def test_csv_holds_the_cells_that_python_would_write(visit, hostile_page, network, table):
    text = exported(visit(hostile_page), f"{table} (CSV)")[1].decode()
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    if table == "Actors":
        held = [(one.name, one.description) for one in network.actor_rows]
    else:
        held = [(one.note, one.id) for one in network.relation_rows]
    named = ("name", "description") if table == "Actors" else ("note", "id")
    attributes = list(network.actor_rows[0].attributes)
    _, *cells = csv.reader(io.StringIO(format_csv(["a", "b"], held), newline=""))
    assert [[row[header.index(name)] for name in named] for row in rows] == cells
    own = csv.reader(io.StringIO(format_csv(attributes, []), newline=""))
    assert header[-len(attributes) :] == next(own)


def test_json_holds_every_character_and_hides_none(visit, hostile_page, network):
    name, content = exported(visit(hostile_page), "Everything (JSON)")
    assert re.fullmatch(r"[a-z0-9-]+\.json", name)
    text = content.decode("utf-8")
    document = json.loads(text)
    assert document["network"]["actors"]["name"] == [actor.name for actor in network.actor_rows]
    assert re.search(f"[<>&\u2028\u2029\u200c\u200d{HIDING}]", text) is None


@pytest.mark.parametrize("hash_", ["", "#path=__proto__,toString", "#actor=constructor"])
def test_a_drawing_is_well_formed_whatever_its_names_hold(tmp_path, visit, hostile_page, hash_):
    text = hostile_page.read_text(encoding="utf-8")
    for name in ("unseen", "escapes", "zalgo"):
        held = escape_json(PAYLOADS[name])[1:-1]
        assert held in text
        text = text.replace(held, NAMELESS)
    path = tmp_path / "page.html"
    path.write_text(text, encoding="utf-8", newline="\n")
    name, content = exported(visit(path, hash_), "Vector drawing")
    assert re.fullmatch(r"[a-z0-9-]+\.svg", name)
    nodes = list(ET.fromstring(content).iter())  # noqa: S314 - no entities in it
    assert {node.tag for node in nodes} <= SVG_TAGS
    assert {name for node in nodes for name in node.attrib} <= SVG_ATTRIBUTES
    assert all(visible(node.text) == node.text for node in nodes if node.text)


def test_a_picture_is_a_picture(visit, hostile_page):
    name, content = exported(visit(hostile_page), "Picture")
    assert re.fullmatch(r"[a-z0-9-]+\.png", name)
    assert content.startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize("ends", [["__proto__", "toString"], ["a47", PAYLOADS["tag"]]])
def test_a_copied_path_is_text_and_its_markdown_means_itself(visit, hostile_page, ends):
    from urllib.parse import quote

    hash_ = f"#path={','.join(quote(end, safe='') for end in ends)}"
    one = visit(hostile_page, hash_, watch=f"addEventListener('load', () => {{ {COPIES} }});")
    one.page.get_by_role("button", name="Copy text").click()
    one.said("Copied as text")
    lines = one.page.evaluate("copied").split("\n")
    assert all(visible(line) == line for line in lines)
    one.page.get_by_role("button", name="Copy Markdown").click()
    one.said("Copied as Markdown")
    found = rendered(one.page.evaluate("copied"))
    assert all(parse_web_address(link) for _, link in found.attributes)
    assert set(found.tags) <= {"p", "strong", "em", "ol", "ul", "li", "a", "code"}
    assert {name for name, _ in found.attributes} <= {"href"}
