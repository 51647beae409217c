"""What an argument of the engine is called on the command line: an option, or a word in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from explorer.cli.error_list import ErrorList
from graph.errors import QuestionError

# Arguments that an option of another name sets.
OTHER_NAMES = {"centrality": "by"}

# Options of the whole program that the engine knows as an argument. Others, such as --actors for a
# file, only share its name.
SHARED = {"encoding"}

# How a sentence begins whose subject is the argument.
PREDICATES = ("and ", "is ", "must ", "needs ")


@contextmanager
def name_arguments(context: click.Context) -> Iterator[None]:
    """Name the arguments in errors as the command of a context does."""
    try:
        yield
    except (QuestionError, ErrorList) as error:
        shared = context.parent.command.params if context.parent else []
        parameters = [*context.command.params, *(each for each in shared if each.name in SHARED)]
        for each in error.errors if isinstance(error, ErrorList) else (error,):
            if isinstance(each, QuestionError):
                each.argument = find_name(each.argument, parameters)
        raise


def find_name(argument: str, parameters: Sequence[click.Parameter]) -> str:
    """Return the option that sets an argument, or what its place is called; empty if none is.

    Parameters
    ----------
    argument
        The argument's name in Python.
    parameters
        All parameters of the command.

    Examples
    --------
    >>> parameters = [click.Option(["--max-length"]), click.Argument(["source"], metavar="ACTOR")]
    >>> [find_name(each, parameters) for each in ("max_length", "source", "actors")]
    ['--max-length', 'ACTOR', '']
    """
    word = OTHER_NAMES.get(argument, argument)
    option = f"--{word.replace('_', '-')}"
    for each in parameters:
        if isinstance(each, click.Option) and option in each.opts:
            return next(name for name in each.opts if name.startswith("--"))
    for each in parameters:
        if each.name == word:
            return (
                each.opts[-1]
                if isinstance(each, click.Option)
                else (each.metavar or word).strip("[]")
            )
    return ""


def join_problem(name: str, what: str) -> str:
    """Join the name of an argument and what is wrong with it to a sentence.

    Examples
    --------
    >>> join_problem("--together", "is about two actors."), join_problem("--by", "'x' is none.")
    ('--together is about two actors.', "--by: 'x' is none.")
    >>> join_problem("", "the path is long.")
    'The path is long.'
    """
    if not name:
        return what[:1].upper() + what[1:]
    return f"{name} {what}" if what.startswith(PREDICATES) else f"{name}: {what}"
