"""What was read of large files, kept in the user's cache folder, so that it is read once."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from graph.data.limits import MIB

LEAST = MIB  # bytes of all files; of fewer the first time costs more than the next ones save


def is_worthwhile(files: Iterable[Path]) -> bool:
    """Tell whether files are so large that keeping what they hold saves time."""
    size = 0
    for path in files:
        with suppress(OSError, ValueError):  # reading tells what is wrong
            size += path.stat().st_size
    return size >= LEAST
