"""Understand the columns of a draft: dates, numbers, levels, addresses, aliases."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from graph.importing.by_column import Column, encode_column, map_column, map_rows
from graph.importing.cells.claim_columns import read_claim_columns
from graph.importing.cells.date_columns import read_date_columns
from graph.importing.cells.doubts import take_doubts
from graph.importing.cells.number_columns import read_confidence, read_weights
from graph.importing.cells.private_marks import read_private_marks
from graph.importing.draft import DIRECTED, FIELDS, KEY, PLACE, Draft, Rows
from graph.importing.options import ImportOptions
from graph.importing.roles.placeholders import is_placeholder
from graph.importing.roles.values import ADDRESS, ANSWERS, read_direction
from graph.importing.tables.error_cells import is_error

ALIAS_SIGNS = re.compile(r"[;|\n•]|\s/\s")  # no blanks around: long runs of them take long
NOT_ALIASES = "jr|sr|i{1,3}|iv|inc|ltd|llc|gmbh|s\\.?a|lord|earl|duke|count"
COMMA_ALIAS = re.compile(rf",\s+(?!(?:{NOT_ALIASES})\b)", re.IGNORECASE)
BETWEEN_ADDRESSES = re.compile(r"[;|,]|[^\S\n]")
ADDRESS_SIGNS = re.compile(r"[;|\n]|,?\s(?=https?://)|,(?=https?://)")


def read_cells(draft: Draft, options: ImportOptions) -> None:
    """Write the cells of a draft as the project writes them; what cannot be read stays beside."""
    read_private_marks(draft)
    _blank_errors(draft)
    for family in ("actors", "relations"):
        rows: Rows = getattr(draft, family)
        if rows:
            read_date_columns(rows, draft, options, family)
    relations = draft.relations
    read_weights(relations, draft, options)
    read_confidence(relations, draft)
    read_claim_columns(draft)
    take_doubts(draft)
    if DIRECTED in relations:
        _read_directions(relations)
    for rows, convert in ((draft.actors, ACTOR_CELLS), (relations, RELATION_CELLS)):
        for name, function in convert.items():
            if name in rows and not (name == "reference" and are_addresses(rows[name])):
                rows[name] = map_column(rows[name], function)


def _blank_errors(draft: Draft) -> None:
    """Take errors of a spreadsheet for blanks where a column has a meaning; not at the ends."""
    for family in ("actors", "relations"):
        rows: Rows = getattr(draft, family)
        fields = {*FIELDS[family], "date"} - {KEY, "name", "source", "target", PLACE}
        for name in fields & rows.keys():
            if any(map(is_error, encode_column(rows[name]).values)):
                rows[name] = map_column(rows[name], lambda c: "" if is_error(c) else c)


def _read_directions(relations: Rows) -> None:
    relations[DIRECTED] = map_column(
        relations[DIRECTED], lambda c: read_direction(c) or ANSWERS.get(c.casefold(), "")
    )
    if "back" in relations[DIRECTED].values:  # type: ignore[attr-defined]
        names = ("source", "target", DIRECTED)
        columns = [relations[name] for name in names]
        turned = map_rows(
            columns, lambda s, t, d: (t, s, "yes") if d == "back" else (s, t, d), len(names)
        )
        relations.update(zip(names, turned, strict=True))


def are_addresses(cells: Column) -> bool:
    """Return whether each cell of a column is one web address or blank, in one quick look.

    Examples
    --------
    >>> are_addresses(["https://a.org/1", ""]), are_addresses(["https://a.org; https://b.org"])
    (True, False)
    """
    values = [value for value in encode_column(cells).values if value]
    text = "\n".join(["", *values])
    is_one_each = text.count("\nhttp") == text.count("\n") == len(values)
    return is_one_each and not BETWEEN_ADDRESSES.search(text)


def split_references(cell: str) -> str:
    """Return the references of a cell with bars between them, where several addresses stand in it.

    Examples
    --------
    >>> split_references("https://a.org; https://b.org"), split_references("Smith; Jones 2010")
    ('https://a.org|https://b.org', 'Smith; Jones 2010')
    """
    if is_placeholder(cell):
        return ""
    parts = [part for part in map(str.strip, ADDRESS_SIGNS.split(cell)) if part]
    if len(parts) > 1 and all(ADDRESS.match(part) for part in parts):
        return "|".join(parts)
    return "|".join(part.strip() for part in cell.split("\n") if part.strip())


def split_aliases(cell: str) -> str:
    """Return the aliases of a cell with bars between them; where it has bars, they alone separate.

    Examples
    --------
    >>> split_aliases("CDP; Citizens' party"), split_aliases("SWN, Stadtwerke")
    ("CDP|Citizens' party", 'SWN|Stadtwerke')
    >>> split_aliases("King, Jr."), split_aliases("BB Bau / Brandstaetter Bau")
    ('King, Jr.', 'BB Bau|Brandstaetter Bau')
    """
    if is_placeholder(cell):
        return ""
    parts = cell.split("|") if "|" in cell else ALIAS_SIGNS.split(cell)
    if len(parts) == 1:
        parts = COMMA_ALIAS.split(cell)
    return "|".join(dict.fromkeys(part for part in map(str.strip, parts) if part))


ACTOR_CELLS: Mapping[str, Callable[[str], str]] = {
    "aliases": split_aliases,
    "reference": split_references,
}
RELATION_CELLS: Mapping[str, Callable[[str], str]] = {
    "reference": split_references,
}
