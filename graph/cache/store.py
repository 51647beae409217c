"""Store and find cached columns, and decide when they may be used again.

A cache entry has two files: the columns (`graph.cache.sections`), and the seal. The seal has the
fingerprints of the data files, and the status of the file of columns. If that status is as it was
sealed, the columns are used without reading all of them; if it may have changed since, they are
compared with their hash. Any error in either file, or of the system, only means that the data is
read from its own files.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from graph.cache import fingerprints
from graph.cache.fingerprints import Fingerprint, Stamp
from graph.cache.own_files import (
    COLUMNS,
    PART,
    SEAL,
    list_own_files,
    open_own_file,
    require_private_folder,
)
from graph.cache.sections import Sections, open_sections, write_file
from graph.data.columns import Columns
from graph.data.garbage_collector import collector_paused
from graph.errors import Problem

FOLDER_VARIABLE = "ACTOR_EXPLORER_CACHE"  # the environment variable for another folder
LARGEST_FOLDER = 1 << 30  # bytes of the whole folder
LARGEST_SEAL = 1 << 20
ABANDONED_AFTER = 86_400  # seconds after which no process still writes an incomplete file
CACHE_ERRORS = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    RecursionError,
    MemoryError,
)

Data = tuple[Columns, list[Problem]]
"""Checked columns, and the warnings of reading them."""


@dataclass(frozen=True)
class CacheEntry:
    """The files of a cache entry, and the data files it is for.

    Parameters
    ----------
    columns, seal
        The two files of the entry.
    files
        The data files.
    before
        For each data file its status before it was read, or its fingerprint if a change may not
        change its times.
    """

    columns: Path
    seal: Path
    files: tuple[Path, ...]
    before: tuple[Stamp | Fingerprint, ...]


class StoredEntry(NamedTuple):
    """A cache entry as it is listed: its data files, its bytes, and when it was last used."""

    files: tuple[Path, ...]
    size: int
    used: float
    seal: Path


def get_cache_folder() -> Path:
    """Return the folder of the cache, whether or not it exists."""
    given = os.environ.get(FOLDER_VARIABLE)
    if given:
        return Path(given)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("actor-explorer", appauthor=False))


def find_entry(files: Mapping[str, Path], options: Sequence[object]) -> CacheEntry | None:
    """Return the cache entry of data files, whether or not it exists; None on any error.

    Parameters
    ----------
    files
        By family the file that is read.
    options
        Everything else that decides what is read from them.
    """
    try:
        paths = tuple(Path(os.path.abspath(path)) for path in files.values())  # noqa: PTH100 - links stay
        text = json.dumps([[*files], [*map(str, paths)], [*map(repr, options)]])
        key = blake2b(text.encode(), digest_size=16).hexdigest()
        folder = get_cache_folder()
        return CacheEntry(folder / f"{key}{COLUMNS}", folder / f"{key}{SEAL}", paths, ())
    except CACHE_ERRORS:
        return None


def read_cached(entry: CacheEntry) -> Data | None:
    """Return the cached columns and warnings, if no file has changed since."""
    from graph.cache.cached_columns import unpack_columns

    try:
        require_private_folder(entry.seal.parent)
        seal = _read_seal(entry.seal)
        sealed = [_parse_fingerprint(each) for each in seal["prints"]]
        now = [
            fingerprints.refresh_fingerprint(path, each)
            for path, each in zip(entry.files, sealed, strict=True)
        ]
        if seal["files"] != [*map(str, entry.files)] or None in now:
            return None
        sections, renewed = _open_sections(entry, seal)
        data = unpack_columns(sections)
    except CACHE_ERRORS:
        return None
    _update_seal(entry, sections, now if renewed or now != sealed else None)
    return data


def add_fingerprints(entry: CacheEntry) -> CacheEntry | None:
    """Return the entry with the status or the fingerprints of its files before they are read."""
    try:
        before = tuple(_read_stamp_or_fingerprint(path) for path in entry.files)
    except OSError:
        return None
    return CacheEntry(entry.columns, entry.seal, entry.files, before)


def write_cached(entry: CacheEntry, columns: Columns, warnings: Sequence[Problem]) -> None:
    """Write columns that were read after `add_fingerprints` to the cache, if they fit."""
    from graph.cache.cached_columns import pack_columns

    try:
        after = [fingerprints.take_fingerprint(path) for path in entry.files]
        if not all(map(_is_unchanged, entry.before, after)):
            return
        with collector_paused():
            key, parts = pack_columns(columns, warnings).lay_out(_get_version())
        size = sum(map(len, parts))
        if size > LARGEST_FOLDER:
            return
        _make_folder(entry.columns.parent)
        _make_room(LARGEST_FOLDER - size, entry)
        write_file(entry.columns, parts)
        time.sleep(0.02)  # so that any later change of the file changes its times
        _write_seal(entry, key, after)
    except CACHE_ERRORS:
        return


def list_entries() -> list[StoredEntry]:
    """Return all cache entries, the last used first."""
    return sorted(_iter_entries(get_cache_folder()), key=lambda entry: entry.used, reverse=True)


def clear_cache() -> tuple[int, int]:
    """Remove all cache entries, and return how many they were, and their bytes.

    Raises
    ------
    OSError
        When the system refuses.
    """
    folder, entries, size = get_cache_folder(), list_entries(), 0
    for path in list_own_files(folder):
        with suppress(FileNotFoundError):  # another process was faster
            size += path.lstat().st_size
            path.unlink()
    return len(entries), size


def _get_version() -> str:
    from graph.version import __version__

    return __version__


def _read_stamp_or_fingerprint(path: Path) -> Stamp | Fingerprint:
    stamp = fingerprints.read_stamp(path)
    return stamp if stamp.is_old(time.time_ns()) else fingerprints.take_fingerprint(path)


def _is_unchanged(before: Stamp | Fingerprint, after: Fingerprint) -> bool:
    if isinstance(before, Stamp):
        return before == after.stamp
    return (before.stamp, before.hash) == (after.stamp, after.hash)


def _open_sections(entry: CacheEntry, seal: Mapping[str, Any]) -> tuple[Sections, bool]:
    """Map the columns into memory, and return whether they had to be compared with their hash."""
    with open_own_file(entry.columns) as file:
        now = os.fstat(file.fileno())
        sections = open_sections(file, _get_version())
    if sections.key.hex() != seal["key"]:
        raise ValueError("sealed for other columns")
    stamp = Stamp(now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino)
    if list(stamp) == seal["stamp"] and seal["fine"]:
        return sections, False
    sections.verify_content()
    return sections, True


def _write_seal(entry: CacheEntry, key: bytes, prints: Sequence[Fingerprint | None]) -> None:
    stamp = fingerprints.read_stamp(entry.columns)
    seal = {
        "key": key.hex(),
        "files": [*map(str, entry.files)],
        "prints": prints,
        "stamp": stamp,
        # With a clock of whole seconds, or after a change just now, times may miss the next one.
        "fine": stamp.modified % 1_000_000_000 != 0
        and max(stamp.modified, stamp.changed) < time.time_ns() - 10_000_000,
    }
    text = json.dumps(seal).encode()
    write_file(entry.seal, [_hash_seal(text), text])


def _read_seal(path: Path) -> dict[str, Any]:
    with open_own_file(path) as file:
        raw = file.read(LARGEST_SEAL)
    text = raw[32:]
    if raw[:32] != _hash_seal(text):
        raise ValueError("the seal is damaged")
    seal: dict[str, Any] = json.loads(text)
    return seal


def _hash_seal(text: bytes) -> bytes:
    return blake2b(text, digest_size=16).hexdigest().encode()


def _parse_fingerprint(values: Sequence[Any]) -> Fingerprint:
    stamp, read_at, sample_hash, whole_hash = values
    return Fingerprint(Stamp(*stamp), read_at, sample_hash, whole_hash)


def _update_seal(
    entry: CacheEntry, sections: Sections, renewed: Sequence[Fingerprint | None] | None
) -> None:
    """Update the time of last use, and the seal if files were fingerprinted again."""
    try:
        if renewed is not None:
            _write_seal(entry, sections.key, renewed)
        else:
            os.utime(entry.seal)  # which has just been read, in a folder of this user's alone
    except OSError:
        return


def _make_folder(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    require_private_folder(folder)


def _iter_entries(folder: Path) -> Iterator[StoredEntry]:
    for seal in list_own_files(folder):
        if seal.suffix == SEAL:
            try:
                files = tuple(map(Path, _read_seal(seal)["files"]))
                used = seal.lstat()
                size = used.st_size + seal.with_suffix(COLUMNS).lstat().st_size
            except CACHE_ERRORS:
                continue
            yield StoredEntry(files, size, used.st_mtime, seal)


def _make_room(room: int, entry: CacheEntry) -> None:
    """Remove unusable files, then the least recently used entries until the rest fits."""
    entries = sorted(_iter_entries(entry.columns.parent), key=lambda each: each.used)
    used = {path for each in entries for path in _get_files(each.seal)}
    own = set(list_own_files(entry.columns.parent))
    for path in own:
        old = path.suffix == PART and path.lstat().st_mtime < time.time() - ABANDONED_AFTER
        if old or (path.suffix != PART and path not in used and path not in _get_files(entry.seal)):
            path.unlink(missing_ok=True)
    others = [each for each in entries if each.seal != entry.seal]
    total = sum(each.size for each in others)
    for each in others:
        if total <= room:
            break
        for path in own.intersection(_get_files(each.seal)):
            path.unlink(missing_ok=True)
        total -= each.size


def _get_files(seal: Path) -> tuple[Path, Path]:
    return seal, seal.with_suffix(COLUMNS)
