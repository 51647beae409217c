"""A page watched from its first byte on, and every event a hand can cause on all that is in it."""

from hostile import PAYLOADS

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
  figure figcaption table caption thead tbody tr th td button label input select option textarea
  canvas svg g path rect circle text`.split(/\\s+/));
const PRAGMAS = new Set(["Content-Security-Policy", "x-dns-prefetch-control"]);
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
    if (name === "http-equiv" && !PRAGMAS.has(value)) bad("a pragma");
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

# Every event a hand or a keyboard can cause, on the elements in one part of the page: of those with
# the same tag and classes the first few, as they share their handlers; the first hears all words.
TOUCH = """
async ({ part, hash, words }) => {
  const ALIKE = 3;
  const counts = new Map();
  const count = ({ localName, className }) => {
    const key = `${localName} ${className.baseVal ?? className}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key);
  };
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
  const press = (node, keys = KEYS) => {
    for (const key of keys) send(node, KeyboardEvent, "keydown", { key });
  };
  const write = (node, text) => {
    node.value = text;
    for (const type of ["input", "change"]) send(node, Event, type);
  };
  const touch = (node, texts) => {
    for (const type of HANDS) send(node, type.startsWith("p") ? PointerEvent : MouseEvent, type);
    node.focus?.({ preventScroll: true });
    for (const type of QUIET) send(node, Event, type);
    if (node.matches("select")) for (const { value } of [...node.options]) write(node, value);
    if (node.matches("input:not([type=checkbox]):not([type=range])")) {
      texts.forEach((text, i) => {
        write(node, text);
        press(node, ["Enter", KEYS[i % KEYS.length]]);
      });
    }
    if (node.matches("a[href^=http]")) return;
    if (node.matches("button, summary, a, input, [tabindex], [role=option]")) {
      send(node, MouseEvent, "click"); // an SVG node has no click()
      send(node, MouseEvent, "click", { altKey: true });
      send(node, MouseEvent, "dblclick");
      press(node);
    }
    node.blur?.();
  };
  const nodes = () => document.querySelectorAll(`${part}, ${part} *`);
  for (let i = 0; i < nodes().length; i += 1) {
    const alike = count(nodes()[i]);
    if (alike > ALIKE) continue;
    touch(nodes()[i], alike === 1 ? words : words.slice(0, 3));
    if (location.hash !== hash && i % 5 === 0) { location.hash = hash; await soon(); }
  }
  return nodes().length;
}
"""


def outrages(one):
    """All that a page did which it should not."""
    stolen = one.page.evaluate("window.stolen")
    left = [url for url in one.requests if not url.startswith(("data:", "blob:"))][1:]
    return one.page.evaluate("outrages") + left + ([stolen] if stolen is not None else [])


FEW = ("double quote", "constructor", "long")


def touch(one, part, hash_, names=PAYLOADS):
    """Touch all in a part of the page, and write payloads into its fields; return how many nodes.

    Each text is followed by Enter, and by one more key, in turn.
    """
    words = [PAYLOADS[name][:200] for name in names]
    return one.page.evaluate(TOUCH, {"part": part, "hash": hash_, "words": words})
