"""Errors as lines on stderr: of the command line, of the data, of the machine."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.exceptions import NoArgsIsHelpError

from explorer.cli.argument_names import join_problem
from explorer.cli.error_list import ErrorList
from explorer.cli.exit_codes import FAILED, USAGE_ERROR
from explorer.cli.printing import discard_output, format_problem_line, print_message
from graph.errors import (
    SHOWN_PROBLEMS,
    DataError,
    GraphError,
    PatternError,
    Problem,
    QuestionError,
    count_rows,
    group_by_cause,
)
from graph.text.safe import visible

# What to do instead of -o, for the commands that do not print an answer.
OUTPUTS = {
    "save": "Give the folder alone: explore save DIR.",
    "export": "Give the file alone: explore export FILE.",
    "init": "Give the folder alone: explore init DIR.",
    "explore": "Write it after the command: explore html -o FILE.",
}


class FilesError(DataError):
    """Files with errors, with the command that lists all of them.

    Parameters
    ----------
    problems
        Every problem of the files.
    command
        The command line that lists all problems.
    hint
        How to start, where there are no files yet; may be empty.
    """

    def __init__(self, problems: Sequence[Problem], command: str, hint: str) -> None:
        self.command, self.hint = command, hint
        super().__init__(problems)


def report_error(error: Exception) -> int:
    """Print an error as lines on stderr, and return the exit code; raise a fault of ours again."""
    if isinstance(error, NoArgsIsHelpError):
        print_message(error.format_message())
        return USAGE_ERROR
    if isinstance(error, click.ClickException | GraphError):
        for line in _format_error(error):
            print_message(line)
        return _get_exit_code(error)
    if isinstance(error, OSError):
        return _report_system_error(error)
    if isinstance(error, UnicodeError | MemoryError | RecursionError | ImportError):
        return _report_limit(error)
    raise error


def _get_exit_code(error: click.ClickException | GraphError) -> int:
    if isinstance(error, click.ClickException):
        return error.exit_code
    errors = error.errors if isinstance(error, ErrorList) else (error,)
    return USAGE_ERROR if any(isinstance(each, QuestionError) for each in errors) else FAILED


def _format_error(error: click.ClickException | GraphError) -> Iterator[str]:
    """Yield the lines of an error, one for each problem of the data."""
    if isinstance(error, FilesError):
        yield from _format_files_error(error)
    elif isinstance(error, ErrorList):
        for each in error.errors:
            yield from _format_error(each)
    elif isinstance(error, click.UsageError):
        message = _format_usage_error(error)
        end = "" if message.endswith((".", "?")) else "."
        yield format_problem_line(f"{message}{end}{_refer_to_help(error)}")
    elif isinstance(error, QuestionError):
        yield format_problem_line(join_problem(error.argument, error.what))
        pointer = error.pointer if isinstance(error, PatternError) else ()
        yield from (f"  {visible(line)}" for line in pointer)
    elif isinstance(error, click.ClickException):
        yield format_problem_line(error.format_message())
    else:
        yield format_problem_line(str(error))


def _format_files_error(error: FilesError) -> Iterator[str]:
    causes = group_by_cause(error.errors_first)[:SHOWN_PROBLEMS]
    for cause in causes:
        yield format_problem_line(str(cause), cause.first.severity)
    shown_count = sum(count_rows(cause.problems) for cause in causes)
    hidden_count = count_rows(error.problems) - shown_count
    if hidden_count > 0:
        yield visible(f"{hidden_count:,} more: {error.command}")
    if error.hint:
        yield error.hint


# What to do instead of an option that is gone.
FORMER_OPTIONS = {
    "--no-undated": "Write --certain, which keeps only what holds.",
    "--undated": "What is undated is kept anyway.",
}

# What to write instead of an option that other commands and programs have.
CUT_WAYS = "Actors are removed; to remove steps, write --relations."
DEPTH = "To go further than one step, write --depth N."
LENGTH = "For at most so many steps, write --max-length N."
OTHER_WAYS = {
    "cut": dict.fromkeys(("--by", "--actors", "--nodes", "--steps", "--edges", "--links"), CUT_WAYS)
    | {"--k": "Every path that shares nothing with the others is shown."},
    "ego": dict.fromkeys(("--steps", "--hops", "--radius", "--max-length"), DEPTH),
    "path": dict.fromkeys(("--steps", "--hops", "--depth", "--max-steps"), LENGTH),
}


def _format_usage_error(error: click.UsageError) -> str:
    """Return what is wrong with a command line, in the same words for every version of click."""
    if not isinstance(error, click.NoSuchOption):
        return error.format_message()
    if error.option_name in ("-o", "--output") and error.ctx:
        remedy = OUTPUTS.get(error.ctx.info_name or "", "The answer is printed: add > FILE.")
        return f"No such option {error.option_name!r}. {remedy}"
    others = OTHER_WAYS.get((error.ctx and error.ctx.info_name) or "", {}) | FORMER_OPTIONS
    if error.option_name in others:
        return f"No such option {error.option_name!r}. {others[error.option_name]}"
    near = _sort_by_likeness(error.option_name, error.possibilities or [])
    if near:
        hint = f" Did you mean {' or '.join(map(repr, near))}?"
    elif error.option_name.startswith("--"):
        hint = ""
    else:
        hint = " An option that is a word begins with two dashes."
    return f"No such option {error.option_name!r}.{hint}"


def _sort_by_likeness(word: str, words: Sequence[str]) -> list[str]:
    """Return words, the likest to a word first."""
    from rapidfuzz.distance import Indel

    return sorted(words, key=lambda each: (-Indel.normalized_similarity(word, each), each))


def _refer_to_help(error: click.UsageError) -> str:
    """Return which command shows the help."""
    return f" See: {error.ctx.command_path} --help" if error.ctx else ""


def _report_limit(error: Exception) -> int:
    """Print which limit of the machine was reached, and return the exit code."""
    if isinstance(error, MemoryError):
        message = "There is not enough memory for this. Close other programs, or ask for less."
    elif isinstance(error, RecursionError):
        message = "This is nested too deeply to be read."
    elif isinstance(error, UnicodeError):
        message = f"A text cannot be read or written: {error}."
    else:  # the last line of an ImportError is the reason
        reason = [line.strip() for line in str(error).splitlines() if line.strip()][-1:]
        message = f"A library cannot be loaded: {' '.join(reason)}. Free some memory, or reinstall."
    return _fail(format_problem_line(message))


def _report_system_error(error: OSError) -> int:
    """Print what the system refused; nothing when the reader of a pipe is gone."""
    reason = error.strerror or str(error)
    folder = Path(str(error.filename)).parent
    if error.errno == errno.ENOENT and error.filename and not folder.exists():
        reason = f"the folder {str(folder)!r} does not exist. Create it first"
    line = format_problem_line(f"{error.filename}: {reason}." if error.filename else f"{reason}.")
    return _fail("" if error.errno == errno.EPIPE else line)


def _fail(line: str) -> int:
    """Print a line, if there is one, and discard the part of an answer that is not printed yet."""
    if line:
        print_message(line)
    if sys.stdout is not None:
        discard_output(sys.stdout)
    return FAILED
