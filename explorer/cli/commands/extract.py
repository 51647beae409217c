"""``explore extract``: a part of the network as a folder of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from explorer.cli.filter_options import Filters, filter_options, require_selected
from explorer.cli.lazy_completion import complete_actors, complete_folders
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import refuse_folder_ending
from explorer.cli.parameters import Count, require_value
from explorer.cli.printing import print_answer
from explorer.cli.session import Session, find_actor
from graph.analysis.ego_network import DEEPEST
from graph.data.counts import format_count
from graph.text.safe import visible

if TYPE_CHECKING:
    from graph import Actor, Network

EXAMPLES = (
    "explore --example extract around --ego Lukashenko --depth 2",
    "explore --example extract between --between Putin Vilnius --avoid borders",
    "explore --data around html",
)


class Asked(NamedTuple):
    """Which part is asked for; the fields are the names of the options."""

    ego: str | None
    depth: int | None
    between: tuple[str, str] | None
    community: str | None
    directed: bool

    def refuse_options(self) -> None:
        """Refuse options that exclude each other, or have no effect.

        Raises
        ------
        click.UsageError
            When there are such options.
        """
        given = {"--ego": self.ego, "--between": self.between, "--community": self.community}
        named = [option for option, value in given.items() if value]
        message = ""
        if len(named) > 1:
            message = f"{named[0]} and {named[1]} exclude each other."
        elif self.depth is not None and not self.ego:
            message = "--depth needs --ego."
        elif self.directed and not (self.ego or self.between):
            message = "--directed needs --ego or --between."
        if message:
            raise click.UsageError(message, click.get_current_context())


@click.command("extract", cls=Command, examples=EXAMPLES, on_spark=True)
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(),
    shell_complete=complete_folders,
    callback=require_value("a folder", "mycase"),
)
@click.option(
    "--ego",
    metavar="NAME",
    shell_complete=complete_actors,
    callback=require_value("an actor", "Minsk"),
    help="All actors within --depth steps of this actor.",
)
@click.option(
    "--depth",
    type=Count(1, DEEPEST),
    metavar="N",
    help=f"With --ego: how many steps, 1 to {DEEPEST}.  [default: 1]",
)
@click.option(
    "--between",
    nargs=2,
    metavar="NAME NAME",
    shell_complete=complete_actors,
    help="All actors on the shortest paths between these two.",
)
@click.option(
    "--community",
    metavar="NAME",
    shell_complete=complete_actors,
    callback=require_value("an actor", "Minsk"),
    help="The community of this actor; on Spark found by label propagation.",
)
@click.option("--directed", is_flag=True, help="Follow relations in their direction only.")
@filter_options
@click.pass_obj
def extract_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    folder: str,
    *,
    ego: str | None,
    depth: int | None,
    between: tuple[str, str] | None,
    community: str | None,
    directed: bool,
    filters: Filters,
) -> None:
    """Write a part of the network into DIR, as a folder that every command reads.

    The part has the actors that an option names, and all relations among them that the filters
    select; with filters alone it has these relations, and the actors that have one.
    With --engine spark a network beyond this machine becomes one for a page.
    """
    refuse_folder_ending(folder)
    asked = Asked(ego, depth, between, community, directed)
    asked.refuse_options()
    part = _extract_on_spark if session.engine == "spark" else _extract_here
    network = part(session, filters, asked)
    files = network.to_folder(Path(folder))
    names = ", ".join(file.name for file in files)
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    contents = f"{format_count(actors, 'actor')}, {format_count(relations, 'relation')}"
    print_answer(f"{visible(folder)}: {names}: {contents}")


def _extract_here(session: Session, filters: Filters, asked: Asked) -> Network:
    """Return the part of a network in this process."""
    from graph.analysis import extraction

    whole = session.read_and_warn(notes=True)
    network = filters.apply(whole)

    def find(name: str) -> Actor:
        return require_selected(network, find_actor(whole, name))

    if asked.ego:
        depth = asked.depth or 1
        rows = extraction.find_near(network, find(asked.ego), depth, directed=asked.directed)
    elif asked.between:
        source, target = map(find, asked.between)
        rows = extraction.find_between(network, source, target, directed=asked.directed)
    elif asked.community:
        rows = extraction.find_community(network, find(asked.community))
    else:
        rows = extraction.find_ends(network)
    return network.only_actor(network.columns.actor(row).id for row in rows)


def _extract_on_spark(session: Session, filters: Filters, asked: Asked) -> Network:
    """Return the part of a network on Spark, brought home."""
    from explorer.cli.spark_session import open_on_spark
    from graph.spark import extracting

    with open_on_spark(session) as whole:
        network = filters.apply(whole)
        if asked.ego:
            depth = asked.depth or 1
            return extracting.extract_ego(network, asked.ego, depth, directed=asked.directed)
        if asked.between:
            return extracting.extract_between(network, *asked.between, directed=asked.directed)
        if asked.community:
            return extracting.extract_community(network, asked.community)
        return extracting.extract_selected(network)
