"""``explore compare``: what differs between two folders with data."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Filters, filter_options, format_option, naming
from explorer.cli.printing import answer, terminal_width
from explorer.cli.session import Session
from explorer.cli.two_versions import compared
from explorer.report import comparison as report

EXAMPLES = (
    "explore init may",
    "explore --data may save june",
    "explore compare may june --only funds,supports",
)


@click.command("compare", cls=Command, examples=EXAMPLES)
@click.argument("before", metavar="BEFORE", callback=naming("folder", "may"))
@click.argument("after", metavar="AFTER", callback=naming("folder", "june"))
@filter_options
@format_option
@click.pass_obj
def compare_command(
    session: Session, before: str, after: str, *, filters: Filters, form: str
) -> None:
    """Tell what was added, removed and changed from one folder with data to another.

    Actors are the same when their ids are; relations when their type and ends are, and they say
    the same, or differ in no more than what was mended. Filters apply to both folders.
    """
    found = compared(session, before, after, filters=filters)
    told = {
        "text": lambda: report.text(found, width=terminal_width()),
        "markdown": lambda: report.markdown(found),
        "json": lambda: report.json(found),
        "csv": lambda: report.csv(found),
    }
    answer(filters.told_after(told[form](), form))
