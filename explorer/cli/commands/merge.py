"""``explore merge``: the folders of two people become one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from explorer.cli.format_option import format_option
from explorer.cli.lazy_completion import complete_folders
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import refuse_folder_ending
from explorer.cli.parameters import require_value
from explorer.cli.printing import print_answer
from explorer.cli.session import Session
from explorer.cli.two_versions import read_folders

if TYPE_CHECKING:
    from graph.merging.matched_actors import Question

EXAMPLES = (
    "explore merge anna bo -o ours",
    'explore merge anna bo -o both --merge "A. Lukashenko=Alexander Lukashenko"',
    "explore --data ours check",
)


@click.command("merge", cls=Command, examples=EXAMPLES)
@click.argument(
    "first",
    metavar="DIR",
    shell_complete=complete_folders,
    callback=require_value("a folder", "anna"),
)
@click.argument(
    "second",
    metavar="DIR",
    shell_complete=complete_folders,
    callback=require_value("a folder", "bo"),
)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    required=True,
    shell_complete=complete_folders,
    callback=require_value("a folder", "ours"),
    help="The new folder.",
)
@click.option(
    "--merge",
    "same",
    metavar="NAME=NAME",
    multiple=True,
    help="Take this actor of the second folder for that one of the first.",
)
@click.option(
    "--apart",
    metavar="NAME",
    multiple=True,
    callback=require_value("a name", "'Ann Ek'"),
    help="This actor of the second folder is nobody of the first.",
)
@click.option("--ask", is_flag=True, help="Ask on the terminal who may be one.")
@format_option
@click.pass_obj
def merge_command(  # noqa: PLR0913 - a command's arguments are its options
    session: Session,
    first: str,
    second: str,
    *,
    output: str,
    same: tuple[str, ...],
    apart: tuple[str, ...],
    ask: bool,
    form: str,
) -> None:
    """Merge two folders with data into a new one.

    The same actors are found by id, name and alias. Who is only nearly alike is listed, and stays
    two actors until --merge or --ask says otherwise. Where the folders differ in a cell, the first
    one stands, and the second is in a column beside it. Everything is in merge.md.
    """
    from explorer.report import merge_report as report
    from graph.formats.atomic_write import write_new
    from graph.importing.options import parse_pairs
    from graph.merging.merged import merge_networks

    refuse_folder_ending(output)
    networks = read_folders(session, first, second)
    names = name_folders(first, second)
    pairs = parse_pairs("merge", same)
    merged = merge_networks(*networks, names, same=pairs, apart=apart)
    if ask and merged.report.questions:
        answers = _ask(merged.report.questions)
        if answers:
            merged = merge_networks(*networks, names, same={**answers, **pairs}, apart=apart)
    write_new(Path(output), merged.files)
    formats = {
        "text": lambda: report.to_text(merged.report, output, list(merged.files)),
        "markdown": lambda: report.to_markdown(merged.report),
        "json": lambda: report.to_json(merged.report),
        "csv": lambda: report.to_csv(merged.report),
    }
    print_answer(formats[form]())


def _ask(questions: Sequence[Question]) -> dict[str, str]:
    """Return by id in the second folder the id in the first, as a person answers."""
    from explorer.cli.ask_names import ask_names

    ids = {f"{each.second} ({each.second_id})": each.second_id for each in questions}
    ids |= {f"{each.first} ({each.first_id})": each.first_id for each in questions}
    pairs = [
        (f"{each.second} ({each.second_id})", f"{each.first} ({each.first_id})")
        for each in questions
    ]
    return {ids[two]: ids[one] for two, one in ask_names(pairs).items()}


def name_folders(first: str, second: str) -> tuple[str, str]:
    """Return what two folders are called; each otherwise.

    Examples
    --------
    >>> name_folders("work/anna", "home/bo/"), name_folders("a/x", "b/x")
    (('anna', 'bo'), ('first', 'second'))
    """
    names = Path(first).name, Path(second).name
    return names if all(names) and names[0] != names[1] else ("first", "second")
