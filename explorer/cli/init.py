"""``explore init``: a small folder to start from."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from pathlib import Path

import click

from explorer.cli.commands import Command
from explorer.cli.options import naming
from explorer.cli.printing import answer
from explorer.report.output import OutputError, write_text
from explorer.visible import visible

STARTER = Path(__file__).parent / "starter"

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
    target = Path(folder)
    files = sorted(STARTER.iterdir())
    _refuse_to_overwrite(target, files)
    _write(target, files)
    answer(_told(folder, files))


def _write(target: Path, files: list[Path]) -> None:
    """Write all the files, or leave nothing behind, not even a folder."""
    created = [folder for folder in (target, *target.parents) if not folder.exists()]
    try:
        target.mkdir(parents=True, exist_ok=True)
        for file in files:
            write_text(target / file.name, file.read_text(encoding="utf-8"))
    except BaseException:
        for file in files:
            with suppress(OSError):
                (target / file.name).unlink()
        for folder in created:
            with suppress(OSError):
                folder.rmdir()
        raise


def _refuse_to_overwrite(target: Path, files: list[Path]) -> None:
    taken = [file.name for file in files if os.path.lexists(target / file.name)]
    if taken:
        raise OutputError(f"{target}: has {', '.join(taken)} already. Give another folder.")


def _told(folder: str, files: list[Path]) -> str:
    names = ", ".join(file.name for file in files)
    place = shlex.quote(folder)
    return "\n".join(
        [
            f"{visible(folder)}: {names}",
            "Next:",
            f"  explore --data {visible(place)} check",
            f"  explore --data {visible(place)} path Mayor Newspaper",
        ]
    )
