"""Take the pictures in docs/gallery: the first view of six networks of other people.

Run it in the project's environment with the `test` extra; the folder with the networks, of which
docs/gallery/README.md names the origins, is its argument:
``python docs/take_gallery.py NETWORKS``.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import graph
from explorer.page import Presentation, build_page

FOLDER = Path(__file__).parent
sys.path.append(str(FOLDER.parent / "tests"))

from browser import chromium_path  # noqa: E402 - a module of the tests

GALLERY = FOLDER / "gallery"
SCREEN = {"width": 1440, "height": 900}


@dataclass(frozen=True)
class Picture:
    """A network and how its page is presented; `relations` where the file is not relations.csv."""

    name: str
    folder: str
    title: str
    relations: str = ""
    language: str = "en"


PICTURES = (
    Picture("signed", "cow_signed", "Allies and enemies, 1962 to 1965",
            "windows/relations_1962-1965.csv"),
    Picture("two-mode", "davis_women", "Who came to which event"),
    Picture("dense", "eu_cooperation", "Research cooperation of states"),
    Picture("tree-like", "thrones_kin", "Game of Thrones: kinship"),
    Picture("large", "large_enron", "Who wrote to whom at Enron"),
    Picture("right-to-left", "", "حدود الدول العربية ومنظماتها", language="ar"),
)  # fmt: skip


def main(networks: Path) -> None:
    with tempfile.TemporaryDirectory() as pages, sync_playwright() as driver:
        path = chromium_path(driver.chromium.executable_path)
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for picture in PICTURES:
            folder = networks / picture.folder if picture.folder else GALLERY / "arab-borders"
            take_picture(browser, write_page(picture, folder, Path(pages)), picture.name)
        browser.close()


def write_page(picture: Picture, folder: Path, target: Path) -> Path:
    """Write the page of a picture's network, and return its file."""
    relations = folder / picture.relations if picture.relations else None
    network = graph.load(folder, relations=relations)
    about = Presentation(title=picture.title, language=picture.language)
    path = target / f"{picture.name}.html"
    path.write_text(build_page(network, about), encoding="utf-8", newline="\n")
    return path


def take_picture(browser: Browser, page: Path, name: str) -> None:
    """Take a picture of a page as it opens."""
    tab = browser.new_page(viewport=SCREEN, color_scheme="light")
    tab.goto(page.as_uri())
    tab.wait_for_function("window.actorExplorer")
    tab.evaluate("new Promise((done) => setTimeout(done, 1000))")
    tab.screenshot(path=GALLERY / f"{name}.png")
    tab.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
