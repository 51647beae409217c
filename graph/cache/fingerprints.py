"""Check whether a file has changed, by its size, its times, and hashes of a sample or all of it."""

from __future__ import annotations

import os
import time
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

BLOCK, BLOCKS = 4096, 16
CHUNK = 1 << 22
CLOCK_PRECISION = 2_000_000_000  # nanoseconds: the coarsest clock a file system has


class Stamp(NamedTuple):
    """The status of a file, which the system gives without reading it; times in nanoseconds."""

    size: int
    modified: int
    changed: int
    inode: int

    def is_old(self, now: int) -> bool:
        """Return whether a change from now on would change the times."""
        return max(self.modified, self.changed) < now - CLOCK_PRECISION


class Fingerprint(NamedTuple):
    """What a file was like when all of it was read.

    Parameters
    ----------
    stamp
        Its size and times.
    read_at
        When it was read, in nanoseconds.
    sample_hash
        The hash of some blocks: the first, the last, and some between.
    hash
        The hash of the whole file.
    """

    stamp: Stamp
    read_at: int
    sample_hash: str
    hash: str


def read_stamp(path: Path) -> Stamp:
    """Return the status of a regular file.

    Raises
    ------
    OSError
        When it does not exist, or is not a regular file.
    """
    status = path.stat()
    if not S_ISREG(status.st_mode):
        raise OSError(f"{path} is not a regular file")
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def take_fingerprint(path: Path) -> Fingerprint:
    """Read all of a file, and return its fingerprint.

    Raises
    ------
    OSError
        When it cannot be read, or changes while it is read.
    """
    read_at, before = time.time_ns(), read_stamp(path)
    digest = blake2b(digest_size=32)
    with path.open("rb", buffering=0) as file:
        sample_hash = _hash_sample(file, before.size)
        file.seek(0)
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    if read_stamp(path) != before:
        raise OSError(f"{path} is being changed")
    return Fingerprint(before, read_at, sample_hash, digest.hexdigest())


def refresh_fingerprint(path: Path, before: Fingerprint) -> Fingerprint | None:
    """Return the fingerprint of a file that has not changed, or None if it has.

    If the times are the same, a sample is compared, as times can be set back. If the times
    differ, or are too recent to be relied on, the whole file is read, and the fingerprint is new.

    Raises
    ------
    OSError
        When it cannot be read.
    """
    now = read_stamp(path)
    if now.size != before.stamp.size:
        return None
    if now == before.stamp and now.is_old(before.read_at):
        with path.open("rb", buffering=0) as file:
            return before if _hash_sample(file, now.size) == before.sample_hash else None
    after = take_fingerprint(path)
    return after if after.hash == before.hash else None


def _hash_sample(file: BinaryIO, size: int) -> str:
    digest, last = blake2b(digest_size=32), max(size - BLOCK, 0)
    for offset in sorted({last * number // (BLOCKS - 1) for number in range(BLOCKS)}):
        file.seek(offset, os.SEEK_SET)
        digest.update(file.read(BLOCK))
    return digest.hexdigest()
