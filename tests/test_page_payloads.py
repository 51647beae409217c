"""Everything is touched in a page of hostile values without a policy: nothing runs or leaves."""

import re
import shutil

import pytest
from hostile import PAYLOADS, RUNS, hostile_folder
from touching import FEW, WATCH, outrages, touch

import graph
from explorer.page import Presentation
from explorer.page.document import build_document
from explorer.page.html import ASSETS, render_html

pytestmark = pytest.mark.browser

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
TITLE = f"{PAYLOADS['end of title']} {PAYLOADS['jinja']}"

WHERE = [
    ("", None, ".top"),
    ("", None, "#filters"),
    ("", None, "#time"),
    ("", None, ".plate"),
    ("#view=table", None, "#view-table"),
    ("#view=timeline", None, "#view-timeline"),
    ("#actor=constructor", "Details", "#panel-details"),
    ("#actor=toString&ego=2", "Details", "#plate-note"),
    ("#path=__proto__,toString", "Path", "#panel-path"),
    ("#without_source=__proto__", "Sources", "#panel-sources"),
    ("", "About", "#panel-about"),
]


@pytest.fixture(scope="module")
def hostile_document(tmp_path_factory):
    network = graph.load(hostile_folder(tmp_path_factory.mktemp("hostile")))
    return build_document(network, Presentation(TITLE, PAYLOADS["double quote"], command=RUNS))


@pytest.fixture(scope="module")
def hostile_text(hostile_document):
    return render_html(hostile_document)


@pytest.fixture
def stripped(tmp_path, hostile_text, visit):
    """A function that opens the page without its policy, with whatever else is replaced."""

    def open_page(hash_="", replaced=(), made=None, **context):
        text, count = POLICY.subn("", made or hostile_text)
        assert count == 1
        for old, new in replaced:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / "stripped.html"
        path.write_text(text, encoding="utf-8", newline="\n")
        return visit(path, hash_, watch=WATCH, **context)

    return open_page


# On a phone these open and close by handlers of their own; their fields are the same.
ON_A_PHONE = [where for where in WHERE if where[2] in ("#filters", "#time", "#panel-details")]


@pytest.mark.nightly(but_each=3)
@pytest.mark.parametrize(
    ("hash_", "tab", "part", "width"),
    [*((*where, 1440) for where in WHERE), *((*where, 390) for where in ON_A_PHONE)],
)
def test_nothing_runs_whatever_is_touched(stripped, hash_, tab, part, width):
    one = stripped(hash_, width=width)
    if tab:
        one.page.evaluate(f"document.querySelector('#tab-{tab.lower()}').click()")
    assert touch(one, part, hash_, PAYLOADS if width > 900 else FEW) > 0
    assert outrages(one) == []
    assert one.page.title() == " ".join(TITLE.split())


# What the audit must see: each opens one of the page's sinks, in a file of the page or its text.
AS_MARKUP = "document.createRange().createContextualFragment(String(child))"
OPEN_SINKS = {
    "texts as markup": ("view/element.js", "makeVisible(String(child))", AS_MARKUP),
    "any address as a link": (
        "core/text.js",
        "  if (!WEB_ADDRESS.test(text)",
        "  if (text) return text;\n  if (!WEB_ADDRESS.test(text)",
    ),
    "data that ends its script": [("\\u003c", "<"), ("\\u003e", ">")],
    "a title as markup": [("&lt;", "<"), ("&gt;", ">")],
    "titles as handlers": (
        "view/element.js",
        "SHOWN_ATTRIBUTES.has(name) ? makeVisible(value)",
        'SHOWN_ATTRIBUTES.has(name) ? (node.setAttribute("onclick", value), value)',
    ),
}


def render_changed(document, folder, file, old, new):
    """Render a page from its assets with something else in one file."""
    assets = folder / "assets"
    shutil.copytree(ASSETS, assets)
    text = (assets / file).read_text(encoding="utf-8")
    assert old in text
    (assets / file).write_text(text.replace(old, new), encoding="utf-8")
    return render_html(document, assets=assets)


@pytest.mark.nightly(but_each=5)
@pytest.mark.parametrize("name", OPEN_SINKS)
def test_an_open_sink_would_be_seen(stripped, hostile_document, tmp_path, name):
    stay, change = ("http-equiv=refresh", "http-equiv=x"), OPEN_SINKS[name]
    in_file = isinstance(change, tuple)
    made = render_changed(hostile_document, tmp_path, *change) if in_file else None
    replaced = [stay, *([] if in_file else change)]
    one = stripped("#view=table&actor=constructor", replaced, made)
    one.page.wait_for_timeout(200)
    assert outrages(one) != []
    one.messages.clear()
    one.requests.clear()


def test_nothing_runs_under_a_real_pointer(stripped):
    one = stripped()
    box, positions = one.page.locator("#canvas").bounding_box(), one.drawing["positions"]
    for number, mark in enumerate(positions.values()):
        place = box["x"] + mark["x"], box["y"] + mark["y"]
        one.page.mouse.click(*place, button="right")
        one.page.mouse.click(*place)
        if number % 6 == 0:
            one.page.mouse.dblclick(*place)
        one.page.evaluate("location.hash = ''")
    assert outrages(one) == []


# What the template itself writes where JavaScript is off.
PLAIN_TAGS = {"div", "h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "bdi"}
PLAIN_ATTRIBUTES = {"class", "dir", "scope", "href", "rel"}
ALL_PLAIN = """nodes => nodes.map((node) => [
  node.localName, [...node.attributes].map(({ name }) => name), node.getAttribute("href")])"""


def test_the_tables_without_javascript_are_text(stripped):
    one = stripped(java_script_enabled=False)
    nodes = one.page.locator("#plain *").evaluate_all(ALL_PLAIN)
    assert len(nodes) > 4 * len(PAYLOADS)
    assert {tag for tag, _, _ in nodes} <= PLAIN_TAGS
    assert {name for _, names, _ in nodes for name in names} <= PLAIN_ATTRIBUTES
    links = {link for _, _, link in nodes if link}
    assert all(link.startswith(("http://", "https://")) and "@" not in link for link in links)
    text = one.page.locator("#plain").inner_text()
    assert PAYLOADS["tag"] in text
    assert PAYLOADS["jinja"] in text
    assert "\u202e" not in text
    assert outrages(one) == []


def test_the_policy_stops_nothing_in_a_hostile_page(tmp_path, hostile_text, visit):
    path = tmp_path / "page.html"
    path.write_text(hostile_text, encoding="utf-8", newline="\n")
    one = visit(path, "#path=__proto__,toString", watch=WATCH)
    for part in (".top", "#panel-path", "#panel-details"):
        assert touch(one, part, "#path=__proto__,toString", FEW) > 0
    assert outrages(one) == []
