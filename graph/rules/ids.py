"""Rules about ids: each is used once, and none looks like another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graph.data.dictionary_column import unique_values
from graph.data.table import Table
from graph.errors import Problem, quote_value
from graph.text.invisible import to_visual_form


def check_unique(table: Table, column: str) -> Iterator[Problem]:
    """Report each id that an earlier row has."""
    ids = table.cells(column)
    if len(unique_values(ids)) == len(ids) or not any(unique_values(ids)):
        return
    first: dict[str, int] = {}
    names = table.cells("name")
    for row, cell in enumerate(ids):
        if cell and first.setdefault(cell, row) != row:
            twin = first[cell]
            what = f"{quote_value(cell)} is already in line {table.lines[twin]}"
            remedy = "Rename one."
            if names[row] not in ("", cell) and names[row] == names[twin]:
                what += ", with the same name"
                remedy = "If it is one actor, make one row of both. Else rename one id."
            yield table.error(row, column, f"{what}.", remedy, rule="duplicate-id")


def check_similar(table: Table, column: str) -> Iterator[Problem]:
    """Warn about each id that looks like an earlier one, or differs from it only in case."""
    ids = table.cells(column)
    if _have_no_similar(unique_values(ids)):
        return
    first: dict[str, int] = {}
    for row, cell in enumerate(ids):
        twin = first.setdefault(to_visual_form(cell), row)
        if cell and ids[twin] != cell:
            twin_id, where = quote_value(ids[twin]), table.describe_line(twin)
            what = f"{quote_value(cell)} looks like {twin_id} in {where}."
            remedy = "Rename one, or make them the same."
            yield table.warning(row, column, what, remedy, rule="similar-id")


def _have_no_similar(ids: Collection[str]) -> bool:
    """Return whether no two ids look alike."""
    joined = "".join(ids)
    plain = joined.isascii() and joined.isprintable()  # then case is all that can differ unseen
    return len(set(map(str.casefold if plain else to_visual_form, ids))) == len(ids)
