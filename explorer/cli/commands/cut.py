"""``explore cut``: what separates two actors."""

from __future__ import annotations

from functools import partial

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options, require_selected
from explorer.cli.format_option import format_answer, format_option
from explorer.cli.lazy_completion import complete_actors
from explorer.cli.lazy_group import Command
from explorer.cli.printing import print_answer
from explorer.cli.session import Session, find_actor
from explorer.report import cut as report

EXAMPLES = (
    "explore --example cut Minsk Vilnius",
    "explore --example cut Putin Vilnius --relations --avoid borders,located_in",
)


@click.command("cut", cls=Command, examples=EXAMPLES)
@click.argument("source", metavar="ACTOR", shell_complete=complete_actors)
@click.argument("target", metavar="OTHER", shell_complete=complete_actors)
@filter_options
@click.option(
    "--relations",
    "by_relations",
    is_flag=True,
    help="Remove steps, with all their relations, instead of actors.",
)
@click.option("--directed", is_flag=True, help="Follow relations in their direction only.")
@format_option
@click.pass_obj
def cut_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    source: str,
    target: str,
    *,
    filters: Filters,
    by_relations: bool,
    directed: bool,
    form: str,
) -> None:
    """Show the fewest actors whose removal separates ACTOR and OTHER.

    As many paths that share none of them show that fewer do not suffice. Several sets may be as
    small: the one nearest to each of the two is named.
    """
    network = session.read_and_warn()
    start, end, selected = call_all(
        [
            partial(find_actor, network, source),
            partial(find_actor, network, target),
            partial(filters.apply, network),
        ]
    )
    call_all(partial(require_selected, selected, actor) for actor in (start, end))
    by = "relations" if by_relations else "actors"
    answer = selected.cut(start.id, end.id, by=by, directed=directed)
    session.print_filled_types(network, (each for step in answer.steps for each in step.relations))
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
