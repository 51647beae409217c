"""``explore init``: a small folder to start from."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

import click

from explorer.cli.lazy_completion import complete_folders
from explorer.cli.lazy_group import Command
from explorer.cli.output_files import refuse_folder_ending
from explorer.cli.parameters import require_value
from explorer.cli.printing import print_answer
from graph.formats.atomic_write import write_new
from graph.text.safe import visible

STARTER = Path(__file__).parents[1] / "starter"

EXAMPLES = (
    "explore init mycase",
    "explore --data mycase check",
    "explore --data mycase path Mayor Newspaper",
)


@click.command("init", cls=Command, examples=EXAMPLES, reads_data=False)
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(),
    shell_complete=complete_folders,
    callback=require_value("a folder", "mycase"),
)
def init_command(folder: str) -> None:
    """Create the folder DIR with a small example, in which each row explains its columns.

    Nothing is written if the folder has data already.
    """
    refuse_folder_ending(folder)
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(STARTER.iterdir())}
    write_new(Path(folder), texts)
    print_answer(_format_next_steps(folder, texts))


def _format_next_steps(folder: str, files: Iterable[str]) -> str:
    argument = visible(shlex.quote(folder))
    return "\n".join(
        [
            f"{visible(folder)}: {', '.join(files)}",
            "Next:",
            f"  explore --data {argument} check",
            f"  explore --data {argument} path Mayor Newspaper",
        ]
    )
