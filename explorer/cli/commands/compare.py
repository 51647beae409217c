"""``explore compare``: what differs between two versions of the data."""

from __future__ import annotations

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_folders, complete_measures
from explorer.cli.lazy_group import Command
from explorer.cli.measure_options import DEFAULT_MEASURE
from explorer.cli.parameters import require_value
from explorer.cli.printing import print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.cli.two_versions import compare_versions
from explorer.report import comparison as report

EXAMPLES = (
    "explore init may",
    "explore --data may save june",
    "explore compare may june --only funds,supports",
    "explore --example compare 2014 2022 --consequences",
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
@click.option(
    "--consequences",
    is_flag=True,
    help="Say what differs in structure, ranks, balance and camps, too.",
)
@click.option(
    "--by",
    "measure",
    metavar="MEASURE",
    shell_complete=complete_measures,
    callback=require_value("a measure", "degree"),
    help=f"With --consequences: the measure that ranks.  [default: {DEFAULT_MEASURE}]",
)
@filter_options
@format_option
@click.pass_obj
def compare_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    before: str,
    after: str,
    *,
    consequences: bool,
    measure: str | None,
    filters: Filters,
    form: str,
) -> None:
    """List what was added, removed and changed from one version of the data to another.

    A version is a folder; or a date, or a revision of git (such as HEAD~1), at which the data of
    the current folder, or of --data, is looked at. Actors are matched by id. Relations are matched
    by type and ends, and by what they say; a relation that was corrected is listed as changed.
    Filters apply to both.
    """
    if measure and not consequences:
        message = f"--by {measure} has no effect without --consequences. Add --consequences."
        raise click.UsageError(message, click.get_current_context())
    answer = compare_versions(session, before, after, filters=filters)
    if consequences:
        with ProgressBar("Measuring") as progress:
            answer = answer.with_consequences(measure or DEFAULT_MEASURE, progress=progress.update)
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
