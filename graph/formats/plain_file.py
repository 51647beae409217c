"""Read the bytes of a regular file, unpacked, up to a limit."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from graph.data.limits import Limits, format_size
from graph.errors import DataError, Problem

CHUNK = 1 << 20


class FileKind(NamedTuple):
    """The kind of a file, in words for messages.

    Parameters
    ----------
    noun
        What the file should be, such as "CSV file".
    save_as
        What to do in the program that wrote the file.
    largest
        The most bytes that are read, whatever the limits allow; None for no such bound.
    """

    noun: str
    save_as: str
    largest: int | None = None


CSV = FileKind("CSV file", "Save the file as 'CSV UTF-8'")
NOT_FILES: Mapping[str, Callable[[int], bool]] = {
    "a folder": stat.S_ISDIR,
    "a pipe": stat.S_ISFIFO,
    "a socket": stat.S_ISSOCK,
    "a device": lambda mode: not stat.S_ISREG(mode),
}


def read_bytes(path: Path, limits: Limits, file_kind: FileKind = CSV) -> bytes:
    """Read all bytes of a file, unpacked if its name ends in ``.gz``.

    Raises
    ------
    DataError
        When it is not a regular file, cannot be read, or is larger than the limits allow.
    """
    try:
        _require_file(path, file_kind)
        return (
            _read_gzip(path, limits)
            if path.suffix == ".gz"
            else _read_plain(path, limits, file_kind)
        )
    except MemoryError:
        raise make_unreadable_error(path, "there is not enough memory") from None
    except OSError as error:
        raise make_unreadable_error(path, error.strerror or str(error)) from None


def require_sizes(paths: Iterable[Path], limits: Limits) -> None:
    """Refuse files that are too large, all of them, before any is read.

    Packed files are left to `read_bytes`: how large they are nobody knows before.

    Raises
    ------
    DataError
        When a file is larger than the limits allow.
    """
    problems = [
        problem
        for path in paths
        if path.suffix != ".gz" and (size := _find_size(path)) > limits.largest_file
        for problem in _make_too_large_error(path, limits, size).problems
    ]
    if problems:
        raise DataError(problems)


def _find_size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading reports what is wrong
        return 0


def make_unreadable_error(path: Path, reason: str) -> DataError:
    """Return the error that a file cannot be read, with the reason."""
    what = f"cannot be read: {reason}."
    return DataError([Problem(path.name, None, "", what, rule="unreadable-file")])


def _require_file(path: Path, file_kind: FileKind) -> None:
    """Refuse anything but a regular file, which reading might never end."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            what = f"is a link to {str(path.readlink())!r}, which does not exist."
            remedy = "Correct or remove it."
        else:
            what, remedy = "this file does not exist.", "Check the file's name."
        raise DataError([Problem(path.name, None, "", what, remedy, rule="no-file")]) from None
    for kind, is_of_kind in NOT_FILES.items():
        if is_of_kind(mode):
            what = f"is {kind}, not a file."
            remedy = f"Give a {file_kind.noun}."
            raise DataError([Problem(path.name, None, "", what, remedy, rule="no-file")])


def _read_plain(path: Path, limits: Limits, file_kind: FileKind) -> bytes:
    most = min(limits.largest_file, file_kind.largest or limits.largest_file)
    with path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > limits.largest_file:
        raise _make_too_large_error(path, limits)
    if len(raw) > most:
        what = f"is larger than {most:,} bytes, the most that is read of a {file_kind.noun}."
        raise DataError([Problem(path.name, None, "", what, "Shorten it.", rule="too-large")])
    return raw


def _read_gzip(path: Path, limits: Limits) -> bytes:
    import gzip
    import zlib

    raw = bytearray()
    try:
        with gzip.open(path) as file:
            while chunk := file.read(CHUNK):
                raw += chunk
                if len(raw) > limits.largest_file:
                    raise _make_too_large_error(path, limits)
    except (EOFError, zlib.error) as error:
        raise make_unreadable_error(path, str(error)) from None
    return bytes(raw)


def _make_too_large_error(path: Path, limits: Limits, size: int = 0) -> DataError:
    what = f"is larger than {format_size(limits.largest_file)} (unpacked), the most that is read."
    enough = 2 * limits.largest_file
    while enough < size:
        enough *= 2
    remedy = f"Remove rows, or allow more: --largest-file {format_size(enough)}"
    return DataError([Problem(path.name, None, "", what, f"{remedy}.", rule="too-large")])
