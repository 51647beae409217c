"""``explore path``: how two actors are connected."""

from __future__ import annotations

from functools import partial

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options, require_selected
from explorer.cli.format_option import format_option
from explorer.cli.lazy_completion import complete_actors
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Count
from explorer.cli.printing import get_terminal_width, print_answer
from explorer.cli.session import Session, find_actor
from explorer.report import paths as report

DEFAULT_LIMIT, MAX_LIMIT = 100, 10_000

EXAMPLES = (
    "explore --example path Lukashenko Vilnius",
    "explore --example path Putin Vilnius --avoid borders,located_in --all",
    "explore --example path Iran Kyiv --at 2022 --format markdown",
)


@click.command("path", cls=Command, examples=EXAMPLES)
@click.argument("source", metavar="ACTOR", shell_complete=complete_actors)
@click.argument("target", metavar="OTHER", shell_complete=complete_actors)
@filter_options
@click.option("--directed", is_flag=True, help="Follow relations in their direction only.")
@click.option("--all", "every", is_flag=True, help="Show every equally short path, not only one.")
@click.option(
    "--limit",
    type=Count(1, MAX_LIMIT),
    metavar="N",
    help="With --all, json and csv: show at most N paths, 1 to "
    f"{MAX_LIMIT:,}.  [default: {DEFAULT_LIMIT}]",
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
    limit: int | None,
    form: str,
) -> None:
    """Show how ACTOR and OTHER are connected, by the fewest steps, with sources.

    A path follows relations in either direction; a step lists all relations between its two
    actors, each worded in the direction of the path. If there is no path, the exit code is 0, too.
    """
    if limit is not None and not every and form in ("text", "markdown"):
        message = "--limit needs --all, or --format json or csv."
        raise click.UsageError(message, click.get_current_context())
    network = session.read_and_warn()
    start, end, selected = call_all(
        [
            partial(find_actor, network, source),
            partial(find_actor, network, target),
            partial(filters.apply, network),
        ]
    )
    call_all(partial(require_selected, selected, actor) for actor in (start, end))
    answer = selected.path(start.id, end.id, directed=directed, limit=limit or DEFAULT_LIMIT)
    are_all_shown = every or form not in ("text", "markdown")
    shown = answer.paths if are_all_shown else answer.paths[:1]
    steps = (step for path in shown for step in path.steps)
    session.print_filled_types(network, (each for step in steps for each in step.relations))
    formats = {
        "text": lambda: report.to_text(answer, every=every, width=get_terminal_width()),
        "markdown": lambda: report.to_markdown(answer, every=every),
        "json": lambda: report.to_json(answer),
        "csv": lambda: report.to_csv(answer),
    }
    print_answer(filters.add_sentence(formats[form](), form))
