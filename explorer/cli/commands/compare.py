"""``explore compare``: what differs between two folders with data."""

from __future__ import annotations

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_folders
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import require_value
from explorer.cli.printing import print_answer
from explorer.cli.session import Session
from explorer.cli.two_versions import compare_folders
from explorer.report import comparison as report

EXAMPLES = (
    "explore init may",
    "explore --data may save june",
    "explore compare may june --only funds,supports",
)


@click.command("compare", cls=Command, examples=EXAMPLES)
@click.argument(
    "before",
    metavar="BEFORE",
    shell_complete=complete_folders,
    callback=require_value("a folder", "may"),
)
@click.argument(
    "after",
    metavar="AFTER",
    shell_complete=complete_folders,
    callback=require_value("a folder", "june"),
)
@filter_options
@format_option
@click.pass_obj
def compare_command(
    session: Session, before: str, after: str, *, filters: Filters, form: str
) -> None:
    """List what was added, removed and changed from one folder with data to another.

    Actors are matched by id. Relations are matched by type and ends, and by what they say; a
    relation that was corrected is listed as changed. Filters apply to both folders.
    """
    answer = compare_folders(session, before, after, filters=filters)
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
