"""The option ``--format`` of every command that answers a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from explorer.cli.parameters import Choice

FORMS = ("text", "json", "csv", "markdown")
F = TypeVar("F", bound=Callable[..., object])


def make_format_option(*more: str) -> Callable[[F], F]:
    """Return the option for a command that has further formats."""
    forms = [*FORMS, *more]
    listed = f"{', '.join(forms[:-1])} or {forms[-1]}"
    return click.option(
        "--format",
        "form",
        type=Choice("a format", forms),
        default="text",
        metavar="FORM",
        help=f"{listed}.  [default: text]",
    )


format_option = make_format_option()
