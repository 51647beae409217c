"""Describe the environment of a run: machine, versions, data."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

LIBRARIES = (
    "networkx", "pandas", "numpy", "scipy", "igraph", "polars", "duckdb", "pyarrow", "networkit",
)  # fmt: skip


def describe(data: str, rounds: int) -> Sequence[str]:
    """Describe the environment in lines for above the table."""
    day = datetime.now(UTC).date().isoformat()
    python = f"Python {platform.python_version()}"
    versions = ", ".join(
        f"{name} {_find_version(name)}" for name in LIBRARIES if _find_version(name)
    )
    return (
        f"Taken on {day}: {_describe_machine()}",
        f"{python}, {versions}",
        f"Data: {data}",
        f"{rounds} rounds of short work, fewer of long, both sides in turn; a first is dropped",
    )


def _find_version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _describe_machine() -> str:
    cores = f"{os.cpu_count()} cores"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{_find_processor()}, {cores}, {memory:.0f} GB, {platform.system()}"


def _find_processor() -> str:
    """Find the processor's name."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
