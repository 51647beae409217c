"""Find the column of a list of actors by which another table names them, such as user names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from graph.importing.options import ImportOptions
from graph.importing.roles.allowed import HALF
from graph.importing.roles.assigned_roles import Roles
from graph.importing.roles.columns import choose_actor_roles
from graph.importing.roles.values import measure_share, sample_values
from graph.importing.tables.sheet import Sheet

Chosen = Sequence[tuple[Sheet, Roles]]


def take_naming_columns(chosen: Chosen) -> None:
    """Take a column as the id of a list of actors where other tables name actors by it.

    Examples
    --------
    >>> people = Sheet("a.csv", "", {"user": ["ann", "bo"], "title": ["Ann Ek", "Bo"]}, [2, 3])
    >>> posts = Sheet("b.csv", "", {"by": ["ann", "bo"], "to": ["bo", "ann"]}, [2, 3])
    >>> roles = Roles("actors", {"name": "title"})
    >>> take_naming_columns([(people, roles), (posts, Roles(""))])
    >>> roles.by_role["key"]
    'user'
    """
    for sheet, roles in chosen:
        if roles.family != "actors" or "key" in roles.by_role or "name" not in roles.by_role:
            continue
        named = set(sheet.columns[roles.by_role["name"]])
        columns = list(_iter_columns(chosen, sheet))
        for header in roles.list_own(sheet):
            cells = sheet.columns[header]
            values = set(cells)
            if header in roles.why or "" in values or len(values) < len(cells):
                continue
            if any(_names(each, values) and not _names(each, named) for each in columns):
                roles.by_role["key"] = header
                roles.why[header] = "another table names actors by it"
                roles.guesses.add(header)
                break


def prefer_lists(chosen: Chosen, options: ImportOptions) -> list[tuple[Sheet, Roles]]:
    """Read a table with ids as a list of actors where another table's relations name those ids.

    Without them, a table of names and parties would be one of relations.
    """
    sure = [
        set(sample_values(sheet.columns[header]))
        for sheet, roles in chosen
        if roles.ends is not None and not roles.ends.is_guess
        for header in roles.ends.headers
    ]
    again = []
    for sheet, roles in chosen:
        found = roles
        if sure and roles.ends is not None and roles.ends.is_guess:
            listed = choose_actor_roles(sheet, options)
            ids = set(sheet.columns[listed.by_role["key"]]) if _has_key(listed) else set()
            if listed is not None and any(len(each & ids) > HALF * len(each) for each in sure):
                found = listed
        again.append((sheet, found))
    return again


def _has_key(roles: Roles | None) -> TypeGuard[Roles]:
    return roles is not None and "key" in roles.by_role


def _iter_columns(chosen: Chosen, own: Sheet) -> Iterator[Mapping[str, int]]:
    """Yield the values of columns of other tables that may name actors."""
    for sheet, roles in chosen:
        if sheet is own or roles.family == "actors":
            continue
        headers = roles.ends.headers if roles.ends else list(sheet.columns)
        yield from (sample_values(sheet.columns[header]) for header in headers)


def _names(values: Mapping[str, int], names: set[str]) -> bool:
    return bool(values) and measure_share(values, names.__contains__) > HALF
