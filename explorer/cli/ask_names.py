"""Ask on a terminal whether two names that are nearly alike are one actor."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from explorer.cli.printing import is_terminal, print_message
from graph.text.safe import visible

MOST_ASKED = 50


def ask_names(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return by name the name that it is taken for, as a person answers; no answer means no."""
    if not is_terminal(sys.stdin):
        return {}
    merge = {}
    for one, two in pairs[:MOST_ASKED]:
        print_message(f"Is {visible(one)} the same as {visible(two)}? [y/N] ", end=False)
        line = sys.stdin.readline()
        if not line:
            break
        if line.strip().lower() in ("y", "yes"):
            merge[one] = two
    return merge
