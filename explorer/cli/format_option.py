"""The option ``--format`` of every command that answers a question, and answers in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import click

from explorer.cli.parameters import Choice
from explorer.cli.printing import get_terminal_width

FORMS = ("text", "json", "csv", "markdown")
F = TypeVar("F", bound=Callable[..., object])
A_contra = TypeVar("A_contra", contravariant=True)


class Report(Protocol[A_contra]):
    """A module of `explorer.report`, which has a function for each format."""

    def to_text(self, answer: A_contra, *, width: int | None) -> str:
        """Return it for a terminal of a width; None for lines without breaks."""

    def to_markdown(self, answer: A_contra) -> str:
        """Return it as Markdown."""

    def to_json(self, answer: A_contra) -> str:
        """Return it as JSON."""

    def to_csv(self, answer: A_contra) -> str:
        """Return it as CSV."""


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


def format_answer(report: Report[A_contra], answer: A_contra, form: str) -> str:
    """Return an answer in one of `FORMS`, as wide as the terminal."""
    if form == "text":
        return report.to_text(answer, width=get_terminal_width())
    formats = {"markdown": report.to_markdown, "json": report.to_json, "csv": report.to_csv}
    return formats[form](answer)
