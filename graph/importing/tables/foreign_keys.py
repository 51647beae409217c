"""Follow the foreign keys of a database: a number that names a row becomes the row's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.importing.by_column import encode_column, map_column
from graph.importing.draft import Note, free_name
from graph.importing.roles.folded_headers import fold_header
from graph.importing.roles.headers import find_roles
from graph.importing.tables.sheet import Sheet

CLASSES = frozenset({"type", "types", "kind", "kinds", "status", "role", "roles", "category",
                     "categories", "class", "classes", "currency", "currencies"})  # fmt: skip
"""Words of tables that list no actors, but classes of things."""
MOST_COLUMNS = 2  # of a table that does nothing but name numbers
LEAST_LINKS = 2  # of a table that says who stands to whom
KEYED = "_id"


class Key(NamedTuple):
    """What a column refers to.

    Parameters
    ----------
    table, column
        The table and its column; without a column, its first one.
    """

    table: str
    column: str


def follow_keys(sheets: Sequence[Sheet], keys: Sequence[Mapping[str, Key]]) -> list[Sheet]:
    """Replace numbers that name rows of another table by the names in these rows.

    Where the names are not unique, the numbers stay. A table that only names numbers for others
    which list actors is left out: its names stand in them.

    Parameters
    ----------
    sheets
        The tables of a database, which are changed.
    keys
        For each of them, by column, what it refers to.

    Examples
    --------
    >>> people = Sheet("a.db", "people", {"id": ["1", "2"], "name": ["Ann", "Bo"]}, [1, 2])
    >>> ties = Sheet("a.db", "ties", {"giver_id": ["1"], "taker_id": ["2"]}, [1])
    >>> key = Key("people", "id")
    >>> _ = follow_keys([people, ties], [{}, {"giver_id": key, "taker_id": key}])
    >>> {header: list(cells) for header, cells in ties.columns.items()}, ties.links
    ({'giver': ['Ann'], 'taker': ['Bo']}, ['giver', 'taker'])
    >>> list(people.columns)
    ['people row', 'name']
    """
    by_name = {sheet.sheet.casefold(): sheet for sheet in sheets}
    names = {table: _find_names(sheet) for table, sheet in by_name.items()}
    followed: dict[str, set[str]] = {}
    for sheet, referring in zip(sheets, keys, strict=True):
        known = {h: key for h, key in referring.items() if names.get(key.table.casefold())}
        if known:
            _replace_numbers(sheet, known, by_name, names)
        for key in known.values():
            column = _get_column(by_name[key.table.casefold()], key)
            followed.setdefault(key.table.casefold(), set()).add(column)
    ends = {
        key.table.casefold()
        for sheet, referring in zip(sheets, keys, strict=True)
        if len(sheet.links) >= LEAST_LINKS
        for key in referring.values()
        if CLASSES.isdisjoint(fold_header(key.table))
    }
    for table, columns in followed.items():
        for column in columns:
            _rename(by_name[table], column, f"{by_name[table].sheet} row")
    return [
        sheet
        for sheet in sheets
        if sheet.sheet.casefold() not in {*followed} - ends or len(sheet.columns) > MOST_COLUMNS
    ]


def _get_column(sheet: Sheet, key: Key) -> str:
    return key.column if key.column in sheet.columns else next(iter(sheet.columns))


def _replace_numbers(
    sheet: Sheet,
    keys: Mapping[str, Key],
    by_name: Mapping[str, Sheet],
    names: Mapping[str, str],
) -> None:
    """Replace the numbers of a table, and name its columns after what they hold now."""
    for header, key in keys.items():
        other = by_name[key.table.casefold()]
        cells, texts = (
            other.columns[name] for name in (_get_column(other, key), names[key.table.casefold()])
        )
        name_of = dict(zip(cells, texts, strict=True))
        sheet.columns[header] = map_column(
            sheet.columns[header],
            lambda number, name_of=name_of: name_of.get(number, number),  # type: ignore[misc]
        )
        shorter = header[: -len(KEYED)] if header.lower().endswith(KEYED) else header
        _rename(sheet, header, shorter or header)
        if CLASSES.isdisjoint((*fold_header(key.table), *fold_header(header))):
            sheet.links.append(shorter if shorter in sheet.columns else header)
    listed = ", ".join(f"{header!r} in {key.table!r}" for header, key in keys.items())
    what = f"{sheet.label}: numbers are replaced by the names that they refer to: {listed}."
    sheet.notes.append(Note("columns", what))


def _rename(sheet: Sheet, header: str, name: str) -> None:
    """Rename a column where no other one has its new name."""
    if name == header:
        return
    new = free_name(name, sheet.columns)
    sheet.columns = {new if h == header else h: cells for h, cells in sheet.columns.items()}


def _find_names(sheet: Sheet) -> str:
    """Return the column whose names tell the rows of a table apart; empty where none does."""
    ranked = sorted(
        (position, number, header)
        for number, header in enumerate(sheet.columns)
        for role, position in find_roles(header, "actors")
        if role == "name"
    )
    for _, _, header in ranked:
        values = encode_column(sheet.columns[header]).values
        if len(values) == len(sheet) and "" not in values:
            return header
    return ""
