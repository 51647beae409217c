"""Where columns are kept, and when they may be used again.

Two files a set of files read: the columns (`graph.cache.sections`), and the seal, which tells what
the files read were like, and the file of columns itself. A file of columns that is as it was
sealed is trusted, so that asking again reads no more of it than the answer needs; one that may
have changed since is compared with its digest as a whole. Nothing that is wrong with either, and
nothing that the system refuses, is an error: then the data is read from its own files.
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
from graph.cache.fingerprints import Print, Stamp
from graph.cache.sections import Sections, opened, write
from graph.data.columns import Columns
from graph.data.garbage_collector import collector_paused
from graph.errors import Problem

FOLDER = "ACTOR_EXPLORER_CACHE"  # the environment variable that names another folder
MOST = 1 << 30  # bytes of the whole folder
SEAL, COLUMNS, PART = ".seal", ".columns", ".part"
ABANDONED = 86_400  # seconds after which a file half written is nobody's any more
WRONG = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, MemoryError)

Read = tuple[Columns, list[Problem]]


@dataclass(frozen=True)
class Place:
    """Where the columns of some files are kept.

    Parameters
    ----------
    columns, seal
        The two files.
    files
        What is read, and decides.
    before
        What each was like before it was read; a `Print` where a change may not show in its times.
    """

    columns: Path
    seal: Path
    files: tuple[Path, ...]
    before: tuple[Stamp | Print, ...]


class Entry(NamedTuple):
    """Columns that are kept: of which files, how many bytes, and when they were last used."""

    files: tuple[Path, ...]
    size: int
    used: float
    seal: Path


def cache_folder() -> Path:
    """Return the folder where columns are kept, whether or not there is one yet."""
    given = os.environ.get(FOLDER)
    if given:
        return Path(given)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("actor-explorer", appauthor=False))


def place_of(files: Mapping[str, Path], how: Sequence[object]) -> Place | None:
    """Return where the columns of files are kept; None where that cannot be told.

    Parameters
    ----------
    files
        By family the file that is read.
    how
        Whatever else decides what comes of them.
    """
    try:
        paths = tuple(Path(os.path.abspath(path)) for path in files.values())  # noqa: PTH100 - links stay
        told = json.dumps([[*files], [*map(str, paths)], [*map(repr, how)]])
        key = blake2b(told.encode(), digest_size=16).hexdigest()
        folder = cache_folder()
        return Place(folder / f"{key}{COLUMNS}", folder / f"{key}{SEAL}", paths, ())
    except WRONG:
        return None


def kept(place: Place) -> Read | None:
    """Return the columns and warnings that are kept, if nothing has changed since."""
    from graph.cache.cached_columns import unpacked

    try:
        seal = _read_seal(place.seal)
        known = [_was(each) for each in seal["prints"]]
        now = [
            fingerprints.unchanged(path, each)
            for path, each in zip(place.files, known, strict=True)
        ]
        if seal["files"] != [*map(str, place.files)] or None in now:
            return None
        sections, renewed = _sections(place, seal)
        read = unpacked(sections)
    except WRONG:
        return None
    _note_use(place, sections, now if renewed or now != known else None)
    return read


def looked_at(place: Place) -> Place | None:
    """Return the place with what its files are like, for before they are read."""
    try:
        before = tuple(_looked_at(path) for path in place.files)
    except OSError:
        return None
    return Place(place.columns, place.seal, place.files, before)


def keep(place: Place, columns: Columns, warnings: Sequence[Problem]) -> None:
    """Keep columns that were read since `looked_at`, where there is room."""
    from graph.cache.cached_columns import packed

    try:
        after = [fingerprints.taken(path) for path in place.files]
        if not all(map(_same, place.before, after)):
            return
        with collector_paused():
            key, parts = packed(columns, warnings).laid_out(_version())
        size = sum(map(len, parts))
        if size > MOST:
            return
        _make_folder(place.columns.parent)
        _make_room(MOST - size, place)
        write(place.columns, parts)
        time.sleep(0.02)  # whoever writes into it from now on, its times will tell
        _seal(place, key, after)
    except WRONG:
        return


def listed() -> list[Entry]:
    """Return all that is kept, what was used last first."""
    return sorted(_entries(cache_folder()), key=lambda entry: entry.used, reverse=True)


def clear() -> tuple[int, int]:
    """Remove all that is kept, and return how many sets of files it was of, and how many bytes.

    Raises
    ------
    OSError
        When the system refuses.
    """
    folder, entries, size = cache_folder(), listed(), 0
    for path in _own(folder):
        with suppress(FileNotFoundError):  # somebody else was faster
            size += path.stat().st_size
            path.unlink()
    return len(entries), size


def _version() -> str:
    from graph.version import __version__

    return __version__


def _looked_at(path: Path) -> Stamp | Print:
    known = fingerprints.stamp(path)
    return known if known.is_old(time.time_ns()) else fingerprints.taken(path)


def _same(before: Stamp | Print, after: Print) -> bool:
    if isinstance(before, Stamp):
        return before == after.stamp
    return (before.stamp, before.whole) == (after.stamp, after.whole)


def _sections(place: Place, seal: Mapping[str, Any]) -> tuple[Sections, bool]:
    """Map the columns into memory, and tell whether all of them had to be compared."""
    with place.columns.open("rb") as file:
        now = os.fstat(file.fileno())
        if hasattr(os, "getuid") and now.st_uid != os.getuid():
            raise ValueError("somebody else's")
        sections = opened(file, _version())
    if sections.key.hex() != seal["key"]:
        raise ValueError("sealed for other columns")
    found = Stamp(now.st_size, now.st_mtime_ns, now.st_ctime_ns, now.st_ino)
    if list(found) == seal["stamp"] and seal["fine"]:
        return sections, False
    sections.require_whole()
    return sections, True


def _seal(place: Place, key: bytes, known: Sequence[Print | None]) -> None:
    found = fingerprints.stamp(place.columns)
    told = {
        "key": key.hex(),
        "files": [*map(str, place.files)],
        "prints": known,
        "stamp": found,
        # Clocks of whole seconds, or a change just now: its times would not tell the next one.
        "fine": found.modified % 1_000_000_000 != 0
        and max(found.modified, found.changed) < time.time_ns() - 10_000_000,
    }
    text = json.dumps(told).encode()
    write(place.seal, [_checksum(text), text])


def _read_seal(path: Path) -> dict[str, Any]:
    raw = path.read_bytes()
    text = raw[32:]
    if raw[:32] != _checksum(text):
        raise ValueError("the seal is damaged")
    seal: dict[str, Any] = json.loads(text)
    return seal


def _checksum(text: bytes) -> bytes:
    return blake2b(text, digest_size=16).hexdigest().encode()


def _was(told: Sequence[Any]) -> Print:
    stamp, seen, sampled, whole = told
    return Print(Stamp(*stamp), seen, sampled, whole)


def _note_use(place: Place, sections: Sections, renewed: Sequence[Print | None] | None) -> None:
    """Let the seal tell that it was used, and what has been compared anew."""
    try:
        if renewed is not None:
            _seal(place, sections.key, renewed)
        else:
            os.utime(place.seal)
    except OSError:
        return


def _make_folder(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        raise PermissionError(f"{folder} is somebody else's")


def _own(folder: Path) -> list[Path]:
    """Return every file of ours in a folder."""
    found = folder.iterdir() if folder.is_dir() else ()
    return [path for path in found if path.suffix in (SEAL, COLUMNS, PART) and path.is_file()]


def _entries(folder: Path) -> Iterator[Entry]:
    for seal in _own(folder):
        if seal.suffix == SEAL:
            try:
                files = tuple(map(Path, _read_seal(seal)["files"]))
                used = seal.stat()
                size = used.st_size + seal.with_suffix(COLUMNS).stat().st_size
            except WRONG:
                continue
            yield Entry(files, size, used.st_mtime, seal)


def _make_room(room: int, place: Place) -> None:
    """Remove what has not been used for longest until the rest fits, and what nobody can use."""
    entries = sorted(_entries(place.columns.parent), key=lambda entry: entry.used)
    known = {path for entry in entries for path in _pair(entry.seal)}
    for path in _own(place.columns.parent):
        old = path.suffix == PART and path.stat().st_mtime < time.time() - ABANDONED
        if old or (path.suffix != PART and path not in known and path not in _pair(place.seal)):
            path.unlink(missing_ok=True)
    others = [entry for entry in entries if entry.seal != place.seal]
    total = sum(entry.size for entry in others)
    for entry in others:
        if total <= room:
            break
        for path in _pair(entry.seal):
            path.unlink(missing_ok=True)
        total -= entry.size


def _pair(seal: Path) -> tuple[Path, Path]:
    return seal, seal.with_suffix(COLUMNS)
