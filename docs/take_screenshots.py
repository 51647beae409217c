"""Take the screenshots in docs/scenes: the main scenes of the page, listed in tests/scenes.py.

Run it in the project's environment with the `test` extra: ``python docs/take_screenshots.py``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import sync_playwright

import graph
from explorer.page import Presentation, build_page

FOLDER = Path(__file__).parent
sys.path.append(str(FOLDER.parent / "tests"))

from browser import chromium_path  # noqa: E402 - a module of the tests
from scenes import PAGES, SCENES, Scene, shown_on  # noqa: E402 - likewise

SCENES_FOLDER = FOLDER / "scenes"
SCREEN = {"width": 1440, "height": 900}


def main() -> None:
    SCENES_FOLDER.mkdir(exist_ok=True)
    take_screenshots([scene for scene in SCENES if scene.picture], SCENES_FOLDER)


def take_screenshots(scenes: Iterable[Scene], target: Path) -> None:
    """Take a screenshot of each scene into a folder."""
    network = graph.load_example()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        files = {name: Path(folder, f"{name}.html") for name in PAGES}
        for name, about in PAGES.items():
            text = build_page(shown_on(name, network), Presentation(**about))
            files[name].write_text(text, encoding="utf-8", newline="\n")
        browser = driver.chromium.launch(
            executable_path=chromium_path(driver.chromium.executable_path), args=["--no-sandbox"]
        )
        for scene in scenes:
            tab = browser.new_page(viewport=SCREEN, color_scheme="dark" if scene.dark else "light")
            tab.goto(f"{files[scene.page].as_uri()}{scene.hash}")
            tab.evaluate("new Promise((done) => setTimeout(done, 300))")
            tab.screenshot(path=target / f"{scene.name.replace(' ', '-')}.png")
            tab.close()
        browser.close()


if __name__ == "__main__":
    main()
