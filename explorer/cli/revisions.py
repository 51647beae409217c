"""Files of a folder as a revision of git has them."""

from __future__ import annotations

import subprocess
from pathlib import Path

NAMES = ("actors.csv", "relations.csv", "sources.csv", "types.csv", "accepted.csv")
ENDINGS = ("", ".gz")


def is_revision(folder: Path, revision: str) -> bool:
    """Return whether git knows a commit of this name in the repository of a folder."""
    wanted = ["rev-parse", "--quiet", "--verify", "--end-of-options", f"{revision}^{{commit}}"]
    return _run(folder, wanted) is not None


def write_revision(folder: Path, revision: str, target: Path) -> None:
    """Write the data files of a folder, as a revision has them, into another folder."""
    for name in (f"{name}{ending}" for name in NAMES for ending in ENDINGS):
        content = _run(folder, ["cat-file", "blob", f"{revision}:./{name}"])
        if content is not None:
            (target / name).write_bytes(content)


def _run(folder: Path, words: list[str]) -> bytes | None:
    """Return what git prints; None where it fails, or where there is no git."""
    command = ["git", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
