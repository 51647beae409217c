"""``explore cache``: what is kept of large files."""

from __future__ import annotations

from datetime import datetime

import click

from explorer.cli.lazy_group import Command
from explorer.cli.options import Word
from explorer.cli.printing import answer
from explorer.report.text import counted
from graph.cache.store import Entry, cache_folder, clear, listed
from graph.data.limits import format_size
from graph.text.safe import visible

EXAMPLES = (
    "explore cache show",
    "explore cache clear",
)


@click.command("cache", cls=Command, examples=EXAMPLES)
@click.argument("what", type=Word(["show", "clear"]), default="show", metavar="[show|clear]")
def cache_command(what: str) -> None:
    """Show what is kept of large files, or clear it: where, of which files, and how much.

    Files of more than 1 MiB are read and checked once; what comes of that is kept until they
    change. At most 1 GiB is kept: what was not used for longest goes first.
    """
    answer(_cleared() if what == "clear" else _shown())


def _cleared() -> str:
    number, size = clear()
    gone = f"removed what was kept of {counted(number, 'network')}, {_size(size)}."
    return f"{visible(str(cache_folder()))}: {gone}"


def _shown() -> str:
    entries = listed()
    held = f"{counted(len(entries), 'network')}, {_size(sum(entry.size for entry in entries))}."
    return "\n".join([f"{visible(str(cache_folder()))}: {held}", *map(_line, entries)])


def _line(entry: Entry) -> str:
    where = entry.files[0].parent
    names = ", ".join(path.name if path.parent == where else str(path) for path in entry.files)
    used = datetime.fromtimestamp(entry.used).astimezone().strftime("%Y-%m-%d %H:%M")
    return visible(f"  {where}: {names}: {_size(entry.size)}, last used {used}")


def _size(size: int) -> str:
    return format_size(size) if size >= 1 << 20 else f"{size:,} bytes"
