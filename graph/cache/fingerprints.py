"""Whether a file is still what it was: its size and times, samples of it, and all of it."""

from __future__ import annotations

import os
import time
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

BLOCK, BLOCKS = 4096, 16
CHUNK = 1 << 22
UNSURE = 2_000_000_000  # nanoseconds: the coarsest clock a file system has


class Stamp(NamedTuple):
    """What the system tells of a file without reading it; times in nanoseconds."""

    size: int
    modified: int
    changed: int
    inode: int

    def is_old(self, now: int) -> bool:
        """Tell whether a change from now on would show in the times."""
        return max(self.modified, self.changed) < now - UNSURE


class Print(NamedTuple):
    """What a file was like when all of it was looked at.

    Parameters
    ----------
    stamp
        Its size and times.
    seen
        When it was looked at, in nanoseconds.
    sampled
        The digest of some blocks of it: the first, the last, and such between.
    whole
        The digest of all of it.
    """

    stamp: Stamp
    seen: int
    sampled: str
    whole: str


def stamp(path: Path) -> Stamp:
    """Return what the system tells of a file.

    Raises
    ------
    OSError
        When there is none, or it is no regular file.
    """
    known = path.stat()
    if not S_ISREG(known.st_mode):
        raise OSError(f"{path} is no regular file")
    return Stamp(known.st_size, known.st_mtime_ns, known.st_ctime_ns, known.st_ino)


def taken(path: Path) -> Print:
    """Look at all of a file.

    Raises
    ------
    OSError
        When it cannot be read, or changes meanwhile.
    """
    seen, before = time.time_ns(), stamp(path)
    made = blake2b(digest_size=32)
    with path.open("rb", buffering=0) as file:
        sampled = _sampled(file, before.size)
        file.seek(0)
        while chunk := file.read(CHUNK):
            made.update(chunk)
    if stamp(path) != before:
        raise OSError(f"{path} is being changed")
    return Print(before, seen, sampled, made.hexdigest())


def unchanged(path: Path, known: Print) -> Print | None:
    """Return the print of a file that holds what it did, a new one where its times differ.

    Where nothing differs some blocks are compared, in case somebody set the times back. Where
    a change might not show in the times, or they differ, all of the file is.

    Raises
    ------
    OSError
        When it cannot be read.
    """
    now = stamp(path)
    if now.size != known.stamp.size:
        return None
    if now == known.stamp and now.is_old(known.seen):
        with path.open("rb", buffering=0) as file:
            return known if _sampled(file, now.size) == known.sampled else None
    found = taken(path)
    return found if found.whole == known.whole else None


def _sampled(file: BinaryIO, size: int) -> str:
    made, last = blake2b(digest_size=32), max(size - BLOCK, 0)
    for place in sorted({last * number // (BLOCKS - 1) for number in range(BLOCKS)}):
        file.seek(place, os.SEEK_SET)
        made.update(file.read(BLOCK))
    return made.hexdigest()
