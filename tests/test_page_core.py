"""The page's pure JavaScript passes its own tests, the shared cases among them."""

import subprocess
from pathlib import Path

from browser import node_path

TESTS = Path(__file__).parent
# One process for all files: to start one takes longer than most of them.
IMPORT_ALL = "for (const file of process.argv.slice(1)) await import(file);"


def test_node_finds_no_fault():
    files = sorted(path.as_uri() for path in TESTS.glob("*.test.js"))
    assert len(files) > 50
    command = [node_path(), "--input-type=module", "--eval", IMPORT_ALL, *files]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, _list_faults(result.stdout) or result.stderr


def _list_faults(output):
    """Return what Node says of the tests that fail: from each "not ok" to the end of its block."""
    blocks = output.split("\nnot ok")[1:]
    return "\n".join(f"not ok{block.split('...')[0]}" for block in blocks)
