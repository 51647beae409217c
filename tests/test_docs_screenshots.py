"""The pictures of the page are those of the scenes, and can be taken again by their script."""

import struct
import subprocess
import sys

import pytest
from browser import HOW_TO_GET_ONE, chromium_path, missing
from documents import ROOT
from scenes import SCENES

# In a process of its own: two drivers of a browser do not go into one.
TAKE = """
import sys
sys.path[:0] = ["docs"]
from pathlib import Path
from take_screenshots import SCENES, take_screenshots
take_screenshots([scene for scene in SCENES if scene.name == "a path"], Path(sys.argv[1]))
"""


def read_size(picture):
    """Return the width and height in the header of a PNG."""
    return struct.unpack(">II", picture.read_bytes()[16:24])


def test_each_picture_is_of_a_scene():
    pictures = {path.stem for path in (ROOT / "docs" / "scenes").glob("*.png")}
    assert pictures == {scene.name.replace(" ", "-") for scene in SCENES if scene.picture}


@pytest.mark.nightly
@pytest.mark.browser
@pytest.mark.slow
def test_the_picture_in_the_readme_is_taken_again_in_the_same_size(tmp_path):
    if chromium_path("none") is None:
        missing("Chromium", HOW_TO_GET_ONE)
    subprocess.run([sys.executable, "-c", TAKE, tmp_path], cwd=ROOT, check=True, timeout=300)
    (taken,) = tmp_path.iterdir()
    kept = ROOT / "docs" / "scenes" / taken.name
    assert read_size(taken) == read_size(kept)
    # A picture of an empty page takes a tenth.
    assert taken.stat().st_size > kept.stat().st_size / 2
