"""Where and with what the figures were taken."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

LIBRARIES = (
    "networkx", "pandas", "numpy", "scipy", "igraph", "polars", "pyarrow", "networkit",
)  # fmt: skip


def told(data: str, rounds: int) -> Sequence[str]:
    """Return the lines that stand above the table."""
    day = datetime.now(UTC).date().isoformat()
    python = f"Python {platform.python_version()}"
    versions = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES if _version(name))
    return (
        f"Taken on {day}: {_machine()}",
        f"{python}, {versions}",
        f"Data: {data}",
        f"{rounds} rounds of short work, fewer of long, both sides in turn; a first is dropped",
    )


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _machine() -> str:
    cores = f"{os.cpu_count()} cores"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{_processor()}, {cores}, {memory:.0f} GB, {platform.system()}"


def _processor() -> str:
    """Return what the system calls its processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
