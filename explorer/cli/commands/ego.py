"""``explore ego``: who is within so many steps of an actor."""

from __future__ import annotations

from functools import partial

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options, require_selected
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_actors
from explorer.cli.lazy_group import Command
from explorer.cli.limit_option import make_limit_option
from explorer.cli.parameters import Count
from explorer.cli.printing import print_answer
from explorer.cli.session import Session, find_actor
from explorer.report import ego_network as report
from graph.analysis.ego_network import DEEPEST

EXAMPLES = (
    "explore --example ego Vilnius",
    "explore --example ego Lukashenko --depth 2 --avoid borders,located_in",
)


@click.command("ego", cls=Command, examples=EXAMPLES)
@click.argument("actor", metavar="ACTOR", shell_complete=complete_actors)
@click.option(
    "--depth",
    type=Count(1, DEEPEST),
    default=1,
    metavar="N",
    help=f"Go as many steps away, 1 to {DEEPEST}.  [default: 1]",
)
@filter_options
@click.option("--directed", is_flag=True, help="Follow relations in their direction only.")
@make_limit_option("actors")
@format_option
@click.pass_obj
def ego_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    actor: str,
    *,
    depth: int,
    filters: Filters,
    directed: bool,
    limit: int,
    form: str,
) -> None:
    """Show who is within some steps of ACTOR, and the relations that lead there, with sources.

    Everybody is listed once, under the shortest way there, behind the actor before them.
    """
    network = session.read_and_warn()
    start, selected = call_all(
        [partial(find_actor, network, actor), partial(filters.apply, network)]
    )
    require_selected(selected, start)
    answer = selected.ego(start.id, depth, directed=directed, limit=limit)
    session.print_filled_types(network, (each for step in answer.steps for each in step.relations))
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
