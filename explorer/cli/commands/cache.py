"""``explore cache``: show or clear the cache of large files."""

from __future__ import annotations

from datetime import datetime

import click

from explorer.cli.lazy_group import Command
from explorer.cli.parameters import Choice
from explorer.cli.printing import print_answer
from graph.cache.own_files import describe_exposure
from graph.cache.store import StoredEntry, clear_cache, get_cache_folder, list_entries
from graph.data.counts import format_count
from graph.data.limits import format_size
from graph.errors import shorten
from graph.text.safe import visible

EXAMPLES = (
    "explore cache show",
    "explore cache clear",
)


@click.command("cache", cls=Command, examples=EXAMPLES, reads_data=False)
@click.argument(
    "action",
    type=Choice("an action", ["show", "clear"]),
    default="show",
    metavar="[show|clear]",
)
def cache_command(action: str) -> None:
    """Show the cache of large files, or clear it.

    Files of more than 1 MiB are read and checked once; the result is cached until they change.
    The cache has at most 1 GiB: the networks that were not used for the longest time go first.

    All rows lie there, private ones, too, in files that only you can read. A folder that others may
    write to is not used.
    """
    print_answer(_clear() if action == "clear" else _format_entries())


def _clear() -> str:
    count, size = clear_cache()
    text = f"{_format_folder()}: removed {format_count(count, 'network')}, {_describe_size(size)}."
    folder = get_cache_folder()
    others = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    rest = f" Not part of the cache, so not removed: {', '.join(others)}" if others else ""
    return text + visible(shorten(rest))


def _format_entries() -> str:
    entries = list_entries()
    size = _describe_size(sum(entry.size for entry in entries))
    total = f"{_format_folder()}: {format_count(len(entries), 'network')}, {size}."
    exposure = describe_exposure(get_cache_folder()) if get_cache_folder().exists() else ""
    warning = [f"Not used: {visible(exposure)}"] if exposure else []
    return "\n".join([total, *warning, *map(_format_entry, entries)])


def _format_folder() -> str:
    return visible(str(get_cache_folder()))


def _format_entry(entry: StoredEntry) -> str:
    folder = entry.files[0].parent
    names = ", ".join(path.name if path.parent == folder else str(path) for path in entry.files)
    used = datetime.fromtimestamp(entry.used).astimezone().strftime("%Y-%m-%d %H:%M")
    return visible(f"  {folder}: {names}: {_describe_size(entry.size)}, last used {used}")


def _describe_size(size: int) -> str:
    return format_size(size) if size >= 1 << 20 else f"{size:,} bytes"
