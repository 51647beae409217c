"""``explore init``: a small folder to start from."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import naming
from explorer.cli.printing import answer
from graph.formats.atomic_write import write_new
from graph.text.safe import visible

STARTER = Path(__file__).parents[1] / "starter"

EXAMPLES = (
    "explore init mycase",
    "explore --data mycase check",
    "explore --data mycase path Mayor Newspaper",
)


@click.command("init", cls=Command, examples=EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path(), callback=naming("folder", "mycase"))
def init_command(folder: str) -> None:
    """Start a folder of your own in DIR: a small example whose rows say what each column holds.

    Files that are there already stay as they are: then nothing is written.
    """
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(STARTER.iterdir())}
    write_new(Path(folder), texts)
    answer(_told(folder, texts))


def _told(folder: str, files: Iterable[str]) -> str:
    names = ", ".join(files)
    place = shlex.quote(folder)
    return "\n".join(
        [
            f"{visible(folder)}: {names}",
            "Next:",
            f"  explore --data {visible(place)} check",
            f"  explore --data {visible(place)} path Mayor Newspaper",
        ]
    )
