"""``explore show``: one actor with all its relations."""

from __future__ import annotations

from functools import partial

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options, require_selected
from explorer.cli.format_option import format_option
from explorer.cli.lazy_completion import complete_actors
from explorer.cli.lazy_group import Command
from explorer.cli.printing import get_terminal_width, print_answer
from explorer.cli.progress import ProgressBar
from explorer.cli.session import Session, find_actor
from explorer.report import profile as report

EXAMPLES = (
    "explore --example show Lukashenko",
    'explore --example show "Kalinouski Regiment" --format markdown',
)


@click.command("show", cls=Command, examples=EXAMPLES)
@click.argument("actor", metavar="ACTOR", shell_complete=complete_actors)
@filter_options
@format_option
@click.pass_obj
def show_command(session: Session, actor: str, *, filters: Filters, form: str) -> None:
    """Show ACTOR: its description, and every relation with its sources."""
    network = session.read_and_warn()
    chosen, network = call_all(
        [partial(find_actor, network, actor), partial(filters.apply, network)]
    )
    with ProgressBar("Ranking"):
        answer = network.show(require_selected(network, chosen).id)
    actors = len(network.actor_numbers)
    formats = {
        "text": lambda: report.to_text(answer, actors=actors, width=get_terminal_width()),
        "markdown": lambda: report.to_markdown(answer, actors=actors),
        "json": lambda: report.to_json(answer),
        "csv": lambda: report.to_csv(answer),
    }
    print_answer(filters.add_sentence(formats[form](), form))
