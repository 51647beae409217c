"""From whatever can go wrong to lines on stderr and an exit code.

0 is an answer, 1 an error in the data or of the run, 2 a question that has no meaning, 130 an
interrupt.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator

import click
from click.exceptions import NoArgsIsHelpError

from explorer.cli.printing import error_line, tell
from graph.errors import SHOWN_PROBLEMS, DataError, GraphError, Problem, QuestionError

FAILED, MISUSED, INTERRUPTED = 1, 2, 130


class Interrupted(Exception):  # noqa: N818 - it is no error
    """Somebody pressed Ctrl-C."""


def exit_code(run: Callable[[], object]) -> int:
    """Run, tell what goes wrong, and return the exit code."""
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "there is no standard output to write to")
        code = run()
        sys.stdout.flush()
    except (Interrupted, KeyboardInterrupt, click.Abort):
        return _told(INTERRUPTED, "Interrupted.")
    except NoArgsIsHelpError as error:
        error.show()
        return MISUSED
    except click.UsageError as error:
        return _told(MISUSED, f"{error.format_message()}{_see(error)}")
    except click.ClickException as error:
        return _told(error.exit_code, error.format_message())
    except DataError as error:
        return _told_problems(error.problems)
    except GraphError as error:
        return _told(MISUSED if isinstance(error, QuestionError) else FAILED, str(error))
    except OSError as error:
        return _told_failure(error)
    return code if isinstance(code, int) else 0


def _told(code: int, message: str) -> int:
    tell(error_line(message) if code != INTERRUPTED else message)
    return code


def _see(error: click.UsageError) -> str:
    """Return where a group's option belongs, or where the options are told."""
    context = error.ctx
    if context is None:
        return ""
    group = context.find_root().command
    name = getattr(error, "option_name", "")
    if context.parent is not None and any(name in option.opts for option in group.params):
        return f" It stands before the command: explore {name} ... {context.info_name}"
    return f" See: {context.command_path} --help"


def _told_problems(problems: tuple[Problem, ...]) -> int:
    for line in problem_lines(problems):
        tell(line)
    hidden = len(problems) - SHOWN_PROBLEMS
    if hidden > 0:
        tell(f"... and {hidden:,} more: explore check lists all")
    return FAILED


def problem_lines(problems: tuple[Problem, ...]) -> Iterator[str]:
    """Yield the first problems as lines, each with its severity."""
    for problem in problems[:SHOWN_PROBLEMS]:
        yield error_line(str(problem), problem.severity)


def _told_failure(error: OSError) -> int:
    """Tell what the system refused; a reader who has gone away is told nothing."""
    if error.errno != errno.EPIPE:
        reason = error.strerror or str(error)
        _told(FAILED, f"{error.filename}: {reason}." if error.filename else f"{reason}.")
    if sys.stdout is not None:
        _silence()
    return FAILED


def _silence() -> None:
    """Send what is still waiting to be written nowhere, as Python writes it out at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        return
