"""``explore save``: the data as clean CSV files."""

from __future__ import annotations

from pathlib import Path

import click

from explorer.cli.filter_options import Filters, filter_options
from explorer.cli.lazy_completion import complete_folders
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import refuse_folder_ending
from explorer.cli.parameters import require_value
from explorer.cli.printing import format_problem_line, print_answer, print_message
from explorer.cli.session import Session
from graph.data.counts import format_count
from graph.data.file_names import STORY_FILE
from graph.text.safe import visible

EXAMPLES = (
    "explore --example save belarus",
    "explore --example save allies --only ally --at 2022",
    "explore --data allies check",
)


@click.command("save", cls=Command, examples=EXAMPLES)
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(),
    shell_complete=complete_folders,
    callback=require_value("a folder", "mycase"),
)
@filter_options
@click.pass_obj
def save_command(session: Session, folder: str, *, filters: Filters) -> None:
    """Write the data into DIR as CSV files in UTF-8, without what the filters leave out.

    Every relation gets its id. The story is copied, unless it names something that the filters
    leave out. Nothing is written if the folder has data already.
    """
    refuse_folder_ending(folder)
    network = filters.apply(session.read_and_warn(notes=True))
    files = network.to_folder(Path(folder))
    names = ", ".join(file.name for file in files)
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    contents = f"{format_count(actors, 'actor')}, {format_count(relations, 'relation')}"
    print_answer(f"{visible(folder)}: {names}: {contents}")
    if network.story_file and STORY_FILE not in {file.name for file in files}:
        message = f"{STORY_FILE}: was not saved, because it names what the filters leave out."
        print_message(format_problem_line(message, "warning"))
