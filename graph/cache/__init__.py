"""Cache the columns of large files in the user's cache folder, so that they are read once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from graph.data.limits import MIB

LEAST_BYTES = MIB // 4
"""Bytes of all files. What is cached saves half of a question; caching costs as much, once."""


def is_worthwhile(files: Iterable[Path]) -> bool:
    """Return whether files are so large that caching them saves time."""
    size = 0
    for path in files:
        with suppress(OSError, ValueError):  # reading reports what is wrong
            size += path.stat().st_size
    return size >= LEAST_BYTES
