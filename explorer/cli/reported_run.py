"""Run a command so that whatever ends it is told in a line, and has an exit code."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable

import click

from explorer.cli.exit_codes import INTERRUPTED
from explorer.cli.printing import print_message


class Interrupted(Exception):  # noqa: N818 - named as KeyboardInterrupt is
    """A KeyboardInterrupt that click does not catch."""


def run_and_report(run: Callable[[], object]) -> int:
    """Run a command, print an error as a line on stderr, and return the exit code."""
    try:
        _require_stdout()
        code = run()
        sys.stdout.flush()
    except (Interrupted, KeyboardInterrupt, click.Abort):
        print_message("Interrupted.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - what is not known is raised again there
        from explorer.cli.error_lines import report_error

        return report_error(error)
    return code if isinstance(code, int) else 0


def _require_stdout() -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "There is no standard output to write to")
