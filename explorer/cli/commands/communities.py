"""``explore communities``: who belongs together."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Filters, filter_options, format_option
from explorer.cli.printing import answer, on_terminal, print_rich, terminal_width
from explorer.cli.progress import Waiting
from explorer.cli.session import Session
from explorer.report import communities as report
from graph.analysis.communities import SEED

DEFAULT_TOP = 20

EXAMPLES = (
    "explore --example communities",
    "explore --example communities --members --top 2 --avoid borders,located_in",
    "explore --example communities --format csv",
)


@click.command("communities", cls=Command, examples=EXAMPLES)
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"Show the first N communities.  [default: {DEFAULT_TOP}; in json and csv all]",
)
@click.option("--members", is_flag=True, help="Name every member, not the foremost alone.")
@click.option("--weighted", is_flag=True, help="Let strong relations count for more.")
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    metavar="N",
    default=SEED,
    help=f"Search with this seed.  [default: {SEED}]",
)
@filter_options
@format_option
@click.pass_obj
def communities_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    top: int | None,
    *,
    members: bool,
    weighted: bool,
    seed: int,
    filters: Filters,
    form: str,
) -> None:
    """Group the actors who have more ties among themselves than chance would have."""
    network = filters.apply(session.network())
    with Waiting("Looking for communities"):
        found = network.communities(weighted=weighted, seed=seed)
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    shown = report.Shown(found, top)
    if form == "text" and not members and on_terminal():
        print_rich(report.rich_table(shown))
        if filters.sentence:
            answer(filters.told_after("", form))
        return
    told = {
        "text": lambda: report.text(shown, members=members, width=terminal_width()),
        "markdown": lambda: report.markdown(shown, members=members),
        "json": lambda: report.json(shown),
        "csv": lambda: report.csv(shown),
    }
    answer(filters.told_after(told[form](), form))
