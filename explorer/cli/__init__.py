"""The terminal face: ``explore``. Only here is anything printed, and an exit code set."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.cli.group import explore

__all__ = ["explore", "main"]

INTERRUPTED = 130


def main() -> None:
    """Run the command line and end the process; an interrupt may come before all is imported."""
    try:
        from explorer.cli.group import explore

        explore.main(sys.argv[1:], prog_name="explore")
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)


def __getattr__(name: str) -> object:
    """Import the group when it is asked for."""
    if name != "explore":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from explorer.cli.group import explore

    return explore
