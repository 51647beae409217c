"""A real browser, and Node, for the tests of the page; and what shows that it stays quiet."""

import functools
import json
import os
import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

# The headless shell draws the same pages with a third of the work.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
HOW_TO_GET_ONE = (
    "apt-get install chromium-headless-shell, or playwright install chromium, or set CHROMIUM"
)
OLDEST_NODE = 20
ROOT = Path(__file__).parents[1]
HOW_TO_GET_NODE = "apt-get install nodejs, or https://nodejs.org"
COLLECT_VIOLATIONS = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.policyViolations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


def chromium_path(bundled):
    """Return where a Chromium is: the environment's, the system's, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    found = named or next((path for path in map(shutil.which, NAMES) if path), None)
    return found or (bundled if Path(bundled).exists() else None)


def missing(what, remedy):
    """Skip for want of a tool, except where every test must run."""
    message = f"no {what}: {remedy}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@functools.cache
def node_path():
    """Return where Node is, if it is new enough."""
    path = shutil.which("node")
    if path is None:
        missing("Node", HOW_TO_GET_NODE)
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.lstrip("v").split(".")[0]) < OLDEST_NODE:
        missing(f"Node {OLDEST_NODE} or newer, but {version.strip()}", HOW_TO_GET_NODE)
    return path


def need_packages(*names):
    """Skip for want of packages of npm, which the README's commands do not install."""
    if not all((ROOT / "node_modules" / name).is_dir() for name in names):
        missing(" and ".join(names), "npm ci")


# A large page is read in slices, after it has loaded.
READY = """new Promise((done) => {
  const { dataset } = document.documentElement;
  const look = () => ("started" in dataset ? done() : setTimeout(look, 20));
  look();
})"""


# What is around the drawing is built after it, unless the page does not start at all.
BUILT = READY.replace('"started" in dataset', '"started" in dataset || !("starting" in dataset)')


class Tabs:
    """Tabs of one browser, each as if nobody had used the browser before.

    Tabs opened alike share a window, and with it one renderer, which starts once and has compiled
    the page's scripts already. What a page leaves in a window is what it stores.
    """

    SHARED = frozenset(("color_scheme", "has_touch"))
    MOST = 60  # tabs of a window; what they leave in memory goes with it

    def __init__(self, browser, blank):
        self.browser, self.blank = browser, blank.as_uri()
        self.windows, self.counts = {}, Counter()

    def open(self, size, **options):
        """Return a new tab, in a window of its own if that cannot be shared."""
        if not options.keys() <= self.SHARED:
            return self.browser.new_context(viewport=size, offline=True, **options).new_page()
        page = self.window(**options).new_page()
        page.set_viewport_size(size)
        return page

    def window(self, **options):
        """Return the window with these options, where one tab stays open and keeps the renderer."""
        key = tuple(sorted(options.items()))
        if key not in self.windows:
            self.windows[key] = self.browser.new_context(offline=True, **options)
            self.windows[key].new_page().goto(self.blank)
        self.counts[key] += 1
        return self.windows[key]

    def close(self, pages):
        """Close tabs, and forget what they stored."""
        shared = self.windows.values()
        for page in pages:
            (page if page.context in shared else page.context).close()
        for key, window in list(self.windows.items()):
            if self.counts[key] > self.MOST and len(window.pages) == 1:
                self.windows.pop(key).close()
                del self.counts[key]
            else:
                window.pages[0].evaluate("localStorage.clear()")


@dataclass
class Visit:
    """An open page, with everything it said, asked for or was forbidden."""

    page: Any
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def listen(self):
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    @property
    def state(self):
        """The hash of what is shown."""
        return self.page.evaluate(f"{READY}.then(() => actorExplorer.state())")

    @property
    def drawing(self):
        """What the canvas shows, two frames from now: after what was asked for is drawn."""
        wait = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        return self.page.evaluate(f"{READY}.then(() => {wait}).then(() => actorExplorer.drawing())")

    def find(self, source, target, **options):
        """The page's own answer to a path question, in ids."""
        find = "([source, target, options]) => actorExplorer.find(source, target, options)"
        call = f"(question) => {READY}.then(() => ({find})(question))"
        return self.page.evaluate(call, [source, target, options])

    def point(self, actor):
        """Where an actor is, in the window's pixels."""
        place = self.drawing["positions"][actor]  # first: it waits until nothing moves any more
        box = self.page.locator("#canvas").bounding_box()
        return box["x"] + place["x"], box["y"] + place["y"]

    def drag_paper(self):
        """Drag the picture by its upper left corner, 40 pixels to the right and 30 down."""
        box = self.page.locator("#canvas").bounding_box()
        x, y = box["x"] + 8, box["y"] + 8
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + 40, y + 30, steps=8)
        self.page.mouse.up()

    def document(self):
        """The data the page carries."""
        return json.loads(self.page.locator("#document").text_content())

    def said(self, text):
        """Wait until the live region says something with this text in it."""
        self.page.locator("#announcer", has_text=text).wait_for(state="attached")

    def open_types(self):
        """List the types of every group of the legend, when it is there."""
        self.page.evaluate(READY)
        closed = self.page.locator('.group-open[aria-expanded="false"]')
        while closed.count():
            closed.first.click()

    def open_years(self):
        """Open the line into which the years are folded, when it is there."""
        self.page.evaluate(READY)
        for fold in self.page.locator('.time-fold[aria-expanded="false"]').all():
            fold.click()

    def assert_quiet(self):
        """Nothing on the console, no request but the file, nothing the policy had to stop."""
        assert self.messages == []
        assert [
            url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))
        ] == []
        assert self.page.evaluate("window.policyViolations") == []
