"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG

from graph.errors import GraphError


class OutputError(GraphError):
    """A file cannot be written there without harm."""


def write_text(path: Path, text: str, inputs: Iterable[Path] = ()) -> None:
    r"""Write a text as UTF-8, exactly as it is (``\n`` stays), in place of any older file.

    It is written beside its target, flushed to the disk, and then moved over it, with the
    permissions that the user's umask gives. A link is followed; what it leads to is replaced.

    Parameters
    ----------
    inputs
        Files that were read, and must not be written over.

    Raises
    ------
    OutputError
        When the target is an input, a folder or a device.
    OSError
        When it cannot be written; the older file is then left as it was.
    """
    target = Path(os.path.realpath(path))
    _refuse_harm(path, target, inputs)
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror or str(error), str(path)) from error
        raise


def _refuse_harm(path: Path, target: Path, inputs: Iterable[Path]) -> None:
    if not path.exists():
        return
    if not S_ISREG(path.stat().st_mode):  # of a pipe the system alone knows where it leads
        what = "a folder" if path.is_dir() else "no regular file"
        raise OutputError(f"{path}: is {what}. Give the name of a file to write.")
    if any(target.samefile(file) for file in inputs if file.exists()):
        raise OutputError(f"{path}: was read for this. Give another file to write.")
