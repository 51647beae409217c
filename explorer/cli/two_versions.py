"""Two folders with data, read as two versions of one network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace

import click

from explorer.cli.exit_codes import FilesError
from explorer.cli.filters_of_two import filtered
from explorer.cli.options import Filters
from explorer.cli.session import Session
from graph import Comparison, Network, Problem, compare
from graph.comparison.private_in_both import alike


def compared(
    session: Session,
    before: str,
    after: str,
    *,
    filters: Filters,
    left: Callable[[Network], Network] | None = None,
) -> Comparison:
    """Return what differs between the data of two folders, of which filters keep a part.

    Problems are told with the folder that has them.

    Parameters
    ----------
    left
        What may be passed on of a version, once what either marks as private is so in both; None
        where nothing is passed on.

    Raises
    ------
    FilesError
        With every problem of one of the folders, when there is an error among them.
    """
    given = "--example" if session.example else "--data" if session.folder else ""
    given = given or next((f"--{family}" for family in session.files), "")
    if given:
        told = f"{given} says where one version is; two folders say where both are. Leave it out."
        raise click.UsageError(told, click.get_current_context())
    one, other = (_read(session._replace(folder=folder)) for folder in (before, after))
    kept = filtered(filters, one, other), filtered(filters, other, one)
    if left is None:
        return compare(*kept)
    return compare(*map(left, alike(*kept)))


def _read(session: Session) -> Network:
    folder, command = session.folder or ".", session.command("check")
    try:
        network = session.read()
    except FilesError as error:
        raise FilesError(_placed(folder, error.problems), command, error.hint) from None
    session.warn(_placed(folder, network.warnings))
    return network


def _placed(folder: str, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with the folder before the file's name, where it is not there already."""
    return [
        problem
        if problem.file.startswith(folder)
        else replace(problem, file=os.path.join(folder, problem.file))  # noqa: PTH118 - as typed
        for problem in problems
    ]
