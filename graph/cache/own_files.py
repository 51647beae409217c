"""Open, list and trust only the cache's own files: regular ones of this user, by their names.

A cache folder may be shared by mistake, or on purpose: nothing in it is followed, waited for or
removed that this program did not write.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG, S_ISVTX, S_IWGRP, S_IWOTH
from typing import BinaryIO

SEAL, COLUMNS, PART = ".seal", ".columns", ".part"
KEY = "[0-9a-f]{32}"
OWN_NAME = re.compile(rf"{KEY}({SEAL}|{COLUMNS})|\.{KEY}({SEAL}|{COLUMNS})\.[0-9a-f]{{8}}{PART}")
# Windows has few of these; there, a folder of the user's is private by its own rules.
FLAGS = sum(
    getattr(os, name, 0)
    for name in ("O_RDONLY", "O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


def open_own_file(path: Path) -> BinaryIO:
    """Open a file of the cache for reading, without following a link or waiting for a pipe.

    Raises
    ------
    OSError
        When it is not a regular file, or another user's.
    """
    descriptor = os.open(path, FLAGS)
    if _is_own(os.fstat(descriptor)):
        return open(descriptor, "rb")  # noqa: PTH123 - a descriptor, not a path
    os.close(descriptor)
    raise PermissionError(f"{path} is not a file of this user")


def list_own_files(folder: Path) -> list[Path]:
    """Return the files of a folder that this program wrote, by name, kind and owner."""
    return sorted(_iter_own_files(folder))


def _iter_own_files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if OWN_NAME.fullmatch(entry.name) and _is_own(entry.stat(follow_symlinks=False)):
                yield folder / entry.name


def require_private_folder(folder: Path) -> None:
    """Refuse a folder that another user owns or may write to, or exchange for another.

    Raises
    ------
    OSError
        When it is such a folder, or does not exist.
    """
    reason = describe_exposure(folder)
    if reason:
        raise PermissionError(f"{folder}: {reason}")


def describe_exposure(folder: Path) -> str:
    """Return why others may write to a folder, empty if they cannot.

    Raises
    ------
    OSError
        When it does not exist.
    """
    real = folder.resolve()
    status = real.stat()
    if not S_ISDIR(status.st_mode):
        return "this is not a folder."
    if not hasattr(os, "getuid"):
        return ""
    if status.st_uid != os.getuid():
        return "this folder belongs to another user."
    if status.st_mode & (S_IWGRP | S_IWOTH):
        return "other users may write to this folder."
    for parent in real.parents:
        mode = parent.stat().st_mode
        if mode & S_IWOTH and not mode & S_ISVTX:
            return f"other users may write to {parent}."
    return ""


def _is_own(status: os.stat_result) -> bool:
    return S_ISREG(status.st_mode) and (not hasattr(os, "getuid") or status.st_uid == os.getuid())
