"""``explore camps``: who stands with whom."""

from __future__ import annotations

from typing import TypedDict

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Count
from explorer.cli.printing import print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from graph import Network
from graph.analysis.doubt.draws import MOST_DRAWS, SEED
from graph.analysis.large.strategy import ReportProgress

FEWEST, MOST, SECONDS = 2, 20, 60
DRAWS = 50  # each of them is divided anew


class Options(TypedDict):
    """How camps are found, with and without doubt."""

    signed_only: bool
    progress: ReportProgress


EXAMPLES = (
    "explore --example camps",
    "explore --example camps --signed-only --at 2022-08",
    "explore --example camps --k 3 --format csv",
    "explore --example camps --doubt --draws 20",
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
    "--doubt",
    is_flag=True,
    help="Show how sure each side is: when relations are drawn by their confidence, and without "
    "each source, each voice, and what is inferred or alleged.",
)
@click.option(
    "--draws",
    type=Count(1, MOST_DRAWS),
    metavar="N",
    help=f"With --doubt: how many networks are drawn.  [default: {DRAWS}]",
)
@click.option(
    "--seed",
    type=Count(0),
    metavar="N",
    help=f"With --doubt: the seed of the draws.  [default: {SEED}]",
)
@click.option(
    "--seconds",
    type=Count(1),
    metavar="N",
    help=f"How long all proofs may take.  [default: {SECONDS}]",
)
@filter_options
@format_option
@click.pass_obj
def camps_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    *,
    k: int,
    signed_only: bool,
    doubt: bool,
    draws: int | None,
    seed: int | None,
    seconds: int | None,
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
    _refuse_idle_options(doubt=doubt, draws=draws, seed=seed)
    network = filters.apply(session.read_and_warn())
    with ProgressBar("Looking for camps") as progress:
        how: Options = {"signed_only": signed_only, "progress": progress.update}
        if doubt:
            drawn = draws or DRAWS, SEED if seed is None else seed
            text = _format_doubt(network, k, *drawn, seconds or SECONDS, how, form)
        else:
            text = _format_camps(network, k, seconds or SECONDS, how, form)
    print_answer(filters.add_sentence(text, form))


def _format_camps(network: Network, k: int, seconds: int, how: Options, form: str) -> str:
    from explorer.report import camps as report
    from graph.analysis.camps.placement import find_camps

    return format_answer(report, find_camps(network, k, seconds=seconds, **how), form)


def _format_doubt(  # noqa: PLR0913, PLR0917 - what is drawn, and how it is printed
    network: Network, k: int, draws: int, seed: int, seconds: int, how: Options, form: str
) -> str:
    from explorer.report import camp_doubt as report
    from graph.analysis.doubt.camp_measurement import measure_camp_doubt

    answer = measure_camp_doubt(network, k, draws=draws, seed=seed, seconds=seconds, **how)
    return format_answer(report, answer, form)


def _refuse_idle_options(*, doubt: bool, draws: int | None, seed: int | None) -> None:
    """Refuse options that have no effect without ``--doubt``.

    Raises
    ------
    click.UsageError
        When one is given.
    """
    message = ""
    for option, value in (("--draws", draws), ("--seed", seed)):
        if not doubt and value is not None:
            message = f"{option} {value} has no effect without --doubt. Add --doubt."
    if message:
        raise click.UsageError(message, click.get_current_context())
