"""``explore brokers``: who stands between others."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_option
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Choice, Count
from explorer.cli.printing import get_terminal_width, print_answer
from explorer.cli.session import Session
from explorer.report import brokers as report

if TYPE_CHECKING:
    from graph.analysis.brokers.answer import Grouping

DEFAULT_TOP = 10
MOST_PLAYERS = 10

EXAMPLES = (
    "explore --example brokers",
    "explore --example brokers --between camp --players 2",
    "explore --example brokers --at 2022-08 --format csv",
)


@click.command("brokers", cls=Command, examples=EXAMPLES)
@click.option(
    "--top",
    type=Count(1),
    metavar="N",
    help=f"List N brokers.  [default: {DEFAULT_TOP}; in json and csv all]",
)
@click.option(
    "--between",
    type=Choice("a grouping", ("kind", "camp")),
    metavar="GROUPS",
    default="kind",
    help="Count roles between kinds, or camps: kind or camp.  [default: kind]",
)
@click.option(
    "--players",
    type=Count(1, MOST_PLAYERS),
    metavar="N",
    default=1,
    help="Find the N key players.  [default: 1]",
)
@filter_options
@format_option
@click.pass_obj
def brokers_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    top: int | None,
    *,
    between: str,
    players: int,
    filters: Filters,
    form: str,
) -> None:
    """Find who stands between others, whom they would part, and key players.

    \b
    betweenness      the share of shortest paths between two others through it
    constraint       low where its neighbours do not know each other (Burt)
    effective size   its neighbours, less how many of the others each knows
    cut off          how many others lose touch without it

    Roles (Gould and Fernandez): a coordinator stands between two of its own group, an itinerant
    between two of another, a gatekeeper and a representative between their own and another, a
    liaison between two others. Key players are the few without whom most pairs do not reach each
    other, and who together reach most. docs/analysis.md says what they mean.
    """  # noqa: D301 - click's mark for lines that are not wrapped
    network = filters.apply(session.read_and_warn())
    answer = network.brokers(between=cast("Grouping", between), k=players)
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    shown = report.ShownBrokers(answer, top)
    formats = {
        "text": lambda: report.to_text(shown, width=get_terminal_width()),
        "markdown": lambda: report.to_markdown(shown),
        "json": lambda: report.to_json(shown),
        "csv": lambda: report.to_csv(shown),
    }
    print_answer(filters.add_sentence(formats[form](), form))
