"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from graph.errors import OutputError

NO_FOLDER_FLUSH = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)


def write_text(path: Path, text: str, inputs: Iterable[Path] = ()) -> None:
    r"""Write a text as UTF-8, exactly as it is (``\n`` stays), in place of any older file.

    It is written beside its target, flushed to the disk, and then moved over it, with the
    permissions that the user's umask gives. A link is followed; what it leads to is replaced.

    Parameters
    ----------
    path
        The file to write.
    text
        What it will hold.
    inputs
        Files that were read, and must not be written over.

    Raises
    ------
    OutputError
        When the target is an input, a folder or a device, or the path cannot be one.
    OSError
        When it cannot be written; the older file is then left as it was.
    """
    write_bytes(path, text.encode(), inputs)


def write_bytes(path: Path, data: bytes, inputs: Iterable[Path] = ()) -> None:
    """Write bytes as `write_text` writes a text.

    Parameters
    ----------
    path, inputs
        As in `write_text`.
    data
        What the file will hold.

    Raises
    ------
    OutputError, OSError
        As in `write_text`.
    """
    target = resolve_path(path)
    _refuse_harm(path, target, inputs)
    beside = _make_temporary_path(target)
    try:
        _write_flushed(beside, data)
        beside.replace(target)
        _flush_folder(target.parent)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError):
            raise _name_path(error, path) from error
        raise


def write_new(folder: Path, texts: Mapping[str, str]) -> None:
    r"""Write several files that are not there yet into a folder: all of them, or none.

    The folder is made, with those above it, where there is none; then not even the end of the
    process leaves a part of the files. Nothing is ever written over.

    Parameters
    ----------
    folder
        Where to write.
    texts
        By name of the file what it will hold.

    Raises
    ------
    OutputError
        When a name is taken, if only by a link that leads nowhere, or the folder is none.
    OSError
        When they cannot be written; what was made is then removed again.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as place:
    ...     case = Path(place, "new", "case")
    ...     write_new(case, {"actors.csv": "id,name,kind\n", "relations.csv": "source\n"})
    ...     sorted(file.name for file in case.iterdir())
    ['actors.csv', 'relations.csv']
    """
    target = resolve_path(folder)
    is_there = _refuse_existing(folder, target, texts)
    data = {name: text.encode() for name, text in texts.items()}
    above = [parent for parent in target.parents if not parent.exists()]
    stage = _make_temporary_path(target / "new" if is_there else target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _fill_stage(stage, data)
        if is_there:
            _move_files(stage, target, list(data))
        else:
            stage.rename(target)
        _flush_folder(target if is_there else target.parent)
    except BaseException as error:
        _remove_stage(stage, data)
        for parent in above:
            with suppress(OSError):
                parent.rmdir()
        if isinstance(error, OSError):
            raise _name_path(error, folder) from error
        raise


def resolve_path(path: Path) -> Path:
    """Return where a path leads, through links, whether or not there is anything yet.

    Raises
    ------
    OutputError
        When the path can lead nowhere.
    """
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # NUL, or half of a letter
        raise OutputError(f"{str(path)!r}: can name no file. Give another name.") from None
    except FileNotFoundError:
        raise OutputError(f"{path}: the current folder is gone. Change to another.") from None


def _refuse_harm(path: Path, target: Path, inputs: Iterable[Path]) -> None:
    mode = _get_mode(path)
    if mode is None:
        return
    if not S_ISREG(mode):  # of a pipe the system alone knows where it leads
        what = "a folder" if S_ISDIR(mode) else "no regular file"
        raise OutputError(f"{path}: is {what}. Give the name of a file to write.")
    if any(target.samefile(file) for file in inputs if file.exists()):
        raise OutputError(f"{path}: was read for this. Give another file to write.")
    if not os.access(target, os.W_OK):  # moving over it would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _refuse_existing(folder: Path, target: Path, names: Iterable[str]) -> bool:
    """Refuse to write over anything; return whether the folder is there."""
    mode = _get_mode(folder)
    if mode is not None and not S_ISDIR(mode):
        raise OutputError(f"{folder}: is no folder. Give another one.")
    taken = [name for name in names if os.path.lexists(target / name)]
    if taken:
        raise OutputError(f"{folder}: has {', '.join(taken)} already. Give another folder.")
    return mode is not None


def _get_mode(path: Path) -> int | None:
    """Return what kind of file there is, and None where there is none."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _make_temporary_path(target: Path) -> Path:
    """Return a name next to a target that nobody else uses, and that is not too long."""
    return target.with_name(f".{target.name[:20]}.{os.urandom(4).hex()}.part")


def _write_flushed(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder, where the system can tell."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders; others may be written to but not read
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(descriptor)


def _fill_stage(stage: Path, data: Mapping[str, bytes]) -> None:
    """Write the files into a folder of their own."""
    stage.mkdir()
    for name, content in data.items():
        _write_flushed(stage / name, content)
    _flush_folder(stage)


def _move_files(stage: Path, target: Path, names: Sequence[str]) -> None:
    """Move files into a folder that is there; when one cannot be, take the others out again."""
    ours = {name: (stage / name).stat() for name in names}
    try:
        for name in names:
            _move_file(stage / name, target / name)
        stage.rmdir()
    except BaseException:
        for name, known in ours.items():
            with suppress(OSError):
                if os.path.samestat((target / name).lstat(), known):
                    (target / name).unlink()
        raise


def _move_file(file: Path, target: Path) -> None:
    """Move a file to a name, which somebody may have taken meanwhile."""
    try:
        os.link(file, target)  # moving would write over it
    except FileExistsError:
        raise
    except OSError:  # not every file system has hard links
        if os.path.lexists(target):
            raise
        file.rename(target)
    else:
        file.unlink()


def _remove_stage(stage: Path, names: Iterable[str]) -> None:
    for name in names:
        with suppress(OSError):
            (stage / name).unlink()
    with suppress(OSError):
        stage.rmdir()


def _name_path(error: OSError, path: Path) -> OSError:
    """Return an error of the system as one about the path that was asked for."""
    return OSError(error.errno, error.strerror or str(error), str(path))
