"""The group ``explore``: its commands, and the options that stand before them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from explorer.cli.byte_sizes import Size
from explorer.cli.lazy_group import Commands
from explorer.cli.options import naming
from explorer.cli.session import Session


class Explore(Commands):
    """The commands of ``explore``."""

    package: ClassVar[str] = "explorer.cli.commands"
    told: ClassVar[Mapping[str, str]] = {
        "path": "How two actors are connected, step by step, with sources.",
        "show": "What is known of one actor: every relation, with sources.",
        "centrality": "Who is central, by nine measures.",
        "communities": "Who belongs together.",
        "sources": "What rests on each source, or on one, as sentences.",
        "compare": "What differs between two folders with data.",
        "check": "Every problem in the files, with its line.",
        "html": "Write the network as one interactive page.",
        "picture": "Draw the network as one picture: svg, png or pdf.",
        "story": "The story told along the network, step by step.",
        "save": "Write the data as clean CSV files.",
        "init": "Start a folder of your own, with a small example.",
        "cache": "What is kept of large files, so that they are read once.",
        "completion": "Make the Tab key complete commands, actors and types.",
    }


HELP = """Who stands how to whom: ask two CSV files, get answers with sources.

Reads actors.csv and relations.csv (and sources.csv and types.csv, where there are any) from the
current folder, or from where the options say. Names may be written as people write them:
Lukashenko, Лукашенко and Łukaszenka are one.

\b
Examples:
  explore path Lukashenko Vilnius
  explore --data mycase show Putin
  explore --example centrality --top 5
"""

EPILOG = "The Tab key completes commands, names and types once switched on: explore completion"


def _tell_version(context: click.Context, _: click.Parameter, asked: bool) -> None:  # noqa: FBT001
    """Print the version; click calls this for ``--version``."""
    if asked and not context.resilient_parsing:
        from graph import __version__

        click.echo(f"explore {__version__}")
        context.exit()


@click.group(
    cls=Explore,
    help=HELP,
    epilog=EPILOG,
    context_settings={"max_content_width": 100},
)
@click.option(
    "--data",
    metavar="DIR",
    callback=naming("folder", "mycase"),
    help="The folder with the files.  [default: this one]",
)
@click.option(
    "--actors",
    metavar="FILE",
    callback=naming("file", "actors.csv"),
    help="Read the actors from this file.",
)
@click.option(
    "--relations",
    metavar="FILE",
    callback=naming("file", "relations.csv"),
    help="Read the relations from this file.",
)
@click.option(
    "--sources",
    metavar="FILE",
    callback=naming("file", "sources.csv"),
    help="Read the sources from this file.",
)
@click.option(
    "--types",
    metavar="FILE",
    callback=naming("file", "types.csv"),
    help="Read further relation types from this file.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=naming("encoding", "windows-1251"),
    help="What all files are in, if not UTF-8, such as windows-1251.",
)
@click.option("--strict", is_flag=True, help="Take warnings about the files for errors.")
@click.option(
    "--largest-file", metavar="SIZE", type=Size(), help="Read files up to this.  [default: 512MiB]"
)
@click.option(
    "--longest-cell", metavar="SIZE", type=Size(), help="Read cells up to this.  [default: 1MiB]"
)
@click.option(
    "--most-cells", metavar="N", type=Size(), help="Read so many cells of a file.  [default: 50M]"
)
@click.option(
    "--most-problems",
    metavar="N",
    type=Size(),
    help="List so many errors and warnings of a file.  [default: 1000]",
)
@click.option("--no-cache", is_flag=True, help="Read large files anew, and keep nothing of them.")
@click.option("--example", is_flag=True, help="Ask the Belarus case that comes with explore.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help="Show the version and leave.",
)
@click.pass_context
def explore(context: click.Context, /, **options: str | int | bool | None) -> None:
    """Remember where the data is."""
    context.obj = Session.from_options(options)
