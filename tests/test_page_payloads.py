"""Everything is touched in a page of hostile values without a policy: nothing runs or leaves."""

import re

import pytest
from hostile import PAYLOADS, RUNS, hostile_folder

import graph
from explorer.page import page

pytestmark = pytest.mark.browser

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
TITLE = f"{PAYLOADS['end of title']} {PAYLOADS['jinja']}"

# Watches every node and attribute from the first byte on; what does not belong is written down.
WATCH = """
window.outrages = [];
window.printed = 0;
Element.prototype.setPointerCapture = () => {};  // made-up pointers cannot be caught
window.print = () => { window.printed += 1; };
for (const name of ["alert", "confirm", "prompt", "open"]) {
  window[name] = (...words) => { outrages.push(`${name}(${words})`); return null; };
}
const TAGS = new Set(`html head meta title link style script noscript body div header main nav
  section dialog a h1 h2 h3 h4 p span b strong kbd code bdi output ul ol li dl dt dd details summary
  table caption thead tbody tr th td button label input select option textarea canvas
  svg g path rect circle text`.split(/\\s+/));
const LINK = /^(?:https?:\\/\\/[^@]*|#main|data:,|blob:.*)$/;
const STYLE = /^(?:[a-z-]+: ?[\\w #.,%()-]*; ?)*$/;
function judge(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const bad = (what) => outrages.push(`${what} in ${node.outerHTML.slice(0, 150)}`);
  if (!TAGS.has(node.localName)) bad("a tag");
  for (const { name, value } of node.attributes) {
    if (/^on|^src|^action|^formaction|^autofocus/.test(name)) bad("an attribute");
    if (/href$/.test(name) && !LINK.test(value)) bad("a link");
    if (name === "style" && (!STYLE.test(value) || /url|stolen/.test(value))) bad("a style");
    if (name === "http-equiv" && value !== "Content-Security-Policy") bad("a pragma");
  }
}
new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    judge(target);
    for (const added of addedNodes) {
      judge(added);
      for (const node of added.querySelectorAll?.("*") ?? []) judge(node);
    }
  }
}).observe(document, { subtree: true, childList: true, attributes: true });
addEventListener("beforeunload", () => outrages.push("left the page"));
"""

# Every event a hand or a keyboard can cause, on every element in one part of the page.
TOUCH = """
async ({ part, hash, words }) => {
  const soon = () => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  const HANDS = ["pointerover", "pointerenter", "pointermove", "mouseover", "mouseenter",
    "mousemove", "mousedown", "pointerdown", "pointerup", "mouseup", "contextmenu", "dragstart",
    "pointerout", "mouseout", "mouseleave"];
  const QUIET = ["focusin", "focus", "animationstart", "toggle", "load", "error"];
  const KEYS = ["Enter", " ", "ArrowDown", "ArrowUp", "Home", "End", "Escape"];
  const how = { bubbles: true, cancelable: true, clientX: 300, clientY: 300 };
  const send = (node, Kind, type, more) => node.dispatchEvent(new Kind(type, { ...how, ...more }));
  const press = (node) => KEYS.forEach((key) => send(node, KeyboardEvent, "keydown", { key }));
  const write = (node, text) => {
    node.value = text;
    for (const type of ["input", "change"]) send(node, Event, type);
  };
  const touch = (node) => {
    for (const type of HANDS) send(node, type.startsWith("p") ? PointerEvent : MouseEvent, type);
    node.focus?.({ preventScroll: true });
    for (const type of QUIET) send(node, Event, type);
    if (node.matches("select")) for (const { value } of [...node.options]) write(node, value);
    if (node.matches("input:not([type=checkbox]):not([type=range])")) {
      for (const text of words) { write(node, text); press(node); }
    }
    if (node.matches("a[href^=http]")) return;
    if (node.matches("button, summary, a, input, [tabindex], [role=option]")) {
      node.click();
      send(node, MouseEvent, "click", { altKey: true });
      send(node, MouseEvent, "dblclick");
      press(node);
    }
    node.blur?.();
  };
  const nodes = () => document.querySelectorAll(`${part}, ${part} *`);
  for (let i = 0; i < nodes().length; i += 1) {
    touch(nodes()[i]);
    if (location.hash !== hash && i % 5 === 0) { location.hash = hash; await soon(); }
  }
  return nodes().length;
}
"""
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
    ("#wrong=__proto__", "Sources", "#panel-sources"),
    ("", "About", "#panel-about"),
]


