"""``explore camps``: who stands with whom."""

from __future__ import annotations

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Count
from explorer.cli.printing import print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.report import camps as report

FEWEST, MOST, SECONDS = 2, 20, 60

EXAMPLES = (
    "explore --example camps",
    "explore --example camps --signed-only --at 2022-08",
    "explore --example camps --k 3 --format csv",
)


@click.command("camps", cls=Command, examples=EXAMPLES)
@click.option(
    "--k",
    type=Count(FEWEST, MOST),
    metavar="N",
    default=FEWEST,
    help=f"The most camps.  [default: {FEWEST}]",
)
@click.option(
    "--signed-only",
    is_flag=True,
    help="Leave out who belongs to whom: part_of, member_of, leads, commands.",
)
@click.option(
    "--seconds",
    type=Count(1),
    metavar="N",
    default=SECONDS,
    help=f"How long the proof may take.  [default: {SECONDS}]",
)
@filter_options
@format_option
@click.pass_obj
def camps_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    *,
    k: int,
    signed_only: bool,
    seconds: int,
    filters: Filters,
    form: str,
) -> None:
    """Find who stands with whom: camps with friends within and foes between.

    Of all divisions, these camps leave the fewest signed edges in tension (see "explore balance").
    Who changes camp between divisions that are equally good is undecided. Relations without a sign
    that say who belongs to whom (part_of, member_of, leads, commands) only place whom signed
    relations leave open; where they are at odds with the camps, somebody is against their own side,
    and is listed. Places and assets take no side. docs/analysis.md says what camps mean.
    """
    from graph.analysis.camps.placement import find_camps

    network = filters.apply(session.read_and_warn())
    with ProgressBar("Looking for camps") as progress:
        answer = find_camps(
            network, k, signed_only=signed_only, seconds=seconds, progress=progress.update
        )
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
