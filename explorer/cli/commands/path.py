"""``explore path``: how actors are connected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from explorer.cli.error_list import call_all
from explorer.cli.filter_options import Filters, filter_options, require_selected
from explorer.cli.format_option import make_format_option
from explorer.cli.found_paths import BIBLIOGRAPHIES, print_found
from explorer.cli.lazy_completion import complete_actors
from explorer.cli.lazy_group import Command
from explorer.cli.parameters import require_value
from explorer.cli.path_options import PathOptions, path_options
from explorer.cli.session import Session, find_actor
from explorer.cli.unquoted_names import mention_quotes

if TYPE_CHECKING:
    pass

EXAMPLES = (
    "explore --example path Lukashenko Vilnius",
    "explore --example path Putin Vilnius --avoid borders,located_in --all",
    "explore --example path Lukashenko Kyiv --k 3 --by confidence",
    "explore --example path Putin Lukashenko Vilnius --max-length 4",
    "explore --example path Iran Kyiv --at 2022 --format markdown",
    "explore --example path Lukashenko Vilnius --history",
    "explore --example path Lukashenko Vilnius -o path.svg",
)


@click.command("path", cls=Command, examples=EXAMPLES, on_spark=True)
@click.argument("source", metavar="ACTOR", shell_complete=complete_actors)
@click.argument("target", metavar="OTHER", shell_complete=complete_actors)
@click.argument("others", metavar="[NEXT]...", nargs=-1, shell_complete=complete_actors)
@path_options
@filter_options
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    callback=require_value("a file", "path.svg"),
    help="Draw the first path alone: .svg, .png or .pdf.",
)
@make_format_option(*BIBLIOGRAPHIES)
@click.pass_obj
def path_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    source: str,
    target: str,
    others: tuple[str, ...],
    *,
    asked: PathOptions,
    filters: Filters,
    output: str | None,
    form: str,
) -> None:
    """Show how ACTOR and OTHER are connected, by the fewest steps, with sources.

    A path follows relations in either direction; a step lists all relations between its two
    actors, each worded in the direction of the path. Further actors are passed in the order
    given. If there is no path, the exit code is 0, too.
    """
    named: tuple[str, ...] = (source, target, *others)
    names = (*named[:-1], *asked.via, named[-1])
    asked.check(form, len(named))
    if asked.history and (output or form in BIBLIOGRAPHIES):
        raise click.UsageError("--history has no picture and no bibliography.")
    if session.engine == "spark":
        from explorer.cli.spark_paths import print_paths

        print_paths(session, names, asked, filters, form, output=output)
        return
    if output is not None:
        from explorer.cli.path_outputs import check_picture_name, write_path_picture

        check_picture_name(output)
    network = session.read_and_warn()
    find_each = [partial(find_actor, network, name) for name in names]
    with mention_quotes(network, named):
        *actors, selected = call_all([*find_each, partial(filters.apply, network)])
    call_all(partial(require_selected, selected, actor) for actor in actors)
    if asked.history:
        from explorer.cli.path_outputs import print_history

        print_history(
            selected.path_history(*(each.id for each in actors), directed=asked.directed),
            filters,
            form,
        )
        return
    answer = selected.path(*(actor.id for actor in actors), **asked.list_asked())
    most = asked.count_shown(form)
    steps = (step for path in answer.paths[:most] for step in path.steps)
    session.print_filled_types(network, (each for step in steps for each in step.relations))
    if output is not None:
        write_path_picture(output, selected, answer)
        return
    print_found(answer, filters, form, most)
