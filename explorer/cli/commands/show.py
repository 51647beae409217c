"""``explore show``: what is known of one actor."""

from __future__ import annotations

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Filters, complete_actors, filter_options, format_option, kept
from explorer.cli.printing import answer, terminal_width
from explorer.cli.progress import Waiting
from explorer.cli.session import Session, meant
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
    """Show what is known of ACTOR: who it is, and every relation, with sources."""
    network = session.network()
    who = meant(network, actor)
    network = filters.apply(network)
    with Waiting("Ranking"):
        profile = network.profile(kept(network, who).id)
    actors = len(network.actor_numbers)
    told = {
        "text": lambda: report.text(profile, actors=actors, width=terminal_width()),
        "markdown": lambda: report.markdown(profile, actors=actors),
        "json": lambda: report.json(profile),
        "csv": lambda: report.csv(profile),
    }
    answer(filters.told_after(told[form](), form))
