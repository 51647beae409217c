"""The option ``--explain``: what measures mean, without any data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click
from click.core import ParameterSource

from explorer.cli.parameters import require_value
from explorer.cli.printing import get_terminal_width, print_answer
from graph.analysis.facts.measure_facts import MeasureFacts

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
BESIDE = ("explain", "form", "help")  # options that count together with it


def explain_option(noun: str, example: str, complete: Callable[..., Any] | None) -> Decorator:
    """Return the option.

    Parameters
    ----------
    noun
        What is explained, with its article, such as "a measure".
    example
        One that can be explained.
    complete
        Completes words for the Tab key.
    """
    name = noun.rpartition(" ")[2]
    return click.option(
        "--explain",
        metavar=name.upper(),
        multiple=True,
        shell_complete=complete,
        callback=require_value(noun, example),
        help=f"Say what a {name} means, and read no data: formula, direction, weights, signs, "
        "parts, loops, when it misleads, source. Several: a,b or all.",
    )


def refuse_options_beside(context: click.Context) -> None:
    """Refuse options of the command that have no effect beside ``--explain``.

    Raises
    ------
    click.UsageError
        When one is given.
    """
    for option in context.command.params:
        name = option.name or ""
        is_given = context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        if is_given and name not in BESIDE:
            message = f"{option.opts[-1]} has no effect beside --explain, which reads no data."
            raise click.UsageError(f"{message} Remove one of the two.", context)


def print_explanation(measures: Sequence[MeasureFacts], form: str) -> None:
    """Print what some measures mean in a format."""
    from explorer.report import measure_facts as report

    formats = {
        "text": lambda: report.to_text(measures, width=get_terminal_width()),
        "markdown": lambda: report.to_markdown(measures),
        "json": lambda: report.to_json(measures),
        "csv": lambda: report.to_csv(measures),
    }
    print_answer(formats[form]())
