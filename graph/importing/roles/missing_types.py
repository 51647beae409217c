"""Tell which column could be the type of relations, where none is taken for it."""

from __future__ import annotations

from collections.abc import Mapping

from graph.importing.cells.dates import is_date
from graph.importing.cells.numbers import is_number
from graph.importing.draft import Note
from graph.importing.roles.allowed import HALF, LONGEST_TYPE, MOST_TYPES
from graph.importing.roles.assigned_roles import OWN, Roles
from graph.importing.roles.headers import find_roles
from graph.importing.roles.values import ADDRESS, ANSWERS, measure_share, sample_values
from graph.importing.tables.sheet import Sheet

MOST_SHOWN = 3
MOST_DIFFERENT = 0.7  # of the rows, above which words do not repeat


def note_missing_type(sheet: Sheet, roles: Roles, given: Mapping[str, str]) -> list[Note]:
    """Return a note on a column of few words that could be the type; none where one is.

    Examples
    --------
    >>> cells = {"A": ["x", "y"], "B": ["y", "z"], "Ground": ["hit", "hit"]}
    >>> note_missing_type(Sheet("a.csv", "", cells, [2, 3]), Roles("relations"), {})[0].text
    "a.csv: no column gives the type. If 'Ground' does ('hit'): --map 'Ground'=type."
    """
    ends = roles.ends
    if {"type", "sign"} & set(roles.by_role) or (ends and ends.type):
        return []
    own = [header for header in roles.list_own(sheet) if given.get(header) != OWN]
    own.sort(key=lambda header: not _is_named(header))
    header = next((each for each in own if _can_be_type(sheet, each)), "")
    if not header:
        return []
    values = list(sample_values(sheet.columns[header]))
    shown = ", ".join(map(repr, values[:MOST_SHOWN])) + (", ..." if values[MOST_SHOWN:] else "")
    what = f"{sheet.label}: no column gives the type. If {header!r} does ({shown}):"
    return [Note("columns", f"{what} --map {header!r}=type.", is_guess=True)]


def _is_named(header: str) -> bool:
    return any(role == "type" for role, _ in find_roles(header, "relations"))


def _can_be_type(sheet: Sheet, header: str) -> bool:
    values = sample_values(sheet.columns[header])
    count = sum(values.values())
    if not values or (_is_named(header) and len(values) <= MOST_TYPES):
        return bool(values)
    if all(value.casefold() in ANSWERS for value in values):
        return False
    other = measure_share(values, lambda v: is_number(v) or is_date(v) or ADDRESS.match(v))
    is_short = sum(map(len, values)) / len(values) < LONGEST_TYPE
    is_few = len(values) <= MOST_TYPES and len(values) <= MOST_DIFFERENT * count
    return other < HALF and is_short and is_few
