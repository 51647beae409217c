import subprocess
import sys

import pytest
from terminal import environment

SLOW = {"rich", "pandas", "pyvis", "IPython", "numpy", "networkx", "igraph", "scipy", "jinja2"}
ASK = """
import sys
from explorer.cli import explore
try:
    explore.main({words!r}, prog_name="explore")
finally:
    print(*sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


@pytest.mark.long
@pytest.mark.parametrize(
    "words",
    [
        ["path", "Lukashenko", "Vilnius"],
        ["path", "Лукашенко", "Вільня", "--at", "2022", "--avoid", "borders"],
        ["path", "Putin", "Vilnius", "--all", "--format", "json"],
        ["path", "Putin", "Vilnius", "--format", "markdown"],
        ["check"],
        ["--help"],
        ["--version"],
    ],
)
def test_what_is_answered_at_once_imports_nothing_slow(words):
    script = ASK.format(words=["--example", *words])
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    imported = set(done.stderr.split())
    assert "click" in imported
    assert imported & SLOW == set()
    assert done.stdout
