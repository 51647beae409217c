"""From whatever can go wrong to lines on stderr and an exit code.

0 is an answer, 1 an error in the data or of the run, 2 a question that has no meaning, 130 an
interrupt; `stopping` knows the codes of other signals.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator, Sequence

import click
from click.exceptions import NoArgsIsHelpError

from explorer.cli import INTERRUPTED
from explorer.cli.printing import discard, error_line, tell
from graph.errors import (
    SHOWN_PROBLEMS,
    DataError,
    GraphError,
    Problem,
    QuestionError,
    total,
)
from graph.text.safe import visible

FAILED, MISUSED = 1, 2

# The engine names its own arguments; a person typed these.
OPTIONS = {
    "at": "--at",
    "avoid": "--avoid",
    "avoid_kind": "--avoid-kind",
    "centrality": "--by",
    "encoding": "--encoding",
    "kind": "--kind",
    "language": "--language",
    "limit": "--limit",
    "min_confidence": "--min-confidence",
    "only": "--only",
    "redact": "--redact",
    "size_by": "--size-by",
    "source": "source",
    "width": "--width",
}


class Interrupted(Exception):  # noqa: N818 - it is no error
    """Somebody pressed Ctrl-C."""


class FilesError(DataError):
    """Files that break the data contract, as the person who named them can go on.

    Parameters
    ----------
    problems
        Every problem of the files.
    command
        The command line that tells them all.
    hint
        How to start, where there are no files yet; may be empty.
    """

    def __init__(self, problems: Sequence[Problem], command: str, hint: str) -> None:
        self.command, self.hint = command, hint
        super().__init__(problems)


def exit_code(run: Callable[[], object]) -> int:
    """Run, tell what goes wrong, and return the exit code."""
    try:
        _require_output()
        code = run()
        sys.stdout.flush()
    except NoArgsIsHelpError as error:
        tell(error.format_message())
        return MISUSED
    except (Interrupted, KeyboardInterrupt, click.Abort):
        tell("Interrupted.")
        return INTERRUPTED
    except (click.ClickException, GraphError) as error:
        for line in _lines(error):
            tell(line)
        return _code(error)
    except OSError as error:
        return _told_failure(error)
    except (UnicodeError, MemoryError, RecursionError, ImportError) as error:
        return _told_limit(error)
    return code if isinstance(code, int) else 0


def _require_output() -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "There is no standard output to write to")


def _code(error: click.ClickException | GraphError) -> int:
    if isinstance(error, click.ClickException):
        return error.exit_code
    return MISUSED if isinstance(error, QuestionError) else FAILED


def _lines(error: click.ClickException | GraphError) -> Iterator[str]:
    """Yield an error as lines; each problem of the data is one."""
    if isinstance(error, FilesError):
        shown = error.errors_first[:SHOWN_PROBLEMS]
        for problem in shown:
            yield error_line(str(problem), problem.severity)
        hidden = total(error.problems) - total(shown)
        if hidden > 0:
            yield visible(f"{hidden:,} more: {error.command}")
        if error.hint:
            yield error.hint
    elif isinstance(error, click.UsageError):
        told = _describe_misuse(error)
        end = "" if told.endswith((".", "?")) else "."
        yield error_line(f"{told}{end}{_see(error)}")
    elif isinstance(error, QuestionError):
        yield error_line(f"{OPTIONS.get(error.argument, error.argument)}: {error.what}")
    else:
        told = error.format_message() if isinstance(error, click.ClickException) else str(error)
        yield error_line(told)


def _describe_misuse(error: click.UsageError) -> str:
    """Return what is wrong with a command line; the words do not depend on click's version."""
    if not isinstance(error, click.NoSuchOption):
        return error.format_message()
    near = ", ".join(repr(name) for name in sorted(error.possibilities or []))
    hint = f" (Did you mean one of: {near}?)" if "," in near else f" Did you mean {near}?"
    return f"No such option {error.option_name!r}.{hint if near else ''}"


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


def _told_limit(error: Exception) -> int:
    """Tell what the machine cannot do; of a library that can't be loaded, its own last word."""
    if isinstance(error, MemoryError):
        told = "There is not enough memory for this. Close other programs, or ask for less."
    elif isinstance(error, RecursionError):
        told = "This is nested too deeply to be read."
    elif isinstance(error, UnicodeError):
        told = f"A text cannot be read or written: {error}."
    else:
        last = [line.strip() for line in str(error).splitlines() if line.strip()][-1:]
        told = f"A library cannot be loaded: {' '.join(last)}. Free some memory, or reinstall."
    return _failed(error_line(told))


def _told_failure(error: OSError) -> int:
    """Tell what the system refused; a reader who has gone away is told nothing."""
    reason = error.strerror or str(error)
    told = error_line(f"{error.filename}: {reason}." if error.filename else f"{reason}.")
    return _failed("" if error.errno == errno.EPIPE else told)


def _failed(told: str) -> int:
    """Tell a line, if there is one; what is not printed of an answer by now never will be."""
    if told:
        tell(told)
    if sys.stdout is not None:
        discard(sys.stdout)
    return FAILED
