"""Files that commands write: refused names, stdout, and a line about the written file."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable
from pathlib import Path

import click

from explorer.cli.printing import (
    format_problem_line,
    is_stdout_terminal,
    print_answer,
    print_bytes,
    print_message,
)
from explorer.cli.session import FILES
from graph import Network
from graph.data.counts import format_count
from graph.data.file_names import ACCEPTED_FILE, LAYOUT_FILE, STORY_FILE
from graph.formats.atomic_write import resolve_path, write_bytes
from graph.formats.endings import (
    ENDINGS,
    Content,
    describe_folder_ending,
    describe_page_ending,
    get_ending,
)
from graph.text.safe import visible

SEPARATORS = tuple({"/", os.sep})
STDOUT = ("-", "/dev/stdout")
DATA_FILES = {
    STORY_FILE,
    LAYOUT_FILE,
    ACCEPTED_FILE,
    *(f"{family}.csv{end}" for family in FILES for end in ("", ".gz")),
}


def is_stdout(output: str) -> bool:
    """Return whether an output name means stdout."""
    return output in STDOUT


def refuse_file_name(output: str, ending: str, name: str = "--output") -> None:
    """Refuse the name of a folder or of a data file; the message suggests an ending."""
    if is_stdout(output):
        return
    if output.endswith(SEPARATORS):
        message = f"{name}: {output!r} names a folder. Give the name of a file in it."
        raise click.UsageError(message, click.get_current_context())
    for file in (Path(output).name, resolve_path(Path(output)).name):
        if file.casefold() in DATA_FILES:
            message = (
                f"{name}: {file!r} is the name of a data file. Give a name that ends in {ending}."
            )
            raise click.UsageError(message, click.get_current_context())


def refuse_page_ending(output: str) -> None:
    """Refuse to write a page to a file whose name ends as a picture's or a table's does."""
    ways = list_ways(output)
    if get_ending(output) == ".csv":
        ways["table"] = f"explore save DIR, or {ways['table']}"
    problem = "" if is_stdout(output) else describe_page_ending(output, ways)
    if problem:
        raise click.UsageError(f"--output: {problem}", click.get_current_context())


def refuse_folder_ending(folder: str) -> None:
    """Refuse the name of a file as the name of a folder, unless something has it."""
    problem = describe_folder_ending(folder, list_ways(folder))
    if problem and not Path(folder).exists():
        raise click.UsageError(f"DIR: {problem}", click.get_current_context())


def list_ways(name: str) -> dict[Content, str]:
    """Return the commands that write a page, a picture or a table to a file."""
    ending, file = get_ending(name), shlex.quote(name)
    form = {".json": "json", ".md": "markdown", ".txt": "text"}.get(ending, "csv")
    stem = name.removesuffix(Path(name).suffix)  # with_suffix refuses names such as "." and "/"
    picture = name if ending in ENDINGS["picture"] else f"{stem}.png"
    return {
        "page": f"explore html -o {file}",
        "picture": f"explore picture -o {shlex.quote(picture)}",
        "table": f"explore centrality --format {form} > {file}",
        "network file": f"explore export {file}",
    }


def refuse_terminal(output: str, form: str) -> None:
    """Refuse to write a binary format to a terminal."""
    if is_stdout(output) and is_stdout_terminal():
        message = f"--output: {form} is not text for a terminal. Give the name of a file."
        raise click.UsageError(message, click.get_current_context())


def write_output(output: str, data: str | bytes, inputs: Iterable[Path]) -> None:
    """Write data to a file, whole or not at all, or to stdout."""
    if not is_stdout(output):
        write_bytes(Path(output), data.encode() if isinstance(data, str) else data, inputs)
    elif isinstance(data, str):
        print_answer(data, end=False)
    else:
        print_bytes(data)


def print_written(output: str, network: Network, size: int, shown: str = "") -> None:
    """Print what a file contains and its size; print nothing when it was written to stdout.

    Parameters
    ----------
    output
        The name of the file.
    network
        What is in the file.
    size
        Its size in bytes.
    shown
        Which part of an answer it shows; empty where it shows all.
    """
    if is_stdout(output):
        return
    actors, relations = len(network.actor_numbers), len(network.relation_numbers)
    counts = format_count(actors, "actor"), format_count(relations, "relation")
    contents = ", ".join(filter(None, (shown, *counts, format_size(size))))
    print_answer(f"{visible(output)}: {contents}")


def format_size(size: int) -> str:
    """Return the size of a file in kB or MB.

    Examples
    --------
    >>> format_size(14_418), format_size(762_132)
    ('14 kB', '0.8 MB')
    """
    return f"{size / 1e6:.1f} MB" if size >= 10**5 else f"{max(1, round(size / 1e3))} kB"


def print_warning(text: str) -> None:
    """Print a warning on stderr."""
    print_message(format_problem_line(text, "warning"))
