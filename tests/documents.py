"""Code blocks of the hand-written pages, and a folder like a fresh clone to run them in."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHIPPED = ("README.md", "actors.csv", "relations.csv", "sources.csv", "story.md")
LIMIT = 300  # seconds, far more than any block takes on a busy machine


def read_blocks(page, language):
    """Return the code blocks of a page in a language, in their order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [code for name, code in BLOCK.findall(text) if name == language]


def copy_clone(folder):
    """Copy what a fresh clone has, after the first command of README.md made its .venv."""
    for name in SHIPPED:
        shutil.copy(ROOT / name, folder)
    (folder / ".venv" / "bin").mkdir(parents=True)
    programs = Path(sys.executable).parent
    activate = f'PATH="{programs}:$PATH"\n'
    (folder / ".venv" / "bin" / "activate").write_text(activate, encoding="utf-8")
    for name in ("python", "explore"):
        (folder / ".venv" / "bin" / name).symlink_to(programs / name)
    return folder


def run_shell(script, folder, **variables):
    """Run lines of bash as somebody types them, up to the first that fails."""
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],  # noqa: S607 - whichever bash is installed
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        timeout=LIMIT,
        check=False,
    )
