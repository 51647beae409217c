"""The group ``explore``: its commands, and the options before them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from explorer.cli.byte_sizes import Size
from explorer.cli.lazy_completion import complete_files, complete_folders
from explorer.cli.lazy_group import LazyGroup
from explorer.cli.parameters import Choice, require_value

ENGINES = ("here", "spark")


class Explore(LazyGroup):
    """The commands of ``explore``."""

    package: ClassVar[str] = "explorer.cli.commands"
    summaries: ClassVar[Mapping[str, str]] = {
        "path": "Show how two actors are connected, step by step, with sources.",
        "cite": "Find a cited path, relation or source again.",
        "between": "Show the smallest network that connects several actors.",
        "cut": "Show the fewest actors whose removal separates two.",
        "ego": "Show who is within so many steps of an actor.",
        "find": "Show all that fits a pattern of relations.",
        "show": "Show one actor with all its relations and their sources.",
        "centrality": "Rank the actors by centrality and other measures.",
        "communities": "Find communities: actors with many edges among themselves.",
        "camps": "Find who stands with whom, and who is against their own side.",
        "brokers": "Find who stands between others, and key players.",
        "balance": "Measure how balanced friends and foes are, and the tensions.",
        "structure": "Describe the network in figures: density, components, paths.",
        "sources": "List how much rests on each source, or what rests on one source.",
        "timeline": "Show how figures, ranks and camps change over time.",
        "whatif": "Show what would be otherwise without an actor or a source.",
        "compare": "Show what differs between two folders, dates or revisions.",
        "check": "List every problem in the files, with its line.",
        "extract": "Write a part of the network as a folder of its own.",
        "html": "Write the network as one interactive page.",
        "picture": "Draw the network as one picture: svg, png or pdf.",
        "brief": "Write two pages in words, tables and a picture: md, html or pdf.",
        "story": "Print the story of the network, step by step.",
        "save": "Write the data as clean CSV files.",
        "import": "Make a folder of any table or network file.",
        "merge": "Merge the folders of two people into one.",
        "export": "Write the network for another program: Gephi, Excel, SQLite ...",
        "init": "Create a folder with a small example to start from.",
        "cache": "Show or clear the cache of large files.",
        "completion": "Set up the Tab key to complete commands, actors and types.",
    }


HELP = """Ask two CSV files how actors are connected, and get answers with sources.

Reads actors.csv and relations.csv (and sources.csv and types.csv, if they exist) from the current
folder, or from where the options say. A name may be written in any spelling: Lukashenko,
Лукашенко and Łukaszenka are the same actor.

\b
Examples:
  explore path Lukashenko Vilnius
  explore --data mycase show Putin
  explore --example centrality --top 5
"""

EPILOG = """\
Options may stand before or behind the command. EXPLORE_DATA in the environment is the default of
--data; PAGER is the program that shows what is longer than the terminal.

\b
Exit codes:
  0    an answer; that there is no path is an answer, too
  1    an error in the data, or of the machine
  2    an error in the command line
  130  interrupted; other signals: 128 and their number

To complete commands, names and types with the Tab key: explore completion
"""


def _print_version(context: click.Context, _: click.Parameter, is_set: bool) -> None:  # noqa: FBT001
    """Print the version; click calls this for ``--version``."""
    if is_set and not context.resilient_parsing:
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
    shell_complete=complete_folders,
    callback=require_value("a folder", "mycase"),
    help="The folder with the files.  [default: EXPLORE_DATA, else the current folder]",
)
@click.option(
    "--actors",
    metavar="FILE",
    shell_complete=complete_files,
    callback=require_value("a file", "actors.csv"),
    help="Read the actors from this file.",
)
@click.option(
    "--relations",
    metavar="FILE",
    shell_complete=complete_files,
    callback=require_value("a file", "relations.csv"),
    help="Read the relations from this file.",
)
@click.option(
    "--sources",
    metavar="FILE",
    shell_complete=complete_files,
    callback=require_value("a file", "sources.csv"),
    help="Read the sources from this file.",
)
@click.option(
    "--types",
    metavar="FILE",
    shell_complete=complete_files,
    callback=require_value("a file", "types.csv"),
    help="Read further relation types from this file.",
)
@click.option(
    "--encoding",
    metavar="NAME",
    callback=require_value("an encoding", "windows-1251"),
    help="The encoding of the files if it is not UTF-8, such as windows-1251.",
)
@click.option("--strict", is_flag=True, help="Treat warnings about the files as errors.")
@click.option("--set-aside", is_flag=True, help="Answer without the rows that are in error.")
@click.option(
    "--largest-file",
    metavar="SIZE",
    type=Size(),
    help="Read files up to this size.  [default: 512MiB]",
)
@click.option(
    "--longest-cell",
    metavar="SIZE",
    type=Size(),
    help="Read cells up to this size.  [default: 1MiB]",
)
@click.option(
    "--most-cells", metavar="N", type=Size(), help="Read at most N cells of a file.  [default: 50M]"
)
@click.option(
    "--most-problems",
    metavar="N",
    type=Size(),
    help="List at most N errors and warnings of a file.  [default: 1000]",
)
@click.option("--no-pager", is_flag=True, help="Print long answers without a pager.")
@click.option("--no-cache", is_flag=True, help="Read large files without the cache.")
@click.option(
    "--engine",
    type=Choice("an engine", ENGINES),
    metavar="NAME",
    default="here",
    help="Answer in this process (here, the default), or on Apache Spark (spark), beyond what one "
    "machine can: check, path, centrality, structure, communities, sources, extract, export.",
)
@click.option(
    "--master",
    metavar="URL",
    callback=require_value("the address of a Spark master", "spark://host:7077"),
    help="With --engine spark: where it runs.  [default: local[*]]",
)
@click.option("--example", is_flag=True, help="Use the Belarus case that comes with explore.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def explore(context: click.Context, /, **options: str | int | bool | None) -> None:
    """Store the options before the command as a `Session`."""
    from explorer.cli.session import Session

    context.obj = Session.from_options(options)
