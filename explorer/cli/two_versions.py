"""Two versions of one network: two folders, or two dates or revisions of the same data."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import click

from explorer.cli.error_lines import FilesError
from explorer.cli.filter_options import Filters
from explorer.cli.filters_of_two import filter_version
from explorer.cli.revisions import is_revision, write_revision
from explorer.cli.session import Session
from graph import Comparison, Network, Problem, QuestionError, compare
from graph.comparison.private_in_both import mark_in_both
from graph.data.dates import parse_date

VERSIONS = (
    "Give a folder, a date such as 2014, or a revision of git such as HEAD~1 of the current folder "
    "or of --data."
)


def compare_versions(
    session: Session,
    before: str,
    after: str,
    *,
    filters: Filters,
    withhold: Callable[[Network, Network], Network] | None = None,
) -> Comparison:
    """Read two versions, filter both, and return what differs.

    Each problem is printed with the name of its version.

    Parameters
    ----------
    withhold
        Takes the withheld rows out of one version, given the other, too, after rows that are
        private in one version are marked as private in both. None where nothing is passed on.

    Raises
    ------
    FilesError
        With every problem of one of the versions, when there is an error among them.
    """
    is_written = withhold is not None
    versions = read_versions(session, before, after, notes=is_written)
    selected = filter_version(filters, *versions), filter_version(filters, *reversed(versions))
    if withhold is None:
        return compare(*selected)
    first, second = mark_in_both(*selected)
    return compare(withhold(first, second), withhold(second, first))


def read_folders(
    session: Session, first: str, second: str, *, notes: bool = False
) -> tuple[Network, Network]:
    """Read two folders; each problem is printed with the name of its folder.

    Raises
    ------
    FilesError
        With every problem of one of the folders, when there is an error among them.
    """
    _refuse_options(session)
    one, two = (_read_folder(session, folder, folder, notes=notes) for folder in (first, second))
    return one, two


def read_versions(
    session: Session, first: str, second: str, *, notes: bool = False
) -> tuple[Network, Network]:
    """Read two versions: folders, or dates or revisions of git of the data of the session.

    Raises
    ------
    FilesError
        With every problem of one of the versions, when there is an error among them.
    QuestionError
        When one of them is neither.
    """
    if all(map(_is_folder, (first, second))):
        return read_folders(session, first, second, notes=notes)
    one, two = (_read_version(session, name, notes=notes) for name in (first, second))
    return one, two


def _is_folder(name: str) -> bool:
    return Path(name).is_dir()


def _read_version(session: Session, name: str, *, notes: bool) -> Network:
    if not _is_folder(name) and parse_date(name):
        network = session.read()
        session.print_warnings(network.warnings, notes=notes)
        return network.at(name)
    base = Path(session.folder or ".")
    if _is_folder(name):
        return _read_folder(session._replace(example=False, files={}), name, name, notes=notes)
    if session.example or session.files or not is_revision(base, name):
        raise QuestionError("version", f"{name!r} is no version of the data. {VERSIONS}")
    unpacked = click.get_current_context().with_resource(tempfile.TemporaryDirectory())
    write_revision(base, name, Path(unpacked))
    return _read_folder(session, unpacked, f"{name}:", notes=notes)


def _refuse_options(session: Session) -> None:
    """Refuse the options that name one version of the data, since two folders are given."""
    option = "--example" if session.example else "--data" if session.folder else ""
    option = option or next((f"--{family}" for family in session.files), "")
    if option:
        message = f"{option} names one version, but the two folders are both versions. Remove it."
        raise click.UsageError(message, click.get_current_context())


def _read_folder(session: Session, folder: str, name: str, *, notes: bool) -> Network:
    """Read a folder; problems are printed with a name for it."""
    session = session._replace(folder=folder)
    command = session.format_command("check")
    try:
        network = session.read()
    except FilesError as error:
        problems = _prefix_folder(folder, name, error.problems)
        raise FilesError(problems, command, error.hint) from None
    session.print_warnings(_prefix_folder(folder, name, network.warnings), notes=notes)
    return network


def _prefix_folder(folder: str, name: str, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with the name of the folder before that of the file, if it is not there."""
    return [replace(problem, file=_name_file(folder, name, problem.file)) for problem in problems]


def _name_file(folder: str, name: str, file: str) -> str:
    if name.endswith(":"):
        return f"{name}{Path(file).name}"
    if Path(file).is_relative_to(folder):
        return file
    return os.path.join(folder, file)  # noqa: PTH118 - as typed
