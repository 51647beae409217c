"""Takes the pictures in docs/scenes: the main scenes of the page, as tests/scenes.py names them.

Run it in the project's environment with the `test` extra: ``python docs/picture_scenes.py``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import graph
from explorer.page import Presentation, build_page

FOLDER = Path(__file__).parent
sys.path.append(str(FOLDER.parent / "tests"))

from browser import chromium_path  # noqa: E402 - it lies beside the tests
from scenes import PAGES, SCENES, shown_on  # noqa: E402 - the same

PLACE = FOLDER / "scenes"
SCREEN = {"width": 1440, "height": 900}


def main() -> None:
    network = graph.load_example()
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        files = {name: Path(folder, f"{name}.html") for name in PAGES}
        for name, about in PAGES.items():
            text = build_page(shown_on(name, network), Presentation(**about))
            files[name].write_text(text, encoding="utf-8", newline="\n")
        browser = driver.chromium.launch(
            executable_path=chromium_path(driver.chromium.executable_path), args=["--no-sandbox"]
        )
        for scene in (each for each in SCENES if each.picture):
            seen = browser.new_page(viewport=SCREEN, color_scheme="dark" if scene.dark else "light")
            seen.goto(f"{files[scene.page].as_uri()}{scene.hash}")
            seen.evaluate("new Promise((done) => setTimeout(done, 300))")
            seen.screenshot(path=PLACE / f"{scene.name.replace(' ', '-')}.png")
            seen.close()
        browser.close()


if __name__ == "__main__":
    main()
