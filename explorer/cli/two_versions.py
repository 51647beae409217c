"""Two folders with data, read as two versions of one network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import click

from explorer.cli.exit_codes import FilesError
from explorer.cli.filter_options import Filters
from explorer.cli.filters_of_two import filter_version
from explorer.cli.session import Session
from graph import Comparison, Network, Problem, compare
from graph.comparison.private_in_both import mark_in_both


def compare_folders(
    session: Session,
    before: str,
    after: str,
    *,
    filters: Filters,
    withhold: Callable[[Network, Network], Network] | None = None,
) -> Comparison:
    """Read two folders, filter both, and return what differs.

    Each problem is printed with the name of its folder.

    Parameters
    ----------
    withhold
        Takes the withheld rows out of one version, given the other, too, after rows that are
        private in one version are marked as private in both. None where nothing is passed on.

    Raises
    ------
    FilesError
        With every problem of one of the folders, when there is an error among them.
    """
    is_written = withhold is not None
    versions = read_folders(session, before, after, notes=is_written)
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
    one, two = (
        _read_version(session._replace(folder=folder), notes=notes) for folder in (first, second)
    )
    return one, two


def _refuse_options(session: Session) -> None:
    """Refuse the options that name one version of the data, since two folders are given."""
    option = "--example" if session.example else "--data" if session.folder else ""
    option = option or next((f"--{family}" for family in session.files), "")
    if option:
        message = f"{option} names one version, but the two folders are both versions. Remove it."
        raise click.UsageError(message, click.get_current_context())


def _read_version(session: Session, *, notes: bool) -> Network:
    folder, command = session.folder or ".", session.format_command("check")
    try:
        network = session.read()
    except FilesError as error:
        problems = _prefix_folder(folder, error.problems)
        raise FilesError(problems, command, error.hint) from None
    session.print_warnings(_prefix_folder(folder, network.warnings), notes=notes)
    return network


def _prefix_folder(folder: str, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with the folder before the name of the file, unless it is there already."""
    return [
        problem
        if Path(problem.file).is_relative_to(folder)
        else replace(problem, file=os.path.join(folder, problem.file))  # noqa: PTH118 - as typed
        for problem in problems
    ]
