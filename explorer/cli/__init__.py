"""The command line ``explore``. Only this package prints and sets exit codes."""

import os
import sys

# Nothing slow is imported before `main` can report an interrupt in one line.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from explorer.cli.group import explore

__all__ = ["explore", "main"]

NEW_OBJECTS = 50_000  # before unused ones are looked for; at Python's 700 a tenth of an answer goes
INTERRUPTED = 130  # as in `explorer.cli.exit_codes`, which is not imported yet


def main() -> None:
    """Run the command line and end the process; an interrupt may come while modules load."""
    try:
        _restart_in_utf8()
        from explorer.cli.signals import run_until_signal

        run_until_signal(_run)
    except KeyboardInterrupt:
        if sys.stderr is not None:
            sys.stderr.write("Interrupted.\n")
        sys.exit(INTERRUPTED)


def _restart_in_utf8() -> None:
    """Start again in Python's UTF-8 mode where the locale has ASCII alone, so as to read any name.

    Arguments, names of files and the environment were read in ASCII before this line runs.
    """
    if os.name == "posix" and sys.getfilesystemencoding() == "ascii" and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


def _run() -> None:
    import gc

    from explorer.cli.group import explore

    gc.set_threshold(NEW_OBJECTS)
    # On small matrices, threads of linear algebra do nothing but wait for each other in a loop.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        explore.main(sys.argv[1:], prog_name="explore")
    finally:
        gc.freeze()  # the process ends, and its memory with it: nothing need be looked for


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import the group of commands at its first use."""
        if name != "explore":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from explorer.cli.group import explore

        return explore
