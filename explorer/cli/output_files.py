"""Files that commands write: names that are refused, stdout, and what is told afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from explorer.cli.printing import answer, answer_bytes, error_line, on_terminal, tell
from explorer.cli.session import FILES
from explorer.report.text import counted
from graph import Network
from graph.formats.atomic_write import resolve_path, write_bytes
from graph.loading import STORY_FILE
from graph.saved.layout_file import NAME as LAYOUT
from graph.text.safe import visible

SEPARATORS = tuple({"/", os.sep})
STDOUT = ("-", "/dev/stdout")
DATA_FILES = {
    STORY_FILE,
    LAYOUT,
    *(f"{family}.csv{end}" for family in FILES for end in ("", ".gz")),
}


def is_stdout(output: str) -> bool:
    """Tell whether a name stands for stdout."""
    return output in STDOUT


def refuse_name(output: str, ending: str) -> None:
    """Refuse a name that is a folder's or that of a file with data; `ending` would be right."""
    if is_stdout(output):
        return
    if output.endswith(SEPARATORS):
        told = f"--output: {output!r} names a folder. Give the name of a file in it."
        raise click.UsageError(told, click.get_current_context())
    for name in (Path(output).name, resolve_path(Path(output)).name):
        if name.casefold() in DATA_FILES:
            told = (
                f"--output: {name!r} is the name of a file with data. "
                f"Give one that ends in {ending}."
            )
            raise click.UsageError(told, click.get_current_context())


def refuse_terminal(output: str, form: str) -> None:
    """Refuse to write what is no text to a terminal."""
    if is_stdout(output) and on_terminal():
        told = f"--output: {form} is no text for a terminal. Give the name of a file."
        raise click.UsageError(told, click.get_current_context())


def write(output: str, data: str | bytes, inputs: Iterable[Path]) -> None:
    """Write to a file, whole or not at all, or to stdout."""
    if not is_stdout(output):
        write_bytes(Path(output), data.encode() if isinstance(data, str) else data, inputs)
    elif isinstance(data, str):
        answer(data, end=False)
    else:
        answer_bytes(data)


def tell_written(output: str, network: Network, size: int) -> None:
    """Tell what a file holds and how large it is; nothing when it went to stdout."""
    if is_stdout(output):
        return
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    held = f"{counted(actors, 'actor')}, {counted(relations, 'relation')}"
    answer(f"{visible(output)}: {held}, {size_text(size)}")


def size_text(size: int) -> str:
    """Return the size of a file in bytes as a person says it.

    Examples
    --------
    >>> size_text(14_418), size_text(762_132)
    ('14 kB', '0.8 MB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 10**5 else f"{max(1, round(size / 1e3))} kB"


def caution(text: str) -> None:
    """Tell on stderr what the file does not show."""
    tell(error_line(text, "warning"))
