"""``explore between``: the smallest network that connects several actors."""

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
from explorer.report import connection as report

EXAMPLES = (
    "explore --example between Lukashenko Vilnius Kyiv",
    "explore --example between Iran Poland Minsk --avoid borders,located_in",
)


@click.command("between", cls=Command, examples=EXAMPLES)
@click.argument(
    "names", metavar="ACTOR OTHER ...", nargs=-1, required=True, shell_complete=complete_actors
)
@filter_options
@format_option
@click.pass_obj
def between_command(
    session: Session, names: tuple[str, ...], *, filters: Filters, form: str
) -> None:
    """Show the smallest network that connects two actors or more, with sources.

    It has the fewest steps, in either direction of a relation. Where the search for it would take
    long, shortest paths are joined, and the answer says how many steps the smallest has at least.
    """
    if len(names) == 1:
        message = f"{names[0]!r} is one actor. Name two or more, to connect them."
        raise click.UsageError(message, click.get_current_context())
    network = session.read_and_warn()
    *ends, selected = call_all(
        [
            *(partial(find_actor, network, name) for name in names),
            partial(filters.apply, network),
        ]
    )
    call_all(partial(require_selected, selected, actor) for actor in ends)
    answer = selected.connection(*(actor.id for actor in ends))
    session.print_filled_types(network, (each for step in answer.steps for each in step.relations))
    print_answer(filters.add_sentence(format_answer(report, answer, form), form))
