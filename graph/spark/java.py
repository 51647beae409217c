"""Find Java, without which Spark does not start, and see whether it is new enough."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from graph.errors import EngineError, quote_value

OLDEST = 17
INSTALL = f"Install Java {OLDEST} or newer, such as the package openjdk-{OLDEST}-jre-headless."
WAIT = 60  # seconds for Java to say its version
_VERSION = re.compile(r'version "(?:1\.)?([0-9]+)')


def require_java() -> Path:
    """Return the program Java, if it is there and new enough.

    JAVA_HOME says where it is; otherwise it is looked for as any program.

    Raises
    ------
    EngineError
        When there is none, or it is too old.
    """
    home = os.environ.get("JAVA_HOME", "")
    found = shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")
    if found is None:
        where = f"JAVA_HOME is {quote_value(home)}, where there is none" if home else "not found"
        remedy = "Correct JAVA_HOME." if home else INSTALL
        raise EngineError(f"Spark needs Java, which is not installed: {where}. {remedy}")
    version = _read_version(found)
    if version is None or version < OLDEST:
        named = f"Java {version}" if version else "a Java that does not tell its version"
        what = f"Spark needs Java {OLDEST} or newer, and {found} is {named}."
        raise EngineError(f"{what} {INSTALL} Or set JAVA_HOME to a newer one.")
    return Path(found)


def _read_version(program: str) -> int | None:
    """Return the first number of a Java's version; None where it tells none."""
    try:
        run = subprocess.run(  # noqa: S603 - the program that Spark will start
            [program, "-version"], capture_output=True, text=True, timeout=WAIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = _VERSION.search(run.stderr + run.stdout)
    return int(match[1]) if match else None
