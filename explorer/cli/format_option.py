"""The option ``--format`` of every command that answers a question."""

import click

from explorer.cli.parameters import Choice

format_option = click.option(
    "--format",
    "form",
    type=Choice("a format", ["text", "json", "csv", "markdown"]),
    default="text",
    metavar="FORM",
    help="text, json, csv or markdown.  [default: text]",
)
