"""Write files completely or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from graph.errors import OutputError

READ = (
    *(f"{family}.csv{packed}" for family in ("actors", "relations", "sources", "types")
      for packed in ("", ".gz")),
    "story.md", "layout.json", "accepted.csv",
)  # fmt: skip
"""The files of a folder that are read with its data."""

NO_FOLDER_FLUSH = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)


def write_text(path: Path, text: str, inputs: Iterable[Path] = ()) -> None:
    r"""Write a text as UTF-8, exactly as it is (``\n`` stays), and replace any older file.

    It is written to a temporary file beside the target, flushed to the disk, and then moved over
    the target, with the permissions that the user's umask gives. Links are followed.

    Parameters
    ----------
    path
        The file to write.
    text
        The content of the file.
    inputs
        Files that were read and must not be overwritten.

    Raises
    ------
    OutputError
        When the target is an input, a folder or a device, or is not a possible path.
    OSError
        When it cannot be written; the older file then stays as it was.
    """
    write_bytes(path, text.encode(), inputs)


def write_bytes(path: Path, data: bytes, inputs: Iterable[Path] = ()) -> None:
    """Write bytes as `write_text` writes a text.

    Parameters
    ----------
    path, inputs
        As in `write_text`.
    data
        The content of the file.

    Raises
    ------
    OutputError, OSError
        As in `write_text`.
    """
    target = resolve_path(path)
    _refuse_harm(path, target, inputs)
    temporary = _make_temporary_path(target)
    try:
        _write_flushed(temporary, data)
        temporary.replace(target)
        _flush_folder(target.parent)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            raise _name_path(error, path) from error
        raise


def write_together(files: Mapping[Path, bytes], inputs: Iterable[Path] = ()) -> None:
    """Write several files as `write_bytes` writes one, and replace any older ones.

    All are on the disk before the first is moved over its target.

    Parameters
    ----------
    files
        The content of each file.
    inputs
        Files that were read and must not be overwritten.

    Raises
    ------
    OutputError, OSError
        As in `write_text`.
    """
    read = list(inputs)
    targets = {path: resolve_path(path) for path in files}
    for path, target in targets.items():
        _refuse_harm(path, target, read)
    stages = {path: _make_temporary_path(target) for path, target in targets.items()}
    path = next(iter(files))
    try:
        for path, data in files.items():
            _write_flushed(stages[path], data)
        for path, stage in stages.items():
            stage.replace(targets[path])
        for folder in {target.parent for target in targets.values()}:
            _flush_folder(folder)
    except BaseException as error:
        for stage in stages.values():
            with suppress(OSError):
                stage.unlink()
        if isinstance(error, OSError):
            raise _name_path(error, path) from error
        raise


def write_new(folder: Path, texts: Mapping[str, str]) -> None:
    r"""Write several new files into a folder: all of them, or none.

    A missing folder is created, with its parents; in that case the files are complete even if the
    process is killed. Nothing is ever overwritten.

    Parameters
    ----------
    folder
        Where to write.
    texts
        By name of the file its content.

    Raises
    ------
    OutputError
        When a name exists already, even as a broken link, or another file that would be read with
        the new ones, or the folder is not a folder.
    OSError
        When they cannot be written; whatever was created is then removed.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     case = Path(folder, "new", "case")
    ...     write_new(case, {"actors.csv": "id,name,kind\n", "relations.csv": "source\n"})
    ...     sorted(file.name for file in case.iterdir())
    ['actors.csv', 'relations.csv']
    """
    target = resolve_path(folder)
    exists = _refuse_existing(folder, target, texts)
    data = {name: text.encode() for name, text in texts.items()}
    new_parents = [parent for parent in target.parents if not parent.exists()]
    stage = _make_temporary_path(target / "new" if exists else target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _fill_stage(stage, data)
        if exists:
            _move_files(stage, target, list(data))
        else:
            stage.rename(target)
        _flush_folder(target if exists else target.parent)
    except BaseException as error:
        _remove_stage(stage, data)
        for parent in new_parents:
            with suppress(OSError):
                parent.rmdir()
        if isinstance(error, OSError):
            raise _name_path(error, folder) from error
        raise


def resolve_path(path: Path) -> Path:
    """Return the path behind all links, whether or not it exists yet.

    Raises
    ------
    OutputError
        When it is not a possible path.
    """
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # NUL, or a lone surrogate
        raise OutputError(
            f"{str(path)!r}: this is not a possible file name. Give another name."
        ) from None
    except FileNotFoundError:
        raise OutputError(f"{path}: the current folder is gone. Change to another.") from None


def _refuse_harm(path: Path, target: Path, inputs: Iterable[Path]) -> None:
    mode = _get_mode(path)
    if mode is None:
        return
    if not S_ISREG(mode):  # the target of a pipe is known only to the system
        what = "a folder" if S_ISDIR(mode) else "not a regular file"
        raise OutputError(f"{path}: this is {what}. Give the name of a file to write.")
    if any(target.samefile(file) for file in inputs if file.exists()):
        raise OutputError(f"{path}: this file is an input. Give another file to write.")
    if not os.access(target, os.W_OK):  # replacing it would not check this
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _refuse_existing(folder: Path, target: Path, names: Iterable[str]) -> bool:
    """Refuse to overwrite anything; return whether the folder exists."""
    mode = _get_mode(folder)
    if mode is not None and not S_ISDIR(mode):
        raise OutputError(f"{folder}: this is not a folder. Give another one.")
    read = dict.fromkeys((*names, *READ))
    existing = [name for name in read if os.path.lexists(target / name)]
    if existing:
        names_text = ", ".join(existing)
        raise OutputError(f"{folder}: this folder already has {names_text}. Give another folder.")
    return mode is not None


def _get_mode(path: Path) -> int | None:
    """Return the mode of a file, None if there is none."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _make_temporary_path(target: Path) -> Path:
    """Return an unused path beside a target, with a name that is not too long."""
    return target.with_name(f".{target.name[:20]}.{os.urandom(4).hex()}.part")


def _write_flushed(path: Path, data: bytes) -> None:
    """Write a new file, and wait until it is on the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system supports that."""
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
    """Write the files into a new folder of their own."""
    stage.mkdir()
    for name, content in data.items():
        _write_flushed(stage / name, content)
    _flush_folder(stage)


def _move_files(stage: Path, target: Path, names: Sequence[str]) -> None:
    """Move files into an existing folder; if one cannot be moved, remove the others again."""
    written = {name: (stage / name).stat() for name in names}
    try:
        for name in names:
            _move_file(stage / name, target / name)
        stage.rmdir()
    except BaseException:
        for name, status in written.items():
            with suppress(OSError):
                if os.path.samestat((target / name).lstat(), status):
                    (target / name).unlink()
        raise


def _move_file(file: Path, target: Path) -> None:
    """Move a file to a name that another process may have created in the meantime."""
    try:
        os.link(file, target)  # renaming would overwrite the target
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
    """Return an error of the system as one about the path that the caller gave."""
    return OSError(error.errno, error.strerror or str(error), str(path))
