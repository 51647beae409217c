"""``explore timeline``: how the answers about a network change over time."""

from __future__ import annotations

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_measures
from explorer.cli.lazy_group import Command
from explorer.cli.measure_options import DEFAULT_MEASURE
from explorer.cli.parameters import Choice, require_value
from explorer.cli.printing import print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.report import timeline as report
from graph.analysis.timeline.answer import UNITS, Unit
from graph.analysis.timeline.measurement import measure_timeline

EXAMPLES = (
    "explore --example timeline",
    "explore --example timeline --every month --from 2020 --measure degree",
    "explore --example timeline --certain --format csv",
)


@click.command("timeline", cls=Command, examples=EXAMPLES)
@click.option(
    "--every",
    type=Choice("a unit", UNITS),
    metavar="UNIT",
    default="year",
    help="Tell periods apart by year or month.  [default: year]",
)
@click.option(
    "--measure",
    "--by",
    "measure",
    metavar="MEASURE",
    default=DEFAULT_MEASURE,
    shell_complete=complete_measures,
    callback=require_value("a measure", "degree"),
    help="Rank the actors by this measure, or show frustration, balance, density or components, "
    f"which are always shown.  [default: {DEFAULT_MEASURE}]",
)
@filter_options
@format_option
@click.pass_obj
def timeline_command(
    session: Session, *, every: Unit, measure: str, filters: Filters, form: str
) -> None:
    """Show how figures, foremost actors and camps change over time.

    A line stands for the years, or months, in which the same relations may hold; with --certain,
    in which the same hold for certain.
    """
    is_at_a_time = filters.at or filters.from_date or filters.to_date
    others = filters if is_at_a_time else filters._replace(certain=False)
    network = others.apply(session.read_and_warn())
    with ProgressBar("Measuring") as progress:
        answer = measure_timeline(
            network, measure, every=every, certain=filters.certain, progress=progress.update
        )
    print_answer(others.add_sentence(format_answer(report, answer, form), form))
