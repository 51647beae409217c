"""Open two pages in turn in a headless browser, and measure them; print JSON.

Run by `benchmarks.pages`: ``python -m benchmarks.pages_process OURS THEIRS --rounds N [--move]``.
Both pages are opened from disk, offline, 1440 pixels wide and 900 high. Seconds count from the
start of the navigation, by the page's own clock, to the second frame after the network is drawn:
ours when its names are drawn, pyvis's when the iterations before its first drawing are done. A
frame is the average time from a frame to the next while the mouse moves. Memory is the heap of a
page's scripts.
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

TIMEOUT = 60  # seconds; a page that is not drawn by then counts as this many
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
    options = _parse_arguments()
    sides = (options.ours, OURS), (options.theirs, THEIRS)
    with start_browser() as browser:
        rounds = [
            [
                _measure_page(browser, page.resolve().as_uri(), script, options.move)
                for page, script in sides
            ]
            for _ in range(options.rounds)
        ]
    quantities = ["opened", "memory", *(["panning", "hovering"] if options.move else [])]
    measured: dict[str, Any] = {
        what: [[side.get(what) for side in sides] for sides in rounds] for what in quantities
    }
    unsettled = any(theirs["opened"] == TIMEOUT for _, theirs in rounds)
    print(json.dumps(measured | {"unsettled": unsettled, "timeout": TIMEOUT}))


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("ours", type=Path)
    parser.add_argument("theirs", type=Path)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--move", action="store_true", help="move the mouse, and count frames")
    return parser.parse_args()


@contextmanager
def start_browser() -> Iterator[Any]:
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


def _measure_page(browser: Any, address: str, script: str, move: bool) -> dict[str, float]:  # noqa: ANN401, FBT001
    """Open a page in a window of its own and measure it; only the time where it is not drawn."""
    context = browser.new_context(viewport=SIZE, offline=True)
    page = context.new_page()
    page.add_init_script(script)
    measured = {"opened": wait_until_drawn(page, address)}
    if measured["opened"] < TIMEOUT:
        session = context.new_cdp_session(page)
        session.send("HeapProfiler.collectGarbage")
        measured["memory"] = session.send("Runtime.getHeapUsage")["usedSize"] / 1e6
        if move:
            measured["panning"] = _measure_frame(page, pressed=True)
            measured["hovering"] = _measure_frame(page, pressed=False)
    context.close()
    return measured


def wait_until_drawn(page: Any, address: str) -> float:  # noqa: ANN401
    """Wait until a page is drawn; return the seconds, at most `TIMEOUT`."""
    from playwright.sync_api import TimeoutError as TooLate

    # A busy page does not answer: it reports to the console when it is drawn.
    settings = {
        "predicate": lambda message: message.text.startswith(DRAWN_IN),
        "timeout": TIMEOUT * 1000,
    }
    try:
        with page.expect_console_message(**settings) as message:
            page.goto(address, wait_until="commit")
    except TooLate:
        return TIMEOUT
    return float(message.value.text.removeprefix(DRAWN_IN)) / 1000


def _measure_frame(page: Any, *, pressed: bool) -> float:  # noqa: ANN401
    """Measure the seconds of a frame while the mouse moves to and fro over the network."""
    middle = SIZE["width"] / 2, SIZE["height"] / 2
    page.mouse.move(*middle)
    if pressed:
        page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(STEPS):
        across = abs(step % 30 - 15) - 7.5
        page.mouse.move(middle[0] + 20 * across, middle[1] + 12 * across)
    milliseconds = page.evaluate("window.spent / Math.max(1, window.frames)")
    if pressed:
        page.mouse.up()
    return float(milliseconds) / 1000


if __name__ == "__main__":
    main()
