"""Two pages opened in turn in a headless browser, and what that took, printed as JSON.

Run by `benchmarks.pages`: ``python -m benchmarks.browsed OURS THEIRS --rounds N [--move]``. Both
pages are opened from disk, offline, 1440 pixels wide and 900 high. Seconds count from the start of
the navigation, by the page's own clock, to the second frame after the network is drawn: ours when
its names are, pyvis's when the iterations are done that it makes before it shows anything. A frame
is the time from one to the next while the mouse moves, on average. Memory is the heap of a page's
scripts.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds; a page that is not drawn by then counts with so many
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
STEPS = 90  # moves of the mouse
SIZE = {"width": 1440, "height": 900}

DRAWN_IN = "drawn in "
DRAWN = f"""
const tell = () => console.log("{DRAWN_IN}" + performance.now());
const drawn = () => requestAnimationFrame(() => requestAnimationFrame(tell));
"""
OURS = f"""{DRAWN}
const look = () => {{
  if (globalThis.actorExplorer?.drawing().labels.length) drawn();
  else requestAnimationFrame(look);
}};
requestAnimationFrame(look);
"""
THEIRS = f"""{DRAWN}
let made;
Object.defineProperty(window, "network", {{
  get: () => made,
  set(network) {{
    made = network;
    network.once("stabilizationIterationsDone", drawn);
  }},
}});
"""
FRAMES = """
window.frames = 0;
const begun = performance.now();
const count = () => {
  window.frames += 1;
  window.spent = performance.now() - begun;
  requestAnimationFrame(count);
};
requestAnimationFrame(count);
"""


def main() -> None:
    told = _told()
    sides = (told.ours, OURS), (told.theirs, THEIRS)
    with _browser() as browser:
        rounds = [
            [
                _visited(browser, page.resolve().as_uri(), script, told.move)
                for page, script in sides
            ]
            for _ in range(told.rounds)
        ]
    quantities = ["opened", "memory", *(["panning", "hovering"] if told.move else [])]
    found: dict[str, Any] = {
        what: [[side.get(what) for side in sides] for sides in rounds] for what in quantities
    }
    unsettled = any(theirs["opened"] == PATIENCE for _, theirs in rounds)
    print(json.dumps(found | {"unsettled": unsettled, "patience": PATIENCE}))


def _told() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("ours", type=Path)
    parser.add_argument("theirs", type=Path)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--move", action="store_true", help="move the mouse, and count frames")
    return parser.parse_args()


@contextmanager
def _browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise SystemExit("no playwright: pip install -e '.[test]'") from None
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise SystemExit("no Chromium: apt-get install chromium, or set CHROMIUM")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _visited(browser: Any, address: str, script: str, move: bool) -> dict[str, float]:  # noqa: ANN401, FBT001
    """Open a page in a window of its own, and return what it took; of one not drawn, only that."""
    context = browser.new_context(viewport=SIZE, offline=True)
    page = context.new_page()
    page.add_init_script(script)
    found = {"opened": _drawn(page, address)}
    if found["opened"] < PATIENCE:
        session = context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        found["memory"] = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
        if move:
            found["panning"] = _frame(page, pressed=True)
            found["hovering"] = _frame(page, pressed=False)
    context.close()
    return found


def _drawn(page: Any, address: str) -> float:  # noqa: ANN401
    """Return the seconds until a page is drawn, as many as there is patience where it is not."""
    from playwright.sync_api import TimeoutError as TooLate

    # A page that is busy answers no question: it tells by itself when it is drawn.
    told = {
        "predicate": lambda message: message.text.startswith(DRAWN_IN),
        "timeout": PATIENCE * 1000,
    }
    try:
        with page.expect_console_message(**told) as message:
            page.goto(address, wait_until="commit")
    except TooLate:
        return PATIENCE
    return float(message.value.text.removeprefix(DRAWN_IN)) / 1000


def _frame(page: Any, *, pressed: bool) -> float:  # noqa: ANN401
    """Return the seconds a frame takes while the mouse goes to and fro over the network."""
    middle = SIZE["width"] / 2, SIZE["height"] / 2
    page.mouse.move(*middle)
    if pressed:
        page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(STEPS):
        across = abs(step % 30 - 15) - 7.5
        page.mouse.move(middle[0] + 20 * across, middle[1] + 12 * across)
    taken = page.evaluate("window.spent / Math.max(1, window.frames)")
    if pressed:
        page.mouse.up()
    return float(taken) / 1000


if __name__ == "__main__":
    main()
