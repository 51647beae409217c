"""Load a folder of CSV files into checked columns, and find the story beside them."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cache import is_worthwhile
from graph.data.columns import Columns
from graph.data.file_names import ACCEPTED_FILE, STORY_FILE
from graph.data.garbage_collector import collector_paused
from graph.data.limits import Limits
from graph.data.table import Table
from graph.errors import DataError, Problem, quote_value, shorten
from graph.formats.plain_file import require_sizes
from graph.saved.story_file import StoryFile

if TYPE_CHECKING:  # the rules are imported where something is read: what is cached needs none
    from graph.rules.accepted import AcceptedWarning

StrPath = str | Path
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
IMPORTED = (*WORKBOOKS, ".gexf", ".graphml", ".json", ".net", ".dl", ".csv", ".tsv")
TABLES = (*WORKBOOKS, ".csv", ".tsv", ".txt")


def example_folder() -> Path:
    """Return the folder of the example: in an installed wheel, else in the repository."""
    installed = Path(__file__).parent / "example"
    return installed if installed.is_dir() else Path(__file__).parent.parent


@dataclass(frozen=True)
class ReadOptions:
    """How files are read.

    Parameters
    ----------
    encoding
        The encoding of files without a byte order mark; None for UTF-8.
    strict
        Whether warnings are errors.
    limits
        The most that is read.
    set_aside
        Whether rows in error are set aside.
    accepted
        The file with the warnings that are left out, if there is one.
    """

    encoding: str | None = None
    strict: bool = False
    limits: Limits = field(default_factory=Limits)
    set_aside: bool = False
    accepted: Path | None = None


def read_folder(
    folder: Path,
    given: Mapping[str, StrPath | None],
    options: ReadOptions,
    *,
    cache: bool = True,
    show_accepted: bool = False,
) -> tuple[Columns, list[Problem], list[Path], StoryFile | None]:
    """Read the files of a folder; return the checked columns, the warnings, the files, the story.

    The story is read later, when it is first asked for.

    Parameters
    ----------
    folder
        The folder of the files.
    given
        By family (``actors``, ``relations``, ``sources``, ``types``) a file to read instead.
    options
        How they are read.
    cache
        Whether the columns of large files are read from the cache, and written to it.
    show_accepted
        Whether warnings that accepted.csv lists are returned, too.

    Raises
    ------
    DataError
        With every problem of all files, when there is an error among them.
    QuestionError
        When there is no such encoding.
    """
    if options.encoding is not None:
        from graph.formats.encoding import resolve_encoding

        resolve_encoding(options.encoding)
    files = _find_files(folder, given)
    require_sizes(files.values(), options.limits)
    accepted = folder / ACCEPTED_FILE
    if options.accepted is None and show_accepted is False and _exists(accepted):
        options = replace(options, accepted=accepted)
    read = _read_cached if cache and is_worthwhile(files.values()) else _read_files
    story = _find_story(folder, options)
    paths = [*files.values(), *([story.path] if story else [])]
    return *read(files, given, options), paths, story


def list_warnings(
    folder: Path, given: Mapping[str, StrPath | None], options: ReadOptions
) -> list[tuple[str, ...]]:
    """Return the rows of accepted.csv for all warnings about the files of a folder.

    Raises
    ------
    DataError
        With every error, when there is one.
    """
    from graph.rules.accepted import list_acceptable
    from graph.rules.check import MOST_COUNTED, check_tables
    from graph.rules.checked_columns import prepare_columns

    files = _find_files(folder, given)
    require_sizes(files.values(), options.limits)
    tables = {
        family: _read_table(path, options, warn_of_twin=given[family] is None)
        for family, path in files.items()
    }
    prepared = prepare_columns(tables)
    problems = [*prepared.notes, *check_tables(prepared, MOST_COUNTED)]
    if any(each.severity == "error" for each in problems):
        raise DataError(problems)
    return list_acceptable(prepared, problems)


def _find_story(folder: Path, options: ReadOptions) -> StoryFile | None:
    path = folder / STORY_FILE
    return (
        StoryFile(path, options.encoding, options.strict, options.limits) if _exists(path) else None
    )


def _read_cached(
    files: Mapping[str, Path], given: Mapping[str, StrPath | None], options: ReadOptions
) -> tuple[Columns, list[Problem]]:
    """Return the cached columns of files that have not changed, else read and cache them."""
    from graph.cache.store import add_fingerprints, find_entry, read_cached, write_cached

    twins = [
        family for family, path in files.items() if given[family] is None and _has_gzip_twin(path)
    ]
    watched = {**files, "accepted": options.accepted} if options.accepted else files
    entry = find_entry(watched, (options, twins))
    cached = read_cached(entry) if entry else None
    if cached is not None:
        return cached
    entry = add_fingerprints(entry) if entry else None
    columns, warnings = _read_files(files, given, options)
    if entry:
        write_cached(entry, columns, warnings)
    return columns, warnings


def _read_files(
    files: Mapping[str, Path], given: Mapping[str, StrPath | None], options: ReadOptions
) -> tuple[Columns, list[Problem]]:
    from graph.rules.checked_columns import build_checked_columns

    with collector_paused():
        tables = {
            family: _read_table(path, options, warn_of_twin=given[family] is None)
            for family, path in files.items()
        }
        return build_checked_columns(
            tables,
            accepted=_read_accepted(options),
            strict=options.strict,
            most=options.limits.most_problems,
            set_aside=options.set_aside,
        )


def _read_accepted(options: ReadOptions) -> Collection[AcceptedWarning]:
    if options.accepted is None:
        return ()
    from graph.formats.accepted_file import read_accepted

    return read_accepted(options.accepted, options.limits)


def _read_table(path: Path, options: ReadOptions, *, warn_of_twin: bool) -> Table:
    """Read one file; a file that cannot be read becomes an empty table with its problems."""
    from graph.formats.csv_file import read_csv

    try:
        table = read_csv(path, encoding=options.encoding, limits=options.limits)
    except DataError as error:
        table = Table(path.name, {}, (), error.problems)
    if not warn_of_twin or not _has_gzip_twin(path):
        return table
    what = f"is read, but {path.name}.gz beside it is not."
    remedy = "Remove one of the two."
    warning = Problem(path.name, None, "", what, remedy, "warning", rule="packed-twin")
    return replace(table, problems=(warning, *table.problems))


def _has_gzip_twin(path: Path) -> bool:
    return _exists(path.with_name(f"{path.name}.gz"))


def _exists(path: Path) -> bool:
    """Return whether a file exists, even if only as a broken link."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:  # reading reports what is wrong
        return True
    return True


