"""``explore save``: the data as clean CSV files."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Filters, filter_options, naming
from explorer.cli.printing import answer, error_line, tell
from explorer.cli.session import Session
from explorer.report.text import counted
from graph.loading import STORY_FILE
from graph.text.safe import visible

EXAMPLES = (
    "explore --example save belarus",
    "explore --example save allies --only ally --at 2022",
    "explore --data allies check",
)


@click.command("save", cls=Command, examples=EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path(), callback=naming("folder", "mycase"))
@filter_options
@click.pass_obj
def save_command(session: Session, folder: str, *, filters: Filters) -> None:
    """Write what the filters keep into DIR as CSV files in UTF-8 that read as the same network.

    Every relation tells its id. The story goes with them, unless it names what the filters leave
    out. Files that are there already stay as they are: then nothing is
    written.
    """
    network = filters.apply(session.network())
    files = network.to_folder(Path(folder))
    names = ", ".join(file.name for file in files)
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    held = f"{counted(actors, 'actor')}, {counted(relations, 'relation')}"
    answer(f"{visible(folder)}: {names}: {held}")
    if network.story_file and STORY_FILE not in {file.name for file in files}:
        told = f"{STORY_FILE}: is not saved: it names what the filters leave out."
        tell(error_line(told, "warning"))
