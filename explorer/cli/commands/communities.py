"""``explore communities``: the communities of the network."""

from __future__ import annotations

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.format_option import format_option
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Count
from explorer.cli.printing import get_terminal_width, is_stdout_terminal, print_answer, print_rich
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session
from explorer.report import communities as report
from graph.analysis.communities import SEED, Communities

DEFAULT_TOP = 20

EXAMPLES = (
    "explore --example communities",
    "explore --example communities --members --top 2 --avoid borders,located_in",
    "explore --example communities --format csv",
)


@click.command("communities", cls=Command, examples=EXAMPLES, on_spark=True)
@click.option(
    "--top",
    type=Count(1),
    metavar="N",
    help=f"Show the first N communities.  [default: {DEFAULT_TOP}; in json and csv all]",
)
@click.option("--members", is_flag=True, help="List all members, not only the best connected.")
@click.option("--weighted", is_flag=True, help="Count strong relations for more.")
@click.option(
    "--seed",
    type=Count(0),
    metavar="N",
    default=SEED,
    help=f"The seed of the search.  [default: {SEED}]",
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
    """Find communities: actors with more edges among themselves than by chance."""
    answer: Communities
    if session.engine == "spark":
        from explorer.cli.spark_measures import find_communities_on_spark

        answer = find_communities_on_spark(session, filters, weighted=weighted, seed=seed)
    else:
        network = filters.apply(session.read_and_warn())
        with ProgressBar("Looking for communities"):
            answer = network.communities(weighted=weighted, seed=seed)
    if top is None and form in ("text", "markdown"):
        top = DEFAULT_TOP
    shown = report.ShownCommunities(answer, top)
    if form == "text" and not members and is_stdout_terminal():
        print_rich(report.to_rich_table(shown))
        if filters.sentence:
            print_answer(filters.add_sentence("", form))
        return
    formats = {
        "text": lambda: report.to_text(shown, members=members, width=get_terminal_width()),
        "markdown": lambda: report.to_markdown(shown, members=members),
        "json": lambda: report.to_json(shown),
        "csv": lambda: report.to_csv(shown),
    }
    print_answer(filters.add_sentence(formats[form](), form))
