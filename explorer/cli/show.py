"""``explore show``: what is known of one actor."""

from __future__ import annotations

import click

from explorer.cli.options import Filters, complete_actors, filter_options, format_option, kept
from explorer.cli.printing import answer, terminal_width
from explorer.cli.session import Session, meant
from explorer.cli.waiting import Waiting
from explorer.report import profile as report


@click.command("show")
@click.argument("actor", metavar="ACTOR", shell_complete=complete_actors)
@filter_options
@format_option
@click.pass_obj
def show_command(session: Session, actor: str, *, filters: Filters, form: str) -> None:
    """What is known of ACTOR: who it is, and every relation, with sources.

    \b
    Examples:
      explore --example show Lukashenko
      explore --example show "Kalinouski Regiment" --format markdown
    """
    network = session.network()
    who = meant(network, actor)
    network = filters.apply(network)
    with Waiting("Ranking"):
        profile = network.profile(kept(network, who).id)
    actors = len(network.actor_numbers)
    if form == "text":
        answer(report.text(profile, actors=actors, width=terminal_width()))
    elif form == "markdown":
        answer(report.markdown(profile, actors=actors))
    else:
        from explorer.report.data import csv_text, json_text

        is_json = form == "json"
        answer(
            json_text(report.data(profile))
            if is_json
            else csv_text(report.COLUMNS, report.rows(profile))
        )