def _require_folder(folder: Path) -> None:
    what = ""
    try:
        if not folder.is_dir():
            what = "this is not a folder." if _exists(folder) else "this folder does not exist."
    except OSError as error:
        what = f"this folder cannot be read: {error.strerror or error}."
    if what:
        name, remedy = shorten(str(folder)), _suggest_folder(folder)
        if folder.name.casefold().endswith(IMPORTED):
            remedy = f"Make a folder of it: explore import {shlex.quote(str(folder))} -o DIR"
        raise DataError([Problem(name, None, "", what, remedy, rule="no-file")])


def _suggest_folder(folder: Path) -> str:
    """Return what to do where there is no such folder, with the nearest one beside it."""
    from graph.names.suggest import suggest_word

    try:
        names = sorted(each.name for each in folder.parent.iterdir() if each.is_dir())
    except OSError:
        names = []
    return suggest_word(folder.name, names) or "Give the folder with actors.csv."


def _suggest_file(folder: Path, family: str) -> str:
    """Return what to do where a folder lacks a file, with the name of one that may be meant."""
    name = _find_near_file(folder, family)
    if not name:
        return "Give the folder that has it."
    if name.casefold().endswith(WORKBOOKS):
        return f"Make CSV files of {quote_value(name)}: explore import {shlex.quote(name)} -o DIR"
    return f"If {quote_value(name)} is meant, save it as a CSV file named {family}.csv."


def _find_near_file(folder: Path, family: str) -> str:
    """Return the name of a file that may be meant to have the rows of a family; empty for none."""
    beginning = family.removesuffix("s")
    try:
        names = sorted(each.name for each in folder.iterdir())
    except OSError:
        return ""
    likely = [name for name in names if name.casefold().startswith(beginning)]
    return next((name for name in likely if name.casefold().endswith(TABLES)), "")


def _is_named_otherwise(folder: Path, family: str, given: Mapping[str, StrPath | None]) -> bool:
    """Return whether a folder has its actors in a file that is not read."""
    is_read_here = family == "actors" and given["relations"] is None
    return is_read_here and bool(_find_near_file(folder, family))


def _find_files(folder: Path, given: Mapping[str, StrPath | None]) -> dict[str, Path]:
    """Return the path of each family's file, or raise an error with all that are missing."""
    needed = [family for family in ("actors", "relations") if given[family] is None]
    if needed:
        _require_folder(folder)
    files, missing = {}, []
    for family, path in given.items():
        candidates = (
            [Path(path)] if path else [folder / f"{family}{end}" for end in (".csv", ".csv.gz")]
        )
        existing = [candidate for candidate in candidates if _exists(candidate)]
        if existing:
            files[family] = existing[0]
        elif path or family == "relations" or _is_named_otherwise(folder, family, given):
            what = "this file does not exist."
            remedy = "Check the file's name." if path else _suggest_file(folder, family)
            name = str(candidates[0])
            missing.append(Problem(name, None, "", what, remedy, rule="no-file"))
    if missing:
        raise DataError(missing)
    return files