@pytest.fixture(scope="module")
def hostile_text(tmp_path_factory):
    network = graph.load(hostile_folder(tmp_path_factory.mktemp("hostile")))
    return page(network, title=TITLE, description=PAYLOADS["double quote"], command=RUNS)


@pytest.fixture
def stripped(tmp_path, hostile_text, visit):
    """A function that opens the page without its policy, with whatever else is replaced."""

    def open_page(hash_="", replaced=(), **context):
        text, count = POLICY.subn("", hostile_text)
        assert count == 1
        for old, new in replaced:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / "stripped.html"
        path.write_text(text, encoding="utf-8", newline="\n")
        return visit(path, hash_, watch=WATCH, **context)

    return open_page


def outrages(one):
    """All that a page did which it should not."""
    stolen = one.page.evaluate("window.stolen")
    left = [url for url in one.requests if not url.startswith(("data:", "blob:"))][1:]
    return one.page.evaluate("outrages") + left + ([stolen] if stolen is not None else [])


def touch(one, part, hash_):
    words = [text[:200] for text in PAYLOADS.values()]
    return one.page.evaluate(TOUCH, {"part": part, "hash": hash_, "words": words})


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("hash_", "tab", "part"), WHERE)
def test_nothing_runs_whatever_is_touched(stripped, hash_, tab, part, width):
    one = stripped(hash_, width=width)
    if tab:
        one.page.evaluate(f"document.querySelector('#tab-{tab.lower()}').click()")
    assert touch(one, part, hash_) > 0
    assert outrages(one) == []
    assert one.page.title() == " ".join(TITLE.split())


# What the audit must see: each opens one of the page's sinks, in the text of the page itself.
AS_MARKUP = "document.createRange().createContextualFragment(String(child))"
OPEN_SINKS = {
    "texts as markup": [("visibleText(String(child))", AS_MARKUP)],
    "any address as a link": [
        ("if (!WEB_ADDRESS.test(text)", "return text; if (!WEB_ADDRESS.test(text)")
    ],
    "data that ends its script": [("\\u003c", "<"), ("\\u003e", ">")],
    "a title as markup": [("&lt;", "<"), ("&gt;", ">")],
    "titles as handlers": [
        (
            "SAID.has(name) ? visibleText(value)",
            'SAID.has(name) ? (node.setAttribute("onclick", value), value)',
        )
    ],
}


@pytest.mark.parametrize("name", OPEN_SINKS)
def test_an_open_sink_would_be_seen(stripped, name):
    stay = ("http-equiv=refresh", "http-equiv=x")
    one = stripped("#view=table&actor=constructor", [stay, *OPEN_SINKS[name]])
    one.page.wait_for_timeout(200)
    assert outrages(one) != []
    one.messages.clear()
    one.requests.clear()


def test_nothing_runs_under_a_real_pointer(stripped):
    one = stripped()
    for actor in one.drawing["positions"]:
        place = one.point(actor)
        one.page.mouse.move(*place)
        one.page.mouse.click(*place)
        one.page.mouse.click(*place, button="right")
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
    nodes = one.page.locator("noscript *").evaluate_all(ALL_PLAIN)
    assert len(nodes) > 4 * len(PAYLOADS)
    assert {tag for tag, _, _ in nodes} <= PLAIN_TAGS
    assert {name for _, names, _ in nodes for name in names} <= PLAIN_ATTRIBUTES
    links = {link for _, _, link in nodes if link}
    assert all(link.startswith(("http://", "https://")) and "@" not in link for link in links)
    text = one.page.locator("noscript").inner_text()
    assert PAYLOADS["tag"] in text
    assert PAYLOADS["jinja"] in text
    assert "\u202e" not in text
    assert outrages(one) == []


def test_the_policy_stops_nothing_in_a_hostile_page(tmp_path, hostile_text, visit):
    path = tmp_path / "page.html"
    path.write_text(hostile_text, encoding="utf-8", newline="\n")
    one = visit(path, "#path=__proto__,toString", watch=WATCH)
    for part in (".top", "#panel-path", "#panel-details"):
        assert touch(one, part, "#path=__proto__,toString") > 0
    assert outrages(one) == []
