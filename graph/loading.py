"""From a folder of CSV files to checked columns; and the story beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.cache import is_worthwhile
from graph.data.columns import Columns
from graph.data.garbage_collector import collector_paused
from graph.data.limits import Limits
from graph.data.table import Table
from graph.errors import DataError, Problem
from graph.formats.csv_file import read_csv
from graph.formats.encoding import resolve_encoding
from graph.rules.checked_columns import build_checked_columns
from graph.saved.story_file import StoryFile

StrPath = str | Path
STORY_FILE = "story.md"


def example_folder() -> Path:
    """Return the folder of the example: in an installed wheel its own, else the repository's."""
    installed = Path(__file__).parent / "example"
    return installed if installed.is_dir() else Path(__file__).parent.parent


@dataclass(frozen=True)
class ReadOptions:
    """How files are read.

    Parameters
    ----------
    encoding
        Of files without a byte order mark; None for UTF-8.
    strict
        Whether a warning, too, is an error.
    limits
        How much is read at the most.
    """

    encoding: str | None = None
    strict: bool = False
    limits: Limits = field(default_factory=Limits)


def read_folder(
    folder: Path, given: Mapping[str, StrPath | None], how: ReadOptions, *, cache: bool = True
) -> tuple[Columns, list[Problem], list[Path], StoryFile | None]:
    """Return the checked columns of a folder's files, the warnings, the files, and its story.

    The story is one of the files, but it is read only when it is asked for.

    Parameters
    ----------
    folder
        Where the files are.
    given
        By family (``actors``, ``relations``, ``sources``, ``types``) the file to read instead.
    how
        How they are read.
    cache
        Whether what large files hold is kept for the next time, and taken from there.

    Raises
    ------
    DataError
        With every problem of all files, when there is an error among them.
    QuestionError
        When there is no such encoding.
    """
    if how.encoding is not None:
        resolve_encoding(how.encoding)
    found = _find_files(folder, given)
    read = _read_cached if cache and is_worthwhile(found.values()) else _read_files
    files, story = list(found.values()), _find_story(folder, how)
    return *read(found, given, how), [*files, *([story.path] if story else [])], story


def _find_story(folder: Path, how: ReadOptions) -> StoryFile | None:
    path = folder / STORY_FILE
    return StoryFile(path, how.encoding, how.strict, how.limits) if _exists(path) else None


def _read_cached(
    found: Mapping[str, Path], given: Mapping[str, StrPath | None], how: ReadOptions
) -> tuple[Columns, list[Problem]]:
    """Return what is kept of files that have not changed, else read and keep it."""
    from graph.cache.store import keep, kept, looked_at, place_of

    twins = [
        family for family, path in found.items() if given[family] is None and _has_gzip_twin(path)
    ]
    place = place_of(found, (how, twins))
    known = kept(place) if place else None
    if known is not None:
        return known
    place = looked_at(place) if place else None
    read = _read_files(found, given, how)
    if place:
        keep(place, *read)
    return read


def _read_files(
    found: Mapping[str, Path], given: Mapping[str, StrPath | None], how: ReadOptions
) -> tuple[Columns, list[Problem]]:
    with collector_paused():
        tables = {
            family: _read_table(path, how, told=given[family] is None)
            for family, path in found.items()
        }
        return build_checked_columns(tables, strict=how.strict, most=how.limits.most_problems)


def _read_table(path: Path, how: ReadOptions, *, told: bool) -> Table:
    """Read one file; one that can't be read is a table of nothing but problems.

    Where `told`, a packed twin that is not read is told.
    """
    try:
        table = read_csv(path, encoding=how.encoding, limits=how.limits)
    except DataError as error:
        table = Table(path.name, {}, (), error.problems)
    if not told or not _has_gzip_twin(path):
        return table
    what = f"is read, and {path.name}.gz beside it is not."
    remedy = "Remove one of the two."
    warning = Problem(path.name, None, "", what, remedy, "warning", rule="packed-twin")
    return replace(table, problems=(warning, *table.problems))


def _has_gzip_twin(path: Path) -> bool:
    return _exists(path.with_name(f"{path.name}.gz"))


def _exists(path: Path) -> bool:
    """Tell whether there is such a file, if only as a link that leads nowhere."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:  # reading will tell what is wrong
        return True
    return True


def _find_files(folder: Path, given: Mapping[str, StrPath | None]) -> dict[str, Path]:
    """Return the file of each family, or raise what is missing."""
    needed = [family for family in ("actors", "relations") if given[family] is None]
    if needed and not folder.is_dir():
        what = "is no folder."
        remedy = "Give the one with actors.csv."
        raise DataError([Problem(str(folder), None, "", what, remedy, rule="no-file")])
    found, missing = {}, []
    for family, path in given.items():
        candidates = (
            [Path(path)] if path else [folder / f"{family}{end}" for end in (".csv", ".csv.gz")]
        )
        existing = [candidate for candidate in candidates if _exists(candidate)]
        if existing:
            found[family] = existing[0]
        elif path or family in needed:
            what = "there is no such file."
            remedy = "Check the file's name." if path else "Give the folder that holds it."
            name = str(candidates[0])
            missing.append(Problem(name, None, "", what, remedy, rule="no-file"))
    if missing:
        raise DataError(missing)
    return found
