"""List files and folders that begin like a word."""

from __future__ import annotations

import os
from collections.abc import Iterator

from graph.text.safe import visible


def list_paths(typed: str, *, expand: bool = False, only_folders: bool = False) -> Iterator[str]:
    """Yield the paths that begin like a typed one, folders with a slash at their end.

    Parameters
    ----------
    typed
        The beginning of a path.
    expand
        Whether the path begins with a tilde that means a home folder.
    only_folders
        Whether files are left out.
    """
    folder, name = os.path.split(typed)
    directory = os.path.expanduser(folder) if expand else folder  # noqa: PTH111 - text
    try:
        entries = sorted(os.scandir(directory or "."), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        is_hidden = entry.name.startswith(".") and not name.startswith(".")
        if not entry.name.startswith(name) or is_hidden or entry.name != visible(entry.name):
            continue
        path = os.path.join(folder, entry.name)  # noqa: PTH118 - as typed
        if entry.is_dir():
            yield f"{path}/"
        elif not only_folders and not path.startswith("-"):
            yield path
