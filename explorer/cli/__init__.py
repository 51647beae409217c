"""The terminal face: ``explore``. Only here is anything printed, and an exit code set."""

import sys

# Nothing slow is imported before `main` can tell of an interrupt in one line.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.cli.group import explore

__all__ = ["explore", "main"]

INTERRUPTED = 130


def main() -> None:
    """Run the command line and end the process; an interrupt may come before all is imported."""
    try:
        from explorer.cli.signals import stoppable

        stoppable(_run)
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)


def _run() -> None:
    from explorer.cli.group import explore

    explore.main(sys.argv[1:], prog_name="explore")


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import the group when it is asked for."""
        if name != "explore":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from explorer.cli.group import explore

        return explore
