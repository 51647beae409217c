"""``explore path``: how two actors are connected."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Filters, complete_actors, filter_options, format_option, kept
from explorer.cli.printing import answer, terminal_width
from explorer.cli.session import Session, meant
from explorer.report import paths as report

MOST_TOLD, LIMIT = 100, 10_000

EXAMPLES = (
    "explore --example path Lukashenko Vilnius",
    "explore --example path Putin Vilnius --avoid borders,located_in --all",
    "explore --example path Iran Kyiv --at 2022 --format markdown",
)


@click.command("path", cls=Command, examples=EXAMPLES)
@click.argument("source", metavar="FROM", shell_complete=complete_actors)
@click.argument("target", metavar="TO", shell_complete=complete_actors)
@filter_options
@click.option("--directed", is_flag=True, help="Follow relations from source to target only.")
@click.option("--all", "every", is_flag=True, help="Tell every equally short path, not only one.")
@click.option(
    "--limit",
    type=click.IntRange(1, LIMIT),
    default=MOST_TOLD,
    metavar="N",
    help=f"With --all, json and csv: tell at most N paths, 1 to {LIMIT}.  [default: {MOST_TOLD}]",
)
@format_option
@click.pass_obj
def path_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    source: str,
    target: str,
    *,
    filters: Filters,
    directed: bool,
    every: bool,
    limit: int,
    form: str,
) -> None:
    """Tell how FROM and TO are connected, by the fewest steps, with sources.

    Relations are walked in either direction and read the right way round; a step tells all
    relations between its two actors. Finding no path is an answer, too.
    """
    network = session.network()
    start, end = meant(network, source), meant(network, target)
    network = filters.apply(network)
    found = network.path(
        kept(network, start).id, kept(network, end).id, directed=directed, limit=limit
    )
    told = {
        "text": lambda: report.text(found, every=every, width=terminal_width()),
        "markdown": lambda: report.markdown(found, every=every),
        "json": lambda: report.json(found),
        "csv": lambda: report.csv(found),
    }
    answer(filters.told_after(told[form](), form))
