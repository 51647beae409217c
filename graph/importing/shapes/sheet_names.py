"""Keep what the names of sheets or files say where a table is cut into several: a sheet a year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from graph.data.dictionary_column import repeat_value
from graph.importing.draft import Note, SetAside, free_name
from graph.importing.roles.assigned_roles import Roles
from graph.importing.roles.ends import find_ends
from graph.importing.roles.headers import find_roles
from graph.importing.tables.sheet import Sheet

YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
DATES = {"start", "end", "date"}
REMARKS = "The sheet holds remarks: one column, and none of its texts is at an end of a relation."


def add_sheet_names(sheets: Sequence[Sheet]) -> None:
    """Add a column of what tells lists of relations with the same columns apart.

    It is called ``year`` where each sheet or file has one year in its name and no column of dates,
    and ``sheet`` for other sheets of a workbook.

    Examples
    --------
    >>> cells = {"Donor": ["Mill"], "Party": ["Blue"]}
    >>> sheets = [Sheet("gifts.xlsx", name, dict(cells), [2]) for name in ("2019", "2020")]
    >>> add_sheet_names(sheets)
    >>> [list(sheet.columns["year"]) for sheet in sheets]
    [['2019'], ['2020']]
    """
    alike = defaultdict[tuple[str, ...], list[Sheet]](list)
    for sheet in sheets:
        if sheet.has_header:
            alike[tuple(sheet.columns)].append(sheet)
    for headers, group in alike.items():
        if len(group) > 1 and all(find_ends(sheet, {}) for sheet in group):
            _add_names(headers, group)


def _add_names(headers: Sequence[str], group: Sequence[Sheet]) -> None:
    roles = {role for header in headers for role, _ in find_roles(header, "relations")}
    years = [YEAR.findall(sheet.stem) for sheet in group]
    is_dated = not DATES.isdisjoint(roles)
    if not is_dated and all(len(found) == 1 for found in years):
        name, cells = "year", [found[0] for found in years]
    elif all(sheet.sheet for sheet in group):
        name, cells = "sheet", [sheet.sheet for sheet in group]
    else:
        return
    header = free_name(name, headers)
    for sheet, cell in zip(group, cells, strict=True):
        sheet.columns[header] = repeat_value(cell, len(sheet))
    listed = ", ".join(dict.fromkeys(cells))
    what = f"{len(group)} tables have the same columns. Their names are in a column {header!r}: "
    group[0].notes.append(Note("tables", f"{what}{listed}.", f"--map {header}=skip"))


def drop_remarks(chosen: Sequence[tuple[Sheet, Roles]]) -> list[tuple[Sheet, Roles]]:
    """Return the sheets without those of remarks beside relations; their rows are set aside."""
    relations = [(sheet, roles) for sheet, roles in chosen if roles.family == "relations"]
    if not relations:
        return list(chosen)
    ends: set[str] | None = None
    left = []
    for sheet, roles in chosen:
        if _may_be_remarks(sheet, roles):
            ends = _list_ends(relations) if ends is None else ends
            if ends.isdisjoint(map(str.casefold, next(iter(sheet.columns.values())))):
                _set_remarks_aside(sheet, relations[0][0])
                continue
        left.append((sheet, roles))
    return left


def _may_be_remarks(sheet: Sheet, roles: Roles) -> bool:
    """Return whether a sheet has one column, and a header that is no word for names."""
    is_list = roles.family == "actors" and len(sheet.columns) == 1
    return is_list and not find_roles(next(iter(sheet.columns)), "actors")


def _list_ends(relations: Sequence[tuple[Sheet, Roles]]) -> set[str]:
    return {
        cell.casefold()
        for sheet, roles in relations
        if roles.ends is not None
        for header in roles.ends.headers
        for cell in sheet.columns[header]
    }


def _set_remarks_aside(sheet: Sheet, beside: Sheet) -> None:
    """Add the rows of a sheet of remarks to what another sets aside, and say so."""
    header = next(iter(sheet.columns))
    first = SetAside(f"{sheet.label}:1", REMARKS, {header: header})
    rows = [SetAside(sheet.place(row), REMARKS, sheet.get_row(row)) for row in range(len(sheet))]
    beside.set_aside += [first, *rows]
    what = f"{sheet.label}: is not read. {REMARKS}"
    beside.notes.append(Note("tables", what, f"--map {header!r}=name"))
