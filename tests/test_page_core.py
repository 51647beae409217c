"""The page's pure JavaScript passes its own tests, the shared cases among them."""

import subprocess
from pathlib import Path

import pytest
from browser import node_path

TESTS = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(path.name for path in TESTS.glob("*.test.js")))
def test_node_finds_no_fault_in(file):
    command = [node_path(), str(TESTS / file)]  # --test would start a second process for it
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout
